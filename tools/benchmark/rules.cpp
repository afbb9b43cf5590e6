#include "rules.h"

#include <algorithm>
#include <array>
#include <iomanip>
#include <iostream>
#include <variant>
#include <vector>

#include "linting/lint.h"
#include "measuring.h"
#include "reading/read.h"
#include "text/failure.h"

namespace onus::benchmark {
namespace {

std::vector<Rule> rules_of_one_pattern(const std::vector<Rule>& rules) {
  std::vector<Rule> single;
  for (const Rule& rule : rules) {
    if (rule.off) continue;
    for (const Pattern& pattern : rule.match) {
      single.push_back(rule);
      single.back().match = {pattern};
    }
  }
  return single;
}

void use_rules(RuleBook& book, const std::vector<Rule>& all, std::size_t count) {
  std::vector<Rule> chosen;
  for (std::size_t i = 0; i < count; ++i) chosen.push_back(all[i * all.size() / count]);
  book.rules = std::move(chosen);
  book.index = {};
  for (std::uint32_t r = 0; r < book.rules.size(); ++r) book.index.add(r, book.rules[r].match.front());
}

// Seconds, the least of several: whatever else the machine does only adds to them.
double linting(const Document& document, const Knowledge& knowledge) {
  constexpr int kRuns = 5;
  double least = 1e9;
  for (int run = 0; run < kRuns; ++run) {
    Document copy = document;
    const double begin = processor_seconds();
    const DocumentReport report = lint(std::move(copy), {}, knowledge);
    least = std::min(least, processor_seconds() - begin);
  }
  return least;
}

}  // namespace

void compare_rule_counts(const std::filesystem::path& lexicons, const std::filesystem::path& file) {
  const std::vector<std::filesystem::path> folders{lexicons};
  Knowledge knowledge = load_knowledge(folders);
  const std::vector<Rule> all = rules_of_one_pattern(knowledge.rules.rules);
  constexpr std::array<std::size_t, 3> kCounts{10, 100, 1000};
  if (all.size() < kCounts.back()) throw Failure("too few patterns to make 1,000 rules of");
  const auto read = read_file(file.string());
  const Document* const document = std::get_if<Document>(&read);
  if (document == nullptr) throw Failure(std::get<Problem>(read).message);
  std::cout << "| rules of one pattern | processor time |\n|---|---|\n" << std::fixed << std::setprecision(3);
  std::vector<double> seconds;
  for (const std::size_t count : kCounts) {
    use_rules(knowledge.rules, all, count);
    seconds.push_back(linting(*document, knowledge));
    std::cout << "| " << count << " | " << seconds.back() << " s |\n";
  }
  std::cout << "1,000 rules cost " << std::setprecision(2) << seconds[2] / seconds[1]
            << " times what 100 cost\n";
}

}  // namespace onus::benchmark
