#pragma once

#include <map>
#include <memory>
#include <string>

#include "archive/kept_document.h"

namespace onus {

// The result of reading one content, which the workers may still be at.
struct SharedResult {
  bool ready = false;
  bool within_limits = true;
  KeptDocument kept;
};

// Of several files with the same content, one is read: the first that asks.
class OpenReads {
 public:
  // A new result, with `first`, or that of the file that asked before.
  struct Claim {
    std::shared_ptr<SharedResult> result;
    bool first = false;
  };
  Claim claim(const std::string& content) {
    const auto [open, first] = open_.try_emplace(content);
    if (first) open->second = std::make_shared<SharedResult>();
    return {open->second, first};
  }
  std::shared_ptr<SharedResult> find(const std::string& content) const {
    const auto open = open_.find(content);
    return open == open_.end() ? nullptr : open->second;
  }
  // The result is in the store now.
  void forget(const std::string& content) { open_.erase(content); }

 private:
  std::map<std::string, std::shared_ptr<SharedResult>> open_;
};

}  // namespace onus
