#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

#include "checks/likeness.h"
#include "components/coverage.h"
#include "language/analysis.h"
#include "people/cast.h"
#include "people/events.h"
#include "people/kept_acts.h"
#include "reading/document.h"
#include "rewriting/checked_rewrites.h"
#include "rules/finding.h"
#include "rules/narrative.h"
#include "rules/pattern_index.h"
#include "text/problem.h"

namespace onus {

// A finding that the document itself sets aside, and the reason it gives: see set_aside.h.
struct SetAside {
  Finding finding;
  std::string reason;
};

// All that one run has to say of one document. Printers turn it into text; they add nothing.
struct DocumentReport {
  Document document;
  Analysis analysis;
  DocumentKind kind = DocumentKind::other;
  bool kind_declared = false;
  std::uint32_t words = 0;
  Cast cast;
  std::vector<Event> events;
  std::vector<Finding> findings;  // in the order of the text
  std::vector<SetAside> set_aside;
  std::vector<Strength> strengths;
  bool describes_abuse = false;             // some act of abuse is told
  std::vector<ComponentCoverage> coverage;  // in the order of the components
  std::vector<std::string> questions;       // where no act is told: at most one, whether something is hidden
  std::vector<CriterionRating> criteria;
  std::vector<Partnering> partnering;  // where an act is told
  Balance balance;
  std::vector<Problem> problems;
  bool other_language = false;  // not in English: nothing was looked for, and a problem says so
  std::chrono::steady_clock::duration analysis_time{};  // of sentences, tags and trees; the rest is rules
  KeptMatches matches;                    // of the rules and the components, for the next state of the text
  KeptLikeness likeness;                  // likewise
  KeptActs acts;                          // likewise
  CheckedRewrites rewrites;               // likewise
  std::vector<std::string> sentence_ids;  // of a treebank's sentences, as it calls them; else empty
};

struct Report {
  std::vector<DocumentReport> documents;  // in the order of the arguments
  std::vector<Problem> problems;          // inputs that could not be read
};

}  // namespace onus
