// Compiled for AVX-512 with VNNI and the matrix tiles of AMX (see CMakeLists.txt); empty elsewhere.
#include "language/parser_kernels.h"

#ifdef __AMX_INT8__
#include <immintrin.h>

#define KERNEL_SET kAmx
namespace onus {
namespace {
void multiply(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y);
}
}  // namespace onus
#include "language/parser_kernels.inc"

namespace onus {
namespace {

// The layout that the instruction wants (Intel's Instruction Set Extensions, LDTILECFG).
struct alignas(64) TileConfiguration {
  std::uint8_t palette = 1;
  std::uint8_t start_row = 0;
  std::uint8_t reserved[14] = {};
  std::uint16_t column_bytes[16] = {};
  std::uint8_t rows[16] = {};
};

// Tiles 0 and 1 hold sums, 2 and 3 weights, 4 to 7 all activations of up to 16 rows.
void configure(std::size_t rows) {
  TileConfiguration configuration;
  for (int tile = 0; tile < 8; ++tile) {
    configuration.column_bytes[tile] = 64;
    configuration.rows[tile] = tile == 2 || tile == 3 ? std::uint8_t{16} : static_cast<std::uint8_t>(rows);
  }
  _tile_loadconfig(&configuration);
}

#define ONUS_TILE_STEP(number, activations)                \
  if (tiles > (number)) {                                  \
    _tile_loadd(2, weights + (number)*1024, 64);           \
    _tile_dpbusd(0, activations, 2);                       \
    if (two) {                                             \
      _tile_loadd(3, weights + block + (number)*1024, 64); \
      _tile_dpbusd(1, activations, 3);                     \
    }                                                      \
  }

void multiply_tiles(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  const std::size_t tiles = m.inputs / 64;
  const std::size_t block = 16 * m.inputs;
  configure(rows);
  _tile_loadd(4, x, m.inputs);
  if (tiles > 1) _tile_loadd(5, x + 64, m.inputs);
  if (tiles > 2) _tile_loadd(6, x + 128, m.inputs);
  if (tiles > 3) _tile_loadd(7, x + 192, m.inputs);
  alignas(64) std::int32_t sums[2][16 * 16];
  for (std::size_t first = 0; first < m.outputs; first += 32) {
    const std::int8_t* weights = m.weights + first * m.inputs;
    const bool two = first + 16 < m.outputs;
    _tile_zero(0);
    _tile_zero(1);
    ONUS_TILE_STEP(0U, 4)
    ONUS_TILE_STEP(1U, 5)
    ONUS_TILE_STEP(2U, 6)
    ONUS_TILE_STEP(3U, 7)
    _tile_stored(0, sums[0], 64);
    _tile_stored(1, sums[1], 64);
    for (std::size_t r = 0; r < rows; ++r) {
      finish_block(m, first, 16, sums[0] + r * 16, y + r * m.outputs + first);
      if (two) finish_block(m, first + 16, 16, sums[1] + r * 16, y + r * m.outputs + first + 16);
    }
  }
}
#undef ONUS_TILE_STEP

void multiply(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  if (m.inputs % 64 != 0 || m.inputs > 256) return kernels::kAvx512.multiply(m, x, rows, y);
  for (std::size_t row = 0; row < rows; row += 16) {
    const std::size_t take = rows - row < 16 ? rows - row : 16;
    multiply_tiles(m, x + row * m.inputs, take, y + row * m.outputs);
  }
  _tile_release();
}

}  // namespace
}  // namespace onus
#endif
