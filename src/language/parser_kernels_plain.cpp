#include "language/parser_kernels.h"

#define KERNEL_SET kPlain
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

void multiply(const QuantisedMatrix& m, const std::uint8_t* x, std::size_t rows, float* y) {
  for (std::size_t first = 0; first < m.outputs; first += 16) {
    const std::int8_t* weights = m.weights + first * m.inputs;
    for (std::size_t row = 0; row < rows; ++row) {
      std::int32_t sums[16] = {};
      for (std::size_t k = 0; k < m.inputs; k += 4)
        for (std::size_t j = 0; j < 16; ++j)
          for (std::size_t part = 0; part < 4; ++part)
            sums[j] += x[row * m.inputs + k + part] * weights[k * 16 + j * 4 + part];
      finish_block(m, first, 16, sums, y + row * m.stride() + first);
    }
  }
}

void score_block(const float* dependent, const float* heads, std::size_t width, std::size_t stride,
                 float* scores) {
  float sums[16] = {};
  for (std::size_t k = 0; k < width; ++k)
    for (std::size_t j = 0; j < 16; ++j) sums[j] = fused(dependent[k], heads[k * stride + j], sums[j]);
  for (std::size_t j = 0; j < 16; ++j) scores[j] = sums[j];
}

}  // namespace
}  // namespace onus
