#include "linting/lint.h"

#include <algorithm>
#include <future>

#include "checks/all_passives.h"
#include "checks/harm_passives.h"
#include "language/kept_analysis.h"
#include "language/language_guess.h"
#include "linting/set_aside.h"
#include "people/act_likeness.h"
#include "people/place_likeness.h"
#include "rewriting/suggest.h"
#include "rules/run_rules.h"

namespace onus {
namespace {

std::uint32_t count_words(const Analysis& analysis) {
  const auto is_word = [](const Token& token) {
    return token.upos != Upos::PUNCT && token.upos != Upos::SYM &&
           !(token.upos == Upos::PART && token.span.size() < 3);
  };
  return static_cast<std::uint32_t>(std::count_if(analysis.tokens.begin(), analysis.tokens.end(), is_word));
}

// A sentence that the report is given credit for isn't asked about again.
bool is_credited(const DocumentReport& report, const Finding& finding) {
  const ProseSpan sentence = report.analysis.sentences[finding.sentence].span;
  const auto in_sentence = [&](const auto& each) { return sentence.overlaps(each.span); };
  return std::ranges::any_of(report.strengths, in_sentence) ||
         std::ranges::any_of(report.coverage, [&](const ComponentCoverage& component) {
           return component.component == Component::protective_efforts &&
                  std::ranges::any_of(component.evidence, in_sentence);
         });
}

void add_alike(DocumentReport& report, const Matcher& matcher, const SecondReading& again,
               const Knowledge& knowledge) {
  std::vector<Finding> alike = findings_alike(matcher, knowledge.rules, again, report.findings);
  for (Finding& finding : alike)
    if (!is_credited(report, finding)) report.findings.push_back(std::move(finding));
  drop_overlaps(report.findings, knowledge.rules);
}

void find_into(DocumentReport& report, const Matcher& matcher, const SecondReading& again,
               const Knowledge& knowledge, const DocumentReport* before) {
  const Narrative& narrative = matcher.narrative();
  std::vector<Finding>& findings = report.findings;
  const KeptMatches nothing;
  findings =
      run_rules(matcher, report.matches, before == nullptr ? nothing : before->matches, knowledge.rules);
  std::vector<Finding> passives = harm_passives(matcher, knowledge.rules, {knowledge.acts, knowledge.harm});
  findings.insert(findings.end(), std::make_move_iterator(passives.begin()),
                  std::make_move_iterator(passives.end()));
  weigh(findings, again.likeness(), knowledge.rules);
  drop_overlaps(findings, knowledge.rules);
  const CheckedRewrites none;
  report.rewrites = suggest(narrative, knowledge.english, knowledge.inflector, findings,
                            before == nullptr ? none : before->rewrites);
}

// The vocabulary of the components begins as that of the rules, so one matcher and one search do for both.
void judge_into(DocumentReport& report, const Narrative& narrative, const Knowledge& knowledge,
                const DocumentReport* before) {
  const Matcher matcher(narrative, knowledge.components.vocabulary);
  const KeptMatches none;
  report.matches = find_matches_again(matcher, {&knowledge.rules.index, &knowledge.components.index},
                                      before == nullptr ? none : before->matches);
  const LikenessFeatures features(narrative);
  const KeptLikeness unread;
  const SecondReading again(features, knowledge.likeness, report.matches.sentences,
                            before == nullptr ? unread : before->likeness);
  find_into(report, matcher, again, knowledge, before);
  Assessment assessment =
      assess(matcher, report.matches.of_index.back(), report.findings, knowledge.components, again);
  report.describes_abuse = assessment.describes_abuse;
  report.coverage = std::move(assessment.coverage);
  report.questions = std::move(assessment.questions);
  report.criteria = std::move(assessment.criteria);
  report.partnering = std::move(assessment.partnering);
  report.balance = std::move(assessment.balance);
  report.strengths = std::move(assessment.strengths);
  add_alike(report, matcher, again, knowledge);
  report.likeness = again.kept();
}

}  // namespace

Knowledge load_knowledge(std::span<const std::filesystem::path> folders) {
  const std::filesystem::path& built_in = folders.front();
  const std::filesystem::path words = built_in / "words";
  // Beside the rules, which take longest.
  auto people = std::async(std::launch::async, [&words] { return PeopleWords::load(words / "people.yaml"); });
  auto acts = std::async(std::launch::async, [&words] { return ActWords::load(words / "acts.yaml"); });
  auto harm = std::async(std::launch::async, [&words] { return HarmWords::load(words / "harm.yaml"); });
  auto likeness = std::async(std::launch::async, [&built_in] {
    return FeatureNet(built_in / "likeness.model", "likeness", kLikenessClasses);
  });
  FeatureNet likely_acts(built_in / "likeness.model", "acts", kActClasses);
  FeatureNet likely_places(built_in / "likeness.model", "places", kPlaceClasses);
  Inflector inflector(words);
  auto english = std::async(std::launch::async, [&] {
    return English(built_in / "english.model", VerbForms(words / "verbs.tsv", inflector));
  });
  RuleBook rules = load_rules(folders);
  ComponentWords components = load_component_words(folders, rules);
  return {english.get(),  std::move(inflector),   people.get(), std::move(likely_places),
          acts.get(),     std::move(likely_acts), harm.get(),   std::move(rules),
          likeness.get(), std::move(components)};
}

namespace {

DocumentReport in_other_language(Document document, const Settings& settings, std::string_view language) {
  DocumentReport report;
  report.kind_declared = settings.kind.has_value();
  report.kind = settings.kind.value_or(DocumentKind::other);
  report.other_language = true;
  report.problems.push_back(
      {document.source, "this looks like " + std::string(language) + "; the rules are for English"});
  report.document = std::move(document);
  return report;
}

DocumentReport judge(Document document, Analysis analysis, const Settings& settings,
                     const Knowledge& knowledge, const DocumentReport* before) {
  DocumentReport report;
  report.document = std::move(document);
  report.analysis = std::move(analysis);
  const auto begun = std::chrono::steady_clock::now();
  knowledge.english.parse_all(report.analysis, report.document.prose);
  report.analysis_time = std::chrono::steady_clock::now() - begun;
  report.words = count_words(report.analysis);
  report.kind_declared = settings.kind.has_value();
  report.kind = settings.kind.value_or(recognise_kind(report.document));
  const Clauses clauses = find_clauses(report.analysis);
  People people = who_is_who(report.document, report.analysis, clauses, settings.people, knowledge.people,
                             knowledge.likely_places);
  report.cast = std::move(people.cast);
  for (std::string& warning : people.warnings)
    report.problems.push_back({report.document.source, std::move(warning)});
  const KeptActs unread;
  report.events = find_events(report.document, report.analysis, clauses, report.cast, knowledge.acts,
                              knowledge.likely_acts, before == nullptr ? unread : before->acts, report.acts);
  const Narrative narrative =
      narrate(report.document, report.analysis, clauses, report.cast, report.events, report.kind);
  if (settings.all_passives) {
    report.findings = all_passives(narrative);
  } else {
    judge_into(report, narrative, knowledge, before);
    set_aside(report, knowledge.rules);
  }
  return report;
}

}  // namespace

DocumentReport lint(Document document, const Settings& settings, const Knowledge& knowledge,
                    const DocumentReport* before) {
  if (const LanguageGuess guess = guess_language(document.prose); guess.verdict == LanguageVerdict::other)
    return in_other_language(std::move(document), settings, guess.name);
  const auto begun = std::chrono::steady_clock::now();
  Analysis analysis = before == nullptr || before->other_language
                          ? knowledge.english.analyse(document.prose, document.blocks)
                          : analyse_again(knowledge.english, document.prose, document.blocks,
                                          before->analysis, before->document.prose, before->document.blocks);
  const auto analysed = std::chrono::steady_clock::now();
  DocumentReport report = judge(std::move(document), std::move(analysis), settings, knowledge, before);
  report.analysis_time += analysed - begun;
  return report;
}

DocumentReport lint_analysed(Document document, Analysis analysis, const Settings& settings,
                             const Knowledge& knowledge) {
  return judge(std::move(document), std::move(analysis), settings, knowledge, nullptr);
}

}  // namespace onus
