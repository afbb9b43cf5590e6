#include "language/tagger.h"

#include <algorithm>
#include <array>

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

Tagger::Tagger(const ModelFile& file)
    : tags_(file.section("tags")), vocabulary_(file.section("vocabulary")), model_(file.section("tagger")) {
  if (model_.classes() != tags_.size()) throw Failure("the English model is damaged; install it again");
}

TaggerWord Tagger::look_up(std::string_view word) const {
  TaggerWord known;
  known.form = word_form(word);
  if (const auto value = vocabulary_.find(known.form.lower)) {
    known.choice = *value >> 8;
    if (!known.form.is(kCapital)) known.always = static_cast<JointTag>(*value & 0xFF);
  }
  return known;
}

JointTag Tagger::best(const TaggerSentence& sentence, std::size_t i, JointTag tag1, JointTag tag2) const {
  FeatureList features;
  add_tag_features(sentence, i, tag1, tag2, features);
  add_word_features(sentence, i, features);
  for (std::size_t f = 0; f < features.size; ++f) model_.prefetch(features.hashes[f]);
  alignas(64) std::array<std::int16_t, 256> scores;
  std::fill_n(scores.begin(), model_.stride(), std::int16_t{0});
  for (std::size_t f = 0; f < features.size; ++f) model_.add(features.hashes[f], scores.data());
  const auto last = scores.begin() + static_cast<std::ptrdiff_t>(model_.classes());
  return static_cast<JointTag>(std::max_element(scores.begin(), last) - scores.begin());
}

void Tagger::tag(std::span<Token> sentence, std::string_view prose, Scratch& scratch) const {
  constexpr std::size_t kMargin = TaggerSentence::kMargin;
  scratch.words.assign(sentence.size() + 2 * kMargin, TaggerWord{});
  scratch.tags.resize(sentence.size());
  for (std::size_t i = 0; i < sentence.size(); ++i)
    scratch.words[i + kMargin] = look_up(slice(prose, sentence[i].span));
  const std::span<const TaggerWord> words = scratch.words;
  const TaggerSentence context(words, looks_like_heading(words));
  JointTag tag1 = kNoTag;
  JointTag tag2 = kNoTag;
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    const JointTag always = context.at(i).always;
    const JointTag tag = always != kNoTag ? always : best(context, i, tag1, tag2);
    scratch.tags[i] = tag;
    sentence[i].upos = tags_.upos(tag);
    sentence[i].xpos = tags_.xpos(tag);
    tag2 = tag1;
    tag1 = tag;
  }
}

}  // namespace onus
