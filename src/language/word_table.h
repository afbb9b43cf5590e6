#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace onus {

// A dictionary from hashes to numbers, used where it lies in the model file: open addressing, at most two
// thirds full. Two hashes that agree in the place and in 32 more bits are taken for the same.
class WordTable {
 public:
  struct Entry {
    std::uint32_t check;  // the lower half of the hash; 0: empty
    std::uint32_t value;
  };

  // Places behind the last that a hash can name, for what is pushed on; the very last is free.
  static constexpr std::size_t kOverhang = 256;

  WordTable() = default;
  // Throws Failure when the section is too short for what it says.
  explicit WordTable(std::span<const std::byte> section);

  std::optional<std::uint32_t> find(std::uint64_t hash) const {
    const std::uint32_t check = check_of(hash);
    for (std::size_t at = hash >> shift_;; ++at) {
      if (entries_[at].check == check) return entries_[at].value;
      if (entries_[at].check == 0) return std::nullopt;
    }
  }

  static std::uint32_t check_of(std::uint64_t hash) {
    const auto check = static_cast<std::uint32_t>(hash);
    return check == 0 ? 1 : check;
  }

 private:
  std::span<const Entry> entries_;
  unsigned shift_ = 63;
};

}  // namespace onus
