// Compiled for AVX-512 with VNNI and the matrix tiles of AMX (see CMakeLists.txt); empty elsewhere.
#include "language/parser_kernels.h"

// GCC and later Clangs have the one name, Clang 14 the other.
#if defined(__AMX_INT8__) || defined(__AMXINT8__)
#include <immintrin.h>

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

// Tiles 0 to 3 hold sums, 4 and 5 activations, 6 and 7 weights. Where there are more than 16 rows, two blocks
// of rows meet two blocks of outputs; else one meets four. Either way four sums grow in turn, since each
// product has to wait for the one before it.
void configure(std::size_t first_rows, std::size_t second_rows) {
  TileConfiguration configuration;
  for (int tile = 0; tile < 8; ++tile) {
    configuration.column_bytes[tile] = 64;
    configuration.rows[tile] = 16;
  }
  const auto first = static_cast<std::uint8_t>(first_rows);
  const auto second = static_cast<std::uint8_t>(second_rows == 0 ? first_rows : second_rows);
  configuration.rows[0] = configuration.rows[1] = configuration.rows[4] = first;
  configuration.rows[2] = configuration.rows[3] = configuration.rows[5] = second;
  _tile_loadconfig(&configuration);
}

struct alignas(64) Sums {
  std::int32_t of[4][16 * 16];

  // By name: left to itself, the compiler goes through a tile by columns.
  void finish(int tile, const QuantisedMatrix& m, std::size_t first, std::size_t rows, float* y) const {
    const __m512 scale = _mm512_loadu_ps(m.scale + first);
    const __m512 bias = _mm512_loadu_ps(m.bias + first);
    for (std::size_t r = 0; r < rows; ++r) {
      const __m512 sums = _mm512_maskz_cvtepi32_ps(0xFFFF, _mm512_load_si512(of[tile] + r * 16));
      _mm512_storeu_ps(y + r * m.stride() + first, _mm512_fmadd_ps(sums, scale, bias));
    }
  }
};

void multiply_one(const QuantisedMatrix& m, std::size_t first, std::size_t blocks, const std::uint8_t* x,
                  std::size_t rows, float* y) {
  const std::size_t block = 16 * m.inputs;
  const std::int8_t* weights = m.weights + first * m.inputs;
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (std::size_t k = 0; k < m.inputs; k += 64, weights += 1024) {
    _tile_loadd(4, x + k, m.inputs);
    _tile_loadd(6, weights, 64);
    _tile_dpbusd(0, 4, 6);
    if (blocks > 1) {
      _tile_loadd(7, weights + block, 64);
      _tile_dpbusd(1, 4, 7);
    }
    if (blocks > 2) {
      _tile_loadd(6, weights + 2 * block, 64);
      _tile_dpbusd(2, 4, 6);
    }
    if (blocks > 3) {
      _tile_loadd(7, weights + 3 * block, 64);
      _tile_dpbusd(3, 4, 7);
    }
  }
  Sums sums;
  _tile_stored(0, sums.of[0], 64);
  _tile_stored(1, sums.of[1], 64);
  _tile_stored(2, sums.of[2], 64);
  _tile_stored(3, sums.of[3], 64);
  for (std::size_t b = 0; b < blocks; ++b) sums.finish(static_cast<int>(b), m, first + 16 * b, rows, y);
}

void multiply_two(const QuantisedMatrix& m, std::size_t first, std::size_t blocks, const std::uint8_t* x,
                  std::size_t second_rows, float* y) {
  const std::int8_t* weights = m.weights + first * m.inputs;
  const std::int8_t* others = weights + (blocks > 1 ? 16 * m.inputs : 0);
  const std::uint8_t* below = x + 16 * m.inputs;
  _tile_zero(0);
  _tile_zero(1);
  _tile_zero(2);
  _tile_zero(3);
  for (std::size_t k = 0; k < m.inputs; k += 64, weights += 1024, others += 1024) {
    _tile_loadd(4, x + k, m.inputs);
    _tile_loadd(6, weights, 64);
    _tile_dpbusd(0, 4, 6);
    _tile_loadd(7, others, 64);
    _tile_dpbusd(1, 4, 7);
    _tile_loadd(5, below + k, m.inputs);
    _tile_dpbusd(2, 5, 6);
    _tile_dpbusd(3, 5, 7);
  }
  Sums sums;
  _tile_stored(0, sums.of[0], 64);
  _tile_stored(1, sums.of[1], 64);
  _tile_stored(2, sums.of[2], 64);
  _tile_stored(3, sums.of[3], 64);
  for (std::size_t b = 0; b < blocks; ++b) {
    sums.finish(static_cast<int>(b), m, first + 16 * b, 16, y);
    sums.finish(static_cast<int>(b) + 2, m, first + 16 * b, second_rows, y + 16 * m.stride());
  }
}

// Up to 32 rows.
void multiply_rest(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  if (rows <= 16) {
    configure(rows, 0);
    for (std::size_t first = 0; first < m.outputs; first += 64) {
      const std::size_t blocks = (m.outputs - first) / 16;
      multiply_one(m, first, blocks < 4 ? blocks : 4, x, rows, y);
    }
  } else {
    configure(16, rows - 16);
    for (std::size_t first = 0; first < m.outputs; first += 32)
      multiply_two(m, first, m.outputs - first > 16 ? 2 : 1, x, rows - 16, y);
  }
}

}  // namespace

namespace kernels {

void multiply_with_tiles(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  if (m.inputs % 64 != 0) return kAvx512.multiply(m, x, rows, y);
  const std::size_t whole = rows / 32 * 32;
  if (whole > 0) configure(16, 16);
  for (std::size_t first = 0; whole > 0 && first < m.outputs; first += 32)
    for (std::size_t row = 0; row < whole; row += 32)  // inside, so that weights are met in the nearest cache
      multiply_two(m, first, m.outputs - first > 16 ? 2 : 1, x + row * m.inputs, 16, y + row * m.stride());
  if (rows > whole) multiply_rest(m, x + whole * m.inputs, rows - whole, y + whole * m.stride());
  _tile_release();
}

}  // namespace kernels
}  // namespace onus
#endif
