#include "archive/scan.h"

#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <deque>
#include <exception>
#include <memory>
#include <variant>

#include "archive/claims.h"
#include "archive/workers.h"
#include "reading/read.h"
#include "text/content_hash.h"

namespace onus {
namespace {

// How far reading may run ahead of writing, for each thread: enough that one long report holds up nobody.
constexpr std::size_t kAheadPerThread = 32;
// A file changed less than this before it was read may change again within the same tick of its clock.
constexpr std::int64_t kSettledNanoseconds = 2'000'000'000;

// What a thread found out about one file.
struct Outcome {
  ScannedFile file;
  std::optional<std::int64_t> document;  // known by its content
  KeptResult result;                     // or read, by this thread or (not `mine`) by another
  bool mine = false;
};
using Step = std::variant<KnownFile, std::future<Outcome>>;

std::int64_t nanoseconds(const timespec& time) {
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

// Size and times of a file: while they stay the same its content does. Empty where it can't be seen.
std::string stamp_of(const std::string& path) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return "";
  return std::to_string(status.st_size) + "." + std::to_string(nanoseconds(status.st_mtim)) + "." +
         std::to_string(nanoseconds(status.st_ctim));
}

bool is_settled(const std::string& path) {
  struct stat status {};
  timespec now{};
  return stat(path.c_str(), &status) == 0 && clock_gettime(CLOCK_REALTIME, &now) == 0 &&
         nanoseconds(now) - nanoseconds(status.st_ctim) > kSettledNanoseconds;
}

bool is_regular(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) != 0 || S_ISREG(status.st_mode);  // a missing one is for the opening
}

KeptDocument read_and_lint(const std::string& path, const Settings& settings, const Knowledge& knowledge) {
  Reading reading = read_file(path);
  if (auto* problem = std::get_if<Problem>(&reading)) return keep_unreadable(std::move(problem->message));
  return keep(lint(std::get<Document>(std::move(reading)), settings, knowledge));
}

class Scan {
 public:
  Scan(const ScanRequest& request, const Settings& settings, const Knowledge& knowledge,
       const ScanWatcher& watcher)
      : settings_(settings),
        knowledge_(knowledge),
        watcher_(watcher),
        version_(request.version),
        store_(request.store, request.knowledge),
        reader_(request.store, request.knowledge),
        claims_(reader_),
        ahead_(kAheadPerThread * request.jobs),
        workers_(request.jobs) {}

  ScanCounts run(const FoundReports& found) {
    run_ = store_.begin_run(version_);
    take_closed(found);
    for (const std::string& path : found.files) {
      steps_.push_back(first_step(path));
      if (steps_.size() > ahead_) finish_one(found.files);
    }
    while (!steps_.empty()) finish_one(found.files);
    store_.end_run(run_, counts_);
    return counts_;
  }

 private:
  void take_closed(const FoundReports& found) {
    for (const Problem& folder : found.closed) {
      store_.save_unopened({folder.source, "", std::nullopt, folder.message}, run_);
      tell_problem(folder.source, folder.message);
    }
    for (const Problem& path : found.missing) tell_problem(path.source, path.message);
  }

  Step first_step(const std::string& path) {
    std::string stamp = stamp_of(path);
    if (auto known = store_.unchanged(path, stamp)) return std::move(*known);
    return workers_.submit([this, path, stamp] { return look(path, stamp); });
  }

  // In a thread of its own, as all below it.
  Outcome look(const std::string& path, const std::string& stamp) {
    Outcome outcome{{path, stamp, std::nullopt, ""}, std::nullopt, {}, false};
    if (!is_regular(path)) return unopened(std::move(outcome), "isn't a file but a pipe or a device");
    outcome.file.content = content_hash_of_file(path);
    if (!outcome.file.content) {
      std::string why = std::string("can't be opened: ") + std::strerror(errno);
      return unopened(std::move(outcome), std::move(why));
    }
    Claims::Answer answer = claims_.claim(*outcome.file.content);
    outcome.document = answer.document;
    outcome.result = answer.result;
    outcome.mine = answer.promise.has_value();
    if (answer.promise) keep_promise(*answer.promise, path);
    if (stamp_of(path) != stamp || !is_settled(path)) outcome.file.stamp.clear();
    return outcome;
  }

  static Outcome unopened(Outcome outcome, std::string why) {
    outcome.file.content.reset();
    outcome.file.problem = std::move(why);
    return outcome;
  }

  void keep_promise(std::promise<std::shared_ptr<const KeptDocument>>& promise, const std::string& path) {
    try {
      promise.set_value(std::make_shared<const KeptDocument>(read_and_lint(path, settings_, knowledge_)));
    } catch (...) {
      promise.set_exception(std::current_exception());
    }
  }

  // In the calling thread, as all below it.
  void finish_one(const std::vector<std::string>& files) {
    Step step = std::move(steps_.front());
    steps_.pop_front();
    const std::string& path = files[static_cast<std::size_t>(counts_.files)];
    if (const auto* known = std::get_if<KnownFile>(&step)) {
      store_.see_again(*known, run_);
      count(path, false, known->unreadable);
    } else {
      write(std::get<std::future<Outcome>>(step).get());
    }
    watcher_.progress(counts_, static_cast<std::int64_t>(files.size()));
  }

  void write(const Outcome& outcome) {
    const std::string& path = outcome.file.path;
    if (!outcome.file.content) {
      store_.save_unopened(outcome.file, run_);
      count(path, true, outcome.file.problem);
    } else if (outcome.document) {
      store_.save_known(outcome.file, run_, *outcome.document);
      count(path, false, store_.unreadable(*outcome.document));
    } else {
      const std::shared_ptr<const KeptDocument> kept = outcome.result.get();
      store_.save(outcome.file, run_, *kept);
      claims_.forget(*outcome.file.content);
      const std::string* why = kept->unreadable();
      count(path, outcome.mine, why == nullptr ? std::nullopt : std::optional(*why));
    }
  }

  void count(const std::string& path, bool read, const std::optional<std::string>& problem) {
    ++counts_.files;
    ++(read ? counts_.read : counts_.known);
    if (problem) tell_problem(path, *problem);
  }

  void tell_problem(const std::string& path, const std::string& message) {
    ++counts_.problems;
    watcher_.problem({path, message});
  }

  const Settings& settings_;
  const Knowledge& knowledge_;
  const ScanWatcher& watcher_;
  std::string version_;
  Store store_;
  StoreReader reader_;
  Claims claims_;
  std::size_t ahead_;
  std::int64_t run_ = 0;
  ScanCounts counts_;
  std::deque<Step> steps_;
  Workers workers_;  // the last, so that its threads end before what they use
};

}  // namespace

ScanCounts scan(const FoundReports& found, const ScanRequest& request, const Settings& settings,
                const Knowledge& knowledge, const ScanWatcher& watcher) {
  return Scan(request, settings, knowledge, watcher).run(found);
}

}  // namespace onus
