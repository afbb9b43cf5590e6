#include "language/parser.h"

#include <algorithm>
#include <array>

#include "language/spanning_tree.h"
#include "language/titles.h"
#include "language/word_features.h"
#include "text/failure.h"

namespace onus {
namespace {

// How much the tagger's choice of a tag counts beside the network's scores, which are natural logarithms of
// odds. Chosen on the development files.
constexpr float kTaggersWord = 2.0F;

// Windows are worked on together up to this many tokens: weights are then read less often.
constexpr std::uint32_t kBatch = 64;
constexpr float kImpossible = -1e30F;

constexpr std::size_t round_up(std::size_t count) { return (count + 15) / 16 * 16; }

// How many tokens the next part of a sentence takes: all, or up to the last punctuation mark in the second
// half of a window.
std::uint32_t part_size(std::span<const Token> rest) {
  if (rest.size() <= Parser::kWindow) return static_cast<std::uint32_t>(rest.size());
  for (std::uint32_t size = Parser::kWindow; size > Parser::kWindow / 2; --size)
    if (rest[size - 1].upos == Upos::PUNCT) return size;
  return Parser::kWindow;
}

// The root of a part that isn't its sentence's first hangs on the first part's.
void hang_on_first(std::span<Token> tokens, TokenRange part, std::uint32_t sentence_begin) {
  std::uint32_t root = sentence_begin;
  while (tokens[root].head != root) ++root;
  for (std::uint32_t i = part.begin; i < part.end; ++i)
    if (tokens[i].head == i) {
      tokens[i].head = root;
      tokens[i].deprel = Deprel::parataxis;
      return;
    }
}

bool is_passive(std::span<const Token> tokens, TokenRange window, std::uint32_t verb) {
  if (tokens[verb].xpos == Xpos::VBN) return true;
  for (std::uint32_t i = window.begin; i < window.end; ++i)
    if (tokens[i].head == verb &&
        (tokens[i].deprel == Deprel::aux_pass || tokens[i].deprel == Deprel::nsubj_pass))
      return true;
  return false;
}

// The word that a "by" marks is the agent where it depends on a past participle. In the treebanks 95 of 100
// such phrases are; the network takes too many for other obliques. Not figures: "finished by 2012".
void name_agents(std::span<Token> tokens, TokenRange window, std::string_view prose) {
  for (std::uint32_t i = window.begin; i < window.end; ++i) {
    if (tokens[i].deprel != Deprel::case_) continue;
    const std::string_view word = slice(prose, tokens[i].span);
    if (word != "by" && word != "By" && word != "BY") continue;
    Token& marked = tokens[tokens[i].head];
    if (marked.deprel != Deprel::obl || !is_passive(tokens, window, marked.head)) continue;
    const std::string_view figure = slice(prose, marked.span);
    if (figure.empty() || figure[0] < '0' || figure[0] > '9') marked.deprel = Deprel::obl_agent;
  }
}

}  // namespace

// A buffer that begins with a cache line, so that no vector lies across two.
template <class T>
class Lines {
 public:
  T* data() { return lines_.data()->of; }
  const T* data() const { return lines_.data()->of; }
  std::size_t size() const { return lines_.size() * kPerLine; }
  void resize(std::size_t count) { lines_.resize((count + kPerLine - 1) / kPerLine); }

 private:
  static constexpr std::size_t kPerLine = 64 / sizeof(T);
  struct alignas(64) Line {
    T of[kPerLine];
  };
  std::vector<Line> lines_;
};

// Buffers for one batch, kept by each thread and grown to the largest network it has met.
struct Parser::Scratch {
  // A run of tokens that is parsed as one, and its first row in the buffers of the batch.
  struct Window {
    TokenRange tokens;
    std::size_t first_row;
  };
  std::vector<Window> windows;         // of the batch
  std::size_t rows = 0;                // of the batch
  std::vector<TokenRange> remainders;  // parts of long sentences, and
  std::vector<std::uint32_t> begins;   // where their sentences begin
  std::vector<std::int16_t> sums;
  Lines<float> input, output, gates, state, views, heads, transposed, scores, hidden;
  Lines<std::uint8_t> steps;
  std::vector<std::uint32_t> chosen;  // by token of the batch: 0 or 1 + the head's place in the window
  TreeScratch tree;

  // Calls act(row, token) for the whole batch.
  template <class Act>
  void for_each(Act act) const {
    for (const Window& window : windows)
      for (std::uint32_t i = 0; i < window.tokens.size(); ++i)
        act(window.first_row + i, window.tokens.begin + i);
  }

  void fit(const ParserNet& net, std::size_t count) {
    const auto grow = [](auto& buffer, std::size_t size) {
      if (buffer.size() < size) buffer.resize(size);
    };
    const std::size_t both = 2 * net.width;
    const std::size_t stride = round_up(kWindow + 1);
    grow(sums, net.embedding);
    grow(input, count * std::max(both, net.embedding));
    grow(output, count * std::max(both, net.embedding));
    std::size_t widest = std::max(net.tags.stride(), net.labels.stride());
    for (std::size_t i = 0; i < net.layer_count; ++i) widest = std::max(widest, net.layers[i].gates.stride());
    grow(gates, count * widest);
    grow(state, both);
    grow(views, count * net.views.stride());
    grow(heads, count * net.bilinear.stride());
    grow(transposed, stride * net.arc);
    grow(scores, kWindow * stride);
    grow(hidden, count * net.label);
    grow(steps, count * std::max({both, net.embedding, net.arc, net.label}));
    grow(chosen, count);
  }
};

Parser::Parser(std::span<const std::byte> section, Instructions instructions)
    : net_(ParserNet::read(section)), kernels_(&parser_kernels(instructions)) {
  const auto root = std::ranges::find(net_.deprels, Deprel::root);
  if (root == net_.deprels.end()) throw Failure("the English model knows no root relation");
  root_relation_ = static_cast<std::size_t>(root - net_.deprels.begin());
  distance_.resize(2 * kWindow + 1);
  for (std::size_t i = 0; i < distance_.size(); ++i) distance_[i] = net_.distance[distance_index(kWindow, i)];
}

void Parser::parse(std::span<Token> tokens, std::span<const TokenRange> sentences,
                   std::string_view prose) const {
  thread_local Scratch scratch;
  scratch.windows.clear();
  scratch.rows = 0;
  scratch.remainders.clear();
  scratch.begins.clear();
  const auto flush = [&] {
    if (!scratch.windows.empty()) parse_batch(tokens, prose, scratch);
    scratch.windows.clear();
    scratch.rows = 0;
  };
  for (const TokenRange sentence : sentences)
    for (std::uint32_t at = sentence.begin; at < sentence.end;) {
      const std::uint32_t size = part_size(tokens.subspan(at, sentence.end - at));
      if (scratch.rows + size > kBatch) flush();
      scratch.windows.push_back({{at, at + size}, scratch.rows});
      scratch.rows += size;
      if (at > sentence.begin) {
        scratch.remainders.push_back({at, at + size});
        scratch.begins.push_back(sentence.begin);
      }
      at += size;
    }
  flush();
  for (std::size_t i = 0; i < scratch.remainders.size(); ++i)
    hang_on_first(tokens, scratch.remainders[i], scratch.begins[i]);
}

void Parser::parse_batch(std::span<Token> tokens, std::string_view prose, Scratch& s) const {
  s.fit(net_, s.rows);
  embed(tokens, prose, s);
  encode(tokens, s);
  view(s);
  for (const Scratch::Window& window : s.windows) attach(window.first_row, window.tokens.size(), s);
  take_relations(tokens, s);
  for (const Scratch::Window& window : s.windows) name_agents(tokens, window.tokens, prose);
}

// A surname that the network has never met is read as a common one, whatever its letters look like ("Ms
// Tully" is no adverb).
WordFeatures Parser::features_of_name(std::string_view form) const {
  const WordFeatures features = word_features(form);
  return net_.word_row(features.word) != 0 ? features : word_features("Smith");
}

WordFeatures Parser::features_of_word(std::string_view form) const {
  if (is_rare_title(form)) return word_features("Mr");
  const WordFeatures features = word_features(form);
  if (verbs_ == nullptr || net_.word_row(features.word) != 0) return features;
  const VerbForms::Form* verb = verbs_->find(form);
  return verb == nullptr || verb->stand_in.empty() ? features : word_features(verb->stand_in);
}

void Parser::embed(std::span<const Token> tokens, std::string_view prose, Scratch& s) const {
  const std::size_t width = net_.embedding;
  s.for_each([&](std::size_t row, std::uint32_t token) {
    const std::string_view form = slice(prose, tokens[token].span);
    const bool named =
        token > 0 && is_title(slice(prose, tokens[token - 1].span)) && form[0] >= 'A' && form[0] <= 'Z';
    const WordFeatures features = named ? features_of_name(form) : features_of_word(form);
    const std::int8_t* word = net_.word_table + net_.word_row(features.word) * width;
    std::fill_n(s.sums.begin(), width, std::int16_t{0});
    for (const std::uint64_t hash : features.all())
      kernels_->add_row(net_.hashed_table + (hash & (net_.hashed_rows - 1)) * width, width, s.sums.data());
    float* out = s.input.data() + row * width;
    for (std::size_t j = 0; j < width; ++j)
      out[j] =
          static_cast<float>(word[j]) * net_.word_step + static_cast<float>(s.sums[j]) * net_.hashed_step;
  });
}

void Parser::encode(std::span<Token> tokens, Scratch& s) const {
  const std::size_t width = net_.width;
  for (std::size_t number = 0; number < net_.layer_count; ++number) {
    const ParserNet::Layer& layer = net_.layers[number];
    const std::size_t stride = layer.gates.stride();
    kernels_->quantise(s.input.data(), s.rows * layer.gates.inputs, layer.gates.steps_per_unit,
                       s.steps.data());
    kernels_->multiply(layer.gates, s.steps.data(), s.rows, s.gates.data());
    for (const Scratch::Window& window : s.windows) {
      const float* gates = s.gates.data() + window.first_row * stride;
      const float* input = s.input.data() + window.first_row * layer.gates.inputs;
      float* output = s.output.data() + window.first_row * 2 * width;
      // What passes by the layer is its input, or a projection of it that lies behind the gates.
      if (layer.kinds == 4)
        kernels_->recur(layer.recurrence, gates, stride, 4, gates + 3 * width, stride, 4 * width,
                        window.tokens.size(), s.state.data(), output);
      else
        kernels_->recur(layer.recurrence, gates, stride, 3, input, 2 * width, width, window.tokens.size(),
                        s.state.data(), output);
    }
    std::swap(s.input, s.output);
    if (number + 1 == net_.tag_layer) take_tags(tokens, s);
  }
}

// The network's tags, unless the tagger's are nearly as good to it: the two err in different places.
void Parser::take_tags(std::span<Token> tokens, Scratch& s) const {
  const QuantisedMatrix& m = net_.tags;
  kernels_->quantise(s.input.data(), s.rows * m.inputs, m.steps_per_unit, s.steps.data());
  kernels_->multiply(m, s.steps.data(), s.rows, s.gates.data());
  const std::size_t upos_end = net_.upos.size();
  s.for_each([&](std::size_t row, std::uint32_t token) {
    float* scores = s.gates.data() + row * m.stride();
    const auto favour = [&](auto names, auto name, float* of) {
      const auto found = std::find(names.begin(), names.end(), name);
      if (found != names.end()) of[found - names.begin()] += kTaggersWord;
    };
    favour(std::span(net_.upos), tokens[token].upos, scores);
    favour(std::span(net_.xpos), tokens[token].xpos, scores + upos_end);
    tokens[token].upos = net_.upos[kernels_->best(scores, upos_end)];
    tokens[token].xpos = net_.xpos[kernels_->best(scores + upos_end, m.outputs - upos_end)];
  });
}

std::size_t Parser::distance_index(std::size_t dependent, std::size_t head) const {
  const std::size_t far = net_.distances;
  return head > dependent ? far + std::min(head - dependent, far) : far - std::min(dependent - head, far);
}

// What each word is as a dependent and as a head.
void Parser::view(Scratch& s) const {
  const std::size_t arc = net_.arc;
  const std::size_t columns = net_.views.stride();
  kernels_->quantise(s.input.data(), s.rows * net_.views.inputs, net_.views.steps_per_unit, s.steps.data());
  kernels_->multiply(net_.views, s.steps.data(), s.rows, s.views.data());
  for (std::size_t row = 0; row < s.rows; ++row) {
    float* views = s.views.data() + row * columns;
    kernels_->rectify(views, 2 * arc);
    kernels_->quantise(views + arc, arc, net_.bilinear.steps_per_unit, s.steps.data() + row * arc);
  }
  kernels_->multiply(net_.bilinear, s.steps.data(), s.rows, s.heads.data());
}

// The tree of one window.
void Parser::attach(std::size_t first_row, std::size_t count, Scratch& s) const {
  const std::size_t arc = net_.arc;
  const std::size_t stride = round_up(count + 1);
  const std::size_t head_stride = net_.bilinear.stride();
  const float* heads = s.heads.data() + first_row * head_stride;
  for (std::size_t k = 0; k < arc; ++k) {
    float* row = s.transposed.data() + k * stride;
    row[0] = net_.root_arc[k];
    for (std::size_t i = 0; i < count; ++i) row[i + 1] = heads[i * head_stride + k];
    std::fill(row + count + 1, row + stride, 0.0F);
  }
  kernels_->score_arcs(s.views.data() + first_row * net_.views.stride(), net_.views.stride(),
                       s.transposed.data(), count, arc, stride, s.scores.data());
  const std::span<std::uint32_t> chosen(s.chosen.data() + first_row, count);
  for (std::size_t i = 0; i < count; ++i) {
    float* row = s.scores.data() + i * stride;
    row[0] += net_.distance[2 * net_.distances + 1];
    kernels_->add(distance_.data() + kWindow - i, count, row + 1);
    row[i + 1] = kImpossible;
    std::fill(row + count + 1, row + stride, kImpossible);
    chosen[i] = static_cast<std::uint32_t>(kernels_->best(row, stride));
  }
  spanning_tree({s.scores.data(), count * stride}, count, stride, chosen, s.tree);
}

void Parser::take_relations(std::span<Token> tokens, Scratch& s) const {
  const std::size_t label = net_.label;
  const std::size_t columns = net_.views.stride();
  const float* views = s.views.data() + 2 * net_.arc;
  for (const Scratch::Window& window : s.windows)
    for (std::uint32_t i = 0; i < window.tokens.size(); ++i) {
      const std::size_t row = window.first_row + i;
      const std::uint32_t head = s.chosen[row];
      const std::size_t gap = head == 0 ? 2 * net_.distances + 1 : distance_index(i, head - 1);
      const float* of_head =
          head == 0 ? net_.root_label : views + (window.first_row + head - 1) * columns + label;
      float* hidden = s.hidden.data() + row * label;
      std::copy_n(views + row * columns, label, hidden);
      kernels_->add(of_head, label, hidden);
      kernels_->add(net_.distance_label + gap * label, label, hidden);
      kernels_->rectify(hidden, label);
      tokens[window.tokens.begin + i].head = window.tokens.begin + (head == 0 ? i : head - 1);
    }
  kernels_->quantise(s.hidden.data(), s.rows * label, net_.labels.steps_per_unit, s.steps.data());
  kernels_->multiply(net_.labels, s.steps.data(), s.rows, s.gates.data());
  s.for_each([&](std::size_t row, std::uint32_t token) {
    float* scores = s.gates.data() + row * net_.labels.stride();
    // The root's relation is no other word's.
    scores[root_relation_] = tokens[token].head == token ? -kImpossible : kImpossible;
    tokens[token].deprel = net_.deprels[kernels_->best(scores, net_.labels.outputs)];
  });
}

}  // namespace onus
