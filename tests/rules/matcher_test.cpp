#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "knowledge.h"
#include "rules/run_rules.h"

// What patterns of the rule language find, in sentences about Ms Hart (the parent being abused), Mr Baird
// (the person using violence), Ewan and Isla (children).
namespace onus {
namespace {

// Its own, as the patterns of the tests add words to its vocabulary.
Knowledge& growing_knowledge() {
  static Knowledge loaded = load_built_in();
  return loaded;
}

// `text` with brackets round what a rule with this one pattern finds.
std::string found(const std::string& pattern, const std::string& text, const std::string& unless) {
  Knowledge& known = growing_knowledge();
  Rule rule;
  rule.match.push_back(parse_pattern(pattern, known.rules.vocabulary, known.rules.classes));
  rule.unless = for_every_rule();
  if (!unless.empty()) rule.unless.set(static_cast<std::size_t>(exception_from(unless).value()));
  const ReadParagraph read = read_paragraph(text, with_people().people, known);
  return bracketed(text, run_rule(read.narrative(DocumentKind::assessment), known.rules, rule));
}

struct Case {
  std::string pattern;
  std::string expected;  // the sentence, with what is found in brackets
  std::string unless = {};
};

class Patterns : public testing::TestWithParam<Case> {};

TEST_P(Patterns, FindWhatTheyMean) {
  const Case& given = GetParam();
  EXPECT_EQ(found(given.pattern, without_brackets(given.expected), given.unless), given.expected);
}

INSTANTIATE_TEST_SUITE_P(Subjects, Patterns,
                         testing::Values(Case{"{survivor} fail", "Ms Hart [failed] to come."},
                                         Case{"{survivor} fail", "Mr Baird failed to come."},
                                         Case{"{survivor} fail", "Ms Hart seems to [fail] at everything."},
                                         Case{"{survivor} to ensure",
                                              "Ms Hart [to ensure] that Mr Baird stays away."},
                                         Case{"{survivor} decline", "Mum [declined] support."},
                                         Case{"{survivor} decline", "[Declined] support."},
                                         Case{"{survivor} decline", "The school declined support."},
                                         Case{"{pair} argue", "Ms Hart and Mr Baird [argued] every night."},
                                         Case{"{pair} argue", "The parents [argued] every night."},
                                         Case{"{pair} argue", "Ewan and Isla argued every night."}));

INSTANTIATE_TEST_SUITE_P(
    Negation, Patterns,
    testing::Values(Case{"{survivor} understand", "Ms Hart [understood] the risk."},
                    Case{"{survivor} understand", "Ms Hart did not understand the risk."},
                    Case{"{survivor} not understand", "Ms Hart [did not understand] the risk."},
                    Case{"{survivor} not understand", "Ms Hart does not seem to [understand] the risk."},
                    Case{"{survivor} not understand", "Ms Hart understood the risk."},
                    Case{"{survivor} not? understand", "Ms Hart [understood] the risk."},
                    Case{"{survivor} not? understand", "Ms Hart did not [understand] the risk."},
                    // In a choice, "not" belongs to its own alternative.
                    Case{"{survivor} (fail to|not) protect", "Ms Hart [did not protect] Ewan."},
                    Case{"{survivor} (fail to|not) protect", "Ms Hart [failed to protect] Ewan."},
                    Case{"{survivor} (fail to|not) protect", "Ms Hart did not fail to protect Ewan."},
                    // Words that are negative themselves.
                    Case{"{survivor} have (no|little) insight", "Ms Hart [has no insight]."}));

INSTANTIATE_TEST_SUITE_P(
    Asides, Patterns,
    testing::Values(
        Case{"{survivor} be unable to protect", "Ms Hart [was unable or unwilling to protect] Ewan."},
        Case{"{survivor} be unwilling to protect", "Ms Hart [was unable or unwilling to protect] Ewan."},
        Case{"{survivor} fail to protect", "Ms Hart [failed, in my view, to protect] Ewan."},
        Case{"{survivor} fail to protect", "Ms Hart [failed on a number of occasions to protect] Ewan."},
        Case{"{survivor} fail to protect", "Ms Hart [failed (as before) to protect] Ewan."},
        Case{"{survivor} fail to protect", "Ms Hart failed, she says, to protect Ewan."},
        Case{"{survivor} miss meeting", "Ms Hart missed the bus and Mr Baird the meeting."},
        Case{"{survivor} fail to attend", "Ms Hart [failed to arrange or attend] the visits."}));

INSTANTIATE_TEST_SUITE_P(
    Exceptions, Patterns,
    testing::Values(
        Case{"failure to protect", "Intake type: neglect (failure to protect)"},
        Case{"failure to protect", "Concern: her [failure to protect] Ewan."},
        Case{"hostile", "The letter called her hostile, which was unfair."},
        Case{"hostile", "She should not be described as hostile."},
        Case{"{survivor} miss", "Ms Hart missed the visit because Mr Baird had the keys.", "explained"},
        Case{"{survivor} miss", "Ms Hart [missed] the visit.", "explained"},
        Case{"lazy", "Ewan said that Mr Baird is lazy.", "told-by-child"},
        Case{"{perpetrator} late", "Mr Baird was late and Ms Hart was late too.", "both-alike"},
        Case{"{survivor} apply", "Ms Hart will apply for an order and the solicitor will go with her.",
             "asked-and-carried"}));

}  // namespace
}  // namespace onus
