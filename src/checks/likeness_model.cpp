#include "checks/likeness_model.h"

#include <algorithm>

#include "text/failure.h"

namespace onus {
namespace {

constexpr std::size_t kBeginnings = (1U << 16) + 1;

}  // namespace

LikenessModel::LikenessModel(const std::filesystem::path& file) : file_(file) {
  SectionReader reader(file_.section("likeness"));
  head_ = reader.take<Head>(kCategories);
  begin_ = reader.take<std::uint32_t>(kBeginnings);
  const std::uint32_t count = begin_.back();
  if (!std::is_sorted(begin_.begin(), begin_.end())) throw Failure(file.string() + " is damaged");
  features_ = reader.take<std::uint32_t>(count);
  weights_ = reader.take<Weights>(count);
}

const LikenessModel::Weights* LikenessModel::of(std::uint64_t feature) const {
  const std::size_t bucket = feature >> 48;
  const auto rest = static_cast<std::uint32_t>(feature >> 16);
  const auto begin = features_.begin() + begin_[bucket], end = features_.begin() + begin_[bucket + 1];
  const auto found = std::lower_bound(begin, end, rest);
  return found == end || *found != rest ? nullptr
                                        : &weights_[static_cast<std::size_t>(found - features_.begin())];
}

}  // namespace onus
