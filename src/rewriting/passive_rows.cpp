#include <algorithm>
#include <array>

#include "rewriting/phrases.h"
#include "rewriting/shaping.h"
#include "rewriting/shared_agent.h"
#include "text/closed_list.h"

namespace onus {
namespace {

// Right behind "and" or a comma, but for adverbs.
std::uint32_t link_before(const Shaping& s, std::uint32_t t) {
  while (t > s.sentence.begin && s.token(t - 1).upos == Upos::ADV) --t;
  if (t == s.sentence.begin) return kNone;
  if (s.n.form(t - 1) == ",")  // "and, when she fell, kicked by him"
    for (std::uint32_t comma = t - 1; comma-- > s.sentence.begin + 1 && comma + 14 > t;)
      if (s.n.form(comma) == ",") {
        if (s.token(comma - 1).upos == Upos::CCONJ) return comma - 1;
        break;
      }
  return s.token(t - 1).upos == Upos::CCONJ || s.n.form(t - 1) == "," ? t - 1 : kNone;
}

// The passive with an auxiliary that the participle `t` is joined to, or kNone. By the words: a parse often
// joins it to a noun between the two.
std::uint32_t joined_to(const Shaping& s, std::uint32_t t) {
  const std::uint32_t link = link_before(s, t);  // what stands in an insertion isn't joined
  for (std::uint32_t before = link == kNone ? t : link + 1; before-- > s.sentence.begin;) {
    const Token& word = s.token(before);
    if (word.xpos == Xpos::WP || word.xpos == Xpos::WDT || s.n.form(before) == ";") return kNone;
    if (participle_like(s.token(before))) {
      const PassiveGroup group = passive_group(s.n, before);
      if (group.auxiliary != kNone) return group.participles.front();
      if (link_before(s, group.words.begin) == kNone) return kNone;
    } else if (word.upos == Upos::AUX || word.xpos == Xpos::VBZ || word.xpos == Xpos::VBP) {
      return kNone;
    }
  }
  return kNone;
}

// "by the wrists", "by phone": how it was done. Whatever else stands there may have done it: the police, a
// dog.
bool is_hold_or_means(const Shaping& s, std::uint32_t begin, std::uint32_t end) {
  static constexpr std::array<std::string_view, 21> held{
      "hair", "arm",  "neck",   "throat", "wrist",    "hand", "collar", "ear",   "leg",   "ankle", "scruff",
      "foot", "coat", "sleeve", "waist",  "shoulder", "top",  "jumper", "shirt", "beard", "hood"};
  static constexpr std::array<std::string_view, 9> means{"phone", "text",     "email",   "post",  "message",
                                                         "force", "accident", "mistake", "letter"};
  if (one_of(s.n.analysis.lemma(begin), means)) return true;
  for (std::uint32_t t = begin; t < end && t < begin + 4; ++t)
    if (one_of(s.n.analysis.lemma(t), held)) return true;
  return false;
}

bool has_own_agent(const Shaping& s, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t t = begin; t + 1 < end; ++t)
    if (s.form(t) == "by" && !is_hold_or_means(s, t + 1, end)) return true;
  return false;
}

// "described having been woken by him and accused by him", "of being starved by him and sworn at by her"
bool joined_to_gerund(Shaping& s, std::uint32_t first, VerbPlace place, std::uint32_t link) {
  for (const ByAgent& other : by_agents(s.n, sentence_of(s.n.analysis, first))) {
    if (other.participle != first) continue;
    const auto clause = shaped(s.n, other);
    if (!clause || clause->shape != PassiveShape::gerund) return false;
    s.out.shape = PassiveShape::inherited;
    s.out.group.place = place;
    s.out.link = link;
    s.out.antecedent = clause->antecedent;
    return s.out.antecedent != kNone;
  }
  return false;
}

}  // namespace

// The participles behind the by-phrase that go with it.
PassiveClause with_what_follows(Shaping& s) {
  const bool whole = s.out.shape == PassiveShape::finite || s.out.shape == PassiveShape::inherited ||
                     s.out.shape == PassiveShape::relative ||
                     (s.out.shape == PassiveShape::note && !s.out.patient.empty());
  if (!whole || s.out.group.negated || s.asks()) return s.out;
  const bool of_thing = !s.out.patient.empty() && !is_person(s.n, s.out.patient);
  for (const std::uint32_t verb : sharing_the_agent(s.n, s.out.by, of_thing)) s.out.more.push_back(verb);
  return s.out;
}

// "was held by the wrists and shaken by Mr B": the first participle takes the turn, the others follow.
void read_row(Shaping& s) {
  const std::uint32_t last = s.out.by.participle;
  const PassiveGroup group = passive_group(s.n, last);
  if (s.n.form(s.sentence.end - 1) == "?") return;
  if (group.auxiliary != kNone) {
    for (std::uint32_t t = group.words.end; t + 1 < s.out.by.by; ++t)
      if (s.token(t).upos == Upos::CCONJ && participle_like(s.token(t + 1))) s.out.more.push_back(t + 1);
    return;
  }
  const std::uint32_t first = joined_to(s, last);
  if (first == kNone || link_before(s, group.words.begin) == kNone || has_own_agent(s, first, last)) return;
  const PassiveGroup whole = passive_group(s.n, first);
  if (whole.auxiliary == kNone || whole.negated) return;
  for (std::uint32_t t = whole.words.end; t <= last; ++t)
    if (t == last || (participle_like(s.token(t)) && joined_to(s, t) == first && link_before(s, t) != kNone))
      s.out.more.push_back(t);
  s.out.by.participle = first;
}

// "was woken and dragged out of bed by him"
bool moves(const Shaping& s, std::uint32_t t) {
  return one_of(s.form(t), {"out", "into", "onto", "off", "through", "up", "down"}) &&
         s.token(t + 1).upos != Upos::PUNCT && t + 1 < s.out.by.by;
}

// "was pinched and called a mummy's boy by him"
bool names_something(const Shaping& s, const PassiveGroup& group) {
  const std::uint32_t next = group.words.end;
  return group.participles.size() > 1 && next < s.out.by.by &&
         (s.token(next).upos == Upos::DET || s.token(next).upos == Upos::NOUN ||
          (!group.gerund && moves(s, next)));
}

// "was picked up, shaken and dropped on the bed by him": each has an object once one has words of its own.
void each_by_itself(Shaping& s) {
  std::vector<std::uint32_t>& row = s.out.group.participles;
  if (row.size() < 2) return;
  s.out.more.insert(s.out.more.begin(), row.begin() + 1, row.end());
  row.resize(1);
  s.out.by.participle = row.front();
  s.out.group.words.end = row.front() + 1;
}

// "was arrested, held overnight and then hit by him": a row whose acts hardly have one doer.
bool by_agencies(const Shaping& s) {
  static constexpr std::array<std::string_view, 22> official{
      "arrest",   "sack",  "charge",  "interview", "hospitalise", "admit",     "examine", "treat",
      "assess",   "refer", "dismiss", "suspend",   "detain",      "discharge", "convict", "release",
      "sentence", "evict", "deport",  "bail",      "sedate",      "question"};
  const auto is_official = [&](std::uint32_t t) { return one_of(s.n.analysis.lemma(t), official); };
  const std::vector<std::uint32_t>& row = s.out.group.participles;
  if (s.out.more.empty() && row.size() < 2) return false;
  return is_official(s.out.by.participle) || std::ranges::any_of(s.out.more, is_official) ||
         std::ranges::any_of(row, is_official);
}

// "was picked up by Mr B and kept by him": the auxiliary stands with the passive before.
bool shape_joined_bare(Shaping& s) {
  const std::uint32_t first = joined_to(s, s.out.by.participle);
  const std::uint32_t link = link_before(s, s.out.group.words.begin);
  if (first == kNone || link == kNone) return false;
  const PassiveGroup before = passive_group(s.n, first);
  if (before.auxiliary == kNone || before.negated) return false;
  const std::uint32_t own = s.n.clauses.at_predicate[first];
  if (before.gerund) return joined_to_gerund(s, first, before.place, link);
  if (own == kNone || s.n.clauses.all[own].subject == kNone) return false;
  s.out.shape = PassiveShape::inherited;
  s.out.group.place = before.place;
  s.out.link = link;
  s.out.antecedent = s.n.clauses.all[own].subject;
  return true;
}

bool shape_elliptic(Shaping& s) {
  const TokenRange what = noun_phrase_before(s.n, s.sentence.begin, s.out.group.words.begin);
  if (what.empty() || what.begin <= s.sentence.begin + 1 || s.form(what.begin - 1) != "and") return false;
  const std::uint32_t first = joined_to(s, what.begin - 1);
  if (first == kNone || !has_own_agent(s, first, what.begin)) return false;
  const PassiveGroup before = passive_group(s.n, first);
  if (before.negated || before.gerund || before.infinitive) return false;
  s.out.shape = PassiveShape::finite;
  s.out.group.place = before.place;
  s.out.patient = what;
  return true;
}

}  // namespace onus
