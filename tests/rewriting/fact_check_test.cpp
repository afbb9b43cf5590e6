#include "rewriting/fact_check.h"

#include <gtest/gtest.h>

#include "knowledge.h"

namespace onus {
namespace {

struct Pair {
  std::string_view before;
  std::string_view after;
};

std::vector<std::string> problems(const Pair& pair) {
  return changed_facts(pair.before, pair.after, knowledge().english, knowledge().inflector);
}

TEST(FactCheck, LetsTheSameFactsPass) {
  constexpr Pair kSame[] = {
      {"Ms Hart was punched by Mr Baird.", "Mr Baird punched Ms Hart."},
      {"Ms Hart said that she was not hit by Mr Baird.", "Ms Hart said that Mr Baird did not hit her."},
      {"Ms Hart may have been followed by Mr Baird on 3 May.",
       "Mr Baird may have followed Ms Hart on 3 May."},
      {"Ms Hart claims that Mr Baird hit her.", "Ms Hart says that Mr Baird hit her."},
      {"Mr Baird's assault on Ms Hart happened in the lift.", "Mr Baird assaulted Ms Hart in the lift."},
      {"Ms Hart was called “mad” by Mr Baird.", "Mr Baird called Ms Hart “mad”."},
      {"She'd been made to leave by the father of the baby.", "The father of the baby had made her leave."},
      {"Arrears were run up by Mr Baird, who has a card on her account.",
       "Mr Baird, who has a card on her account, ran up arrears."},
      {"Ewan was picked up by Mr Baird and dropped on the patio.",
       "Mr Baird picked Ewan up and dropped him on the patio."},
      {"Ms Hart was slapped, spat at and called a whore by Mr Baird.",
       "Mr Baird slapped Ms Hart, spat at her and called her a whore."},
  };
  for (const Pair& pair : kSame) EXPECT_EQ(problems(pair), std::vector<std::string>{}) << pair.after;
}

// Each of these was planted: something of the first sentence isn't in the second, or the other way round.
TEST(FactCheck, FindsWhatWasChanged) {
  constexpr Pair kChanged[] = {
      // another doer
      {"Ms Hart was punched by Mr Baird.", "Ms Hart punched Mr Baird."},
      {"She was kicked by him in the car.", "She kicked him in the car."},
      {"Ms Hart said that she was hit by Mr Baird.", "Ms Hart said that Mr Smith hit her."},
      {"She'd been made to leave by the father of the baby.", "The baby of Mr Smith had made her leave."},
      {"Arrears were run up by Mr Baird, who lives with Mr Smith.",
       "Mr Smith, who lives with Mr Baird, ran up arrears."},
      {"Ms Hart was grabbed by Mr Baird and left.", "Mr Baird grabbed Ms Hart and left."},
      // a lost or added negation
      {"Ms Hart was not hit by Mr Baird.", "Mr Baird hit Ms Hart."},
      {"Ms Hart was hit by Mr Baird.", "Mr Baird never hit Ms Hart."},
      // who says so
      {"Ms Hart said that she was hit by Mr Baird.", "Mr Baird hit Ms Hart."},
      {"Ms Hart alleges that Mr Baird hit her.", "Mr Baird hit Ms Hart."},
      // a date, a number, a place, an act
      {"Ms Hart was hit by Mr Baird.", "Mr Baird hit Ms Hart on 3 May."},
      {"Ms Hart was hit by Mr Baird on 3 May.", "Mr Baird hit Ms Hart on 5 May."},
      {"Ms Hart was hit by Mr Baird twice.", "Mr Baird hit Ms Hart."},
      {"Ms Hart was hit by Mr Baird.", "Mr Baird hit Ms Hart in the kitchen."},
      {"Ms Hart was pushed by Mr Baird.", "Mr Baird strangled Ms Hart."},
      // how sure it is, and when
      {"Ms Hart may have been hit by Mr Baird.", "Mr Baird has hit Ms Hart."},
      {"Ms Hart had been hit by Mr Baird.", "Mr Baird hit Ms Hart."},
      // a quotation
      {"Ms Hart was called “mad” by Mr Baird.", "Mr Baird called Ms Hart “crazy”."},
  };
  for (const Pair& pair : kChanged) EXPECT_NE(problems(pair), std::vector<std::string>{}) << pair.after;
}

TEST(FactCheck, FindsInventedNames) {
  const std::string document = "Ms Hart was hit on 3 May.";
  EXPECT_EQ(invented_names("[name] hit Ms Hart on 3 May. [What did Ewan see?]", document),
            std::vector<std::string>{});
  EXPECT_EQ(invented_names("Then Mr Baird hit Ms Hart on 4 May.", document),
            (std::vector<std::string>{"Mr", "Baird", "4"}));
}

}  // namespace
}  // namespace onus
