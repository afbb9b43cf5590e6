#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace onus {

// Names that stand for others: the same for the same key, and without the key nothing can be learnt from
// them, not even whether a guess is right. HMAC-SHA256. [RFC 2104]
class Pseudonyms {
 public:
  // The key is the content of a file that only its owner may read, 16 bytes or more but for a line end.
  // Throws Failure.
  explicit Pseudonyms(const std::filesystem::path& key_file);
  static Pseudonyms with_key(std::string key) { return Pseudonyms(std::move(key), Made{}); }

  // `sort` keeps a path apart from a fingerprint of the same bytes. 64 hexadecimal digits.
  std::string of(std::string_view sort, std::string_view name) const;

 private:
  struct Made {};
  Pseudonyms(std::string key, Made) : key_(std::move(key)) {}
  std::string key_;
};

}  // namespace onus
