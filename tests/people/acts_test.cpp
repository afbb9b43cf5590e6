#include <gtest/gtest.h>

#include <fstream>

#include "people/telling.h"

// acts.txt and no-acts.txt: sentences of many hands, each read behind a few lines that say who is who. What
// they tell of may not depend on where the names come from.
namespace onus::test {
namespace {

struct Line {
  std::string tactic;  // "any": not looked at
  std::string text;
};

std::vector<Line> lines_of(const char* file) {
  std::ifstream in(std::filesystem::path(ONUS_SOURCE_DIR) / "tests" / "people" / file);
  std::vector<Line> out;
  std::string tactic;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("## ")) tactic = line.substr(3);
    if (!line.empty() && line.front() != '#') out.push_back({tactic, line});
  }
  return out;
}

struct Names {
  const char* title;
  std::vector<std::pair<std::string, std::string>> in_place_of;
};

const std::vector<Names>& traditions() {
  static const std::vector<Names> kAll{{"as written", {}},
                                       {"others",
                                        {{"Baird", "Oyelaran"},
                                         {"Hart", "Quispe"},
                                         {"Callum", "Tunde"},
                                         {"Leanne", "Sisa"},
                                         {"Ewan", "Ketut"},
                                         {"Isla", "Anahera"}}}};
  return kAll;
}

std::string renamed(std::string text, const Names& names) {
  for (const auto& [from, to] : names.in_place_of)
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
      text.replace(at, from.size(), to);
  return text;
}

const std::string kWho =
    "Perpetrator: Callum Baird\n\nVictim: Leanne Hart\n\nChildren: Ewan Baird (9) and Isla Baird (4)\n\n"
    "Ms Hart talked about Mr Baird. ";

TEST(Acts, AreFoundWithTheirAgentsAndTactics) {
  for (const Names& names : traditions()) {
    const std::string who = renamed(kWho, names), agent = renamed("Callum Baird", names);
    for (const Line& line : lines_of("acts.txt")) {
      const Told told = tell(who + renamed(line.text, names));
      const bool found = std::any_of(told.events.begin(), told.events.end(), [&](const Event& event) {
        return told.name(event.agent) == agent &&
               (line.tactic == "any" || name_of(event.tactic) == line.tactic);
      });
      EXPECT_TRUE(found) << line.tactic << ": " << line.text << " (" << names.title << ")";
    }
  }
}

TEST(Acts, AreNotFoundInOrdinaryLife) {
  for (const Names& names : traditions())
    for (const Line& line : lines_of("no-acts.txt")) {
      const Told told = tell(renamed(kWho + line.text, names));
      EXPECT_TRUE(told.events.empty())
          << line.text << " (" << names.title << "): " << told.text(told.events.front().span);
    }
}

}  // namespace
}  // namespace onus::test
