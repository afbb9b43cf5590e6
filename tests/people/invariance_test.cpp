#include <gtest/gtest.h>

#include <map>

#include "people/telling.h"

// Who did what doesn't depend on anyone's sex or on where a name comes from: with gendered words swapped, or
// names of one tradition in the place of another's, the same mentions mean the same people in the same roles.
namespace onus::test {
namespace {

constexpr const char* kReport =
    "Children: Ewan (9) and Isla (4)\n\nMother: Leanne Hart\n\nFather: Callum Baird\n\n"
    "Ms Hart told the social worker that he took her bank card and checked her phone. She said that Mr Baird "
    "punched her in March. Mr Baird threatened Ms Hart. He said that she was a bad mother. Ewan tried to "
    "stop him. "
    "Mum takes the children to school. Dad shouts at her.\n";

// Words by which the report is told apart from its other version, kept in the same order and number.
using Swaps = std::map<std::string, std::string>;

std::string swapped(const std::string& text, const Swaps& swaps) {
  std::string out, word;
  const auto flush = [&] {
    const auto swap = swaps.find(word);
    out += swap == swaps.end() ? word : swap->second;
    word.clear();
  };
  for (const char c : text) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter) {
      word += c;
    } else {
      flush();
      out += c;
    }
  }
  flush();
  return out;
}

// For each mention whom it means, by the order of appearance, and everyone's role.
std::string structure(const Told& told) {
  std::string out;
  for (const Mention& mention : told.people.cast.mentions) {
    for (const std::uint32_t person : mention.people) out += std::to_string(person) + ",";
    out += ' ';
  }
  for (const Person& person : told.people.cast.people) out += std::string(name_of(person.role())) + ' ';
  for (const Event& event : told.events)
    out += std::to_string(event.agent) + ">" + (event.target.empty() ? "" : std::to_string(event.target[0])) +
           ' ';
  return out;
}

TEST(Invariance, GenderedWords) {
  const Swaps swaps{{"Mother", "Father"}, {"Father", "Mother"}, {"Ms", "Mr"},         {"Mr", "Ms"},
                    {"he", "she"},        {"she", "he"},        {"She", "He"},        {"He", "She"},
                    {"her", "his"},       {"him", "her"},       {"mother", "father"}, {"Mum", "Dad"},
                    {"Dad", "Mum"},       {"Leanne", "Liam"},   {"Callum", "Claire"}, {"Ewan", "Eilidh"},
                    {"Isla", "Ivan"}};
  // "her" is "him" where it is an object; these two places are.
  std::string other = swapped(kReport, swaps);
  for (const char* place : {"punched his", "shouts at his"})
    other.replace(other.find(place) + std::string(place).size() - 3, 3, "him");
  EXPECT_EQ(structure(tell(kReport)), structure(tell(other)));
}

TEST(Invariance, NamingTraditions) {
  const Swaps swaps{{"Leanne", "Ngozi"},  {"Hart", "Eze"},   {"Callum", "Imran"},
                    {"Baird", "Qureshi"}, {"Ewan", "Tariq"}, {"Isla", "Zara"}};
  EXPECT_EQ(structure(tell(kReport)), structure(tell(swapped(kReport, swaps))));
  const Swaps unlisted{{"Leanne", "Sveva"}, {"Hart", "Oyelaran"}, {"Callum", "Bjarke"},
                       {"Baird", "Tsosie"}, {"Ewan", "Ketut"},    {"Isla", "Anahera"}};
  EXPECT_EQ(structure(tell(kReport)), structure(tell(swapped(kReport, unlisted))));
}

}  // namespace
}  // namespace onus::test
