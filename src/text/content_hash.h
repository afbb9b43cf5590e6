#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace onus {

// SHA-256 of bytes, as 64 hexadecimal digits: the name by which a store knows what it has read.
class ContentHash {
 public:
  ContentHash();
  ~ContentHash();
  ContentHash(ContentHash&&) noexcept;
  ContentHash& operator=(ContentHash&&) noexcept;

  void add(std::string_view bytes);
  // Adds the length first, so that "ab" + "c" and "a" + "bc" differ.
  void add_field(std::string_view bytes);
  // Nothing may be added afterwards.
  std::string finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

std::string content_hash(std::string_view bytes);
// Of a whole file, a piece at a time; nullopt when it can't be read to its end (errno says why).
std::optional<std::string> content_hash_of_file(const std::string& path);

}  // namespace onus
