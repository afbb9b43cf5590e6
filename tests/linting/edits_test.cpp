#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>
#include <random>
#include <sstream>
#include <vector>

#include "knowledge.h"
#include "reading/readers.h"
#include "reporting/print_json.h"

// What an earlier report saves alters nothing.
namespace onus {
namespace {

// A report of the corpus without the marks of who is meant: "{p1|her}" is "her".
std::string words_of_report(const std::string& name) {
  std::ifstream file(std::string(ONUS_SOURCE_DIR) + "/corpora/reports/develop/" + name + ".txt");
  std::stringstream all;
  all << file.rdbuf();
  std::string words = all.str();
  for (std::size_t bar; (bar = words.find('|')) != std::string::npos;) {
    const std::size_t open = words.rfind('{', bar);
    const std::size_t close = words.find('}', bar);
    if (open == std::string::npos || close == std::string::npos) break;
    words.erase(close, 1);
    words.erase(open, bar + 1 - open);
  }
  return words;
}

// Makes what people make while they write, anywhere in a text, the same each time.
class Writer {
 public:
  explicit Writer(std::string words) : words_(std::move(words)) {}

  const std::string& edit() {
    constexpr std::array<std::string_view, 14> kNew{" quietly",
                                                    " not",
                                                    " she",
                                                    " Mr Pugh",
                                                    ". He",
                                                    "\n\n",
                                                    "\n\n## Plan\n\n",
                                                    " “",
                                                    "” ",
                                                    " allegations",
                                                    " her children",
                                                    " failed to",
                                                    " punched her",
                                                    " toxic relationship"};
    const std::size_t at = place();
    switch (random_() % 3) {
      case 0:
        words_.erase(at, stretch(at, 60));
        break;
      case 1: {
        const std::string taken = words_.substr(at, stretch(at, 400));
        words_.insert(place(), taken);
        break;
      }
      default:
        words_.insert(at, kNew[random_() % kNew.size()]);
    }
    return words_;
  }

 private:
  // Before a space, so that no character is cut.
  std::size_t place() {
    const std::size_t at = words_.find(' ', random_() % words_.size());
    return at == std::string::npos ? words_.find(' ') : at;
  }

  // From there to some later space.
  std::size_t stretch(std::size_t at, std::size_t most) {
    return words_.find(' ', at + 1 + random_() % most) - at;
  }

  std::string words_;
  std::mt19937 random_{20};
};

std::string told_of(const DocumentReport& report) { return to_json(report, {}).dump(1); }

void expect_the_same_after_edits(const std::string& name, const Settings& settings, int edits) {
  Writer writer(words_of_report(name));
  const auto document = [&](std::string words) { return read_plain_text(std::move(words), name); };
  DocumentReport before = lint(document(writer.edit()), settings, knowledge());
  for (int i = 0; i < edits; ++i) {
    const std::string words = writer.edit();
    DocumentReport again = lint(document(words), settings, knowledge(), &before);
    ASSERT_EQ(told_of(again), told_of(lint(document(words), settings, knowledge()))) << words;
    before = std::move(again);
  }
}

TEST(Edits, AReportOfAnEarlierStateAltersNothing) {
  expect_the_same_after_edits("lothian-assessment", {}, 60);
}

TEST(Edits, NorWhereItIsDeclaredWhoIsWho) {
  Settings settings = with_people();
  settings.people.survivors = {"Rhian Morgan"};
  expect_the_same_after_edits("core-group-minutes", settings, 40);
}

// Words that excuse others, or have to be near them, come and go with the sentences around, and people who
// were known no longer are.
TEST(Edits, NorWhereSentencesChangePlaces) {
  const std::vector<std::string> sentences{"Mr Baird punched Ms Hart in the kitchen. ",
                                           "She failed to protect the children. ",
                                           "There were incidents between the couple. ",
                                           "Ms Hart was assaulted. ",
                                           "The volatile relationship affected the family. ",
                                           "He said that she provoked him. ",
                                           "The phrase hides what he did. ",
                                           "They separated and the risk is reduced. ",
                                           "He had been drinking because of stress at work. ",
                                           "Ms Hart allegedly suffered an injury. "};
  std::mt19937 random(7);
  std::vector<std::size_t> order(sentences.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto text = [&] {
    std::string words;
    for (const std::size_t each : order) words += sentences[each];
    return words;
  };
  const auto document = [&] { return read_plain_text(text(), "note"); };
  DocumentReport before = lint(document(), {}, knowledge());
  for (int i = 0; i < 40; ++i) {
    std::shuffle(order.begin(), order.end(), random);
    order.resize(sentences.size() - random() % 4);
    DocumentReport again = lint(document(), {}, knowledge(), &before);
    ASSERT_EQ(told_of(again), told_of(lint(document(), {}, knowledge()))) << text();
    before = std::move(again);
    order.resize(sentences.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
  }
}

// What an earlier state left out, the next one has again.
TEST(Edits, NorWhereAnEditIsTakenBack) {
  const std::string words = words_of_report("lothian-assessment");
  const auto document = [](std::string text) { return read_plain_text(std::move(text), "report"); };
  const DocumentReport first = lint(document(words), {}, knowledge());
  const DocumentReport cut = lint(document(words.substr(0, words.size() / 2)), {}, knowledge(), &first);
  const DocumentReport again = lint(document(words), {}, knowledge(), &cut);
  EXPECT_EQ(told_of(again), told_of(first));
  EXPECT_EQ(again.matches.absent, first.matches.absent);
  EXPECT_EQ(again.matches.present, first.matches.present);
}

// The report was of other people: only the words are the same.
TEST(Edits, NorWhereSomebodyElseIsDeclared) {
  const std::string words = words_of_report("core-group-minutes");
  const auto document = [&] { return read_plain_text(words, "minutes"); };
  Settings declared;
  declared.people.survivors = {"Rhian Morgan"};
  const DocumentReport before = lint(document(), declared, knowledge());
  EXPECT_EQ(told_of(lint(document(), {}, knowledge(), &before)), told_of(lint(document(), {}, knowledge())));
  declared.all_passives = true;
  const DocumentReport passives = lint(document(), declared, knowledge());
  EXPECT_EQ(told_of(lint(document(), {}, knowledge(), &passives)),
            told_of(lint(document(), {}, knowledge())));
}

}  // namespace
}  // namespace onus
