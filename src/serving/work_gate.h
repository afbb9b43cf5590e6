#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace onus {

// Lets so many through at a time and so many wait for so long; the others are sent away at once, so that a
// client hears "busy" rather than nothing.
class WorkGate {
 public:
  WorkGate(unsigned at_a_time, unsigned waiting, std::chrono::milliseconds patience)
      : free_(at_a_time), room_(waiting), patience_(patience) {}

  // A place inside, given back by the destructor; false when there was none.
  class Pass {
   public:
    explicit Pass(WorkGate& gate) : gate_(gate), inside_(gate.enter()) {}
    Pass(const Pass&) = delete;
    Pass& operator=(const Pass&) = delete;
    ~Pass() {
      if (inside_) gate_.leave();
    }
    explicit operator bool() const { return inside_; }

   private:
    WorkGate& gate_;
    bool inside_;
  };

 private:
  bool enter();
  void leave();

  std::mutex mutex_;
  std::condition_variable freed_;
  unsigned free_;
  unsigned room_;  // for those who wait
  std::chrono::milliseconds patience_;
};

}  // namespace onus
