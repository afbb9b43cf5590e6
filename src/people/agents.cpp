#include "people/agents.h"

#include <algorithm>
#include <array>

#include "language/by_phrase.h"
#include "people/targets.h"
#include "text/closed_list.h"

namespace onus {

// A person of the family, not a professional or a body.
bool can_act(const Cast& cast, std::uint32_t place) {
  const Mention* mention = place == kNone ? nullptr : cast.at(place);
  return mention != nullptr && mention->kind != MentionKind::agency && mention->people.size() == 1 &&
         !cast.people[mention->people.front()].plays(Role::professional);
}

bool is_perpetrator(const Cast& cast, std::uint32_t person) {
  return person != kNone && cast.people[person].plays(Role::perpetrator);
}

// "convicted Mr B of assaulting her", "is charged with stalking her": whoever is convicted or charged.
std::uint32_t Agents::charged_with(const Clause& clause) const {
  if (clause.governor == kNone || text_.token(clause.predicate).xpos != Xpos::VBG) return kNone;
  if (clause.subject != kNone && !clause.subject_inherited) return kNone;
  const Clause& governor = text_.clauses.all[clause.governor];
  static constexpr std::array<std::string_view, 9> verbs{
      "convict", "charge", "accuse", "sentence", "prosecute", "suspect", "arrest", "imprison", "caution"};
  if (!one_of(text_.analysis.lemma(governor.predicate), verbs)) return kNone;
  const std::uint32_t who = governor.voice == Voice::active ? governor.object : governor.subject;
  return who != kNone && text_.cast.at(who) != nullptr ? who : kNone;
}

bool Agents::set_agent(Event& event, const Clause& clause, const ActPattern& pattern) const {
  std::uint32_t place = agent_place(clause);
  if (const std::uint32_t charged = charged_with(clause); charged != kNone) {
    event.agent_in_sentence = true;
    if (text_.cast.at(charged)->people.size() == 1) event.agent = text_.cast.at(charged)->people.front();
    return true;
  }
  const bool takes_over = clause.voice == Voice::active && (place == kNone || place == clause.subject) &&
                          (clause.subject == kNone || clause.subject_inherited);
  if (takes_over) {
    event.agent = agent_before(clause);
    if (event.agent == kNone && place == kNone) {
      event.agent = dropped_subject(clause);
      if (is_done_to(clause, event.agent)) event.agent = kNone;
    }
    if (event.agent != kNone) {
      event.agent_in_sentence = true;
      return true;
    }
  }
  // "was punched and kicked by him" has one doer; "took it from him and was pushed" tells of none.
  if (place == kNone && clause.kind == ClauseKind::coordinate && clause.governor != kNone)
    if (const Clause& first = text_.clauses.all[clause.governor];
        clause.voice == Voice::active || !clause.subject_inherited || first.voice != Voice::active)
      place = agent_place(first);
  if (clause.voice == Voice::active &&
      (place == kNone || (clause.subject_inherited && text_.cast.at(place) == nullptr)))
    if (const std::uint32_t governing = agent_of_governor(clause); governing != kNone) place = governing;
  if (place == kNone && clause.voice != Voice::active) {
    event.agent = agent_of_adverbial(clause);
    if (event.agent == kNone && pattern.tactic == Tactic::economic) event.agent = receiver(clause);
  }
  // "Her wages went into his account"
  if (clause.voice == Voice::active && pattern.tactic == Tactic::economic &&
      (text_.analysis.lemma(clause.predicate) == "go" || text_.analysis.lemma(clause.predicate) == "come") &&
      (place == kNone || text_.cast.at(place) == nullptr)) {
    event.agent = holder(clause);
    event.agent_in_sentence = event.agent != kNone;
    return event.agent != kNone;
  }
  if (place == kNone) return !pattern.ordinary || !event.target.empty() || clause.voice != Voice::active;
  place = person_over(place);
  const Mention* mention = text_.cast.at(place);
  if (mention == nullptr) {
    // "His behaviour frightened her": whose it is.
    const std::uint32_t owner = dependent(text_.analysis, text_.clauses, place, Deprel::nmod_poss);
    if (owner == kNone || text_.cast.at(owner) == nullptr)
      return !pattern.ordinary &&
             (clause.voice != Voice::active || text_.token(clause.predicate).xpos == Xpos::VBG);
    mention = text_.cast.at(owner);
  }
  if (mention->kind == MentionKind::agency || mention->said == Role::professional) return false;
  event.agent_in_sentence = true;
  if (mention->people.size() != 1) return true;
  event.agent = mention->people.front();
  // Children tell of what was done and play; what they do isn't control.
  if (text_.cast.people[event.agent].plays(Role::child) && (pattern.against_child || pattern.ordinary))
    return false;
  // Officers restrain and workers check in the course of their work.
  return !text_.cast.people[event.agent].plays(Role::professional) || is_perpetrator(text_.cast, event.agent);
}

// "Goes through her phone every night.": notes leave out the subject where it is that of the act before.
std::uint32_t Agents::dropped_subject(const Clause& clause) const {
  const Sentence& sentence = text_.analysis.sentences[clause.sentence];
  if (text_.token(clause.predicate).xpos == Xpos::VBG) return first_in_note(clause);
  if (clause.kind != ClauseKind::main || clause.predicate > sentence.tokens.begin + 1) return kNone;
  const Xpos tag = text_.token(clause.predicate).xpos;
  if (tag != Xpos::VBZ && tag != Xpos::VBD && tag != Xpos::VBN && tag != Xpos::NNS) return kNone;
  if (clause.sentence == 0 || text_.analysis.sentences[clause.sentence - 1].block != sentence.block)
    return subject_over_list(clause);
  if (is_done_by_others(clause.sentence - 1)) return kNone;
  if (const std::uint32_t agent = agent_of_notes(clause); agent != kNone) return agent;
  // "Mr Baird outside the gate 3 mornings. Handed her a letter, …": of whom the note before speaks first.
  const TokenRange before = text_.analysis.sentences[clause.sentence - 1].tokens;
  for (std::uint32_t t = before.begin; t < std::min(before.end, before.begin + 3); ++t)
    if (const Mention* mention = text_.cast.at(t);
        mention != nullptr && mention->tokens.begin == before.begin)
      return mention->kind == MentionKind::name && can_act(text_.cast, t) ? mention->people.front() : kNone;
  return kNone;
}

// "Disclosed that Carys:" over a list of what she does: the person right before the colon.
std::uint32_t Agents::subject_over_list(const Clause& clause) const {
  const auto kind = [&](std::uint32_t s) {
    return text_.document.blocks[text_.analysis.sentences[s].block].kind;
  };
  if (kind(clause.sentence) != BlockKind::list_item) return kNone;
  std::uint32_t s = clause.sentence;
  while (s > 0 && kind(s) == BlockKind::list_item) --s;
  const TokenRange over = text_.analysis.sentences[s].tokens;
  if (kind(s) == BlockKind::heading || over.size() < 2 || text_.form(over.end - 1) != ":") return kNone;
  for (std::uint32_t t = over.end - 1; t-- > over.begin && t + 5 > over.end;)
    if (const Mention* mention = text_.cast.at(t); mention != nullptr)
      return mention->tokens.end == over.end - 1 && can_act(text_.cast, t) ? mention->people.front() : kNone;
  return kNone;
}

// "Since Sept he messages Ewan. Waits outside school. Posted a photo": the one whose acts the statements
// before tell of, as long as these leave out their subject too; or of whom the first of them speaks.
std::uint32_t Agents::agent_of_notes(const Clause& clause) const {
  constexpr std::uint32_t kStatements = 4;
  const std::uint32_t sentence = clause.sentence;
  const std::uint32_t block = text_.analysis.sentences[sentence].block;
  for (std::uint32_t s = sentence; s-- > 0 && s + kStatements >= sentence;) {
    if (text_.analysis.sentences[s].block != block || is_done_by_others(s)) return kNone;
    if (agent_in_sentence_[s] != kNone) return agent_in_sentence_[s];
    const TokenRange tokens = text_.analysis.sentences[s].tokens;
    bool is_object = false;
    for (std::uint32_t t = tokens.begin; t < std::min(tokens.end, tokens.begin + 5); ++t)
      if (can_act(text_.cast, t) && (opens_as_perpetrator(t, tokens.begin) || acts_in_statement(t))) {
        const std::uint32_t person = text_.cast.at(t)->people.front();
        is_object = is_done_to(clause, person);
        if (!is_object) return person;
        break;
      }
    // "He hit her. She rang police. Pulled her hair.": not she, but whoever acted before.
    if (is_object) continue;
    const Xpos first = text_.token(tokens.begin).xpos;
    if (first != Xpos::VBD && first != Xpos::VBZ && first != Xpos::VBN) return kNone;
  }
  return kNone;
}

// "Marc was arrested by PC Hall. Took the phone.": the officers may go on.
bool Agents::is_done_by_others(std::uint32_t sentence) const {
  const TokenRange tokens = text_.analysis.sentences[sentence].tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const std::uint32_t c = text_.clauses.at_predicate[t];
    if (c == kNone || text_.clauses.all[c].kind != ClauseKind::main) continue;
    const std::uint32_t by = text_.clauses.all[c].by_agent;
    if (by != kNone && text_.cast.at(by) != nullptr) return !can_act(text_.cast, by);
  }
  return false;
}

// "Mr Baird said she was out. Smashed the phone."
bool Agents::opens_as_perpetrator(std::uint32_t t, std::uint32_t begin) const {
  const Mention& mention = *text_.cast.at(t);
  return mention.tokens.begin == begin && mention.kind == MentionKind::name &&
         is_perpetrator(text_.cast, mention.people.front());
}

// "Since Sept he messages Ewan", not "said he was out".
bool Agents::acts_in_statement(std::uint32_t t) const {
  const std::uint32_t c = text_.clauses.of_token[t];
  if (!is_nominative(t) || c == kNone) return false;
  const Clause& clause = text_.clauses.all[c];
  return clause.subject == t && clause.kind == ClauseKind::main &&
         !is_reporting(text_.analysis.lemma(clause.predicate));
}

// "Ms Hart at hospital. Pushed her down the stairs.": the one of whom the note before speaks is pushed.
bool Agents::is_done_to(const Clause& clause, std::uint32_t person) const {
  const std::uint32_t place = matcher_.affected(clause);
  const Mention* mention = place == kNone ? nullptr : text_.cast.at(place);
  if (mention != nullptr && place > clause.predicate && mention->people.size() == 1 &&
      mention->people.front() == person)
    return true;
  // "Pulled her hair."
  const std::uint32_t owner =
      clause.object == kNone ? kNone
                             : dependent(text_.analysis, text_.clauses, clause.object, Deprel::nmod_poss);
  const Mention* whose = owner == kNone ? nullptr : text_.cast.at(owner);
  return whose != nullptr && whose->people.size() == 1 && whose->people.front() == person;
}

// "Mum at gate shouting at Dad": of whom a note without a verb speaks first.
std::uint32_t Agents::first_in_note(const Clause& clause) const {
  const std::uint32_t begin = text_.analysis.sentences[clause.sentence].tokens.begin;
  std::uint32_t first = kNone;
  for (std::uint32_t t = begin; t < clause.predicate; ++t) {
    const Upos upos = text_.token(t).upos;
    if (upos == Upos::VERB || upos == Upos::AUX) return kNone;
    const Mention* mention = text_.cast.at(t);
    if (first == kNone && mention != nullptr && mention->tokens.begin == begin) first = t;
  }
  return can_act(text_.cast, first) ? text_.cast.at(first)->people.front() : kNone;
}

// "Zayn was scalded when Ms Roy threw a pan": whoever does what the clause of time tells.
std::uint32_t Agents::agent_of_adverbial(const Clause& clause) const {
  for (const std::uint32_t child : text_.clauses.dependents(clause.predicate)) {
    const std::uint32_t c = text_.clauses.at_predicate[child];
    if (c == kNone || text_.token(child).deprel != Deprel::advcl) continue;
    const std::uint32_t mark = dependent(text_.analysis, text_.clauses, child, Deprel::mark);
    const std::uint32_t advmod = dependent(text_.analysis, text_.clauses, child, Deprel::advmod);
    const bool when =
        (mark != kNone && (text_.analysis.lemma(mark) == "when" || text_.analysis.lemma(mark) == "as")) ||
        (advmod != kNone && text_.analysis.lemma(advmod) == "when");
    const Clause& other = text_.clauses.all[c];
    if (!when || other.negated || other.subject == kNone || !matcher_.match(other)) continue;
    const Mention* mention = text_.cast.at(other.subject);
    const Mention* patient = clause.subject == kNone ? nullptr : text_.cast.at(clause.subject);
    if (mention != nullptr && mention->people.size() == 1 &&
        (patient == nullptr || patient->people != mention->people) &&
        !text_.cast.people[mention->people.front()].plays(Role::professional))
      return mention->people.front();
  }
  return kNone;
}

// "Her wages were paid into his account": whoever gets what somebody else has.
std::uint32_t Agents::receiver(const Clause& clause) const {
  const std::uint32_t giver =
      clause.subject == kNone ? kNone
                              : dependent(text_.analysis, text_.clauses, clause.subject, Deprel::nmod_poss);
  if (giver == kNone || text_.cast.at(giver) == nullptr) return kNone;
  for (const std::uint32_t child : text_.clauses.dependents(clause.predicate)) {
    if (text_.token(child).deprel != Deprel::obl) continue;
    const std::string_view preposition = case_of(text_.analysis, text_.clauses, child);
    if (preposition != "to" && preposition != "into") continue;
    const std::uint32_t owner = dependent(text_.analysis, text_.clauses, child, Deprel::nmod_poss);
    if (can_act(text_.cast, owner) && text_.cast.at(owner)->people != text_.cast.at(giver)->people)
      return text_.cast.at(owner)->people.front();
  }
  return kNone;
}

// "went to his credit union", "into an account that only Mr Hart could open": who is spoken of where it goes.
std::uint32_t Agents::holder(const Clause& clause) const {
  constexpr std::uint32_t kReach = 9;  // tokens
  const std::uint32_t giver =
      clause.subject == kNone ? kNone
                              : dependent(text_.analysis, text_.clauses, clause.subject, Deprel::nmod_poss);
  const Mention* whose = giver == kNone ? nullptr : text_.cast.at(giver);
  const std::uint32_t end =
      std::min(text_.analysis.sentences[clause.sentence].tokens.end, clause.predicate + kReach);
  for (std::uint32_t t = clause.predicate + 1; t < end; ++t) {
    if (text_.form(t) == "," || text_.form(t) == "and") return kNone;
    if (!can_act(text_.cast, t)) continue;
    // "His wages go into his account."
    const bool own = whose != nullptr && whose->people == text_.cast.at(t)->people;
    return own ? kNone : text_.cast.at(t)->people.front();
  }
  return kNone;
}

// "has to send her a photo of every receipt", "was made to stand in the hall"
bool Agents::is_obliged(const Clause& clause) const {
  if (clause.predicate > 1 && text_.form(clause.predicate - 1) == "to" &&
      text_.analysis.lemma(clause.predicate - 2) == "have")
    return true;
  if (clause.governor == kNone || text_.token(clause.predicate).deprel != Deprel::xcomp) return false;
  const Clause& governor = text_.clauses.all[clause.governor];
  const std::string_view verb = text_.analysis.lemma(governor.predicate);
  return (verb == "have" && governor.object == kNone) ||
         ((verb == "make" || verb == "force") && governor.voice != Voice::active);
}

// "had to ask him for money": the subject suffers it; whoever else is named makes it so.
void Agents::set_sufferer(Event& event, const Clause& clause) const {
  if (clause.subject != kNone) add_coordinated(text_, event.target, clause.subject, kNone);
  const std::uint32_t place = matcher_.affected(clause);
  const Mention* mention = place == kNone || place == clause.subject ? nullptr : text_.cast.at(place);
  // "He checks the mileage and she has to send him a photo": whose acts the sentence tells of.
  if (mention == nullptr && is_obliged(clause) && event.target.size() == 1) {
    const std::uint32_t agent = agent_in_sentence_[clause.sentence];
    if (agent != kNone && agent != event.target.front()) event.agent = agent;
  }
  if (mention == nullptr || mention->people.size() != 1 || mention->kind == MentionKind::agency) return;
  if (text_.cast.people[mention->people.front()].plays(Role::professional)) return;
  event.agent = mention->people.front();
  event.agent_in_sentence = true;
  std::erase(event.target, event.agent);
}

// "He has been seen outside the nursery", "was parked outside", "was stood at the gate": whoever is seen is
// the one who is there.
bool Agents::is_seen(const Clause& clause) const {
  static constexpr std::array<std::string_view, 9> seeing{"see",     "find", "spot", "notice", "catch",
                                                          "observe", "park", "sit",  "stand"};
  return clause.voice != Voice::active && one_of(text_.analysis.lemma(clause.predicate), seeing);
}

std::uint32_t Agents::agent_place(const Clause& clause) const {
  if (clause.voice == Voice::active || is_seen(clause)) return subject_before(clause);
  if (clause.by_agent != kNone) return clause.by_agent;
  if (const std::uint32_t causer = causer_of(clause); causer != kNone) return causer;
  // "at the hands of Mr B", "from her partner"
  for (const std::uint32_t child : text_.clauses.dependents(clause.predicate)) {
    if (text_.token(child).deprel != Deprel::obl) continue;
    if (text_.analysis.lemma(child) == "hand")
      for (const std::uint32_t owner : text_.clauses.dependents(child))
        if (text_.cast.at(owner) != nullptr) return owner;
  }
  // Passives have been asked for theirs; an adjective that is read as one hasn't.
  return clause.copular ? by_phrase(text_.analysis, clause.predicate) : kNone;
}

// "had his wages paid into an account of hers", not "had two teeth knocked out": who has something done.
std::uint32_t Agents::causer_of(const Clause& clause) const {
  if (text_.token(clause.predicate).xpos != Xpos::VBN || clause.governor == kNone) return kNone;
  const Clause& governor = text_.clauses.all[clause.governor];
  if (text_.analysis.lemma(governor.predicate) != "have" || governor.voice != Voice::active ||
      governor.modality != Modality::none || governor.predicate > clause.predicate ||
      governor.object == kNone || governor.object > clause.predicate ||
      !can_act(text_.cast, governor.subject))
    return kNone;
  // What is one's own is suffered.
  const std::uint32_t owner = dependent(text_.analysis, text_.clauses, governor.object, Deprel::nmod_poss);
  const Mention* whose = owner == kNone ? nullptr : text_.cast.at(owner);
  const bool others = whose != nullptr && whose->people.size() == 1 &&
                      whose->people != text_.cast.at(governor.subject)->people;
  return others ? governor.subject : kNone;
}

// "after Mr Okonjo smashed the door", "States FOB holds her card", "She said he yelled": whoever stands
// right before a finite verb is its subject, even where the parse has taken the verb for another's.
std::uint32_t Agents::subject_before(const Clause& clause) const {
  const bool infinitive = text_.token(clause.predicate).features.verb_form == VerbForm::inf &&
                          !text_.form(clause.predicate).ends_with("ed");
  if (infinitive && clause.governor != kNone) {
    // "made her lash out", "caused him to lash out"
    const Clause& governor = text_.clauses.all[clause.governor];
    static constexpr std::array<std::string_view, 6> causing{"make", "cause", "lead", "drive", "let", "have"};
    if (text_.token(clause.predicate).deprel == Deprel::xcomp && governor.voice == Voice::active &&
        one_of(text_.analysis.lemma(governor.predicate), causing) &&
        text_.cast.at(governor.object) != nullptr)
      return governor.object;
  }
  const std::uint32_t begin = text_.analysis.sentences[clause.sentence].tokens.begin;
  std::uint32_t t = clause.predicate;
  while (t > begin && is_beside_verb(t - 1)) --t;
  if (!infinitive && t > begin && is_nominative(t - 1)) return t - 1;
  if (!infinitive && t > begin)
    if (const std::uint32_t near = set_apart_before(clause, t, begin); near != kNone) return near;
  const bool own = clause.subject != kNone && !clause.subject_inherited;
  if (own && (text_.cast.at(clause.subject) != nullptr || text_.token(clause.subject).upos != Upos::PROPN))
    return clause.subject;
  if (infinitive || t == begin) return clause.subject;
  const Mention* mention = text_.cast.at(t - 1);
  for (std::uint32_t u = t - 1; mention == nullptr && u > begin && u + 4 > t; --u)
    if (const Mention* longer = text_.cast.at(u - 1); longer != nullptr && longer->tokens.end == t)
      mention = longer;
  if (mention == nullptr || mention->tokens.end != t || mention->kind == MentionKind::agency)
    return clause.subject;
  const Deprel relation = text_.token(mention->head).deprel;
  const bool other_place = relation == Deprel::obj || relation == Deprel::iobj ||
                           relation == Deprel::nmod_poss || relation == Deprel::conj;
  if (other_place) return clause.subject;
  if (own) return mention->head;
  if (mention->tokens.begin == begin) return mention->head;
  const std::string before = fold(text_.form(mention->tokens.begin - 1));
  static constexpr std::array<std::string_view, 9> opening{"after", "before", "when",    "while", "since",
                                                           "until", "as",     "because", "that"};
  return one_of(before, opening) ? mention->head : clause.subject;
}

// "told her teacher “Granda pulled me off the chair”", "Night of the 31st Mr Baird put her out": the name or
// noun right before the verb, where a mark of quotation or a date sets it apart from what comes before.
std::uint32_t Agents::set_apart_before(const Clause& clause, std::uint32_t t, std::uint32_t begin) const {
  const Mention* mention = nullptr;
  for (std::uint32_t u = t; u-- > begin && u + 4 > t && mention == nullptr;) mention = text_.cast.at(u);
  if (mention == nullptr || mention->tokens.end != t || mention->tokens.begin <= begin ||
      mention->kind == MentionKind::agency || text_.token(mention->head).deprel == Deprel::nmod_poss)
    return kNone;
  const std::uint32_t before = mention->tokens.begin - 1;
  const std::string_view mark = text_.form(before);
  if (mark == "\"" || mark == "“" || mark == "``") return mention->head;
  const bool dated = text_.token(before).upos == Upos::NUM || (mark[0] >= '0' && mark[0] <= '9');
  const bool nobody = clause.subject == kNone || text_.cast.at(clause.subject) == nullptr;
  return dated && nobody && mention->kind == MentionKind::name ? mention->head : kNone;
}

// "had not", "n't", "would never": what stands between a subject and its verb, except "to".
bool Agents::is_beside_verb(std::uint32_t t) const {
  const Upos upos = text_.token(t).upos;
  if (text_.cast.at(t) != nullptr) return false;
  return upos == Upos::ADV || upos == Upos::AUX || (upos == Upos::PART && text_.analysis.lemma(t) == "not");
}

bool Agents::is_nominative(std::uint32_t t) const {
  const Mention* mention = text_.cast.at(t);
  if (mention == nullptr) return false;
  const std::string word = fold(text_.form(t));
  return word == "he" || word == "she" || word == "they" || word == "i";
}

// A further verb of the same subject, wherever the parse has hung it: "he slapped her, took her phone and
// left her outside". The one who does what stands before it in the sentence.
std::uint32_t Agents::agent_before(const Clause& clause) const {
  const std::uint32_t begin = text_.analysis.sentences[clause.sentence].tokens.begin;
  std::uint32_t t = clause.predicate;
  while (t > begin && is_beside_verb(t - 1)) --t;
  if (t == begin) return kNone;
  const std::string before = fold(text_.form(t - 1));
  const bool joins = before == "," || before == "and" || before == "then" || before == "&" ||
                     before == "or" || before == "but" || before == "having";
  if (!joins) return kNone;
  if (agent_in_sentence_[clause.sentence] != kNone) return agent_in_sentence_[clause.sentence];
  return can_act(text_.cast, clause.subject) ? kNone : nearest_subject(clause);
}

// Where the parse gives a verb a subject who can't be meant: the last one before it in the sentence.
std::uint32_t Agents::nearest_subject(const Clause& clause) const {
  const std::uint32_t begin = text_.analysis.sentences[clause.sentence].tokens.begin;
  for (std::uint32_t t = clause.predicate; t-- > begin;) {
    const std::uint32_t c = text_.clauses.at_predicate[t];
    if (c == kNone || text_.clauses.all[c].subject_inherited ||
        !can_act(text_.cast, text_.clauses.all[c].subject))
      continue;
    return text_.cast.at(text_.clauses.all[c].subject)->people.front();
  }
  return kNone;
}

// "He denied hitting her", "has a conviction for assaulting a former partner", "started locking the
// kitchen"
std::uint32_t Agents::agent_of_governor(const Clause& clause) const {
  if (clause.governor == kNone || text_.token(clause.predicate).xpos != Xpos::VBG) return kNone;
  if (clause.subject != kNone && !clause.subject_inherited) return kNone;
  const Clause& governor = text_.clauses.all[clause.governor];
  return governor.voice == Voice::active ? agent_place(governor) : kNone;
}

// The head of the mention in whose words a token stands; the token itself where there is none.
std::uint32_t Agents::person_over(std::uint32_t token) const {
  constexpr std::uint32_t kWithin = 6;  // tokens: “brother-in-law” has five
  if (token == kNone || text_.cast.at(token) != nullptr) return token;
  const auto end = static_cast<std::uint32_t>(text_.analysis.tokens.size());
  for (std::uint32_t t = token < kWithin ? 0 : token - kWithin; t < std::min(end, token + kWithin); ++t)
    if (const Mention* mention = text_.cast.at(t); mention != nullptr && mention->tokens.contains(token))
      return t;
  return token;
}

}  // namespace onus
