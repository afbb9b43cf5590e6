#include "reporting/print_text.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

namespace onus {
namespace {

constexpr std::size_t kEvidenceShown = 4;
constexpr std::size_t kPromptsShown = 3;

constexpr std::array<std::string_view, kComponents> kComponentTitles{
    "The perpetrator's pattern", "Harm to the child", "The other parent's protective efforts",
    "Impact on the child", "Substance use, mental health, culture, money and the rest"};
constexpr std::array<std::string_view, kCriteria> kCriterionTitles{
    "The assessment", "Wide-ranging impact on the child", "The plan", "What is expected of each parent",
    "The perpetrator at the centre"};

// "perpetrator-pattern" for a reader: with spaces.
std::string spaced(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '-', ' ');
  return text;
}

std::string counted(std::size_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

Ink ink_of(Severity severity) {
  return severity == Severity::error ? Ink::red : severity == Severity::warning ? Ink::yellow : Ink::blue;
}

std::string_view sign_of(Level level) {
  return level == Level::specific ? "●" : level == Level::mentioned ? "◐" : "○";
}

// One document's report, written from top to bottom.
class Writer {
 public:
  Writer(std::ostream& out, const DocumentReport& report, const Style& style)
      : out_(out), report_(report), style_(style) {}

  void write() {
    write_title();
    write_people();
    write_findings();
    if (!report_.coverage.empty()) write_coverage();
    write_criteria();
    write_strengths();
    write_unread();
    lines(wrap(summary_of(report_), style_.width, "", "  "));
  }

 private:
  std::string_view words(ProseSpan span) const { return slice<ProseText>(report_.document.prose, span); }

  void lines(const std::vector<std::string>& list) {
    for (const std::string& line : list) out_ << line << '\n';
  }
  void paragraph(std::string_view text, std::string_view first, std::string_view indent) {
    lines(wrap(text, style_.width, first, indent));
  }
  void heading(std::string_view text) { out_ << inked(style_, Ink::bold, text) << "\n\n"; }

  void write_title() {
    out_ << inked(style_, Ink::bold, report_.document.source) << "  " << spaced(name_of(report_.kind))
         << (report_.kind_declared ? "" : " (recognised; --kind changes it)") << ", "
         << counted(report_.words, "word") << "\n\n";
  }

  void write_people() {
    std::size_t width = 0;
    for (const Person& person : report_.cast.people)
      if (is_told(person)) width = std::max(width, code_points(person.name));
    if (width == 0) return;
    heading("People, as the program understood them");
    for (const Person& person : report_.cast.people) {
      if (!is_told(person)) continue;
      const std::string first = "  " + person.name + std::string(width - code_points(person.name) + 2, ' ');
      paragraph(role_line(person), first, std::string(width + 4, ' '));
    }
    out_ << '\n';
    paragraph(
        "If this is wrong, say who is who: --perpetrator NAME, --survivor NAME, --child NAME, --professional "
        "NAME.",
        "  ", "  ");
    out_ << '\n';
  }

  // Neighbours, friends and those of whom nothing is known would only make the list long.
  static bool is_told(const Person& person) {
    return person.role() != Role::unknown && person.role() != Role::other;
  }

  std::string role_line(const Person& person) const {
    const RoleClaim& claim = person.roles.front();
    std::string line = spaced(name_of(claim.role)) + ", " + std::string(name_of(claim.basis));
    if (claim.role == Role::perpetrator && claim.standing != Standing::unstated)
      line += " (" + std::string(name_of(claim.standing)) + ")";
    if (!claim.evidence.empty()) line += ": “" + std::string(words(claim.evidence)) + "”";
    return line;
  }

  std::string section_title(const Finding& finding) const {
    const Block& block = report_.document.blocks[report_.analysis.sentences[finding.sentence].block];
    const std::string_view title =
        block.kind == BlockKind::heading ? words(block.span) : heading_of(report_.document, block);
    return title.empty() ? std::string("Before the first heading") : std::string(title);
  }

  void write_findings() {
    std::string section;
    for (const Finding& finding : report_.findings) {
      if (std::string title = section_title(finding); title != section) {
        section = std::move(title);
        heading(section);
      }
      write_finding(finding);
    }
  }

  void write_finding(const Finding& finding) {
    out_ << "  " << inked(style_, ink_of(finding.severity), name_of(finding.severity)) << "  ";
    if (finding.category) out_ << name_of(*finding.category) << "  ";
    out_ << inked(style_, Ink::dim, finding.rule) << "\n\n";
    write_sentence(finding);
    out_ << '\n';
    paragraph(finding.message, "    ", "    ");
    if (!finding.why.empty()) paragraph(finding.why, "    ", "    ");
    if (!finding.reference.empty()) paragraph("See: " + finding.reference, "    ", "         ");
    for (const Suggestion& suggestion : finding.suggestions) write_suggestion(suggestion);
    out_ << '\n';
  }

  void write_sentence(const Finding& finding) {
    const ProseSpan sentence = join(report_.analysis.sentences[finding.sentence].span, finding.span);
    const ProseSpan marked{finding.span.begin - sentence.begin, finding.span.end - sentence.begin};
    lines(underline(style_, words(sentence), marked, "    | "));
  }

  void write_suggestion(const Suggestion& suggestion) {
    const bool question = suggestion.kind == SuggestionKind::prompt;
    const std::string label = question                                     ? "Ask: "
                              : suggestion.kind == SuggestionKind::rewrite ? "Write: "
                                                                           : "Perhaps: ";
    paragraph(suggestion.text, "    " + label, "    " + std::string(label.size(), ' '));
  }

  void write_coverage() {
    heading("What the report shows");
    if (!report_.describes_abuse) {
      paragraph("This document describes no acts of abuse.", "  ", "  ");
      out_ << '\n';
    }
    for (const ComponentCoverage& coverage : report_.coverage) {
      const auto index = static_cast<std::size_t>(coverage.component);
      out_ << "  " << sign_of(coverage.level) << " " << inked(style_, Ink::bold, kComponentTitles[index])
           << ": " << name_of(coverage.level) << '\n';
      paragraph(coverage.reason, "    ", "    ");
      write_evidence(coverage);
      for (std::size_t i = 0; i < std::min(kPromptsShown, coverage.prompts.size()); ++i)
        paragraph(coverage.prompts[i], "    ? ", "      ");
      out_ << '\n';
    }
  }

  void write_evidence(const ComponentCoverage& coverage) {
    for (std::size_t i = 0; i < std::min(kEvidenceShown, coverage.evidence.size()); ++i) {
      const Evidence& evidence = coverage.evidence[i];
      paragraph("“" + std::string(words(evidence.span)) + "” (" + evidence.indicator + ")", "    · ",
                "      ");
    }
    if (coverage.evidence.size() > kEvidenceShown)
      out_ << "      and " << coverage.evidence.size() - kEvidenceShown << " more\n";
  }

  void write_criteria() {
    const bool any =
        std::any_of(report_.criteria.begin(), report_.criteria.end(),
                    [](const CriterionRating& rating) { return rating.rating != Rating::not_applicable; });
    if (!any) return;
    heading("Against the criteria of the case file audits");
    for (const CriterionRating& rating : report_.criteria) {
      if (rating.rating == Rating::not_applicable) continue;
      out_ << "  " << kCriterionTitles[static_cast<std::size_t>(rating.criterion)] << ": "
           << inked(style_, Ink::bold, spaced(name_of(rating.rating))) << '\n';
      for (const std::string& reason : rating.reasons) paragraph(reason, "    ", "    ");
    }
    out_ << '\n';
  }

  void write_strengths() {
    if (report_.strengths.empty()) return;
    heading("Done well");
    for (const Strength& strength : report_.strengths)
      paragraph("“" + std::string(words(strength.span)) + "” " + strength.why, "  + ", "    ");
    out_ << '\n';
  }

  void write_unread() {
    for (const Skipped& skipped : report_.document.skipped)
      paragraph("Not read: " + skipped.what + " (" + skipped.why + ").", "  ", "  ");
    for (const Problem& problem : report_.problems) paragraph("Note: " + problem.message, "  ", "  ");
    if (!report_.document.skipped.empty() || !report_.problems.empty()) out_ << '\n';
  }

  std::ostream& out_;
  const DocumentReport& report_;
  const Style& style_;
};

}  // namespace

std::string summary_of(const DocumentReport& report) {
  std::array<std::size_t, 3> by_severity{};
  for (const Finding& finding : report.findings) ++by_severity[static_cast<std::size_t>(finding.severity)];
  std::string text = report.document.source + ": ";
  if (report.findings.empty()) return text + "nothing to change in the wording.";
  text += counted(report.findings.size(), "finding") + " (";
  std::string parts;
  constexpr std::array<std::string_view, 3> kNouns{"note", "warning", "error"};
  for (std::size_t i = 3; i-- > 0;)
    if (by_severity[i] > 0) parts += (parts.empty() ? "" : ", ") + counted(by_severity[i], kNouns[i]);
  return text + parts + ").";
}

void print_text(std::ostream& out, const DocumentReport& report, const Style& style) {
  Writer(out, report, style).write();
}

}  // namespace onus
