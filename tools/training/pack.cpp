#include "pack.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <stdexcept>

#include "language/linear_model.h"
#include "language/word_table.h"

namespace onus::training {
namespace {

constexpr std::size_t kRowFrom = 13;  // a feature with so many weights gets a row
constexpr double kFill = 0.85;        // of the slots
constexpr double kInRange = 0.9995;   // share of the weights that one byte can hold

using Weights = std::vector<std::pair<std::uint8_t, std::int8_t>>;

struct Quantised {
  std::uint64_t feature;
  Weights weights;
  int strength;
};

double strength_of(const WeightedFeature& feature) {
  double strength = 0;
  for (const auto& [cls, weight] : feature.weights) strength = std::max(strength, std::abs(weight));
  return strength;
}

// What one unit of the quantised weights stands for.
double step_of(const std::vector<WeightedFeature>& features) {
  std::vector<double> sizes;
  for (const auto& feature : features)
    for (const auto& [cls, weight] : feature.weights) sizes.push_back(std::abs(weight));
  if (sizes.empty()) return 1;
  const auto at = static_cast<std::ptrdiff_t>(static_cast<double>(sizes.size() - 1) * kInRange);
  std::nth_element(sizes.begin(), sizes.begin() + at, sizes.end());
  return std::max(sizes[static_cast<std::size_t>(at)] / 127, 1e-9);
}

std::size_t stride_of(std::size_t classes) { return (classes + 15) / 16 * 16; }

std::size_t slots_of(std::size_t weights) { return weights >= kRowFrom ? 1 : (weights + 2) / 3; }

// The bytes that the features take when weights below `threshold` are left out.
std::size_t size_with(const std::vector<WeightedFeature>& features, double threshold, std::size_t stride) {
  std::size_t slots = 0;
  std::size_t rows = 0;
  for (const auto& feature : features) {
    std::size_t count = 0;
    for (const auto& [cls, weight] : feature.weights) count += std::abs(weight) >= threshold;
    slots += slots_of(count);
    rows += count >= kRowFrom;
  }
  return static_cast<std::size_t>(static_cast<double>(slots) / kFill) * sizeof(LinearBucket) / 8 +
         rows * stride;
}

double threshold_for(const std::vector<WeightedFeature>& features, double step, std::size_t stride,
                     std::size_t bytes) {
  double low = step / 2;
  if (size_with(features, low, stride) <= bytes) return low;
  double high = step * 127;
  for (int i = 0; i < 24; ++i) {
    const double middle = (low + high) / 2;
    (size_with(features, middle, stride) <= bytes ? high : low) = middle;
  }
  return high;
}

// A weight beyond the range of one byte takes several cells of one class, at most four.
void put_weight(Weights& weights, std::uint8_t cls, double units) {
  auto left = static_cast<int>(std::lround(units));
  for (int cells = 0; left != 0 && cells < 4; ++cells) {
    const int part = std::clamp(left, -127, 127);
    weights.emplace_back(cls, static_cast<std::int8_t>(part));
    left -= part;
  }
}

std::vector<Quantised> quantise(const std::vector<WeightedFeature>& features, double step, double threshold) {
  std::vector<Quantised> out;
  for (const auto& feature : features) {
    Quantised quantised{feature.feature, {}, static_cast<int>(strength_of(feature) / step)};
    for (const auto& [cls, weight] : feature.weights)
      if (std::abs(weight) >= threshold) put_weight(quantised.weights, cls, weight / step);
    if (!quantised.weights.empty()) out.push_back(std::move(quantised));
  }
  std::sort(out.begin(), out.end(), [](const Quantised& a, const Quantised& b) {
    return a.strength != b.strength ? a.strength > b.strength : a.feature < b.feature;
  });
  return out;
}

class Packer {
 public:
  Packer(std::size_t buckets, std::size_t stride) : buckets_(buckets), stride_(stride) {}

  void put(const Quantised& feature) {
    if (feature.weights.size() >= kRowFrom) return put_row(feature);
    put_sparse(feature.feature, feature.weights);
  }

  std::string bytes(std::size_t classes) const {
    const LinearHeader header = {static_cast<std::uint32_t>(classes),
                                 static_cast<std::uint32_t>(stride_),
                                 static_cast<std::uint32_t>(buckets_.size()),
                                 static_cast<std::uint32_t>(rows_.size() / stride_),
                                 {}};
    std::string out(reinterpret_cast<const char*>(&header), sizeof header);
    out.append(reinterpret_cast<const char*>(buckets_.data()), buckets_.size() * sizeof(LinearBucket));
    out.append(reinterpret_cast<const char*>(rows_.data()), rows_.size());
    return out;
  }

 private:
  void put_row(const Quantised& feature) {
    const std::size_t row = rows_.size() / stride_;
    rows_.resize(rows_.size() + stride_);
    Weights beyond;  // what one byte can't hold goes into slots of the same feature
    for (const auto& [cls, weight] : feature.weights) {
      std::int8_t& cell = rows_[row * stride_ + cls];
      if (cell == 0)
        cell = weight;
      else
        beyond.emplace_back(cls, weight);
    }
    put_sparse(feature.feature, beyond);
    put_slot(feature.feature,
             {{kRowMark, static_cast<std::uint8_t>(row), static_cast<std::uint8_t>(row >> 8)},
              {static_cast<std::int8_t>(row >> 16), 0, 0}});
  }

  void put_sparse(std::uint64_t feature, const Weights& weights) {
    for (std::size_t at = 0; at < weights.size(); at += 3) {
      LinearBucket::Slot slot = {};
      for (std::size_t i = 0; i < 3 && at + i < weights.size(); ++i) {
        slot.classes[i] = weights[at + i].first;
        slot.weights[i] = weights[at + i].second;
      }
      put_slot(feature, slot);
    }
  }

  void put_slot(std::uint64_t feature, const LinearBucket::Slot& slot) {
    const std::size_t place = LinearModel::place_of(feature, buckets_.size());
    for (const std::size_t bucket : {place, place ^ 1}) {
      for (std::size_t i = 0; i < 8; ++i) {
        if (buckets_[bucket].checks[i] != 0) continue;
        buckets_[bucket].checks[i] = LinearModel::check_of(feature);
        buckets_[bucket].slots[i] = slot;
        return;
      }
    }  // both full: the weakest features are put in last and fall out
  }

  std::vector<LinearBucket> buckets_;
  std::vector<std::int8_t> rows_;
  std::size_t stride_;
};

}  // namespace

std::string pack_linear_model(std::vector<WeightedFeature> features, std::size_t classes, std::size_t bytes) {
  const std::size_t stride = stride_of(classes);
  const double step = step_of(features);
  const auto quantised = quantise(features, step, threshold_for(features, step, stride, bytes));
  std::size_t slots = 0;
  for (const auto& feature : quantised) slots += slots_of(feature.weights.size());
  const auto buckets = static_cast<std::size_t>(static_cast<double>(slots) / kFill / 8) + 2;
  Packer packer(buckets / 2 * 2, stride);
  for (const auto& feature : quantised) packer.put(feature);
  return packer.bytes(classes);
}

std::string pack_word_table(const std::vector<std::pair<std::uint64_t, std::uint32_t>>& entries) {
  const std::uint64_t places = std::bit_ceil(entries.size() * 3 / 2 + 2);
  std::vector<WordTable::Entry> table(places + WordTable::kOverhang);
  const auto shift = 64 - std::countr_zero(places);
  for (const auto& [hash, value] : entries) {
    std::size_t at = hash >> shift;
    while (table[at].check != 0) ++at;
    table[at] = {WordTable::check_of(hash), value};
  }
  if (table.back().check != 0) throw std::runtime_error("a word table is too crowded");
  std::string out(reinterpret_cast<const char*>(&places), sizeof places);
  out.append(reinterpret_cast<const char*>(table.data()), table.size() * sizeof(WordTable::Entry));
  return out;
}

}  // namespace onus::training
