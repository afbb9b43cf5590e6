#include <algorithm>
#include <array>

#include "people/gathering.h"
#include "people/roles.h"

// What the nouns beside a name say of the one whom it names: kin, profession, part, and whose.
namespace onus {
namespace {

// A noun of kinship whose owner isn't a child of the family names someone else's mother.
bool belongs_to_family(const Gathering& g, const Tie& tie) {
  if (tie.noun_mention == kNone) return true;
  const FoundMention& noun = g.found[tie.noun_mention];
  const bool parent = tie.noun->key == "mother" || tie.noun->key == "father";
  const bool sibling = tie.noun->key == "brother" || tie.noun->key == "sister" || tie.noun->key == "sibling";
  if (noun.possessor == kNone || !(parent || sibling)) return true;
  const FoundMention& owner = g.found[noun.possessor];
  if (owner.kind == MentionKind::group) return true;
  if (owner.kind == MentionKind::pronoun) return owner.plural;
  if (owner.kind != MentionKind::name) return owner.noun != nullptr && owner.noun->sort == NounSort::child;
  const auto& people = g.candidates[noun.possessor];
  return people.size() == 1 && g.people[people.front()].generation != Generation::adult;
}

// "the Respondent's mother, Mrs Lomidze", "Tam, brother of Mr Pollock"
bool is_kin_of_grown(const Gathering& g, const Tie& tie) {
  const FoundMention& owner = g.found[g.found[tie.noun_mention].possessor];
  if (owner.kind == MentionKind::noun)
    return owner.noun->sort == NounSort::part || owner.noun->sort == NounSort::partner ||
           owner.noun->key == "mother" || owner.noun->key == "father";
  if (owner.kind != MentionKind::name) return false;
  const auto& people = g.candidates[g.found[tie.noun_mention].possessor];
  return people.size() == 1 && g.people[people.front()].generation == Generation::adult;
}

Standing standing_of_words(std::string_view words) {
  const std::string folded = fold(words);
  if (folded.find("alleged") != std::string::npos || folded.find("suspected") != std::string::npos)
    return Standing::alleged;
  if (folded.find("convicted") != std::string::npos) return Standing::convicted;
  return Standing::unstated;
}

// "my aunt", "our son": not "our young people", of whom services write too.
bool writes_of_own_kin(const Gathering& g) {
  return std::any_of(g.found.begin(), g.found.end(), [&](const FoundMention& mention) {
    return mention.noun != nullptr && mention.possessor != kNone && !mention.quoted &&
           mention.kind == MentionKind::noun && g.found[mention.possessor].kind == MentionKind::writer &&
           (mention.noun->sort == NounSort::kin || mention.noun->sort == NounSort::partner ||
            (mention.noun->sort == NounSort::child && mention.noun->generation != Generation::child));
  });
}

// "Signed: N. Obiora" under a statement that speaks of "my aunt" names no worker.
bool signs_own_story(const Gathering& g, const Tie& tie, std::uint32_t person) {
  return tie.noun->key == "practitioner" && tie.noun_mention == kNone && writer_of(g) == person &&
         writes_of_own_kin(g);
}

void apply_tie(Gathering& g, const Tie& tie) {
  const auto& candidates = g.candidates[tie.name];
  if (candidates.size() != 1) return;
  const std::uint32_t person = candidates.front();
  if (signs_own_story(g, tie, person)) return;
  Known& known = g.people[person];
  if (belongs_to_family(g, tie))
    known.add_key(tie.noun->key);
  else if (is_kin_of_grown(g, tie))
    known.add_key("relative");
  if (tie.noun_mention != kNone)
    known.words.push_back(fold_words(words_of(g.document, g.analysis, g.found[tie.noun_mention].words)));
  if (known.agrees == Agreement::unknown) known.agrees = tie.noun->agrees;
  if (tie.noun->generation != Generation::unknown && known.generation == Generation::unknown)
    known.generation = tie.noun->generation;
  if (tie.noun->sort == NounSort::professional && known.generation != Generation::child) {
    known.professional = true;
    known.generation = Generation::adult;
  }
  if (tie.noun->sort == NounSort::part && tie.noun->role != Role::unknown)
    add_claim(known.claims,
              {tie.noun->role, Basis::stated, standing_of_words(g.text(tie.evidence)), tie.evidence});
  if (tie.noun_mention == kNone || g.found[tie.noun_mention].possessor == kNone) return;
  const std::uint32_t owner = g.found[tie.noun_mention].possessor;
  if (g.found[owner].kind == MentionKind::name && g.candidates[owner].size() == 1)
    g.relations.push_back({g.candidates[owner].front(), tie.noun->key, person,
                           is_former(words_of(g.document, g.analysis, g.found[tie.noun_mention].tokens))});
}

}  // namespace

bool is_former(std::string_view words) {
  const std::string folded = " " + fold_words(words);
  static constexpr std::array<std::string_view, 5> former{" ex", " former ", " previous ", " late ",
                                                          " then "};
  return std::any_of(former.begin(), former.end(),
                     [&](std::string_view word) { return folded.find(word) != std::string::npos; });
}

void apply_ties(Gathering& gathering) {
  for (const Tie& tie : gathering.ties) apply_tie(gathering, tie);
}

}  // namespace onus
