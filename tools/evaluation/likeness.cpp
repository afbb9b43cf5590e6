#include "likeness.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>

#include "annotated.h"
#include "checks/likeness.h"
#include "checks/likeness_features.h"
#include "components/component_words.h"
#include "linting/examples.h"
#include "linting/read_paragraph.h"
#include "sentences.h"
#include "text/failure.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

using Classes = std::array<bool, kLikenessClasses>;

void print_list(const Classes& classes) {
  for (std::size_t c = 0; c < classes.size(); ++c)
    if (classes[c]) std::cout << c << ' ';
  std::cout << '\t';
}

// What readers said of one sentence.
struct Marks {
  Classes marked{}, unknown{};

  void add(Category category, bool contested) {
    (contested ? unknown : marked)[static_cast<std::size_t>(category)] = true;
  }
  // What only mentions a component is neither evidence nor none.
  void add(std::string_view component, bool only_mentions = false) {
    if (const auto which = component_from(component))
      (only_mentions ? unknown : marked)[class_of(*which)] = true;
  }
  void forget_categories() { std::fill_n(unknown.begin(), kCategories, true); }
  void forget_components() { std::fill(unknown.begin() + kCategories, unknown.end(), true); }
};

Marks marks_of(const LabelledItem& item, ProseSpan sentence) {
  Marks marks;
  for (const Label& label : item.labels)
    if (label.span.overlaps(sentence)) marks.add(label.category, label.contested);
  for (const std::string& component : item.components) marks.add(component);
  for (const ActLabel& act : item.acts)
    if (act.span.overlaps(sentence)) marks.add("perpetrator-pattern");
  item.of_components ? marks.forget_categories() : marks.forget_components();
  return marks;
}

template <class MarksOf>
void print_sentences(const Narrative& narrative, const std::string& place, MarksOf marks_of) {
  const LikenessFeatures features(narrative);
  for (std::uint32_t s = 0; s < narrative.analysis.sentences.size(); ++s) {
    const Marks marks = marks_of(narrative.analysis.sentences[s].span);
    std::cout << place << '\t';
    print_list(marks.marked);
    print_list(marks.unknown);
    for (const LikenessFeature& feature : features.of(s)) std::cout << std::hex << feature.hash << ' ';
    std::cout << std::dec << '\n';
  }
}

void print_items(const fs::path& path, const Knowledge& knowledge) {
  for (const LabelledGroup& group : read_labelled(path))
    for (const LabelledItem& item : group.items) {
      const ReadParagraph read = read_paragraph(item.text, group.people, knowledge);
      print_sentences(read.narrative(group.kind), group.file + ":" + std::to_string(item.line),
                      [&](ProseSpan sentence) { return marks_of(item, sentence); });
    }
}

// Sentences of a treebank (CoNLL-U), of which nobody marked anything; each as of another kind of document, so
// that no kind is taken for a sign of it.
void print_neutral(const fs::path& path, const Knowledge& knowledge) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure(path.string() + " can't be opened");
  constexpr std::string_view kText = "# text = ";
  int kind = 0;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with(kText)) continue;
    const ReadParagraph read = read_paragraph(line.substr(kText.size()), {}, knowledge);
    print_sentences(read.narrative(static_cast<DocumentKind>(kind)), path.filename().string(),
                    [](ProseSpan) { return Marks(); });
    kind = (kind + 1) % (static_cast<int>(DocumentKind::other) + 1);
  }
}

void print_reports(const fs::path& folder, const Knowledge& knowledge) {
  for (const AnnotatedReport& gold : read_annotated_folder(folder)) {
    const DocumentReport report = lint_as_its_kind(gold, knowledge);
    const Clauses clauses = find_clauses(report.analysis);
    print_sentences(
        narrate(report.document, report.analysis, clauses, report.cast, report.events, report.kind),
        gold.name, [&](ProseSpan sentence) {
          Marks marks;
          for (const MarkedFinding& finding : gold.findings)
            if (const auto category = category_from(finding.category);
                category && finding.span.overlaps(sentence))
              marks.add(*category, finding.contested);
          for (const auto& [component, pieces] : gold.evidence)
            if (std::ranges::any_of(pieces, [&](ProseSpan piece) { return piece.overlaps(sentence); }))
              marks.add(component, gold.levels.at(component) != "specific");
          return marks;
        });
  }
}

// An example says something of the category of its rule and nothing of the others.
void print_example(const Rule& rule, const std::string& example, const Knowledge& knowledge) {
  std::vector<ProseSpan> marked;
  std::string text;
  for (const char c : example) {
    const auto at = static_cast<std::uint32_t>(text.size());
    if (c == '[')
      marked.push_back({at, at});
    else if (c == ']' && !marked.empty())
      marked.back().end = at;
    else
      text += c;
  }
  const ReadParagraph read = read_paragraph(text, people_of_examples(rule), knowledge);
  const DocumentKind kind = rule.kinds.empty() ? DocumentKind::assessment : rule.kinds.front();
  Narrative narrative = read.narrative(kind);
  if (!rule.sections.empty()) narrative.sections.assign(1, rule.sections.front());
  print_sentences(narrative, rule.id, [&](ProseSpan sentence) {
    Marks marks;
    marks.unknown.fill(true);
    const auto own = static_cast<std::size_t>(*rule.category);
    marks.unknown[own] = false;
    marks.marked[own] =
        std::ranges::any_of(marked, [&](ProseSpan words) { return words.overlaps(sentence); });
    return marks;
  });
}

// Not those of the rules that speak by likeness: they are what it is tried on.
void print_examples(const Knowledge& knowledge) {
  for (const Rule& rule : knowledge.rules.rules) {
    if (rule.off || !rule.category || rule.likeness) continue;
    for (const std::string& example : rule.flag) print_example(rule, example, knowledge);
    for (const std::string& example : rule.pass) print_example(rule, example, knowledge);
  }
}

}  // namespace

int print_likeness_features(const std::vector<std::string>& arguments) {
  const std::vector<fs::path> folders{arguments.at(1)};  // after --lexicons
  const Knowledge knowledge = load_knowledge(folders);
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    if (arguments[i] == "--rules")
      print_examples(knowledge);
    else if (fs::path(arguments[i]).extension() == ".conllu")
      print_neutral(arguments[i], knowledge);
    else if (holds_reports(arguments[i]))
      print_reports(arguments[i], knowledge);
    else
      print_items(arguments[i], knowledge);
  }
  return 0;
}

}  // namespace onus
