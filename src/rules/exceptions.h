#pragma once

#include <bitset>
#include <cstdint>
#include <optional>
#include <string_view>

#include "rules/finding.h"
#include "rules/matcher.h"
#include "rules/narrative.h"

namespace onus {

// Reasons for which words that match a rule are right as they are. Those marked * hold for every rule unless
// it says "despite".
enum class Exception : std::uint8_t {
  quoted,                     // * someone else's words in quotation marks or a quoted block
  criticised,                 // * the wording itself is spoken of: "the term", "rather than", "avoid"
  heading,                    // * a heading or a label before a colon
  legal_name,                 // * part of the name of an act, a service, a course or a form
  legal_wording,              // * a charge, a conviction, a finding of a court or a pleading
  general,                    // of kinds of people, as in research, guidance and law: general_statement.h
  general_document,           // the same, in a document that isn't about a family
  perpetrator_subject,        // the person using violence is the one who does it
  agency_subject,             // a professional or an agency does it
  child_subject,              // a child does it
  attributed,                 // told as what someone else said
  attributed_to_perpetrator,  // told as what the person using violence says
  specific_nearby,            // an act with its actor, or one with its frequency, within two sentences
  actor_named,                // a possessive, by-phrase or from-phrase names who did it
  hypothetical,               // if, whether, in case
  told_by_survivor,           // told as what the parent being abused or a child says
  told_by_child,              // told as what a child says
  explained,                  // because of what the person using violence did, or for fear
  both_alike,                 // said of both parents alike: "both", "too", "as well", "likewise"
  asked_and_carried,          // a service carries it in the same sentence: "the worker will go with her"
  act_told,                   // the sentence tells of an act of abuse by the person using violence
  of_another,                 // the sentence begins with somebody outside the family's parents and children
  count_
};
using Exceptions = std::bitset<static_cast<std::size_t>(Exception::count_)>;

std::optional<Exception> exception_from(std::string_view);  // "perpetrator-subject"
std::string_view name_of(Exception);
Exceptions for_every_rule();
// With what holds for all rules of a category: those that tell what happened leave general statements alone;
// a judgement of mothers in general is still a judgement, and what is known of children in general is put in
// the place of one child only where there is one.
Exceptions for_category(std::optional<Category>);

// Does one of `exceptions` hold for the words of `match`? Gives the first that does.
std::optional<Exception> excused(const Narrative&, const Match&, Exceptions exceptions);

}  // namespace onus
