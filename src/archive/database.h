#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

// SQLite, as far as the store needs it. Everything throws Failure in one line that names the file.
namespace onus {

class Database;

// One prepared statement, used again and again: bind every parameter in order, then step() for rows or run().
class Statement {
 public:
  Statement(Database& database, std::string_view sql);

  Statement& bind(std::int64_t value);
  Statement& bind(double value);
  Statement& bind(std::string_view value);
  Statement& bind(const std::optional<std::int64_t>& value);
  Statement& bind(const std::optional<std::string>& value);
  Statement& bind(const std::string& value) { return bind(std::string_view(value)); }

  bool step();  // true: there is a row; false: done, and ready to be bound anew
  void run();   // for statements without rows
  void reset();

  std::int64_t integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }
  std::string text(int column) const;
  bool is_null(int column) const { return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL; }

 private:
  int next();
  void check(int result) const;
  Database* database_;
  std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt*)> statement_;
  int bound_ = 0;
};

// One connection; for one thread at a time.
class Database {
 public:
  enum class Access : std::uint8_t { write, read };
  // The file must be there; an empty one is an empty database.
  Database(std::filesystem::path path, Access access);

  void execute(const std::string& sql);
  std::int64_t number(const std::string& sql);  // the first column of the first row
  std::int64_t last_row() const { return sqlite3_last_insert_rowid(connection_.get()); }
  [[noreturn]] void fail(int result) const;

 private:
  friend class Statement;
  std::filesystem::path path_;
  std::unique_ptr<sqlite3, int (*)(sqlite3*)> connection_;
};

// Everything until commit() or nothing.
class Transaction {
 public:
  explicit Transaction(Database& database) : database_(database) { database_.execute("BEGIN IMMEDIATE"); }
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();
  void commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace onus
