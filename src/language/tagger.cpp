#include "language/tagger.h"

#include <algorithm>
#include <array>
#include <cstring>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include "text/failure.h"

namespace onus {

TagList::TagList(std::span<const std::byte> section) {
  SectionReader reader(section);
  pairs_ = reader.take<Pair>(reader.one<std::uint64_t>());
  if (pairs_.empty() || pairs_.size() > kNoTag)
    throw Failure("the English model is damaged; install it again");
}

bool looks_like_heading(std::span<const TaggerWord> words) {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (const TaggerWord& word : words) {
    if (!word.form.is(kLetter)) continue;
    ++letters;
    capitals += word.form.is(kCapital);
  }
  return letters > 1 && capitals * 5 >= letters * 3;
}

namespace {

// Less than any sum of weights can be.
constexpr std::int16_t kNever = INT16_MIN / 2;

// Of how the word is written, for finding it again.
std::uint64_t key_of(std::string_view word) {
  std::uint64_t key = word.size();
  for (; word.size() >= 8; word.remove_prefix(8)) {
    std::uint64_t part;
    std::memcpy(&part, word.data(), 8);
    key = mix(key, part);
  }
  std::uint64_t rest = 0;
  std::memcpy(&rest, word.data(), word.size());
  return mix(mix(key, rest), 1);
}

// The first of the greatest.
template <std::size_t size>
std::size_t greatest(const std::array<std::int16_t, size>& values) {
  std::int16_t most = values[0];
  for (const std::int16_t value : values) most = std::max(most, value);
#if defined(__SSE2__)
  const __m128i wanted = _mm_set1_epi16(most);
  for (std::size_t at = 0; at < size; at += 16) {
    const auto* here = reinterpret_cast<const __m128i*>(values.data() + at);
    const __m128i same = _mm_packs_epi16(_mm_cmpeq_epi16(_mm_loadu_si128(here), wanted),
                                         _mm_cmpeq_epi16(_mm_loadu_si128(here + 1), wanted));
    const auto hits = static_cast<unsigned>(_mm_movemask_epi8(same));
    if (hits != 0) return at + static_cast<std::size_t>(__builtin_ctz(hits));
  }
#endif
  return static_cast<std::size_t>(std::find(values.begin(), values.end(), most) - values.begin());
}

}  // namespace

Tagger::Tagger(const ModelFile& file)
    : tags_(file.section("tags")), vocabulary_(file.section("vocabulary")), model_(file.section("tagger")) {
  if (model_.classes() != tags_.size() || model_.stride() > kMostTags)
    throw Failure("the English model is damaged; install it again");
  learn({}, nobody_);
  nobody_.word = {};
}

TaggerWord Tagger::look_up(std::string_view word) const {
  TaggerWord known;
  if (word.empty()) return known;
  known.form = word_form(word);
  if (const auto value = vocabulary_.find(known.form.lower)) {
    known.choice = *value >> 8;
    if (!known.form.is(kCapital)) known.always = static_cast<JointTag>(*value & 0xFF);
  }
  return known;
}

void Tagger::add(const FeatureList& features, Sums& sums) const {
  for (std::size_t f = 0; f < features.size; ++f) model_.prefetch(features.hashes[f]);
  for (std::size_t f = 0; f < features.size; ++f) model_.add(features.hashes[f], sums.data());
}

void Tagger::learn(std::string_view word, KnownWord& known) const {
  known.word = look_up(word);
  known.setting = UINT64_MAX;
  for (const Position place : {Position::before, Position::after, Position::before2, Position::after2}) {
    FeatureList features;
    add_neighbour_features(known.word, place, features);
    Sums& sums = known.sums[static_cast<std::size_t>(place)];
    sums.fill(0);
    add(features, sums);
  }
}

// The index of the word in scratch.known_. A word of the sentence that is being tagged isn't driven out.
std::uint32_t Tagger::find(std::string_view word, Scratch& scratch) const {
  const std::uint64_t key = key_of(word);
  std::size_t at = key % Scratch::kKnown;
  if (scratch.known_[at].key != key) {
    if (scratch.known_[at].sentence == scratch.sentence_) {
      at = scratch.known_.size();
      scratch.known_.emplace_back();
    }
    scratch.known_[at].key = key;
    learn(word, scratch.known_[at]);
    if (scratch.known_[at].word.choice == 0) scratch.strange_.push_back(at);
  }
  scratch.known_[at].sentence = scratch.sentence_;
  return static_cast<std::uint32_t>(at);
}

// Words that found their place taken. They are overwritten, as the room that they lie in is kept.
void Tagger::Scratch::drop_overflow() {
  for (std::size_t at = kKnown; at < known_.size(); ++at) known_[at] = {};
  known_.resize(kKnown);
}

void Tagger::Scratch::forget_strange_words() {
  drop_overflow();
  for (const std::size_t at : strange_)
    if (at < known_.size() && known_[at].word.choice == 0) known_[at] = {};
  for (KnownWord& known : known_) known.sentence = 0;
  // Not emptied but given back: what lies behind the end of an emptied vector stays where it was.
  strange_ = {};
  places_ = {};
  words = {};
  tags = {};
}

JointTag Tagger::best(const TaggerSentence& sentence, std::size_t i, JointTag tag1, JointTag tag2,
                      Scratch& scratch) const {
  const auto known = [&](std::size_t place) -> const KnownWord& {
    const std::uint32_t at = scratch.places_[place];
    return at == UINT32_MAX ? nobody_ : scratch.known_[at];
  };
  constexpr std::size_t kMargin = TaggerSentence::kMargin;
  FeatureList features;
  add_tag_features(sentence, i, tag1, tag2, features);
  add_pair_features(sentence, i, features);
  KnownWord& own = scratch.known_[scratch.places_[i + kMargin]];
  const std::uint64_t setting = setting_of(i == 0, sentence.heading());
  if (own.setting != setting) {
    FeatureList alone;
    add_own_features(own.word, setting, alone);
    own.sums[0].fill(0);
    std::fill(own.sums[0].begin() + static_cast<std::ptrdiff_t>(model_.classes()), own.sums[0].end(), kNever);
    add(alone, own.sums[0]);
    own.setting = setting;
  }
  for (std::size_t f = 0; f < features.size; ++f) model_.prefetch(features.hashes[f]);
  const Sums& before = known(i + kMargin - 1).sums[static_cast<std::size_t>(Position::before)];
  const Sums& after = known(i + kMargin + 1).sums[static_cast<std::size_t>(Position::after)];
  const Sums& before2 = known(i + kMargin - 2).sums[static_cast<std::size_t>(Position::before2)];
  const Sums& after2 = known(i + kMargin + 2).sums[static_cast<std::size_t>(Position::after2)];
  alignas(64) Sums scores;
  for (std::size_t c = 0; c < kMostTags; ++c)
    scores[c] = static_cast<std::int16_t>(own.sums[0][c] + before[c] + after[c] + before2[c] + after2[c]);
  for (std::size_t f = 0; f < features.size; ++f) model_.add(features.hashes[f], scores.data());
  return static_cast<JointTag>(greatest(scores));
}

void Tagger::tag(std::span<Token> sentence, std::string_view prose, Scratch& scratch) const {
  constexpr std::size_t kMargin = TaggerSentence::kMargin;
  if (scratch.known_.empty()) scratch.known_.reserve(Scratch::kKnown + Scratch::kKnown / 8);
  scratch.drop_overflow();
  ++scratch.sentence_;
  scratch.words.assign(sentence.size() + 2 * kMargin, TaggerWord{});
  scratch.places_.assign(sentence.size() + 2 * kMargin, UINT32_MAX);
  scratch.tags.resize(sentence.size());
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const std::uint32_t at = find(slice(prose, sentence[i].span), scratch);
    scratch.places_[i + kMargin] = at;
    scratch.words[i + kMargin] = scratch.known_[at].word;
  }
  const std::span<const TaggerWord> words = scratch.words;
  const TaggerSentence context(words, looks_like_heading(words));
  JointTag tag1 = kNoTag;
  JointTag tag2 = kNoTag;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const JointTag always = context.at(i).always;
    const JointTag tag = always != kNoTag ? always : best(context, i, tag1, tag2, scratch);
    scratch.tags[i] = tag;
    sentence[i].upos = tags_.upos(tag);
    sentence[i].xpos = tags_.xpos(tag);
    tag2 = tag1;
    tag1 = tag;
  }
}

}  // namespace onus
