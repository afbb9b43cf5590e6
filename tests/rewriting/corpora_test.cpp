#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "knowledge.h"
#include "rewriting/apply.h"
#include "rewriting/fact_check.h"
#include "text/fold.h"

// Every suggestion for the texts of the corpora that the program is developed on. The texts of
// corpora/rewrites/develop and corpora/sentences/develop are taken one by one, with the people that their
// group declares.
namespace onus {
namespace {

struct Text {
  std::string words;
  Settings settings;
};

void declare(Settings& settings, const std::string& people) {
  std::istringstream in(people);
  for (std::string entry; std::getline(in, entry, ';');) {
    const std::size_t equals = entry.find(" = ");
    if (equals == std::string::npos) continue;
    const std::string name =
        entry.substr(entry.find_first_not_of(' '), equals - entry.find_first_not_of(' '));
    const std::string role = entry.substr(equals + 3);
    if (role == "perpetrator") settings.people.perpetrators.push_back(name);
    if (role == "non-offending-parent") settings.people.survivors.push_back(name);
    if (role == "child") settings.people.children.push_back(name);
    if (role == "professional") settings.people.professionals.push_back(name);
  }
}

std::string without_marks(const std::string& item) {
  std::string text;
  for (std::size_t i = 0; i < item.size(); ++i) {
    if (item[i] == '[') continue;
    if (item[i] == ']' && i + 1 < item.size() && item[i + 1] == '(') {
      i = std::min(item.find(')', i), item.size() - 1);
      continue;
    }
    text += item[i];
  }
  return text;
}

void read_texts(const std::filesystem::path& file, std::vector<Text>& texts) {
  std::ifstream in(file);
  Settings settings;
  for (std::string line; std::getline(in, line);) {
    if (line.starts_with("people:")) {
      settings = {};
      declare(settings, line.substr(7));
    }
    if (line.starts_with("text: ")) texts.push_back({line.substr(6), settings});
    if (line.starts_with("- ")) texts.push_back({without_marks(line.substr(2)), settings});
  }
}

const std::vector<Text>& texts() {
  static const std::vector<Text> all = [] {
    std::vector<Text> found;
    const std::filesystem::path corpora = std::filesystem::path(ONUS_SOURCE_DIR) / "corpora";
    for (const char* folder : {"rewrites/develop", "sentences/develop"})
      for (const auto& entry : std::filesystem::directory_iterator(corpora / folder))
        if (entry.path().extension() == ".txt") read_texts(entry.path(), found);
    return found;
  }();
  return all;
}

DocumentReport report_on(const Text& text) { return lint(paragraph(text.words), text.settings, knowledge()); }

// One for each text, made once.
const std::vector<DocumentReport>& reports() {
  static const std::vector<DocumentReport> all = [] {
    std::vector<DocumentReport> made;
    for (const Text& text : texts()) made.push_back(report_on(text));
    return made;
  }();
  return all;
}

std::string document_and_names(const Text& text) {
  std::string all = text.words;
  for (const auto* names : {&text.settings.people.perpetrators, &text.settings.people.survivors,
                            &text.settings.people.children, &text.settings.people.professionals})
    for (const std::string& name : *names) all += " " + name;
  return all;
}

TEST(SuggestionsInTheCorpora, AreFound) { EXPECT_GT(texts().size(), 500U); }

TEST(SuggestionsInTheCorpora, InventNoNamesNumbersOrDates) {
  for (std::size_t t = 0; t < texts().size(); ++t)
    for (const Finding& finding : reports()[t].findings)
      for (const Suggestion& suggestion : finding.suggestions)
        if (suggestion.kind != SuggestionKind::prompt) {
          EXPECT_EQ(invented_names(suggestion.text, document_and_names(texts()[t])),
                    std::vector<std::string>{})
              << texts()[t].words << "\n  " << suggestion.text;
        }
}

TEST(SuggestionsInTheCorpora, SpeakOfThisReport) {
  for (std::size_t t = 0; t < texts().size(); ++t)
    for (const Finding& finding : reports()[t].findings) {
      EXPECT_FALSE(finding.suggestions.empty()) << texts()[t].words;
      int prompts = 0;
      for (const Suggestion& suggestion : finding.suggestions) {
        prompts += suggestion.kind == SuggestionKind::prompt;
        if (suggestion.kind == SuggestionKind::reframe && suggestion.text.ends_with('.')) {
          EXPECT_FALSE(suggestion.text[0] >= 'a' && suggestion.text[0] <= 'z') << suggestion.text;
        }
      }
      EXPECT_LE(prompts, 3) << texts()[t].words;
    }
}

// Without what nobody in particular is called.
std::string lower_without_labels(const std::string& text) {
  std::string result = lower(text);
  for (const std::string_view label : {"person using violence", "parent being abused", "person who was hurt"})
    for (std::size_t at = result.find(label); at != std::string::npos; at = result.find(label))
      result.erase(at, label.size());
  return result;
}

// Does a suggestion name somebody of this report, hold a word of the finding or quote the whole ("DV")?
bool is_specific(const DocumentReport& report, const Finding& finding) {
  const std::string found = lower(slice<ProseText>(report.document.prose, finding.span));
  std::istringstream words{found};
  std::vector<std::string> known;
  for (std::string word; words >> word;)
    if (word = word.substr(0, word.find_first_of(",.;:")); word.size() > 2) known.push_back(word);
  for (const Person& person : report.cast.people) known.push_back(lower(person.name));
  return std::any_of(
      finding.suggestions.begin(), finding.suggestions.end(), [&](const Suggestion& suggestion) {
        const std::string text = lower_without_labels(suggestion.text);
        if (text.find("“" + found + "”") != std::string::npos) return true;
        return std::any_of(known.begin(), known.end(),
                           [&](const std::string& word) { return text.find(word) != std::string::npos; });
      });
}

TEST(SuggestionsInTheCorpora, NameTheActOrThePersonOfEveryErrorAndWarning) {
  for (std::size_t t = 0; t < texts().size(); ++t)
    for (const Finding& finding : reports()[t].findings)
      if (finding.severity != Severity::note) {
        EXPECT_TRUE(is_specific(reports()[t], finding)) << finding.rule << "\n  " << texts()[t].words;
      }
}

// How often the rule of `finding` finds these words: "reckons" may stand twice.
std::ptrdiff_t times_found(const DocumentReport& report, const Finding& finding, std::string_view words) {
  return std::count_if(report.findings.begin(), report.findings.end(), [&](const Finding& other) {
    return other.rule == finding.rule && slice<ProseText>(report.document.prose, other.span) == words;
  });
}

// A finding in `after` of a rule and a category that `before` has none of, and whose words aren't simply what
// stood there already, but for an auxiliary that a clause was given ("being filmed by him", "was being filmed
// by him").
bool is_new(const DocumentReport& before, const DocumentReport& after, const Finding& finding) {
  const bool had = std::any_of(before.findings.begin(), before.findings.end(), [&](const Finding& other) {
    return other.rule == finding.rule || (finding.category && other.category == finding.category);
  });
  const std::string_view words = slice<ProseText>(after.document.prose, finding.span);
  const std::string_view all_but_first = words.substr(std::min(words.find(' ') + 1, words.size()));
  return !had && before.document.prose.find(all_but_first) == std::string::npos;
}

// A note that a sentence may read as something, by how alike it is as a whole. Other words are like other
// sentences, so that now and then one comes with a rewrite.
bool is_by_likeness(const Finding& finding) { return finding.rule.starts_with("reads-as-"); }

// Applying a rewrite takes its finding away and brings no new one.
TEST(RewritesInTheCorpora, TakeTheirFindingAway) {
  int applied = 0, new_by_likeness = 0;
  for (std::size_t t = 0; t < texts().size(); ++t) {
    const DocumentReport& before = reports()[t];
    for (const Finding& finding : before.findings) {
      const Suggestion& best = finding.suggestions.front();
      if (best.kind != SuggestionKind::rewrite) continue;
      ++applied;
      const std::string rewritten = with_suggestions(texts()[t].words, {best});
      const DocumentReport after = report_on({rewritten, texts()[t].settings});
      const std::string_view words = slice<ProseText>(before.document.prose, finding.span);
      EXPECT_LT(times_found(after, finding, words), times_found(before, finding, words)) << rewritten;
      for (const Finding& other : after.findings) {
        const bool fresh = is_new(before, after, other);
        if (fresh && is_by_likeness(other))
          ++new_by_likeness;
        else
          EXPECT_FALSE(fresh) << other.rule << "\n  " << rewritten;
      }
    }
  }
  EXPECT_GT(applied, 150);
  EXPECT_LE(new_by_likeness, 3);
}

TEST(RewritesInTheCorpora, KeepTheFacts) {
  for (std::size_t t = 0; t < texts().size(); ++t)
    for (const Finding& finding : reports()[t].findings)
      for (const Suggestion& suggestion : finding.suggestions)
        if (suggestion.kind == SuggestionKind::rewrite) {
          EXPECT_EQ(changed_facts(texts()[t].words, with_suggestions(texts()[t].words, {suggestion}),
                                  knowledge().english, knowledge().inflector),
                    std::vector<std::string>{})
              << texts()[t].words << "\n  " << suggestion.text;
        }
}

}  // namespace
}  // namespace onus
