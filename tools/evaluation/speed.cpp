#include "speed.h"

#include <algorithm>
#include <ctime>
#include <functional>
#include <vector>

#include "language/english.h"
#include "language/model_file.h"
#include "language/tagger.h"

namespace onus::evaluation {
namespace {

constexpr int kRuns = 9;

double processor_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// Seconds that `work` takes, its `preparation` not counted.
double median(const std::function<void()>& preparation, const std::function<void()>& work) {
  std::vector<double> seconds;
  for (int run = 0; run < kRuns; ++run) {
    preparation();
    const double begin = processor_seconds();
    work();
    seconds.push_back(processor_seconds() - begin);
  }
  std::nth_element(seconds.begin(), seconds.begin() + kRuns / 2, seconds.end());
  return seconds[kRuns / 2];
}

}  // namespace

Speed measure_speed(const std::filesystem::path& model, const Treebank& text) {
  const auto nothing = [] {};
  Analysis analysis = text.analysis;
  const double words = static_cast<double>(analysis.tokens.size()) / 1e6;
  const ModelFile file(model);
  const Tagger tagger(file);
  Tagger::Scratch scratch;
  const auto tag = [&] {
    for (const Sentence& sentence : analysis.sentences)
      tagger.tag(std::span(analysis.tokens).subspan(sentence.tokens.begin, sentence.tokens.size()),
                 text.prose, scratch);
  };
  const English english(model);
  const auto annotate = [&] { english.annotate(analysis, text.prose); };
  Speed speed;
  speed.loading = 1e3 * median(nothing, [&] { const English loaded(model); });
  speed.tags = words / median(nothing, tag);
  speed.annotating = words / median(nothing, annotate);
  speed.parsing = words / median(annotate, [&] { english.parse_all(analysis, text.prose); });
  return speed;
}

}  // namespace onus::evaluation
