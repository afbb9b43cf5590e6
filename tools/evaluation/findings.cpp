#include "findings.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>

#include "annotated.h"
#include "linting/read_paragraph.h"
#include "sentences.h"
#include "text/failure.h"

namespace onus {
namespace {

struct Options {
  std::filesystem::path lexicons = "lexicons/en";
  std::vector<std::filesystem::path> paths;
  std::array<bool, kCategories> wanted{};
  bool misses = false;
  bool rules = false;
  bool above_note = false;
  bool undeclared = false;
};

void read_categories(const std::string& list, std::array<bool, kCategories>& wanted) {
  wanted.fill(false);
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    const auto category = category_from(list.substr(begin, end - begin));
    if (!category) throw Failure("there is no category “" + list.substr(begin, end - begin) + "”");
    wanted[static_cast<std::size_t>(*category)] = true;
    begin = end + 1;
  }
}

Options options_from(const std::vector<std::string>& arguments) {
  Options options;
  options.wanted.fill(true);
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    const bool has_value = i + 1 < arguments.size();
    if (word == "--lexicons" && has_value)
      options.lexicons = arguments[++i];
    else if (word == "--only" && has_value)
      read_categories(arguments[++i], options.wanted);
    else if (word == "--misses")
      options.misses = true;
    else if (word == "--rules")
      options.rules = true;
    else if (word == "--above-note")
      options.above_note = true;
    else if (word == "--undeclared")
      options.undeclared = true;
    else if (word.starts_with("--"))
      throw Failure("there is no option " + word);
    else
      options.paths.emplace_back(word);
  }
  return options;
}

struct Count {
  int found = 0;       // findings that are scored
  int right = 0;       // of them those that a label agrees with
  int labels = 0;      // labels that are scored
  int recognised = 0;  // of them those that a finding agrees with
  void add(const Count& other) {
    found += other.found;
    right += other.right;
    labels += other.labels;
    recognised += other.recognised;
  }
  double precision() const { return found == 0 ? 0 : double(right) / found; }
  double recall() const { return labels == 0 ? 0 : double(recognised) / labels; }
  double f1() const {
    const double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }
};

struct Tally {
  std::array<Count, kCategories> by_category;
  std::map<std::string, Count> by_rule;
  int items = 0;
  int clean = 0;
  int clean_above_note = 0;
  int clean_any = 0;
};

DocumentReport lint_text(const std::string& text, const Settings& settings, const Knowledge& knowledge) {
  return lint(one_paragraph(text), settings, knowledge);
}

// With so much of the text around it as one sentence or two have.
std::string quote(const std::string& text, ProseSpan span) {
  constexpr std::uint32_t kAround = 400;  // bytes
  const std::uint32_t from = span.begin > kAround ? span.begin - kAround : 0;
  return text.substr(from, span.begin - from) + "[" + text.substr(span.begin, span.size()) + "]" +
         text.substr(span.end, kAround);
}

void score_item(const LabelledItem& item, const std::string& place, std::vector<Finding> findings,
                const Options& options, Tally& tally) {
  std::erase_if(findings, [&](const Finding& f) {
    return !f.category || !options.wanted[static_cast<std::size_t>(*f.category)] ||
           (options.above_note && f.severity == Severity::note);
  });
  const auto agree = [](const Finding& finding, const Label& label) {
    return *finding.category == label.category && finding.span.overlaps(label.span);
  };
  ++tally.items;
  if (item.clean()) {
    ++tally.clean;
    tally.clean_any += !findings.empty();
    tally.clean_above_note += std::any_of(findings.begin(), findings.end(),
                                          [](const Finding& f) { return f.severity > Severity::note; });
  }
  for (const Finding& finding : findings) {
    const auto label = std::find_if(item.labels.begin(), item.labels.end(),
                                    [&](const Label& l) { return !l.contested && agree(finding, l); });
    const bool contested = std::any_of(item.labels.begin(), item.labels.end(),
                                       [&](const Label& l) { return l.contested && agree(finding, l); });
    if (label == item.labels.end() && contested) continue;
    const bool right = label != item.labels.end();
    Count& count = tally.by_category[static_cast<std::size_t>(*finding.category)];
    Count& rule = tally.by_rule[finding.rule];
    ++count.found, ++rule.found;
    count.right += right, rule.right += right;
    if (!right && options.misses)
      std::cout << "FALSE " << name_of(*finding.category) << " (" << finding.rule << ", "
                << name_of(finding.severity) << (item.clean() ? ", clean) " : ") ") << place << ' '
                << quote(item.text, finding.span) << '\n';
  }
  for (const Label& label : item.labels) {
    if (label.contested || !options.wanted[static_cast<std::size_t>(label.category)]) continue;
    Count& count = tally.by_category[static_cast<std::size_t>(label.category)];
    const bool met =
        std::any_of(findings.begin(), findings.end(), [&](const Finding& f) { return agree(f, label); });
    ++count.labels;
    count.recognised += met;
    if (!met && options.misses)
      std::cout << "MISSED " << name_of(label.category) << ' ' << place << ' ' << quote(item.text, label.span)
                << '\n';
  }
}

void print_count(std::string_view name, const Count& count) {
  std::cout << std::left << std::setw(26) << name << std::right << std::fixed << std::setprecision(3)
            << std::setw(8) << count.precision() << std::setw(8) << count.recall() << std::setw(8)
            << count.f1() << std::setw(8) << count.labels << std::setw(8) << count.found << '\n';
}

void print_tally(const Tally& tally, const Options& options) {
  std::cout << std::left << std::setw(26) << "category"
            << "   prec.  recall      F1  labels   found\n";
  Count all;
  for (int c = 0; c < kCategories; ++c) {
    const auto index = static_cast<std::size_t>(c);
    if (!options.wanted[index]) continue;
    print_count(name_of(static_cast<Category>(c)), tally.by_category[index]);
    all.add(tally.by_category[index]);
  }
  print_count("all (micro)", all);
  const auto share = [&](int n) { return tally.clean == 0 ? 0 : 100.0 * n / tally.clean; };
  std::cout << std::setprecision(1) << tally.items << " items, " << tally.clean << " clean; of these "
            << tally.clean_above_note << " (" << share(tally.clean_above_note)
            << " %) with a finding above note, " << tally.clean_any << " (" << share(tally.clean_any)
            << " %) with any\n";
  if (!options.rules) return;
  for (const auto& [rule, count] : tally.by_rule)
    std::cout << std::left << std::setw(40) << rule << std::right << std::setw(5) << count.right << " of "
              << count.found << " right\n";
}

void score_sentences(const std::filesystem::path& path, const Options& options, const Knowledge& knowledge,
                     Tally& tally) {
  for (const LabelledGroup& group : read_labelled(path)) {
    Settings settings;
    settings.kind = group.kind;
    if (!options.undeclared) settings.people = group.people;
    for (const LabelledItem& item : group.items)
      score_item(item, group.file + ":" + std::to_string(item.line),
                 lint_text(item.text, settings, knowledge).findings, options, tally);
  }
}

// Each report as one item, read as it would be from its file; nobody is declared.
void score_reports(const std::filesystem::path& folder, const Options& options, const Knowledge& knowledge,
                   Tally& tally) {
  for (const AnnotatedReport& gold : read_annotated_folder(folder)) {
    LabelledItem item;
    item.text = gold.document.prose;
    for (const MarkedFinding& finding : gold.findings)
      if (const auto category = category_from(finding.category))
        item.labels.push_back({finding.span, *category, finding.contested});
    score_item(item, gold.name, lint_as_its_kind(gold, knowledge).findings, options, tally);
  }
}

}  // namespace

int measure_findings(const std::vector<std::string>& arguments) {
  const Options options = options_from(arguments);
  const std::vector<std::filesystem::path> folders{options.lexicons};
  const Knowledge knowledge = load_knowledge(folders);
  Tally tally;
  for (const auto& path : options.paths)
    holds_reports(path) ? score_reports(path, options, knowledge, tally)
                        : score_sentences(path, options, knowledge, tally);
  print_tally(tally, options);
  return 0;
}

int measure_neutral(const std::vector<std::string>& arguments) {
  const Options options = options_from(arguments);
  const std::vector<std::filesystem::path> folders{options.lexicons};
  const Knowledge knowledge = load_knowledge(folders);
  long words = 0;
  std::map<std::string, std::array<int, 3>> by_rule;
  std::array<int, 3> by_severity{};
  for (const auto& path : options.paths) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw Failure(path.string() + " can't be opened");
    constexpr std::string_view kText = "# text = ";
    for (std::string line; std::getline(in, line);) {
      if (!line.starts_with(kText)) continue;
      const std::string text = line.substr(kText.size());
      const DocumentReport report = lint_text(text, {}, knowledge);
      words += report.words;
      for (const Finding& finding : report.findings) {
        const auto severity = static_cast<std::size_t>(finding.severity);
        ++by_severity[severity];
        ++by_rule[finding.rule][severity];
        if (options.misses && (finding.severity > Severity::note || options.rules))
          std::cout << finding.rule << " (" << name_of(finding.severity) << ") " << quote(text, finding.span)
                    << '\n';
      }
    }
  }
  for (const auto& [rule, counts] : by_rule)
    std::cout << std::left << std::setw(40) << rule << std::right << std::setw(5) << counts[1] + counts[2]
              << " above note" << std::setw(6) << counts[0] << " notes\n";
  const auto rate = [&](int n) { return words == 0 ? 0 : 1000.0 * n / double(words); };
  std::cout << std::fixed << std::setprecision(3) << words << " words; per 1,000 words "
            << rate(by_severity[1] + by_severity[2]) << " above note, " << rate(by_severity[0]) << " notes\n";
  return 0;
}

}  // namespace onus
