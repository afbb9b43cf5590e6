#include "passive_score.h"

#include <algorithm>
#include <vector>

namespace onus::evaluation {
namespace {

bool marks_passive(Deprel relation) {
  return relation == Deprel::aux_pass || relation == Deprel::nsubj_pass || relation == Deprel::csubj_pass;
}

DocumentReport passives_of(const Knowledge& knowledge, const Treebank& gold) {
  Document document;
  document.prose = gold.prose;
  document.blocks = gold.blocks;
  Analysis analysis = gold.analysis;
  knowledge.english.annotate(analysis, document.prose);
  Settings settings;
  settings.all_passives = true;
  return lint_analysed(std::move(document), std::move(analysis), settings, knowledge);
}

}  // namespace

PassiveScore score_passives(const Knowledge& knowledge, const Treebank& gold) {
  const DocumentReport report = passives_of(knowledge, gold);
  const Analysis& wanted = gold.analysis;
  std::vector<bool> found(wanted.sentences.size());
  std::vector<bool> found_agent(wanted.tokens.size());
  for (const Finding& finding : report.findings) {
    found[finding.sentence] = true;
    if (finding.agent.value_or(false)) found_agent[finding.predicate] = true;
  }
  std::vector<bool> passive(wanted.tokens.size());
  std::vector<bool> agent(wanted.tokens.size());
  for (const Token& token : wanted.tokens) {
    if (marks_passive(token.deprel)) passive[token.head] = true;
    if (token.deprel == Deprel::obl_agent) agent[token.head] = true;
  }
  PassiveScore score;
  for (std::size_t s = 0; s < wanted.sentences.size(); ++s) {
    const auto tokens = wanted.in(wanted.sentences[s].tokens);
    score.sentences.add(found[s], std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
                          return marks_passive(token.deprel);
                        }));
  }
  for (std::size_t i = 0; i < passive.size(); ++i)
    if (passive[i]) score.agents.add(found_agent[i], agent[i]);
  return score;
}

}  // namespace onus::evaluation
