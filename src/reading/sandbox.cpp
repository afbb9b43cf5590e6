#include "reading/sandbox.h"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>

namespace onus {

namespace {

constexpr const char* kBubblewrap = "/usr/bin/bwrap";
constexpr int kInputNumber = 3;  // of the input in the child
constexpr unsigned kNobody = 65534;

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(number_);
    number_ = -1;
  }
  int get() const { return number_; }

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor read;
  Descriptor write;
};

Pipe make_pipe() {
  int ends[2] = {-1, -1};
  if (pipe2(ends, O_CLOEXEC) != 0) return {Descriptor(), Descriptor()};
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

// A file that is only in memory.
Descriptor file_of(std::string_view bytes) {
  Descriptor file(memfd_create("onus", MFD_CLOEXEC));
  while (file.get() >= 0 && !bytes.empty()) {
    const ssize_t written = write(file.get(), bytes.data(), bytes.size());
    if (written <= 0 && errno != EINTR) return Descriptor();
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.get() >= 0) lseek(file.get(), 0, SEEK_SET);
  return file;
}

std::vector<std::string> arguments_of(const SandboxedProgram& program) {
  std::vector<std::string> all = {kBubblewrap,  "--unshare-all", "--die-with-parent", "--new-session",
                                  "--cap-drop", "ALL",           "--clearenv"};
  const auto add = [&](std::initializer_list<std::string> more) { all.insert(all.end(), more); };
  add({"--setenv", "PATH", "/usr/bin", "--setenv", "HOME", "/tmp", "--setenv", "LANG", "C.UTF-8"});
  add({"--ro-bind", "/usr", "/usr", "--symlink", "usr/bin", "/bin", "--symlink", "usr/lib", "/lib"});
  add({"--symlink", "usr/lib64", "/lib64", "--symlink", "usr/sbin", "/sbin"});
  for (const char* shared : {"/etc/ld.so.cache", "/etc/fonts", "/etc/libreoffice", "/var/lib/libreoffice",
                             "/var/cache/fontconfig"})
    add({"--ro-bind-try", shared, shared});
  add({"--proc", "/proc", "--dev", "/dev"});
  add({"--size", std::to_string(program.temporary_bytes), "--tmpfs", "/tmp", "--chdir", "/tmp"});
  if (!program.input_file.empty()) add({"--file", std::to_string(kInputNumber), program.input_file});
  add({"--remount-ro", "/", "--"});
  all.insert(all.end(), program.command.begin(), program.command.end());
  return all;
}

void limit(__rlimit_resource resource, std::uint64_t most) {
  const rlimit value{most, most};
  setrlimit(resource, &value);
}

struct Child {
  const SandboxedProgram& program;
  std::vector<char*> arguments;
  int input = -1;
  int output = -1;
  int errors = -1;
  bool as_nobody = false;
};

// Runs between fork and exec, where only what is safe in a signal handler may be called.
[[noreturn]] void become(const Child& child) {
  setpgid(0, 0);
  const bool as_file = !child.program.input_file.empty();
  // Out of the way of the numbers that they are to have.
  constexpr int kAside = 10;
  const int input = fcntl(child.input, F_DUPFD_CLOEXEC, kAside);
  const int output = fcntl(child.output, F_DUPFD_CLOEXEC, kAside);
  const int errors = fcntl(child.errors, F_DUPFD_CLOEXEC, kAside);
  const int nothing = fcntl(open("/dev/null", O_RDWR | O_CLOEXEC), F_DUPFD_CLOEXEC, kAside);
  if (dup2(as_file ? nothing : input, STDIN_FILENO) < 0 || dup2(output, STDOUT_FILENO) < 0 ||
      dup2(errors, STDERR_FILENO) < 0 || (as_file && dup2(input, kInputNumber) < 0))
    _exit(127);
  limit(RLIMIT_CPU, child.program.processor_seconds);
  limit(RLIMIT_DATA, child.program.memory_bytes);
  limit(RLIMIT_FSIZE, child.program.temporary_bytes);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 256);
  if (child.as_nobody) {
    if (setgroups(0, nullptr) != 0 || setresgid(kNobody, kNobody, kNobody) != 0 ||
        setresuid(kNobody, kNobody, kNobody) != 0)
      _exit(127);
  }
  limit(RLIMIT_NPROC, child.program.processes);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execv(kBubblewrap, child.arguments.data());
  _exit(127);
}

using Clock = std::chrono::steady_clock;

int milliseconds_to(Clock::time_point deadline) {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
  return static_cast<int>(std::clamp<decltype(left)>(left, 0, 60'000));
}

// Adds what can be read; false at the end.
bool drain(int from, std::string& to) {
  std::array<char, 65536> bytes;
  const ssize_t got = read(from, bytes.data(), bytes.size());
  if (got > 0) to.append(bytes.data(), static_cast<std::size_t>(got));
  return got > 0 || (got < 0 && errno == EINTR);
}

// Reads both pipes until every process that could write has ended.
Ending listen(Pipe& output, Pipe& errors, const SandboxedProgram& program, std::string& written,
              std::string& said) {
  const Clock::time_point deadline = Clock::now() + program.time;
  constexpr std::size_t kMostSaid = std::size_t{1} << 12;
  while (output.read.get() >= 0 || errors.read.get() >= 0) {
    std::array<pollfd, 2> ready = {pollfd{output.read.get(), POLLIN, 0},
                                   pollfd{errors.read.get(), POLLIN, 0}};
    const int count = poll(ready.data(), ready.size(), milliseconds_to(deadline));
    if (count == 0) return Ending::too_slow;
    if (count < 0 && errno != EINTR) return Ending::failed;
    if (count < 0) continue;
    if (ready[0].revents != 0 && !drain(output.read.get(), written)) output.read.close();
    if (ready[1].revents != 0 && !drain(errors.read.get(), said)) errors.read.close();
    if (said.size() > kMostSaid) said.resize(kMostSaid);
    if (written.size() > program.output_bytes) return Ending::too_much;
  }
  return Ending::done;
}

// The kernel ends all processes inside when the outermost does; their ends of the pipes close with them.
void wait_until_gone(Pipe& output, Pipe& errors) {
  const Clock::time_point deadline = Clock::now() + std::chrono::seconds(5);
  std::string unheard;
  for (Pipe* each : {&output, &errors}) {
    while (each->read.get() >= 0) {
      pollfd ready{each->read.get(), POLLIN, 0};
      if (poll(&ready, 1, milliseconds_to(deadline)) == 0) return;
      unheard.clear();
      if (!drain(each->read.get(), unheard)) each->read.close();
    }
  }
}

SandboxResult run(const SandboxedProgram& program, bool as_nobody) {
  const Descriptor input = file_of(program.input);
  Pipe output = make_pipe();
  Pipe errors = make_pipe();
  if (input.get() < 0 || output.read.get() < 0 || errors.read.get() < 0) return {Ending::failed, ""};
  std::vector<std::string> arguments = arguments_of(program);
  Child child{program, {}, input.get(), output.write.get(), errors.write.get(), as_nobody};
  for (std::string& each : arguments) child.arguments.push_back(each.data());
  child.arguments.push_back(nullptr);
  const pid_t process = fork();
  if (process < 0) return {Ending::failed, ""};
  if (process == 0) become(child);
  output.write.close();
  errors.write.close();
  SandboxResult result;
  std::string said;
  result.ending = listen(output, errors, program, result.output, said);
  if (result.ending != Ending::done) {
    kill(process, SIGKILL);
    wait_until_gone(output, errors);
  }
  int status = 0;
  while (waitpid(process, &status, 0) < 0 && errno == EINTR) {
  }
  if (result.ending != Ending::done) return result;
  const bool well = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (!well) result.ending = said.starts_with("bwrap: ") ? Ending::no_sandbox : Ending::failed;
  return result;
}

}  // namespace

SandboxResult run_in_sandbox(const SandboxedProgram& program) {
  if (access(program.command.front().c_str(), X_OK) != 0) return {Ending::not_there, ""};
  if (access(kBubblewrap, X_OK) != 0) return {Ending::no_sandbox, ""};
  const bool root = geteuid() == 0;
  SandboxResult result = run(program, root);
  // Where only root may make namespaces.
  if (root && result.ending == Ending::no_sandbox) result = run(program, false);
  return result;
}

}  // namespace onus
