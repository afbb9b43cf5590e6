// Compiled for AVX-512 with VNNI (see CMakeLists.txt); empty elsewhere.
#include "language/parser_kernels.h"

#ifdef __AVX512VNNI__
#include <immintrin.h>

#define KERNEL_SET kAvx512
namespace onus {
namespace {
void multiply(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y);
// Sixteen scores.
void score_block(const float* dependent, const float* heads, std::size_t width, std::size_t stride,
                 float* scores);
}  // namespace
}  // namespace onus
#include "language/parser_kernels.inc"

namespace onus {
namespace {

// By name, as the compiler would otherwise spill the sums first.
inline void finish(__m512i sums, const QuantisedMatrix& m, std::size_t first, float* y) {
  _mm512_storeu_ps(y, _mm512_fmadd_ps(_mm512_maskz_cvtepi32_ps(0xFFFF, sums),
                                      _mm512_loadu_ps(m.scale + first), _mm512_loadu_ps(m.bias + first)));
}

// kRows rows of x times kBlocks blocks of 16 outputs, with all sums in registers.
template <int kRows, int kBlocks>
inline void multiply_block(const QuantisedMatrix& m, std::size_t first, const std::uint8_t* x, float* y) {
  __m512i sums[kRows][kBlocks];
  for (int r = 0; r < kRows; ++r)
    for (int b = 0; b < kBlocks; ++b) sums[r][b] = _mm512_setzero_si512();
  const std::int8_t* weights = m.weights + first * m.inputs;
  for (std::size_t k = 0; k < m.inputs; k += 4) {
    __m512i w[kBlocks];
    for (int b = 0; b < kBlocks; ++b)
      w[b] = _mm512_loadu_si512(weights + static_cast<std::size_t>(b) * 16 * m.inputs + k * 16);
    for (int r = 0; r < kRows; ++r) {
      std::int32_t four;
      __builtin_memcpy(&four, x + static_cast<std::size_t>(r) * m.inputs + k, 4);
      const __m512i activations = _mm512_set1_epi32(four);
      for (int b = 0; b < kBlocks; ++b) sums[r][b] = _mm512_dpbusd_epi32(sums[r][b], activations, w[b]);
    }
  }
  for (int r = 0; r < kRows; ++r) {
    float* row = y + static_cast<std::size_t>(r) * m.stride() + first;
    for (int b = 0; b < kBlocks; ++b)
      finish(sums[r][b], m, first + 16 * static_cast<std::size_t>(b), row + 16 * b);
  }
}

template <int kBlocks>
void multiply_outputs(const QuantisedMatrix& m, std::size_t first, const std::uint8_t* x, std::size_t rows,
                      float* y) {
  using Function = void (*)(const QuantisedMatrix&, std::size_t, const std::uint8_t*, float*);
  constexpr Function kByRows[] = {multiply_block<1, kBlocks>, multiply_block<2, kBlocks>,
                                  multiply_block<3, kBlocks>, multiply_block<4, kBlocks>,
                                  multiply_block<5, kBlocks>, multiply_block<6, kBlocks>};
  for (std::size_t row = 0; row < rows;) {
    const std::size_t left = rows - row;
    // Seven to eleven are better cut in halves than to leave a few.
    const std::size_t take = left <= 6 ? left : left < 12 ? (left + 1) / 2 : 6;
    kByRows[take - 1](m, first, x + row * m.inputs, y + row * m.stride());
    row += take;
  }
}

// Outputs outside and rows inside, so that weights are met in the nearest cache.
void multiply(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  std::size_t first = 0;
  for (; first + 64 <= m.outputs; first += 64) multiply_outputs<4>(m, first, x, rows, y);
  for (; first < m.outputs; first += 16) multiply_outputs<1>(m, first, x, rows, y);
}

void score_block(const float* dependent, const float* heads, std::size_t width, std::size_t stride,
                 float* scores) {
  __m512 sums = _mm512_setzero_ps();
  for (std::size_t k = 0; k < width; ++k)
    sums = _mm512_fmadd_ps(_mm512_set1_ps(dependent[k]), _mm512_loadu_ps(heads + k * stride), sums);
  _mm512_storeu_ps(scores, sums);
}

}  // namespace
}  // namespace onus
#endif
