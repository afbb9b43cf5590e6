#include "reporting/print_csv.h"

#include <array>
#include <ostream>

#include "linting/fingerprint.h"
#include "reporting/place.h"
#include "reporting/titles.h"
#include "text/ascii.h"

namespace onus {
namespace {

// The signs that begin a formula, wide ones among them, after white space that some programs skip. OWASP
// counts tab and line ends too; here they are that white space.
bool begins_a_formula(std::string_view text) {
  static constexpr std::array<std::string_view, 9> kSigns{"=", "+", "-", "@", "|", "＝", "＋", "－", "＠"};
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  if (text[0] == '\t' || text[0] == '\r' || text[0] == '\n') return true;
  for (const std::string_view sign : kSigns)
    if (text.substr(first).starts_with(sign)) return true;
  return false;
}

// All suggestions of one kind, a line each.
std::string suggestions_of(const Finding& finding, SuggestionKind kind) {
  std::string text;
  for (const Suggestion& suggestion : finding.suggestions)
    if (suggestion.kind == kind) text += (text.empty() ? "" : "\n") + suggestion.text;
  return text;
}

class Table {
 public:
  explicit Table(std::ostream& out) : out_(out) {}
  Table& field(std::string_view text) {
    out_ << (first_ ? "" : ",") << csv_field(text);
    first_ = false;
    return *this;
  }
  Table& field(std::uint32_t number) {
    out_ << (first_ ? "" : ",") << number;
    first_ = false;
    return *this;
  }
  void end() {
    out_ << "\r\n";
    first_ = true;
  }

 private:
  std::ostream& out_;
  bool first_ = true;
};

void print_finding(Table& table, const DocumentReport& report, const Places& places, const Finding& finding,
                   const std::string& fingerprint) {
  table.field(report.document.source)
      .field(name_of(report.kind))
      .field(finding.rule)
      .field(finding.category ? name_of(*finding.category) : "")
      .field(name_of(finding.severity))
      .field(places.code_point(finding.span.begin))
      .field(places.code_point(finding.span.end))
      .field(slice<ProseText>(report.document.prose, finding.span))
      .field(heading_over(report, finding));
  const std::uint32_t page = places.page(finding);
  page > 0 ? table.field(page) : table.field("");
  const auto at = places.lines(finding.span);
  at ? table.field(at->begin.line) : table.field("");
  table.field(finding.message)
      .field(trimmed(finding.why))
      .field(finding.reference)
      .field(suggestions_of(finding, SuggestionKind::rewrite))
      .field(suggestions_of(finding, SuggestionKind::reframe))
      .field(suggestions_of(finding, SuggestionKind::prompt))
      .field(fingerprint)
      .end();
}

}  // namespace

std::string csv_field(std::string_view text) {
  std::string field = "\"";
  if (begins_a_formula(text)) field += '\'';
  for (const char c : text) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + "\"";
}

void print_csv(std::ostream& out, const Report& report) {
  static constexpr std::array<std::string_view, 18> kColumns{
      "source", "kind", "rule",    "category", "severity",  "start",   "end",     "text",   "heading",
      "page",   "line", "message", "why",      "reference", "rewrite", "reframe", "prompt", "fingerprint"};
  out << "\xEF\xBB\xBF";
  Table table(out);
  for (const std::string_view column : kColumns) table.field(column);
  table.end();
  for (const DocumentReport& document : report.documents) {
    const Places places(document);
    const std::vector<std::string> names = fingerprints(document);
    for (std::size_t i = 0; i < document.findings.size(); ++i)
      print_finding(table, document, places, document.findings[i], names[i]);
  }
}

}  // namespace onus
