#include "rules/role_fits.h"

#include <array>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

bool is_person_like(const Mention& mention) {
  return !mention.plural && mention.kind != MentionKind::agency && mention.kind != MentionKind::group &&
         mention.kind != MentionKind::writer;
}

RoleFit fit_from(Basis basis) { return basis == Basis::inferred ? RoleFit::inferred : RoleFit::known; }

// Whether someone of whom nothing is known may be one of the parents: by name or pronoun anyone, by noun only
// those that parents go by, so that "her uncle" is nobody's partner.
bool may_be_parent(const Narrative& n, const Mention& mention) {
  static constexpr std::array<std::string_view, 51> nouns{
      "mother",      "father",    "mum",         "mom",        "mam",        "mummy",       "mommy",
      "dad",         "daddy",     "parent",      "husband",    "wife",       "partner",     "boyfriend",
      "girlfriend",  "ex",        "ex-partner",  "ex-husband", "ex-wife",    "spouse",      "stepfather",
      "stepmother",  "stepdad",   "carer",       "respondent", "applicant",  "suspect",     "accused",
      "defendant",   "offender",  "perpetrator", "victim",     "complainer", "complainant", "survivor",
      "client",      "patient",   "pt",          "woman",      "man",        "lady",        "petitioner",
      "caregiver",   "aggrieved", "male",        "moc",        "foc",        "pursuer",     "claimant",
      "householder", "tenant"};
  if (mention.kind != MentionKind::noun) return true;
  return one_of(lower(n.analysis.lemma(mention.head)), nouns);
}

// Nouns for somebody who is accused: whoever it is, not the person whom the report takes to be abused.
bool is_accused(const Narrative& n, const Mention& mention) {
  static constexpr std::array<std::string_view, 6> nouns{"suspect",  "accused",     "defendant",
                                                         "offender", "perpetrator", "defender"};
  return mention.kind == MentionKind::noun && one_of(lower(n.analysis.lemma(mention.head)), nouns);
}

// "the parents", "both parties", "they", "each other"; not "two males from the flat upstairs".
bool is_pair(const Narrative& n, const Mention& mention, Role role) {
  static constexpr std::array<std::string_view, 22> nouns{
      "parent",    "couple",   "pair", "party",    "partner",    "spouse",   "adult", "carer",
      "caregiver", "guardian", "both", "two",      "other",      "another",  "each",  "mother",
      "father",    "mum",      "dad",  "litigant", "respondent", "applicant"};
  if (mention.kind == MentionKind::agency) return false;
  const std::string lemma = lower(n.analysis.lemma(mention.head));
  if (one_of(lemma, nouns)) return true;
  return (mention.kind == MentionKind::pronoun || mention.people.size() > 1) && role != Role::child &&
         role != Role::professional;
}

// "Mr Baird and Ms Hart": two adults of the family joined by "and".
bool joins_parents(const Narrative& n, std::uint32_t token) {
  const auto parent = [&](std::uint32_t t) {
    const Mention* mention = n.cast.at(t);
    if (mention == nullptr || !is_person_like(*mention)) return false;
    const Role role = standpoint_of(n.cast, *mention).role;
    return role == Role::unknown || role == Role::perpetrator || role == Role::non_offending_parent;
  };
  if (!parent(token)) return false;
  const Token& word = n.analysis.tokens[token];
  if (word.deprel == Deprel::conj && parent(word.head)) return true;
  for (const std::uint32_t other : n.clauses.dependents(token))
    if (n.analysis.tokens[other].deprel == Deprel::conj && parent(other)) return true;
  return false;
}

}  // namespace

RoleFits::RoleFits(const Narrative& narrative) : narrative_(narrative) {
  for (const Person& person : narrative.cast.people) {
    const bool told = person.basis() != Basis::inferred;
    survivor_known_ |= told && person.plays(Role::non_offending_parent);
    perpetrator_known_ |= told && person.plays(Role::perpetrator);
  }
}

RoleFit RoleFits::fit_of(std::uint32_t token, RolePlace place) const {
  const Mention* mention = narrative_.cast.at(token);
  if (mention == nullptr) return RoleFit::no;
  const Standpoint point = standpoint_of(narrative_.cast, *mention);
  const bool unclear = point.role == Role::unknown && may_be_parent(narrative_, *mention);
  // In a report that says who is who, someone else who has a name is someone else.
  const bool outsider = mention->kind == MentionKind::name;
  switch (place) {
    case RolePlace::survivor:
      if (point.role == Role::non_offending_parent) return fit_from(point.basis);
      return unclear && is_person_like(*mention) && !is_accused(narrative_, *mention) &&
                     !(survivor_known_ && outsider)
                 ? RoleFit::unknown
                 : RoleFit::no;
    case RolePlace::perpetrator:
      if (point.role == Role::perpetrator) return fit_from(point.basis);
      return unclear && is_person_like(*mention) && !(perpetrator_known_ && outsider) ? RoleFit::unknown
                                                                                      : RoleFit::no;
    case RolePlace::child:
      return point.role == Role::child ? RoleFit::known : RoleFit::no;
    case RolePlace::professional:
      return point.role == Role::professional || mention->kind == MentionKind::agency ||
                     mention->kind == MentionKind::writer
                 ? RoleFit::known
                 : RoleFit::no;
    case RolePlace::parent:
      if (point.role == Role::perpetrator || point.role == Role::non_offending_parent) return RoleFit::known;
      return unclear && is_person_like(*mention) ? RoleFit::known : RoleFit::no;
    case RolePlace::pair:
      return joins_parents(narrative_, token) ||
                     (mention->plural && is_pair(narrative_, *mention, point.role))
                 ? RoleFit::known
                 : RoleFit::no;
    case RolePlace::family:
      return mention->kind == MentionKind::group ? RoleFit::known : RoleFit::no;
    case RolePlace::person:
      return mention->kind != MentionKind::agency ? RoleFit::known : RoleFit::no;
  }
  return RoleFit::no;
}

bool is_partner_or_pronoun(const Narrative& n, const Mention& mention) {
  static constexpr std::array<std::string_view, 8> nouns{"husband",    "wife", "partner", "boyfriend",
                                                         "girlfriend", "ex",   "spouse",  "ex-partner"};
  if (mention.kind == MentionKind::pronoun) return true;
  const std::string lemma = lower(n.analysis.lemma(mention.head));
  return mention.kind == MentionKind::noun && one_of(lemma, nouns);
}

}  // namespace onus
