#include "archive/claims.h"

namespace onus {

Claims::Answer Claims::claim(const std::string& content) {
  const std::lock_guard lock(mutex_);
  Answer answer;
  if (const auto open = open_.find(content); open != open_.end()) {
    answer.result = open->second;
    return answer;
  }
  answer.document = store_.document(content);
  if (answer.document) return answer;
  answer.promise.emplace();
  answer.result = answer.promise->get_future().share();
  open_.emplace(content, answer.result);
  return answer;
}

void Claims::forget(const std::string& content) {
  const std::lock_guard lock(mutex_);
  open_.erase(content);
}

}  // namespace onus
