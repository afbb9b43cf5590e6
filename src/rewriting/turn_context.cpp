#include "rewriting/turn_context.h"

#include <algorithm>
#include <array>

#include "rewriting/phrases.h"
#include "rewriting/turn_names.h"
#include "rewriting/what_follows.h"
#include "text/closed_list.h"

namespace onus {
namespace {

std::string form_of_be(bool past, bool many) {
  return past ? (many ? " were " : " was ") : (many ? " are " : " is ");
}

// "is hit", "will be hit", "gets hit"; "has been hit" and "may have been hit" tell of what is over.
bool told_in_the_present(const Turning& p) {
  static constexpr std::array<std::string_view, 4> over{"was", "were", "had", "got"};
  if (p.clause.group.place == VerbPlace::past || p.clause.group.place == VerbPlace::participle) return false;
  return !one_of(p.form(p.clause.group.words.begin), over);
}

// "her partner" in front of a patient who is named: only then can "her" come before its name.
bool possessive_would_come_first(const Turning& p) {
  const bool stays = p.clause.shape == PassiveShape::reduced || p.clause.shape == PassiveShape::relative ||
                     p.clause.shape == PassiveShape::whose;
  if (p.clause.by.agent.size() < 2 || p.clause.patient.empty() || stays) return false;
  if (!is_possessive_pronoun(p.token(p.clause.by.agent.begin))) return false;
  const Token& patient = p.token(p.clause.patient.begin);
  return !is_personal_pronoun(patient) && !patient.features.possessive;
}

// "Ms A" of "Ms A's phone"; otherwise all of the patient's words.
TokenRange owner_in_patient(const Turning& p) {
  for (std::uint32_t t = p.clause.patient.begin; t < p.clause.patient.end; ++t)
    if (p.token(t).xpos == Xpos::POS) return {p.clause.patient.begin, t};
  return p.clause.patient;
}

// "her partner", "Ms A's phone" → "Ms A's partner", "her phone".
void exchange_names(Turning& p, TokenRange owner, PronounSet set) {
  std::string name = words_of(p.n, owner);
  if (at_start(p) && !keeps_capital(p, owner)) name = uncapitalised(name);
  p.doer = possessive(name) + " " + agent_words(p, p.clause.by.agent.begin + 1);
  if (owner.end < p.clause.patient.end)
    p.patient = std::string(pronoun(set, PronounUse::determiner)) + " " +
                words_of(p.n, {owner.end + 1, p.clause.patient.end});
  else
    p.patient = std::string(pronoun(set, PronounUse::object));
  p.patient_set = set;
  p.swapped = true;
}

// "At her mother's house Ms A was hit by Ms B": with Ms B in front, "her" would be hers.
bool would_mean_the_doer(const Turning& p) {
  const auto doer = agent_set(p);
  const auto patient = pronouns_of(p.n, p.clause.patient);
  if (!p.slot.empty() || (patient && doer && *patient != *doer)) return false;
  if (p.clause.patient.size() == 1 && is_personal_pronoun(p.token(p.clause.patient.begin))) return false;
  std::uint32_t from =
      p.clause.patient.begin;  // of the phrases that stand before the subject in its own clause
  const std::uint32_t first = p.previous == nullptr ? p.sentence.begin : p.previous->clause.by.agent.end;
  while (from > first && p.token(from - 1).upos != Upos::VERB && p.token(from - 1).upos != Upos::AUX) --from;
  for (std::uint32_t t = from; t < p.clause.patient.begin; ++t) {
    const auto set = pronoun_set(p.form(t));
    if (set && *set != PronounSet::i && *set != PronounSet::it && (!doer || *doer == *set) &&
        (!patient || *patient == *set))
      return p.token(t).features.possessive || is_personal_pronoun(p.token(t));
  }
  return false;
}

// "The injury, which Mr B said happened at football, was inflicted by him": in front, "he" would come before
// the name it stands for.
bool patient_names(const Turning& p, PronounSet set) {
  bool inserted = false;  // words of a clause within the phrase
  for (std::uint32_t t = p.clause.patient.begin; t < p.clause.patient.end; ++t) {
    inserted |= p.n.form(t) == ",";
    const bool owner = t + 1 < p.clause.patient.end && p.token(t + 1).xpos == Xpos::POS;
    const std::uint32_t means = person_in(p.n, p.clause.by.agent);
    if (owner && means != kNone && means == person_in(p.n, {t, t + 1})) return true;
    const Mention* mention = inserted ? p.n.cast.at(t) : nullptr;
    if (mention == nullptr || mention->kind == MentionKind::pronoun) continue;
    const auto theirs = pronouns_of(p.n, mention->tokens);
    if (!theirs || *theirs == set) return true;
  }
  return false;
}

}  // namespace

namespace {

bool same_people(const Turning& p, TokenRange a, TokenRange b) {
  const std::uint32_t person = person_in(p.n, a);
  return person != kNone && person == person_in(p.n, b);
}

// Is anybody else named so far whom a pronoun of that set could mean?
bool third_candidate(const Turning& p, PronounSet set) {
  const PassiveClause& before = p.previous->clause;
  const auto known = [&](const Mention& mention) {
    return before.by.agent.contains(mention.head) || before.patient.contains(mention.head) ||
           p.clause.patient.contains(mention.head) || same_people(p, mention.tokens, before.by.agent) ||
           same_people(p, mention.tokens, before.patient);
  };
  return std::any_of(p.n.cast.mentions.begin(), p.n.cast.mentions.end(), [&](const Mention& mention) {
    if (mention.head < p.sentence.begin || mention.head >= p.clause.by.by || known(mention)) return false;
    if (mention.kind == MentionKind::pronoun || mention.kind == MentionKind::agency) return false;
    const auto theirs = pronouns_of(p.n, mention.tokens);
    return !theirs || *theirs == set;
  });
}

// "Finn is used by Mr B, and he is blamed by him": nobody does it to himself, so it is the other one.
bool is_the_other_one(const Turning& p) {
  const auto set = agent_set(p);
  const PassiveClause& before = p.previous->clause;
  const auto theirs = pronouns_of(p.n, before.by.core);
  if (!agent_is_pronoun(p) || !set || (theirs && *theirs != *set)) return false;
  const bool again = p.clause.patient.size() == 1 && pronoun_set(p.form(p.clause.patient.begin)) == *set;
  return (shares_subject_with_previous(p) || again) && !third_candidate(p, *set);
}

}  // namespace

namespace {

// "The officer noted that she had been kicked by Mr B and was stopped by him": not by the one who tells it.
bool only_tells(const Turning& p, std::uint32_t person) {
  if (person == kNone || p.previous == nullptr) return false;
  bool tells = false;
  for (const Mention& mention : p.n.cast.mentions) {
    if (mention.head < p.sentence.begin || mention.head >= p.clause.by.by) continue;
    if (mention.people.size() != 1 || mention.people.front() != person) continue;
    const Token& head = p.token(mention.head);
    if (head.deprel != Deprel::nsubj || mention.head >= p.previous->clause.patient.begin) return false;
    tells = is_reporting(p.n.analysis.lemma(head.head));
    if (!tells) return false;
  }
  return tells && p.n.cast.people[person].role() != Role::perpetrator;
}

}  // namespace

bool same_doer_as_before(const Turning& p) {
  if (p.previous == nullptr || p.previous->clause.shape == PassiveShape::relative) return false;
  const TokenRange before = p.previous->clause.by.agent;
  if (same_people(p, p.clause.by.agent, before) || is_the_other_one(p)) return true;
  std::uint32_t person = person_in(p.n, p.clause.by.agent);
  if (agent_is_pronoun(p) && only_tells(p, person)) person = kNone;
  if (agent_is_pronoun(p)) {
    const auto theirs = pronouns_of(p.n, before);
    if (!theirs && person == kNone && agent_set(p) != PronounSet::they)
      return !third_candidate(p, *agent_set(p));
    return theirs == agent_set(p) && person == kNone;
  }
  return words_of(p.n, before) == words_of(p.n, p.clause.by.agent);
}

bool shares_subject_with_previous(const Turning& p) {
  if (p.previous == nullptr) return false;
  const PassiveClause& before = p.previous->clause;
  return before.patient.contains(p.clause.antecedent) ||
         (p.clause.antecedent != kNone && before.antecedent == p.clause.antecedent);
}

bool goes_on_from_previous(const Turning& p) {
  if (p.previous == nullptr || !agent_is_pronoun(p) || p.clause.shape != PassiveShape::finite) return false;
  const PassiveClause& before = p.previous->clause;
  const bool level = before.shape == PassiveShape::finite || before.shape == PassiveShape::inherited ||
                     before.shape == PassiveShape::causative;
  if (p.clause.patient.begin <= before.by.agent.end) return false;
  const std::uint32_t link = p.clause.patient.begin - 1;
  if (!level || link < before.by.agent.end || p.form(link) != "and") return false;
  for (std::uint32_t t = before.by.agent.end; t < link; ++t) {
    const Token& word = p.token(t);
    const bool infinitive = word.xpos == Xpos::VB && p.form(t - 1) == "to";
    const bool verb = word.upos == Upos::VERB || word.upos == Upos::AUX;
    if ((verb && !infinitive) || word.upos == Upos::SCONJ) return false;
  }
  // "…, and their books were torn up by him": behind a comma "he" stays, unless it would be two people's.
  const bool two =
      p.clause.patient.size() == 1 && pronoun_set(p.form(p.clause.patient.begin)) == agent_set(p);
  const bool elliptic = p.clause.group.auxiliary == kNone;
  return (two || elliptic || p.n.form(link - 1) != ",") && same_doer_as_before(p);
}

bool row_of_verbs(const Turning& p) {
  for (std::uint32_t t = p.clause.group.words.end;
       p.slot.empty() && p.clause.more.empty() && t + 1 < p.clause.by.by; ++t)
    if (p.token(t).upos == Upos::CCONJ && p.token(t + 1).upos == Upos::VERB &&
        p.token(t + 1).xpos != Xpos::VB)
      return true;
  return false;
}

bool scope_would_change(const Turning& p) {
  static constexpr std::array<std::string_view, 9> quantifiers{
      "both", "either", "any", "anyone", "anybody", "all", "every", "everyone", "everybody"};
  return p.slot.empty() && p.clause.group.negated && one_of(p.form(p.clause.by.agent.begin), quantifiers);
}

namespace {

// "Both boys were mocked by Mr B, and the console was unplugged by him": by him as by the one before; so with
// both turned "he" is the subject before, unless somebody else comes between whom it could mean.
bool told_of_same_doer(const Turning& p) {
  if (p.previous == nullptr || p.clause.shape != PassiveShape::finite || p.clause.group.auxiliary == kNone)
    return false;
  const PassiveClause& before = p.previous->clause;
  if (before.shape != PassiveShape::finite && before.shape != PassiveShape::question) return false;
  if (is_personal_pronoun(p.token(before.by.agent.begin)) || p.clause.patient.begin < before.by.agent.end)
    return false;
  const auto set = agent_set(p);
  const auto theirs = pronouns_of(p.n, before.by.core);
  if (!set || set == PronounSet::they || (theirs && *theirs != *set)) return false;
  return std::none_of(p.n.cast.mentions.begin(), p.n.cast.mentions.end(), [&](const Mention& mention) {
    if (mention.head < before.by.agent.end || mention.head >= p.clause.by.by) return false;
    if (mention.kind == MentionKind::agency || same_people(p, mention.tokens, before.by.agent)) return false;
    if (is_possessive_pronoun(p.token(mention.head))) return false;
    const auto other = pronouns_of(p.n, mention.tokens);
    return (!other && mention.kind != MentionKind::pronoun && !p.clause.patient.contains(mention.head)) ||
           other == set;
  });
}

}  // namespace

bool ambiguous(const Turning& p) {
  if (!agent_is_pronoun(p) || goes_on_from_previous(p)) return false;
  if (p.clause.shape == PassiveShape::inherited && shares_subject_with_previous(p) && same_doer_as_before(p))
    return false;
  const auto set = pronoun_set(p.form(p.clause.by.agent.begin));
  if (p.clause.patient.size() == 1 && pronoun_set(p.form(p.clause.patient.begin)) == set) return true;
  if (patient_names(p, *set)) return true;
  if (told_of_same_doer(p)) return false;
  const std::uint32_t here = sentence_of(p.n.analysis, p.clause.by.by);
  const std::uint32_t from = p.n.analysis.sentences[here > 0 ? here - 1 : 0].tokens.begin;
  std::vector<std::uint32_t> people;
  int nameless = 0;
  for (const Mention& mention : p.n.cast.mentions) {
    if (mention.head < from || mention.head >= p.clause.by.by || mention.kind == MentionKind::pronoun)
      continue;
    if (pronouns_of(p.n, mention.tokens) != set) continue;
    if (mention.people.size() != 1)
      ++nameless;
    else if (std::find(people.begin(), people.end(), mention.people.front()) == people.end())
      people.push_back(mention.people.front());
  }
  return people.size() + static_cast<std::size_t>(nameless) > 1;
}

namespace {

// Nobody else is spoken of before the patient in this sentence, whom "her" could mean.
bool is_first_person_named(const Turning& p) {
  return std::none_of(p.n.cast.mentions.begin(), p.n.cast.mentions.end(), [&](const Mention& mention) {
    return mention.head >= p.sentence.begin && mention.head < p.clause.patient.begin &&
           mention.kind != MentionKind::agency;
  });
}

}  // namespace

namespace {

// "the father of her children", "Mr B, her then partner": with the patient named behind it, "Ms A's
// children".
void exchange_within(Turning& p) {
  const TokenRange agent = p.clause.by.agent;
  const TokenRange whom = p.clause.patient;
  const bool stays = p.clause.shape == PassiveShape::reduced || p.clause.shape == PassiveShape::relative ||
                     p.clause.shape == PassiveShape::whose;
  if (stays || whom.empty() || p.clause.by.second_by != kNone || !is_person(p.n, whom)) return;
  if (is_personal_pronoun(p.token(whom.begin)) || is_possessive_pronoun(p.token(agent.begin))) return;
  const auto theirs = pronouns_of(p.n, whom);
  if (!theirs || *theirs == PronounSet::they || theirs == agent_set(p)) return;
  for (std::uint32_t t = whom.begin; t < whom.end; ++t)
    if (p.n.form(t) == "," || p.token(t).xpos == Xpos::POS || p.token(t).upos == Upos::CCONJ) return;
  for (std::uint32_t t = agent.begin + 1; t < agent.end; ++t) {
    const Xpos tag = p.token(t).xpos;
    if (tag == Xpos::WP || tag == Xpos::WPS || tag == Xpos::WDT || p.n.form(t) == "(") return;
    if (!is_possessive_pronoun(p.token(t)) || pronoun_set(p.form(t)) != theirs) continue;
    std::string name = words_of(p.n, whom);
    if (at_start(p) && !keeps_capital(p, whom)) name = uncapitalised(name);
    p.doer =
        words_of(p.n, {agent.begin, t}) + " " + possessive(name) + " " + words_of(p.n, {t + 1, agent.end});
    p.patient = std::string(pronoun(*theirs, PronounUse::object));
    p.patient_set = theirs;
    p.swapped = true;
    return;
  }
}

}  // namespace

bool untangle(Turning& p) {
  exchange_within(p);
  if (p.swapped || !possessive_would_come_first(p)) return true;
  const std::uint32_t first = p.clause.by.agent.begin;
  const TokenRange owner = owner_in_patient(p);
  const auto set = pronoun_set(p.form(first));
  if (!set) return false;  // "whose brother"
  const auto theirs = pronouns_of(p.n, owner);
  if (theirs && *set != *theirs) return true;
  if (!is_person(p.n, owner) && !named(p, owner)) return true;
  if (*set == PronounSet::they || p.n.form(owner.end - 1) == ")")
    return true;  // "Their mother hit Ada and Chidi"
  for (std::uint32_t t = owner.begin; t < owner.end; ++t)
    if (p.n.form(t) == ",") return true;  // "Mrs Tate, 71": no possessive of that
  const Mention* means = p.n.cast.at(first);
  const bool known = means != nullptr && !means->people.empty();
  const std::uint32_t person = person_in(p.n, owner);
  if (known && person != kNone &&
      std::find(means->people.begin(), means->people.end(), person) == means->people.end())
    return false;
  if (!theirs && !known && !at_start(p) && !is_first_person_named(p)) return false;
  exchange_names(p, owner, *set);
  return true;
}

bool look_ahead(Turning& p) {
  const Followers next = what_follows(p.n, p.clause);
  if (next.blocks) return false;
  const TokenRange whom = p.clause.patient.empty() && p.clause.antecedent != kNone
                              ? phrase_around(p, p.clause.antecedent)
                              : p.clause.patient;
  if (next.while_verb != kNone && whom.empty()) return false;
  // "Her phone was taken by him while feeding the baby": nobody but he can have been doing that.
  if (next.while_verb != kNone && (is_person(p.n, whom) || named(p, whom))) {
    const std::string who = again(p, whom, PronounUse::subject);
    if (who.empty()) return false;
    const bool many = is_plural(p.n, whom) || who == "they";
    const bool past = !told_in_the_present(p);
    p.edit(p.begin_of(next.while_verb), p.begin_of(next.while_verb), who + form_of_be(past, many));
  }
  if (next.agent_relative != kNone)
    p.edit(p.end_of(p.clause.by.agent.end - 1), p.end_of(next.agent_relative),
           p.clause.group.participles.size() > 1 || !p.clause.more.empty() ? ", and" : " and");
  if (next.verb == kNone) return true;
  if (p.clause.shape != PassiveShape::finite && p.clause.shape != PassiveShape::inherited &&
      p.clause.shape != PassiveShape::note && p.clause.shape != PassiveShape::causative)
    return false;
  p.result.awaits_next = next.passive_with_agent;
  if (next.passive_with_agent) return true;  // it is turned by itself
  const std::string who = again(p, whom, PronounUse::subject);
  if (who.empty()) return false;
  const bool many = is_plural(p.n, whom) || who == "they";
  std::string text = (next.link == kNone ? "and " : "") + who + " ";
  const bool past = p.clause.group.place == VerbPlace::past;
  if (next.lacks_auxiliary) text += form_of_be(past, many).substr(1);
  p.edit(p.begin_of(next.insert_before), p.begin_of(next.insert_before), text);
  return true;
}

bool look_back(Turning& p) {
  if (p.clause.shape != PassiveShape::finite || at_start(p)) return true;
  const LeadingClause lead = leading_clause(p.n, p.clause);
  if (lead.blocks) return false;
  if (lead.verb == kNone && lead.pronoun == kNone) return !would_mean_the_doer(p);
  if (p.swapped || p.clause.patient.empty()) return false;
  const std::string name = words_of(p.n, p.clause.patient);
  const auto set = pronouns_of(p.n, p.clause.patient);
  if (!set || (agent_set(p) == set && pronoun_set(name))) return false;
  if (lead.pronoun != kNone) {
    p.edit(p.begin_of(lead.pronoun), p.end_of(lead.pronoun), name);
  } else {
    const bool past = !told_in_the_present(p);
    const bool many = *set == PronounSet::they;
    std::string verb = form_of_be(past, many);
    verb += p.n.form(lead.verb);
    if (lead.finite_past) verb = " " + p.inflector.past(p.n.analysis.lemma(lead.verb));
    p.edit(p.begin_of(lead.verb), p.end_of(lead.verb), name + verb);
  }
  p.patient = std::string(pronoun(*set, PronounUse::object));
  p.patient_set = set;
  p.swapped = true;
  return true;
}

}  // namespace onus
