#include "language/parser_net.h"

#include <bit>
#include <cstring>
#include <optional>
#include <string_view>

#include "text/failure.h"

namespace onus {
namespace {

constexpr std::string_view kMagic = "onusdep1";
constexpr std::size_t kAlignment = 64;

[[noreturn]] void damaged() { throw Failure("the parser's part of the English model is damaged"); }
void expect(bool holds) {
  if (!holds) damaged();
}

class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {
    expect(std::bit_cast<std::uintptr_t>(bytes.data()) % kAlignment == 0);
  }

  template <class T>
  const T* array(std::size_t count) {
    at_ = (at_ + kAlignment - 1) / kAlignment * kAlignment;
    expect(at_ <= bytes_.size() && count <= (bytes_.size() - at_) / sizeof(T));
    const auto* found = reinterpret_cast<const T*>(bytes_.data() + at_);
    at_ += count * sizeof(T);
    return found;
  }

  QuantisedMatrix matrix(std::size_t inputs, std::size_t outputs) {
    QuantisedMatrix m{.inputs = inputs, .outputs = outputs};
    m.steps_per_unit = *array<float>(1);
    m.weights = array<std::int8_t>(inputs * outputs);
    m.scale = array<float>(outputs);
    m.bias = array<float>(outputs);
    return m;
  }

  std::string_view text(std::size_t size) { return {array<char>(size), size}; }

 private:
  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
};

// Names, each ended by a line feed.
template <class Tag>
std::vector<Tag> names_of(std::string_view names, std::optional<Tag> (*find)(std::string_view)) {
  std::vector<Tag> found;
  for (std::size_t at = 0; at < names.size();) {
    const std::size_t end = names.find('\n', at);
    expect(end != names.npos);
    const auto tag = find(names.substr(at, end - at));
    expect(tag.has_value());
    found.push_back(*tag);
    at = end + 1;
  }
  expect(!found.empty());
  return found;
}

constexpr std::size_t padded(std::size_t count) { return (count + 15) / 16 * 16; }

}  // namespace

ParserNet ParserNet::read(std::span<const std::byte> section) {
  Reader reader(section);
  expect(reader.text(kMagic.size()) == kMagic);
  enum {
    kEmbedding,
    kWidth,
    kLayers,
    kArc,
    kLabel,
    kTagLayer,
    kDistances,
    kSlots,
    kWords,
    kRows,
    kUpos,
    kXpos,
    kDeprels,
    kFields
  };
  const auto* fields = reader.array<std::uint32_t>(kFields);
  for (const auto field : {kEmbedding, kWidth, kArc, kLabel})
    expect(fields[field] > 0 && fields[field] % 16 == 0 && fields[field] <= 1024);
  for (const auto field : {kSlots, kRows})
    expect(std::has_single_bit(fields[field]) && fields[field] <= 1U << 20);
  expect(fields[kWords] > 0 && fields[kWords] < fields[kSlots]);
  expect(fields[kLayers] > 0 && fields[kLayers] <= kMostLayers && fields[kDistances] <= 1024);
  expect(fields[kTagLayer] > 0 && fields[kTagLayer] <= fields[kLayers]);
  for (const auto field : {kUpos, kXpos, kDeprels}) expect(fields[field] <= 4096);

  ParserNet net;
  net.embedding = fields[kEmbedding];
  net.width = fields[kWidth];
  net.arc = fields[kArc];
  net.label = fields[kLabel];
  net.tag_layer = fields[kTagLayer];
  net.distances = fields[kDistances];
  net.hashed_rows = fields[kRows];
  net.upos = names_of(reader.text(fields[kUpos]), upos_from);
  net.xpos = names_of(reader.text(fields[kXpos]), xpos_from);
  net.deprels = names_of(reader.text(fields[kDeprels]), deprel_from);
  net.words = {reader.array<Word>(fields[kSlots]), fields[kSlots]};
  bool has_empty = false;
  for (const Word& word : net.words) {
    expect(word.row < fields[kWords]);
    has_empty |= word.row == 0;
  }
  expect(has_empty);
  net.word_step = *reader.array<float>(1);
  net.word_table = reader.array<std::int8_t>(fields[kWords] * net.embedding);
  net.hashed_step = *reader.array<float>(1);
  net.hashed_table = reader.array<std::int8_t>(net.hashed_rows * net.embedding);
  net.layer_count = fields[kLayers];
  for (std::size_t i = 0; i < net.layer_count; ++i) {
    Layer& layer = net.layers[i];
    const std::size_t inputs = i == 0 ? net.embedding : 2 * net.width;
    layer.kinds = inputs == 2 * net.width ? 3 : 4;
    layer.gates = reader.matrix(inputs, 2 * layer.kinds * net.width);
    layer.recurrence = {net.width, reader.array<float>(4 * net.width), reader.array<float>(4 * net.width)};
  }
  // Outputs that fill up the last block are never the best in a sound model; in a damaged one they do no
  // harm.
  net.upos.resize(padded(net.upos.size()), Upos::X);
  net.xpos.resize(padded(net.xpos.size()), Xpos::unknown);
  net.deprels.resize(padded(net.deprels.size()), Deprel::dep);
  net.tags = reader.matrix(2 * net.width, net.upos.size() + net.xpos.size());
  net.views = reader.matrix(2 * net.width, 2 * net.arc + 2 * net.label);
  net.bilinear = reader.matrix(net.arc, net.arc);
  net.labels = reader.matrix(net.label, net.deprels.size());
  net.root_arc = reader.array<float>(net.arc);
  net.root_label = reader.array<float>(net.label);
  net.distance = reader.array<float>(2 * net.distances + 2);
  net.distance_label = reader.array<float>((2 * net.distances + 2) * net.label);
  return net;
}

std::uint32_t ParserNet::word_row(std::uint64_t hash) const {
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = words.size() - 1;
  for (std::size_t slot = hash & mask; words[slot].row != 0; slot = (slot + 1) & mask)
    if (words[slot].tag == tag) return words[slot].row;
  return 0;
}

}  // namespace onus
