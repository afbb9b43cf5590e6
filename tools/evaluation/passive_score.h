#pragma once

#include "counts.h"
#include "language/conllu.h"
#include "linting/lint.h"

namespace onus::evaluation {

struct PassiveScore {
  // A sentence is passive where a token is aux:pass, nsubj:pass or csubj:pass; found where `--all-passives`
  // has a finding in it.
  Counts sentences;
  // Among the treebank's passive clauses with such a dependent: has it an obl:agent; found where
  // `--all-passives` says so of that clause.
  Counts agents;
};

// On the treebank's own words and sentences, tags and heads predicted.
PassiveScore score_passives(const Knowledge&, const Treebank& gold);

}  // namespace onus::evaluation
