#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "people/events.h"

// Every sentence that this room prints, in one table, so that a test can hold all of them to the rule that
// nothing printed rates a person.
namespace onus {

#define ONUS_WORDINGS(E)                                                                                    \
  E(pattern_absent,                                                                                         \
    "No act by {perpetrator} was found; what was done, to whom and how often would show the pattern.")      \
  E(pattern_unplaced,                                                                                       \
    "Acts are told, but it is not clear from the text who uses violence against whom; once that is "        \
    "set, what is told of the pattern can be shown.")                                                       \
  E(pattern_named,                                                                                          \
    "Abuse is named, but no act is told; an act with the person who did it would say what "                 \
    "the name leaves out.")                                                                                 \
  E(pattern_nobody,                                                                                         \
    "The report tells of {acts} without saying who did it; naming who acted would let the "                 \
    "pattern be seen.")                                                                                     \
  E(pattern_mentioned,                                                                                      \
    "The report tells of {acts} by {perpetrator}, of {kinds}; {needs} would make it specific.")             \
  E(pattern_specific,                                                                                       \
    "The report tells of {acts} by {perpetrator}, of {kinds}, and says how often or when.")                 \
  E(who_is_open,                                                                                            \
    "It is not clear from the text who uses violence against whom, so not all of this may belong here.")    \
  E(ask_earlier_relationships,                                                                              \
    "How did {perpetrator} treat earlier partners and their children, and who could tell?")                 \
  E(ask_since_separation,                                                                                   \
    "What has {perpetrator} done since the separation: messages, handovers, money, courts, turning up?")    \
  E(ask_childs_words, "What {child:does|do} {child} say about it, in the child's own words?")               \
  E(ask_efforts,                                                                                            \
    "Was {survivor} asked, out of hearing of {perpetrator}, what keeps {child} safe day to day?")           \
  E(ask_to_credit_efforts,                                                                                  \
    "Which of the things that {survivor} does for {child} does the report call protective?")                \
  E(ask_to_tell_back, "Was {survivor} told what was seen of these efforts?")                                \
  E(harm_absent,                                                                                            \
    "No act by {perpetrator} towards a child was found, nor what a child was made to see or hear.")         \
  E(harm_unplaced,                                                                                          \
    "It is not clear from the text who uses violence; once that is set, what is told of acts towards "      \
    "a child can be shown.")                                                                                \
  E(harm_exposure,                                                                                          \
    "What {child} saw or heard is told; an act by {perpetrator} against a child, or using "                 \
    "one, would make it specific.")                                                                         \
  E(harm_exposed,                                                                                           \
    "Exposure is named, but not what {child} saw or heard; an act by {perpetrator} against a child, or "    \
    "using one, would make it specific.")                                                                   \
  E(harm_nobody,                                                                                            \
    "An act against a child is told without saying who did it; naming who acted would "                     \
    "make it specific.")                                                                                    \
  E(harm_specific, "The report tells of {acts} by {perpetrator} with a child as target or instrument.")     \
  E(efforts_absent,                                                                                         \
    "Nothing was found of what {survivor} does to keep {child} safe and well; two everyday acts would "     \
    "make it specific.")                                                                                    \
  E(efforts_unplaced,                                                                                       \
    "It is not clear from the text who is being abused; once that is set, what is told of efforts to "      \
    "keep {child} safe and well can be shown.")                                                             \
  E(efforts_credit,                                                                                         \
    "{survivor} is called protective, without what that looks like; two everyday acts would "               \
    "make it specific.")                                                                                    \
  E(efforts_leaving,                                                                                        \
    "Only leaving, police or court steps are told; two everyday acts of care or protection "                \
    "would make it specific.")                                                                              \
  E(efforts_one, "One everyday act by {survivor} was found; one more would make it specific.")              \
  E(efforts_specific, "The report tells of {acts} of care or protection by {survivor}.")                    \
  E(impact_absent,                                                                                          \
    "No effect on {child} was found; what is different in daily life, and which act it follows, would "     \
    "make it specific.")                                                                                    \
  E(impact_statement,                                                                                       \
    "Only a general statement is made about the effect on the children; what can be seen in "               \
    "{child}, and which act it follows, would make it specific.")                                           \
  E(impact_unnamed, "Effects are told, but not of which child; naming the child would make it specific.")   \
  E(impact_unlinked,                                                                                        \
    "The report tells of {effects}, without the act behind it; what {perpetrator} did before "              \
    "it would make it specific.")                                                                           \
  E(impact_beside,                                                                                          \
    "The report tells of {effects} beside what {perpetrator} did{areas}; words for which act each "         \
    "of them follows would show the link.")                                                                 \
  E(impact_specific, "The report tells of {effects} linked to what {perpetrator} did{areas}.")              \
  E(intersections_absent,                                                                                   \
    "Nothing was found of how drink or drugs, mental health, money, housing, culture, immigration or "      \
    "disability bear on what {perpetrator} does.")                                                          \
  E(intersections_condition,                                                                                \
    "“{words}” is named, but not how it and what {perpetrator} does bear on each other; that "          \
    "direction would make it specific.")                                                                    \
  E(intersections_specific,                                                                                 \
    "The report says how what {perpetrator} does and a circumstance bear on each other, in "                \
    "{places}.")                                                                                            \
  E(need_tactic, "an act of another kind")                                                                  \
  E(need_time, "how often, how long or since when")                                                         \
  E(no_abuse, "This document describes no acts of abuse.")                                                  \
  E(nothing_planned, "There is no plan in this document.")                                                  \
  E(assessment_full,                                                                                        \
    "The pattern and the acts towards the children are specific, the efforts of {survivor} "                \
    "are told, and no wording of the first two families is an error.")                                      \
  E(assessment_pattern, "The pattern of what {perpetrator} did is not specific yet.")                       \
  E(assessment_harm, "What {perpetrator} did to a child is not specific yet.")                              \
  E(assessment_efforts, "Nothing was found of what {survivor} does to keep the children safe.")             \
  E(assessment_errors,                                                                                      \
    "The wording of {errors} puts the onus on {survivor} or tells of single incidents only.")               \
  E(assessment_none, "No act by {perpetrator} was found.")                                                  \
  E(assessment_unplaced,                                                                                    \
    "Acts are told, but it is not clear from the text who uses violence against whom; once that is "        \
    "set, they can be counted.")                                                                            \
  E(impact_full, "Effects are specific in {areas}, and every named child has one.")                         \
  E(impact_no_area, "Effects are told, but none of a named child with the act that it follows.")            \
  E(impact_areas, "Effects are specific in {count}; a second area of daily life is needed.")                \
  E(impact_children, "No effect of its own was found for {children}.")                                      \
  E(impact_none, "No effect that can be seen or heard was found for a named child.")                        \
  E(plan_full,                                                                                              \
    "{perpetrator} has an action with a change that can be seen, someone who checks it and a "              \
    "date.")                                                                                                \
  E(plan_no_measure,                                                                                        \
    "No action of {perpetrator} has a change in behaviour that can be seen; attending is not "              \
    "a measure.")                                                                                           \
  E(plan_no_check, "No action of {perpetrator} has someone who checks it.")                                 \
  E(plan_no_date, "No action of {perpetrator} has a date.")                                                 \
  E(plan_answerable, "The plan would make {survivor} answerable for the abuse in {actions}.")               \
  E(plan_scattered,                                                                                         \
    "No one action of {perpetrator} has all three: a change that can be seen, someone who "                 \
    "checks it, and a date.")                                                                               \
  E(plan_none, "No action for {perpetrator} was found in the plan.")                                        \
  E(expectations_full,                                                                                      \
    "Each parent has actions of his or her own, and those of {perpetrator} are about the "                  \
    "abuse.")                                                                                               \
  E(expectations_about, "Each parent has actions, but none of those for {perpetrator} is about the abuse.") \
  E(expectations_joint, "The plan has only joint actions for the parents.")                                 \
  E(expectations_survivor_only,                                                                             \
    "The plan has actions for {survivor}, and none was found for {perpetrator} alone.")                     \
  E(expectations_perpetrator_only,                                                                          \
    "The plan has actions for {perpetrator}. It asks nothing of {survivor}, and need not; what counts "     \
    "there is the support that {survivor} wants and has asked for.")                                        \
  E(expectations_nobody, "No action for either parent was found in the plan.")                              \
  E(centre_full,                                                                                            \
    "The pattern is specific, {acts} against {deficits}, and work with {perpetrator} is "                   \
    "recorded or planned.")                                                                                 \
  E(centre_told, "{count} about what {perpetrator} did")                                                    \
  E(centre_lacking, "{count} about what {survivor} did not do")                                             \
  E(centre_pattern, "The pattern of what {perpetrator} did is not specific yet.")                           \
  E(centre_deficits,                                                                                        \
    "{Acts} against {deficits}; the criterion asks for at least twice as many about what "                  \
    "{perpetrator} did.")                                                                                   \
  E(centre_work, "No work with {perpetrator} was found, done or planned.")                                  \
  E(centre_no_acts, "No act by {perpetrator} was found.")                                                   \
  E(hidden_question,                                                                                        \
    "The report speaks of “{words}”. Is something that someone did hidden behind these "                \
    "words: who did what to whom, and who was afraid?")                                                     \
  E(strength_act, "Says who did it, in the active voice, and how often or when.")                           \
  E(strength_harm, "Says what {perpetrator} did to a child or through a child.")                            \
  E(strength_efforts, "Credits what {survivor} does from day to day.")                                      \
  E(strength_impact, "Names the child, what can be seen, and what it follows.")                             \
  E(strength_direction, "Says how the behaviour and the circumstance bear on each other.")                  \
  E(strength_plan, "Asks {perpetrator} for a change that can be seen.")                                     \
  E(indicator_often, "how often or how long")                                                               \
  E(indicator_nobody, "{indicator}, without who did it")                                                    \
  E(indicator_against_child, "{tactic} towards a child")                                                    \
  E(indicator_through_child, "using a child against the other parent")                                      \
  E(indicator_cause, "a circumstance given as the cause")                                                   \
  E(the_children, "the children")

enum class Wording : std::uint8_t {
#define ONUS_ENTRY(name, text) name,
  ONUS_WORDINGS(ONUS_ENTRY)
#undef ONUS_ENTRY
};

using Slot = std::pair<std::string_view, std::string_view>;

// The wording with the slots filled: {acts} → "two acts".
std::string say(Wording, std::initializer_list<Slot> slots = {});
std::span<const std::string_view> all_wordings();
std::string_view words_for(Tactic);  // "control of money"
std::span<const std::string_view> all_tactic_words();

std::string counted(int count, std::string_view one,
                    std::string_view many);              // "no act", "one act", "two acts"
std::string listed(std::span<const std::string> items);  // "a, b and c"

}  // namespace onus
