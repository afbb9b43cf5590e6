#include <array>

#include "people/pronouns.h"
#include "text/closed_list.h"

// Whom the grammar and the nouns of kinship rule out for a pronoun.
namespace onus {

// "his father" isn't the father's, "her children" no child's.
bool Discourse::possession_excludes(std::uint32_t pronoun, const Known& known) const {
  const FoundMention* noun = possessed_by(pronoun);
  if (noun == nullptr || noun->noun == nullptr) return false;
  // "Mr Okafor, his class teacher": not his own.
  const std::uint32_t tied = tie_of_noun_[static_cast<std::size_t>(noun - g_.found.data())];
  if (tied != kNone && &g_.people[tied] == &known) return true;
  const NounSort sort = noun->noun->sort;
  if (sort == NounSort::partner || sort == NounSort::child) return is_child(known);
  if (sort == NounSort::group && noun->noun->key == "children") return is_child(known);
  if (sort == NounSort::kin && (noun->noun->key == "mother" || noun->noun->key == "father"))
    return known.has(noun->noun->key);
  return false;
}

namespace {

// Not "Dad", which may be the word of a child who is told of: "if he told the judge that he liked it at
// Dad's".
bool is_formal_kin(std::string_view word) { return one_of(fold(word), {"mother", "father"}); }

}  // namespace

// Whom a name or a noun without an owner ("Petitioner", "the mother") can only mean, before it is resolved.
std::uint32_t Discourse::named_by(std::uint32_t mention) const {
  const FoundMention& found = g_.found[mention];
  if (found.kind == MentionKind::name)
    return g_.candidates[mention].size() == 1 ? g_.candidates[mention].front() : kNone;
  const bool says_who = found.kind == MentionKind::noun && found.noun != nullptr &&
                        (found.noun->sort == NounSort::part || is_formal_kin(g_.form(found.head))) &&
                        found.possessor == kNone &&
                        (found.reference == Reference::definite || found.reference == Reference::bare);
  if (!says_who) return kNone;
  std::uint32_t only = kNone;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p) {
    if (!g_.people[p].has(found.noun->key)) continue;
    if (only != kNone) return kNone;
    only = p;
  }
  return only;
}

// "She reports that Ms Hart …": a subject isn't named again inside its own clause (Principle C of Chomsky
// 1981).
bool Discourse::is_named_below(std::uint32_t pronoun, std::uint32_t clause, std::uint32_t person) const {
  constexpr int kDeep = 6;
  for (std::uint32_t i = pronoun + 1;
       i < g_.found.size() && g_.found[i].sentence == g_.found[pronoun].sentence; ++i) {
    if (named_by(i) != person) continue;
    std::uint32_t c = g_.clauses.of_token[g_.found[i].head];
    for (int steps = 0; c != kNone && c != clause && steps < kDeep; ++steps) {
      if (g_.clauses.all[c].kind == ClauseKind::coordinate ||
          g_.clauses.all[c].kind == ClauseKind::parenthetical)
        c = kNone;
      else
        c = g_.clauses.all[c].governor;
    }
    if (c == clause) return true;
  }
  return false;
}

// "Sharon has seen her shout": nobody sees themselves act, wherever the parse hangs the pronoun.
bool Discourse::is_seen_acting(const FoundMention& pronoun, std::uint32_t person) const {
  static constexpr std::array<std::string_view, 6> seeing{"see",     "hear",    "watch",
                                                          "witness", "observe", "notice"};
  const std::uint32_t before = pronoun.tokens.begin - 1;
  if (pronoun.tokens.begin == 0 || !one_of(g_.analysis.lemma(before), seeing)) return false;
  const std::uint32_t c = g_.clauses.at_predicate[before];
  return c != kNone && g_.clauses.all[c].voice == Voice::active &&
         meant_at(g_.clauses.all[c].subject) == person;
}

// Whom the grammar rules out: "Mr Baird hit him" isn't about himself.
bool Discourse::excluded(std::uint32_t pronoun, std::uint32_t person) const {
  const FoundMention& from = g_.found[pronoun];
  const Known& known = g_.people[person];
  if (!compatible(agreement_of(known), from.agrees)) return true;
  if (person == g_.writer) return true;
  if (from.quoted && speaker(pronoun) == person) return true;
  if (is_seen_acting(from, person)) return true;
  if (g_.analysis.tokens[from.head].deprel == Deprel::nmod_poss) return possession_excludes(pronoun, known);
  if (from.head == kNone) return false;
  const std::uint32_t c = g_.clauses.of_token[from.head];
  if (c == kNone) return false;
  const Clause& clause = g_.clauses.all[c];
  const bool subject = clause.subject == from.head;
  if (subject && is_named_below(pronoun, c, person)) return true;
  if (!subject && meant_at(clause.subject) == person) return true;
  // "Ms Hart asked her to leave": the object of the one who speaks.
  return false;
}

}  // namespace onus
