#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "language/clauses.h"
#include "people/cast.h"
#include "text/span.h"

// Clauses that tell of an abusive act: who did what to whom, when and how often, who says so.
namespace onus {

// After the tactics of the statutory guidance on controlling or coercive behaviour (2015, 2023) and of
// post-separation abuse; the words that tell of each are in lexicons/en/words/acts.yaml.
enum class Tactic : std::uint8_t {
  physical,
  sexual,
  threat,
  isolation,
  monitoring,
  micro_regulation,
  economic,
  deprivation,
  psychological,
  using_children,
  system_manipulation,
  property,
  stalking,
  post_separation
};

// What the report says became of an allegation; such an act has Standing::disputed.
enum class Outcome : std::uint8_t { none, denied, acquitted, not_found, dropped, no_action };

struct Event {
  ProseSpan span;                // the words of the act, from the verb to its complement
  std::uint32_t clause = kNone;  // index in Clauses::all; kNone where the act is told by a noun
                                 // ("his threats") or by a verb that the parse doesn't know as one
  std::uint32_t predicate = 0;   // token
  std::string_view act;          // lemma of the act, in Analysis::lemmas
  Tactic tactic = Tactic::physical;
  std::uint32_t agent = kNone;     // index in Cast::people
  bool agent_in_sentence = false;  // some agent is expressed, even where it isn't known who that is
  Outcome outcome = Outcome::none;
  std::vector<std::uint32_t> target;  // indexes in Cast::people
  ProseSpan when;                     // empty where not told
  ProseSpan frequency;                // "every night", "for two years"; empty where not told
  std::uint32_t told_by = kNone;      // index in Cast::people; kNone: the writer or an unnamed source
  Standing standing = Standing::unstated;
  bool negated = false;
  bool of_pattern = false;  // an act only because its agent is known to use a pattern
  bool by_ear = false;  // of a pattern by what clauses are like, or unlike acts (act_likeness.h): by itself
                        // it shows nobody's pattern
  bool against_child = false;  // a child is target or instrument
};

std::string_view name_of(Tactic);     // "using-children"
std::string_view words_for(Outcome);  // "not found"; empty for none
std::optional<Tactic> tactic_from(std::string_view);

}  // namespace onus
