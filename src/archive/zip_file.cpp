#include "archive/zip_file.h"

#include <zip.h>

#include <algorithm>

#include "archive/containers.h"
#include "reading/zip_member.h"

namespace onus {
namespace {

constexpr const char* kDamaged = "is damaged; make the zip again, or unpack it and scan the folder";
constexpr const char* kDamagedMember = "is damaged in the zip; unpack it with another program and see";
constexpr const char* kTooDense =
    "unpacks to far more than a report can hold, and was not read further; check where it comes from";

zip_stat_t status_of(zip* archive, std::uint64_t index) {
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_stat_index(archive, index, 0, &status) != 0) throw Closed(kDamagedMember);
  return status;
}

}  // namespace

void ZipFile::Close::operator()(zip* archive) const { zip_discard(archive); }

ZipFile::ZipFile(const std::string& path, const ContainerLimits& limits) : limits_(limits) {
  zip_error_t error;
  zip_error_init(&error);
  open(zip_source_file_create(path.c_str(), 0, 0, &error), error);
}

ZipFile::ZipFile(const std::string* bytes, const ContainerLimits& limits) : limits_(limits) {
  zip_error_t error;
  zip_error_init(&error);
  open(zip_source_buffer_create(bytes->data(), bytes->size(), 0, &error), error);
}

void ZipFile::open(zip_source* source, zip_error& error) {
  zip_stat_t whole;
  zip_stat_init(&whole);
  if (source != nullptr) zip_source_stat(source, &whole);
  if (source != nullptr) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  if (!archive_ && source != nullptr) zip_source_free(source);
  zip_error_fini(&error);
  if (!archive_) throw Closed(kDamaged);
  if (size() > limits_.members) throw Closed("is a zip with too many files in it; unpack it in parts");
  // Members that share their bytes are how a small zip unpacks without end.
  std::uint64_t packed = 0;
  for (std::uint64_t i = 0; i < size(); ++i) packed += status_of(archive_.get(), i).comp_size;
  if ((whole.valid & ZIP_STAT_SIZE) != 0 && packed > whole.size) throw Closed(kTooDense);
}

std::uint64_t ZipFile::size() const {
  return static_cast<std::uint64_t>(std::max<zip_int64_t>(zip_get_num_entries(archive_.get(), 0), 0));
}

ZipFile::Entry ZipFile::entry(std::uint64_t index) const {
  const zip_stat_t status = status_of(archive_.get(), index);
  Entry entry;
  entry.name = status.name == nullptr ? "" : status.name;
  std::replace(entry.name.begin(), entry.name.end(), '\\', '/');
  entry.folder = entry.name.ends_with('/');
  entry.encrypted =
      (status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE;
  entry.packed = status.comp_size;
  return entry;
}

std::string ZipFile::read(std::uint64_t index) {
  const zip_stat_t status = status_of(archive_.get(), index);
  auto bytes = inflate_member(archive_.get(), index, 0, [&](std::size_t whole, std::size_t) {
    if (whole > limits_.member_bytes) throw Closed("is too large for a report; unpack the zip and split it");
    if (is_too_dense(whole, status.comp_size, limits_.inflated_per_byte)) throw Closed(kTooDense);
  });
  if (!bytes) throw Closed(kDamagedMember);
  return std::move(*bytes);
}

}  // namespace onus
