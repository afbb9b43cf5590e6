#include "serving/work_gate.h"

#include <gtest/gtest.h>

#include <atomic>
#include <optional>
#include <thread>
#include <vector>

namespace onus {
namespace {

using namespace std::chrono_literals;

TEST(WorkGate, WhoFindsNoRoomIsSentAway) {
  WorkGate gate(1, 0, 1s);
  std::optional<WorkGate::Pass> first(std::in_place, gate);
  EXPECT_TRUE(*first);
  EXPECT_FALSE(WorkGate::Pass(gate));
  first.reset();
  EXPECT_TRUE(WorkGate::Pass(gate));
}

TEST(WorkGate, PatienceEnds) {
  WorkGate gate(1, 5, 10ms);
  const WorkGate::Pass first(gate);
  EXPECT_FALSE(WorkGate::Pass(gate));
  EXPECT_FALSE(WorkGate::Pass(gate));
}

TEST(WorkGate, NeverMoreInsideThanMayBe) {
  WorkGate gate(2, 100, 10s);
  std::atomic<int> inside{0};
  std::atomic<int> most{0};
  std::atomic<int> passed{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int turn = 0; turn < 50; ++turn) {
        const WorkGate::Pass pass(gate);
        if (!pass) continue;
        const int now = ++inside;
        int seen = most;
        while (now > seen && !most.compare_exchange_weak(seen, now)) {
        }
        ++passed;
        --inside;
      }
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_LE(most, 2);
  EXPECT_EQ(passed, 400);
}

}  // namespace
}  // namespace onus
