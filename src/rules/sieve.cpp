#include "rules/sieve.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <numeric>

#include "text/sorted.h"

namespace onus {
namespace {

// Values for a few of many numbers. Making one costs a word for each number, whatever the values are;
// forgetting costs what was noted. References stay valid until then.
template <class Value>
class Sparse {
 public:
  explicit Sparse(std::size_t numbers) : places_(numbers) {}

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
  std::span<const std::uint32_t> noted() const { return numbers_; }

 private:
  static constexpr std::uint32_t kChunk = 64;
  using Chunk = std::array<Value, kChunk>;
  Value& at(std::uint32_t place) { return (*chunks_[place / kChunk])[place % kChunk]; }
  const Value& at(std::uint32_t place) const { return (*chunks_[place / kChunk])[place % kChunk]; }

  std::vector<std::uint32_t> places_;  // by number: one more than the place of its value, 0 where it has none
  std::vector<std::uint32_t> numbers_;
  std::vector<std::unique_ptr<Chunk>> chunks_;
};

}  // namespace

// Sets of places in one sentence, a bit for each token and one for its end. A pattern is followed from its
// last element to its first: the places before which the rest of it may be, give the places for one more.
template <std::size_t size>
class Sieve::Places {
 public:
  using Bits = std::bitset<size>;

  explicit Places(const Matcher& matcher)
      : matcher_(matcher),
        vocabulary_(matcher.vocabulary()),
        words_(vocabulary_.size()),
        sets_(vocabulary_.sets()),
        alternatives_(vocabulary_.choices()) {}

  void enter(TokenRange tokens) {
    tokens_ = tokens;
    everywhere_ = ~Bits{} >> (size - 1 - tokens.size());
    forget();
    enter_words();
    enter_classes();
    enter_mentions();
    enter_asides();
  }

  // As reach, but with no light words before the first element.
  Bits beginnings(const Sequence& sequence) {
    Bits first = everywhere_, rest = everywhere_;
    for (std::size_t i = sequence.size(); i-- > 0 && rest.any();) {
      const Element& element = sequence[i];
      if (element.kind == Element::Kind::negation) continue;
      if (element.kind == Element::Kind::gap) {
        first = rest = step(element, rest);
        continue;
      }
      const Bits here = at(element, rest);
      first = element.optional ? first | here : here;
      rest = with_light(element, here, rest);
    }
    return rest.any() ? first : rest;
  }

 private:
  struct MentionPlace {
    std::uint32_t head, begin, end, possessive_end;  // but for the head counted in the sentence
  };
  static constexpr std::size_t kRolePlaces = 8;
  static constexpr std::size_t kClasses = 7;

  // Of a choice: those of which the sentence may hold one at all; and what was asked last and its answer, as
  // many patterns ask for the same class before the same places.
  struct Alternatives {
    std::uint32_t begin = 0, end = 0;  // in listed_
    Bits after, places;
  };

  void forget() {
    words_.forget();
    sets_.forget();
    alternatives_.forget();
    listed_.clear();
  }

  void enter_words() {
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t)
      for (const std::uint32_t word : matcher_.words_of(t)) words_.note(word).first.set(t - tokens_.begin);
  }

  // Where one of a set of words is.
  const Bits& with_word_of(std::uint32_t set) {
    const auto [places, is_new] = sets_.note(set);
    if (!is_new) return places;
    if (const auto words = vocabulary_.words_of(set); words.size() < words_.noted().size()) {
      for (const std::uint32_t word : words)
        if (const Bits* here = words_.find(word)) places |= *here;
    } else {
      for (const std::uint32_t word : words_.noted())
        if (vocabulary_.holds(set, word)) places |= *words_.find(word);
    }
    return places;
  }

  void enter_classes() {
    light_.fill({});
    unmarked_.reset();
    classes_.fill({});
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      const std::uint32_t place = t - tokens_.begin;
      for (const bool before_role : {false, true})
        if (matcher_.is_light(t, before_role)) light_[before_role].set(place);
      if (!matcher_.ends_gap(t)) unmarked_.set(place);
      for (std::size_t c = 0; c < kClasses; ++c)
        if (matcher_.is_of(t, static_cast<WordClass>(c))) classes_[c].set(place);
    }
  }

  // From the last to the first, so that one may follow another.
  void enter_asides() {
    asides_.clear();
    for (std::uint32_t t = tokens_.end; t-- > tokens_.begin;)
      if (const std::uint32_t end = matcher_.past_aside(t); end > t)
        asides_.emplace_back(t - tokens_.begin, end - tokens_.begin);
  }

  void enter_mentions() {
    mentions_.clear();
    knows_place_.fill(false);
    const auto place_of = [&](std::uint32_t token) {
      return token == kNone ? kNone : std::min(token - tokens_.begin, tokens_.size());
    };
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t)
      if (const Mention* mention = matcher_.mention_from(t); mention != nullptr)
        mentions_.push_back({mention->head, t - tokens_.begin, place_of(mention->tokens.end),
                             place_of(matcher_.possessive_end(*mention, tokens_.end))});
  }

  // The mentions that may stand in a role's place, by where they begin.
  const Bits& playing(RolePlace place) {
    const auto number = static_cast<std::size_t>(place);
    Bits& bits = playing_[number];
    if (knows_place_[number]) return bits;
    knows_place_[number] = true;
    bits.reset();
    for (const MentionPlace& mention : mentions_)
      if (matcher_.fit_of(mention.head, place) != RoleFit::no) bits.set(mention.begin);
    return bits;
  }

  // The places from which the whole sequence may be met so that it ends at one of `after`.
  Bits reach(const Sequence& sequence, Bits after) {
    for (std::size_t i = sequence.size(); i-- > 0 && after.any();) after = step(sequence[i], after);
    return after;
  }

  Bits step(const Element& element, const Bits& after) {
    if (element.kind == Element::Kind::negation) return after;
    if (element.kind == Element::Kind::gap) return spread(after, unmarked_, kGapWords);
    return with_light(element, at(element, after), after);
  }

  static Bits spread(Bits places, const Bits& over, int words) {
    for (int i = 0; i < words; ++i) places |= places >> 1 & over;
    return places;
  }

  // As spread, and over asides, which cost no light word.
  Bits spread_light(Bits places, const Bits& over) const {
    if (asides_.empty()) return spread(places, over, kLightWords);
    for (int i = 0; i <= kLightWords; ++i) {
      for (const auto& [begin, end] : asides_)
        if (places[end]) places.set(begin);
      if (i < kLightWords) places |= places >> 1 & over;
    }
    return places;
  }

  Bits with_light(const Element& element, const Bits& here, const Bits& after) const {
    const Bits before =
        element.adjacent ? here : spread_light(here, light_[element.kind == Element::Kind::role]);
    return element.optional ? before | after : before;
  }

  // Where the element itself may begin.
  Bits at(const Element& element, const Bits& after) {
    const Bits& of_class = classes_[static_cast<std::size_t>(element.word_class)];
    switch (element.kind) {
      case Element::Kind::word:
        return with_word_of(element.set) & of_class & after >> 1;
      case Element::Kind::word_class:
        return of_class & after >> 1;
      case Element::Kind::role:
        return at_role(element, after);
      case Element::Kind::choice:
        return at_choice(*element.choices, after);
      default:
        return after;
    }
  }

  Bits at_role(const Element& element, const Bits& after) {
    Bits places = playing(element.role);
    for (const MentionPlace& mention : mentions_) {
      const std::uint32_t end = element.possessive ? mention.possessive_end : mention.end;
      if (end == kNone || !after[end]) places.reset(mention.begin);
    }
    return places;
  }

  Bits at_choice(const Choices& choices, const Bits& after) {
    const auto [here, is_new] = alternatives_.note(choices.number);
    if (is_new) find_alternatives(choices, here);
    if (here.after == after) return here.places;
    here.after = after;
    here.places.reset();
    for (std::uint32_t i = here.begin; i < here.end; ++i)
      here.places |= reach(choices.all[listed_[i]], after);
    if (here.places.any()) here.places &= openings_of(choices);
    return here.places;
  }

  const Bits& openings_of(const Choices& choices) {
    return choices.open.empty() ? with_word_of(choices.set) : everywhere_;
  }

  void find_alternatives(const Choices& choices, Alternatives& here) {
    here.after = everywhere_;
    if (choices.need && with_word_of(*choices.need).none()) return;
    const Bits openings = openings_of(choices);
    if (openings.none()) return;
    std::vector<std::uint32_t> list = alternatives_with_words_here(choices);
    std::erase_if(list, [&](std::uint32_t i) {
      const Bits places = reach(choices.all[i], everywhere_);
      here.places |= places;
      return places.none();
    });
    here.places &= openings;
    here.begin = static_cast<std::uint32_t>(listed_.size());
    listed_.insert(listed_.end(), list.begin(), list.end());
    here.end = static_cast<std::uint32_t>(listed_.size());
  }

  // Those that lack no word, if the sentence has one for each.
  std::vector<std::uint32_t> alternatives_with_words_here(const Choices& choices) const {
    constexpr std::size_t kFewTo = 8;  // reading so many entries costs less than looking for one word
    const auto words_here = words_.noted();
    std::vector<std::uint32_t> list = choices.needless;
    if (choices.needing.size() <= kFewTo * words_here.size()) {
      for (const auto& [word, choice] : choices.needing)
        if (words_.find(word) != nullptr) list.push_back(choice);
    } else {
      for (const std::uint32_t word : words_here) {
        for (const Choices::Opening& each : stretch_of(choices.needing, word, &Choices::Opening::word))
          list.push_back(each.choice);
      }
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    return list;
  }

  const Matcher& matcher_;
  const Vocabulary& vocabulary_;
  TokenRange tokens_;
  Bits everywhere_;
  Sparse<Bits> words_;                 // by word: of those that the sentence has
  Sparse<Bits> sets_;                  // by set: of those that were asked for
  Sparse<Alternatives> alternatives_;  // by choice: likewise
  std::vector<std::uint32_t> listed_;  // alternatives
  std::array<Bits, 2> light_;  // words that may be left out: before anything but a role, before a role
  Bits unmarked_;              // that don't end a gap
  std::array<Bits, kClasses> classes_;
  std::vector<MentionPlace> mentions_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> asides_;  // begin and end, counted in the sentence
  std::array<bool, kRolePlaces> knows_place_{};
  std::array<Bits, kRolePlaces> playing_;
};

Sieve::Sieve(const Matcher& matcher) : matcher_(matcher), short_(std::make_unique<Places<kShort>>(matcher)) {}

Sieve::~Sieve() = default;

void Sieve::enter(std::uint32_t sentence) {
  if (sentence == sentence_) return;
  sentence_ = sentence;
  tokens_ = matcher_.narrative().analysis.sentences[sentence].tokens;
  if (is_short()) {
    short_->enter(tokens_);
  } else if (is_long()) {
    if (!long_) long_ = std::make_unique<Places<kLong>>(matcher_);
    long_->enter(tokens_);
  }
}

std::span<const std::uint32_t> Sieve::beginnings(const Pattern& pattern) {
  beginnings_.clear();
  const auto keep = [&](const auto& places) {
    if (places.none()) return;
    for (std::uint32_t i = 0; i < tokens_.size(); ++i)
      if (places[i]) beginnings_.push_back(tokens_.begin + i);
  };
  if (is_short()) {
    keep(short_->beginnings(pattern.elements));
  } else if (is_long()) {
    keep(long_->beginnings(pattern.elements));
  } else {
    beginnings_.resize(tokens_.size());
    std::iota(beginnings_.begin(), beginnings_.end(), tokens_.begin);
  }
  return beginnings_;
}

}  // namespace onus
