#include "language/parser.h"

#include <algorithm>
#include <vector>

#include "language/spanning_tree.h"
#include "language/word_features.h"
#include "text/failure.h"

namespace onus {
namespace {

constexpr std::size_t round_up(std::size_t count) { return (count + 15) / 16 * 16; }

std::size_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

// How many tokens the next part of a long sentence takes: up to the last punctuation mark in its second half.
std::size_t part_size(std::span<const Token> rest) {
  if (rest.size() <= Parser::kWindow) return rest.size();
  for (std::size_t size = Parser::kWindow; size > Parser::kWindow / 2; --size)
    if (rest[size - 1].upos == Upos::PUNCT) return size;
  return Parser::kWindow;
}

}  // namespace

// Buffers for one window, kept by each thread and grown to the largest network it has met.
struct Parser::Scratch {
  std::vector<std::int16_t> sums;
  std::vector<float> layer_a, layer_b, gates, state, views, heads, transposed, scores, hidden, relations;
  std::vector<std::uint8_t> steps;
  std::vector<std::uint32_t> chosen;
  TreeScratch tree;

  void fit(const ParserNet& net, std::size_t count) {
    const auto grow = [](auto& buffer, std::size_t size) {
      if (buffer.size() < size) buffer.resize(size);
    };
    const std::size_t both = 2 * net.width;
    const std::size_t stride = round_up(count + 1);
    grow(sums, 2 * net.embedding);
    grow(layer_a, count * std::max(both, net.embedding));
    grow(layer_b, count * std::max(both, net.embedding));
    grow(gates, count * std::max({8 * net.width, net.tags.outputs, net.labels.outputs}));
    grow(state, both);
    grow(views, count * net.views.outputs);
    grow(heads, count * net.arc);
    grow(transposed, stride * net.arc);
    grow(scores, count * stride);
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
}

void Parser::parse(std::span<Token> sentence, std::uint32_t first, std::string_view prose) const {
  thread_local Scratch scratch;
  std::uint32_t root = 0;
  for (std::size_t at = 0; at < sentence.size();) {
    const std::size_t size = part_size(sentence.subspan(at));
    const auto part_first = static_cast<std::uint32_t>(first + at);
    const std::uint32_t part_root = parse_window(sentence.subspan(at, size), part_first, prose, scratch);
    if (at == 0) {
      root = part_root;
    } else {
      sentence[part_root - first].head = root;
      sentence[part_root - first].deprel = Deprel::parataxis;
    }
    at += size;
  }
}

// Returns the index of the root.
std::uint32_t Parser::parse_window(std::span<Token> tokens, std::uint32_t first, std::string_view prose,
                                   Scratch& scratch) const {
  scratch.fit(net_, tokens.size());
  embed(tokens, prose, scratch);
  encode(tokens, scratch);
  score(tokens.size(), scratch);
  spanning_tree(scratch.scores, tokens.size(), round_up(tokens.size() + 1), scratch.chosen, scratch.tree);
  take_relations(tokens, scratch);
  std::uint32_t root = first;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t head = scratch.chosen[i];
    tokens[i].head = first + (head == 0 ? static_cast<std::uint32_t>(i) : head - 1);
    if (head == 0) root = tokens[i].head;
  }
  return root;
}

void Parser::embed(std::span<const Token> tokens, std::string_view prose, Scratch& s) const {
  const std::size_t width = net_.embedding;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const WordFeatures features = word_features(slice(prose, tokens[i].span));
    const std::int8_t* word = net_.word_table + net_.word_row(features.word) * width;
    std::fill_n(s.sums.begin(), width, std::int16_t{0});
    for (const std::uint64_t hash : features.all())
      kernels_->add_row(net_.hashed_table + (hash & (net_.hashed_rows - 1)) * width, width, s.sums.data());
    float* out = s.layer_a.data() + i * width;
    for (std::size_t j = 0; j < width; ++j)
      out[j] =
          static_cast<float>(word[j]) * net_.word_step + static_cast<float>(s.sums[j]) * net_.hashed_step;
  }
}

void Parser::encode(std::span<Token> tokens, Scratch& s) const {
  const std::size_t both = 2 * net_.width;
  const std::size_t count = tokens.size();
  for (std::size_t number = 0; number < net_.layer_count; ++number) {
    const ParserNet::Layer& layer = net_.layers[number];
    kernels_->quantise(s.layer_a.data(), count * layer.gates.inputs, layer.gates.steps_per_unit,
                       s.steps.data());
    kernels_->multiply(layer.gates, s.steps.data(), count, s.gates.data());
    // What passes by the layer is its input, or a projection of it that lies behind the gates.
    const bool projected = layer.kinds == 4;
    const float* skip = projected ? s.gates.data() + 3 * net_.width : s.layer_a.data();
    kernels_->recur(layer.recurrence, s.gates.data(), layer.kinds, skip,
                    projected ? layer.gates.outputs : both, projected ? 4 * net_.width : net_.width, count,
                    s.state.data(), s.layer_b.data());
    std::swap(s.layer_a, s.layer_b);
    if (number + 1 == net_.tag_layer) take_tags(tokens, s);
  }
}

void Parser::take_tags(std::span<Token> tokens, Scratch& s) const {
  const QuantisedMatrix& m = net_.tags;
  kernels_->quantise(s.layer_a.data(), tokens.size() * m.inputs, m.steps_per_unit, s.steps.data());
  kernels_->multiply(m, s.steps.data(), tokens.size(), s.gates.data());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const float* scores = s.gates.data() + i * m.outputs;
    tokens[i].upos = net_.upos[best_of(scores, net_.upos.size())];
    tokens[i].xpos = net_.xpos[best_of(scores + net_.upos.size(), net_.xpos.size())];
  }
}

std::size_t Parser::distance_index(std::size_t dependent, std::size_t head) const {
  const std::size_t far = net_.distances;
  return head > dependent ? far + std::min(head - dependent, far) : far - std::min(dependent - head, far);
}

void Parser::score(std::size_t count, Scratch& s) const {
  const std::size_t arc = net_.arc;
  const std::size_t stride = round_up(count + 1);
  const std::size_t columns = net_.views.outputs;
  kernels_->quantise(s.layer_a.data(), count * net_.views.inputs, net_.views.steps_per_unit, s.steps.data());
  kernels_->multiply(net_.views, s.steps.data(), count, s.views.data());
  for (std::size_t i = 0; i < count; ++i) {
    float* view = s.views.data() + i * columns;
    for (std::size_t k = 0; k < 2 * arc; ++k) view[k] = view[k] > 0 ? view[k] : 0;
    kernels_->quantise(view + arc, arc, net_.bilinear.steps_per_unit, s.steps.data() + i * arc);
  }
  kernels_->multiply(net_.bilinear, s.steps.data(), count, s.heads.data());
  for (std::size_t k = 0; k < arc; ++k) {
    float* row = s.transposed.data() + k * stride;
    row[0] = net_.root_arc[k];
    for (std::size_t i = 0; i < count; ++i) row[i + 1] = s.heads[i * arc + k];
    std::fill(row + count + 1, row + stride, 0.0F);
  }
  kernels_->score_arcs(s.views.data(), columns, s.transposed.data(), count, arc, stride, s.scores.data());
  for (std::size_t i = 0; i < count; ++i) {
    float* row = s.scores.data() + i * stride;
    row[0] += net_.distance[2 * net_.distances + 1];
    for (std::size_t head = 0; head < count; ++head) row[head + 1] += net_.distance[distance_index(i, head)];
  }
}

void Parser::take_relations(std::span<Token> tokens, Scratch& s) const {
  const std::size_t label = net_.label;
  const std::size_t columns = net_.views.outputs;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const std::uint32_t head = s.chosen[i];
    const std::size_t gap = head == 0 ? 2 * net_.distances + 1 : distance_index(i, head - 1);
    const float* of_gap = net_.distance_label + gap * label;
    const float* of_dependent = s.views.data() + i * columns + 2 * net_.arc;
    const float* of_head =
        head == 0 ? net_.root_label : s.views.data() + (head - 1) * columns + 2 * net_.arc + label;
    float* out = s.hidden.data() + i * label;
    for (std::size_t k = 0; k < label; ++k) out[k] = std::max(of_dependent[k] + of_head[k] + of_gap[k], 0.0F);
  }
  kernels_->quantise(s.hidden.data(), tokens.size() * label, net_.labels.steps_per_unit, s.steps.data());
  kernels_->multiply(net_.labels, s.steps.data(), tokens.size(), s.gates.data());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    float* scores = s.gates.data() + i * net_.labels.outputs;
    scores[root_relation_] = s.chosen[i] == 0 ? 1e30F : -1e30F;  // the root's relation is no other word's
    tokens[i].deprel = net_.deprels[best_of(scores, net_.deprels.size())];
  }
}

}  // namespace onus
