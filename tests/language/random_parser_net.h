#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <random>
#include <string_view>
#include <vector>

#include "language/parser_net.h"

namespace onus {

struct NetShape {
  std::uint32_t embedding = 64, width = 32, layers = 2, arc = 64, label = 64, tag_layer = 1, distances = 8;
};

// The section of a network with random weights, in memory aligned as a mapped file's would be: what holds for
// it holds whatever training finds.
class RandomParserNet {
 public:
  explicit RandomParserNet(NetShape shape, std::uint32_t seed = 1) : random_(seed) {
    put(std::string_view("onusdep1"));
    const std::string_view upos = "NOUN\nVERB\nPUNCT\n", xpos = "NN\nVBD\n.\n",
                           deprels = "det\nnsubj\nroot\nobj\n";
    constexpr std::uint32_t kSlots = 16, kWords = 4, kRows = 64;
    array<std::uint32_t>({shape.embedding, shape.width, shape.layers, shape.arc, shape.label, shape.tag_layer,
                          shape.distances, kSlots, kWords, kRows, size(upos), size(xpos), size(deprels)});
    for (const auto names : {upos, xpos, deprels}) align(), put(names);
    std::vector<std::uint32_t> slots(2 * kSlots, 0);
    slots[1] = 3;
    array(slots);
    for (const auto rows : {kWords, kRows}) {
      array<float>({0.02F});
      bytes(rows * shape.embedding);
    }
    for (std::uint32_t layer = 0; layer < shape.layers; ++layer) {
      const std::uint32_t inputs = layer == 0 ? shape.embedding : 2 * shape.width;
      matrix(inputs, 2 * (inputs == 2 * shape.width ? 3 : 4) * shape.width);
      floats(4 * shape.width);
      floats(4 * shape.width);
    }
    matrix(2 * shape.width, 32);
    matrix(2 * shape.width, 2 * shape.arc + 2 * shape.label);
    matrix(shape.arc, shape.arc);
    matrix(shape.label, 16);
    floats(shape.arc);
    floats(shape.label);
    floats(2 * shape.distances + 2);
    floats((2 * shape.distances + 2) * shape.label);
  }

  // Valid until the next call.
  std::span<std::byte> section(std::size_t size) {
    aligned_.assign(size / sizeof(Line) + 1, {});
    std::memcpy(aligned_.data(), bytes_.data(), size);
    return {reinterpret_cast<std::byte*>(aligned_.data()), size};
  }
  std::span<std::byte> section() { return section(bytes_.size()); }

 private:
  struct alignas(64) Line {
    std::byte bytes[64];
  };

  static std::uint32_t size(std::string_view text) { return static_cast<std::uint32_t>(text.size()); }
  void put(std::string_view text) {
    for (const char c : text) bytes_.push_back(static_cast<std::byte>(c));
  }
  void align() { bytes_.resize((bytes_.size() + 63) / 64 * 64); }
  template <class T>
  void array(const std::vector<T>& values) {
    align();
    const auto at = bytes_.size();
    bytes_.resize(at + values.size() * sizeof(T));
    std::memcpy(bytes_.data() + at, values.data(), values.size() * sizeof(T));
  }
  void bytes(std::size_t count) {
    std::vector<std::int8_t> values(count);
    for (auto& value : values)
      value = static_cast<std::int8_t>(std::uniform_int_distribution(-127, 127)(random_));
    array(values);
  }
  void floats(std::size_t count) {
    std::vector<float> values(count);
    for (auto& value : values) value = std::uniform_real_distribution(-1.0F, 1.0F)(random_);
    array(values);
  }
  void matrix(std::uint32_t inputs, std::uint32_t outputs) {
    array<float>({40.0F});
    bytes(inputs * outputs);
    array(std::vector<float>(outputs, 0.0005F));
    floats(outputs);
  }

  std::mt19937 random_;
  std::vector<std::byte> bytes_;
  std::vector<Line> aligned_;
};

}  // namespace onus
