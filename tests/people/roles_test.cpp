#include <gtest/gtest.h>

#include <sstream>

#include "people/telling.h"

// A text and lines such as "Ms Hart: non-offending-parent stated convicted"; a line without basis and
// standing checks the role only.
namespace onus::test {
namespace {

void expect_roles(const std::string& text, const std::string& table, const Declarations& declared = {}) {
  const Told told = tell(text, declared);
  std::istringstream lines(table);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(": ");
    if (colon == std::string::npos) continue;
    const std::string name = line.substr(line.find_first_not_of(' '), colon - line.find_first_not_of(' '));
    std::istringstream words(line.substr(colon + 2));
    std::string role, basis, standing;
    words >> role >> basis >> standing;
    const std::uint32_t person = told.who(name);
    ASSERT_NE(person, kNone) << name << "\n  in " << text;
    const Person& found = told.people.cast.people[person];
    EXPECT_EQ(name_of(found.role()), role) << name << "\n  in " << text;
    if (!basis.empty()) {
      EXPECT_EQ(name_of(found.basis()), basis) << name << "\n  in " << text;
    }
    if (!standing.empty() && !found.roles.empty()) {
      EXPECT_EQ(name_of(found.roles.front().standing), standing) << name << "\n  in " << text;
    }
  }
}

TEST(Roles, Declared) {
  expect_roles("Mr Baird lives in Leith. Ms Hart lives in Fife.",
               "Mr Baird: non-offending-parent declared\n Ms Hart: perpetrator declared",
               {{"Ms Hart"}, {"Mr Baird"}, {}, {}});
}

TEST(Roles, DeclarationsThatCantHoldAreSaid) {
  const Told missing = tell("Ms Hart was seen.", {{"Mr Baird"}, {}, {}, {}});
  ASSERT_EQ(missing.people.warnings.size(), 1U);
  const Told both = tell("Ms Hart was seen.", {{"Ms Hart"}, {"Ms Hart"}, {}, {}});
  ASSERT_EQ(both.people.warnings.size(), 1U);
  EXPECT_TRUE(both.people.cast.people[both.who("Ms Hart")].plays(Role::perpetrator));
  EXPECT_TRUE(both.people.cast.people[both.who("Ms Hart")].plays(Role::non_offending_parent));
  const Told against = tell("Alleged perpetrator: Mr Baird", {{}, {"Mr Baird"}, {}, {}});
  EXPECT_EQ(against.people.warnings.size(), 1U);
  EXPECT_EQ(against.people.cast.people[against.who("Mr Baird")].role(), Role::non_offending_parent);
}

TEST(Roles, Stated) {
  expect_roles("Alleged perpetrator: Mr Baird\n\nVictim: Ms Hart",
               "Mr Baird: perpetrator stated alleged\n Ms Hart: non-offending-parent stated");
  expect_roles("The victim, Ms Osei, was seen at home.", "Ms Osei: non-offending-parent stated");
  expect_roles("Mr Baird was convicted of assaulting Ms Hart in 2019.",
               "Mr Baird: perpetrator stated convicted\n Ms Hart: non-offending-parent stated convicted");
  expect_roles("Ms Tennant is the perpetrator.", "Ms Tennant: perpetrator stated");
}

TEST(Roles, ArrestAndOneActDecideNothing) {
  expect_roles("Ms Hart was arrested. Mr Baird was at home.", "Ms Hart: unknown\n Mr Baird: unknown");
  expect_roles("Ms Hart slapped Mr Baird in 2020.", "Ms Hart: unknown\n Mr Baird: unknown");
  expect_roles("Mr Baird is Ewan's father. Ms Hart is Ewan's mother.",
               "Mr Baird: unknown\n Ms Hart: unknown");
}

TEST(Roles, Told) {
  expect_roles(
      "Ms Tully punched Ms Raman in March. Ms Tully took Ms Raman's bank card and read Ms Raman's messages "
      "every night. "
      "Ms Tully threatened Ms Raman.",
      "Ms Tully: perpetrator inferred\n Ms Raman: non-offending-parent inferred");
}

TEST(Roles, EveryoneElse) {
  expect_roles(
      "Ms Tully punched Ms Raman in March. Ms Tully took Ms Raman's bank card and read Ms Raman's messages "
      "every night. "
      "Ms Tully threatened Ms Raman. Mr Cole lives next door.",
      "Ms Tully: perpetrator inferred\n Ms Raman: non-offending-parent inferred\n Mr Cole: other inferred");
  expect_roles("Ms Tully punched Ms Raman in March. Mr Cole lives next door.", "Mr Cole: unknown");
}

TEST(Roles, WhatACourtFoundDecides) {
  expect_roles(
      "Mr Gill alleged that Mrs Gill slapped him, kicked him, bit him and threatened him. It was found that "
      "Mr Gill "
      "punched Mrs Gill in March. It was found that Mr Gill strangled Mrs Gill in May. It was found that Mr "
      "Gill raped Mrs "
      "Gill.",
      "Mr Gill: perpetrator inferred found\n Mrs Gill: non-offending-parent inferred");
}

TEST(Roles, CounterClaimsLeaveItOpen) {
  expect_roles(
      "Mr Gill said that Mrs Gill slapped him, kicked him and bit him. Mrs Gill said that Mr Gill punched "
      "her, kicked her and threatened her.",
      "Mr Gill: unknown\n Mrs Gill: unknown");
}

TEST(Roles, ChildrenAndProfessionals) {
  expect_roles(
      "Children: Ewan (9) and Isla (4)\n\nReport by: Jane Doe, social worker\n\nDr Shah and PC Orr were "
      "told.",
      "Ewan: child stated\n Isla: child\n Jane Doe: professional stated\n Dr Shah: professional\n PC Orr: "
      "professional");
  expect_roles("Nine-year-old Tariq lives with Ms Aziz.", "Tariq: child\n Ms Aziz: unknown");
}

}  // namespace
}  // namespace onus::test
