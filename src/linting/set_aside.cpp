#include "linting/set_aside.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <variant>

namespace onus {
namespace {

// The next word of `text`, which is moved on behind it.
std::string_view take_word(std::string_view& text) {
  const std::size_t begin = std::min(text.find_first_not_of(" \t\n"), text.size());
  const std::size_t end = std::min(text.find_first_of(" \t\n", begin), text.size());
  const std::string_view word = text.substr(begin, end - begin);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n", end), text.size()));
  return word;
}

struct Request {
  std::string rule;
  std::optional<Category> category;
  std::string reason;
  ProseSpan about;

  bool holds_for(const Finding& finding) const {
    if (!finding.span.overlaps(about)) return false;
    return rule == "all" || finding.rule == rule || (category && finding.category == category);
  }
};

// A remark at the end of a paragraph stands behind its last blank, in no block.
ProseSpan scope_of(const Document& document, const Remark& remark) {
  if (!remark.about.empty()) return remark.about;
  const auto after = std::ranges::upper_bound(document.blocks, remark.about.begin, {},
                                              [](const Block& block) { return block.span.begin; });
  return after == document.blocks.begin() ? remark.about : std::prev(after)->span;
}

// What a remark asks for, or why it can't be heeded.
std::variant<Request, std::string> request_in(const Document& document, const Remark& remark,
                                              const RuleBook& rules) {
  const std::string quoted = "the remark “onus: " + remark.text + "” is not heeded: ";
  std::string_view rest = remark.text;
  if (take_word(rest) != "ignore") return quoted + "expected “ignore”, a rule and a reason";
  Request request{std::string(take_word(rest)), std::nullopt, std::string(rest), scope_of(document, remark)};
  request.category = category_from(request.rule);
  if (request.rule != "all" && !request.category && rules.find(request.rule) == nullptr)
    return quoted + "there is no rule or category “" + request.rule + "”";
  if (request.reason.empty()) return quoted + "it gives no reason; write one behind the rule";
  return request;
}

}  // namespace

void set_aside(DocumentReport& report, const RuleBook& rules) {
  for (const Remark& remark : report.document.remarks) {
    auto read = request_in(report.document, remark, rules);
    if (auto* why = std::get_if<std::string>(&read)) {
      report.problems.push_back({report.document.source, std::move(*why)});
      continue;
    }
    const auto& request = std::get<Request>(read);
    const auto asked =
        std::stable_partition(report.findings.begin(), report.findings.end(),
                              [&](const Finding& finding) { return !request.holds_for(finding); });
    for (auto finding = asked; finding != report.findings.end(); ++finding)
      report.set_aside.push_back({std::move(*finding), request.reason});
    report.findings.erase(asked, report.findings.end());
  }
}

}  // namespace onus
