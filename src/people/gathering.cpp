#include "people/gathering.h"

#include <algorithm>

namespace onus {

std::span<const FoundMention> Gathering::found_in(ProseSpan span) const {
  const auto place = [&](const FoundMention& m, std::uint32_t at) {
    return analysis.tokens[m.head].span.begin < at;
  };
  const auto begin = std::lower_bound(found.begin(), found.end(), span.begin, place);
  const auto end = std::lower_bound(begin, found.end(), span.end, place);
  return {begin, end};
}

bool Known::has(std::string_view key) const { return std::find(keys.begin(), keys.end(), key) != keys.end(); }

void Known::add_key(std::string_view key) {
  if (!has(key)) keys.emplace_back(key);
}

Agreement agreement_of(const Known& known) {
  if (known.agrees != Agreement::unknown) return known.agrees;
  if (known.he > 2 * known.she) return Agreement::he;
  if (known.she > 2 * known.he) return Agreement::she;
  return Agreement::unknown;
}

bool compatible(Agreement a, Agreement b) {
  return a == Agreement::unknown || b == Agreement::unknown || a == b;
}

bool is_child(const Known& known) { return known.generation == Generation::child; }

}  // namespace onus
