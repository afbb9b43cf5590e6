#pragma once

#include <cstdint>
#include <vector>

#include "language/feature_net.h"
#include "people/act_features.h"
#include "people/act_matching.h"
#include "people/kept_acts.h"
#include "people/peopled_text.h"

namespace onus {

inline constexpr std::size_t kTactics = 14;
inline constexpr std::size_t kActClasses = kTactics + 1;  // of the net: one for each tactic, and any of them

// A second reading of clauses beside the lists of acts, by what has been learnt from marked sentences and
// reports (docs/likeness.md). Reads a clause when it is first asked for, unless `before` has its sentence as
// it stands. Refers to what it is made from.
class ActReader {
 public:
  ActReader(const PeopledText& text, const ActMatcher& matcher, const FeatureNet& net, const KeptActs& before)
      : text_(text), features_(text, matcher), net_(net), before_(before) {
    take_known(act_keys(text));
  }

  ActLikeness of(std::uint32_t clause);
  // From now on with the roles that the cast has by now.
  void read_with_roles();
  // What has been read, in both ways, for the next state of the text.
  KeptActs kept() &&;

 private:
  ActLikeness read(const Clause&);
  void take_known(std::vector<std::uint64_t> keys);
  void keep();
  std::size_t end_of_sentence(std::size_t clause) const;

  const PeopledText& text_;
  ActFeatures features_;
  const FeatureNet& net_;
  const KeptActs& before_;
  bool roles_ = false;
  std::vector<std::uint64_t> keys_;  // of sentences
  std::vector<ActLikeness> known_;   // of clauses
  KeptActs kept_;
};

}  // namespace onus
