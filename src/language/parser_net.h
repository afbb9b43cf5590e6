#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "language/parser_kernels.h"
#include "language/tags.h"

namespace onus {

// The parser's section of the model file, as views into it: nothing is copied but the names of tags. The
// layout is written by tools/training/export_parser.py, little-endian, every array at a multiple of 64 bytes.
struct ParserNet {
  static constexpr std::size_t kMostLayers = 8;

  // Checks sizes and ranges, so that no bytes can make the parser read outside of them; throws Failure.
  static ParserNet read(std::span<const std::byte> section);

  struct Word {
    std::uint32_t tag;  // upper half of the hash; 0 with row 0 is an empty slot
    std::uint32_t row;
  };
  struct Layer {
    QuantisedMatrix gates;
    RecurrenceWeights recurrence;
    std::size_t kinds = 3;  // 4 where the skipping input is projected
  };

  std::size_t embedding = 0, width = 0, arc = 0, label = 0, tag_layer = 0, distances = 0;
  std::span<const Word> words;  // open addressing, a power of two
  std::size_t hashed_rows = 0;  // a power of two
  const std::int8_t* word_table = nullptr;
  const std::int8_t* hashed_table = nullptr;
  float word_step = 0, hashed_step = 0;
  std::size_t layer_count = 0;
  std::array<Layer, kMostLayers> layers{};
  // Tags: universal tags, then Penn tags, each filled up to a multiple of 16 with outputs that never win, as
  // are labels.
  QuantisedMatrix tags, views, bilinear, labels;
  const float* root_arc = nullptr;
  const float* root_label = nullptr;
  const float* distance = nullptr;        // by head − dependent, then one for the root
  const float* distance_label = nullptr;  // the same, `label` floats each
  // By output.
  std::vector<Upos> upos;
  std::vector<Xpos> xpos;
  std::vector<Deprel> deprels;

  std::uint32_t word_row(std::uint64_t hash) const;
};

}  // namespace onus
