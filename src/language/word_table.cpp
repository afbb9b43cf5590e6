#include "language/word_table.h"

#include <algorithm>
#include <bit>

#include "language/model_file.h"
#include "text/failure.h"

namespace onus {

WordTable::WordTable(std::span<const std::byte> section) {
  SectionReader reader(section);
  const auto size = reader.one<std::uint64_t>();
  entries_ = reader.take<Entry>(size);
  // A place must be free, or a search for what isn't there would never end.
  if (size < 2 || !std::has_single_bit(size) || entries_.back().check != 0)
    throw Failure("the English model is damaged; install it again");
  shift_ = 64 - static_cast<unsigned>(std::countr_zero(size));
}

}  // namespace onus
