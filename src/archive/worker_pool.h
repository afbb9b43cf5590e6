#pragma once

#include <sys/types.h>

#include <chrono>
#include <cstddef>
#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "archive/worker.h"

namespace onus {

// Processes that read for a scan, so that a file that makes one stop, or never end, stops nothing else. They
// are forked from the process that calls, which must have no other threads, and share its memory until they
// write to it. One that ends, or takes too long, is replaced when there is work for it, and its task is
// answered with Said::gave_out; one that ended by itself is tried once more before, as the fault may have
// been the machine's. The destructor ends them all.
class WorkerPool {
 public:
  // `work` runs in the worker until its first pipe ends.
  WorkerPool(unsigned workers, std::chrono::seconds limit, std::function<void(int in, int out)> work);
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;
  ~WorkerPool();

  struct Answer {
    std::size_t task = 0;
    Reply reply;
  };

  // Tasks are begun in this order; `number` names one in its answers.
  void submit(std::size_t number, Task task);
  // After Said::content, which only then goes on to the worker's next task or to Said::read.
  void go_on(std::size_t number, bool read);
  // What came in, after at most that time. A signal ends it early.
  std::vector<Answer> wait(std::chrono::milliseconds most);

 private:
  using Clock = std::chrono::steady_clock;
  struct Queued {
    std::size_t number = 0;
    Task task;
    bool again = false;
  };
  struct Process {
    pid_t id = -1;
    int to = -1;
    int from = -1;
    bool busy = false;
    Queued task;
    Clock::time_point deadline;
    std::string received;
  };

  void hand_out();
  void start(Process& process);
  void give(Process& process, Queued task);
  void receive(Process& process, std::vector<Answer>& answers);
  void take_messages(Process& process, std::vector<Answer>& answers);
  void lose(Process& process, std::vector<Answer>& answers);
  void forgive_pause(Clock::duration pause);
  void end_late_ones(std::vector<Answer>& answers);
  static int end(Process& process);

  std::chrono::seconds limit_;
  std::function<void(int, int)> work_;
  std::vector<Process> processes_;
  std::deque<Queued> queue_;
};

}  // namespace onus
