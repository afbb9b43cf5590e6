#pragma once

#include <csignal>

namespace onus {

// While it is there, Ctrl-C, the end of a terminal and a request to end (SIGINT, SIGHUP, SIGTERM) are noted
// instead of ending the program at once. A second one of them ends it at once. One at a time.
class StopSignals {
 public:
  StopSignals();
  StopSignals(const StopSignals&) = delete;
  StopSignals& operator=(const StopSignals&) = delete;
  ~StopSignals();

  bool came() const;

 private:
  struct sigaction before_[3];
};

}  // namespace onus
