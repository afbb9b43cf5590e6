#pragma once

namespace onus::evaluation {

// What was found, what there is to find, and how much of it is the same.
struct Counts {
  double found = 0;
  double wanted = 0;
  double right = 0;

  // Per cent; 0 where nothing was found or wanted.
  double precision() const { return found > 0 ? 100 * right / found : 0; }
  double recall() const { return wanted > 0 ? 100 * right / wanted : 0; }
  double f1() const { return found + wanted > 0 ? 200 * right / (found + wanted) : 0; }

  void add(bool is_found, bool is_wanted) {
    found += is_found;
    wanted += is_wanted;
    right += is_found && is_wanted;
  }
};

}  // namespace onus::evaluation
