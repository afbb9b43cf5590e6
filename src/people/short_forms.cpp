#include "people/short_forms.h"

#include <algorithm>
#include <set>

#include "text/closed_list.h"

namespace onus {

// "Mo" and "Fa" are the mother and the father in notes that have both, or one of them as a label; elsewhere
// "Mo" is a name.
ShortForms::ShortForms(const MentionText& text, std::span<const Detail> details) : text_(text) {
  std::set<const PersonNoun*> used;
  for (std::uint32_t t = 0; t < text_.analysis.tokens.size(); ++t)
    if (const PersonNoun* noun = text_.words.abbreviation(text_.form(t))) used.insert(noun);
  const bool label = std::any_of(details.begin(), details.end(), [&](const Detail& d) {
    return text_.words.abbreviation(slice<ProseText>(text_.document.prose, d.label)) != nullptr;
  });
  abbreviates_ = used.size() > 1 || label;
  note_legend();
  note_letters();
}

// "M = mother", "her boyfriend (BF)": what letters stand for from then on.
void ShortForms::note_legend() {
  for (std::uint32_t t = 0; t + 2 < text_.analysis.tokens.size(); ++t) {
    if (text_.form(t + 1) == "=" && is_short_form(t)) {
      if (const PersonNoun* noun = noun_behind(t + 2)) legend_.emplace(text_.form(t), noun);
    } else if (text_.form(t + 1) == "(" && t + 3 < text_.analysis.tokens.size() && text_.form(t + 3) == ")" &&
               is_short_form(t + 2) && text_.words.noun(fold_words(text_.form(t + 2))) == nullptr) {
      const PersonNoun* noun = text_.words.noun(fold_words(text_.form(t)));
      // "child (F)" tells the sex.
      const bool alike = fold(text_.form(t))[0] == fold(text_.form(t + 2))[0];
      if (noun != nullptr && alike && noun->sort != NounSort::agency && !noun->vague)
        legend_.emplace(text_.form(t + 2), noun);
    }
  }
}

bool ShortForms::is_short_form(std::uint32_t t) const {
  const std::string_view word = text_.form(t);
  return word.size() < 5 && word != "I" && starts_with_capital(word) &&
         std::all_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
}

// The longest noun that begins at `t`, behind an article.
const PersonNoun* ShortForms::noun_behind(std::uint32_t t) const {
  constexpr std::uint32_t kLongest = 3;  // tokens
  if (t + 1 < text_.analysis.tokens.size() && text_.token(t).upos == Upos::DET) ++t;
  const PersonNoun* best = nullptr;
  std::string words;
  for (std::uint32_t u = t;
       u < t + kLongest && u < text_.analysis.tokens.size() && !(u > t && text_.begins_entry[u]); ++u) {
    // "BF = mother's boyfriend"
    if (text_.token(u).xpos == Xpos::POS) return noun_behind(u + 1);
    words += (u > t ? " " : "") + fold_words(text_.form(u));
    if (const PersonNoun* noun = text_.words.noun(words); noun != nullptr && noun->sort != NounSort::agency)
      best = noun;
  }
  return best;
}

// "M at front door. F said M had slipped.": where both letters stand as words and one of them does things.
// As somebody's sex they do nothing, and as initials they stand beside a point or another name.
void ShortForms::note_letters() {
  constexpr int kOften = 2;
  std::set<const PersonNoun*> used;
  int acts = 0;
  for (std::uint32_t t = 0; t + 1 < text_.analysis.tokens.size(); ++t) {
    const PersonNoun* noun = text_.words.letter(text_.form(t));
    if (noun == nullptr || one_of(text_.form(t + 1), {".", "&", "-", "/", ":"})) continue;
    if (t > 0 &&
        (one_of(text_.form(t - 1), {"/", "&", "-"}) || (text_.form(t - 1) == "." && text_.touches(t - 1))))
      continue;
    used.insert(noun);
    const Upos next = text_.token(t + 1).upos;
    acts += text_.is_small(t + 1) && (next == Upos::VERB || next == Upos::AUX);
  }
  letters_ = used.size() > 1 && acts >= kOften;
}

const PersonNoun* ShortForms::explained(std::string_view word) const {
  const auto said = legend_.find(word);
  return said == legend_.end() ? nullptr : said->second;
}

const PersonNoun* ShortForms::short_noun(std::uint32_t t) const {
  const std::string_view word = text_.form(t);
  if (const auto said = legend_.find(word); said != legend_.end()) return said->second;
  if (abbreviates_)
    if (const PersonNoun* noun = text_.words.abbreviation(word)) return noun;
  const bool owned = t > 0 && (text_.token(t - 1).xpos == Xpos::POS || text_.token(t - 1).xpos == Xpos::PRPS);
  if (owned && one_of(word, {"BF", "bf"})) return text_.words.noun_of_key("boyfriend");
  if (owned && one_of(word, {"GF", "gf"})) return text_.words.noun_of_key("girlfriend");
  return nullptr;
}

const PersonNoun* ShortForms::letter_noun(std::uint32_t t) const {
  return letters_ ? text_.words.letter(text_.form(t)) : nullptr;
}

}  // namespace onus
