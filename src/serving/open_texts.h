#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "linting/lint.h"
#include "serving/editor_reply.h"

namespace onus {

// The texts that an editor has open, read again after each change by a thread of their own, so that whoever
// takes messages never waits. A state that is out of date before it was read is left out; the newest is
// always read.
class OpenTexts {
 public:
  using Review = std::shared_ptr<const Reviewed>;
  // Called by the reading thread for each new state of a text, with no lock held.
  using Told = std::function<void(const Review&)>;
  // What waits for the newest state of a text; gets nullptr where the text was closed or can't be read.
  using Then = std::function<void(const Review&)>;

  OpenTexts(const Knowledge&, std::size_t most_bytes, Told);
  ~OpenTexts();
  OpenTexts(const OpenTexts&) = delete;
  OpenTexts& operator=(const OpenTexts&) = delete;

  // All from one thread.
  void set_encoding(PositionEncoding encoding) { encoding_ = encoding; }
  void set_delay(std::chrono::milliseconds delay);
  void open(const std::string& uri, bool markdown, std::int64_t version, std::string text, Settings);
  // Gives the text to `edit`, which may throw: then the text is as it was. Unknown texts are passed over.
  void change(const std::string& uri, std::int64_t version, const std::function<void(std::string&)>& edit);
  void set_settings(const std::string& uri, Settings);
  void close(const std::string& uri);
  std::vector<std::string> uris() const;
  // Runs `then` once with the newest state of the text: at once where it has been read, else when it is.
  void when_read(const std::string& uri, const std::string& key, Then then);
  // Takes what waits under this key away; false where there is nothing.
  bool forget(const std::string& key);

 private:
  using Clock = std::chrono::steady_clock;
  struct Text {
    bool markdown = false;
    std::int64_t version = 0;
    std::string words;
    Settings settings;
    std::uint64_t state = 0;       // counts changes of the words and the settings
    std::uint64_t read_state = 0;  // the newest one that was told
    Clock::time_point due;
    Review review;  // of the state that was read last; the newest where the two are the same
  };
  struct Waiting {
    std::string uri;
    std::string key;
    Then then;
  };

  void run();
  void read(std::unique_lock<std::mutex>&, const std::string& uri);
  std::vector<Waiting> take_waiting(const std::string& uri);
  void touch(Text&);

  const Knowledge& knowledge_;
  const std::size_t most_bytes_;
  const Told told_;
  PositionEncoding encoding_ = PositionEncoding::utf16;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::chrono::milliseconds delay_{0};
  std::map<std::string, Text> texts_;
  std::vector<Waiting> waiting_;
  bool ending_ = false;
  std::thread reader_;  // last, so that it ends first
};

}  // namespace onus
