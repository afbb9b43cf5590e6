#include "reporting/print_junit.h"

#include <algorithm>
#include <ostream>

#include "reporting/place.h"
#include "reporting/titles.h"
#include "reporting/xml_layout.h"
#include "text/ascii.h"

namespace onus {
namespace {

bool fails(const Finding& finding, std::optional<Severity> fail_on) {
  return fail_on && finding.severity >= *fail_on;
}

std::size_t failures(const DocumentReport& report, std::optional<Severity> fail_on) {
  return static_cast<std::size_t>(std::count_if(report.findings.begin(), report.findings.end(),
                                                [&](const Finding& each) { return fails(each, fail_on); }));
}

std::string attribute(std::string_view name, std::string_view value) {
  return " " + std::string(name) + "=\"" + escape_xml(value) + "\"";
}

// All that there is to say about a finding, a line each.
std::string told(const DocumentReport& report, const Places& places, const Finding& finding) {
  std::string text = "“" + std::string(slice<ProseText>(report.document.prose, finding.span)) + "”\n";
  text +=
      category_title(finding) + " (" + std::string(name_of(finding.severity)) + ", " + finding.rule + ")\n";
  if (const std::string where = places.told(finding); !where.empty()) text += where + "\n";
  text += finding.message + "\n";
  if (!finding.why.empty()) text += std::string(trimmed(finding.why)) + "\n";
  for (const Suggestion& suggestion : finding.suggestions)
    text += std::string(label_of(suggestion.kind)) + ": " + suggestion.text + "\n";
  if (!finding.reference.empty()) text += "See: " + finding.reference + "\n";
  return text;
}

void print_case(std::ostream& out, const DocumentReport& report, const Places& places, const Finding& finding,
                std::optional<Severity> fail_on) {
  const std::string words(slice<ProseText>(report.document.prose, finding.span));
  out << "  <testcase" << attribute("classname", report.document.source)
      << attribute("name", finding.rule + ": " + words) << ">";
  const std::string text = escape_xml(told(report, places, finding));
  if (fails(finding, fail_on)) {
    out << "<failure" << attribute("type", name_of(finding.severity)) << attribute("message", finding.message)
        << ">" << text << "</failure>";
  } else {
    out << "<system-out>" << text << "</system-out>";
  }
  out << "</testcase>\n";
}

void print_suite(std::ostream& out, const DocumentReport& report, std::optional<Severity> fail_on) {
  const Places places(report);
  out << " <testsuite" << attribute("name", report.document.source) << " tests=\""
      << std::max<std::size_t>(report.findings.size(), 1) << "\" failures=\"" << failures(report, fail_on)
      << "\" errors=\"0\">\n";
  for (const Finding& finding : report.findings) print_case(out, report, places, finding, fail_on);
  if (report.findings.empty())
    out << "  <testcase" << attribute("classname", report.document.source) << attribute("name", "wording")
        << "/>\n";
  out << " </testsuite>\n";
}

void print_unread(std::ostream& out, const Problem& problem) {
  out << " <testsuite" << attribute("name", problem.source) << " tests=\"1\" failures=\"0\" errors=\"1\">\n"
      << "  <testcase" << attribute("classname", problem.source) << " name=\"reading\"><error"
      << attribute("message", problem.message) << "/></testcase>\n </testsuite>\n";
}

}  // namespace

void print_junit(std::ostream& out, const Report& report, std::optional<Severity> fail_on) {
  std::size_t tests = report.problems.size(), failed = 0;
  for (const DocumentReport& document : report.documents) {
    tests += std::max<std::size_t>(document.findings.size(), 1);
    failed += failures(document, fail_on);
  }
  out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"onus\" tests=\"" << tests
      << "\" failures=\"" << failed << "\" errors=\"" << report.problems.size() << "\">\n";
  for (const DocumentReport& document : report.documents) print_suite(out, document, fail_on);
  for (const Problem& problem : report.problems) print_unread(out, problem);
  out << "</testsuites>\n";
}

}  // namespace onus
