#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <string>

#include "archive/store.h"

namespace onus {

// "[######----]  1234 of 5000 files, 25.1 a second, 2:30 left, 3 problems" for `seconds` since the beginning.
std::string progress_line(const ScanCounts& done, std::int64_t files, double seconds);
std::string progress_bar(double share, int width);

// Shows how a scan goes on: on a terminal a bar that is drawn anew several times a second, elsewhere a line
// every ten seconds.
class Progress {
 public:
  Progress(std::ostream& out, bool terminal);
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  ~Progress();  // takes the bar away

  void show(const ScanCounts& done, std::int64_t files);
  // A line of its own, above the bar.
  void say(const std::string& line);

 private:
  using Clock = std::chrono::steady_clock;
  void clear();

  std::ostream& out_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point shown_ = begun_;
};

}  // namespace onus
