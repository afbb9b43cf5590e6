#pragma once

#include "rewriting/sentence_words.h"
#include "rewriting/turning.h"

// Depictives: words that say in what state, at what age or in what part the subject of a passive is. The doer
// would come to be said of them if the doer were the subject.
namespace onus {

// It refers to the turning, which has to outlive it.
class Depictives : protected SentenceWords {
 protected:
  explicit Depictives(const Turning&);

  // "in tears"
  bool in_state(std::uint32_t t) const;
  // "pregnant"
  bool state(std::uint32_t t) const;
  // "at 15", "since the age of 15"
  bool age_at(std::uint32_t t) const;
  // "by him, then 15", "since 15", "as his wife", "on her own", "with Ewan", "if late", "unable to move"
  bool more_of_patient(std::uint32_t t) const;
  // "as a young child"
  bool young_at(std::uint32_t t) const;
  bool no_verb(std::uint32_t from, std::uint32_t to) const;
  bool is_person_hurt() const;

  const Turning& p_;
  const PassiveClause& c_;
  std::uint32_t behind_;  // the first word behind the doer
};

// "In tears, Ms A was …": the phrase before the subject says how or what the subject is.
bool opens_with_depictive(const Turning&);
// "was hit by him six months pregnant", "when 15", "without saying anything", "more often than Ewan"
bool depictive_behind(const Turning&);

}  // namespace onus
