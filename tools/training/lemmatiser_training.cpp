#include "lemmatiser_training.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include "language/lemmatiser.h"
#include "pack.h"
#include "perceptron.h"
#include "random.h"
#include "text/failure.h"

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

bool is_name(const Token& token) {
  return token.upos == Upos::PROPN || token.upos == Upos::X || token.xpos == Xpos::ADD;
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
      if (form.is(kLong)) continue;
      const JointTag tag = index_of(tags, token);
      WordType& type = types[lemma_key(form, tag)];
      type.form = form;
      type.tag = tag;
      ++type.scripts[script_between(word, lemma, is_name(token))];
    }
  }
  return types;
}

// All scripts, those of most words first.
std::vector<std::pair<int, LemmaScript>> scripts_of(const std::map<std::uint64_t, WordType>& types,
                                                    const std::map<std::uint64_t, LemmaScript>& known) {
  std::map<LemmaScript, int> counts;
  for (const auto& [key, script] : known) counts.try_emplace(script, 0);
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

// Lemmas and irregular forms that the treebanks need not have: the dictionary's keys with their scripts.
class KnownForms {
 public:
  KnownForms(const TagList& tags, const std::filesystem::path& words) : tags_(tags) {
    read_table(words / "irregular-verbs.tsv", [&](const std::vector<std::string>& row) {
      if (row.size() < 2 || row[1] == "=") return;
      add(row[0], row[0], Upos::VERB, Xpos::VB);
      for (const std::string& form : split(row[1], '/')) add(form, row[0], Upos::VERB, Xpos::VBD);
      for (const std::string& form : split(row.back(), '/')) add(form, row[0], Upos::VERB, Xpos::VBN);
    });
    read_table(words / "irregular-nouns.tsv", [&](const std::vector<std::string>& row) {
      if (row.size() < 2) return;
      add(row[0], row[0], Upos::NOUN, Xpos::NN);
      for (const std::string& form : split(row[1], '/')) add(form, row[0], Upos::NOUN, Xpos::NNS);
    });
    read_table(words / "doubling-verbs.txt",
               [&](const std::vector<std::string>& row) { add(row[0], row[0], Upos::VERB, Xpos::VB); });
  }

  void add(std::string_view form, std::string_view lemma, Upos upos, Xpos xpos) {
    for (std::size_t i = 0; i < tags_.size(); ++i) {
      const auto tag = static_cast<JointTag>(i);
      if (tags_.upos(tag) == upos && tags_.xpos(tag) == xpos)
        forms_.try_emplace(lemma_key(word_form(form), tag), script_between(form, lemma, false));
    }
  }

  // The lemma of each word that was seen in another form.
  void add_lemmas(const std::vector<Treebank>& treebanks) {
    for (const Treebank& treebank : treebanks)
      for (std::uint32_t i = 0; i < treebank.analysis.tokens.size(); ++i) {
        const Token& token = treebank.analysis.tokens[i];
        const std::string_view lemma = treebank.analysis.lemma(i);
        if (lemma == "_") continue;
        if (token.upos == Upos::VERB) add(lemma, lemma, Upos::VERB, Xpos::VB);
        if (token.upos == Upos::NOUN) add(lemma, lemma, Upos::NOUN, Xpos::NN);
        if (token.upos == Upos::ADJ) add(lemma, lemma, Upos::ADJ, Xpos::JJ);
      }
  }

  const std::map<std::uint64_t, LemmaScript>& forms() const { return forms_; }

 private:
  static std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, mark);) parts.push_back(part);
    return parts;
  }

  template <class Take>
  static void read_table(const std::filesystem::path& path, Take take) {
    std::ifstream in(path);
    if (!in) throw Failure(path.string() + ": can't be read");
    for (std::string line; std::getline(in, line);)
      if (!line.empty() && line[0] != '#') take(split(line, '\t'));
  }

  const TagList& tags_;
  std::map<std::uint64_t, LemmaScript> forms_;
};

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
                                           const std::filesystem::path& words, std::uint64_t seed) {
  const auto types = types_of(treebanks, tags);
  KnownForms known(tags, words);
  known.add_lemmas(treebanks);
  const auto scripts = scripts_of(types, known.forms());
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
  for (const auto& [key, script] : known.forms())
    if (!types.contains(key)) dictionary.emplace_back(key, static_cast<std::uint32_t>(numbers[script]));
  Random random(seed);
  return {{"lemma-scripts", pack_scripts(scripts)},
          {"lemmas", pack_word_table(dictionary)},
          {"lemmatiser", train_classifier(std::move(examples), classes, random)}};
}

}  // namespace onus::training
