#include "reporting/print_github.h"

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>
#include <vector>

#include "reporting/place.h"
#include "reporting/titles.h"
#include "text/ascii.h"

namespace onus {
namespace {

constexpr std::size_t kShown = 10;

std::string escaped(std::string_view text, bool property) {
  std::string safe;
  for (const char c : text) {
    if (c == '%') {
      safe += "%25";
    } else if (c == '\r') {
      safe += "%0D";
    } else if (c == '\n') {
      safe += "%0A";
    } else if (property && c == ':') {
      safe += "%3A";
    } else if (property && c == ',') {
      safe += "%2C";
    } else {
      safe += c;
    }
  }
  return safe;
}

std::string_view command_of(Severity severity) {
  return severity == Severity::error ? "error" : severity == Severity::warning ? "warning" : "notice";
}

// One finding of the run with what is needed to tell it.
struct Item {
  const DocumentReport* report = nullptr;
  const Places* places = nullptr;
  const Finding* finding = nullptr;
};

std::string text_of(const Item& item) {
  const Finding& finding = *item.finding;
  std::string text = "“" + std::string(slice<ProseText>(item.report->document.prose, finding.span)) +
                     "”: " + finding.message;
  if (!finding.why.empty()) text += "\n" + std::string(trimmed(finding.why));
  for (const Suggestion& suggestion : finding.suggestions)
    text += "\n" + std::string(label_of(suggestion.kind)) + ": " + suggestion.text;
  return text;
}

std::string properties_of(const Item& item) {
  std::string text = "file=" + escaped(item.report->document.source, true);
  if (const auto at = item.places->lines(item.finding->span)) {
    text += ",line=" + std::to_string(at->begin.line) + ",endLine=" + std::to_string(at->end.line);
    if (at->begin.line == at->end.line)
      text += ",col=" + std::to_string(at->begin.column) + ",endColumn=" + std::to_string(at->end.column);
  }
  std::string title = category_title(*item.finding) + " (" + item.finding->rule + ")";
  if (const std::string where = item.places->told(*item.finding); !where.empty()) title += ", " + where;
  return text + ",title=" + escaped(title, true);
}

// A plain line must not look like a command.
std::string log_line(const Item& item) {
  return std::string(name_of(item.finding->severity)) + " " + item.finding->rule + " " +
         item.report->document.source + " " + escaped(text_of(item), false);
}

}  // namespace

void print_github(std::ostream& out, const Report& report) {
  std::vector<std::unique_ptr<Places>> places;
  std::vector<Item> items;
  for (const DocumentReport& document : report.documents) {
    places.push_back(std::make_unique<Places>(document));
    for (const Finding& finding : document.findings)
      items.push_back({&document, places.back().get(), &finding});
  }
  std::stable_sort(items.begin(), items.end(),
                   [](const Item& a, const Item& b) { return a.finding->severity > b.finding->severity; });
  for (const Problem& problem : report.problems)
    out << "::error file=" << escaped(problem.source, true)
        << ",title=could not be read::" << escaped(problem.message, false) << '\n';
  std::array<std::size_t, 3> shown{};
  shown[static_cast<std::size_t>(Severity::error)] = std::min(report.problems.size(), kShown);
  std::vector<Item> cut;
  for (const Item& item : items) {
    const Severity severity = item.finding->severity;
    // One notice is kept for saying what was cut.
    const std::size_t most = severity == Severity::note ? kShown - 1 : kShown;
    if (shown[static_cast<std::size_t>(severity)]++ >= most) {
      cut.push_back(item);
      continue;
    }
    out << "::" << command_of(severity) << ' ' << properties_of(item) << "::" << escaped(text_of(item), false)
        << '\n';
  }
  if (cut.empty()) return;
  out << "::notice title=onus::" << counted(cut.size(), "more finding")
      << " than GitHub shows as annotations; the log of this step has all of them\n::group::"
      << counted(cut.size(), "more finding") << '\n';
  for (const Item& item : cut) out << log_line(item) << '\n';
  out << "::endgroup::\n";
}

}  // namespace onus
