#include "archive/scan.h"

#include <deque>
#include <map>
#include <optional>
#include <variant>

#include "archive/file_stamp.h"
#include "archive/open_reads.h"
#include "archive/worker_pool.h"
#include "text/failure.h"

namespace onus {
namespace {

// How far reading may run ahead of writing: enough that one long report holds up nobody, and for results that
// hold texts no more than this.
constexpr std::size_t kAheadPerWorker = 256;
constexpr std::size_t kAheadBytes = std::size_t{48} << 20;
constexpr std::chrono::milliseconds kTick{100};
// Files that didn't change are noted this many at a time; where the scan is killed before, they are seen
// again.
constexpr std::size_t kSeenTogether = 500;

// What a container holds, or why it can't be opened.
struct Contents {
  std::string stamp;  // empty where it may not be trusted
  std::optional<KnownContainer> known;
  Listing listing;
  std::string problem;

  std::int64_t files() const {
    if (known) return static_cast<std::int64_t>(known->members.size());
    if (!problem.empty() || listing.is_document) return 1;
    return static_cast<std::int64_t>(listing.members.size());
  }
  std::int64_t others() const { return known ? known->others : listing.others; }
};

// Steps of a scan, in the order of the files.
struct SeenAgain {
  SeenFile seen;
  std::string path;  // as it is shown
};
struct Looked {
  ScannedFile file;
  std::string source;  // the file on the disk
  bool closed = false;
  std::optional<std::int64_t> document;  // known by its content
  std::shared_ptr<SharedResult> result;  // or being read, for this file (`mine`) or another
  bool mine = false;

  bool ready() const { return closed || document || (result && result->ready); }
};
struct ContainerEnd {
  std::int64_t container = 0;
  std::string path;
  std::string stamp;
  std::int64_t others = 0;
};
using ScanStep = std::variant<SeenAgain, Looked, ContainerEnd>;

std::size_t size_of(const KeptDocument& kept) {
  return kept.findings.size() * sizeof(KeptDocument::Finding) + (kept.text ? kept.text->size() : 0);
}

class Scan {
 public:
  Scan(const ScanRequest& request, const std::function<const Knowledge&()>& load, const ScanWatcher& watcher)
      : request_(request),
        watcher_(watcher),
        store_(request.store, request.keeping),
        pool_(request.jobs, request.time_limit,
              [&request, &load](int in, int out) { work(in, out, request.work, load()); }),
        load_(load),
        ahead_(kAheadPerWorker * request.jobs) {}

  ScanCounts run(const FoundReports& found) {
    run_ = store_.begin_run(request_.version);
    counts_.others = found.others;
    take_closed(found);
    look_into_containers(found);
    for (const FoundFile& file : found.files) add(file);
    while (!steps_.empty()) finish_one();
    write_seen();
    store_.end_run(run_, counts_, times_, seconds_in_store_);
    return counts_;
  }

 private:
  using Clock = std::chrono::steady_clock;

  void take_closed(const FoundReports& found) {
    for (const Problem& folder : found.closed) {
      store_.save_unopened({folder.source, "", std::nullopt, folder.message}, run_);
      tell_problem(store_.shown(folder.source), folder.message);
    }
    for (const Problem& path : found.missing) tell_problem(store_.shown(path.source), path.message);
  }

  // So that the number of files is known from the beginning.
  void look_into_containers(const FoundReports& found) {
    std::size_t waiting = 0;
    for (std::size_t i = 0; i < found.files.size(); ++i) {
      const FoundFile& file = found.files[i];
      if (file.kind == NameKind::document) continue;
      Contents& contents = contents_[file.path];
      const bool settled = is_settled(file.path);
      contents.stamp = stamp_of(file.path);
      // Its members' own paths, which metadata come from, aren't in a store with pseudonyms.
      if (!(request_.keeping.pseudonyms && request_.metadata != nullptr))
        contents.known = store_.unchanged_container(file.path, contents.stamp);
      if (contents.known) continue;
      if (!settled) contents.stamp.clear();
      submit(i, {Work::list, file.path, file.kind, {}, ""});
      ++waiting;
    }
    while (waiting > 0) {
      stop_if_asked();
      for (WorkerPool::Answer& answer : pool_.wait(kTick)) {
        Contents& contents = contents_[found.files[answer.task].path];
        contents.listing = std::move(answer.reply.listing);
        if (answer.reply.said != Said::listed) contents.problem = std::move(answer.reply.text);
        --waiting;
      }
    }
    total_ = static_cast<std::int64_t>(found.files.size());
    for (const auto& [path, contents] : contents_) {
      total_ += contents.files() - 1;
      counts_.others += contents.others();
    }
  }

  void submit(std::size_t number, Task task) {
    if (!loaded_) load_();  // before the first worker is forked, so that all share it
    loaded_ = true;
    pool_.submit(number, std::move(task));
  }

  void add(const FoundFile& file) {
    const auto contents = contents_.find(file.path);
    if (contents == contents_.end() || contents->second.listing.is_document) {
      add_file(file);
    } else {
      add_container(file, contents->second);
      contents_.erase(contents);
    }
  }

  void add_file(const FoundFile& file) {
    const bool settled = is_settled(file.path);
    const std::string stamp = stamp_of(file.path);
    Metadata metadata = metadata_of(file.below_root(), file.path);
    if (auto known = store_.unchanged(file.path, stamp))
      return push(SeenAgain{{std::move(*known), std::move(metadata)}, store_.shown(file.path)});
    Looked looked{
        {file.path, settled ? stamp : "", std::nullopt, "", std::move(metadata)}, file.path, {}, {}, {}, {}};
    submit(next_number(), {Work::read, file.path, NameKind::document, {}, ""});
    push(std::move(looked));
  }

  void add_container(const FoundFile& file, const Contents& contents) {
    if (!contents.problem.empty()) {
      Metadata metadata = metadata_of(file.below_root(), file.path);
      return push_closed({file.path, "", std::nullopt, contents.problem, std::move(metadata)});
    }
    if (contents.known) {
      for (const KnownMember& member : contents.known->members) {
        const bool named = !request_.keeping.pseudonyms;
        Metadata metadata = named ? metadata_of(member.path.substr(file.root), member.path) : Metadata();
        push(SeenAgain{{member.file, std::move(metadata)}, member.path});
      }
      return;
    }
    store_.forget_file(file.path);
    const std::int64_t container = store_.begin_container(file.path);
    for (const Member& member : contents.listing.members) add_member(file, contents, container, member);
    push(ContainerEnd{container, file.path, contents.stamp, contents.listing.others});
  }

  void add_member(const FoundFile& file, const Contents& contents, std::int64_t container,
                  const Member& member) {
    const std::string path = member_path(file.path, member.name);
    Metadata metadata = metadata_of(std::string_view(path).substr(file.root), path);
    auto known = store_.unchanged(path, contents.stamp);
    ScannedFile row{path, contents.stamp, std::nullopt, member.problem, std::move(metadata), container};
    if (!member.problem.empty()) return push_closed(std::move(row));
    if (known && known->document) {
      Looked looked{std::move(row), file.path, {}, known->document, {}, {}};
      return push(std::move(looked));
    }
    submit(next_number(), {Work::read, file.path, file.kind, member.route, member.name});
    push(Looked{std::move(row), file.path, {}, {}, {}, {}});
  }

  Metadata metadata_of(std::string_view below, const std::string& path) {
    return request_.metadata == nullptr ? Metadata() : request_.metadata->of(below, path);
  }

  std::size_t next_number() const { return first_ + steps_.size(); }

  void push_closed(ScannedFile file) {
    Looked looked{std::move(file), "", true, {}, {}, true};
    push(std::move(looked));
  }

  void push(ScanStep step) {
    steps_.push_back(std::move(step));
    while (steps_.size() > ahead_ || held_ > kAheadBytes) finish_one();
  }

  // What a worker has to say of the file of one step.
  void take(WorkerPool::Answer& answer) {
    Looked& looked = std::get<Looked>(steps_[answer.task - first_]);
    Reply& reply = answer.reply;
    switch (reply.said) {
      case Said::content:
        if (!looked.mine) looked.file.content = std::move(reply.text);
        pool_.go_on(answer.task, shall_read(looked));
        break;
      case Said::read:
        times_.add(reply.times);
        take_result(looked, std::move(reply.kept), true);
        break;
      case Said::gave_out:
        if (looked.file.content && looked.result) {
          take_result(looked, keep_unreadable(reply.text), false);
          break;
        }
        [[fallthrough]];
      default:
        looked.closed = true;
        looked.mine = true;
        looked.file.content.reset();
        looked.file.problem = std::move(reply.text);
        looked.file.stamp.clear();
    }
  }

  bool shall_read(Looked& looked) {
    const std::string& content = *looked.file.content;
    if (looked.mine) return true;  // tried once more
    looked.result = open_.find(content);
    if (looked.result) return false;
    looked.document = store_.document(content);
    if (looked.document) return false;
    OpenReads::Claim claim = open_.claim(content);
    looked.result = claim.result;
    looked.mine = true;
    return true;
  }

  void take_result(Looked& looked, KeptDocument kept, bool within_limits) {
    held_ += size_of(kept);
    looked.result->kept = std::move(kept);
    looked.result->within_limits = within_limits;
    looked.result->ready = true;
  }

  void wait_for_answers() {
    stop_if_asked();
    for (WorkerPool::Answer& answer : pool_.wait(kTick)) take(answer);
    watcher_.progress(counts_, total_);
  }

  void stop_if_asked() {
    if (!watcher_.stopped()) return;
    for (ScanStep& step : steps_)  // a container has an end only when all before it were written
      if (!std::holds_alternative<ContainerEnd>(step)) write_if_ready(step);
    write_seen();
    throw Failure("stopped after " + std::to_string(counts_.files) + " of " + std::to_string(total_) +
                  " files; what was read is kept, and the same command goes on from there");
  }

  bool write_if_ready(ScanStep& step) {
    const Clock::time_point begun = Clock::now();
    if (auto* seen = std::get_if<SeenAgain>(&step)) {
      count(seen->path, false, seen->seen.file.unreadable);
      seen_.push_back(std::move(seen->seen));
      if (seen_.size() >= kSeenTogether) write_seen();
    } else if (auto* looked = std::get_if<Looked>(&step)) {
      if (!looked->ready()) return false;
      write(*looked);
    } else {
      const auto& end = std::get<ContainerEnd>(step);
      write_seen();  // its members among them
      store_.finish_container(end.container, stamp_of(end.path) == end.stamp ? end.stamp : "", end.others,
                              run_);
    }
    seconds_in_store_ += std::chrono::duration<double>(Clock::now() - begun).count();
    return true;
  }

  void write_seen() {
    if (!seen_.empty()) store_.see_again(seen_, run_);
    seen_.clear();
  }

  void finish_one() {
    stop_if_asked();
    while (!write_if_ready(steps_.front())) wait_for_answers();
    steps_.pop_front();
    ++first_;
    watcher_.progress(counts_, total_);
  }

  void write(Looked& looked) {
    ScannedFile& file = looked.file;
    const std::string shown = store_.shown(file.path);
    if (!looked.source.empty() && !file.container && stamp_of(looked.source) != file.stamp)
      file.stamp.clear();
    if (looked.closed) {
      store_.save_unopened(file, run_);
      count(shown, true, file.problem);
    } else if (looked.document) {
      store_.save_known(file, run_, *looked.document);
      count(shown, false, store_.unreadable(*looked.document));
    } else {
      const KeptDocument& kept = looked.result->kept;
      store_.save(file, run_, kept, looked.result->within_limits);
      if (looked.mine) held_ -= size_of(kept);
      open_.forget(*file.content);
      const std::string* why = kept.unreadable();
      count(shown, looked.mine, why == nullptr ? std::nullopt : std::optional(*why));
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

  const ScanRequest& request_;
  const ScanWatcher& watcher_;
  Store store_;
  WorkerPool pool_;
  const std::function<const Knowledge&()>& load_;
  bool loaded_ = false;
  std::size_t ahead_;
  std::int64_t run_ = 0;
  std::int64_t total_ = 0;
  ScanCounts counts_;
  WorkTimes times_;
  double seconds_in_store_ = 0;
  std::map<std::string, Contents> contents_;  // of containers, by path
  OpenReads open_;
  std::vector<SeenFile> seen_;  // not written yet
  std::deque<ScanStep> steps_;
  std::size_t first_ = 0;  // the number of the first of them
  std::size_t held_ = 0;   // bytes of results that aren't written yet
};

}  // namespace

ScanCounts scan(const FoundReports& found, const ScanRequest& request,
                const std::function<const Knowledge&()>& load, const ScanWatcher& watcher) {
  return Scan(request, load, watcher).run(found);
}

}  // namespace onus
