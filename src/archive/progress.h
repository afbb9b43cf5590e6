#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <iosfwd>
#include <string>

#include "archive/store.h"

namespace onus {

// "[######----]  1234 of 5000 files, 25.1 a second, 2:30 left, 3 problems"; `rate` is files a second, 0 where
// it isn't known yet.
std::string progress_line(const ScanCounts& done, std::int64_t files, double rate);
std::string progress_bar(double share, int width);

// Shows how a scan goes on: on a terminal a bar that is drawn anew several times a second, elsewhere a line
// every ten seconds. The rate is that of the last half minute, as the files that are known go by at once.
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
  struct Moment {
    Clock::time_point time;
    std::int64_t files = 0;
  };
  void clear();
  double rate(Clock::time_point now, std::int64_t files);

  std::ostream& out_;
  bool terminal_;
  bool drawn_ = false;
  Clock::time_point shown_ = Clock::now();
  std::deque<Moment> moments_{{shown_, 0}};
};

}  // namespace onus
