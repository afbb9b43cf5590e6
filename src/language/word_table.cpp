#include "language/word_table.h"

#include <bit>

#include "language/model_file.h"
#include "text/failure.h"

namespace onus {
namespace {
constexpr auto kDamaged = "the English model is damaged; install it again";
}

WordTable::WordTable(std::span<const std::byte> section) {
  SectionReader reader(section);
  const auto places = reader.one<std::uint64_t>();
  if (places < 2 || places > UINT32_MAX || !std::has_single_bit(places)) throw Failure(kDamaged);
  entries_ = reader.take<Entry>(places + kOverhang);
  if (entries_.back().check != 0) throw Failure(kDamaged);
  shift_ = 64 - static_cast<unsigned>(std::countr_zero(places));
}

}  // namespace onus
