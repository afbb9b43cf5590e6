#include "inflection_score.h"

#include <algorithm>
#include <set>
#include <sstream>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "columns.h"
#include "language/inflection.h"

namespace onus::evaluation {
namespace {

template <class Use>
void for_each_word(std::string_view conllu, Use use) {
  while (!conllu.empty()) {
    const std::size_t end = std::min(conllu.find('\n'), conllu.size());
    const std::string_view line = conllu.substr(0, end);
    if (!line.empty() && line[0] != '#') use(columns_of(line));
    conllu.remove_prefix(std::min(end + 1, conllu.size()));
  }
}

bool is_sound(const Columns& word) {
  for (const std::string_view mark : {"Typo=Yes", "Abbr=Yes", "Foreign=Yes"})
    if (word[5].find(mark) != std::string_view::npos) return false;
  return word[3] == "VERB" || word[3] == "NOUN";
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

// The form for a Penn tag; empty for tags that change nothing.
std::string form_of(const Inflector& inflector, std::string_view lemma, std::string_view tag) {
  if (tag == "VBD") return inflector.past(lemma);
  if (tag == "VBN") return inflector.past_participle(lemma);
  if (tag == "VBG") return inflector.present_participle(lemma);
  if (tag == "VBZ") return inflector.third_person(lemma);
  if (tag == "NNS") return inflector.plural(lemma);
  return {};
}

}  // namespace

InflectionScore score_inflection(const std::filesystem::path& words, std::span<const std::string> training,
                                 std::span<const std::string> texts) {
  std::unordered_set<std::string> known;
  for (const std::string& text : training)
    for_each_word(text, [&](const Columns& word) { known.insert(lower(word[2])); });
  std::set<std::tuple<std::string, std::string, std::string>> wanted;  // lemma, tag, form
  for (const std::string& text : texts)
    for_each_word(text, [&](const Columns& word) {
      const std::string lemma = lower(word[2]);
      if (is_sound(word) && !known.contains(lemma))
        wanted.emplace(lemma, std::string(word[4]), lower(word[1]));
    });
  const Inflector british(words, Spelling::british);
  const Inflector american(words, Spelling::american);
  InflectionScore score;
  for (const auto& [lemma, tag, form] : wanted) {
    const std::string made = form_of(british, lemma, tag);
    if (made.empty()) continue;
    ++score.all;
    if (made == form || form_of(american, lemma, tag) == form)
      ++score.right;
    else
      score.misses.push_back(lemma + " " + made + " " + form);
  }
  return score;
}

}  // namespace onus::evaluation
