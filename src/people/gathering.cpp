#include "people/gathering.h"

#include <algorithm>

#include "text/closed_list.h"

namespace onus {

std::span<const FoundMention> Gathering::found_in(ProseSpan span) const {
  const auto place = [&](const FoundMention& m, std::uint32_t at) {
    return analysis.tokens[m.head].span.begin < at;
  };
  const auto begin = std::lower_bound(found.begin(), found.end(), span.begin, place);
  const auto end = std::lower_bound(begin, found.end(), span.end, place);
  return {begin, end};
}

namespace {

// "D.M.D.", "Ph.D.", "QC", "LCSW"
bool is_degree(std::string_view word) {
  return starts_with_capital(word) && word.size() < 8 &&
         (word.find('.') != std::string_view::npos || is_capitals(word));
}

}  // namespace

std::uint32_t part_behind(const Gathering& g, const FoundMention& name) {
  const auto count = static_cast<std::uint32_t>(g.analysis.tokens.size());
  std::uint32_t at = name.tokens.end;
  if (at + 1 >= count || g.form(at) != ",") return kNone;
  while (at + 2 < count && g.form(at) == "," && is_degree(g.form(at + 1)) &&
         one_of(g.form(at + 2), {",", "."}))
    at += 2;
  const ProseSpan next = g.analysis.tokens[std::min(at + 1, count - 1)].span;
  for (const FoundMention& other : g.found_in(next))
    if (other.kind == MentionKind::noun && other.noun != nullptr && other.noun->sort == NounSort::part &&
        other.sentence == name.sentence &&
        !(other.tokens.end < count && g.analysis.tokens[other.tokens.end].xpos == Xpos::POS))
      return static_cast<std::uint32_t>(&other - g.found.data());
  return kNone;
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
