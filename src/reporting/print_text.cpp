#include "reporting/print_text.h"

#include <algorithm>
#include <array>
#include <ostream>
#include <string>

#include "components/wordings.h"
#include "reporting/advice.h"
#include "reporting/titles.h"
#include "reporting/without_places.h"

namespace onus {
namespace {

constexpr std::size_t kEvidenceShown = 4;
constexpr std::size_t kPromptsShown = 3;

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
    write_partnering();
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
      if (has_telling_role(person)) width = std::max(width, code_points(person.name));
    if (width == 0) return;
    heading("People, as the program understood them");
    for (const Person& person : report_.cast.people) {
      if (!has_telling_role(person)) continue;
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

  std::string role_line(const Person& person) const {
    const ProseSpan evidence = person.roles.front().evidence;
    return role_title(person) + (evidence.empty() ? "" : ": “" + std::string(words(evidence)) + "”");
  }

  std::string section_title(const Finding& finding) const {
    const std::string_view title = heading_over(report_, finding);
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
    const std::string label = std::string(label_of(suggestion.kind)) + ": ";
    paragraph(suggestion.text, "    " + label, "    " + std::string(label.size(), ' '));
  }

  void write_coverage() {
    heading(kComponentsTitle);
    if (!report_.describes_abuse) {
      paragraph(say(Wording::no_abuse), "  ", "  ");
      for (const std::string& question : report_.questions) paragraph(question, "  ? ", "    ");
      out_ << '\n';
    }
    for (const ComponentCoverage* coverage : shown_components(report_)) write_component(*coverage);
  }

  void write_component(const ComponentCoverage& coverage) {
    out_ << "  " << sign_of(coverage.level) << " " << inked(style_, Ink::bold, title_of(coverage.component))
         << ": " << name_of(coverage.level) << '\n';
    paragraph(coverage.reason, "    ", "    ");
    write_evidence(coverage);
    for (std::size_t i = 0; i < std::min(kPromptsShown, coverage.prompts.size()); ++i)
      paragraph(coverage.prompts[i], "    ? ", "      ");
    out_ << '\n';
  }

  void write_evidence(const ComponentCoverage& coverage) {
    for (std::size_t i = 0; i < std::min(kEvidenceShown, coverage.evidence.size()); ++i) {
      const Evidence& evidence = coverage.evidence[i];
      paragraph("“" + without_places(report_, evidence.span) + "” (" + evidence.indicator + ")", "    · ",
                "      ");
    }
    if (coverage.evidence.size() > kEvidenceShown)
      out_ << "      and " << coverage.evidence.size() - kEvidenceShown << " more\n";
  }

  void write_partnering() {
    if (report_.partnering.empty()) return;
    heading(kPartneringTitle);
    for (const Partnering& each : report_.partnering) {
      out_ << "  " << sign_of(each.told.empty() ? Level::absent : Level::specific) << " "
           << inked(style_, Ink::bold, title_of(each.point)) << ": "
           << (each.told.empty() ? "not told" : "told") << '\n';
      if (each.told.empty())
        paragraph(each.question, "    ? ", "      ");
      else
        paragraph("“" + without_places(report_, each.told) + "”", "    · ", "      ");
    }
    out_ << '\n';
  }

  void write_criteria() {
    const std::vector<const CriterionRating*> shown = shown_criteria(report_);
    if (shown.empty()) return;
    heading(kCriteriaTitle);
    for (const CriterionRating* rating : shown) {
      out_ << "  " << title_of(rating->criterion) << ": "
           << inked(style_, Ink::bold, spaced(name_of(rating->rating))) << '\n';
      for (const std::string& reason : rating->reasons) paragraph(reason, "    ", "    ");
    }
    out_ << '\n';
  }

  void write_strengths() {
    if (report_.strengths.empty()) return;
    heading("Done well");
    for (const Strength& strength : report_.strengths)
      paragraph("“" + without_places(report_, strength.span) + "” " + strength.why, "  + ", "    ");
    out_ << '\n';
  }

  void write_unread() {
    for (const Skipped& skipped : report_.document.skipped)
      paragraph("Not read: " + skipped.what + " (" + skipped.why + ").", "  ", "  ");
    for (const Problem& problem : report_.problems) paragraph("Note: " + problem.message, "  ", "  ");
    for (const SetAside& each : report_.set_aside) paragraph(title_of(report_, each), "  ", "  ");
    if (!report_.document.skipped.empty() || !report_.problems.empty() || !report_.set_aside.empty())
      out_ << '\n';
  }

  std::ostream& out_;
  const DocumentReport& report_;
  const Style& style_;
};

}  // namespace

void print_text(std::ostream& out, const DocumentReport& report, const Style& style) {
  Writer(out, report, style).write();
}

}  // namespace onus
