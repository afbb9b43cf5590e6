#include "rules/matcher.h"

#include <algorithm>
#include <array>

#include "rules/asides.h"
#include "rules/negation.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {

// What is still to be matched after an element: the rest of its sequence, then the rest of the one around it.
struct Matcher::Rest {
  const Sequence* sequence;
  std::size_t index;
  const Rest* outer;
  bool closes_span = false;  // a "]" stands behind the sequence
};

struct Matcher::State {
  std::uint32_t sentence_end = 0;
  std::uint32_t first_clause = kNone;
  bool started = false;
  bool has_asides = false;  // the sentence
  Match match;
  std::uint32_t span_begin = kNone;
  std::uint32_t span_end = kNone;
  std::uint32_t last_word_end = 0;  // end of the last element that isn't a role
  bool wants_negation = false;      // "not" was met on the way
  bool any_negation = false;        // "not?" was: negated or not
  bool skips_negation = false;      // "not" stood between two elements
  bool heeds_negation = true;
  bool says_negation = false;  // a word of the pattern is negative itself ("no insight", "never")
};

namespace {

RoleFit weaker(RoleFit a, RoleFit b) { return std::min(a, b); }

}  // namespace

Matcher::Matcher(const Narrative& narrative, const Vocabulary& vocabulary)
    : narrative_(narrative), fits_(narrative), vocabulary_(vocabulary) {
  const auto& tokens = narrative.analysis.tokens;
  std::vector<std::uint32_t> by_lemma(narrative.analysis.lemmas.size());
  for (std::size_t i = 0; i < by_lemma.size(); ++i)
    by_lemma[i] = vocabulary.find(lower(narrative.analysis.lemmas[i]));
  words_.reserve(tokens.size());
  for (std::uint32_t t = 0; t < tokens.size(); ++t) {
    const std::uint32_t lemma = by_lemma[tokens[t].lemma];
    const bool same = narrative.form(t) == narrative.analysis.lemma(t);
    const std::uint32_t form = same ? lemma : vocabulary.find(lower(narrative.form(t)));
    if (lemma == Vocabulary::kUnknown)
      words_.push_back({form, Vocabulary::kUnknown});
    else
      words_.push_back({lemma, form == lemma ? Vocabulary::kUnknown : form});
  }
  index_mentions();
  index_sentences();
  asides_ = find_asides(narrative.analysis);
  for (std::uint32_t t = 0; t < asides_.size(); ++t)
    if (asides_[t] > t) has_asides_[sentence_of_[t]] = true;
}

Matcher::Matcher(const Matcher& told, const Narrative& narrative)
    : narrative_(narrative),
      fits_(narrative),
      vocabulary_(told.vocabulary_),
      words_(told.words_),
      mention_from_(told.mention_from_),
      sentence_of_(told.sentence_of_),
      asides_(told.asides_),
      has_asides_(told.has_asides_),
      mentions_to_(told.mentions_to_),
      need_words_(told.need_words_),
      needs_met_(told.needs_met_),
      knows_needs_(told.knows_needs_) {}

void Matcher::index_mentions() {
  mention_from_.assign(narrative_.analysis.tokens.size(), kNone);
  mentions_to_.resize(narrative_.analysis.tokens.size());
  const auto& mentions = narrative_.cast.mentions;
  for (std::uint32_t m = 0; m < mentions.size(); ++m) {
    std::uint32_t& here = mention_from_[mentions[m].tokens.begin];
    if (here == kNone || mentions[here].tokens.end < mentions[m].tokens.end) here = m;
    mentions_to_[mentions[m].tokens.end - 1].push_back(m);
  }
}

void Matcher::index_sentences() {
  const auto& sentences = narrative_.analysis.sentences;
  sentence_of_.resize(narrative_.analysis.tokens.size());
  for (std::uint32_t s = 0; s < sentences.size(); ++s)
    for (std::uint32_t t = sentences[s].tokens.begin; t < sentences[s].tokens.end; ++t) sentence_of_[t] = s;
  need_words_ = (vocabulary_.needs() + 63) / 64;
  needs_met_.resize(sentences.size() * need_words_);
  knows_needs_.resize(sentences.size());
  has_asides_.resize(sentences.size());
}

void Matcher::find_needs_met(std::uint32_t sentence) const {
  knows_needs_[sentence] = true;
  std::uint64_t* const met = needs_met_.data() + sentence * need_words_;
  const TokenRange tokens = narrative_.analysis.sentences[sentence].tokens;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t)
    for (const std::uint32_t word : words_of(t))
      for (const std::uint32_t need : vocabulary_.needs_met_by(word))
        met[need / 64] |= std::uint64_t{1} << need % 64;
}

bool Matcher::meets(std::span<const std::uint32_t> needs, std::uint32_t sentence) const {
  if (!knows_needs_[sentence]) find_needs_met(sentence);
  const std::uint64_t* const met = needs_met_.data() + sentence * need_words_;
  return std::ranges::all_of(needs,
                             [&](std::uint32_t need) { return (met[need / 64] >> need % 64 & 1) != 0; });
}

std::span<const std::uint32_t> Matcher::words_of(std::uint32_t token) const {
  const auto& words = words_[token];
  return std::span(words).first(words[0] == Vocabulary::kUnknown   ? 0
                                : words[1] == Vocabulary::kUnknown ? 1
                                                                   : 2);
}

bool Matcher::is_of(std::uint32_t token, WordClass word_class) const {
  const Token& word = narrative_.analysis.tokens[token];
  switch (word_class) {
    case WordClass::any:
      return true;
    case WordClass::verb:
      return word.upos == Upos::VERB || word.upos == Upos::AUX;
    case WordClass::noun:
      return word.upos == Upos::NOUN || word.upos == Upos::PROPN;
    case WordClass::adjective:
      return word.upos == Upos::ADJ || word.xpos == Xpos::VBN || word.xpos == Xpos::VBG;
    case WordClass::adverb:
      return word.upos == Upos::ADV;
    case WordClass::number:
      return word.upos == Upos::NUM;
    case WordClass::participle:
      return word.xpos == Xpos::VBN;
    case WordClass::name:
      return is_capitalised_within(token);
  }
  return false;
}

// "at Rowan Nursery": whatever the tags say, a capital within a sentence is how a name is written.
bool Matcher::is_capitalised_within(std::uint32_t token) const {
  const std::string_view form = narrative_.form(token);
  const bool capital = !form.empty() && form.front() >= 'A' && form.front() <= 'Z' && form != "I";
  return capital && token != narrative_.analysis.sentences[sentence_of_[token]].tokens.begin;
}

bool Matcher::word_fits(const Element& element, std::uint32_t token) const {
  if (!is_of(token, element.word_class)) return false;
  return element.kind == Element::Kind::word_class ||
         std::ranges::any_of(words_of(token), [&](std::uint32_t word) {
           return std::binary_search(element.words.begin(), element.words.end(), word);
         });
}

bool Matcher::is_light(std::uint32_t token, bool before_role) const {
  const Token& word = narrative_.analysis.tokens[token];
  switch (word.upos) {
    case Upos::ADV:
    case Upos::DET:
    case Upos::AUX:
      return true;
    case Upos::PART:
      return word.features.negative || word.xpos == Xpos::POS;
    case Upos::PRON:
      return word.features.possessive;
    case Upos::ADJ:
      return !before_role;
    case Upos::VERB:
      return word.deprel == Deprel::amod && !before_role;
    case Upos::PUNCT: {
      const std::string_view form = narrative_.form(token);
      return form == "-" || form == "'" || form == "\"" || form == "‘" || form == "’" || form == "“" ||
             form == "”";
    }
    default:
      return false;
  }
}

bool Matcher::ends_gap(std::uint32_t token) const {
  const std::string_view form = narrative_.form(token);
  return form == "“" || form == "”" || form == "\"" || form == ";" || form == ":" || form == ".";
}

const Mention* Matcher::mention_from(std::uint32_t token) const {
  const std::uint32_t mention = mention_from_[token];
  return mention == kNone ? nullptr : &narrative_.cast.mentions[mention];
}

std::uint32_t Matcher::possessive_end(const Mention& mention, std::uint32_t sentence_end) const {
  const auto& tokens = narrative_.analysis.tokens;
  const std::uint32_t end = mention.tokens.end;
  if (tokens[mention.head].features.possessive) return end;
  return end < sentence_end && tokens[end].xpos == Xpos::POS ? end + 1 : kNone;
}

// The element here or behind words that may stand before it; with `asides` behind an aside at least.
bool Matcher::follow_over_light(const Element& element, const Rest* after, std::uint32_t at, bool asides,
                                State& state) const {
  const bool skipped_before = state.skips_negation;
  bool negative = false, jumped = false;
  std::uint32_t here = at;
  for (int skipped = 0; here < state.sentence_end;) {
    if (jumped == asides && may_begin(element, here)) {
      const State before = state;
      if (match_element(element, after, here, state)) return true;
      state = before;
    }
    if (!state.started || element.adjacent) break;
    if (asides && past_aside(here) > here) {
      here = past_aside(here);
      jumped = true;
      continue;
    }
    if (skipped == kLightWords || !is_light(here, element.kind == Element::Kind::role)) break;
    negative |= says_no(narrative_, here);
    state.skips_negation = skipped_before || negative;
    ++here, ++skipped;
  }
  state.skips_negation = skipped_before;
  return false;
}

bool Matcher::follow(const Rest* rest, std::uint32_t at, State& state) const {
  for (; rest != nullptr && rest->index == rest->sequence->size(); rest = rest->outer)
    if (rest->closes_span && state.span_end == kNone) state.span_end = state.match.tokens.end;
  if (rest == nullptr) return negation_fits(state);
  const Element& element = (*rest->sequence)[rest->index];
  const Rest after{rest->sequence, rest->index + 1, rest->outer, rest->closes_span};
  if (element.kind == Element::Kind::negation) {
    const State before = state;
    (element.optional ? state.any_negation : state.wants_negation) = true;
    if (follow(&after, at, state)) return true;
    state = before;
    return false;
  }
  if (element.kind == Element::Kind::gap) return match_gap(&after, at, state);
  if (follow_over_light(element, &after, at, false, state)) return true;
  if (state.has_asides && follow_over_light(element, &after, at, true, state)) return true;
  return element.optional && follow(&after, at, state);
}

namespace {

// Calls attempt(i) for the alternatives that may begin at the two words, in the order they are written,
// until one says yes.
template <class Attempt>
bool any_choice(const Choices& choices, std::uint32_t lemma, std::uint32_t form, Attempt attempt) {
  auto by_lemma = choices.openings_of(lemma);
  auto by_form = choices.openings_of(form);
  std::span<const std::uint32_t> open = choices.open;
  constexpr std::uint32_t kEnd = UINT32_MAX;
  for (;;) {
    const std::uint32_t one = by_lemma.empty() ? kEnd : by_lemma.front().choice;
    const std::uint32_t two = by_form.empty() ? kEnd : by_form.front().choice;
    const std::uint32_t three = open.empty() ? kEnd : open.front();
    const std::uint32_t next = std::min({one, two, three});
    if (next == kEnd) return false;
    if (attempt(next)) return true;
    if (one == next) by_lemma = by_lemma.subspan(1);
    if (two == next) by_form = by_form.subspan(1);
    if (three == next) open = open.subspan(1);
  }
}

}  // namespace

// A quick look, before anything is copied for a trial.
bool Matcher::may_begin(const Element& element, std::uint32_t at) const {
  switch (element.kind) {
    case Element::Kind::word:
    case Element::Kind::word_class:
      return word_fits(element, at);
    case Element::Kind::role:
      return mention_from_[at] != kNone;
    case Element::Kind::choice:
      return !element.choices->open.empty() || !element.choices->openings_of(words_[at][0]).empty() ||
             !element.choices->openings_of(words_[at][1]).empty();
    default:
      return true;
  }
}

bool Matcher::match_element(const Element& element, const Rest* after, std::uint32_t at, State& state) const {
  switch (element.kind) {
    case Element::Kind::word:
    case Element::Kind::word_class:
      return match_words(element, after, at, state);
    case Element::Kind::role:
      return match_role(element, after, at, state);
    case Element::Kind::choice:
      return any_choice(*element.choices, words_[at][0], words_[at][1], [&](std::uint32_t i) {
        const State before = state;
        const Rest inner{&element.choices->all[i], 0, after, element.closes_span};
        if (element.opens_span && state.span_begin == kNone) state.span_begin = at;
        if (follow(&inner, at, state)) return true;
        state = before;
        return false;
      });
    default:
      return false;
  }
}

bool Matcher::match_words(const Element& element, const Rest* after, std::uint32_t at, State& state) const {
  if (!state.started) {
    state.started = true;
    state.match.tokens.begin = at;
    state.first_clause = narrative_.clauses.of_token[at];
  }
  if (element.opens_span && state.span_begin == kNone) state.span_begin = at;
  state.match.tokens.end = at + 1;
  state.last_word_end = at + 1;
  state.says_negation |=
      element.kind == Element::Kind::word && narrative_.analysis.tokens[at].features.negative;
  if (element.closes_span) state.span_end = at + 1;
  return follow(after, at + 1, state);
}

bool Matcher::match_role(const Element& element, const Rest* after, std::uint32_t at, State& state) const {
  if (mention_from_[at] == kNone) return false;
  const std::uint32_t index = mention_from_[at];
  const Mention& mention = narrative_.cast.mentions[index];
  RoleFit fit = fit_of(mention.head, element.role);
  if (fit == RoleFit::no || (element.known && fit == RoleFit::unknown)) return false;
  // "accept her share" is no mention of her as a person.
  if (element.role == RolePlace::perpetrator && !element.possessive && state.started &&
      mention.kind == MentionKind::pronoun && narrative_.analysis.tokens[mention.head].features.possessive)
    return false;
  // "took him back" in a report that says who is who: whom it speaks of is as good as told.
  if (fit == RoleFit::unknown && state.started && fits_.survivor_known() &&
      is_partner_or_pronoun(narrative_, mention))
    fit = RoleFit::inferred;
  std::uint32_t end = mention.tokens.end;
  if (element.possessive) end = possessive_end(mention, state.sentence_end);
  if (end == kNone) return false;
  if (!state.started) {
    state.started = true;
    state.match.tokens.begin = at;
    state.first_clause = narrative_.clauses.of_token[at];
  }
  state.match.fit = weaker(state.match.fit, fit);
  state.match.roles[static_cast<std::size_t>(element.role)] = index;
  state.match.tokens.end = end;
  if (element.opens_span && state.span_begin == kNone) state.span_begin = at;
  if (element.closes_span) state.span_end = end;
  return follow(after, end, state);
}

// Is `clause` the clause `first`, one that depends on it (through at most two others), or the one that it
// depends on?
bool Matcher::is_near(std::uint32_t clause, std::uint32_t first) const {
  if (clause == kNone || first == kNone || narrative_.clauses.all[first].governor == clause) return true;
  for (int steps = 0; clause != kNone && steps < 4; ++steps) {
    if (clause == first) return true;
    // "Ms Hart will cook and Mr Baird will drive": someone else's doing.
    const Clause& here = narrative_.clauses.all[clause];
    if (here.kind == ClauseKind::coordinate && here.subject != kNone && !here.subject_inherited &&
        narrative_.cast.at(here.subject) != nullptr)
      return false;
    clause = narrative_.clauses.all[clause].governor;
  }
  return false;
}

// Up to eight words that stay near the clause of the first word and don't go into or out of a quotation.
bool Matcher::match_gap(const Rest* after, std::uint32_t at, State& state) const {
  const State before = state;
  for (std::uint32_t here = at; here < state.sentence_end && here <= at + kGapWords; ++here) {
    const std::uint32_t clause = narrative_.clauses.of_token[here];
    if (is_near(clause, state.first_clause) && follow(after, here, state)) return true;
    state = before;
    if (ends_gap(here)) return false;
  }
  return false;
}

bool Matcher::accept_subject(const Pattern& pattern, std::uint32_t token, Match& match) const {
  const RoleFit fit = fit_of(token, pattern.subject);
  if (fit == RoleFit::no || (pattern.subject_known && fit == RoleFit::unknown)) return false;
  match.fit = weaker(match.fit, fit);
  match.subject = token;
  match.roles[static_cast<std::size_t>(pattern.subject)] = narrative_.cast.mention_at[token];
  return true;
}

bool Matcher::check_subject(const Pattern& pattern, Match& match) const {
  // "Ms Hart to ensure": an infinitive is an action only right behind its person, not in "failed to ensure".
  if (narrative_.analysis.lemma(match.tokens.begin) == "to") return subject_before(pattern, match);
  if (match.clause != kNone) {
    const std::uint32_t subject = narrative_.clauses.all[match.clause].subject;
    if (subject != kNone && narrative_.cast.at(subject) != nullptr)
      return accept_subject(pattern, subject, match);
  }
  return subject_before(pattern, match) || left_out(pattern, match);
}

// Notes and plans: "Mother to ensure that …", "Mum not engaging", "Action: Priya to …": the mention stands
// right before.
bool Matcher::subject_before(const Pattern& pattern, Match& match) const {
  std::uint32_t before = match.tokens.begin;
  const std::uint32_t sentence_begin = narrative_.analysis.sentences[match.sentence].tokens.begin;
  for (int steps = 0; before > sentence_begin && steps <= kLightWords; ++steps) {
    --before;
    for (const std::uint32_t m : mentions_to_[before]) {
      const std::uint32_t head = narrative_.cast.mentions[m].head;
      if (!is_object(head) && accept_subject(pattern, head, match)) return true;
    }
    const Upos upos = narrative_.analysis.tokens[before].upos;
    if (upos != Upos::ADV && upos != Upos::AUX && upos != Upos::PART && upos != Upos::PUNCT) return false;
  }
  return false;
}

bool Matcher::is_object(std::uint32_t token) const {
  const Deprel relation = narrative_.analysis.tokens[token].deprel;
  return relation == Deprel::obj || relation == Deprel::iobj || relation == Deprel::obl;
}

// Notes leave out whom they speak of: "Declined support.", "03/03 Back with Wayne again". It may be anyone,
// so the finding is a note.
bool Matcher::left_out(const Pattern& pattern, Match& match) const {
  if (pattern.subject != RolePlace::survivor || pattern.subject_known) return false;
  const auto& tokens = narrative_.analysis.tokens;
  for (std::uint32_t t = narrative_.analysis.sentences[match.sentence].tokens.begin; t < match.tokens.begin;
       ++t) {
    const Upos upos = tokens[t].upos;
    if (upos != Upos::NUM && upos != Upos::PUNCT && upos != Upos::ADV && upos != Upos::AUX &&
        upos != Upos::SYM && upos != Upos::X && upos != Upos::PART)
      return false;
  }
  const Token& first = tokens[match.tokens.begin];
  const bool imperative = first.xpos == Xpos::VB &&
                          narrative_.analysis.sentences[match.sentence].tokens.begin == match.tokens.begin;
  const std::uint32_t subject = match.clause == kNone ? kNone : narrative_.clauses.all[match.clause].subject;
  // "09/02 Refused support": a date is nobody.
  if (imperative || (subject != kNone && tokens[subject].upos != Upos::NUM)) return false;
  match.fit = RoleFit::unknown;
  return true;
}

// Part of the search, so that another alternative is tried where this one asks for the wrong thing.
bool Matcher::negation_fits(const State& state) const {
  if (state.says_negation || state.any_negation || (!state.heeds_negation && !state.wants_negation))
    return true;
  return state.wants_negation ==
         (state.skips_negation || is_negated(narrative_, state.match.sentence, state.match.tokens.begin));
}

std::optional<Match> Matcher::match_at(const Pattern& pattern, std::uint32_t first,
                                       bool heed_negation) const {
  const std::uint32_t sentence = sentence_of_[first];
  if (!meets(pattern.needs, sentence)) return std::nullopt;
  State state;
  state.heeds_negation = heed_negation;
  state.has_asides = has_asides_[sentence];
  state.sentence_end = narrative_.analysis.sentences[sentence].tokens.end;
  state.match.sentence = sentence;
  const Rest whole{&pattern.elements, 0, nullptr};
  if (!follow(&whole, first, state)) return std::nullopt;
  Match match = state.match;
  match.clause = narrative_.clauses.of_token[match.tokens.begin];
  match.underlined = {state.span_begin != kNone ? state.span_begin : match.tokens.begin,
                      state.span_end != kNone                    ? state.span_end
                      : state.last_word_end > match.tokens.begin ? state.last_word_end
                                                                 : match.tokens.end};
  if (state.wants_negation)
    match.underlined.begin = with_negation(narrative_, sentence, match.underlined.begin);
  if (pattern.has_subject && !check_subject(pattern, match)) return std::nullopt;
  return match;
}

// Where it isn't known who is who, one person can't play two parts.
bool Matcher::names_same_person(const Match& one, const Match& other) const {
  const auto people = [&](std::uint32_t mention) -> const auto& {
    return narrative_.cast.mentions[mention].people;
  };
  for (std::size_t a = 0; a < one.roles.size(); ++a)
    for (std::size_t b = 0; b < other.roles.size(); ++b) {
      if (a == b || one.roles[a] == kNone || other.roles[b] == kNone) continue;
      if (one.roles[a] == other.roles[b]) return true;
      if (people(one.roles[a]).size() == 1 && people(one.roles[a]) == people(other.roles[b])) return true;
    }
  return false;
}

bool Matcher::occurs_at(const Pattern& pattern, std::uint32_t first, const Match* beside) const {
  const auto match = match_at(pattern, first, false);
  return match && (beside == nullptr || counts(*match, *beside));
}

bool Matcher::occurs_in(const Pattern& pattern, std::uint32_t sentence, const Match* beside) const {
  if (!meets(pattern.needs, sentence)) return false;
  const TokenRange range = narrative_.analysis.sentences[sentence].tokens;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    if (!pattern.anchors.empty() && std::ranges::none_of(words_of(t), [&](std::uint32_t word) {
          return std::binary_search(pattern.anchors.begin(), pattern.anchors.end(), word);
        }))
      continue;
    if (occurs_at(pattern, t, beside)) return true;
  }
  return false;
}

}  // namespace onus
