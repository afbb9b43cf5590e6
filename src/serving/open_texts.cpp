#include "serving/open_texts.h"

#include <algorithm>
#include <exception>
#include <optional>

#include "reading/readers.h"
#include "reading/recognise.h"

namespace onus {
namespace {

// A document has no NUL; a space keeps every place.
Document document_of(std::string words, const std::string& uri, bool markdown) {
  std::replace(words.begin(), words.end(), '\0', ' ');
  return markdown || looks_like_markdown(uri, words) ? read_markdown(std::move(words), uri)
                                                     : read_plain_text(std::move(words), uri);
}

}  // namespace

OpenTexts::OpenTexts(const Knowledge& knowledge, std::size_t most_bytes, Told told)
    : knowledge_(knowledge), most_bytes_(most_bytes), told_(std::move(told)), reader_([this] { run(); }) {}

OpenTexts::~OpenTexts() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  reader_.join();
}

void OpenTexts::set_delay(std::chrono::milliseconds delay) {
  const std::lock_guard lock(mutex_);
  delay_ = delay;
}

void OpenTexts::touch(Text& text) {
  ++text.state;
  text.due = Clock::now() + delay_;
  changed_.notify_all();
}

void OpenTexts::open(const std::string& uri, bool markdown, std::int64_t version, std::string words,
                     Settings settings) {
  const std::lock_guard lock(mutex_);
  Text& text = texts_[uri];
  text.markdown = markdown;
  text.version = version;
  text.words = std::move(words);
  text.settings = std::move(settings);
  touch(text);
  text.due = Clock::now();
}

void OpenTexts::change(const std::string& uri, std::int64_t version,
                       const std::function<void(std::string&)>& edit) {
  const std::lock_guard lock(mutex_);
  const auto found = texts_.find(uri);
  if (found == texts_.end()) return;
  std::string words = found->second.words;
  edit(words);
  found->second.words = std::move(words);
  found->second.version = version;
  touch(found->second);
}

void OpenTexts::set_settings(const std::string& uri, Settings settings) {
  const std::lock_guard lock(mutex_);
  const auto found = texts_.find(uri);
  if (found == texts_.end()) return;
  found->second.settings = std::move(settings);
  touch(found->second);
}

void OpenTexts::close(const std::string& uri) {
  std::vector<Waiting> waiting;
  {
    const std::lock_guard lock(mutex_);
    texts_.erase(uri);
    waiting = take_waiting(uri);
  }
  for (const Waiting& one : waiting) one.then(nullptr);
}

std::vector<std::string> OpenTexts::uris() const {
  const std::lock_guard lock(mutex_);
  std::vector<std::string> list;
  for (const auto& [uri, text] : texts_) list.push_back(uri);
  return list;
}

void OpenTexts::when_read(const std::string& uri, const std::string& key, Then then) {
  Review ready;
  {
    const std::lock_guard lock(mutex_);
    const auto found = texts_.find(uri);
    if (found != texts_.end()) {
      Text& text = found->second;
      if (text.read_state != text.state) {
        text.due = Clock::now();  // somebody waits
        waiting_.push_back({uri, key, std::move(then)});
        changed_.notify_all();
        return;
      }
      ready = text.review;
    }
  }
  then(ready);
}

bool OpenTexts::forget(const std::string& key) {
  const std::lock_guard lock(mutex_);
  return std::erase_if(waiting_, [&](const Waiting& one) { return one.key == key; }) > 0;
}

std::vector<OpenTexts::Waiting> OpenTexts::take_waiting(const std::string& uri) {
  const auto others = std::stable_partition(waiting_.begin(), waiting_.end(),
                                            [&](const Waiting& one) { return one.uri != uri; });
  std::vector<Waiting> taken(std::make_move_iterator(others), std::make_move_iterator(waiting_.end()));
  waiting_.erase(others, waiting_.end());
  return taken;
}

void OpenTexts::run() {
  std::unique_lock lock(mutex_);
  while (!ending_) {
    const std::string* next = nullptr;
    std::optional<Clock::time_point> due;
    for (const auto& [uri, text] : texts_)
      if (text.read_state != text.state && (!due || text.due < *due)) {
        due = text.due;
        next = &uri;
      }
    if (!due) {
      changed_.wait(lock);
    } else if (*due > Clock::now()) {
      changed_.wait_until(lock, *due);
    } else {
      read(lock, std::string(*next));
    }
  }
}

// Comes and goes with the lock, and lets go of it while it reads.
void OpenTexts::read(std::unique_lock<std::mutex>& lock, const std::string& uri) {
  Text copy = texts_.at(uri);
  lock.unlock();
  Review review;
  try {
    if (copy.words.size() <= most_bytes_)
      review = std::make_shared<const Reviewed>(
          uri, copy.version,
          lint(document_of(std::move(copy.words), uri, copy.markdown), copy.settings, knowledge_,
               copy.review ? &copy.review->report : nullptr),
          encoding_);
  } catch (const std::exception&) {  // too large for the memory, or not a text; nothing is found in it
  }
  lock.lock();
  const auto found = texts_.find(uri);
  if (found == texts_.end()) return;
  found->second.review =
      review;  // even where it is out of date: what hasn't changed since needn't be read anew
  if (found->second.state != copy.state) return;
  found->second.read_state = copy.state;
  const std::vector<Waiting> waiting = take_waiting(uri);
  lock.unlock();
  if (review) told_(review);
  for (const Waiting& one : waiting) one.then(review);
  lock.lock();
}

}  // namespace onus
