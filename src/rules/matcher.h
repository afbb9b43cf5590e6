#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "rules/narrative.h"
#include "rules/pattern.h"
#include "rules/role_fits.h"

namespace onus {

struct Match {
  std::uint32_t sentence = 0;
  TokenRange tokens;              // from the first to the last word that matched
  TokenRange underlined;          // the part of it that the finding is about
  std::uint32_t clause = kNone;   // around its first word
  std::uint32_t subject = kNone;  // token of the leading role, where the pattern has one
  RoleFit fit = RoleFit::known;
  std::array<std::uint32_t, 8> roles{kNone, kNone, kNone, kNone, kNone,
                                     kNone, kNone, kNone};  // mention index for each RolePlace that was met
};

// Between two elements of a pattern stand at most so many light words, in a gap so many of any kind.
inline constexpr int kLightWords = 4;
inline constexpr int kGapWords = 8;

// What patterns need to know of a narrative, computed once for all of them: the numbers of its words, and
// where a mention begins. Refers to the narrative and the vocabulary.
class Matcher {
 public:
  Matcher(const Narrative&, const Vocabulary&);
  // The same for a narrative of the same words whose mentions may only mean others.
  Matcher(const Matcher& told, const Narrative&);

  // A match of `pattern` that begins with token `first`, if there is one: of alternatives that begin with the
  // same word, the one that is written first.
  // A pattern without "not" finds only what isn't negated, unless `heed_negation` is false.
  std::optional<Match> match_at(const Pattern& pattern, std::uint32_t first, bool heed_negation = true) const;
  // Is there a match that begins with the token, negated or not? One that is only possible because it isn't
  // known who is who does not count when it gives another part to someone who plays a part in `beside`.
  bool occurs_at(const Pattern& pattern, std::uint32_t first, const Match* beside = nullptr) const;
  // Whether a match counts there.
  bool counts(const Match& match, const Match& beside) const {
    return match.fit != RoleFit::unknown || !names_same_person(match, beside);
  }
  // The same anywhere in the sentence.
  bool occurs_in(const Pattern& pattern, std::uint32_t sentence, const Match* beside = nullptr) const;

  // How well the mention headed by `token` fits a role's place.
  RoleFit fit_of(std::uint32_t token, RolePlace place) const { return fits_.fit_of(token, place); }
  const Narrative& narrative() const { return narrative_; }

  const Vocabulary& vocabulary() const { return vocabulary_; }
  // Whether the report says who plays the role, or was told.
  bool survivor_known() const { return fits_.survivor_known(); }
  bool perpetrator_known() const { return fits_.perpetrator_known(); }
  // Whether the sentence has what the patterns with these needs can't do without. Found out when a sentence
  // is first asked for: two threads don't share a matcher.
  bool meets(std::span<const std::uint32_t> needs, std::uint32_t sentence) const;

  // For those who look for where a pattern may begin. The numbers of a token's lemma and form that patterns
  // speak of, each once.
  std::span<const std::uint32_t> words_of(std::uint32_t token) const;
  bool is_of(std::uint32_t token, WordClass) const;
  // May the token stand between two elements of a pattern without changing what it says?
  bool is_light(std::uint32_t token, bool before_role) const;
  // The end of what may stand beside an element of a pattern without changing what it says, where it begins
  // with the token (asides.h); else the token itself.
  std::uint32_t past_aside(std::uint32_t token) const { return asides_[token]; }
  // A mark that a gap doesn't go beyond.
  bool ends_gap(std::uint32_t token) const;
  // The longest mention that begins with the token, if there is one.
  const Mention* mention_from(std::uint32_t token) const;
  // Where a mention ends that is somebody's ("her", "Ms Hart's"); kNone where it is nobody's.
  std::uint32_t possessive_end(const Mention&, std::uint32_t sentence_end) const;

 private:
  struct Rest;
  struct State;
  bool follow(const Rest* rest, std::uint32_t at, State& state) const;
  bool follow_over_light(const Element&, const Rest* after, std::uint32_t at, bool asides, State&) const;
  bool may_begin(const Element&, std::uint32_t token) const;
  void index_mentions();
  void index_sentences();
  void find_needs_met(std::uint32_t sentence) const;
  bool match_element(const Element&, const Rest* after, std::uint32_t at, State&) const;
  bool match_words(const Element&, const Rest* after, std::uint32_t at, State&) const;
  bool match_role(const Element&, const Rest* after, std::uint32_t at, State&) const;
  bool is_near(std::uint32_t clause, std::uint32_t first) const;
  bool match_gap(const Rest* after, std::uint32_t at, State&) const;
  bool word_fits(const Element&, std::uint32_t token) const;
  bool check_subject(const Pattern&, Match&) const;
  bool accept_subject(const Pattern&, std::uint32_t token, Match&) const;
  bool subject_before(const Pattern&, Match&) const;
  bool is_capitalised_within(std::uint32_t token) const;
  bool is_object(std::uint32_t token) const;
  bool left_out(const Pattern&, Match&) const;
  bool negation_fits(const State&) const;
  bool names_same_person(const Match&, const Match&) const;

  const Narrative& narrative_;
  RoleFits fits_;
  const Vocabulary& vocabulary_;
  std::vector<std::array<std::uint32_t, 2>> words_;  // for each token; kUnknown at the end
  std::vector<std::uint32_t>
      mention_from_;  // for each token the index of the longest mention that begins there, or kNone
  std::vector<std::uint32_t> sentence_of_;               // for each token
  std::vector<std::uint32_t> asides_;                    // for each token
  std::vector<bool> has_asides_;                         // for each sentence
  std::vector<std::vector<std::uint32_t>> mentions_to_;  // for each token the mentions that end with it
  std::size_t need_words_ = 0;
  mutable std::vector<std::uint64_t> needs_met_;  // for each sentence a bit for each need that it meets
  mutable std::vector<bool> knows_needs_;         // for each sentence
};

}  // namespace onus
