#include "language/parser_kernels.h"

#include <initializer_list>

namespace onus {

bool has_instructions(Instructions instructions) {
#ifdef ONUS_X86_KERNELS
  switch (instructions) {
    case Instructions::plain:
      return true;
    case Instructions::avx2:
      return __builtin_cpu_supports("avx2");
    case Instructions::avx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vnni");
  }
#endif
  return instructions == Instructions::plain;
}

Instructions best_instructions() {
  for (const auto instructions : {Instructions::avx512, Instructions::avx2})
    if (has_instructions(instructions)) return instructions;
  return Instructions::plain;
}

const ParserKernels& parser_kernels(Instructions instructions) {
#ifdef ONUS_X86_KERNELS
  if (instructions == Instructions::avx512) return kernels::kAvx512;
  if (instructions == Instructions::avx2) return kernels::kAvx2;
#endif
  (void)instructions;
  return kernels::kPlain;
}

}  // namespace onus
