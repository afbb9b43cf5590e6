#include "rules/rule_page.h"

#include <iomanip>
#include <ostream>

#include "rules/wording.h"

namespace onus {
namespace {

std::string_view category_of(const Rule& rule) { return rule.category ? name_of(*rule.category) : "none"; }
std::string_view severity_of(const Rule& rule) { return rule.off ? "off" : name_of(rule.severity); }

void write_list(std::ostream& out, std::string_view title, const std::vector<std::string>& lines) {
  if (lines.empty()) return;
  out << title << '\n';
  for (const std::string& line : lines) out << "  " << line << '\n';
  out << '\n';
}

}  // namespace

void list_rules(std::ostream& out, const RuleBook& book) {
  std::size_t width = 0;
  for (const Rule& rule : book.rules) width = std::max(width, rule.id.size());
  for (const Rule& rule : book.rules)
    out << std::left << std::setw(static_cast<int>(width) + 2) << rule.id << std::setw(25)
        << category_of(rule) << severity_of(rule) << '\n';
}

void explain_rule(std::ostream& out, const Rule& rule) {
  out << rule.id << "\n\n";
  out << "Category: " << category_of(rule) << "   Severity: " << severity_of(rule) << "\n\n";
  const Names names{"the parent being abused", "the person using violence", "the child"};
  out << fill_names(rule.message, names, "…") << "\n\n" << fill_names(rule.why, names, "…") << "\n\n";
  if (!rule.reference.empty()) out << "See: " << rule.reference << "\n\n";
  std::vector<std::string> patterns;
  for (const Pattern& pattern : rule.match) patterns.push_back(pattern.text);
  if (rule.grammar)
    patterns.emplace_back("what the grammar of a sentence shows: " + std::string(name_of(*rule.grammar)));
  if (rule.likeness)
    patterns.emplace_back("sentences that are like those which careful readers marked, in other words");
  write_list(out, "It looks for", patterns);
  std::vector<std::string> exceptions;
  for (std::size_t i = 0; i < rule.unless.size(); ++i)
    if (rule.unless[i]) exceptions.emplace_back(name_of(static_cast<Exception>(i)));
  for (const Pattern& pattern : rule.unless_words) exceptions.push_back(pattern.text);
  write_list(out, "It leaves alone", exceptions);
  write_list(out, "Found", rule.flag);
  write_list(out, "Right as it is", rule.pass);
  write_list(out, "Questions it asks", rule.prompts);
  out << "To switch it off, or change it, put this in a YAML file in the folder rules/ of a folder of your "
         "own and name that\n"
         "folder with --lexicons:\n\n  - id: "
      << rule.id << "\n    severity: off\n";
}

}  // namespace onus
