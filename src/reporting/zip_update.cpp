#include "reporting/zip_update.h"

#include <zip.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>

#include "reading/zip_member.h"
#include "text/failure.h"

namespace onus {
namespace {

constexpr int kLevel = 6;  // libzip's own default is the slowest one

[[noreturn]] void fail(std::string_view what) {
  throw Failure("the copy with comments can't be made: " + std::string(what));
}

struct Free {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, Free>;

struct Date {
  zip_uint16_t time = 0;
  zip_uint16_t day = 0x21;  // 1 January 1980, the first that a zip can hold
};

Date date_of(zip_t* archive, zip_int64_t index) {
  zip_stat_t status;
  zip_stat_init(&status);
  Date date;
  if (index < 0 || zip_stat_index(archive, static_cast<zip_uint64_t>(index), 0, &status) != 0 ||
      (status.valid & ZIP_STAT_MTIME) == 0)
    return date;
  struct tm local {};
  if (localtime_r(&status.mtime, &local) == nullptr || local.tm_year < 80) return date;
  date.time = static_cast<zip_uint16_t>((local.tm_hour << 11) | (local.tm_min << 5) | (local.tm_sec >> 1));
  date.day =
      static_cast<zip_uint16_t>(((local.tm_year - 80) << 9) | ((local.tm_mon + 1) << 5) | local.tm_mday);
  return date;
}

void put(zip_t* archive, const std::string& name, const std::string& bytes) {
  const zip_int64_t old = find_member(archive, name);
  const Date date = date_of(archive, std::max<zip_int64_t>(old, 0));
  zip_source_t* content = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (content == nullptr) fail(zip_strerror(archive));
  zip_int64_t index = old;
  const bool done = old >= 0 ? zip_file_replace(archive, static_cast<zip_uint64_t>(old), content, 0) == 0
                             : (index = zip_file_add(archive, name.c_str(), content, ZIP_FL_ENC_GUESS)) >= 0;
  if (!done) {
    zip_source_free(content);
    fail(zip_strerror(archive));
  }
  const auto place = static_cast<zip_uint64_t>(index);
  zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, kLevel);
  zip_file_set_dostime(archive, place, date.time, date.day, 0);
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_source_open(source) != 0) fail("it can't be read back");
  zip_source_seek(source, 0, SEEK_END);
  std::string bytes(static_cast<std::size_t>(std::max<zip_int64_t>(zip_source_tell(source), 0)), '\0');
  zip_source_seek(source, 0, SEEK_SET);
  const zip_int64_t got = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (got != static_cast<zip_int64_t>(bytes.size())) fail("it can't be read back");
  return bytes;
}

}  // namespace

std::string update_zip(std::string_view bytes, const std::map<std::string, std::string>& members) {
  zip_error_t error;
  zip_error_init(&error);
  // The library may write the copy behind what it leaves as it is, and then frees the bytes that it was given
  // even where it was told that they aren't its own; so it gets some of its own.
  void* own = std::malloc(bytes.size());
  if (own == nullptr) fail("there is not enough memory");
  std::memcpy(own, bytes.data(), bytes.size());
  const Source source(zip_source_buffer_create(own, bytes.size(), 1, &error));
  if (!source) fail(zip_error_strerror(&error));
  zip_source_keep(source.get());
  zip_t* archive = zip_open_from_source(source.get(), 0, &error);
  if (archive == nullptr) {
    zip_source_free(source.get());
    fail(zip_error_strerror(&error));
  }
  try {
    for (const auto& [name, content] : members) put(archive, name, content);
  } catch (...) {
    zip_discard(archive);
    throw;
  }
  if (zip_close(archive) != 0) {
    const std::string why = zip_strerror(archive);
    zip_discard(archive);
    fail(why);
  }
  return bytes_of(source.get());
}

}  // namespace onus
