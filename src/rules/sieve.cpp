#include "rules/sieve.h"

#include <algorithm>
#include <array>

#include "rules/place_set.h"

namespace onus {
namespace {

// A word for each of many numbers, all 0 but between a text's noting and forgetting. A thread keeps some for
// the next text that asks for as many, as filling them anew takes longer than what a short text is asked.
class Table {
 public:
  explicit Table(std::size_t numbers) {
    const auto kept = std::ranges::find(kept_, numbers, &std::vector<std::uint32_t>::size);
    if (kept == kept_.end()) {
      words_.resize(numbers);
      return;
    }
    words_ = std::move(*kept);
    kept_.erase(kept);
  }
  Table(const Table&) = delete;
  Table& operator=(const Table&) = delete;
  ~Table() {
    if (kept_.size() < kMostKept) kept_.push_back(std::move(words_));
  }
  std::uint32_t& operator[](std::uint32_t number) { return words_[number]; }
  std::uint32_t operator[](std::uint32_t number) const { return words_[number]; }

 private:
  static constexpr std::size_t kMostKept = 24;
  static thread_local std::vector<std::vector<std::uint32_t>> kept_;
  std::vector<std::uint32_t> words_;
};

thread_local std::vector<std::vector<std::uint32_t>> Table::kept_;

// Values for a few of many numbers. Forgetting costs what was noted; references stay valid until then.
template <class Value>
class Sparse {
 public:
  explicit Sparse(std::size_t numbers) : places_(numbers) {}
  ~Sparse() { forget(); }

  const Value* find(std::uint32_t number) const {
    const std::uint32_t place = places_[number];
    return place == 0 ? nullptr : &at(place - 1);
  }
  // The value of the number, and whether it has only been made now.
  std::pair<Value&, bool> note(std::uint32_t number) {
    if (const std::uint32_t place = places_[number]; place != 0) return {at(place - 1), false};
    const auto place = static_cast<std::uint32_t>(numbers_.size());
    if (place == chunks_.size() * kChunk) chunks_.push_back(std::make_unique<Chunk>());
    numbers_.push_back(number);
    places_[number] = place + 1;
    return {at(place) = Value{}, true};
  }
  void forget() {
    for (const std::uint32_t number : numbers_) places_[number] = 0;
    numbers_.clear();
  }

 private:
  static constexpr std::uint32_t kChunk = 64;
  using Chunk = std::array<Value, kChunk>;
  Value& at(std::uint32_t place) { return (*chunks_[place / kChunk])[place % kChunk]; }
  const Value& at(std::uint32_t place) const { return (*chunks_[place / kChunk])[place % kChunk]; }

  Table places_;  // by number: one more than the place of its value, 0 where it has none
  std::vector<std::uint32_t> numbers_;
  std::vector<std::unique_ptr<Chunk>> chunks_;
};

}  // namespace

// Sets of places in some sentences, a bit for each token and one for each end. A pattern is followed from its
// last element to its first: the places before which the rest of it may be, give the places for one more. No
// step goes beyond the end of a sentence, as nothing stands there.
template <std::size_t size>
class Sieve::Places {
 public:
  using Set = PlaceSet<size>;

  explicit Places(const Matcher& matcher)
      : matcher_(matcher),
        vocabulary_(matcher.vocabulary()),
        words_(vocabulary_.size()),
        sets_(vocabulary_.sets()),
        alternatives_(vocabulary_.choices()) {}

  void enter(std::span<const std::uint32_t> sentences) {
    forget();
    std::uint32_t place = 0;
    everywhere_ = {};
    of_sentence_.clear();
    for (const std::uint32_t sentence : sentences) {
      const TokenRange tokens = matcher_.narrative().analysis.sentences[sentence].tokens;
      for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
        enter_token(t, place + t - tokens.begin);
        enter_mention(t, tokens, place);
        enter_aside(t, tokens, place);
      }
      Set& all = of_sentence_.emplace_back();
      for (const std::uint32_t end = place + tokens.size(); place <= end; ++place) all.add(place);
      everywhere_ |= all;
    }
    std::ranges::reverse(asides_);
  }

  // As reach, but with no light words before the first element.
  Set beginnings(std::span<const PatternStep> sequence, std::uint64_t within) {
    const Set places = places_of(within);
    Set first = places, rest = everywhere_;
    for (std::size_t i = sequence.size(); i-- > 0 && !rest.empty();) {
      const PatternStep& element = sequence[i];
      if (element.kind == PatternStep::Kind::negation) continue;
      if (element.kind == PatternStep::Kind::gap) {
        first = rest = step(element, rest);
        continue;
      }
      const Set here = at(element, rest) & places;
      first = element.optional ? first | here : here;
      rest = with_light(element, here, rest) & places;
    }
    return rest.empty() ? rest : first & places;
  }

 private:
  struct MentionPlace {
    std::uint32_t head, begin, end, possessive_end;  // but for the head places
  };
  static constexpr std::size_t kRolePlaces = 8;
  static constexpr std::size_t kClasses = 8;

  // Of a choice: those of which the sentences may hold one at all; and what was asked last and its answer, as
  // many patterns ask for the same class before the same places.
  struct Alternatives {
    std::uint32_t begin = 0, end = 0;  // in listed_
    Set after, places;
  };

  Set places_of(std::uint64_t within) const {
    if (of_sentence_.size() > 64) return everywhere_;
    Set places;
    for (std::size_t i = 0; i < of_sentence_.size(); ++i)
      if ((within >> i & 1) != 0) places |= of_sentence_[i];
    return places;
  }

  void forget() {
    words_.forget();
    sets_.forget();
    alternatives_.forget();
    listed_.clear();
    light_.fill({});
    unmarked_ = {};
    classes_.fill({});
    mentions_.clear();
    asides_.clear();
    aside_ends_ = {};
    knows_place_.fill(false);
  }

  void enter_token(std::uint32_t token, std::uint32_t place) {
    for (const std::uint32_t word : matcher_.words_of(token)) words_.note(word).first.add(place);
    for (const bool before_role : {false, true})
      if (matcher_.is_light(token, before_role)) light_[before_role].add(place);
    if (!matcher_.ends_gap(token)) unmarked_.add(place);
    for (std::size_t c = 0; c < kClasses; ++c)
      if (matcher_.is_of(token, static_cast<WordClass>(c))) classes_[c].add(place);
  }

  // The one that begins with the token, if there is one.
  void enter_mention(std::uint32_t token, TokenRange sentence, std::uint32_t first_place) {
    const Mention* mention = matcher_.mention_from(token);
    if (mention == nullptr) return;
    const auto place_of = [&](std::uint32_t at) {
      return at == kNone ? kNone : first_place + std::min(at - sentence.begin, sentence.size());
    };
    mentions_.push_back({mention->head, place_of(token), place_of(mention->tokens.end),
                         place_of(matcher_.possessive_end(*mention, sentence.end))});
  }

  // Where one of a set of words is.
  const Set& with_word_of(std::uint32_t set) {
    const auto [places, is_new] = sets_.note(set);
    if (!is_new) return places;
    for (const std::uint32_t word : vocabulary_.words_of(set))
      if (const Set* here = words_.find(word)) places |= *here;
    return places;
  }

  void enter_aside(std::uint32_t token, TokenRange sentence, std::uint32_t first_place) {
    const std::uint32_t end = matcher_.past_aside(token);
    if (end <= token) return;
    asides_.emplace_back(first_place + token - sentence.begin, first_place + end - sentence.begin);
    aside_ends_.add(asides_.back().second);
  }

  // The mentions that may stand in a role's place, by where they begin.
  const Set& playing(RolePlace place) {
    const auto number = static_cast<std::size_t>(place);
    Set& places = playing_[number];
    if (knows_place_[number]) return places;
    knows_place_[number] = true;
    places = {};
    for (const MentionPlace& mention : mentions_)
      if (matcher_.fit_of(mention.head, place) != RoleFit::no) places.add(mention.begin);
    return places;
  }

  // The places from which the whole sequence may be met so that it ends at one of `after`.
  Set reach(std::span<const PatternStep> sequence, Set after) {
    for (std::size_t i = sequence.size(); i-- > 0 && !after.empty();) after = step(sequence[i], after);
    return after;
  }

  Set step(const PatternStep& element, const Set& after) {
    if (element.kind == PatternStep::Kind::negation) return after;
    if (element.kind == PatternStep::Kind::gap) return spread(after, unmarked_, kGapWords);
    return with_light(element, at(element, after), after);
  }

  static Set spread(Set places, const Set& over, int words) {
    for (int i = 0; i < words && places.take(places.before() & over); ++i) continue;
    return places;
  }

  // As spread, and over asides, which cost no light word.
  Set spread_light(Set places, const Set& over) const {
    for (int i = 0;; ++i) {
      if (!(places & aside_ends_).empty())
        for (const auto& [begin, end] : asides_)
          if (places.has(end)) places.add(begin);
      if (i == kLightWords || !places.take(places.before() & over)) return places;
    }
  }

  Set with_light(const PatternStep& element, const Set& here, const Set& after) const {
    const Set before =
        element.adjacent ? here : spread_light(here, light_[element.kind == PatternStep::Kind::role]);
    return element.optional ? before | after : before;
  }

  // Where the element itself may begin.
  Set at(const PatternStep& element, const Set& after) {
    const Set& of_class = classes_[static_cast<std::size_t>(element.word_class)];
    switch (element.kind) {
      case PatternStep::Kind::word:
        return with_word_of(element.number) & of_class & after.before();
      case PatternStep::Kind::word_class:
        return of_class & after.before();
      case PatternStep::Kind::role:
        return at_role(element, after);
      case PatternStep::Kind::choice:
        return at_choice(element.number, after);
      default:
        return after;
    }
  }

  Set at_role(const PatternStep& element, const Set& after) {
    Set places = playing(element.role);
    for (const MentionPlace& mention : mentions_) {
      const std::uint32_t end = element.possessive ? mention.possessive_end : mention.end;
      if (end == kNone || !after.has(end)) places.drop(mention.begin);
    }
    return places;
  }

  Set at_choice(std::uint32_t number, const Set& after) {
    const Vocabulary::Choice& choice = vocabulary_.choice(number);
    const auto [here, is_new] = alternatives_.note(number);
    if (is_new) find_alternatives(choice, here);
    if (here.after == after) return here.places;
    here.after = after;
    here.places = {};
    const auto alternatives = vocabulary_.alternatives(choice);
    for (std::uint32_t i = here.begin; i < here.end; ++i)
      here.places |= reach(vocabulary_.steps(alternatives[listed_[i]]), after);
    if (!here.places.empty()) here.places &= openings_of(choice);
    return here.places;
  }

  const Set& openings_of(const Vocabulary::Choice& choice) {
    return choice.open ? everywhere_ : with_word_of(choice.set);
  }

  void find_alternatives(const Vocabulary::Choice& choice, Alternatives& here) {
    here.after = everywhere_;
    if (choice.need != Vocabulary::kUnknown && with_word_of(choice.need).empty()) return;
    const Set openings = openings_of(choice);
    if (openings.empty()) return;
    std::vector<std::uint32_t> list = alternatives_with_words_here(choice);
    const auto alternatives = vocabulary_.alternatives(choice);
    std::erase_if(list, [&](std::uint32_t i) {
      const Set places = reach(vocabulary_.steps(alternatives[i]), everywhere_);
      here.places |= places;
      return places.empty();
    });
    here.places &= openings;
    here.begin = static_cast<std::uint32_t>(listed_.size());
    listed_.insert(listed_.end(), list.begin(), list.end());
    here.end = static_cast<std::uint32_t>(listed_.size());
  }

  // Those that lack no word, if the sentences have one for each.
  std::vector<std::uint32_t> alternatives_with_words_here(const Vocabulary::Choice& choice) const {
    const auto needless = vocabulary_.needless(choice);
    std::vector<std::uint32_t> list(needless.begin(), needless.end());
    for (const auto& [word, alternative] : vocabulary_.needing(choice))
      if (words_.find(word) != nullptr) list.push_back(alternative);
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  }

  const Matcher& matcher_;
  const Vocabulary& vocabulary_;
  Set everywhere_;
  std::vector<Set> of_sentence_;
  Sparse<Set> words_;                  // by word: of those that the sentences have
  Sparse<Set> sets_;                   // by set: of those that were asked for
  Sparse<Alternatives> alternatives_;  // by choice: likewise
  std::vector<std::uint32_t> listed_;  // alternatives
  std::array<Set, 2> light_;  // words that may be left out: before anything but a role, before a role
  Set unmarked_;              // that don't end a gap
  std::array<Set, kClasses> classes_;
  std::vector<MentionPlace> mentions_;
  // Places of begin and end, the last first, so that one may follow another.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> asides_;
  Set aside_ends_;
  std::array<bool, kRolePlaces> knows_place_{};
  std::array<Set, kRolePlaces> playing_;
};

Sieve::Sieve(const Matcher& matcher) : matcher_(matcher) {}

Sieve::~Sieve() = default;

std::size_t Sieve::enter(std::span<const std::uint32_t> sentences) {
  if (std::ranges::equal(sentences, sentences_)) return sentences.size();
  sentences_.clear();
  token_at_.clear();
  for (const std::uint32_t sentence : sentences) {
    const TokenRange tokens = matcher_.narrative().analysis.sentences[sentence].tokens;
    if (!sentences_.empty() && token_at_.size() + tokens.size() + 1 > kLong) break;
    sentences_.push_back(sentence);
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) token_at_.push_back(t);
    token_at_.push_back(kNone);
  }
  if (token_at_.size() <= kShort) {
    if (!short_) short_ = std::make_unique<Places<kShort>>(matcher_);
    short_->enter(sentences_);
  } else if (token_at_.size() <= kLong) {
    if (!long_) long_ = std::make_unique<Places<kLong>>(matcher_);
    long_->enter(sentences_);
  }
  return sentences_.size();
}

std::span<const std::uint32_t> Sieve::beginnings(const Pattern& pattern, std::uint64_t within) {
  beginnings_.clear();
  const auto keep = [&](std::size_t place) {
    if (token_at_[place] != kNone) beginnings_.push_back(token_at_[place]);
  };
  if (token_at_.size() <= kShort)
    short_->beginnings(matcher_.vocabulary().steps(pattern.steps), within).for_each(keep);
  else if (token_at_.size() <= kLong)
    long_->beginnings(matcher_.vocabulary().steps(pattern.steps), within).for_each(keep);
  else
    for (std::size_t place = 0; place < token_at_.size(); ++place) keep(place);
  return beginnings_;
}

}  // namespace onus
