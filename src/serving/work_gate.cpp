#include "serving/work_gate.h"

namespace onus {

bool WorkGate::enter() {
  std::unique_lock lock(mutex_);
  if (free_ == 0) {
    if (room_ == 0) return false;
    --room_;
    const bool is_free = freed_.wait_for(lock, patience_, [this] { return free_ > 0; });
    ++room_;
    if (!is_free) return false;
  }
  --free_;
  return true;
}

void WorkGate::leave() {
  {
    const std::lock_guard lock(mutex_);
    ++free_;
  }
  freed_.notify_one();
}

}  // namespace onus
