// Compiled for AVX-512 with VNNI (see CMakeLists.txt); empty elsewhere.
#include "language/parser_kernels.h"

#ifdef __AVX512VNNI__
#include <immintrin.h>

#define KERNEL_SET kAvx512
namespace onus {
namespace {
void multiply(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y);
}
}  // namespace onus
#include "language/parser_kernels.inc"

namespace onus {
namespace {

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
    alignas(64) std::int32_t spilt[kBlocks * 16];
    for (int b = 0; b < kBlocks; ++b) _mm512_store_si512(spilt + b * 16, sums[r][b]);
    finish_block(m, first, kBlocks * 16, spilt, y + static_cast<std::size_t>(r) * m.outputs + first);
  }
}

template <int kRows>
void multiply_rows(const QuantisedMatrix& m, const std::uint8_t* x, float* y) {
  std::size_t first = 0;
  for (; first + 64 <= m.outputs; first += 64) multiply_block<kRows, 4>(m, first, x, y);
  for (; first < m.outputs; first += 16) multiply_block<kRows, 1>(m, first, x, y);
}

void multiply(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  using Function = void (*)(const QuantisedMatrix&, const std::uint8_t*, float*);
  constexpr Function kByRows[] = {multiply_rows<1>, multiply_rows<2>, multiply_rows<3>,
                                  multiply_rows<4>, multiply_rows<5>, multiply_rows<6>};
  for (std::size_t row = 0; row < rows;) {
    const std::size_t left = rows - row;
    // Seven and eight are better cut in halves than to leave one or two.
    const std::size_t take = left <= 6 ? left : left < 12 ? (left + 1) / 2 : 6;
    kByRows[take - 1](m, x + row * m.inputs, y + row * m.outputs);
    row += take;
  }
}

}  // namespace
}  // namespace onus
#endif
