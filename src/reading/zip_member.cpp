#include "reading/zip_member.h"

#include <zip.h>

#include <algorithm>
#include <memory>

namespace onus {

std::int64_t find_member(zip* archive, const std::string& name) {
  std::int64_t index = zip_name_locate(archive, name.c_str(), ZIP_FL_ENC_GUESS);
  if (index < 0) index = zip_name_locate(archive, name.c_str(), ZIP_FL_ENC_GUESS | ZIP_FL_NOCASE);
  if (index >= 0 || name.find('/') == std::string::npos) return index;
  std::string reversed = name;
  std::replace(reversed.begin(), reversed.end(), '/', '\\');
  return zip_name_locate(archive, reversed.c_str(), ZIP_FL_ENC_GUESS);
}

std::optional<std::string> inflate_member(zip* archive, std::uint64_t index, std::size_t expected,
                                          const std::function<void(std::size_t, std::size_t)>& check) {
  constexpr std::size_t kStep = std::size_t{1} << 16;
  const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> member(zip_fopen_index(archive, index, 0),
                                                                 &zip_fclose);
  if (!member) return std::nullopt;
  std::string bytes;
  bytes.reserve(expected + kStep);
  while (true) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kStep);
    const zip_int64_t got = zip_fread(member.get(), bytes.data() + before, kStep);
    if (got < 0) return std::nullopt;
    bytes.resize(before + static_cast<std::size_t>(got));
    if (got == 0) return bytes;
    check(bytes.size(), static_cast<std::size_t>(got));
  }
}

bool is_too_dense(std::uint64_t inflated, std::uint64_t packed, std::uint64_t most_per_byte) {
  constexpr std::uint64_t kSmall = std::uint64_t{1} << 20;
  return inflated > kSmall && inflated / std::max<std::uint64_t>(packed, 1) > most_per_byte;
}

}  // namespace onus
