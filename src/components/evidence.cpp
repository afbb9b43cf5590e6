#include "components/evidence.h"

#include <algorithm>
#include <array>
#include <set>

#include "components/wordings.h"
#include "rules/wording.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

bool is_quotation_mark(std::string_view form) {
  return form == "\"" || form == "“" || form == "”" || form == "‘" || form == "’" || form == "'";
}

// "… and [gave her ten pounds]": a conjunction that joins clauses rather than nouns.
bool joins_clauses(const Narrative& narrative, std::uint32_t token) {
  const Token& word = narrative.analysis.tokens[token];
  return word.upos == Upos::CCONJ && narrative.clauses.at_predicate[word.head] != kNone;
}

// "When [she] shouted", below "he hid": a clause that tells of somebody else, beside what is quoted.
bool is_about_another(const Narrative& narrative, const Clause& clause, const Clause& above) {
  if (clause.kind != ClauseKind::relative && clause.kind != ClauseKind::adverbial) return false;
  if (clause.subject == kNone || clause.subject_inherited) return false;
  const Token& word_above = narrative.analysis.tokens[narrative.analysis.tokens[clause.predicate].head];
  if (word_above.xpos == Xpos::WP) return false;  // "controlled what [she spent]"
  const Mention* one = narrative.cast.at(clause.subject);
  const Mention* other = above.subject == kNone ? nullptr : narrative.cast.at(above.subject);
  return one == nullptr || other == nullptr || one->people != other->people;
}

// Below the clause, or in it: "hid | under the table to be safe".
bool is_within(const Narrative& narrative, std::uint32_t token, std::uint32_t clause) {
  const Clauses& clauses = narrative.clauses;
  std::uint32_t at = clauses.of_token[token];
  for (int steps = 0; at != kNone && clause != kNone && at != clause && steps < 16; ++steps)
    at = is_about_another(narrative, clauses.all[at], clauses.all[clause]) ? kNone : clauses.all[at].governor;
  return clause != kNone && at == clause;
}

bool ends_quote(const Narrative& narrative, std::uint32_t token) {
  if (narrative.analysis.tokens[token].upos == Upos::PUNCT)
    return !is_quotation_mark(narrative.form(token)) && narrative.form(token) != "-";
  return joins_clauses(narrative, token);
}

// Nothing that a quotation can end with: "gave her £", "told her that".
bool leaves_open(const Token& word) {
  switch (word.upos) {
    case Upos::ADP:
    case Upos::DET:
    case Upos::SCONJ:
    case Upos::CCONJ:
    case Upos::AUX:
    case Upos::SYM:
    case Upos::PUNCT:
      return true;
    default:
      return false;
  }
}

std::uint32_t first_token_of(const Analysis& analysis, ProseSpan span) {
  const auto first = std::partition_point(analysis.tokens.begin(), analysis.tokens.end(),
                                          [&](const Token& token) { return token.span.end <= span.begin; });
  return static_cast<std::uint32_t>(first - analysis.tokens.begin());
}

std::uint32_t last_token_of(const Analysis& analysis, ProseSpan span) {
  const auto after = std::partition_point(analysis.tokens.begin(), analysis.tokens.end(),
                                          [&](const Token& token) { return token.span.begin < span.end; });
  return after == analysis.tokens.begin() ? kNone
                                          : static_cast<std::uint32_t>(after - analysis.tokens.begin()) - 1;
}

// What matched is the least that says what it is; a reader wants the words to the end of the clause.
ProseSpan to_the_end_of_its_clause(const Narrative& narrative, ProseSpan span) {
  constexpr std::uint32_t kMore = 14;
  const Analysis& analysis = narrative.analysis;
  const std::uint32_t last = last_token_of(analysis, span);
  if (last == kNone) return span;
  const std::uint32_t sentence_end = analysis.sentences[sentence_of(analysis, last)].tokens.end;
  const std::uint32_t clauses[] = {narrative.clauses.of_token[first_token_of(analysis, span)],
                                   narrative.clauses.of_token[last]};
  const auto goes_on = [&](std::uint32_t token) {
    return analysis.tokens[token].upos == Upos::PUNCT || is_within(narrative, token, clauses[0]) ||
           is_within(narrative, token, clauses[1]);
  };
  std::uint32_t end = last;
  while (end + 1 < sentence_end && end - last < kMore && !ends_quote(narrative, end + 1) && goes_on(end + 1))
    ++end;
  const bool whole = end + 1 == sentence_end || analysis.tokens[end + 1].upos == Upos::PUNCT;
  while (!whole && end > last && leaves_open(analysis.tokens[end])) --end;
  return join(span, analysis.tokens[end].span);
}

}  // namespace

void put_in_order(const Narrative& narrative, std::vector<Evidence>& evidence) {
  for (Evidence& piece : evidence)
    if (piece.indicator != say(Wording::indicator_often))
      piece.span = to_the_end_of_its_clause(narrative, piece.span);
  std::stable_sort(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Evidence> kept;
  std::set<std::string> words;
  for (Evidence& piece : evidence) {
    if (!kept.empty() && kept.back().span.overlaps(piece.span)) {
      if (piece.span.size() > kept.back().span.size()) kept.back() = std::move(piece);
    } else if (words.insert(lower(narrative.text(piece.span))).second) {
      kept.push_back(std::move(piece));
    }
  }
  evidence = std::move(kept);
}

void add_all(std::vector<Evidence>& evidence, const std::vector<const Sighting*>& sightings) {
  for (const Sighting* sighting : sightings) evidence.push_back({sighting->span, sighting->indicator->name});
}

bool is_part_of_an_act(const Reading& reading, const Sighting& sighting) {
  const Clauses& clauses = reading.narrative.clauses;
  if (sighting.match.clause == kNone || clauses.all[sighting.match.clause].tense != Tense::none) return false;
  const std::uint32_t governor = clauses.all[sighting.match.clause].governor;
  const Deprel relation =
      reading.narrative.analysis.tokens[clauses.all[sighting.match.clause].predicate].deprel;
  if (governor == kNone || (relation != Deprel::xcomp && relation != Deprel::ccomp)) return false;
  return std::any_of(reading.acts.begin(), reading.acts.end(), [&](const Act& act) {
    return act.by_perpetrator && act.event->predicate == clauses.all[governor].predicate;
  });
}

namespace {

// "Said", "told me"; what is told to a school or a doctor is done to the other parent.
bool only_says(const Reading& reading, const Clause& clause) {
  static constexpr std::array<std::string_view, 18> say_so{
      "say",     "claim",    "allege", "state",  "report",  "describe", "believe", "think",  "feel",
      "suggest", "maintain", "insist", "assert", "explain", "mention",  "tell",    "inform", "complain"};
  const Narrative& narrative = reading.narrative;
  if (!one_of(narrative.analysis.lemma(clause.predicate), say_so)) return false;
  if (!reading.parts.plays(clause.subject, Role::perpetrator)) return false;
  const auto words = narrative.clauses.dependents(clause.predicate);
  return std::none_of(words.begin(), words.end(), [&](std::uint32_t word) {
    const Deprel relation = narrative.analysis.tokens[word].deprel;
    const Mention* mention = narrative.cast.at(word);
    return (relation == Deprel::obj || relation == Deprel::iobj || relation == Deprel::obl) &&
           (mention == nullptr || mention->kind != MentionKind::writer);
  });
}

// "That Hanne is struggling"; not "that she would be deported", which threatens.
bool is_said_of_survivor(const Reading& reading, const Clause& clause) {
  return clause.kind == ClauseKind::complement && clause.modality == Modality::none &&
         clause.tense != Tense::none && reading.parts.plays(clause.subject, Role::non_offending_parent);
}

}  // namespace

bool is_claimed_by_perpetrator(const Reading& reading, const Sighting& sighting) {
  const Clauses& clauses = reading.narrative.clauses;
  const auto is_claim = [&](const Clause& said) {
    return said.reported_by != kNone && is_said_of_survivor(reading, said) &&
           only_says(reading, clauses.all[said.reported_by]);
  };
  std::uint32_t at = sighting.match.clause;
  if (at != kNone && only_says(reading, clauses.all[at]))
    return std::any_of(clauses.all.begin(), clauses.all.end(), [&](const Clause& said) {
      return said.sentence == sighting.match.sentence && said.reported_by == at && is_claim(said);
    });
  for (int steps = 0; at != kNone && steps < 16; ++steps, at = clauses.all[at].governor)
    if (is_claim(clauses.all[at])) return true;
  return false;
}

namespace {

// By the index of a person: whether a mention names them alone, and whether one does with a single word.
struct Named {
  explicit Named(const Cast& cast) : at_all(cast.people.size()), by_one_word(cast.people.size()) {
    for (const Mention& mention : cast.mentions) {
      if (mention.kind != MentionKind::name || mention.people.size() != 1) continue;
      at_all[mention.people.front()] = true;
      if (mention.tokens.size() == 1) by_one_word[mention.people.front()] = true;
    }
  }
  std::vector<bool> at_all, by_one_word;
};

std::vector<std::uint32_t> children_of(const Cast& cast, const Named& named) {
  std::vector<std::uint32_t> children = people_in(cast, Role::child);
  std::erase_if(children, [&](std::uint32_t child) { return !named.at_all[child]; });
  return children;
}

}  // namespace

std::vector<std::uint32_t> named_children(const Cast& cast) { return children_of(cast, Named(cast)); }

namespace {

std::string_view first_word(std::string_view name) { return name.substr(0, name.find(' ')); }

// "Ewan" of "Ewan Baird", where the report calls the child by one word and no other begins so; "Child A"
// stays.
std::string short_name_of(const Cast& cast, const Named& named, std::uint32_t child) {
  const std::string& name = cast.people[child].name;
  const std::string_view first = first_word(name);
  const bool is_a_letter = name.size() <= first.size() + 2;
  if (!named.by_one_word[child] || is_a_letter) return name;
  const auto begins_so = [&](const Person& person) { return first_word(person.name) == first; };
  const bool is_shared = std::count_if(cast.people.begin(), cast.people.end(), begins_so) > 1;
  return is_shared ? name : std::string(first);
}

}  // namespace

Names family_names(const Cast& cast) {
  const Names names = names_in(cast);
  const Named named(cast);
  std::vector<std::string> children;
  for (const std::uint32_t child : children_of(cast, named))
    children.push_back(short_name_of(cast, named, child));
  return {names.survivor, names.perpetrator, children.empty() ? say(Wording::the_children) : listed(children),
          children.size() != 1};
}

}  // namespace onus
