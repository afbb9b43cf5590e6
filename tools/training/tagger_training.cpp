#include "tagger_training.h"

#include <algorithm>
#include <array>
#include <iostream>
#include <map>
#include <string>
#include <unordered_map>

#include "language/tagger.h"
#include "pack.h"
#include "perceptron.h"
#include "random.h"

namespace onus::training {
namespace {

constexpr std::size_t kFolds = 10;
constexpr std::size_t kMostTags = 64;
constexpr int kSureFrom = 30;    // a word seen so often with one tag only has always that tag
constexpr double kShare = 0.04;  // tags rarer than this among a word's are left out of its class
constexpr std::int32_t kAhead = 30;
constexpr std::uint64_t kForgotten = 10;  // per cent of the words
constexpr int kChoiceWords = 3;           // classes of fewer words are not told apart from the unknown

struct TagPair {
  Upos upos;
  Xpos xpos;
  friend auto operator<=>(const TagPair&, const TagPair&) = default;
};

std::vector<TagPair> tag_list(const std::vector<Treebank>& treebanks) {
  std::map<TagPair, int> counts;
  for (const auto& treebank : treebanks)
    for (const Sentence& sentence : treebank.analysis.sentences)
      for (const Token& token : treebank.analysis.in(sentence.tokens)) ++counts[{token.upos, token.xpos}];
  std::vector<std::pair<int, TagPair>> order;
  for (const auto& [pair, count] : counts) order.emplace_back(-count, pair);
  std::sort(order.begin(), order.end());
  std::vector<TagPair> tags;
  for (std::size_t i = 0; i < std::min(kMostTags, order.size()); ++i) tags.push_back(order[i].second);
  return tags;
}

// The tag itself, or for the rarest the commonest with the same Penn tag.
JointTag index_of(const std::vector<TagPair>& tags, const Token& token) {
  for (std::size_t i = 0; i < tags.size(); ++i)
    if (tags[i] == TagPair{token.upos, token.xpos}) return static_cast<JointTag>(i);
  for (std::size_t i = 0; i < tags.size(); ++i)
    if (tags[i].xpos == token.xpos) return static_cast<JointTag>(i);
  return 0;
}

using TagCounts = std::map<JointTag, int>;

struct WordCounts {
  std::array<TagCounts, kFolds> folds;

  // Without one fold, so that a word's own occurrence doesn't tell its tag; kFolds: all.
  TagCounts without(std::size_t fold) const {
    TagCounts sum;
    for (std::size_t f = 0; f < kFolds; ++f)
      if (f != fold)
        for (const auto& [tag, count] : folds[f]) sum[tag] += count;
    return sum;
  }
};

int total(const TagCounts& counts) {
  int sum = 0;
  for (const auto& [tag, count] : counts) sum += count;
  return sum;
}

// The tags of a word, commonest first, and roughly how well they are known.
std::string choice_text(const TagCounts& counts) {
  const int all = total(counts);
  if (all == 0) return {};
  std::vector<std::pair<int, JointTag>> order;
  for (const auto& [tag, count] : counts)
    if (count >= kShare * all) order.emplace_back(-count, tag);
  std::sort(order.begin(), order.end());
  std::string text(1, all == 1 ? '1' : all < 5 ? '2' : '5');
  for (std::size_t i = 0; i < std::min<std::size_t>(4, order.size()); ++i)
    text += static_cast<char>(order[i].second);
  return text;
}

// One sentence ready for the features, with its gold tags.
struct Example {
  std::vector<TaggerWord> words;  // with margins
  std::vector<JointTag> tags;
  bool heading = false;
};

class Dictionary {
 public:
  void count(std::uint64_t lower, std::size_t fold, JointTag tag) { ++words_[lower].folds[fold][tag]; }

  void number_choices() {
    std::map<std::string, int> words;
    for (const auto& [lower, counts] : words_) ++words[choice_text(counts.without(kFolds))];
    for (const auto& [text, count] : words)
      if (count >= kChoiceWords || text.front() == '5')
        choices_.emplace(text, static_cast<std::uint32_t>(choices_.size() + 1));
  }

  std::uint32_t choice(std::uint64_t lower, std::size_t fold) const {
    const auto word = words_.find(lower);
    if (word == words_.end()) return 0;
    std::string text = choice_text(word->second.without(fold));
    for (; text.size() > 1; text.pop_back())
      if (const auto known = choices_.find(text); known != choices_.end()) return known->second;
    return 0;
  }

  std::string pack() const {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> entries;
    for (const auto& [lower, counts] : words_)
      entries.emplace_back(lower, vocabulary_value(choice(lower, kFolds), always(counts.without(kFolds))));
    std::sort(entries.begin(), entries.end());
    return pack_word_table(entries);
  }

 private:
  static JointTag always(const TagCounts& counts) {
    return counts.size() == 1 && counts.begin()->second >= kSureFrom ? counts.begin()->first : kNoTag;
  }

  std::unordered_map<std::uint64_t, WordCounts> words_;
  std::map<std::string, std::uint32_t> choices_;
};

std::vector<Example> examples_of(const std::vector<Treebank>& treebanks, const std::vector<TagPair>& tags,
                                 Dictionary& dictionary) {
  std::vector<Example> examples;
  for (const auto& treebank : treebanks) {
    for (const Sentence& sentence : treebank.analysis.sentences) {
      Example example;
      example.words.resize(sentence.tokens.size() + 2 * TaggerSentence::kMargin);
      for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
        const Token& token = treebank.analysis.tokens[sentence.tokens.begin + i];
        example.words[i + TaggerSentence::kMargin].form =
            word_form(slice(std::string_view(treebank.prose), token.span));
        example.tags.push_back(index_of(tags, token));
      }
      example.heading = looks_like_heading(example.words);
      examples.push_back(std::move(example));
    }
  }
  for (std::size_t e = 0; e < examples.size(); ++e)
    for (std::size_t i = 0; i < examples[e].tags.size(); ++i)
      dictionary.count(examples[e].words[i + TaggerSentence::kMargin].form.lower, e % kFolds,
                       examples[e].tags[i]);
  dictionary.number_choices();
  for (std::size_t e = 0; e < examples.size(); ++e)
    for (std::size_t i = 0; i < examples[e].tags.size(); ++i) {
      TaggerWord& word = examples[e].words[i + TaggerSentence::kMargin];
      word.choice = dictionary.choice(word.form.lower, e % kFolds);
    }
  return examples;
}

// Makes some words look as if they had never been seen, as many words of other texts have not.
void forget_words(std::vector<TaggerWord>& words, std::size_t size, Random& random) {
  for (std::size_t i = 0; i < size; ++i) {
    if (random.below(100) >= kForgotten) continue;
    TaggerWord& word = words[i + TaggerSentence::kMargin];
    word.form.exact = random.next();
    word.form.lower = random.next();
    word.choice = 0;
  }
}

// One sentence: the weights change wherever the right tag isn't ahead of all others by kAhead.
std::size_t learn(Perceptron& model, const Example& example, Random& random) {
  std::vector<TaggerWord> words = example.words;
  forget_words(words, example.tags.size(), random);
  const TaggerSentence sentence(words, example.heading);
  JointTag tag1 = kNoTag;
  JointTag tag2 = kNoTag;
  std::size_t wrong = 0;
  std::vector<std::int32_t> scores;
  const auto best = [&] {
    return static_cast<JointTag>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  };
  for (std::size_t i = 0; i < sentence.size(); ++i) {
    FeatureList features;
    add_tag_features(sentence, i, tag1, tag2, features);
    add_word_features(sentence, i, features);
    const std::span<const std::uint64_t> hashes(features.hashes.data(), features.size);
    model.score(hashes, scores);
    const JointTag guess = best();
    scores[example.tags[i]] -= kAhead;
    const JointTag rival = best();
    model.tick();
    if (rival != example.tags[i]) {
      model.update(hashes, example.tags[i], 1);
      model.update(hashes, rival, -1);
    }
    wrong += guess != example.tags[i];
    tag2 = tag1;
    tag1 = guess;
  }
  return wrong;
}

std::string pack_tags(const std::vector<TagPair>& tags) {
  const std::uint64_t size = tags.size();
  std::string out(reinterpret_cast<const char*>(&size), sizeof size);
  for (const TagPair& pair : tags) {
    out += static_cast<char>(pair.upos);
    out += static_cast<char>(pair.xpos);
  }
  return out;
}

}  // namespace

std::vector<ModelSection> train_tagger(const std::vector<Treebank>& treebanks, const TaggerSettings& settings,
                                       std::uint64_t seed) {
  const auto tags = tag_list(treebanks);
  Dictionary dictionary;
  auto examples = examples_of(treebanks, tags, dictionary);
  Perceptron model(tags.size());
  Random random(seed);
  for (int round = 1; round <= settings.rounds; ++round) {
    random.shuffle(examples);
    std::size_t wrong = 0;
    for (const Example& example : examples) wrong += learn(model, example, random);
    std::cerr << "tagger, round " << round << ": " << wrong << " wrong\n";
  }
  return {
      {"tags", pack_tags(tags)}, {"vocabulary", dictionary.pack()}, {"tagger", model.pack(settings.bytes)}};
}

}  // namespace onus::training
