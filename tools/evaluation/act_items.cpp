#include "act_items.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <optional>

#include "annotated.h"
#include "linting/read_paragraph.h"
#include "people/act_features.h"
#include "people/act_likeness.h"
#include "sentences.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

class Printer {
 public:
  Printer(const PeopledText& text, const Knowledge& knowledge, std::vector<ActLabel> acts, std::string place)
      : text_(text),
        matcher_(text.document, text.analysis, text.clauses, text.cast, knowledge.acts),
        features_(text_, matcher_),
        acts_(std::move(acts)),
        place_(std::move(place)) {}

  void run() {
    for (const Clause& clause : text_.clauses.all) print(clause);
  }

 private:
  const ActLabel* act_at(std::uint32_t token) const {
    const auto found = std::ranges::find_if(
        acts_, [&](const ActLabel& act) { return act.span.overlaps(text_.token(token).span); });
    return found == acts_.end() ? nullptr : &*found;
  }

  // Once with the roles and once without, as the program reads it. Only the uppermost verb of a mark's words
  // tells of the act; what stands below it is neither one nor none.
  void print(const Clause& clause) {
    const ActLabel* const act = act_at(clause.predicate);
    const bool below = act != nullptr && clause.governor != kNone &&
                       act_at(text_.clauses.all[clause.governor].predicate) == act;
    if (below) return;
    for (const bool roles : {false, true}) print_line(clause, act, roles);
  }

  void print_line(const Clause& clause, const ActLabel* act, bool roles) {
    std::cout << place_ << '\t';
    if (act != nullptr) std::cout << static_cast<int>(act->tactic) << ' ' << kTactics;
    std::cout << "\t\t";
    for (const std::uint64_t feature : features_.of(clause, roles)) std::cout << std::hex << feature << ' ';
    std::cout << std::dec << '\n';
  }

  const PeopledText text_;
  ActMatcher matcher_;
  ActFeatures features_;
  std::vector<ActLabel> acts_;
  std::string place_;
};

void print_items(const fs::path& path, const Knowledge& knowledge) {
  for (const LabelledGroup& group : read_labelled(path))
    for (const LabelledItem& item : group.items) {
      const ReadParagraph read = read_paragraph(item.text, group.people, knowledge);
      Printer({read.document, read.analysis, read.clauses, read.cast}, knowledge, item.acts,
              group.file + ":" + std::to_string(item.line))
          .run();
    }
}

void print_reports(const fs::path& folder, const Knowledge& knowledge) {
  for (const AnnotatedReport& gold : read_annotated_folder(folder)) {
    const DocumentReport report = lint_as_its_kind(gold, knowledge);
    const Clauses clauses = find_clauses(report.analysis);
    std::vector<ActLabel> acts;
    for (const MarkedEvent& event : gold.events)
      if (const auto tactic = tactic_from(event.tactic); tactic && event.span.size() > 0)
        acts.push_back({event.span, *tactic});
    Printer({report.document, report.analysis, clauses, report.cast}, knowledge, acts, gold.name).run();
  }
}

// How many of the marked acts the program finds, and what else it takes for one.
struct ActScore {
  int marked = 0, found = 0, tactic = 0, made = 0, right = 0, items = 0, plain = 0, plain_with = 0;
  struct {
    int marked = 0, found = 0, told = 0;
  } components[kComponents];
};

// Whether an item is evidence of a component, by itself.
void score_components(const LabelledItem& item, const LabelledGroup& group, const Knowledge& knowledge,
                      bool verbose, ActScore& score) {
  Settings settings;
  settings.people = group.people;
  settings.kind = group.kind;
  const DocumentReport report = lint(one_paragraph(item.text), settings, knowledge);
  for (const ComponentCoverage& coverage : report.coverage) {
    auto& one = score.components[static_cast<std::size_t>(coverage.component)];
    const bool marked =
        std::ranges::find(item.components, name_of(coverage.component)) != item.components.end();
    const bool told = !coverage.evidence.empty();
    one.marked += marked;
    one.told += told;
    one.found += marked && told;
    if (verbose && marked != told && coverage.component != Component::perpetrator_pattern)
      std::cout << (marked ? "  no " : "  wrongly ") << name_of(coverage.component) << ": " << item.text
                << "\n";
  }
}

void score_item(const LabelledItem& item, const std::vector<Event>& events, bool verbose, ActScore& score) {
  const auto clash = [&](ProseSpan span) {
    return std::ranges::find_if(item.acts, [&](const ActLabel& act) { return act.span.overlaps(span); });
  };
  int told = 0;
  for (const Event& event : events) {
    if (event.negated) continue;
    ++told;
    ++score.made;
    const bool right = clash(event.span) != item.acts.end();
    score.right += right;
    if (!right && verbose)
      std::cout << "  not marked: " << name_of(event.tactic) << " <"
                << item.text.substr(event.span.begin, event.span.size()) << "> in " << item.text << "\n";
  }
  for (const ActLabel& act : item.acts) {
    ++score.marked;
    const auto event =
        std::ranges::find_if(events, [&](const Event& e) { return !e.negated && e.span.overlaps(act.span); });
    score.found += event != events.end();
    score.tactic += event != events.end() && event->tactic == act.tactic;
    if (event == events.end() && verbose)
      std::cout << "  missed: " << name_of(act.tactic) << " <"
                << item.text.substr(act.span.begin, act.span.size()) << "> in " << item.text << "\n";
  }
  ++score.items;
  score.plain += item.acts.empty();
  score.plain_with += item.acts.empty() && told > 0;
}

}  // namespace

int print_act_features(const std::vector<std::string>& arguments) {
  const std::vector<fs::path> folders{arguments.at(1)};  // after --lexicons
  const Knowledge knowledge = load_knowledge(folders);
  for (std::size_t i = 2; i < arguments.size(); ++i)
    holds_reports(arguments[i]) ? print_reports(arguments[i], knowledge)
                                : print_items(arguments[i], knowledge);
  return 0;
}

int measure_acts(const std::vector<std::string>& arguments) {
  const std::vector<fs::path> folders{arguments.at(1)};  // after --lexicons
  const Knowledge knowledge = load_knowledge(folders);
  const bool verbose = std::ranges::find(arguments, "--misses") != arguments.end();
  ActScore score;
  for (std::size_t i = 2; i < arguments.size(); ++i)
    if (arguments[i] != "--misses")
      for (const LabelledGroup& group : read_labelled(arguments[i]))
        for (const LabelledItem& item : group.items) {
          score_item(item, read_paragraph(item.text, group.people, knowledge).events, verbose, score);
          score_components(item, group, knowledge, verbose, score);
        }
  const auto share = [](int part, int of) { return of == 0 ? 0.0 : 100.0 * part / of; };
  std::cout << score.items << " items\n  marked acts found " << score.found << "/" << score.marked << " ("
            << share(score.found, score.marked) << " %), with the tactic " << score.tactic << "\n  acts told "
            << score.made << ", marked " << score.right << " (" << share(score.right, score.made)
            << " %)\n  items without an act " << score.plain << ", in which one is told " << score.plain_with
            << "\n";
  for (std::size_t c = 1; c < kComponents; ++c)
    std::cout << "  " << name_of(static_cast<Component>(c)) << ": marked " << score.components[c].marked
              << ", told " << score.components[c].told << ", both " << score.components[c].found << "\n";
  return 0;
}

}  // namespace onus
