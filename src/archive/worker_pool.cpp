#include "archive/worker_pool.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <exception>

#include "text/failure.h"

namespace onus {
namespace {

// The pipes go where they are out of the way, and all else that the scan has open is closed: above all the
// lock of its store, which would outlive it.
void close_all_but(int& in, int& out) {
  constexpr int kAside = 3;
  in = fcntl(in, F_DUPFD_CLOEXEC, 100);
  out = fcntl(out, F_DUPFD_CLOEXEC, 100);
  const int last = std::max(in, out);
  const int first = std::min(in, out);
  for (const auto& [from, to] : {std::pair{kAside, first - 1}, {first + 1, last - 1}, {last + 1, -1}})
    if (to == -1 || from <= to)
      close_range(static_cast<unsigned>(from), to == -1 ? ~0U : static_cast<unsigned>(to), 0);
}

[[noreturn]] void become_worker(int in, int out, pid_t parent, const std::function<void(int, int)>& work) {
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(1);  // it has ended already
  std::signal(SIGINT, SIG_IGN);       // the scan hears of it and decides
  std::signal(SIGHUP, SIG_IGN);
  std::signal(SIGTERM, SIG_DFL);
  close_all_but(in, out);
  int code = 0;
  try {
    work(in, out);
  } catch (const std::exception&) {
    code = 1;
  }
  _exit(code);  // without what the parent would do at its end
}

std::string why_it_ended(int status) {
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
    return "could not be read: the system ended the program while it did, perhaps as memory ran short";
  return "could not be read: the program failed on it; save it anew in another format, and tell those who "
         "look after onus";
}

}  // namespace

WorkerPool::WorkerPool(unsigned workers, std::chrono::seconds limit, std::function<void(int, int)> work)
    : limit_(limit), work_(std::move(work)), processes_(workers) {
  std::signal(SIGPIPE, SIG_IGN);  // of a worker that has ended; it is seen where its answer is missing
}

WorkerPool::~WorkerPool() {
  for (Process& process : processes_)
    if (process.id > 0) end(process);
}

int WorkerPool::end(Process& process) {
  kill(process.id, SIGKILL);
  int status = 0;
  while (waitpid(process.id, &status, 0) < 0 && errno == EINTR) {
  }
  close(process.to);
  close(process.from);
  process.id = -1;
  process.busy = false;
  process.received.clear();
  return status;
}

void WorkerPool::submit(std::size_t number, Task task) { queue_.push_back({number, std::move(task), false}); }

void WorkerPool::go_on(std::size_t number, bool read) {
  for (Process& process : processes_) {
    if (!process.busy || process.task.number != number) continue;
    if (!read) process.busy = false;
    write_message(process.to, read ? "read" : "known");  // where that fails its end is seen soon
  }
}

void WorkerPool::start(Process& process) {
  std::array<int, 2> to{-1, -1};
  std::array<int, 2> from{-1, -1};
  const bool piped = pipe2(to.data(), O_CLOEXEC) == 0 && pipe2(from.data(), O_CLOEXEC) == 0;
  const pid_t parent = getpid();
  const pid_t id = piped ? fork() : -1;
  if (id < 0) throw Failure(std::string("no process to read with can be started: ") + std::strerror(errno));
  if (id == 0) become_worker(to[0], from[1], parent, work_);
  close(to[0]);
  close(from[1]);
  fcntl(from[0], F_SETFL, O_NONBLOCK);
  process.id = id;
  process.to = to[1];
  process.from = from[0];
}

void WorkerPool::give(Process& process, Queued task) {
  process.task = std::move(task);
  process.busy = true;
  process.deadline = Clock::now() + limit_;
  write_message(process.to, pack(process.task.task));
}

void WorkerPool::hand_out() {
  for (Process& process : processes_) {
    if (queue_.empty()) return;
    if (process.busy) continue;
    if (process.id < 0) start(process);
    give(process, std::move(queue_.front()));
    queue_.pop_front();
  }
}

void WorkerPool::lose(Process& process, std::vector<Answer>& answers) {
  const bool busy = process.busy;
  const bool late = Clock::now() >= process.deadline;
  const int status = end(process);
  if (!busy) return;
  // Nothing that it said before counts: it gave out, or it will be said again.
  std::erase_if(answers, [&](const Answer& answer) { return answer.task == process.task.number; });
  if (!late && !process.task.again) {
    process.task.again = true;
    queue_.push_front(std::move(process.task));
    return;
  }
  Reply reply;
  reply.said = Said::gave_out;
  reply.text = late ? "took longer than " + std::to_string(limit_.count()) +
                          " seconds to read; split it, or give --time-limit a larger number"
                    : why_it_ended(status);
  answers.push_back({process.task.number, std::move(reply)});
}

void WorkerPool::take_messages(Process& process, std::vector<Answer>& answers) {
  std::uint64_t size = 0;
  while (process.received.size() >= sizeof size) {
    std::memcpy(&size, process.received.data(), sizeof size);
    if (process.received.size() - sizeof size < size) return;
    Reply reply = unpack<Reply>(std::string_view(process.received).substr(sizeof size, size));
    process.received.erase(0, sizeof size + size);
    if (reply.said != Said::content) process.busy = false;
    answers.push_back({process.task.number, std::move(reply)});
  }
}

void WorkerPool::receive(Process& process, std::vector<Answer>& answers) {
  std::array<char, 65536> bytes;
  while (true) {
    const ssize_t got = read(process.from, bytes.data(), bytes.size());
    if (got > 0) {
      process.received.append(bytes.data(), static_cast<std::size_t>(got));
    } else if (got < 0 && errno == EINTR) {
      continue;
    } else if (got < 0 && errno == EAGAIN) {
      return take_messages(process, answers);
    } else {
      take_messages(process, answers);
      return lose(process, answers);
    }
  }
}

// Where everything stood still (Ctrl-Z, a machine that slept), no worker is late for that.
void WorkerPool::forgive_pause(Clock::duration pause) {
  constexpr std::chrono::seconds kNotice{2};
  if (pause < kNotice) return;
  for (Process& process : processes_) process.deadline += pause;
}

void WorkerPool::end_late_ones(std::vector<Answer>& answers) {
  for (Process& process : processes_)
    if (process.busy && Clock::now() >= process.deadline) lose(process, answers);
}

std::vector<WorkerPool::Answer> WorkerPool::wait(std::chrono::milliseconds most) {
  hand_out();
  std::vector<pollfd> ready;
  for (const Process& process : processes_) {
    ready.push_back({process.id > 0 ? process.from : -1, POLLIN, 0});
    if (!process.busy) continue;
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(process.deadline - Clock::now());
    most = std::clamp(left + std::chrono::milliseconds(1), std::chrono::milliseconds(0), most);
  }
  std::vector<Answer> answers;
  const Clock::time_point begun = Clock::now();
  if (poll(ready.data(), ready.size(), static_cast<int>(most.count())) > 0)
    for (std::size_t i = 0; i < ready.size(); ++i)
      if (ready[i].revents != 0) receive(processes_[i], answers);
  forgive_pause(Clock::now() - begun - most);
  end_late_ones(answers);
  hand_out();
  return answers;
}

}  // namespace onus
