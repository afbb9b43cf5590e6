#include "language/parser_kernels.h"

#include <initializer_list>

#if defined(ONUS_X86_KERNELS) && defined(__linux__)
#include <cpuid.h>
#include <sys/syscall.h>
#include <unistd.h>
#endif

namespace onus {
namespace {

// The system has to be asked before the tiles may be used; it may refuse.
bool has_tiles() {
#if defined(ONUS_X86_KERNELS) && defined(__linux__)
  constexpr unsigned kTile = 1U << 24, kInt8 = 1U << 25;  // EDX of leaf 7
  constexpr long kRequestPermission = 0x1023, kTileData = 18;
  unsigned a = 0, b = 0, c = 0, d = 0;
  if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0 || (d & (kTile | kInt8)) != (kTile | kInt8)) return false;
  static const bool permitted = syscall(SYS_arch_prctl, kRequestPermission, kTileData) == 0;
  return permitted;
#else
  return false;
#endif
}

}  // namespace

bool has_instructions(Instructions instructions) {
#ifdef ONUS_X86_KERNELS
  switch (instructions) {
    case Instructions::plain:
      return true;
    case Instructions::avx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case Instructions::avx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
             __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("avx512vnni");
    case Instructions::amx:
      return has_instructions(Instructions::avx512) && has_tiles();
  }
#endif
  return instructions == Instructions::plain;
}

Instructions best_instructions() {
  for (const auto instructions : {Instructions::amx, Instructions::avx512, Instructions::avx2})
    if (has_instructions(instructions)) return instructions;
  return Instructions::plain;
}

const ParserKernels& parser_kernels(Instructions instructions) {
#ifdef ONUS_X86_KERNELS
  static const ParserKernels with_tiles = [] {
    ParserKernels kernels = kernels::kAvx512;
    kernels.multiply = kernels::multiply_with_tiles;
    return kernels;
  }();
  if (instructions == Instructions::amx) return with_tiles;
  if (instructions == Instructions::avx512) return kernels::kAvx512;
  if (instructions == Instructions::avx2) return kernels::kAvx2;
#endif
  (void)instructions;
  return kernels::kPlain;
}

}  // namespace onus
