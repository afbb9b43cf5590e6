#include "checks/all_passives.h"

namespace onus {
namespace {

bool marked_passive(const Narrative& n, const Clause& clause) {
  if (n.analysis.tokens[clause.predicate].deprel == Deprel::aux_pass) return false;
  for (const std::uint32_t child : n.clauses.dependents(clause.predicate)) {
    const Deprel relation = n.analysis.tokens[child].deprel;
    if (relation == Deprel::aux_pass || relation == Deprel::nsubj_pass || relation == Deprel::csubj_pass)
      return true;
  }
  return false;
}

}  // namespace

std::vector<Finding> all_passives(const Narrative& narrative) {
  std::vector<Finding> findings;
  for (const Clause& clause : narrative.clauses.all) {
    if (!marked_passive(narrative, clause)) continue;
    const std::uint32_t first = std::min(clause.first_auxiliary, clause.predicate);
    Finding finding;
    finding.rule = "passive";
    finding.span = narrative.span_of({first, std::max(clause.predicate, first) + 1});
    finding.sentence = clause.sentence;
    finding.predicate = clause.predicate;
    finding.agent = clause.by_agent != kNone;
    finding.message =
        *finding.agent ? "A passive with its agent in a by-phrase." : "A passive without its agent.";
    findings.push_back(std::move(finding));
  }
  return findings;
}

}  // namespace onus
