#include "reporting/print_map.h"

#include <algorithm>
#include <map>
#include <ostream>
#include <string>

#include "components/continuum.h"
#include "components/wordings.h"
#include "reporting/without_places.h"
#include "text/fold.h"

namespace onus {
namespace {

class MapWriter {
 public:
  MapWriter(std::ostream& out, const DocumentReport& report, const Style& style)
      : out_(out), report_(report), style_(style) {}

  void write() {
    heading("The map: what this report tells");
    if (std::ranges::none_of(report_.events, is_told)) paragraph(say(Wording::no_abuse));
    for (std::uint32_t p = 0; p < report_.cast.people.size(); ++p)
      write_acts(p, capitalised(in_words(report_.cast.people[p])) + " is told to have done this");
    write_acts(kNone, "Told without who did it");
    write_evidence(Component::impact_on_child, "What it meant for the children");
    write_evidence(Component::intersections, "What bears on it");
    write_evidence(Component::protective_efforts, "What the other parent does");
    if (has_efforts())
      paragraph(
          "Before this is shared, ask who will read it: efforts that are not known to the person using "
          "violence are safer left out.");
    out_ << '\n';
  }

 private:
  static bool is_told(const Event& event) { return !event.negated; }

  std::string_view words(ProseSpan span) const { return slice<ProseText>(report_.document.prose, span); }
  void heading(std::string_view text) { out_ << inked(style_, Ink::bold, text) << "\n\n"; }
  void paragraph(std::string_view text) { lines(text, "  ", "  "); }
  void item(std::string_view text) { lines(text, "    ", "      "); }
  void lines(std::string_view text, std::string_view first, std::string_view indent) {
    for (const std::string& line : wrap(text, style_.width, first, indent)) out_ << line << '\n';
  }

  void write_acts(std::uint32_t agent, const std::string& title) {
    std::map<Tactic, std::vector<const Event*>> by_tactic;
    for (const Event& event : report_.events)
      if (is_told(event) && event.agent == agent) by_tactic[event.tactic].push_back(&event);
    if (by_tactic.empty()) return;
    paragraph(title);
    for (const auto& [tactic, events] : by_tactic) {
      item(capitalised(std::string(words_for(tactic))));
      for (const Event* event : events) lines(described(*event), "      ", "        ");
    }
    out_ << '\n';
  }

  // “took her bank card” to Ms Hart, every Friday; Ms Hart says so (alleged)
  std::string described(const Event& event) const {
    std::string text = "“" + without_places(report_, event.span) + "”";
    std::vector<std::string> targets;
    for (const std::uint32_t person : event.target) targets.push_back(in_words(report_.cast.people[person]));
    if (!targets.empty()) text += " (to " + listed(targets) + ")";
    for (const ProseSpan time : {event.when, event.frequency})
      if (!time.empty() && !(event.span.begin <= time.begin && time.end <= event.span.end))
        text += ", " + std::string(words(time));
    if (event.told_by != kNone) text += "; told by " + in_words(report_.cast.people[event.told_by]);
    if (event.outcome != Outcome::none)
      text += "; " + std::string(words_for(event.outcome));
    else if (event.standing != Standing::unstated)
      text += "; " + std::string(name_of(event.standing));
    return text;
  }

  const ComponentCoverage* coverage_of(Component component) const {
    const auto found = std::ranges::find(report_.coverage, component, &ComponentCoverage::component);
    return found == report_.coverage.end() ? nullptr : &*found;
  }
  bool has_efforts() const {
    const ComponentCoverage* efforts = coverage_of(Component::protective_efforts);
    return efforts != nullptr && !efforts->evidence.empty();
  }
  void write_evidence(Component component, std::string_view title) {
    const ComponentCoverage* coverage = coverage_of(component);
    if (coverage == nullptr || coverage->evidence.empty()) return;
    paragraph(title);
    for (const Evidence& evidence : coverage->evidence)
      item("“" + without_places(report_, evidence.span) + "”: " + evidence.indicator);
    out_ << '\n';
  }

  std::ostream& out_;
  const DocumentReport& report_;
  const Style& style_;
};

}  // namespace

void print_map(std::ostream& out, const DocumentReport& report, const Style& style) {
  if (!report.other_language) MapWriter(out, report, style).write();
}

void print_continuum(std::ostream& out, const DocumentReport& report, const Style& style) {
  if (report.other_language) return;
  const Continuum continuum = continuum_of(report.coverage, report.findings);
  out << inked(style, Ink::bold, "The writing of this report, on the domestic-abuse-informed continuum")
      << "\n\n";
  const auto say = [&](std::string_view text, std::string_view first) {
    for (const std::string& line : wrap(text, style.width, first, "    ")) out << line << '\n';
  };
  say(name_of(continuum.stage), "  ");
  for (const std::string& reason : continuum.reasons) say(reason, "    ");
  say("This is about how the report is written, not about anyone in it.", "    ");
  out << '\n';
}

}  // namespace onus
