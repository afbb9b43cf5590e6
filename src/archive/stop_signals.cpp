#include "archive/stop_signals.h"

#include <array>
#include <cstddef>

namespace onus {
namespace {

constexpr std::array kSignals{SIGINT, SIGHUP, SIGTERM};
volatile std::sig_atomic_t came_ = 0;

void note(int) { came_ = 1; }

}  // namespace

StopSignals::StopSignals() {
  came_ = 0;
  struct sigaction action {};
  action.sa_handler = note;
  action.sa_flags = static_cast<int>(SA_RESETHAND);  // waiting is interrupted, not begun again
  for (std::size_t i = 0; i < kSignals.size(); ++i) {
    sigaction(kSignals[i], nullptr, &before_[i]);
    if (before_[i].sa_handler != SIG_IGN) sigaction(kSignals[i], &action, nullptr);  // nohup
  }
}

StopSignals::~StopSignals() {
  for (std::size_t i = 0; i < kSignals.size(); ++i) sigaction(kSignals[i], &before_[i], nullptr);
}

bool StopSignals::came() const { return came_ != 0; }

}  // namespace onus
