#include "analysis_score.h"

namespace onus::evaluation {

AnalysisScore score_analysis(const English& english, const Treebank& gold) {
  const auto& wanted = gold.analysis.tokens;
  const double share = 100.0 / static_cast<double>(wanted.size());
  AnalysisScore score;
  Analysis mine = gold.analysis;
  english.annotate(mine, gold.prose);
  for (std::uint32_t i = 0; i < wanted.size(); ++i) {
    score.quick_upos += share * (mine.tokens[i].upos == wanted[i].upos);
    score.quick_xpos += share * (mine.tokens[i].xpos == wanted[i].xpos);
  }
  english.parse_all(mine, gold.prose);
  for (std::uint32_t i = 0; i < wanted.size(); ++i) {
    const Token& token = mine.tokens[i];
    const bool head = token.head == wanted[i].head;
    score.upos += share * (token.upos == wanted[i].upos);
    score.xpos += share * (token.xpos == wanted[i].xpos);
    score.lemma += share * (mine.lemma(i) == gold.analysis.lemma(i));
    score.uas += share * head;
    score.las += share * (head && token.deprel == wanted[i].deprel);
  }
  return score;
}

}  // namespace onus::evaluation
