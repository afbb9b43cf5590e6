#include <array>

#include "rewriting/depictives.h"
#include "rewriting/phrases.h"

namespace onus {
namespace {

class Trailing : Depictives {
 public:
  explicit Trailing(const Turning& p) : Depictives(p) {}

  bool anything() const {
    for (std::uint32_t t = c_.group.words.end; t < words_.end; ++t) {
      if (t == c_.by.agent.begin) t = behind_;
      if (t >= words_.end) break;
      if (t >= behind_ && finite(t)) break;  // what follows is said of another clause's subject
      if (age_at(t) || young_at(t) || loose_state(t) || leans(t) || compares(t)) return true;
      if (t >= behind_ && (in_state(t) || more_of_patient(t) || stands_alone(t))) return true;
    }
    return of_young_patient() || joins_a_state() || purpose_of_patient();
  }

 private:
  // "kicked by him six months pregnant", but not "knocked unconscious", "when she was pregnant", "his
  // pregnant wife".
  bool loose_state(std::uint32_t t) const {
    if (!state(t) || t == c_.group.words.end || (t + 1 < words_.end && token(t + 1).upos == Upos::NOUN))
      return false;
    std::uint32_t before = t - 1;
    while (before > c_.group.words.end && token(before).upos == Upos::ADV) --before;
    if (verb(before) || joins(before)) return false;
    if (token(before).upos == Upos::ADP && before + 1 == t)
      return false;  // "accused by him of sleeping around"
    const bool timed = one_of(form(before), {"while", "whilst", "when"});
    return !(timed && before >= behind_);
  }

  // "while drunk", "when 15", "without saying", "despite being", "instead of being", ", only to be"
  bool leans(std::uint32_t t) const {
    if (t + 1 >= words_.end) return false;
    const std::string word = form(t);
    const Token& next = token(t + 1);
    if (one_of(word, {"while", "whilst", "when"})) {
      if (next.upos == Upos::NUM || (t < c_.by.by && no_verb(t + 1, c_.by.by))) return true;
      const bool bare = next.upos == Upos::ADJ || next.upos == Upos::ADP;
      return bare && !state(t + 1) && !state(t + 2) && !own_verb(t + 1) && is_person_hurt();
    }
    if (one_of(word, {"without", "despite", "besides"}))
      return next.xpos == Xpos::VBG && form(t + 1) != "warning";
    if (word == "instead" && form(t + 1) == "of") return true;
    if (word == "rather" && form(t + 1) == "than")
      return t + 2 < words_.end && token(t + 2).xpos == Xpos::VBG;
    if (word == "," && one_of(form(t + 1), {"only", "never"}) && form(t + 2) == "to") return true;
    if (one_of(word, {"so", "yet"}) && t >= behind_)  // "so left"
      return finite(t + 1) && next.upos == Upos::VERB;
    return false;
  }

  bool own_verb(std::uint32_t t) const {
    for (; t < words_.end && !mark(t); ++t)
      if (finite(t)) return true;
    return false;
  }

  // "more often than Ewan", ", like Ewan"
  bool compares(std::uint32_t t) const {
    if (t < behind_ || !one_of(form(t), {"than", "like", "unlike"}) || t + 1 >= words_.end) return false;
    const TokenRange who = noun_phrase_at(n_, t + 1, words_.end);
    return !who.empty() && is_person(n_, who) && mark(who.end) && form(t + 1) != "that";
  }

  // "was hit by Mr B, unconscious for an hour"
  bool stands_alone(std::uint32_t t) const {
    return t == behind_ && form(t) == "," && t + 2 < words_.end && token(t + 1).upos == Upos::ADJ &&
           token(t + 2).upos == Upos::ADP;
  }

  // "Ewan was hit by Mr B aged 15"
  bool of_young_patient() const {
    const bool aged = form(behind_) == "aged" || (behind_ >= 2 && form(behind_ - 2) == "aged");
    if (!aged || c_.patient.empty()) return false;
    const std::uint32_t person = person_in(n_, c_.patient);
    return person != kNone && n_.cast.people[person].role() == Role::child;
  }

  // "was hit by Mr B and bleeding", "and afraid", "and in hospital for a week"
  bool joins_a_state() const {
    for (std::uint32_t t = c_.by.agent.begin; t + 1 < c_.by.agent.end; ++t)
      if (joins(t) && (token(t + 1).upos == Upos::ADJ || token(t + 1).xpos == Xpos::VBG) &&
          (t + 2 >= words_.end || token(t + 2).upos == Upos::ADP || token(t + 2).upos == Upos::PUNCT))
        return true;
    // "was found by him hiding in the loft and beaten"
    if (behind_ < words_.end && token(behind_).xpos == Xpos::VBG)
      for (std::uint32_t t = behind_; t + 1 < words_.end; ++t)
        if (joins(t) && participle_like(token(t + 1))) return true;
    const std::uint32_t link = form(behind_) == "," ? behind_ + 1 : behind_;
    if (!joins(link) || link + 1 >= words_.end) return false;
    const Token& next = token(link + 1);
    if (next.xpos == Xpos::VBG || next.upos == Upos::ADP)
      return !one_of(form(link + 1), {"by", "as"}) && !clause_behind(link + 1);
    return next.upos == Upos::ADJ &&
           (link + 2 >= words_.end || token(link + 2).upos == Upos::ADP ||
            token(link + 2).upos == Upos::PART || token(link + 2).upos == Upos::PUNCT);
  }

  // "was followed by him to her mother's to get away": who wants to get away is the one it is done to. Not
  // "was told by him in the hall to get out".
  bool purpose_of_patient() const {
    static constexpr std::array<std::string_view, 5> fleeing{"escape", "flee", "leave", "survive", "recover"};
    static constexpr std::array<std::string_view, 9> with_to{"tell", "order", "force", "make", "ask",
                                                             "warn", "allow", "help",  "beg"};
    if (one_of(lemma(c_.by.participle), with_to)) return false;
    static constexpr std::array<std::string_view, 5> away{"away", "out", "help", "safe", "free"};
    bool place = false;  // a phrase of place between makes the infinitive one of purpose
    for (std::uint32_t t = behind_; t + 1 < words_.end && !finite(t) && !joins(t); ++t) {
      const bool infinitive = form(t) == "to" && token(t + 1).xpos == Xpos::VB;
      if (token(t).upos == Upos::ADP && !infinitive) place = true;
      if (!infinitive) continue;
      const bool flees =
          one_of(lemma(t + 1), fleeing) ||
          (one_of(lemma(t + 1), {"get", "be", "keep", "run", "break", "seek"}) && one_of(form(t + 2), away));
      return place && flees && is_person_hurt();
    }
    return false;
  }

  bool clause_behind(std::uint32_t t) const {
    for (; t < words_.end && form(t) != ","; ++t)
      if (finite(t)) return true;
    return false;
  }
};

}  // namespace

bool depictive_behind(const Turning& p) { return Trailing(p).anything(); }

}  // namespace onus
