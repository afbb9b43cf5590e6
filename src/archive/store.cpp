#include "archive/store.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "archive/schema.h"
#include "text/content_hash.h"
#include "text/failure.h"

namespace onus {
namespace {

constexpr const char* kFindDocument =
    "SELECT document FROM documents WHERE content = ?1 AND knowledge IN (?2, ?3) ORDER BY knowledge = ?2 "
    "DESC";
// Of a file that could not be opened only a container's members are known again: the container says so.
constexpr const char* kKnownFile =
    "SELECT file, files.document, coalesce(message, files.problem), path FROM files "
    "LEFT JOIN documents USING (document) LEFT JOIN problems ON "
    "problems.document = documents.document AND problems.kind = 'unreadable' ";
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

Store::Store(const std::filesystem::path& path, StoreSettings settings)
    : lock_(path),
      database_(open_store(path)),
      settings_(std::move(settings)),
      knowledge_(keyed("knowledge", settings_.knowledge)),
      limited_(content_hash(knowledge_ + " " + settings_.limits)),
      find_file_(database_, std::string(kKnownFile) +
                                "WHERE path = ? AND stamp = ? AND stamp <> '' AND knowledge IN (?, ?)"),
      find_file_number_(database_, "SELECT file FROM files WHERE path = ?"),
      find_document_(database_, kFindDocument),
      find_unreadable_(database_, "SELECT message FROM problems WHERE document = ? AND kind = 'unreadable'"),
      touch_file_(database_, "UPDATE files SET run = ? WHERE file = ?"),
      write_file_(
          database_,
          "INSERT INTO files (path, stamp, document, problem, run, container) VALUES (?, ?, ?, ?, ?, ?) "
          "ON CONFLICT (path) DO UPDATE SET stamp = excluded.stamp, document = excluded.document, "
          "problem = excluded.problem, run = excluded.run, container = excluded.container"),
      write_document_(database_,
                      "INSERT INTO documents (content, knowledge, format, kind, words, describes_abuse, "
                      "perpetrator_acts, survivor_deficits) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      write_finding_(database_, "INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
      write_coverage_(database_, "INSERT INTO coverage VALUES (?, ?, ?, ?)"),
      write_criterion_(database_, "INSERT INTO criteria VALUES (?, ?, ?)"),
      write_problem_(database_, "INSERT INTO problems VALUES (?, ?, ?, ?)"),
      write_property_(database_, "INSERT INTO properties VALUES (?, ?, ?)"),
      write_text_(database_, "INSERT INTO texts VALUES (?, ?)"),
      find_properties_(database_, "SELECT field, value FROM properties WHERE document = ?"),
      find_metadata_(database_, "SELECT field, value FROM metadata WHERE file = ?"),
      drop_metadata_(database_, "DELETE FROM metadata WHERE file = ?"),
      write_metadata_(database_, "INSERT INTO metadata VALUES (?, ?, ?)") {
  agree_on_pseudonyms(path);
}

// One store has one key, or none.
void Store::agree_on_pseudonyms(const std::filesystem::path& path) {
  const std::string mine = settings_.pseudonyms ? settings_.pseudonyms->of("about", "pseudonyms") : "";
  Statement find(database_, "SELECT value FROM about WHERE name = 'pseudonyms'");
  std::string there;
  if (find.step()) {
    there = find.text(0);
    find.reset();
  } else if (database_.number("SELECT count(*) FROM runs") == 0 && !mine.empty()) {
    Statement insert(database_, "INSERT INTO about VALUES ('pseudonyms', ?)");
    insert.bind(mine).run();
    return;
  }
  if (there == mine) return;
  if (there.empty())
    throw Failure(path.string() + " was made without --pseudonymise; give --store another name");
  throw Failure(path.string() +
                " was made with --pseudonymise and another key; give the same key, or --store another name");
}

std::string Store::keyed(const char* sort, const std::string& text) const {
  return settings_.pseudonyms && !text.empty() ? settings_.pseudonyms->of(sort, text) : text;
}

std::string Store::shown(const std::string& path) const { return keyed("path", path); }

std::int64_t Store::begin_run(const std::string& version) {
  Statement insert(database_,
                   std::string("INSERT INTO runs (started, version, knowledge) VALUES (") + kNow + ", ?, ?)");
  insert.bind(version).bind(knowledge_).run();
  return database_.last_row();
}

void Store::end_run(std::int64_t run, const ScanCounts& counts, const WorkTimes& times,
                    double store_seconds) {
  Transaction transaction(database_);
  database_.execute(
      "DELETE FROM documents WHERE document NOT IN (SELECT document FROM files WHERE document IS NOT NULL)");
  database_.execute(
      "DELETE FROM containers WHERE container NOT IN (SELECT container FROM files WHERE container IS NOT "
      "NULL)");
  Statement update(
      database_,
      std::string("UPDATE runs SET finished = ") + kNow +
          ", files = ?, read = ?, known = ?, problems = ?, reading_seconds = ?, "
          "analysis_seconds = ?, rules_seconds = ?, store_seconds = ?, prose_bytes = ? WHERE run = ?");
  update.bind(counts.files).bind(counts.read).bind(counts.known).bind(counts.problems);
  update.bind(times.reading).bind(times.analysis).bind(times.rules).bind(store_seconds);
  update.bind(static_cast<std::int64_t>(times.prose_bytes)).bind(run).run();
  transaction.commit();
}

namespace {

KnownFile known_file(const Statement& row) {
  KnownFile known{row.integer(0), std::nullopt, std::nullopt};
  if (!row.is_null(1)) known.document = row.integer(1);
  if (!row.is_null(2)) known.unreadable = row.text(2);
  return known;
}

Metadata pairs(Statement& statement) {
  Metadata found;
  while (statement.step()) found[statement.text(0)] = statement.text(1);
  return found;
}

}  // namespace

std::optional<KnownFile> Store::unchanged(const std::string& path, const std::string& stamp) {
  find_file_.bind(shown(path)).bind(keyed("stamp", stamp)).bind(knowledge_).bind(limited_);
  if (!find_file_.step()) return std::nullopt;
  KnownFile known = known_file(find_file_);
  find_file_.reset();
  return known;
}

std::optional<std::int64_t> Store::document(const std::string& content) {
  return first_number(find_document_.bind(keyed("content", content)).bind(knowledge_).bind(limited_));
}

std::optional<KnownContainer> Store::unchanged_container(const std::string& path, const std::string& stamp) {
  Statement find(database_,
                 "SELECT container, others FROM containers "
                 "WHERE path = ? AND stamp = ? AND stamp <> '' AND knowledge = ?");
  find.bind(shown(path)).bind(keyed("stamp", stamp)).bind(limited_);
  if (!find.step()) return std::nullopt;
  KnownContainer known{{}, find.integer(1)};
  Statement members(database_, std::string(kKnownFile) + "WHERE container = ? ORDER BY file");
  members.bind(find.integer(0));
  while (members.step()) known.members.push_back({known_file(members), members.text(3)});
  return known;
}

std::int64_t Store::begin_container(const std::string& path) {
  Statement insert(database_,
                   "INSERT INTO containers (path, stamp, knowledge, others) VALUES (?, '', '', 0) "
                   "ON CONFLICT (path) DO UPDATE SET stamp = ''");
  insert.bind(shown(path)).run();
  Statement find(database_, "SELECT container FROM containers WHERE path = ?");
  return *first_number(find.bind(shown(path)));
}

void Store::finish_container(std::int64_t container, const std::string& stamp, std::int64_t others,
                             std::int64_t run) {
  Transaction transaction(database_);
  Statement leave(database_, "UPDATE files SET container = NULL WHERE container = ? AND run <> ?");
  leave.bind(container).bind(run).run();
  Statement finish(database_,
                   "UPDATE containers SET stamp = ?, knowledge = ?, others = ? WHERE container = ?");
  finish.bind(keyed("stamp", stamp)).bind(limited_).bind(others).bind(container).run();
  transaction.commit();
}

void Store::forget_file(const std::string& path) {
  Statement forget(database_, "DELETE FROM files WHERE path = ?");
  forget.bind(shown(path)).run();
}

std::optional<std::string> Store::unreadable(std::int64_t document) {
  if (!find_unreadable_.bind(document).step()) return std::nullopt;
  std::string why = find_unreadable_.text(0);
  find_unreadable_.reset();
  return why;
}

void Store::see_again(const std::vector<SeenFile>& files, std::int64_t run) {
  Transaction transaction(database_);
  for (const auto& [known, metadata] : files) {
    touch_file_.bind(run).bind(known.file).run();
    write_metadata(known.file, metadata, known.document);
  }
  transaction.commit();
}

void Store::save(const ScannedFile& file, std::int64_t run, const KeptDocument& document,
                 bool within_limits) {
  Transaction transaction(database_);
  const auto there = Store::document(*file.content);
  write_file_row(file, run,
                 there ? *there : insert(*file.content, within_limits ? knowledge_ : limited_, document));
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
  const std::string path = shown(file.path);
  write_file_.bind(path)
      .bind(keyed("stamp", file.stamp))
      .bind(document)
      .bind(problem)
      .bind(run)
      .bind(file.container)
      .run();
  write_metadata(*first_number(find_file_number_.bind(path)), file.metadata, document);
}

// What is known from outside weighs more than what the document says of itself.
void Store::write_metadata(std::int64_t file, Metadata fields, std::optional<std::int64_t> document) {
  if (document) {
    Metadata own = pairs(find_properties_.bind(*document));
    if (const auto created = own.find("created"); created != own.end()) own.emplace("date", created->second);
    fields.merge(own);
  }
  if (pairs(find_metadata_.bind(file)) == fields) return;
  drop_metadata_.bind(file).run();
  for (const auto& [field, value] : fields) write_metadata_.bind(file).bind(field).bind(value).run();
}

std::int64_t Store::insert(const std::string& content, const std::string& knowledge,
                           const KeptDocument& kept) {
  write_document_.bind(keyed("content", content))
      .bind(knowledge)
      .bind(kept.format)
      .bind(kept.kind)
      .bind(kept.words)
      .bind(std::int64_t{kept.describes_abuse})
      .bind(kept.perpetrator_acts)
      .bind(kept.survivor_deficits)
      .run();
  const std::int64_t document = database_.last_row();
  insert_findings(document, kept);
  insert_parts(document, kept);
  return document;
}

void Store::insert_findings(std::int64_t document, const KeptDocument& kept) {
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
        .bind(keyed("fingerprint", finding.fingerprint))
        .run();
}

void Store::insert_parts(std::int64_t document, const KeptDocument& kept) {
  std::int64_t number = 0;
  for (const KeptDocument::Coverage& coverage : kept.coverage)
    write_coverage_.bind(document)
        .bind(coverage.component)
        .bind(coverage.level)
        .bind(coverage.evidence)
        .run();
  for (const KeptDocument::Criterion& criterion : kept.criteria)
    write_criterion_.bind(document).bind(criterion.criterion).bind(criterion.rating).run();
  for (const KeptDocument::Trouble& trouble : kept.problems)
    write_problem_.bind(document).bind(number++).bind(trouble.kind).bind(trouble.message).run();
  for (const auto& [field, value] : kept.properties)
    write_property_.bind(document).bind(field).bind(value).run();
  if (kept.text) write_text_.bind(document).bind(*kept.text).run();
}

}  // namespace onus
