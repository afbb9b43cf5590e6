#include "parser_training.h"

#include <algorithm>
#include <array>
#include <iostream>

#include "language/transition_system.h"
#include "language/word_form.h"
#include "perceptron.h"
#include "random.h"

namespace onus::training {
namespace {

constexpr int kExploreFrom = 2;         // the round
constexpr std::uint64_t kExplore = 90;  // in a hundred: follow the parser's own choice though it is wrong

struct Example {
  std::vector<ParserWord> words;  // and the root
  std::vector<std::uint32_t> heads;
  std::vector<Deprel> relations;
};

std::vector<Example> examples_of(const std::vector<Treebank>& treebanks) {
  std::vector<Example> examples;
  for (const auto& treebank : treebanks) {
    for (const Sentence& sentence : treebank.analysis.sentences) {
      if (!sentence.parsed) continue;
      Example example;
      const std::uint32_t begin = sentence.tokens.begin;
      for (std::uint32_t i = begin; i < sentence.tokens.end; ++i) {
        const Token& token = treebank.analysis.tokens[i];
        example.words.push_back({lower_hash(slice(std::string_view(treebank.prose), token.span)),
                                 parser_tag(token.upos, token.xpos)});
        example.heads.push_back(token.head == i ? sentence.tokens.size() : token.head - begin);
        example.relations.push_back(token.deprel);
      }
      example.words.push_back(kRootWord);
      examples.push_back(std::move(example));
    }
  }
  return examples;
}

// How many arcs of the gold tree can't be reached any more after each transition, that can be now.
std::array<int, 3> costs(const ParserState& state, const Example& gold) {
  std::array<int, 3> cost = {};
  const std::uint32_t front = state.front();
  const std::uint32_t size = state.size();
  const auto head = [&](std::uint32_t word) { return word < size ? gold.heads[word] : kNobody; };
  if (state.depth() > 0) {
    const std::uint32_t top = state.from_top(0);
    const std::uint32_t second = state.from_top(1);
    for (std::uint32_t word = front; word < size; ++word)
      if (head(word) == top) {  // its dependents in the buffer
        ++cost[transition::left];
        ++cost[transition::right];
      }
    const std::uint32_t governor = head(top);
    if (governor == second || (governor > front && governor != kNobody)) ++cost[transition::left];
    if (governor >= front && governor != kNobody) ++cost[transition::right];
  }
  if (front < size) {
    for (std::size_t depth = 0; depth < state.depth(); ++depth) {
      const std::uint32_t word = state.from_top(depth);
      if (head(word) == front) ++cost[transition::shift];
      if (depth > 0 && head(front) == word) ++cost[transition::shift];
    }
  }
  return cost;
}

class Learner {
 public:
  explicit Learner(std::uint64_t seed) : model_(transition::kClasses), random_(seed) {}

  std::size_t learn(const Example& example, bool explore) {
    ParserState state(example.heads.size());
    std::size_t wrong = 0;
    while (!state.finished()) {
      FeatureList list;
      add_parser_features(state, example.words, list);
      const std::span<const std::uint64_t> features(list.hashes.data(), list.size);
      model_.score(features, scores_);
      const auto right = is_right(state, example);
      const std::size_t truth = best([&](std::size_t cls) { return right[cls]; });
      const std::size_t guess = best([&](std::size_t cls) { return state.may(transition::kind(cls)); });
      model_.tick();
      if (!right[guess]) {
        ++wrong;
        model_.update(features, truth, 1);
        model_.update(features, guess, -1);
      }
      state.apply(right[guess] || (explore && random_.below(100) < kExplore) ? guess : truth);
    }
    return wrong;
  }

  const Perceptron& model() const { return model_; }
  Random& random() { return random_; }

 private:
  template <class Allowed>
  std::size_t best(Allowed&& allowed) const {
    std::size_t best = transition::kClasses;
    for (std::size_t cls = 0; cls < transition::kClasses; ++cls)
      if (allowed(cls) && (best == transition::kClasses || scores_[cls] > scores_[best])) best = cls;
    return best;
  }

  // The transitions that lose nothing more than has to be lost. An arc of the gold tree must be drawn with
  // its relation; one that isn't may have any.
  static std::array<bool, transition::kClasses> is_right(const ParserState& state, const Example& gold) {
    const auto cost = costs(state, gold);
    int least = INT32_MAX;
    for (const auto kind : {transition::shift, transition::left, transition::right})
      if (state.may(kind)) least = std::min(least, cost[kind]);
    const auto good = [&](transition::Kind kind) { return state.may(kind) && cost[kind] == least; };
    std::array<bool, transition::kClasses> right = {};
    right[transition::kShift] = good(transition::shift);
    if (good(transition::left)) allow(right, transition::kLeft, state.from_top(0), state.front(), gold);
    if (good(transition::right)) allow(right, transition::kRight, state.from_top(0), state.from_top(1), gold);
    return right;
  }

  static void allow(std::array<bool, transition::kClasses>& right, std::size_t first, std::uint32_t dependent,
                    std::uint32_t head, const Example& gold) {
    for (std::size_t relation = 0; relation < kRelations; ++relation)
      right[first + relation] =
          gold.heads[dependent] != head || static_cast<std::size_t>(gold.relations[dependent]) == relation;
  }

  Perceptron model_;
  Random random_;
  std::vector<std::int32_t> scores_;
};

}  // namespace

std::vector<ModelSection> train_parser(const std::vector<Treebank>& treebanks, const ParserSettings& settings,
                                       std::uint64_t seed) {
  auto examples = examples_of(treebanks);
  Learner learner(seed);
  for (int round = 1; round <= settings.rounds; ++round) {
    learner.random().shuffle(examples);
    std::size_t wrong = 0;
    for (const Example& example : examples) wrong += learner.learn(example, round >= kExploreFrom);
    std::cerr << "parser, round " << round << ": " << wrong << " wrong\n";
  }
  return {{"transition-parser", learner.model().pack(settings.bytes)}};
}

}  // namespace onus::training
