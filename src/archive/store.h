#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "archive/database.h"
#include "archive/kept_document.h"
#include "archive/metadata.h"
#include "archive/pseudonyms.h"
#include "archive/worker.h"

namespace onus {

// One file of the archive as a run found it.
struct ScannedFile {
  std::string path;
  std::string stamp;                   // size and times, by which it is seen to be unchanged; empty: unsure
  std::optional<std::string> content;  // its hash; nullopt where it could not be opened
  std::string problem;                 // why not, and what to do
  Metadata metadata = {};
  std::optional<std::int64_t> container = std::nullopt;  // that it is a member of
};

// What one run did. read + known = files; problems are among both.
struct ScanCounts {
  std::int64_t files = 0;
  std::int64_t read = 0;
  std::int64_t known = 0;
  std::int64_t problems = 0;
  std::int64_t others = 0;  // that were left alone, as they aren't documents by their names
};

// Held by whoever writes to a store: a second scan into it is refused. The kernel lets go of it when the
// program ends, however it ends.
class StoreLock {
 public:
  explicit StoreLock(const std::filesystem::path& store);
  StoreLock(const StoreLock&) = delete;
  StoreLock& operator=(const StoreLock&) = delete;
  ~StoreLock();

 private:
  int file_;
};

// What the store knows of a file that has not changed since.
struct KnownFile {
  std::int64_t file = 0;
  std::optional<std::int64_t> document;
  std::optional<std::string> unreadable;  // why it can't be read
};

// Such a file, and what is known of it now.
struct SeenFile {
  KnownFile file;
  Metadata metadata;
};

// A member of a container that has not changed since. Its name is not known where the store has pseudonyms.
struct KnownMember {
  KnownFile file;
  std::string path;
};

struct KnownContainer {
  std::vector<KnownMember> members;
  std::int64_t others = 0;  // files in it that aren't documents, by their names
};

// How documents are read from now on.
struct StoreSettings {
  std::string knowledge;  // see knowledge_hash
  std::string limits;     // of time and memory: what went over them is read again with others
  std::optional<Pseudonyms> pseudonyms = std::nullopt;
};

// The results of scans in one SQLite file; docs/store.md describes its tables. Whatever happens to the
// program, each file is in it whole or not at all. Where there are pseudonyms, they alone are written in
// place of paths, contents, stamps and fingerprints. For one thread at a time; throws Failure.
class Store {
 public:
  // Makes the file where there is none.
  Store(const std::filesystem::path& path, StoreSettings settings);
  Store(const Store&) = delete;  // its statements refer to its connection
  Store& operator=(const Store&) = delete;

  std::int64_t begin_run(const std::string& version);
  // Documents that no file has any more go.
  void end_run(std::int64_t run, const ScanCounts&, const WorkTimes&, double store_seconds);

  // The name by which the store and its user speak of a file.
  std::string shown(const std::string& path) const;

  std::optional<KnownFile> unchanged(const std::string& path, const std::string& stamp);
  std::optional<std::int64_t> document(const std::string& content);

  // In one transaction each.
  void see_again(const std::vector<SeenFile>& files, std::int64_t run);
  // `within_limits`: false where it could not be read as it would have taken too long or too much.
  void save(const ScannedFile&, std::int64_t run, const KeptDocument& document, bool within_limits = true);
  void save_known(const ScannedFile&, std::int64_t run, std::int64_t document);
  void save_unopened(const ScannedFile&, std::int64_t run);

  // The members of a container that were all in the store when it was last scanned, and that has not changed.
  std::optional<KnownContainer> unchanged_container(const std::string& path, const std::string& stamp);
  // From now on until finish_container() the container isn't known.
  std::int64_t begin_container(const std::string& path);
  // All that is in it was saved. Members of earlier runs that it has no more stay by themselves.
  void finish_container(std::int64_t container, const std::string& stamp, std::int64_t others,
                        std::int64_t run);
  // The file is no row any more: it was unreadable, and is a container with members now.
  void forget_file(const std::string& path);

  // Why that document could not be read.
  std::optional<std::string> unreadable(std::int64_t document);

 private:
  std::int64_t insert(const std::string& content, const std::string& knowledge, const KeptDocument&);
  void insert_findings(std::int64_t document, const KeptDocument&);
  void insert_parts(std::int64_t document, const KeptDocument&);
  void write_file_row(const ScannedFile&, std::int64_t run, std::optional<std::int64_t> document);
  void write_metadata(std::int64_t file, Metadata, std::optional<std::int64_t> document);
  std::string keyed(const char* sort, const std::string& text) const;
  void agree_on_pseudonyms(const std::filesystem::path& path);

  StoreLock lock_;  // before the connection: closing its file any earlier would drop SQLite's own locks
  Database database_;
  StoreSettings settings_;
  std::string knowledge_;
  std::string limited_;  // the knowledge of documents that went over the limits
  Statement find_file_;
  Statement find_file_number_;
  Statement find_document_;
  Statement find_unreadable_;
  Statement touch_file_;
  Statement write_file_;
  Statement write_document_;
  Statement write_finding_;
  Statement write_coverage_;
  Statement write_criterion_;
  Statement write_problem_;
  Statement write_property_;
  Statement write_text_;
  Statement find_properties_;
  Statement find_metadata_;
  Statement drop_metadata_;
  Statement write_metadata_;
};

}  // namespace onus
