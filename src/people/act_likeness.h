#pragma once

#include <cstdint>
#include <vector>

#include "language/feature_net.h"
#include "people/act_features.h"
#include "people/act_matching.h"
#include "people/events.h"
#include "people/peopled_text.h"

namespace onus {

// How like a clause is to those that readers marked as acts of abuse, whoever does them.
struct ActLikeness {
  float any = 0;                     // from 0 to 1
  Tactic tactic = Tactic::physical;  // the likeliest
};

inline constexpr std::size_t kTactics = 14;
inline constexpr std::size_t kActClasses = kTactics + 1;  // of the net: one for each tactic, and any of them

// A second reading of clauses beside the lists of acts, by what has been learnt from marked sentences and
// reports (docs/likeness.md). Reads a clause when it is first asked for. Refers to what it is made from.
class ActReader {
 public:
  ActReader(const PeopledText& text, const ActMatcher& matcher, const FeatureNet& net)
      : text_(text),
        features_(text, matcher),
        net_(net),
        known_(text.clauses.all.size(), {-1, Tactic::physical}) {}

  ActLikeness of(std::uint32_t clause) const;
  // From now on with the roles that the cast has by now.
  void read_with_roles() {
    roles_ = true;
    features_.note_words();
    known_.assign(known_.size(), {-1, Tactic::physical});
  }

 private:
  ActLikeness read(const Clause&) const;

  const PeopledText& text_;
  ActFeatures features_;
  const FeatureNet& net_;
  bool roles_ = false;
  mutable std::vector<ActLikeness> known_;  // any < 0: not yet read
};

}  // namespace onus
