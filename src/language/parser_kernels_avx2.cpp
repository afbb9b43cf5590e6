// Compiled for AVX2 (see CMakeLists.txt); empty elsewhere.
#include "language/parser_kernels.h"

#ifdef __AVX2__
#include <immintrin.h>

#define KERNEL_SET kAvx2
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

const __m256i* lanes(const void* p) { return static_cast<const __m256i*>(p); }

// kRows rows of x times 16 outputs. Two products of 7 and 8 bits fit into 16 bits, so nothing saturates.
template <int kRows>
inline void multiply_block(const QuantisedMatrix& m, std::size_t first, const std::uint8_t* x, float* y) {
  const __m256i ones = _mm256_set1_epi16(1);
  __m256i sums[kRows][2];
  for (int r = 0; r < kRows; ++r) sums[r][0] = sums[r][1] = _mm256_setzero_si256();
  const std::int8_t* weights = m.weights + first * m.inputs;
  for (std::size_t k = 0; k < m.inputs; k += 4) {
    const __m256i low = _mm256_loadu_si256(lanes(weights + k * 16));
    const __m256i high = _mm256_loadu_si256(lanes(weights + k * 16 + 32));
    for (int r = 0; r < kRows; ++r) {
      std::int32_t four;
      __builtin_memcpy(&four, x + static_cast<std::size_t>(r) * m.inputs + k, 4);
      const __m256i activations = _mm256_set1_epi32(four);
      const __m256i products[2] = {_mm256_maddubs_epi16(activations, low),
                                   _mm256_maddubs_epi16(activations, high)};
      for (int h = 0; h < 2; ++h)
        sums[r][h] = _mm256_add_epi32(sums[r][h], _mm256_madd_epi16(products[h], ones));
    }
  }
  for (int r = 0; r < kRows; ++r) {
    std::int32_t spilt[16];
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(spilt), sums[r][0]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(spilt + 8), sums[r][1]);
    finish_block(m, first, 16, spilt, y + static_cast<std::size_t>(r) * m.stride() + first);
  }
}

void multiply(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  using Function = void (*)(const QuantisedMatrix&, std::size_t, const std::uint8_t*, float*);
  constexpr Function kByRows[] = {multiply_block<1>, multiply_block<2>, multiply_block<3>, multiply_block<4>};
  for (std::size_t first = 0; first < m.outputs; first += 16)
    for (std::size_t row = 0; row < rows;) {
      const std::size_t take = rows - row < 4 ? rows - row : 4;
      kByRows[take - 1](m, first, x + row * m.inputs, y + row * m.stride());
      row += take;
    }
}

void score_block(const float* dependent, const float* heads, std::size_t width, std::size_t stride,
                 float* scores) {
  __m256 low = _mm256_setzero_ps(), high = low;
  for (std::size_t k = 0; k < width; ++k) {
    const __m256 same = _mm256_set1_ps(dependent[k]);
    low = _mm256_fmadd_ps(same, _mm256_loadu_ps(heads + k * stride), low);
    high = _mm256_fmadd_ps(same, _mm256_loadu_ps(heads + k * stride + 8), high);
  }
  _mm256_storeu_ps(scores, low);
  _mm256_storeu_ps(scores + 8, high);
}

}  // namespace
}  // namespace onus
#endif
