#include "archive/worker.h"

#include <malloc.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <fstream>
#include <new>
#include <optional>

#include "reading/document_properties.h"
#include "reading/read.h"
#include "text/content_hash.h"

namespace onus {
namespace {

using Clock = std::chrono::steady_clock;

double seconds(Clock::duration time) { return std::chrono::duration<double>(time).count(); }

bool write_all(int to, const void* from, std::size_t size) {
  const char* bytes = static_cast<const char*>(from);
  while (size > 0) {
    const ssize_t written = write(to, bytes, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

bool read_all(int from, void* to, std::size_t size) {
  char* bytes = static_cast<char*>(to);
  while (size > 0) {
    const ssize_t got = read(from, bytes, size);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return false;
    bytes += got;
    size -= static_cast<std::size_t>(got);
  }
  return true;
}

constexpr std::int64_t kLargest = std::int64_t{1} << 30;

// Why a file isn't even opened; nullptr where nothing is known against it. A missing one is for the opening.
const char* against(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return nullptr;
  if (!S_ISREG(status.st_mode)) return "isn't a file but a pipe or a device";
  return status.st_size > kLargest ? "is larger than 1 GB, too large for a report; split it" : nullptr;
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONUS_NO_MEMORY_LIMIT
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ONUS_NO_MEMORY_LIMIT
#endif

#ifdef ONUS_NO_MEMORY_LIMIT
void limit_memory(std::uint64_t) {}  // the sanitizer needs all there is
#else
std::uint64_t memory_now() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    std::uint64_t kilobytes = 0;
    if (word == "VmData:" && status >> kilobytes) return kilobytes << 10;
  }
  return 0;
}

// Only the softer of the two limits, so that the programs in the sandbox may have their own.
void limit_memory(std::uint64_t more) {
  rlimit limit{};
  if (getrlimit(RLIMIT_DATA, &limit) != 0) return;
  limit.rlim_cur = std::min<rlim_t>(memory_now() + more, limit.rlim_max);
  setrlimit(RLIMIT_DATA, &limit);
}
#endif

class Worker {
 public:
  Worker(int in, int out, const WorkSettings& settings, const Knowledge& knowledge)
      : in_(in), out_(out), settings_(settings), knowledge_(knowledge) {}

  // False when there is nobody to work for any more.
  bool next() {
    std::string bytes;
    if (!read_message(in_, bytes)) return false;
    const Task task = unpack<Task>(bytes);
    try {
      return task.work == Work::list ? list(task) : read(task);
    } catch (const std::bad_alloc&) {
      containers_.close();
      return say_gave_out();
    }
  }

 private:
  bool say(const Reply& reply) { return write_message(out_, pack(reply)); }

  bool say_closed(std::string why) {
    Reply reply;
    reply.said = Said::closed;
    reply.text = std::move(why);
    return say(reply);
  }

  // This process has memory in pieces now; another goes on.
  bool say_gave_out() {
    Reply reply;
    reply.said = Said::gave_out;
    reply.text = "needs more than " + std::to_string(settings_.memory_bytes >> 20) +
                 " MB of memory; split it, or give --memory-limit a larger number";
    say(reply);
    return false;
  }

  bool list(const Task& task) {
    Reply reply;
    try {
      reply.listing = containers_.list(task.path, task.kind);
    } catch (const Closed& why) {
      return say_closed(why.what());
    }
    reply.said = Said::listed;
    return say(reply);
  }

  bool read(const Task& task) {
    const Clock::time_point begun = Clock::now();
    std::string bytes;
    std::optional<std::string> content;
    if (task.route.empty()) {
      if (const char* why = against(task.path)) return say_closed(why);
      content = content_hash_of_file(task.path);
      if (!content) return say_closed(std::string("can't be opened: ") + std::strerror(errno));
    } else {
      try {
        bytes = containers_.read(task.path, task.route);
      } catch (const Closed& why) {
        return say_closed(why.what());
      }
      content = content_hash(bytes);
    }
    const double opening = seconds(Clock::now() - begun);
    std::string answer;
    Reply reply;
    reply.said = Said::content;
    reply.text = *content;
    if (!say(reply) || !read_message(in_, answer)) return false;
    if (answer != "read") return true;
    reply.said = Said::read;
    reply.times.reading = opening;
    read_and_lint(task, std::move(bytes), reply);
    const bool said = say(reply);
    reply = Reply();
    malloc_trim(0);  // what a long report took is not kept for the next
    return said;
  }

  void read_and_lint(const Task& task, std::string bytes, Reply& reply) {
    const bool member = !task.route.empty();
    const Clock::time_point begun = Clock::now();
    DocumentProperties properties;
    if (settings_.keep_properties)
      properties = member ? properties_of_bytes(bytes) : properties_of_file(task.path);
    Reading reading = member ? read_bytes(std::move(bytes), task.member) : read_file(task.path);
    const Clock::time_point was_read = Clock::now();
    reply.times.reading += seconds(was_read - begun);
    if (const auto* problem = std::get_if<Problem>(&reading)) {
      reply.kept = keep_unreadable(problem->message);
      return;
    }
    const DocumentReport report =
        lint(std::get<Document>(std::move(reading)), settings_.settings, knowledge_);
    reply.kept = keep(report, settings_.keep_text);
    reply.kept.properties = std::move(properties);
    reply.times.analysis = seconds(report.analysis_time);
    reply.times.rules = seconds(Clock::now() - was_read) - reply.times.analysis;
    reply.times.prose_bytes = report.document.prose.size();
  }

  int in_;
  int out_;
  const WorkSettings& settings_;
  const Knowledge& knowledge_;
  ContainerReader containers_;
};

}  // namespace

bool write_message(int to, std::string_view bytes) {
  const std::uint64_t size = bytes.size();
  return write_all(to, &size, sizeof size) && write_all(to, bytes.data(), bytes.size());
}

bool read_message(int from, std::string& bytes) {
  std::uint64_t size = 0;
  if (!read_all(from, &size, sizeof size)) return false;
  bytes.resize(size);
  return read_all(from, bytes.data(), size);
}

void work(int in, int out, const WorkSettings& settings, const Knowledge& knowledge) {
  limit_memory(settings.memory_bytes);
  Worker worker(in, out, settings, knowledge);
  while (worker.next()) {
  }
}

}  // namespace onus
