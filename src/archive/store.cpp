#include "archive/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "archive/schema.h"
#include "text/failure.h"

namespace onus {
namespace {

constexpr const char* kFindDocument = "SELECT document FROM documents WHERE content = ? AND knowledge = ?";
constexpr const char* kNow = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')";

Database open_store(const std::filesystem::path& path) {
  Database database(path, Database::Access::write);
  prepare_schema(database, path);
  return database;
}

std::optional<std::int64_t> first_number(Statement& statement) {
  if (!statement.step()) return std::nullopt;
  const std::int64_t number = statement.integer(0);
  statement.reset();
  return number;
}

}  // namespace

StoreLock::StoreLock(const std::filesystem::path& store)
    : file_(::open(store.c_str(), O_CREAT | O_RDONLY | O_CLOEXEC, S_IRUSR | S_IWUSR)) {
  if (file_ < 0)
    throw Failure(store.string() + " can't be made or opened: " + std::strerror(errno) +
                  "; is there such a folder, and may you write in it?");
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    ::close(file_);
    throw Failure(store.string() + " is in use by another scan; wait until that has finished");
  }
}

StoreLock::~StoreLock() { ::close(file_); }

Store::Store(const std::filesystem::path& path, std::string knowledge)
    : lock_(path),
      database_(open_store(path)),
      knowledge_(std::move(knowledge)),
      find_file_(database_,
                 "SELECT file, message FROM files JOIN documents USING (document) LEFT JOIN problems ON "
                 "problems.document = documents.document AND problems.kind = 'unreadable' "
                 "WHERE path = ? AND stamp = ? AND stamp <> '' AND knowledge = ?"),
      find_document_(database_, kFindDocument),
      find_unreadable_(database_, "SELECT message FROM problems WHERE document = ? AND kind = 'unreadable'"),
      touch_file_(database_, "UPDATE files SET run = ? WHERE file = ?"),
      write_file_(database_,
                  "INSERT INTO files (path, stamp, document, problem, run) VALUES (?, ?, ?, ?, ?) "
                  "ON CONFLICT (path) DO UPDATE SET stamp = excluded.stamp, document = excluded.document, "
                  "problem = excluded.problem, run = excluded.run"),
      write_document_(database_,
                      "INSERT INTO documents (content, knowledge, format, kind, words, describes_abuse, "
                      "perpetrator_acts, survivor_deficits) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      write_finding_(database_, "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      write_coverage_(database_, "INSERT INTO coverage VALUES (?, ?, ?, ?)"),
      write_criterion_(database_, "INSERT INTO criteria VALUES (?, ?, ?)"),
      write_problem_(database_, "INSERT INTO problems VALUES (?, ?, ?, ?)") {}

std::int64_t Store::begin_run(const std::string& version) {
  Statement insert(database_,
                   std::string("INSERT INTO runs (started, version, knowledge) VALUES (") + kNow + ", ?, ?)");
  insert.bind(version).bind(knowledge_).run();
  return database_.last_row();
}

void Store::end_run(std::int64_t run, const ScanCounts& counts) {
  Transaction transaction(database_);
  database_.execute(
      "DELETE FROM documents WHERE document NOT IN (SELECT document FROM files WHERE document IS NOT NULL)");
  Statement update(database_, std::string("UPDATE runs SET finished = ") + kNow +
                                  ", files = ?, read = ?, known = ?, problems = ? WHERE run = ?");
  update.bind(counts.files).bind(counts.read).bind(counts.known).bind(counts.problems).bind(run).run();
  transaction.commit();
}

std::optional<KnownFile> Store::unchanged(const std::string& path, const std::string& stamp) {
  if (!find_file_.bind(path).bind(stamp).bind(knowledge_).step()) return std::nullopt;
  KnownFile known{find_file_.integer(0), std::nullopt};
  if (!find_file_.is_null(1)) known.unreadable = find_file_.text(1);
  find_file_.reset();
  return known;
}

std::optional<std::int64_t> Store::document(const std::string& content) {
  return first_number(find_document_.bind(content).bind(knowledge_));
}

std::optional<std::string> Store::unreadable(std::int64_t document) {
  if (!find_unreadable_.bind(document).step()) return std::nullopt;
  std::string why = find_unreadable_.text(0);
  find_unreadable_.reset();
  return why;
}

void Store::see_again(const KnownFile& known, std::int64_t run) {
  touch_file_.bind(run).bind(known.file).run();
}

void Store::save(const ScannedFile& file, std::int64_t run, const KeptDocument& document) {
  Transaction transaction(database_);
  const auto there = Store::document(*file.content);
  write_file_row(file, run, there ? *there : insert(*file.content, document));
  transaction.commit();
}

void Store::save_known(const ScannedFile& file, std::int64_t run, std::int64_t document) {
  Transaction transaction(database_);
  write_file_row(file, run, document);
  transaction.commit();
}

void Store::save_unopened(const ScannedFile& file, std::int64_t run) {
  Transaction transaction(database_);
  write_file_row(file, run, std::nullopt);
  transaction.commit();
}

void Store::write_file_row(const ScannedFile& file, std::int64_t run, std::optional<std::int64_t> document) {
  const std::optional<std::string> problem = document ? std::nullopt : std::optional(file.problem);
  write_file_.bind(file.path).bind(file.stamp).bind(document).bind(problem).bind(run).run();
}

std::int64_t Store::insert(const std::string& content, const KeptDocument& kept) {
  write_document_.bind(content)
      .bind(knowledge_)
      .bind(kept.format)
      .bind(kept.kind)
      .bind(kept.words)
      .bind(std::int64_t{kept.describes_abuse})
      .bind(kept.perpetrator_acts)
      .bind(kept.survivor_deficits)
      .run();
  const std::int64_t document = database_.last_row();
  insert_parts(document, kept);
  return document;
}

void Store::insert_parts(std::int64_t document, const KeptDocument& kept) {
  std::int64_t number = 0;
  for (const KeptDocument::Finding& finding : kept.findings)
    write_finding_.bind(document)
        .bind(number++)
        .bind(finding.rule)
        .bind(finding.category)
        .bind(finding.severity)
        .bind(std::int64_t{finding.start})
        .bind(std::int64_t{finding.end})
        .bind(std::int64_t{finding.sentence_start})
        .bind(std::int64_t{finding.sentence_end})
        .bind(finding.fingerprint)
        .run();
  for (const KeptDocument::Coverage& coverage : kept.coverage)
    write_coverage_.bind(document)
        .bind(coverage.component)
        .bind(coverage.level)
        .bind(coverage.evidence)
        .run();
  for (const KeptDocument::Criterion& criterion : kept.criteria)
    write_criterion_.bind(document).bind(criterion.criterion).bind(criterion.rating).run();
  number = 0;
  for (const KeptDocument::Trouble& trouble : kept.problems)
    write_problem_.bind(document).bind(number++).bind(trouble.kind).bind(trouble.message).run();
}

StoreReader::StoreReader(const std::filesystem::path& path, std::string knowledge)
    : database_(path, Database::Access::read),
      knowledge_(std::move(knowledge)),
      find_document_(database_, kFindDocument) {}

std::optional<std::int64_t> StoreReader::document(const std::string& content) {
  return first_number(find_document_.bind(content).bind(knowledge_));
}

}  // namespace onus
