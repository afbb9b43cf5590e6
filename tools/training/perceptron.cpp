#include "perceptron.h"

#include <algorithm>

#include "pack.h"

namespace onus::training {

Perceptron::Perceptron(std::size_t classes) : classes_(classes), slots_(1U << 16), shift_(64 - 16) {}

const Perceptron::Row* Perceptron::find(std::uint64_t feature) const {
  for (std::size_t at = feature >> shift_;; at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at] == 0) return nullptr;
    const Row& row = rows_[slots_[at] - 1];
    if (row.feature == feature) return &row;
  }
}

void Perceptron::grow() {
  slots_.assign(slots_.size() * 2, 0);
  --shift_;
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    std::size_t at = rows_[i].feature >> shift_;
    while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

Perceptron::Row& Perceptron::insert(std::uint64_t feature) {
  if (rows_.size() * 2 >= slots_.size()) grow();
  std::size_t at = feature >> shift_;
  for (; slots_[at] != 0; at = (at + 1) & (slots_.size() - 1))
    if (rows_[slots_[at] - 1].feature == feature) return rows_[slots_[at] - 1];
  rows_.push_back({feature, {}});
  slots_[at] = static_cast<std::uint32_t>(rows_.size());
  return rows_.back();
}

void Perceptron::score(std::span<const std::uint64_t> features, std::vector<std::int32_t>& scores) const {
  scores.assign(classes_, 0);
  for (const auto feature : features) __builtin_prefetch(&slots_[feature >> shift_]);
  for (const auto feature : features)
    if (const Row* row = find(feature))
      for (const Cell& cell : row->cells) scores[cell.cls] += cell.weight;
}

void Perceptron::update(std::span<const std::uint64_t> features, std::size_t cls, std::int32_t amount) {
  for (const auto feature : features) {
    auto& cells = insert(feature).cells;
    auto cell = std::find_if(cells.begin(), cells.end(), [cls](const Cell& c) { return c.cls == cls; });
    if (cell == cells.end()) cell = cells.insert(cells.end(), {static_cast<std::uint8_t>(cls), 0, 0, now_});
    cell->total += cell->weight * static_cast<std::int64_t>(now_ - cell->since);
    cell->since = now_;
    cell->weight += amount;
  }
}

std::string Perceptron::pack(std::size_t bytes) const {
  std::vector<WeightedFeature> features;
  features.reserve(rows_.size());
  for (const Row& row : rows_) {
    WeightedFeature feature{row.feature, {}};
    for (const Cell& cell : row.cells) {
      const auto total = cell.total + cell.weight * static_cast<std::int64_t>(now_ - cell.since);
      if (total != 0)
        feature.weights.emplace_back(cell.cls, static_cast<double>(total) / static_cast<double>(now_));
    }
    if (!feature.weights.empty()) features.push_back(std::move(feature));
  }
  return pack_linear_model(std::move(features), classes_, bytes);
}

}  // namespace onus::training
