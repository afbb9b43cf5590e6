#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "language/clauses.h"
#include "people/act_words.h"
#include "people/cast.h"
#include "reading/document.h"
#include "text/fold.h"

namespace onus {

// A clause that tells of an act: the pattern and the words that it found there.
struct ActMatch {
  const ActPattern* pattern = nullptr;
  std::uint32_t last = 0;  // the last token of the act's words
};

// Looks for acts in clauses. `governed` words are those below a predicate that belong to its own statement:
// objects, complements and adverbials, not its subject, nor clauses coordinated with it.
class ActMatcher {
 public:
  ActMatcher(const Document& document, const Analysis& analysis, const Clauses& clauses, const Cast& cast,
             const ActWords& words)
      : document_(document), analysis_(analysis), clauses_(clauses), cast_(cast), words_(words) {
    note_persons();
    note_words();
  }

  // `pattern`: also by the words that tell of an act only where its agent is known to use a pattern; for
  // verbs that have none of these nothing then.
  std::optional<ActMatch> match(const Clause&, bool pattern = false) const;
  // The verb of an act whose form this is, whatever the tagger makes of it; empty where there is none.
  std::string act_verb(std::uint32_t token) const;
  // In the order of the text, at most some thirty.
  std::vector<std::uint32_t> governed(const Clause&) const;
  // Whoever is mentioned as the object, or as what the object is done with ("shouted at her"): a token or
  // kNone.
  std::uint32_t affected(const Clause&) const;
  // Whether anyone else of the family is affected, if only as an owner, and what is told isn't an account
  // given to a professional.
  bool reaches_family(const Clause&, const std::vector<std::uint32_t>& governed) const;
  // "He took his phone": the object is the actor's own.
  bool own_thing(const Clause&) const;
  // What the things named say of the tactic; nothing where none is of a list.
  std::optional<Tactic> tactic_of_things(const std::vector<std::uint32_t>& tokens) const;
  // Whether words of a list of ActWords begin at one of the tokens.
  bool has_any(std::uint32_t list, const std::vector<std::uint32_t>& tokens) const;
  // "told the social worker": a professional or a body takes down what is said.
  bool takes_it_down(std::uint32_t token) const;

 private:
  using Listed = std::span<const ListedSequence>;
  // The numbers of a token's form and of its lemma, where that is another.
  struct WordNumbers {
    std::uint32_t form = ActWords::kUnknown, lemma = ActWords::kUnknown;
  };
  // A list of which a sequence begins at a token, and that sequence's last token.
  struct Begun {
    std::uint32_t list = 0;
    std::uint32_t last = 0;
    // Which sequence that is: whether by the token's form, its lemma or a person, and its place in the file.
    std::uint32_t by = 0, place = 0;
  };
  // Words in which a clause is looked for, and a bit for each list of which a sequence begins there.
  struct Governed {
    std::vector<std::uint32_t> tokens;
    std::vector<std::uint64_t> lists;
    bool has(std::uint32_t list) const {
      return list / 64 < lists.size() && (lists[list / 64] >> list % 64 & 1) != 0;
    }
  };
  // What governed() gave for a clause, and what of the clause it rests on.
  struct KeptGoverned {
    std::vector<std::uint32_t> tokens;
    std::uint32_t subject = kNone;
    bool known = false, active = false, subject_inherited = false;
  };

  std::vector<std::uint32_t> find_governed(const Clause&) const;
  std::vector<std::uint32_t> below(const Clause&) const;
  void add_following(const Clause&, std::vector<std::uint32_t>&) const;
  void add_saying(const Clause&, std::vector<std::uint32_t>&) const;
  Governed with_lists(std::vector<std::uint32_t> tokens) const;
  bool fits(const Clause&, const ActPattern&, const Governed&, std::uint32_t& last) const;
  void note_persons();
  void note_words();
  bool follows(std::uint32_t token, std::span<const std::uint32_t> words, std::uint32_t& last) const;
  std::span<const Begun> begun_at(std::uint32_t token) const;
  void look_for(std::uint32_t token, std::uint32_t first, std::uint32_t by) const;
  void look_for(std::uint32_t token, Listed, std::uint32_t second, std::uint32_t by) const;
  std::uint32_t behind_person(std::uint32_t token, std::uint32_t pronoun) const;
  bool stands_for_person(std::uint32_t token) const;
  bool any_of(std::uint32_t list, const std::vector<std::uint32_t>& tokens, std::uint32_t& last) const;
  bool is(std::uint32_t token, std::uint32_t word) const {
    return numbers_[token].form == word || numbers_[token].lemma == word;
  }
  std::span<const ActPattern> patterns_of(std::uint32_t predicate) const;
  bool stops_own_doing(const Clause&) const;
  bool frees_oneself(const Clause&, const std::vector<std::uint32_t>& governed) const;
  bool object_fits(const Clause&, ActPattern::Object, const std::vector<std::uint32_t>& governed) const;
  bool is_owned(std::uint32_t token) const;
  bool claims_that(const Clause&) const;
  bool is_of_body(std::uint32_t token) const;
  bool governs_someone(std::uint32_t preposition) const;
  bool is_of_another_verb(const Clause&, std::uint32_t particle) const;
  bool is_other_of_family(const Clause&, std::uint32_t token) const;
  std::uint32_t caused_to_act(const Clause&) const;
  std::uint32_t made_to_act(const Clause&) const;
  std::uint32_t behind_pronoun(std::uint32_t token, std::uint32_t anyone) const;

  const Document& document_;
  const Analysis& analysis_;
  const Clauses& clauses_;
  const Cast& cast_;
  const ActWords& words_;
  std::vector<std::string> folded_;   // the form of each token
  std::vector<WordNumbers> numbers_;  // of each token, looked up once: patterns ask for them many times
  // The numbers of pronouns, for which a name may stand, and of words for anyone.
  struct Personal {
    std::uint32_t her, his, him, somebody, somebodys;
  } personal_{};
  std::array<std::uint32_t, 5> of_person_{};  // the same
  std::vector<std::uint32_t> person_end_;  // for each token where a name or noun for someone begins, its end
  // Found when first asked for; many patterns ask again.
  mutable std::vector<Begun> begun_, found_;
  mutable std::vector<TokenRange> begun_of_;  // for each token its place in begun_; from kNone: not yet asked
  mutable std::vector<KeptGoverned> governed_;  // by predicates
};

}  // namespace onus
