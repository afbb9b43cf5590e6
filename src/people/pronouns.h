#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "people/gathering.h"

namespace onus {

inline bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::csubj;
}

// Whom the pronouns of a text mean, from what was mentioned shortly before: the one who was mentioned last
// and most prominently and whom the pronoun fits, if no one else comes near (after Lappin and Leass 1994, "An
// algorithm for pronominal anaphora resolution", without its tables). Mentions are handed in in the order of
// the text; each looks back over a fixed number of them.
class Discourse {
 public:
  explicit Discourse(const Gathering& gathering);

  // Whom the pronoun `mention` means; empty where that isn't clear. Plural pronouns may mean several.
  std::vector<std::uint32_t> resolve(std::uint32_t mention) const;
  // Remembers that `mention` meant these people.
  void note(std::uint32_t mention, const std::vector<std::uint32_t>& people);
  // The one of `people` who was mentioned last, or kNone.
  std::uint32_t latest_of(const std::vector<std::uint32_t>& people) const;
  // Who says what stands inside quotation marks in the sentence of `mention`, or kNone.
  std::uint32_t speaker(std::uint32_t mention) const;

 private:
  struct Recent {
    std::uint32_t mention = 0;
    std::vector<std::uint32_t> people;
  };
  struct Candidate {
    std::uint32_t person = 0;
    double score = 0;
    int times = 0;
    bool same_sentence = false;
  };

  // Singular pronouns, and what all look up (pronouns.cpp).
  std::vector<std::uint32_t> most_spoken_of(std::uint32_t mention) const;
  std::uint32_t held_by(std::uint32_t mention) const;
  std::vector<std::uint32_t> reflexive(std::uint32_t mention) const;
  std::uint32_t subject_of(std::uint32_t token) const;
  bool takes_hold_of(std::uint32_t pronoun) const;
  bool takes_from_others(std::uint32_t pronoun) const;
  void note_group(const FoundMention&, const std::vector<std::uint32_t>& people);
  const FoundMention* possessed_by(std::uint32_t pronoun) const;
  std::uint32_t meant_at(std::uint32_t token) const;

  // Plural pronouns (plural_pronouns.cpp).
  std::vector<std::uint32_t> resolve_plural(std::uint32_t mention) const;
  std::vector<std::uint32_t> couple() const;
  std::vector<std::uint32_t> children() const;
  bool is_of_couples(std::uint32_t predicate) const;

  // What suggests someone (salience.cpp).
  double weigh(std::uint32_t pronoun, const Recent&) const;
  double nearness(std::uint32_t pronoun, std::uint32_t other) const;
  double topic_weight(std::uint32_t pronoun, const Recent&) const;
  double possession_weight(std::uint32_t pronoun, const Known&) const;
  double plausibility(std::uint32_t mention, bool of_childhood, const Known&, bool same_sentence) const;
  double fame(const Known&) const;
  void weigh_places(std::uint32_t mention, std::vector<Candidate>&) const;
  bool owns_section(std::uint32_t pronoun, const Recent&) const;
  bool teller_fits(const FoundMention& pronoun, const Clause& told) const;
  bool addressee_fits(const Clause& reporter, const FoundMention& pronoun, const FoundMention& to) const;
  bool speaks_of_childhood(std::uint32_t mention) const;
  bool tells_of_others(std::uint32_t person, const Clause& reporter) const;

  // What rules someone out (binding.cpp).
  bool excluded(std::uint32_t pronoun, std::uint32_t person) const;
  std::uint32_t named_by(std::uint32_t mention) const;
  bool is_named_below(std::uint32_t pronoun, std::uint32_t clause, std::uint32_t person) const;
  bool possession_excludes(std::uint32_t pronoun, const Known&) const;
  bool is_seen_acting(const FoundMention& pronoun, std::uint32_t person) const;

  const Gathering& g_;
  std::vector<std::uint32_t> tie_of_noun_;  // for each mention the person whom its noun is tied to, or kNone
  std::vector<std::uint32_t>
      block_subject_;             // for each block the head of the subject that it begins with, or kNone
  std::uint32_t most_named_ = 0;  // times that the one who is named most is named
  std::deque<Recent> recent_;     // latest first
  std::vector<std::pair<std::uint32_t, std::uint32_t>>
      at_;  // (token, mention) of this and the last sentences
};

}  // namespace onus
