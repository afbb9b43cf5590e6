#include "lemmatiser_training.h"

#include <algorithm>
#include <iostream>
#include <map>
#include <string>

#include "language/lemmatiser.h"
#include "pack.h"
#include "perceptron.h"
#include "random.h"

namespace onus::training {
namespace {

constexpr std::size_t kMostClasses = 200;
constexpr int kClassTypes = 3;  // scripts of fewer words are in the dictionary only
constexpr int kRounds = 10;
constexpr std::size_t kBytes = 300'000;

struct WordType {
  WordForm form;
  JointTag tag = 0;
  std::map<LemmaScript, int> scripts;

  const LemmaScript& commonest() const {
    return std::max_element(scripts.begin(), scripts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
};

JointTag index_of(const TagList& tags, const Token& token) {
  JointTag same_penn = kNoTag;
  for (std::size_t i = tags.size(); i-- > 0;) {
    const auto tag = static_cast<JointTag>(i);
    if (tags.xpos(tag) != token.xpos) continue;
    if (tags.upos(tag) == token.upos) return tag;
    same_penn = tag;
  }
  return same_penn == kNoTag ? JointTag{0} : same_penn;
}

std::map<std::uint64_t, WordType> types_of(const std::vector<Treebank>& treebanks, const TagList& tags) {
  std::map<std::uint64_t, WordType> types;
  for (const auto& treebank : treebanks) {
    for (std::uint32_t i = 0; i < treebank.analysis.tokens.size(); ++i) {
      const Token& token = treebank.analysis.tokens[i];
      const std::string_view lemma = treebank.analysis.lemma(i);
      if (lemma == "_" || token.deprel == Deprel::goeswith) continue;
      const std::string_view word = slice(std::string_view(treebank.prose), token.span);
      const WordForm form = word_form(word);
      const JointTag tag = index_of(tags, token);
      WordType& type = types[lemma_key(form, tag)];
      type.form = form;
      type.tag = tag;
      ++type.scripts[script_between(word, lemma)];
    }
  }
  return types;
}

// All scripts, those of most words first.
std::vector<std::pair<int, LemmaScript>> scripts_of(const std::map<std::uint64_t, WordType>& types) {
  std::map<LemmaScript, int> counts;
  for (const auto& [key, type] : types) ++counts[type.commonest()];
  std::vector<std::pair<int, LemmaScript>> order;
  for (const auto& [script, count] : counts) order.emplace_back(-count, script);
  std::sort(order.begin(), order.end());
  return order;
}

std::string pack_scripts(const std::vector<std::pair<int, LemmaScript>>& scripts) {
  const std::uint64_t size = scripts.size();
  std::string out(reinterpret_cast<const char*>(&size), sizeof size);
  for (const auto& [count, script] : scripts) {
    out += static_cast<char>(script.casing);
    out += static_cast<char>(script.strip);
    out += static_cast<char>(script.append.size());
    out += script.append;
  }
  return out;
}

struct Example {
  std::vector<std::uint64_t> features;
  std::size_t script;
};

std::string train_classifier(std::vector<Example> examples, std::size_t classes, Random& random) {
  Perceptron model(classes);
  std::vector<std::int32_t> scores;
  for (int round = 1; round <= kRounds; ++round) {
    random.shuffle(examples);
    std::size_t wrong = 0;
    for (const Example& example : examples) {
      model.score(example.features, scores);
      const auto guess =
          static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
      model.tick();
      if (guess == example.script) continue;
      ++wrong;
      model.update(example.features, example.script, 1);
      model.update(example.features, guess, -1);
    }
    std::cerr << "lemmatiser, round " << round << ": " << wrong << " wrong of " << examples.size() << '\n';
  }
  return model.pack(kBytes);
}

}  // namespace

std::vector<ModelSection> train_lemmatiser(const std::vector<Treebank>& treebanks, const TagList& tags,
                                           std::uint64_t seed) {
  const auto types = types_of(treebanks, tags);
  const auto scripts = scripts_of(types);
  std::map<LemmaScript, std::size_t> numbers;
  for (std::size_t i = 0; i < scripts.size(); ++i) numbers[scripts[i].second] = i;
  const auto classes = std::min<std::size_t>(
      kMostClasses,
      static_cast<std::size_t>(std::count_if(
          scripts.begin(), scripts.end(), [](const auto& script) { return -script.first >= kClassTypes; })));
  std::vector<std::pair<std::uint64_t, std::uint32_t>> dictionary;
  std::vector<Example> examples;
  for (const auto& [key, type] : types) {
    const std::size_t number = numbers[type.commonest()];
    dictionary.emplace_back(key, static_cast<std::uint32_t>(number));
    if (number >= classes) continue;
    FeatureList features;
    add_lemma_features(type.form, type.tag, features);
    examples.push_back(
        {{features.hashes.begin(), features.hashes.begin() + static_cast<std::ptrdiff_t>(features.size)},
         number});
  }
  Random random(seed);
  return {{"lemma-scripts", pack_scripts(scripts)},
          {"lemmas", pack_word_table(dictionary)},
          {"lemmatiser", train_classifier(std::move(examples), classes, random)}};
}

}  // namespace onus::training
