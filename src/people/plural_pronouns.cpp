#include <algorithm>
#include <array>

#include "people/pronouns.h"

// Whom "they", "them" and "their" mean: a group that was mentioned, the children, or the couple.
namespace onus {

// All children of the report.
std::vector<std::uint32_t> Discourse::children() const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    if (is_child(g_.people[p])) out.push_back(p);
  return out;
}

bool Discourse::is_of_couples(std::uint32_t predicate) const {
  static constexpr std::array<std::string_view, 12> verbs{"separate", "marry",   "meet",    "divorce",
                                                          "part",     "cohabit", "live",    "reconcile",
                                                          "remarry",  "argue",   "reunite", "row"};
  return std::find(verbs.begin(), verbs.end(), g_.analysis.lemma(predicate)) != verbs.end();
}

// The two grown-ups who are named most, where they stand out.
std::vector<std::uint32_t> Discourse::couple() const {
  std::vector<std::uint32_t> adults;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    if (!is_child(g_.people[p]) && !g_.people[p].professional && p != g_.writer &&
        g_.people[p].named_times > 0)
      adults.push_back(p);
  std::stable_sort(adults.begin(), adults.end(), [&](std::uint32_t a, std::uint32_t b) {
    return g_.people[a].named_times > g_.people[b].named_times;
  });
  if (adults.size() < 2) return {};
  if (adults.size() > 2 && g_.people[adults[1]].named_times < 2 * g_.people[adults[2]].named_times) return {};
  return {adults[0], adults[1]};
}

std::vector<std::uint32_t> Discourse::resolve_plural(std::uint32_t mention) const {
  const FoundMention& from = g_.found[mention];
  // "their mother": the children's.
  const FoundMention* noun = possessed_by(mention);
  const bool of_parent = noun != nullptr && noun->noun != nullptr && noun->noun->sort == NounSort::kin;
  if (of_parent && !noun->plural)
    if (auto all = children(); all.size() > 1) return all;
  const std::uint32_t c = g_.clauses.of_token[from.head];
  const bool possessive = g_.analysis.tokens[from.head].deprel == Deprel::nmod_poss;
  for (const Recent& recent : recent_) {
    if (recent.people.size() < 2) continue;
    const double near = nearness(mention, recent.mention);
    if (near < 0.45) break;
    // "The children told them": not the children.
    if (!possessive && c != kNone && g_.clauses.all[c].subject != from.head &&
        g_.clauses.all[c].subject == g_.found[recent.mention].head)
      continue;
    return recent.people;
  }
  // "They separated in May", "They have lived apart since": the two of whom the report is.
  if (c != kNone && g_.clauses.all[c].subject == from.head && is_of_couples(g_.clauses.all[c].predicate))
    if (auto two = couple(); two.size() == 2) return two;
  // "gets them to school", where no group stands near: the children, if one of them was just mentioned.
  if (is_subject(g_.analysis.tokens[from.head].deprel)) return {};
  for (const Recent& recent : recent_)
    if (recent.people.size() == 1 && is_child(g_.people[recent.people.front()]) &&
        nearness(mention, recent.mention) >= 0.45)
      if (auto all = children(); all.size() > 1) return all;
  return {};
}

}  // namespace onus
