#pragma once

#include <cstdint>
#include <vector>

#include "people/act_matching.h"
#include "people/events.h"
#include "people/peopled_text.h"

// What someone who is known to abuse does to the others of the family in words that no frame of the lists
// has: told as an act where enough beside the verb speaks for it. Acts come in runs ("He rang her at work at
// ten. He had her wages paid …"), are told by those whom they are done to, are counted, and have to do with
// money, telephones, doors and sleep; what is done for a child and what is praised are told otherwise.
namespace onus {

class Conduct {
 public:
  Conduct(const PeopledText& text, const ActMatcher& matcher, const ActWords& words)
      : text_(text), matcher_(matcher), words_(words) {}

  // Verbs that may tell of it at all; in the negative those with which what isn't done is itself the act
  // ("didn't let her", "won't speak to her").
  bool may_tell(const Clause&) const;
  // `event` is complete; `told` are the acts that the lists' frames have found, in the order of the text.
  // `in_frame`: a frame of the lists has the verb, with nothing that has to stand beside it.
  // `governed` are the words that the matcher finds below the clause.
  bool is_told(const Event& event, const Clause&, const std::vector<std::uint32_t>& governed,
               const std::vector<Event>& told, bool in_frame = false) const;
  // "made a packed lunch", "told her that the train was late": what is done speaks for itself.
  bool is_care(const Clause&, const std::vector<std::uint32_t>& governed) const;
  // "washed her clothes", "lent her money", unless its words are of control.
  bool is_kindness(const Clause&, const std::vector<std::uint32_t>& governed) const;
  // "visited his mother": the agent's own parents, brothers and sisters.
  bool is_of_own_kin(const Event&, const Clause&) const;

 private:
  int weight_of(const Event&, const Clause&, const std::vector<std::uint32_t>& governed,
                const std::vector<Event>& told, bool in_frame) const;
  bool is_slight(const Clause&) const;
  int weight_of_verb(const Clause&, bool in_frame) const;
  int weight_of_target(const Event&, const Clause&, const std::vector<std::uint32_t>& governed,
                       bool slight) const;
  int weight_of_teller(const Event&, const Clause&) const;
  int weight_of_things(const Clause&, const std::vector<std::uint32_t>& governed) const;
  int weight_of_neighbours(const Event&, const Clause&, const std::vector<std::uint32_t>& governed,
                           const std::vector<Event>& told, bool slight) const;
  bool refuses(const Clause&) const;
  bool is_done_to_someone(const Event&, const Clause&) const;
  bool is_reached(std::uint32_t place) const;
  bool is_counted(const std::vector<std::uint32_t>& governed) const;
  bool tells_of_another(const Event&, const Clause&) const;
  std::vector<std::uint32_t> around(const Clause&) const;

  const PeopledText& text_;
  const ActMatcher& matcher_;
  const ActWords& words_;
};

}  // namespace onus
