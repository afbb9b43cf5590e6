#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace onus::training {

// An averaged perceptron over hashed features with sparse rows. Weights are whole numbers, so that the same
// data in the same order give the same bytes on every machine.
class Perceptron {
 public:
  explicit Perceptron(std::size_t classes);

  std::size_t classes() const { return classes_; }
  // Scores of all classes for these features.
  void score(std::span<const std::uint64_t> features, std::vector<std::int32_t>& scores) const;
  // Adds `amount` to the weights of one class.
  void update(std::span<const std::uint64_t> features, std::size_t cls, std::int32_t amount);
  // Counts one example seen: averages are over these.
  void tick() { ++now_; }

  // The averaged weights as a section of the model file: the strongest of them, as far as `bytes` go.
  std::string pack(std::size_t bytes) const;

 private:
  struct Cell {
    std::uint8_t cls;
    std::int32_t weight;
    std::int64_t total;  // sum over time, up to `since`
    std::uint64_t since;
  };
  struct Row {
    std::uint64_t feature = 0;
    std::vector<Cell> cells;
  };

  const Row* find(std::uint64_t feature) const;
  Row& insert(std::uint64_t feature);
  void grow();

  std::size_t classes_;
  std::uint64_t now_ = 1;
  std::vector<std::uint32_t> slots_;  // index + 1 of a row, by the top bits of its feature
  unsigned shift_;
  std::vector<Row> rows_;
};

}  // namespace onus::training
