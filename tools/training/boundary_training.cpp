#include "boundary_training.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iostream>
#include <map>
#include <set>
#include <span>
#include <sstream>

#include "language/boundary_features.h"
#include "language/boundary_model.h"
#include "language/words.h"
#include "random.h"
#include "text/code_points.h"

namespace onus::training {
namespace {

constexpr std::uint32_t kRows = 1u << 18;
constexpr int kRounds = 3;
constexpr int kModels = 5;  // learnt in different orders; their mean errs less than each
constexpr float kRate = 0.1f;
constexpr float kScale = 16;         // one unit of log-odds in the weights as they are stored
constexpr float kThreshold = -0.5f;  // chosen on the development files

// Columns of one line of CoNLL-U.
std::vector<std::string> columns_of(const std::string& line) {
  std::vector<std::string> columns;
  std::istringstream in(line);
  for (std::string column; std::getline(in, column, '\t');) columns.push_back(column);
  return columns;
}

std::string document_of(const std::string& sentence_id) {
  return sentence_id.substr(0, sentence_id.rfind('-'));
}

// Puts the words of one sentence after another, as their SpaceAfter notes say.
class TextBuilder {
 public:
  void comment(const std::string& line) {
    if (line.starts_with("# newdoc")) begin_document(line);
    if (line.starts_with("# sent_id = ")) {
      const auto document = document_of(line.substr(12));
      if (!marked_ && document != document_) begin_document(document);
    }
  }
  void word(const std::vector<std::string>& columns) {
    if (columns.size() != 10 || columns[0].find('.') != std::string::npos) return;
    const auto dash = columns[0].find('-');
    if (dash == std::string::npos && std::stoul(columns[0]) <= covered_) return;
    covered_ = dash == std::string::npos ? 0 : std::stoul(columns[0].substr(dash + 1));
    if (texts_.empty()) texts_.emplace_back();
    auto& prose = texts_.back().prose;
    if (space_ && !prose.empty()) prose += ' ';
    if (!open_) begin_ = static_cast<std::uint32_t>(prose.size());
    open_ = true;
    prose += columns[1];
    space_ = columns[9].find("SpaceAfter=No") == std::string::npos;
  }
  void end_sentence() {
    if (open_)
      texts_.back().sentences.push_back({begin_, static_cast<std::uint32_t>(texts_.back().prose.size())});
    open_ = false;
    covered_ = 0;
  }
  std::vector<BoundaryText> take() {
    end_sentence();
    return std::move(texts_);
  }

 private:
  void begin_document(const std::string& name) {
    marked_ = marked_ || name.starts_with('#');
    document_ = name;
    texts_.emplace_back();
    space_ = false;
  }

  std::vector<BoundaryText> texts_;
  std::string document_;
  bool marked_ = false;  // the file marks its documents
  bool open_ = false;
  bool space_ = false;
  std::uint32_t begin_ = 0;
  unsigned long covered_ = 0;  // words up to here are parts of a token that has been written
};

struct Example {
  BoundaryFeatures features;
  bool ends;
};

std::vector<Token> words_of(const BoundaryText& text) {
  std::vector<Token> tokens;
  append_words(text.prose, {0, static_cast<std::uint32_t>(text.prose.size())}, tokens);
  return tokens;
}

struct CaseCounts {
  std::size_t small = 0;
  std::size_t capital = 0;

  // A word seen once says nothing: in a new text it would be unknown.
  WordCase word_case() const {
    const auto all = small + capital;
    if (all < 2) return WordCase::unknown;
    if (small * 10 >= all * 9) return WordCase::small;
    return capital * 10 >= all * 9 ? WordCase::capital : WordCase::either;
  }
};

// How words are written inside sentences: the first word of each is left out, and so are those in capitals.
std::string pack_cases(const std::vector<BoundaryText>& texts) {
  std::map<std::uint32_t, CaseCounts> counts;
  for (const auto& text : texts) {
    std::set<std::uint32_t> begins;
    for (const auto& sentence : text.sentences) begins.insert(sentence.begin);
    for (const Token& token : words_of(text)) {
      const auto word = slice(std::string_view(text.prose), token.span);
      const auto first = code_point_at(word, 0);
      const bool capitals = first.size < word.size() && is_upper(code_point_at(word, first.size).value);
      if (class_of(first.value) != CharClass::letter || begins.contains(token.span.begin) || capitals)
        continue;
      auto& count = counts[lower_case_hash(word) & (WordCases::kWords - 1)];
      ++(is_upper(first.value) ? count.capital : count.small);
    }
  }
  std::string bytes(WordCases::kBytes, '\0');
  for (const auto& [hash, count] : counts)
    WordCases::put(std::as_writable_bytes(std::span(bytes)), hash, count.word_case());
  return bytes;
}

std::vector<Example> examples_of(const BoundaryText& text, const WordCases& cases) {
  const std::vector<Token> tokens = words_of(text);
  std::vector<std::uint32_t> ends;
  for (const auto& sentence : text.sentences) ends.push_back(sentence.end);
  BoundaryReader reader(text.prose, tokens, cases, false);
  std::vector<Example> examples;
  for (std::uint32_t i = 0; i < reader.size(); ++i) {
    const bool end = std::binary_search(ends.begin(), ends.end(), tokens[i].span.end);
    reader.advance(i);
    if (reader.is_candidate(i)) {
      examples.emplace_back().ends = end;
      reader.describe(i, examples.back().features);
    }
    if (end) reader.end_sentence(i);
  }
  return examples;
}

// Logistic regression, each weight with its own rate (Duchi, Hazan and Singer 2011, "Adaptive subgradient
// methods").
class Learner {
 public:
  // The probability given to what is not so.
  float learn(const Example& example) {
    float sum = 0;
    for (std::size_t k = 0; k < example.features.size; ++k) sum += weights_[row(example, k)];
    const float slope = 1 / (1 + std::exp(-sum)) - static_cast<float>(example.ends);
    if (std::fabs(slope) < 1e-3f) return std::fabs(slope);
    for (std::size_t k = 0; k < example.features.size; ++k) {
      const auto r = row(example, k);
      slopes_[r] += slope * slope;
      weights_[r] -= kRate * slope / std::sqrt(slopes_[r] + 0.1f);
    }
    return std::fabs(slope);
  }
  const std::vector<float>& weights() const { return weights_; }

 private:
  static std::size_t row(const Example& example, std::size_t k) {
    return example.features.hashes[k] & (kRows - 1);
  }
  std::vector<float> weights_ = std::vector<float>(kRows);
  std::vector<float> slopes_ = std::vector<float>(kRows);
};

std::string pack(const std::vector<float>& weights) {
  BoundaryHeader header;
  header.rows = kRows;
  header.threshold = static_cast<std::int32_t>(std::lround(kThreshold * kScale));
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header);
  for (const float weight : weights)
    bytes += static_cast<char>(std::clamp<long>(std::lround(weight * kScale), -127, 127));
  return bytes;
}

std::vector<float> learn(std::vector<std::vector<Example>>& documents, Random& random) {
  Learner learner;
  for (int round = 1; round <= kRounds; ++round) {
    random.shuffle(documents);
    double wrong = 0;
    std::size_t count = 0;
    for (const auto& document : documents)
      for (const auto& example : document) wrong += learner.learn(example) > 0.5f, ++count;
    std::cerr << "sentences, round " << round << ": " << wrong << " wrong of " << count << '\n';
  }
  return learner.weights();
}

}  // namespace

std::vector<BoundaryText> boundary_texts(const std::string& conllu) {
  TextBuilder builder;
  std::istringstream in(conllu);
  for (std::string line; std::getline(in, line);) {
    if (line.empty())
      builder.end_sentence();
    else if (line[0] == '#')
      builder.comment(line);
    else
      builder.word(columns_of(line));
  }
  return builder.take();
}

std::string train_boundaries(const std::vector<BoundaryText>& texts, std::uint64_t seed) {
  const std::string cases = pack_cases(texts);
  std::vector<std::vector<Example>> documents;
  for (const auto& text : texts)
    documents.push_back(examples_of(text, WordCases(std::as_bytes(std::span(cases)))));
  Random random(seed);
  std::vector<float> mean(kRows);
  for (int model = 1; model <= kModels; ++model) {
    const auto weights = learn(documents, random);
    for (std::size_t row = 0; row < kRows; ++row) mean[row] += weights[row] / kModels;
  }
  return pack(mean) + cases;
}

}  // namespace onus::training
