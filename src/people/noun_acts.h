#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "people/act_words.h"
#include "people/events.h"
#include "people/peopled_text.h"
#include "people/times.h"
#include "text/fold.h"

namespace onus {

// Acts that nouns tell of: "his threats", "made threats to her", "an assault on Ms A by Mr B".
class NounActs {
 public:
  NounActs(const PeopledText& text, const ActWords& words, const Times& times)
      : text_(text), words_(words), times_(times) {
    for (const std::string& lemma : text.analysis.lemmas) ends_.push_back(words.ends_noun(fold(lemma)));
  }

  // The act of the noun at this token, or nothing. `event_of_clause` says which clauses tell of one already.
  // With `of_pattern` only acts that are so from someone known to use a pattern: "his rules", "his calls to
  // her work".
  std::optional<Event> read(std::uint32_t token, const std::vector<std::uint32_t>& event_of_clause,
                            bool of_pattern) const;

 private:
  const Tactic* act_noun(std::uint32_t token, std::uint32_t& begin, bool of_pattern) const;
  void read_places(Event&, std::uint32_t token) const;
  void borrow_agent(Event&, std::uint32_t token, const Clause&) const;
  bool names_law(std::uint32_t token) const;
  std::uint32_t convicted_before(std::uint32_t token) const;
  void take_agent(Event&, std::uint32_t place) const;

  const PeopledText& text_;
  const ActWords& words_;
  const Times& times_;
  std::vector<bool> ends_;  // for each lemma whether some act's noun ends with it
};

}  // namespace onus
