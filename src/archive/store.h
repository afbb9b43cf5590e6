#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "archive/database.h"
#include "archive/kept_document.h"

namespace onus {

// One file of the archive as a run found it.
struct ScannedFile {
  std::string path;
  std::string stamp;                   // size and times, by which it is seen to be unchanged; empty: unsure
  std::optional<std::string> content;  // its hash; nullopt where it could not be opened
  std::string problem;                 // why not, and what to do
};

// What one run did. read + known = files; problems are among both.
struct ScanCounts {
  std::int64_t files = 0;
  std::int64_t read = 0;
  std::int64_t known = 0;
  std::int64_t problems = 0;
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
  std::optional<std::string> unreadable;  // why it can't be read
};

// The results of scans in one SQLite file; docs/store.md describes its tables. Whatever happens to the
// program, each file is in it whole or not at all. For one thread at a time; throws Failure.
class Store {
 public:
  // Makes the file where there is none. `knowledge` names what documents are read with from now on.
  Store(const std::filesystem::path& path, std::string knowledge);
  Store(const Store&) = delete;  // its statements refer to its connection
  Store& operator=(const Store&) = delete;

  std::int64_t begin_run(const std::string& version);
  // Documents that no file has any more go.
  void end_run(std::int64_t run, const ScanCounts&);

  std::optional<KnownFile> unchanged(const std::string& path, const std::string& stamp);
  std::optional<std::int64_t> document(const std::string& content);

  // In one transaction each.
  void see_again(const KnownFile&, std::int64_t run);
  void save(const ScannedFile&, std::int64_t run, const KeptDocument& document);
  void save_known(const ScannedFile&, std::int64_t run, std::int64_t document);
  void save_unopened(const ScannedFile&, std::int64_t run);

  // Why that document could not be read.
  std::optional<std::string> unreadable(std::int64_t document);

 private:
  std::int64_t insert(const std::string& content, const KeptDocument&);
  void insert_parts(std::int64_t document, const KeptDocument&);
  void write_file_row(const ScannedFile&, std::int64_t run, std::optional<std::int64_t> document);

  StoreLock lock_;  // before the connection: closing its file any earlier would drop SQLite's own locks
  Database database_;
  std::string knowledge_;
  Statement find_file_;
  Statement find_document_;
  Statement find_unreadable_;
  Statement touch_file_;
  Statement write_file_;
  Statement write_document_;
  Statement write_finding_;
  Statement write_coverage_;
  Statement write_criterion_;
  Statement write_problem_;
};

// Looks documents up in a store that another thread writes to.
class StoreReader {
 public:
  StoreReader(const std::filesystem::path& path, std::string knowledge);
  StoreReader(const StoreReader&) = delete;
  StoreReader& operator=(const StoreReader&) = delete;
  std::optional<std::int64_t> document(const std::string& content);

 private:
  Database database_;
  std::string knowledge_;
  Statement find_document_;
};

}  // namespace onus
