#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace onus {

// A linear classifier over hashed features with quantised weights, used where it lies in the model file.
//
// A feature is a 64-bit hash. Its upper half chooses a bucket of one cache line, which holds eight slots: a
// 16-bit check and up to three weights each. Most features speak for or against a few classes only, so this
// is smaller than rows of all classes; a feature with many has a row, and its slot names it. When a bucket
// is full, its neighbour takes what is left over.
struct LinearBucket {
  struct Slot {
    std::uint8_t classes[3];
    std::int8_t weights[3];
  };
  std::uint16_t checks[8];  // 0: empty
  Slot slots[8];
};
static_assert(sizeof(LinearBucket) == 64);

struct LinearHeader {
  std::uint32_t classes;  // at most 255
  std::uint32_t stride;   // classes rounded up to a multiple of 16
  std::uint32_t buckets;  // an even number
  std::uint32_t rows;
  std::uint32_t spare[12];
};
static_assert(sizeof(LinearHeader) == 64);

// In Slot::classes[0]: the other bytes of the slot are the number of a row, lowest first.
inline constexpr std::uint8_t kRowMark = 255;

class LinearModel {
 public:
  LinearModel() = default;
  // Throws Failure when the section is too short for what its header says.
  explicit LinearModel(std::span<const std::byte> section);

  std::size_t classes() const { return classes_; }
  std::size_t stride() const { return stride_; }

  static std::uint16_t check_of(std::uint64_t feature) {
    const auto check = static_cast<std::uint16_t>(feature & 0xFFFF);
    return check == 0 ? 1 : check;
  }

  static std::size_t place_of(std::uint64_t feature, std::size_t buckets) {
    return ((feature >> 32) * buckets) >> 32;
  }

  void prefetch(std::uint64_t feature) const {
    __builtin_prefetch(buckets_.data() + place_of(feature, buckets_.size()));
  }

  // Adds the weights of `feature` to `scores`, which has room for stride().
  void add(std::uint64_t feature, std::int16_t* scores) const {
    const std::size_t bucket = place_of(feature, buckets_.size());
    const std::uint16_t check = check_of(feature);
    if (add_bucket(buckets_[bucket], check, scores)) add_bucket(buckets_[bucket ^ 1], check, scores);
  }

 private:
  // True when the bucket is full, so that the next one has to be looked at as well.
  bool add_bucket(const LinearBucket& bucket, std::uint16_t check, std::int16_t* scores) const {
    unsigned hits = 0;
    bool full = true;
#if defined(__SSE2__)
    const __m128i checks = _mm_load_si128(reinterpret_cast<const __m128i*>(bucket.checks));
    const __m128i same = _mm_cmpeq_epi16(checks, _mm_set1_epi16(static_cast<short>(check)));
    hits = static_cast<unsigned>(_mm_movemask_epi8(_mm_packs_epi16(same, _mm_setzero_si128())));
    full = bucket.checks[7] != 0;  // slots are filled from the first
#else
    for (unsigned slot = 0; slot < 8; ++slot)
      hits |= static_cast<unsigned>(bucket.checks[slot] == check) << slot;
    full = bucket.checks[7] != 0;
#endif
    for (; hits != 0; hits &= hits - 1) {
      const LinearBucket::Slot& slot = bucket.slots[__builtin_ctz(hits)];
      if (slot.classes[0] == kRowMark)
        add_row(slot, scores);
      else
        for (int i = 0; i < 3; ++i)
          scores[slot.classes[i]] = static_cast<std::int16_t>(scores[slot.classes[i]] + slot.weights[i]);
    }
    return full;
  }

  void add_row(const LinearBucket::Slot& slot, std::int16_t* scores) const {
    const std::size_t row =
        slot.classes[1] + 256U * slot.classes[2] + 65536U * static_cast<std::uint8_t>(slot.weights[0]);
    const std::int8_t* weights = rows_.data() + row * stride_;
    for (std::size_t i = 0; i < stride_; ++i) scores[i] = static_cast<std::int16_t>(scores[i] + weights[i]);
  }

  std::span<const LinearBucket> buckets_;
  std::span<const std::int8_t> rows_;
  std::size_t classes_ = 0;
  std::size_t stride_ = 0;
};

}  // namespace onus
