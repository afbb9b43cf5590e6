#include "archive/database.h"

#include <cstring>

#include "text/failure.h"

namespace onus {
namespace {

constexpr int kWaitMilliseconds = 10'000;

constexpr const char* kKept = "; what was read until now is kept, run the scan again when that is mended";

std::string reason(int result, const char* words, int system_error) {
  switch (result & 0xFF) {
    case SQLITE_FULL:
      return "can't grow: the disk is full; what was read until now is kept, run the scan again when there "
             "is room";
    case SQLITE_IOERR:
      return std::string("can't be written: ") + (system_error != 0 ? std::strerror(system_error) : words) +
             kKept;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return "can't be written; check the rights of the file and its folder";
    case SQLITE_NOTADB:
      return "isn't a store; give --store another name";
    case SQLITE_CORRUPT:
      return "is damaged; take a copy from a backup, or give --store another name and scan again";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "is in use by another program; wait until that has finished";
    default:
      return std::string("can't be used: ") + words;
  }
}

}  // namespace

Database::Database(std::filesystem::path path, Access access)
    : path_(std::move(path)), connection_(nullptr, &sqlite3_close) {
  sqlite3* connection = nullptr;
  const int flags = access == Access::write ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
  const int result = sqlite3_open_v2(path_.c_str(), &connection, flags, nullptr);
  connection_.reset(connection);
  if (result != SQLITE_OK) fail(result);
  sqlite3_busy_timeout(connection, kWaitMilliseconds);
}

void Database::execute(const std::string& sql) {
  const int result = sqlite3_exec(connection_.get(), sql.c_str(), nullptr, nullptr, nullptr);
  if (result != SQLITE_OK) fail(result);
}

std::int64_t Database::number(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.step() ? statement.integer(0) : 0;
}

void Database::fail(int result) const {
  const char* words = connection_ ? sqlite3_errmsg(connection_.get()) : sqlite3_errstr(result);
  const int error = connection_ ? sqlite3_system_errno(connection_.get()) : 0;
  throw Failure(path_.string() + " " + reason(result, words, error));
}

Statement::Statement(Database& database, std::string_view sql)
    : database_(&database), statement_(nullptr, &sqlite3_finalize) {
  sqlite3_stmt* statement = nullptr;
  const int result = sqlite3_prepare_v2(database.connection_.get(), sql.data(), static_cast<int>(sql.size()),
                                        &statement, nullptr);
  statement_.reset(statement);
  check(result);
}

void Statement::check(int result) const {
  if (result != SQLITE_OK) database_->fail(result);
}

int Statement::next() { return ++bound_; }

Statement& Statement::bind(std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), next(), value));
  return *this;
}

Statement& Statement::bind(double value) {
  check(sqlite3_bind_double(statement_.get(), next(), value));
  return *this;
}

Statement& Statement::bind(std::string_view value) {
  const char* bytes = value.data() == nullptr ? "" : value.data();
  check(sqlite3_bind_text(statement_.get(), next(), bytes, static_cast<int>(value.size()), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::bind(const std::optional<std::int64_t>& value) {
  if (value) return bind(*value);
  check(sqlite3_bind_null(statement_.get(), next()));
  return *this;
}

Statement& Statement::bind(const std::optional<std::string>& value) {
  if (value) return bind(std::string_view(*value));
  check(sqlite3_bind_null(statement_.get(), next()));
  return *this;
}

void Statement::reset() {
  sqlite3_reset(statement_.get());
  bound_ = 0;
}

bool Statement::step() {
  const int result = sqlite3_step(statement_.get());
  if (result == SQLITE_ROW) return true;
  reset();
  if (result != SQLITE_DONE) database_->fail(result);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
  return bytes == nullptr ? std::string() : std::string(bytes, size);
}

void Transaction::commit() {
  database_.execute("COMMIT");
  open_ = false;
}

Transaction::~Transaction() {
  if (!open_) return;
  try {
    database_.execute("ROLLBACK");
  } catch (const Failure&) {  // SQLite has rolled back by itself, or does when the file is opened again
  }
}

}  // namespace onus
