#pragma once

#include <cstdint>
#include <vector>

#include "people/act_matching.h"
#include "people/events.h"
#include "people/peopled_text.h"

// Who does what a clause tells: the subject, a by-phrase, the subject of an act before, the one who is
// charged with it.
namespace onus {

// A person of the family, not a professional or a body.
bool can_act(const Cast&, std::uint32_t place);
bool is_perpetrator(const Cast&, std::uint32_t person);

// Clauses have to be handed in in the order of the text: verbs without a subject take that of the act before.
class Agents {
 public:
  Agents(const PeopledText& text, const ActMatcher& matcher)
      : text_(text), matcher_(matcher), agent_in_sentence_(text.analysis.sentences.size(), kNone) {}

  // Sets Event::agent and agent_in_sentence. False where what the clause tells is no act for its agent: a
  // body, a professional at work, a child.
  bool set_agent(Event&, const Clause&, const ActPattern&) const;
  // "has to send her a photo of every receipt", "was made to stand in the hall": the subject suffers it.
  bool is_obliged(const Clause&) const;
  // For such clauses: the subject is the target, and whoever else is named the agent.
  void set_sufferer(Event&, const Clause&) const;
  // "was pushed against the wall by his father": the head of a by-phrase wherever the parse has hung it, or
  // kNone.
  // Remembers whose the last act of a sentence is.
  void note(std::uint32_t sentence, std::uint32_t agent) { agent_in_sentence_[sentence] = agent; }

 private:
  std::uint32_t charged_with(const Clause&) const;
  std::uint32_t receiver(const Clause&) const;
  std::uint32_t person_over(std::uint32_t token) const;
  std::uint32_t holder(const Clause&) const;
  std::uint32_t agent_of_notes(const Clause&) const;
  bool is_done_by_others(std::uint32_t sentence) const;
  bool opens_as_perpetrator(std::uint32_t token, std::uint32_t begin) const;
  bool acts_in_statement(std::uint32_t token) const;
  bool is_done_to(const Clause&, std::uint32_t person) const;
  std::uint32_t first_in_note(const Clause&) const;
  std::uint32_t dropped_subject(const Clause&) const;
  std::uint32_t subject_over_list(const Clause&) const;
  std::uint32_t agent_of_adverbial(const Clause&) const;
  bool is_seen(const Clause&) const;
  std::uint32_t agent_place(const Clause&) const;
  std::uint32_t subject_before(const Clause&) const;
  std::uint32_t set_apart_before(const Clause&, std::uint32_t verb, std::uint32_t begin) const;
  std::uint32_t causer_of(const Clause&) const;
  bool is_beside_verb(std::uint32_t token) const;
  bool is_nominative(std::uint32_t token) const;
  std::uint32_t agent_before(const Clause&) const;
  std::uint32_t nearest_subject(const Clause&) const;
  std::uint32_t agent_of_governor(const Clause&) const;

  const PeopledText& text_;
  const ActMatcher& matcher_;
  std::vector<std::uint32_t> agent_in_sentence_;  // of its last act so far
};

}  // namespace onus
