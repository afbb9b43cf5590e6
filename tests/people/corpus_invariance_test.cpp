#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "linting/lint.h"
#include "people/telling.h"

// Over all reports of the corpus: with gendered words and given names swapped, or the names of one tradition
// in the place of another's, the same findings stand at the same places. A finding is a rule and its words,
// counted from the beginning of the document. What may differ is listed with its reason and can only become
// less.
namespace onus::test {
namespace {

namespace fs = std::filesystem;

// The plain text of an annotated report: "{p2|Ms Hart}" is "Ms Hart", "[was hit](agentless-passive)" "was
// hit".
std::string without_marks(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{') {
      i = text.find('|', i);
    } else if (text[i] == ']' && i + 1 < text.size() && text[i + 1] == '(') {
      i = text.find(')', i);
    } else if (text[i] != '}' && text[i] != '[') {
      out += text[i];
    }
  }
  return out;
}

struct Report {
  std::string name, text;
};

const std::vector<Report>& reports() {
  static const std::vector<Report> all = [] {
    std::vector<Report> out;
    for (const auto& entry : fs::directory_iterator(fs::path(ONUS_SOURCE_DIR) / "corpora/reports/develop")) {
      if (entry.path().extension() != ".txt") continue;
      std::ifstream in(entry.path(), std::ios::binary);
      out.push_back({entry.path().stem().string(), without_marks({std::istreambuf_iterator<char>(in), {}})});
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return out;
  }();
  return all;
}

const Knowledge& knowledge() {
  static const Knowledge all = load_knowledge(std::array{lexicons()});
  return all;
}

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

// Every word of the text through `swap`, which also gets the place where the word begins.
template <class Swap>
std::string with_words(const std::string& text, Swap swap) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_letter(text[i])) {
      out += text[i++];
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && is_letter(text[i])) ++i;
    out += swap(text.substr(begin, i - begin), begin);
  }
  return out;
}

std::string capitalised_like(const std::string& word, std::string other) {
  const auto upper = [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; };
  if (word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z')
    std::transform(other.begin(), other.end(), other.begin(), upper);
  else if (word[0] >= 'A' && word[0] <= 'Z')
    other[0] = upper(other[0]);
  return other;
}

// Rule and words, the words by their number in the document, which a swap of words doesn't change.
std::multiset<std::string> findings_of(const std::string& text) {
  Document document = std::get<Document>(read_bytes(text, "report.md"));
  const std::string prose = document.prose;
  const auto number = [&](std::uint32_t place) {
    int words = 0;
    for (std::uint32_t i = 1; i <= place && i < prose.size(); ++i)
      words += is_letter(prose[i - 1]) && !is_letter(prose[i]);
    return words;
  };
  std::multiset<std::string> out;
  for (const Finding& finding : lint(std::move(document), {}, knowledge()).findings)
    out.insert(finding.rule + " " + std::to_string(number(finding.span.begin)) + "-" +
               std::to_string(number(finding.span.end)));
  return out;
}

std::vector<std::string> difference(const std::multiset<std::string>& a,
                                    const std::multiset<std::string>& b) {
  std::vector<std::string> out;
  std::set_symmetric_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
  return out;
}

using Exceptions = std::map<std::string, std::size_t>;  // report, findings that may differ

template <class Change>
void expect_same_findings(Change change, const Exceptions& exceptions) {
  for (const Report& report : reports()) {
    const auto before = findings_of(report.text);
    const auto after = findings_of(change(report.text));
    const auto differ = difference(before, after);
    const auto allowed = exceptions.find(report.name);
    std::string shown;
    for (const std::string& finding : differ)
      shown += "\n    " + finding + (before.contains(finding) ? " gone" : " new");
    EXPECT_LE(differ.size(), allowed == exceptions.end() ? 0 : allowed->second)
        << report.name << " of " << before.size() << shown;
  }
}

// ---- Gendered words

const std::map<std::string, std::string>& other_gender() {
  static const std::map<std::string, std::string> words = [] {
    constexpr std::pair<const char*, const char*> pairs[] = {{"he", "she"},
                                                             {"himself", "herself"},
                                                             {"mother", "father"},
                                                             {"mum", "dad"},
                                                             {"mummy", "daddy"},
                                                             {"mam", "da"},
                                                             {"mom", "pop"},
                                                             {"mommy", "papa"},
                                                             {"mr", "ms"},
                                                             {"sister", "brother"},
                                                             {"son", "daughter"},
                                                             {"boy", "girl"},
                                                             {"boys", "girls"},
                                                             {"husband", "wife"},
                                                             {"boyfriend", "girlfriend"},
                                                             {"uncle", "aunt"},
                                                             {"nan", "grandad"},
                                                             {"granny", "grandpa"},
                                                             {"grandmother", "grandfather"},
                                                             {"man", "woman"},
                                                             {"stepfather", "stepmother"},
                                                             {"nephew", "niece"},
                                                             {"mob", "fob"},
                                                             {"mgm", "mgf"},
                                                             {"pgm", "pgf"},
                                                             {"sisters", "brothers"},
                                                             {"sons", "daughters"},
                                                             {"grandson", "granddaughter"},
                                                             {"gran", "gramps"},
                                                             {"abbu", "ammu"},
                                                             {"uncles", "aunties"},
                                                             {"lad", "lass"}};
    std::map<std::string, std::string> out;
    for (const auto& [a, b] : pairs) {
      out[a] = b;
      out[b] = a;
    }
    out["mrs"] = "mr";
    out["miss"] = "mr";
    return out;
  }();
  return words;
}

// Given names that the lists know as hers and his, to stand for one another.
constexpr std::array<const char*, 16> kHers{"Agnes",   "Bethan",  "Clara",  "Dilys", "Elin",  "Farah",
                                            "Gillian", "Holly",   "Imani",  "Joyce", "Karin", "Lowri",
                                            "Maria",   "Nasreen", "Olivia", "Ruth"};
constexpr std::array<const char*, 16> kHis{"Adam",   "Brian",  "Callum", "David", "Edward", "Francis",
                                           "George", "Hugh",   "Imran",  "John",  "Kevin",  "Liam",
                                           "Martin", "Nathan", "Oliver", "Robert"};

std::string swapped_genders(const std::string& text) {
  // "her" is "him" or "his": the analysis tells which.
  const Document document = std::get<Document>(read_bytes(text, "report.md"));
  Analysis analysis = english().analyse(document.prose, document.blocks);
  english().parse_all(analysis, document.prose);
  std::vector<bool> possessive;  // of each "her", in their order
  for (const Token& token : analysis.tokens) {
    const std::string word = fold(slice<ProseText>(document.prose, token.span));
    if (word == "her") possessive.push_back(token.deprel == Deprel::nmod_poss);
  }
  std::size_t at = 0;
  std::map<std::string, std::string> names;
  std::size_t hers = 0, his = 0;
  return with_words(text, [&](const std::string& word, std::size_t) {
    const std::string folded = fold(word);
    if (folded == "her") {
      const bool poss = at < possessive.size() && possessive[at];
      ++at;
      return capitalised_like(word, poss ? "his" : "him");
    }
    if (folded == "him" || folded == "his") return capitalised_like(word, "her");
    if (folded == "hers") return capitalised_like(word, "his");
    if (const auto other = other_gender().find(folded); other != other_gender().end())
      return capitalised_like(word, other->second);
    const Agreement agrees = people_words().of_given_name(folded);
    if (!starts_with_capital(word) || agrees == Agreement::unknown) return word;
    auto [name, added] = names.emplace(folded, "");
    if (added)
      name->second = agrees == Agreement::he ? kHers[hers++ % kHers.size()] : kHis[his++ % kHis.size()];
    return name->second;
  });
}

// ---- Names of another tradition

// By initial, so that "OT" and "G" still stand for whom they stand for.
std::string of_another_tradition(const std::string& word, bool he, bool she) {
  static const std::map<char, std::array<const char*, 3>> names{
      {'A', {"Abebe", "Amaka", "Achterberg"}},   {'B', {"Babatunde", "Bolanle", "Bielecki"}},
      {'C', {"Chidi", "Chika", "Cisse"}},        {'D', {"Diego", "Deepa", "Dlamini"}},
      {'E', {"Emeka", "Ewelina", "Eze"}},        {'F', {"Faisal", "Fatma", "Farouk"}},
      {'G', {"Gurpreet", "Gulnaz", "Gebre"}},    {'H', {"Hassan", "Habiba", "Hashemi"}},
      {'I', {"Ibrahim", "Ifrah", "Iwu"}},        {'J', {"Javier", "Justyna", "Jaworski"}},
      {'K', {"Kwame", "Kemi", "Kaminska"}},      {'L', {"Luis", "Leila", "Lopez"}},
      {'M', {"Mohammed", "Magdalena", "Mbeki"}}, {'N', {"Naveed", "Ngozi", "Nkemelu"}},
      {'O', {"Omar", "Olga", "Okafor"}},         {'P', {"Pawel", "Priya", "Petrenko"}},
      {'R', {"Rashid", "Rukhsana", "Rahimi"}},   {'S', {"Suleiman", "Shabnam", "Sandhu"}},
      {'T', {"Tariq", "Tanvi", "Thapa"}},        {'W', {"Wojciech", "Wanjiru", "Wanjala"}},
      {'Z', {"Zbigniew", "Zainab", "Zielonka"}}};
  const auto found = names.find(word[0]);
  if (found == names.end()) return word;
  return capitalised_like(word, found->second[he ? 0 : she ? 1 : 2]);
}

std::string with_other_names(const std::string& text) {
  const Told told = tell(text);
  std::set<std::string> names;  // words of names of people, without titles and nouns
  for (const Mention& mention : told.people.cast.mentions) {
    if (mention.kind != MentionKind::name) continue;
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
      const std::string word = told.text(told.analysis.tokens[t].span);
      const std::string folded = fold(word);
      if (word.size() > 3 && starts_with_capital(word) && people_words().title(folded) == nullptr &&
          people_words().noun(folded) == nullptr && std::all_of(word.begin(), word.end(), is_letter))
        names.insert(folded);
    }
  }
  std::map<std::string, std::string> chosen;
  std::set<std::string> used;
  return with_words(text, [&](const std::string& word, std::size_t) {
    const std::string folded = fold(word);
    if (!starts_with_capital(word) || !names.contains(folded)) return word;
    auto [name, added] = chosen.emplace(folded, "");
    if (added) {
      const Agreement agrees = people_words().of_given_name(folded);
      name->second = of_another_tradition(word, agrees == Agreement::he, agrees == Agreement::she);
      if (!used.insert(name->second).second) name->second = word;  // two of one initial: one keeps its own
    }
    return capitalised_like(word, fold(name->second));
  });
}

// The tagger and the parser know words, so that another word may be read in another way; and "her" is owner
// and object where "his" and "him" are one each, so that a pronoun's form tells more for one sex than for the
// other. Notes by likeness that were near their least come and go with it.
const Exceptions kGenderExceptions{
    {"au-casenote-andreou",
     8},  // "Con" keeps his name, so that "his" may mean one more person than "her" did
    {"cpc-minutes-oduya-rees", 4},  // three findings by other rules or words, as it isn't clear who "his" is
    {"hv-record-maclennan-zielinska", 1},  // a note near its least, in notes without subjects
    {"irl-conference-breen", 1},           // a note near its least
    {"us-affidavit-lindqvist", 2},         // the same finding, two words longer
    {"usa-cps-delgado", 3},                // one finding by another rule of its category, and a note
    {"wal-review-birds", 1},               // a passive whose doer the parse doesn't find for the other sex
    {"ie-conference-tierney", 1},    // two mothers told apart by "Mum" and "Mam", which have no such pair
    {"learning-review-extract", 1},  // a note near its least
    {"lochbrae-cppm-minute", 11},    // "SG" is no initials of the swapped names: both mothers stay unknown, so
                                     // that other rules of the same categories speak of the same words
    {"ppn-wilk", 4},                 // two findings and two notes, where the pronouns of three people meet
    {"school-chronology-wales", 1},  // initials of names that were swapped ("C", "O") stand for no one
    {"us-affidavit-quintero", 2},    // the same finding, two words longer
};
const Exceptions kNameExceptions{
    {"custody-evaluation", 2},         // one finding by another rule of its category
    {"lochbrae-cppm-minute", 1},       // a finding near the likeness below which its rule is silent
    {"northern-metro-assessment", 1},  // a note by likeness
    {"us-affidavit-lindqvist", 2},     // the same finding, two words longer
};

TEST(CorpusInvariance, GenderedWords) { expect_same_findings(swapped_genders, kGenderExceptions); }
TEST(CorpusInvariance, NamingTraditions) { expect_same_findings(with_other_names, kNameExceptions); }

}  // namespace
}  // namespace onus::test
