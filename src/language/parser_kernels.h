#pragma once

#include <cstddef>
#include <cstdint>

namespace onus {

// The instruction sets that the parser's arithmetic is compiled for. All give the same results to the last
// bit: products are of integers, and what is done in floating point is done in the same order without fused
// steps.
enum class Instructions : std::uint8_t { plain, avx2, avx512, amx };

// The best that this processor has.
Instructions best_instructions();
bool has_instructions(Instructions);

// A matrix of `outputs` × `inputs` whose product with 7-bit activations (64 stands for 0) gives floats:
// y = Σ w·x · scale + bias. Weights lie as [outputs / 16][inputs / 4][16][4]; outputs are a
// multiple of 16, inputs of 4. Pointers are into the model.
struct QuantisedMatrix {
  // Floats from one row of y to the next: an odd number of cache lines, so that rows don't compete for the
  // same places in the cache.
  std::size_t stride() const { return (outputs / 16 | 1) * 16; }

  std::size_t inputs = 0, outputs = 0;
  const std::int8_t* weights = nullptr;
  const float* scale = nullptr;
  const float* bias = nullptr;
  float steps_per_unit = 0;  // of the activations
};

// Peephole weights and biases of one encoder layer: [direction][forget, reset][width].
struct RecurrenceWeights {
  std::size_t width = 0;
  const float* peep = nullptr;
  const float* bias = nullptr;
};

struct ParserKernels {
  // sums[i] += rows[i] over `width` columns, a multiple of 16.
  void (*add_row)(const std::int8_t* row, std::size_t width, std::int16_t* sums);
  // x in steps, clamped to 7 bits.
  void (*quantise)(const float* x, std::size_t count, float steps_per_unit, std::uint8_t* out);
  // y has matrix.outputs columns, its rows are matrix.stride() apart.
  void (*multiply)(const QuantisedMatrix& matrix, const std::uint8_t* x, std::size_t rows, float* y);
  // gates: `rows`, `gate_stride` floats apart, of [direction][`kinds` of candidate, forget, reset (,
  // skip)][width]; skip: what passes by, with `skip_stride` floats between rows and `skip_direction` between
  // directions; out: rows of [direction][width]. state: 2 · width floats.
  void (*recur)(const RecurrenceWeights& weights, const float* gates, std::size_t gate_stride,
                std::size_t kinds, const float* skip, std::size_t skip_stride, std::size_t skip_direction,
                std::size_t rows, float* state, float* out);
  // scores[d][h] = Σ dependents[d][k] · heads[k][h]; `stride` (of heads and scores) is a multiple of 16.
  void (*score_arcs)(const float* dependents, std::size_t dependent_stride, const float* heads,
                     std::size_t rows, std::size_t width, std::size_t stride, float* scores);
  // x[i] += y[i].
  void (*add)(const float* y, std::size_t count, float* x);
  // x[i] = max(x[i], 0).
  void (*rectify)(float* x, std::size_t count);
  // The place of the first greatest of `count` scores, a multiple of 16.
  std::size_t (*best)(const float* scores, std::size_t count);
};

const ParserKernels& parser_kernels(Instructions);

namespace kernels {
extern const ParserKernels kPlain, kAvx2, kAvx512;
void multiply_with_tiles(const QuantisedMatrix& matrix, const std::uint8_t* x, std::size_t rows, float* y);
}  // namespace kernels

}  // namespace onus
