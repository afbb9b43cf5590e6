#include "rewriting/re_attaching.h"

#include <array>

#include "rewriting/depictives.h"
#include "rewriting/phrases.h"
#include "rewriting/second_agents.h"
#include "rewriting/turn_names.h"
#include "rewriting/what_follows.h"

namespace onus {
namespace {

class ReAttaching : Depictives {
 public:
  explicit ReAttaching(const Turning& p) : Depictives(p) {}

  bool anything() const {
    return stresses_doer() || within_group() || stresses_patient() || changes_subject() ||
           self_of_patient() || owned_by_either();
  }

 private:
  // "probably by Mr B", "mainly by Mr B": the word would come to be said of the act.
  bool stresses_doer() const {
    static constexpr std::array<std::string_view, 21> words{
        "only",   "mainly",  "mostly",     "largely",    "probably",     "possibly",   "perhaps",
        "maybe",  "even",    "apparently", "allegedly",  "reportedly",   "presumably", "especially",
        "solely", "chiefly", "primarily",  "supposedly", "particularly", "likely",     "partly"};
    return one_of(form(c_.by.by - 1), words) ||
           (form(c_.by.by - 1) == "," && one_of(form(c_.by.by - 2), words));
  }

  bool within_group() const {
    static constexpr std::array<std::string_view, 17> of_subject{
        "reluctantly", "willingly", "unwillingly", "happily", "gladly",  "knowingly",
        "unknowingly", "easily",    "unwittingly", "eagerly", "bravely", "voluntarily",
        "only",        "merely",    "exclusively", "solely",  "mainly"};
    static constexpr std::array<std::string_view, 16> openings{
        "at",     "aged",     "when",    "as",   "while",  "whilst", "with",   "without",
        "though", "although", "despite", "like", "unlike", "being",  "having", "still"};
    for (std::uint32_t t = c_.group.words.begin; t < c_.group.words.end; ++t) {
      if (one_of(form(t), of_subject)) return true;
      if (form(t) != ",") continue;
      const Token& next = token(t + 1);
      if (one_of(form(t + 1), openings) || next.upos == Upos::NUM || next.upos == Upos::ADJ) return true;
    }
    return false;
  }

  // "Ms A too was", "Ewan alone was", "Not every child was"
  bool stresses_patient() const {
    if (c_.patient.empty()) return false;
    if (c_.patient.begin > words_.begin && form(c_.patient.begin - 1) == "not") return true;
    for (std::uint32_t t = c_.patient.end; t < c_.group.words.begin; ++t)
      if (one_of(form(t), {"too", "alone"})) return true;
    // "In the kitchen was Ms A hit by Mr B"
    if (c_.shape == PassiveShape::reduced && c_.patient.begin > words_.begin + 1 &&
        lemma(c_.patient.begin - 1) == "be" && token(words_.begin).upos == Upos::ADP)
      return true;
    return one_of(form(c_.group.words.begin), {"too", "alone"});
  }

  // "was told by him that he would come, and left": with him in front it would be he who left.
  bool changes_subject() const {
    if (c_.shape != PassiveShape::finite || c_.patient.empty() || !no_verb(words_.begin, c_.patient.begin))
      return false;
    const std::uint32_t handled = what_follows(n_, c_).verb;
    bool clause = false, modal = false;
    for (std::uint32_t t = behind_; t < words_.end; ++t) {
      if (t == handled) return false;
      if (!joins(t)) {
        if (finite(t)) clause = true, modal = token(t).xpos == Xpos::MD;
        continue;
      }
      std::uint32_t next = t + 1;
      while (next < words_.end && (token(next).upos == Upos::ADV || form(next) == "so")) ++next;
      if (next == handled) return false;
      const bool past =
          finite(next) && token(next).xpos != Xpos::MD && !(modal && token(next).xpos == Xpos::VBP);
      if (clause && past && (form(t - 1) == "," || modal)) return true;
    }
    return false;
  }

  // "was hit by Mr B herself"
  bool self_of_patient() const {
    std::uint32_t self = behind_ - 1;
    if (!form(self).ends_with("self")) self = behind_;
    if (!form(self).ends_with("self")) return false;
    const auto set = pronoun_set(form(self));
    const auto doer = pronouns_of(n_, {c_.by.agent.begin, self});
    if (set && doer) return *set != *doer;
    return set && !c_.patient.empty() && pronouns_of(n_, c_.patient) == set;
  }

  // "was locked in his room": where somebody is sent or kept is that one's own.
  bool sent_there(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 6> sending{"lock", "send", "confine",
                                                             "shut", "keep", "put"};
    return one_of(lemma(c_.by.participle), sending) && one_of(form(t + 1), {"room", "bedroom"});
  }

  // "was caught by the hood of his coat", "was hit on his arm": where somebody is hit or held is that one's.
  bool is_where_held(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 26> held{
        "coat",   "hood",  "hair", "arm",     "leg",      "wrist", "throat", "neck",  "collar",
        "sleeve", "ear",   "head", "face",    "back",     "chest", "chin",   "shirt", "jumper",
        "top",    "ankle", "foot", "stomach", "shoulder", "cheek", "nose",   "jacket"};
    if (t + 1 >= words_.end || !one_of(lemma(t + 1), held)) return false;
    for (std::uint32_t before = t; before-- > c_.group.words.end;)
      if (token(before).upos == Upos::ADP && form(before) != "of")
        return form(before) != "with" && form(before) != "over";
    return false;
  }

  // "was told to spy on his mother by him", "was threatened by him with being outed to his parents": the one
  // it is done to does what the verb behind says, so "his" stays that one's.
  bool does_what_follows(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 18> with_to{
        "tell",  "order",  "force",  "make",      "ask",   "warn",   "allow",    "forbid",   "instruct",
        "teach", "compel", "permit", "encourage", "bully", "coerce", "pressure", "persuade", "train"};
    const std::string_view verb = lemma(c_.by.participle);
    if (t + 1 >= words_.end) return false;
    if (form(t) == "to" && token(t + 1).xpos == Xpos::VB) return one_of(verb, with_to);
    return token(t).upos != Upos::VERB && token(t + 1).xpos == Xpos::VBG && form(t) != "while" &&
           one_of(form(t), {"with", "of", "from", "into", "for"}) &&
           one_of(verb, {"threaten", "accuse", "prevent", "stop", "blame", "force", "punish"});
  }

  // "Mr A was hit by Mr B in front of his son": "his" is the subject's first of all.
  bool owned_by_either() const {
    if (c_.patient.empty() || c_.shape != PassiveShape::finite || p_.swapped) return false;
    if (c_.patient.size() == 1 && is_personal_pronoun(token(c_.patient.begin))) return false;
    if (!is_person_hurt()) return false;
    const auto doer = agent_set(p_);
    const auto patient = pronouns_of(n_, c_.patient);
    if (!doer || agent_is_pronoun(p_)) return false;
    for (std::uint32_t t = c_.group.words.end; t < words_.end; ++t) {
      if (t == c_.by.by) t = behind_;
      if (t >= words_.end || asks(t) || (verb(t) && finite(t)) || does_what_follows(t)) break;
      if (!is_possessive_pronoun(token(t)) || pronoun_set(form(t)) != doer || sent_there(t) ||
          is_where_held(t))
        continue;
      if (patient ? *patient == *doer : t + 1 < words_.end && form(t + 1) == "own") return true;
    }
    const bool kin = is_possessive_pronoun(token(c_.by.agent.begin));
    if (!patient || *patient != *doer || kin) return false;
    // "was told by Mr B that he would be sorry"
    for (std::uint32_t t = behind_; t < words_.end && !(joins(t) && participle_like(token(t + 1))); ++t)
      if (form(t) == "that") return t + 1 < words_.end && pronoun_set(form(t + 1)) == doer;
    return false;
  }
};

}  // namespace

bool would_re_attach(const Turning& p) {
  return ReAttaching(p).anything() || opens_with_depictive(p) || depictive_behind(p) || has_second_agent(p);
}

}  // namespace onus
