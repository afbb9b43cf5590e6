#pragma once

#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "archive/kept_document.h"
#include "archive/store.h"

namespace onus {

using KeptResult = std::shared_future<std::shared_ptr<const KeptDocument>>;

// Of two files with the same content, one is read: the first that asks. Shared by the threads of a scan.
class Claims {
 public:
  // One of three: `document` is in the store already; `promise` is ours to keep; or another thread reads it
  // and `result` will come.
  struct Answer {
    std::optional<std::int64_t> document;
    KeptResult result;
    std::optional<std::promise<std::shared_ptr<const KeptDocument>>> promise;
  };

  explicit Claims(StoreReader& store) : store_(store) {}
  Answer claim(const std::string& content);
  // The result is in the store now.
  void forget(const std::string& content);

 private:
  std::mutex mutex_;
  StoreReader& store_;
  std::map<std::string, KeptResult> open_;
};

}  // namespace onus
