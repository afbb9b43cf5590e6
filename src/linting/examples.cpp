#include "linting/examples.h"

#include "checks/harm_passives.h"
#include "checks/likeness.h"
#include "components/sightings.h"
#include "linting/read_paragraph.h"
#include "rules/run_rules.h"

namespace onus {
namespace {

std::string without_brackets(const std::string& example) {
  std::string text;
  for (const char c : example)
    if (c != '[' && c != ']') text += c;
  return text;
}

// What was found comes in the order of the text.
std::string with_brackets(std::string text, const auto& found) {
  for (std::size_t i = found.size(); i-- > 0;) {
    text.insert(found[i].span.end, "]");
    text.insert(found[i].span.begin, "[");
  }
  return text;
}

std::vector<Finding> alike_in(const Narrative& narrative, const Knowledge& knowledge) {
  const Matcher matcher(narrative, knowledge.rules.vocabulary);
  const LikenessFeatures features(narrative);
  return findings_alike(matcher, knowledge.rules,
                        SecondReading(features, knowledge.likeness, sentence_keys(matcher), {}), {});
}

std::string found_in(const std::string& sentence, const Rule& rule, const Knowledge& knowledge) {
  const ReadParagraph read = read_paragraph(sentence, people_of_examples(rule), knowledge);
  const DocumentKind kind = rule.kinds.empty() ? DocumentKind::assessment : rule.kinds.front();
  Narrative narrative = read.narrative(kind);
  if (!rule.sections.empty()) narrative.sections.assign(1, rule.sections.front());
  std::vector<Finding> findings = run_rule(narrative, knowledge.rules, rule);
  if (rule.grammar)
    for (Finding& finding : harm_passives(Matcher(narrative, knowledge.rules.vocabulary), knowledge.rules,
                                          {knowledge.acts, knowledge.harm}))
      if (finding.rule == rule.id) findings.push_back(std::move(finding));
  if (rule.likeness)
    for (Finding& finding : alike_in(narrative, knowledge))
      if (finding.rule == rule.id) findings.push_back(std::move(finding));
  drop_overlaps(findings, knowledge.rules);
  return with_brackets(sentence, findings);
}

std::string found_in(const std::string& sentence, const Indicator& indicator, const Knowledge& knowledge) {
  const ReadParagraph read = read_paragraph(sentence, people_of_examples({}), knowledge);
  const Narrative narrative = read.narrative(DocumentKind::assessment);
  return with_brackets(sentence, see_alone(Matcher(narrative, knowledge.components.vocabulary),
                                           Parts(narrative.cast, narrative.events), indicator));
}

bool lies_in(const std::string& file, const std::filesystem::path& path) {
  if (path.empty()) return true;
  const auto relative =
      std::filesystem::weakly_canonical(file).lexically_relative(std::filesystem::weakly_canonical(path));
  return !relative.empty() && *relative.begin() != "..";
}

// `entry` is a rule or an indicator.
void check_entry(const auto& entry, const std::string& name, const Knowledge& knowledge,
                 std::vector<BrokenExample>& broken) {
  std::vector<std::string> examples = entry.flag;
  examples.insert(examples.end(), entry.pass.begin(), entry.pass.end());
  for (const std::string& example : examples)
    if (std::string found = found_in(without_brackets(example), entry, knowledge); found != example)
      broken.push_back({name, entry.file, entry.line, example, std::move(found)});
}

}  // namespace

Declarations people_of_examples(const Rule& rule) {
  if (rule.example_people.empty()) return {{"Mr Baird"}, {"Ms Hart"}, {"Ewan", "Isla"}, {}};
  Declarations people;
  for (const auto& [name, role] : rule.example_people) {
    if (role == "perpetrator") people.perpetrators.push_back(name);
    if (role == "non-offending-parent" || role == "survivor") people.survivors.push_back(name);
    if (role == "child") people.children.push_back(name);
    if (role == "professional") people.professionals.push_back(name);
  }
  return people;
}

std::vector<BrokenExample> check_examples(const Knowledge& knowledge, const std::filesystem::path& path) {
  std::vector<BrokenExample> broken;
  for (const Rule& rule : knowledge.rules.rules)
    if (!rule.off && lies_in(rule.file, path)) check_entry(rule, rule.id, knowledge, broken);
  for (const Indicator& indicator : knowledge.components.indicators)
    if (lies_in(indicator.file, path)) check_entry(indicator, indicator.name, knowledge, broken);
  return broken;
}

}  // namespace onus
