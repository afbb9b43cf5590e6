#include "paragraphs.h"

#include <algorithm>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

#include "linting/lint.h"
#include "measuring.h"
#include "serving/service.h"
#include "text/failure.h"
#include "text/percent.h"

namespace onus::benchmark {
namespace {

constexpr std::size_t kBytes = 2000;
constexpr int kRounds = 3;  // the first of them warms up

// Cut between words.
std::vector<HttpRequest> requests_for(const std::string& text) {
  std::vector<HttpRequest> requests;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.size(), text.find(' ', std::min(text.size(), at + kBytes)));
    HttpRequest request;
    request.method = "POST";
    request.target = "/v2/check";
    request.host = "127.0.0.1";
    request.has_user_agent = true;
    request.body = "language=en-GB&text=" + percent_encoded(text.substr(at, end - at));
    requests.push_back(std::move(request));
    at = end;
  }
  return requests;
}

}  // namespace

void time_paragraphs(const std::filesystem::path& lexicons, const std::filesystem::path& file) {
  const std::vector<HttpRequest> requests = requests_for(text_of(file));
  if (requests.empty()) throw Failure(file.string() + ": has no text");
  const std::vector<std::filesystem::path> folders{lexicons};
  const Knowledge knowledge = load_knowledge(folders);
  Service service(knowledge, {}, {});
  std::vector<double> spent;
  for (int round = 0; round < kRounds; ++round)
    for (const HttpRequest& request : requests) {
      const double begin = processor_seconds();
      if (service.answer(request).status != 200) throw Failure("a request was not answered");
      if (round > 0) spent.push_back(1000 * (processor_seconds() - begin));
    }
  double sum = 0;
  for (const double each : spent) sum += each;
  std::sort(spent.begin(), spent.end());
  std::cout << std::fixed << std::setprecision(2) << requests.size() << " requests, milliseconds of the "
            << "processor's time for one\n| least | median | mean | p99 |\n|---|---|---|---|\n| "
            << spent.front() << " | " << spent[spent.size() / 2] << " | "
            << sum / static_cast<double>(spent.size()) << " | " << spent[spent.size() * 99 / 100] << " |\n";
}

}  // namespace onus::benchmark
