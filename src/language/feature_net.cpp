#include "language/feature_net.h"

#include <algorithm>
#include <cmath>

#include "text/failure.h"

namespace onus {
namespace {

constexpr std::size_t kBeginnings = (1U << 16) + 1;

}  // namespace

FeatureNet::FeatureNet(const std::filesystem::path& file, std::string_view section, std::size_t classes)
    : file_(file) {
  SectionReader reader(file_.section(section));
  units_ = reader.take<float>(kHidden);
  biases_ = reader.take<float>(kHidden);
  rows_ = reader.take<Hidden>(classes);
  offsets_ = reader.take<float>(classes);
  begin_ = reader.take<std::uint32_t>(kBeginnings);
  const std::uint32_t count = begin_.back();
  if (!std::is_sorted(begin_.begin(), begin_.end())) throw Failure(file.string() + " is damaged");
  features_ = reader.take<std::uint32_t>(count);
  vectors_ = reader.take<Vector>(count);
}

const FeatureNet::Vector* FeatureNet::of(std::uint64_t feature) const {
  const std::size_t bucket = feature >> 48;
  const auto rest = static_cast<std::uint32_t>(feature >> 16);
  const auto begin = features_.begin() + begin_[bucket], end = features_.begin() + begin_[bucket + 1];
  const auto found = std::lower_bound(begin, end, rest);
  return found == end || *found != rest ? nullptr
                                        : &vectors_[static_cast<std::size_t>(found - features_.begin())];
}

FeatureNet::Hidden FeatureNet::hidden(std::span<const Vector* const> features) const {
  std::array<std::int32_t, kHidden> sums{};
  for (const Vector* const feature : features)
    for (std::size_t i = 0; i < kHidden; ++i) sums[i] += (*feature)[i];
  const float root = std::sqrt(static_cast<float>(std::max<std::size_t>(features.size(), 1)));
  Hidden hidden;
  for (std::size_t i = 0; i < kHidden; ++i)
    hidden[i] = std::max(0.0F, biases_[i] + units_[i] * static_cast<float>(sums[i]) / root);
  return hidden;
}

float FeatureNet::odds(const Hidden& hidden, std::size_t the_class) const {
  const Hidden& row = rows_[the_class];
  float odds = offsets_[the_class];
  for (std::size_t i = 0; i < kHidden; ++i) odds += row[i] * hidden[i];
  return odds;
}

float FeatureNet::share(const Vector& feature, const Hidden& hidden, std::size_t the_class) const {
  const Hidden& row = rows_[the_class];
  float share = 0;
  for (std::size_t i = 0; i < kHidden; ++i)
    if (hidden[i] > 0) share += row[i] * units_[i] * static_cast<float>(feature[i]);
  return share;
}

}  // namespace onus
