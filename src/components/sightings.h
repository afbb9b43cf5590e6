#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "components/component_words.h"
#include "rules/matcher.h"

namespace onus {

// A place where a report's words fit an indicator.
struct Sighting {
  const Indicator* indicator = nullptr;
  Match match;
  ProseSpan span;
};

// In the order of the text; of two that begin together the longer.
bool comes_before(const Sighting&, const Sighting&);

// One act of abuse that counts as told: not negated, not what someone will do, not a page of guidance.
struct Act {
  const Event* event = nullptr;
  std::uint32_t sentence = 0;
  ProseSpan span;
  bool by_perpetrator = false;  // otherwise nobody, or nobody known, is said to have done it
};

// Who plays which part, as far as this room needs it. Where the report doesn't say, someone who is told to do
// acts of abuse stands for the person using violence, and someone they are done to for the other parent. That
// finds evidence; nobody is named by it.
class Parts {
 public:
  Parts(const Cast&, const std::vector<Event>&);
  Role of(std::uint32_t person) const { return roles_[person]; }
  Role of(const Mention&) const;
  bool has(Role) const;  // does anybody play it?
  // Does the mention at the token? Nobody stands at kNone.
  bool plays(std::uint32_t token, Role) const;

 private:
  void stand_for_the_other(Role told, Role missing, const std::vector<int>& more,
                           const std::vector<int>& less);

  const Cast& cast_;
  std::vector<Role> roles_;
};

// A report as this room looks at it. Refers to what it was made from.
struct Reading {
  const Narrative& narrative;
  const Matcher& matcher;
  const ComponentWords& words;
  const std::vector<Finding>& findings;
  Parts parts;
  std::vector<Sighting> sightings;  // in the order of the text
  std::vector<Act> acts;            // in the order of the text
  bool shows_abuse = false;         // see shown_abuse.h; otherwise nothing that is told counts as an act
};

// `matches`: all of the words' index. `again` may be nullptr: then only words are heeded.
Reading look_at(const Matcher&, const IndexedMatches& matches, const std::vector<Finding>&,
                const ComponentWords&, const SecondReading* again);

// What one indicator sees by itself, for the examples in its file.
std::vector<Sighting> see_alone(const Matcher&, const Parts&, const Indicator&);

// Is this sentence told of what is or was, rather than what shall be or what guidance says?
bool is_told(const Narrative&, std::uint32_t sentence, std::uint32_t clause);

// By whomever: an act by someone whose part isn't known is an act.
bool tells_of_an_act(const Reading&);

// Acts are told of people, but nobody is known to play that part: what is missing then is the part, and
// nothing may be said of what the report lacks.
bool is_unplaced(const Reading&, Role);

// Does a mention of someone in that role stand in the sentence?
bool mentions(const Reading&, std::uint32_t sentence, Role);
// Sightings with that sign, in the order of the text.
std::vector<const Sighting*> seen(const Reading&, Sign);
// Those in the sentences from `first` to `last`.
std::span<const Sighting> sightings_in(const Reading&, std::uint32_t first, std::uint32_t last);
std::span<const Act> acts_in(const Reading&, std::uint32_t first, std::uint32_t last);
bool has_in(const Reading&, Sign, std::uint32_t sentence);
std::vector<std::uint32_t> people_in(const Cast&, Role);  // indexes into Cast::people

}  // namespace onus
