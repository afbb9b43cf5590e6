#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "annotate_copy.h"
#include "commands.h"
#include "language/conllu.h"
#include "linting/baseline.h"
#include "linting/examples.h"
#include "reading/read.h"
#include "reporting/print_csv.h"
#include "reporting/print_github.h"
#include "reporting/print_html.h"
#include "reporting/print_json.h"
#include "reporting/print_junit.h"
#include "reporting/print_map.h"
#include "reporting/print_sarif.h"
#include "reporting/print_text.h"
#include "reporting/write_file.h"
#include "rules/rule_page.h"

namespace onus {
namespace {

std::string standard_input() {
  return {std::istreambuf_iterator<char>(std::cin), std::istreambuf_iterator<char>()};
}

Reading read_input(const std::string& input) {
  return input == "-" ? read_bytes(standard_input(), "-") : read_file(input);
}

DocumentReport lint_treebank(Document file, const Options& options, const Knowledge& knowledge) {
  Treebank treebank = read_conllu(file.text.empty() ? file.prose : file.text);
  Document document;
  document.source = file.source;
  document.prose = std::move(treebank.prose);
  document.blocks = std::move(treebank.blocks);
  // Its tokens and sentences are kept; tags, lemmas and heads are found anew.
  knowledge.english.annotate(treebank.analysis, document.prose);
  DocumentReport report =
      lint_analysed(std::move(document), std::move(treebank.analysis), options.settings, knowledge);
  report.sentence_ids = std::move(treebank.sentence_ids);
  for (const std::string& problem : treebank.problems) report.problems.push_back({file.source, problem});
  return report;
}

Report lint_inputs(const Options& options, const Knowledge& knowledge) {
  Report report;
  for (const std::string& input : options.inputs) {
    Reading reading = read_input(input);
    if (auto* problem = std::get_if<Problem>(&reading)) {
      report.problems.push_back(std::move(*problem));
      continue;
    }
    Document document = std::get<Document>(std::move(reading));
    report.documents.push_back(options.pretokenised ? lint_treebank(std::move(document), options, knowledge)
                                                    : lint(std::move(document), options.settings, knowledge));
  }
  return report;
}

// Of --compare. A draft that can't be read ends the run, as there is nothing to compare.
std::optional<DocumentReport> lint_old_draft(const Options& options, const Knowledge& knowledge) {
  if (options.compare.empty()) return std::nullopt;
  Reading reading = read_input(options.compare);
  if (const auto* problem = std::get_if<Problem>(&reading))
    throw Failure(problem->source + ": " + problem->message, ExitCode::unreadable);
  return lint(std::get<Document>(std::move(reading)), options.settings, knowledge);
}

// Colour and the width of the window on a terminal only, and no colour where NO_COLOR is set (no-color.org).
Style style_for(const Options& options) {
  Style style;
  if (!options.output_file.empty() || isatty(STDOUT_FILENO) == 0) return style;
  const char* no_colour = std::getenv("NO_COLOR");
  style.colour = no_colour == nullptr || *no_colour == '\0';
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40)
    style.width = std::min<int>(size.ws_col, 120);
  return style;
}

void print(std::ostream& out, const Report& report, const DocumentReport* old_draft, const Options& options) {
  switch (options.output) {
    case Output::json:
      print_json(out, report, {options.include_text});
      break;
    case Output::text:
      for (const DocumentReport& document : report.documents) {
        print_text(out, document, style_for(options));
        if (options.map) print_map(out << '\n', document, style_for(options));
        if (options.continuum) print_continuum(out << '\n', document, style_for(options));
      }
      break;
    case Output::sarif:
      print_sarif(out, report, {options.include_text});
      break;
    case Output::junit:
      print_junit(out, report, options.fail_on);
      break;
    case Output::github:
      print_github(out, report);
      break;
    case Output::csv:
      print_csv(out, report);
      break;
    case Output::html:
      print_html(out, report, old_draft);
      break;
    case Output::conllu:
      for (const DocumentReport& document : report.documents)
        print_conllu(out, document.analysis, document.document.prose, document.sentence_ids);
      break;
  }
}

bool meets(const DocumentReport& report, const Options& options) {
  for (const ComponentCoverage& coverage : report.coverage) {
    const auto wanted = options.required.find(coverage.component);
    if (wanted != options.required.end() && coverage.level < wanted->second) return false;
  }
  return true;
}

ExitCode exit_code(const Report& report, const Options& options) {
  const auto foreign = [](const DocumentReport& document) { return document.other_language; };
  if (!report.problems.empty() || std::any_of(report.documents.begin(), report.documents.end(), foreign))
    return ExitCode::unreadable;
  for (const DocumentReport& document : report.documents) {
    if (!meets(document, options)) return ExitCode::findings;
    for (const Finding& finding : document.findings)
      if (options.fail_on && finding.severity >= *options.fail_on) return ExitCode::findings;
  }
  return ExitCode::clean;
}

void leave_out_known(Report& report, const Options& options) {
  const Baseline baseline = load_baseline(options.baseline);
  std::size_t known = 0;
  for (DocumentReport& document : report.documents) known += drop_known(document, baseline);
  if (known > 0 && !options.quiet)
    std::cerr << "onus: " << known << (known == 1 ? " finding is" : " findings are") << " known from "
              << options.baseline << " and left out\n";
}

ExitCode lint_lines(const Options& options, const Knowledge& knowledge) {
  ExitCode code = ExitCode::clean;
  for (const std::string& input : options.inputs) {
    std::ifstream file;
    if (input != "-") file.open(input);
    if (!(input == "-" ? std::cin : file)) throw Failure(input + " can't be opened");
    code = std::max(code, run_lint_lines(input == "-" ? std::cin : file, std::cout, options, knowledge));
  }
  return code;
}

}  // namespace

ExitCode run_lint(const Options& options) {
  if (options.fix || options.diff) return run_fix(options);
  const Knowledge knowledge = load_knowledge(options.lexicons);
  if (options.lines) return lint_lines(options, knowledge);
  Report report = lint_inputs(options, knowledge);
  if (!options.new_baseline.empty())
    write_file(options.new_baseline, [&](std::ostream& out) { write_baseline(out, report); });
  if (!options.baseline.empty()) leave_out_known(report, options);
  const std::optional<DocumentReport> old_draft = lint_old_draft(options, knowledge);
  const DocumentReport* draft = old_draft ? &*old_draft : nullptr;
  if (!options.annotate.empty()) write_annotated_copy(options, report);
  if (options.output_file.empty()) {
    print(std::cout, report, draft, options);
    std::cout.flush();
    if (!std::cout) throw Failure("standard output can't be written");
  } else {
    write_file(options.output_file, [&](std::ostream& out) { print(out, report, draft, options); });
  }
  for (const DocumentReport& document : report.documents)
    if (document.other_language)
      std::cerr << "onus: " << document.document.source << ": " << document.problems.front().message << '\n';
  for (const Problem& problem : report.problems)
    std::cerr << "onus: " << problem.source << ": " << problem.message << '\n';
  return exit_code(report, options);
}

ExitCode run_rules(const Options& options) {
  const Knowledge knowledge = load_knowledge(options.lexicons);
  const std::string& what = options.inputs.front();
  const std::string argument = options.inputs.size() > 1 ? options.inputs[1] : "";
  if (what == "list") {
    list_rules(std::cout, knowledge.rules);
    return ExitCode::clean;
  }
  if (what == "explain") {
    const Rule* rule = knowledge.rules.find(argument);
    if (rule == nullptr) throw Failure("there is no rule “" + argument + "”; onus rules list shows them");
    explain_rule(std::cout, *rule);
    return ExitCode::clean;
  }
  if (what != "test") throw Failure("onus rules " + what + ": expected list, explain ID or test PATH");
  const std::vector<BrokenExample> broken = check_examples(knowledge, argument);
  for (const BrokenExample& example : broken)
    std::cout << example.file << ":" << example.line << ": " << example.rule << "\n  expected  "
              << example.expected << "\n  found     " << example.found << '\n';
  if (!options.quiet && broken.empty()) std::cout << "All examples come out as they say.\n";
  return broken.empty() ? ExitCode::clean : ExitCode::findings;
}

}  // namespace onus
