#include "people/report_naming.h"

#include <algorithm>

#include "text/closed_list.h"

namespace onus {

ReportNaming::ReportNaming(const MentionText& text, std::span<const Detail> details,
                           std::span<const std::string> declared)
    : text_(text), short_(text, details) {
  mark_details(details);
  note_names();
  mark_long_nouns();
  for (const std::string& word : declared)
    if (text.words.noun(word) == nullptr) seen_as_name_.insert(fold(word));
}

void ReportNaming::mark_details(std::span<const Detail> details) {
  expected_.assign(text_.analysis.tokens.size(), false);
  label_.assign(text_.analysis.tokens.size(), false);
  std::size_t next = 0, told = details.size();
  for (std::uint32_t t = 0; t < text_.analysis.tokens.size(); ++t) {
    while (next < details.size() && details[next].value.end <= text_.token(t).span.begin) ++next;
    const bool within = next < details.size() && details[next].value.contains(text_.token(t).span);
    // Behind a verb the line tells something: "IDVA: rang on Monday. On Friday …".
    if (within && text_.is_small(t) &&
        (text_.token(t).upos == Upos::VERB || text_.token(t).upos == Upos::AUX))
      told = next;
    expected_[t] = within && told != next;
  }
  next = 0;
  for (std::uint32_t t = 0; t < text_.analysis.tokens.size(); ++t) {
    while (next < details.size() && details[next].label.end <= text_.token(t).span.begin) ++next;
    label_[t] = next < details.size() && details[next].label.contains(text_.token(t).span);
  }
}

bool ReportNaming::is_title(std::uint32_t t) const {
  const std::string_view word = text_.form(t);
  return starts_with_capital(word) && text_.words.title(without_point(word)) != nullptr &&
         !is_own_initials(t);
}

bool ReportNaming::may_be_name(std::uint32_t t, bool inside) const {
  const std::string_view word = text_.form(t);
  if (text_.initials[t]) return true;
  if (!starts_with_capital(word) || label_[t] || within_noun_[t]) return false;
  // "Mateo Delgado (AV1, 11)"
  if (own_codes_.contains(std::string(word))) return true;
  // "Lowri Bevan Y5"
  if (word.find_first_of("0123456789") != std::string_view::npos) return false;
  // "SO" of Segun Oduya is no "so", unless all is written in capitals
  if (text_.is_initials(t) && initials_of_names_.contains(std::string(word)) && !stands_among_capitals(t))
    return true;
  const std::string folded = fold(word);
  if (text_.words.is_no_name(folded)) return false;
  if (is_person_pronoun(folded)) return false;
  // "T/C Ailsa Gunn": a telephone call.
  if (word.size() == 1 && t > 1 && text_.form(t - 1) == "/" && text_.form(t - 2).size() == 1 &&
      text_.touches(t - 1))
    return false;
  if (text_.is_initials(t) &&
      (seen_initials_.contains(std::string(word)) || own_initials_.contains(std::string(word))))
    return true;
  if (is_initials_of_o(word)) return true;
  const Upos upos = text_.token(t).upos;
  if (upos == Upos::PROPN || expected_[t] || seen_as_name_.contains(folded)) return true;
  const bool closed = upos == Upos::AUX || upos == Upos::ADP || upos == Upos::PRON || upos == Upos::DET ||
                      upos == Upos::CCONJ || upos == Upos::SCONJ || upos == Upos::PART ||
                      upos == Upos::PUNCT || upos == Upos::NUM || upos == Upos::SYM;
  if (closed) return false;
  return inside || text_.words.of_given_name(folded) != Agreement::unknown;
}

bool ReportNaming::stands_among_capitals(std::uint32_t t) const {
  const auto shouted = [&](std::uint32_t u) {
    return u < text_.analysis.tokens.size() && text_.form(u).size() > 3 && is_capitals(text_.form(u));
  };
  return (t > 0 && shouted(t - 1)) || shouted(t + 1) || text_.words.noun(fold(text_.form(t))) != nullptr ||
         text_.words.abbreviation(text_.form(t)) != nullptr;
}

bool ReportNaming::is_own_initials(std::uint32_t t) const { return text_.initials[t] || is_said_initials(t); }

bool ReportNaming::is_said_initials(std::uint32_t t) const {
  return !own_initials_.empty() && own_initials_.contains(std::string(text_.form(t)));
}

// "CO'R" for Cathal O'Riain.
bool ReportNaming::is_initials_of_o(std::string_view word) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (word.size() < 4 || !capital(word[0]) || word[1] != 'O' || !capital(word.back())) return false;
  const std::string_view mark = word.substr(2, word.size() - 3);
  return mark == "'" || mark == "’";
}

// Words with a capital inside a sentence that are once taken for names are names elsewhere too, whatever
// the tagger makes of them there ("Tully" is no adverb).
void ReportNaming::note_names() {
  for (const Sentence& sentence : text_.analysis.sentences) {
    if (text_.document.blocks[sentence.block].kind == BlockKind::heading) continue;
    for (std::uint32_t t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t)
      if (text_.token(t).upos == Upos::PROPN && text_.form(t).size() > 2 &&
          starts_with_capital(text_.form(t)))
        seen_as_name_.insert(fold(text_.form(t)));
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      if (text_.is_initials(t) && text_.token(t).upos == Upos::PROPN)
        seen_initials_.insert(std::string(text_.form(t)));
  }
  note_initials_of_names();
  note_children_named();
}

// "Tia (7)" and "Lola, 9" are girls, though a tía is an aunt and a lola a grandmother.
void ReportNaming::note_children_named() {
  constexpr std::size_t kDigits = 2;
  for (std::uint32_t t = 0; t + 2 < text_.analysis.tokens.size(); ++t) {
    const PersonNoun* noun =
        starts_with_capital(text_.form(t)) ? text_.words.noun(fold(text_.form(t))) : nullptr;
    if (noun == nullptr || noun->sort != NounSort::kin || noun->generation != Generation::adult) continue;
    if (!one_of(text_.form(t + 1), {"(", ","}) || !text_.is_number(t + 2) ||
        text_.form(t + 2).size() > kDigits)
      continue;
    if (std::stoi(std::string(text_.form(t + 2))) < 18) children_named_.insert(std::string(text_.form(t)));
  }
}

// "Independent Chair", "Health Visitor": no names, whatever capitals they are written with.
void ReportNaming::mark_long_nouns() {
  constexpr std::uint32_t kLongest = 5;
  within_noun_.assign(text_.analysis.tokens.size(), false);
  for (std::uint32_t t = 0; t + 1 < text_.analysis.tokens.size(); ++t) {
    if (!starts_with_capital(text_.form(t)) || text_.words.title(without_point(text_.form(t))) != nullptr)
      continue;
    std::string words = fold_words(text_.form(t));
    if (!text_.words.begins_noun(words.substr(0, words.find(' ')))) continue;
    for (std::uint32_t u = t + 1;
         u < t + kLongest && u < text_.analysis.tokens.size() && !text_.begins_entry[u]; ++u) {
      words += " " + fold_words(text_.form(u));
      if (text_.words.noun(words) != nullptr)
        std::fill(within_noun_.begin() + t, within_noun_.begin() + u + 1, true);
    }
  }
}

// "CL" of "Catrin Llwyd", "NM-S" of none.
void ReportNaming::note_initials_of_names() {
  const auto in_name = [&](std::uint32_t t) {
    return text_.token(t).upos == Upos::PROPN && text_.form(t).size() > 2 &&
           starts_with_capital(text_.form(t)) && !is_capitals(text_.form(t));
  };
  for (std::uint32_t t = 0; t + 1 < text_.analysis.tokens.size(); ++t) {
    // "Simone RADCLIFFE"
    const bool surname = text_.token(t + 1).upos == Upos::PROPN && is_capitals(text_.form(t + 1));
    if (!in_name(t) || (!in_name(t + 1) && !surname)) continue;
    std::string letters{text_.form(t)[0], text_.form(t + 1)[0]};
    initials_of_names_.insert(letters);
    if (t + 2 < text_.analysis.tokens.size() && in_name(t + 2))
      initials_of_names_.insert(letters + text_.form(t + 2)[0]);
    note_own_initials(t + 2, letters);
  }
}

// "Emyr Pritchard (FOB, EP)": here "EP" is nobody's job.
void ReportNaming::note_own_initials(std::uint32_t open, const std::string& letters) {
  if (open >= text_.analysis.tokens.size() || text_.form(open) != "(") return;
  for (std::uint32_t t = open + 1; t < open + 6 && t < text_.analysis.tokens.size() && text_.form(t) != ")";
       ++t)
    if (text_.form(t) == letters) own_initials_.insert(letters);
  if (open + 1 < text_.analysis.tokens.size() && is_numbered_code(text_.form(open + 1)))
    own_codes_.insert(std::string(text_.form(open + 1)));
}

const PersonNoun* ReportNaming::noun_of(std::uint32_t t, std::string_view words) const {
  if (is_own_initials(t) || children_named_.contains(std::string(text_.form(t)))) return nullptr;
  if (const PersonNoun* said = short_.explained(text_.form(t))) return said;
  if (const PersonNoun* noun = text_.words.noun(words)) return noun;
  if (const PersonNoun* noun = short_.letter_noun(t)) return noun;
  return short_.short_noun(t);
}

bool ReportNaming::is_noun_word(std::uint32_t t) const { return noun_of(t, fold(text_.form(t))) != nullptr; }

}  // namespace onus
