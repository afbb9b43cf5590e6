#include "people/mentions.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::uint32_t kLongestNoun = 7;  // tokens, hyphens among them

struct PronounForm {
  std::string_view form;
  Agreement agrees;
  bool plural;
  bool writer;
};

constexpr std::array<PronounForm, 24> kPronouns{{
    {"he", Agreement::he, false, false},
    {"him", Agreement::he, false, false},
    {"his", Agreement::he, false, false},
    {"himself", Agreement::he, false, false},
    {"she", Agreement::she, false, false},
    {"her", Agreement::she, false, false},
    {"hers", Agreement::she, false, false},
    {"herself", Agreement::she, false, false},
    {"they", Agreement::unknown, true, false},
    {"them", Agreement::unknown, true, false},
    {"their", Agreement::unknown, true, false},
    {"theirs", Agreement::unknown, true, false},
    {"themselves", Agreement::unknown, true, false},
    {"themself", Agreement::unknown, true, false},
    {"i", Agreement::unknown, false, true},
    {"me", Agreement::unknown, false, true},
    {"my", Agreement::unknown, false, true},
    {"mine", Agreement::unknown, false, true},
    {"myself", Agreement::unknown, false, true},
    {"we", Agreement::unknown, true, true},
    {"us", Agreement::unknown, true, true},
    {"our", Agreement::unknown, true, true},
    {"ours", Agreement::unknown, true, true},
    {"ourselves", Agreement::unknown, true, true},
}};

const PronounForm* pronoun_of(std::string_view folded) {
  for (const PronounForm& pronoun : kPronouns)
    if (pronoun.form == folded) return &pronoun;
  return nullptr;
}

// A single capital letter, with or without a point, or a short number: what pseudonyms end in.
bool is_letter_or_number(std::string_view word) {
  if (word.size() == 1) return (word[0] >= 'A' && word[0] <= 'Z') || (word[0] >= '1' && word[0] <= '9');
  return word.size() == 2 &&
         ((word[0] >= 'A' && word[0] <= 'Z' && (word[1] == '.' || (word[1] >= '0' && word[1] <= '9'))) ||
          (word[0] == '1' && word[1] >= '0' && word[1] <= '9'));
}

std::string_view last_of(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

std::string without_point(std::string_view word) {
  std::string out = fold(word);
  while (!out.empty() && out.back() == '.') out.pop_back();
  return out;
}

class MentionFinder {
 public:
  MentionFinder(const Document& document, const Analysis& analysis, const PeopleWords& words,
                std::span<const Detail> details, const std::vector<bool>& begins_entry,
                const std::vector<bool>& initials, std::span<const std::string> declared)
      : document_(document),
        analysis_(analysis),
        words_(words),
        begins_entry_(begins_entry),
        initials_(initials) {
    mark_details(details);
    note_abbreviations(details);
    mark_quotations();
    note_names();
    mark_long_nouns();
    for (const std::string& word : declared)
      if (words.noun(word) == nullptr) seen_as_name_.insert(fold(word));
    ending_at_.assign(analysis.tokens.size(), kNone);
  }

  std::vector<FoundMention> run() {
    for (std::uint32_t s = 0; s < analysis_.sentences.size(); ++s) read_sentence(s);
    for (FoundMention& mention : found_) join_possessor_after(mention);
    return in_order();
  }

 private:
  const Token& token(std::uint32_t t) const { return analysis_.tokens[t]; }
  std::string_view form(std::uint32_t t) const { return slice<ProseText>(document_.prose, token(t).span); }
  bool touches(std::uint32_t t) const { return token(t).span.end == token(t + 1).span.begin; }

  void mark_details(std::span<const Detail> details) {
    expected_.assign(analysis_.tokens.size(), false);
    label_.assign(analysis_.tokens.size(), false);
    std::size_t next = 0, told = details.size();
    for (std::uint32_t t = 0; t < analysis_.tokens.size(); ++t) {
      while (next < details.size() && details[next].value.end <= token(t).span.begin) ++next;
      const bool within = next < details.size() && details[next].value.contains(token(t).span);
      // Behind a verb the line tells something: "IDVA: rang on Monday. On Friday …".
      if (within && is_small(t) && (token(t).upos == Upos::VERB || token(t).upos == Upos::AUX)) told = next;
      expected_[t] = within && told != next;
    }
    next = 0;
    for (std::uint32_t t = 0; t < analysis_.tokens.size(); ++t) {
      while (next < details.size() && details[next].label.end <= token(t).span.begin) ++next;
      label_[t] = next < details.size() && details[next].label.contains(token(t).span);
    }
  }

  // Double quotation marks only: single ones are apostrophes too often.
  void mark_quotations() {
    quoted_.assign(analysis_.tokens.size(), false);
    for (const Sentence& sentence : analysis_.sentences) {
      const bool continues = sentence.tokens.begin > 0 && open_ && block_of_open_ == sentence.block;
      if (!continues) open_ = false;
      block_of_open_ = sentence.block;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) mark_quotation(t);
    }
  }

  void mark_quotation(std::uint32_t t) {
    const std::string_view word = form(t);
    if (word == "“" || word == "``")
      open_ = true;
    else if (word == "”" || word == "''")
      open_ = false;
    else if (word == "\"")
      open_ = !open_;
    quoted_[t] = open_;
  }

  void read_sentence(std::uint32_t s) {
    sentence_ = s;
    const TokenRange range = analysis_.sentences[s].tokens;
    for (std::uint32_t t = range.begin; t < range.end;) {
      if (const std::uint32_t end = read_name(t, range.end); end > t) {
        t = end;
        continue;
      }
      if (!read_pronoun(t)) read_noun(t, range);
      ++t;
    }
  }

  // ---- Names

  bool is_small(std::uint32_t t) const { return form(t)[0] >= 'a' && form(t)[0] <= 'z'; }

  bool is_title(std::uint32_t t) const {
    const std::string_view word = form(t);
    return starts_with_capital(word) && words_.title(without_point(word)) != nullptr && !is_own_initials(t);
  }

  bool may_be_name(std::uint32_t t, bool inside) const {
    const std::string_view word = form(t);
    if (initials_[t]) return true;
    if (!starts_with_capital(word) || label_[t] || within_noun_[t]) return false;
    // "Mateo Delgado (AV1, 11)"
    if (own_codes_.contains(std::string(word))) return true;
    // "Lowri Bevan Y5"
    if (word.find_first_of("0123456789") != std::string_view::npos) return false;
    // "SO" of Segun Oduya is no "so", unless all is written in capitals
    if (is_initials(t) && initials_of_names_.contains(std::string(word)) && !stands_among_capitals(t))
      return true;
    const std::string folded = fold(word);
    if (words_.is_no_name(folded)) return false;
    if (pronoun_of(folded) != nullptr) return false;
    // "T/C Ailsa Gunn": a telephone call.
    if (word.size() == 1 && t > 1 && form(t - 1) == "/" && form(t - 2).size() == 1 && touches(t - 1))
      return false;
    if (is_initials(t) &&
        (seen_initials_.contains(std::string(word)) || own_initials_.contains(std::string(word))))
      return true;
    if (is_initials_of_o(word)) return true;
    const Upos upos = token(t).upos;
    if (upos == Upos::PROPN || expected_[t] || seen_as_name_.contains(folded)) return true;
    const bool closed = upos == Upos::AUX || upos == Upos::ADP || upos == Upos::PRON || upos == Upos::DET ||
                        upos == Upos::CCONJ || upos == Upos::SCONJ || upos == Upos::PART ||
                        upos == Upos::PUNCT || upos == Upos::NUM || upos == Upos::SYM;
    if (closed) return false;
    return inside || words_.of_given_name(folded) != Agreement::unknown;
  }

  bool stands_among_capitals(std::uint32_t t) const {
    const auto shouted = [&](std::uint32_t u) {
      return u < analysis_.tokens.size() && form(u).size() > 3 && is_capitals(form(u));
    };
    return (t > 0 && shouted(t - 1)) || shouted(t + 1) || words_.noun(fold(form(t))) != nullptr ||
           words_.abbreviation(form(t)) != nullptr;
  }

  // "OT", "AB": whose they are, if anyone's, is seen later.
  bool is_initials(std::uint32_t t) const {
    const std::string_view word = form(t);
    return (word.size() == 2 || word.size() == 3) &&
           std::all_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }

  // "SR" of "Simone Radcliffe (SR)" is neither a sister nor a senior.
  bool is_own_initials(std::uint32_t t) const { return initials_[t] || is_said_initials(t); }
  bool is_said_initials(std::uint32_t t) const {
    return !own_initials_.empty() && own_initials_.contains(std::string(form(t)));
  }

  // "CO'R" for Cathal O'Riain.
  static bool is_initials_of_o(std::string_view word) {
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (word.size() < 4 || !capital(word[0]) || word[1] != 'O' || !capital(word.back())) return false;
    const std::string_view mark = word.substr(2, word.size() - 3);
    return mark == "'" || mark == "’";
  }

  // Words with a capital inside a sentence that are once taken for names are names elsewhere too, whatever
  // the tagger makes of them there ("Tully" is no adverb).
  void note_names() {
    for (const Sentence& sentence : analysis_.sentences) {
      if (document_.blocks[sentence.block].kind == BlockKind::heading) continue;
      for (std::uint32_t t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t)
        if (token(t).upos == Upos::PROPN && form(t).size() > 2 && starts_with_capital(form(t)))
          seen_as_name_.insert(fold(form(t)));
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
        if (is_initials(t) && token(t).upos == Upos::PROPN) seen_initials_.insert(std::string(form(t)));
    }
    note_initials_of_names();
    note_children_named();
  }

  // "Tia (7)" and "Lola, 9" are girls, though a tía is an aunt and a lola a grandmother.
  void note_children_named() {
    constexpr std::size_t kDigits = 2;
    for (std::uint32_t t = 0; t + 2 < analysis_.tokens.size(); ++t) {
      const PersonNoun* noun = starts_with_capital(form(t)) ? words_.noun(fold(form(t))) : nullptr;
      if (noun == nullptr || noun->sort != NounSort::kin || noun->generation != Generation::adult) continue;
      if (!one_of(form(t + 1), {"(", ","}) || !is_number(t + 2) || form(t + 2).size() > kDigits) continue;
      if (std::stoi(std::string(form(t + 2))) < 18) children_named_.insert(std::string(form(t)));
    }
  }

  // "Independent Chair", "Health Visitor": no names, whatever capitals they are written with.
  void mark_long_nouns() {
    constexpr std::uint32_t kLongest = 5;
    within_noun_.assign(analysis_.tokens.size(), false);
    for (std::uint32_t t = 0; t + 1 < analysis_.tokens.size(); ++t) {
      if (!starts_with_capital(form(t)) || words_.title(without_point(form(t))) != nullptr) continue;
      std::string words = fold_words(form(t));
      if (!words_.begins_noun(words.substr(0, words.find(' ')))) continue;
      for (std::uint32_t u = t + 1; u < t + kLongest && u < analysis_.tokens.size() && !begins_entry_[u];
           ++u) {
        words += " " + fold_words(form(u));
        if (words_.noun(words) != nullptr)
          std::fill(within_noun_.begin() + t, within_noun_.begin() + u + 1, true);
      }
    }
  }

  // "CL" of "Catrin Llwyd", "NM-S" of none.
  void note_initials_of_names() {
    const auto in_name = [&](std::uint32_t t) {
      return token(t).upos == Upos::PROPN && form(t).size() > 2 && starts_with_capital(form(t)) &&
             !is_capitals(form(t));
    };
    for (std::uint32_t t = 0; t + 1 < analysis_.tokens.size(); ++t) {
      // "Simone RADCLIFFE"
      const bool surname = token(t + 1).upos == Upos::PROPN && is_capitals(form(t + 1));
      if (!in_name(t) || (!in_name(t + 1) && !surname)) continue;
      std::string letters{form(t)[0], form(t + 1)[0]};
      initials_of_names_.insert(letters);
      if (t + 2 < analysis_.tokens.size() && in_name(t + 2))
        initials_of_names_.insert(letters + form(t + 2)[0]);
      note_own_initials(t + 2, letters);
    }
  }

  // "Emyr Pritchard (FOB, EP)": here "EP" is nobody's job.
  void note_own_initials(std::uint32_t open, const std::string& letters) {
    if (open >= analysis_.tokens.size() || form(open) != "(") return;
    for (std::uint32_t t = open + 1; t < open + 6 && t < analysis_.tokens.size() && form(t) != ")"; ++t)
      if (form(t) == letters) own_initials_.insert(letters);
    if (open + 1 < analysis_.tokens.size() && is_numbered_code(form(open + 1)))
      own_codes_.insert(std::string(form(open + 1)));
  }

  // "Mo" and "Fa" are the mother and the father in notes that have both, or one of them as a label; elsewhere
  // "Mo" is a name.
  void note_abbreviations(std::span<const Detail> details) {
    std::set<const PersonNoun*> used;
    for (std::uint32_t t = 0; t < analysis_.tokens.size(); ++t)
      if (const PersonNoun* noun = words_.abbreviation(form(t))) used.insert(noun);
    const bool label = std::any_of(details.begin(), details.end(), [&](const Detail& d) {
      return words_.abbreviation(slice<ProseText>(document_.prose, d.label)) != nullptr;
    });
    abbreviates_ = used.size() > 1 || label;
    note_legend();
    note_letters();
  }

  // "M = mother", "her boyfriend (BF)": what letters stand for from then on.
  void note_legend() {
    for (std::uint32_t t = 0; t + 2 < analysis_.tokens.size(); ++t) {
      if (form(t + 1) == "=" && is_short_form(t)) {
        if (const PersonNoun* noun = noun_behind(t + 2)) legend_.emplace(form(t), noun);
      } else if (form(t + 1) == "(" && t + 3 < analysis_.tokens.size() && form(t + 3) == ")" &&
                 is_short_form(t + 2) && words_.noun(fold_words(form(t + 2))) == nullptr) {
        const PersonNoun* noun = words_.noun(fold_words(form(t)));
        // "child (F)" tells the sex.
        const bool alike = fold(form(t))[0] == fold(form(t + 2))[0];
        if (noun != nullptr && alike && noun->sort != NounSort::agency && !noun->vague)
          legend_.emplace(form(t + 2), noun);
      }
    }
  }

  bool is_short_form(std::uint32_t t) const {
    const std::string_view word = form(t);
    return word.size() < 5 && word != "I" && starts_with_capital(word) &&
           std::all_of(word.begin(), word.end(),
                       [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
  }

  // The longest noun that begins at `t`, behind an article.
  const PersonNoun* noun_behind(std::uint32_t t) const {
    constexpr std::uint32_t kLongest = 3;  // tokens
    if (t + 1 < analysis_.tokens.size() && token(t).upos == Upos::DET) ++t;
    const PersonNoun* best = nullptr;
    std::string words;
    for (std::uint32_t u = t; u < t + kLongest && u < analysis_.tokens.size() && !(u > t && begins_entry_[u]);
         ++u) {
      // "BF = mother's boyfriend"
      if (token(u).xpos == Xpos::POS) return noun_behind(u + 1);
      words += (u > t ? " " : "") + fold_words(form(u));
      if (const PersonNoun* noun = words_.noun(words); noun != nullptr && noun->sort != NounSort::agency)
        best = noun;
    }
    return best;
  }

  // What a short form stands for in this report, or nullptr. "BF" alone may be breastfeeding.
  const PersonNoun* short_noun(std::uint32_t t) const {
    const std::string_view word = form(t);
    if (const auto said = legend_.find(word); said != legend_.end()) return said->second;
    if (abbreviates_)
      if (const PersonNoun* noun = words_.abbreviation(word)) return noun;
    const bool owned = t > 0 && (token(t - 1).xpos == Xpos::POS || token(t - 1).xpos == Xpos::PRPS);
    if (owned && one_of(word, {"BF", "bf"})) return words_.noun_of_key("boyfriend");
    if (owned && one_of(word, {"GF", "gf"})) return words_.noun_of_key("girlfriend");
    return nullptr;
  }

  // "M at front door. F said M had slipped.": where both letters stand as words and one of them does things.
  // As somebody's sex they do nothing, and as initials they stand beside a point or another name.
  void note_letters() {
    constexpr int kOften = 2;
    std::set<const PersonNoun*> used;
    int acts = 0;
    for (std::uint32_t t = 0; t + 1 < analysis_.tokens.size(); ++t) {
      const PersonNoun* noun = words_.letter(form(t));
      if (noun == nullptr || one_of(form(t + 1), {".", "&", "-", "/", ":"})) continue;
      if (t > 0 && (one_of(form(t - 1), {"/", "&", "-"}) || (form(t - 1) == "." && touches(t - 1)))) continue;
      used.insert(noun);
      const Upos next = token(t + 1).upos;
      acts += is_small(t + 1) && (next == Upos::VERB || next == Upos::AUX);
    }
    letters_ = used.size() > 1 && acts >= kOften;
  }

  const PersonNoun* noun_of(std::uint32_t t, std::string_view words) const {
    if (is_own_initials(t) || children_named_.contains(std::string(form(t)))) return nullptr;
    if (const auto said = legend_.find(form(t)); said != legend_.end()) return said->second;
    if (const PersonNoun* noun = words_.noun(words)) return noun;
    if (const PersonNoun* noun = letter_noun(t)) return noun;
    return short_noun(t);
  }

  const PersonNoun* letter_noun(std::uint32_t t) const { return letters_ ? words_.letter(form(t)) : nullptr; }

  // A noun of the lists written with a capital ("Mother", "Child") is a noun, not a name.
  bool is_noun_word(std::uint32_t t) const { return noun_of(t, fold(form(t))) != nullptr; }

  std::uint32_t read_name(std::uint32_t t, std::uint32_t end) {
    if (!starts_with_capital(form(t))) return t;
    if (const std::uint32_t pseudonym = read_pseudonym(t, end); pseudonym > t) return pseudonym;
    if (const std::uint32_t turned = read_turned_name(t, end); turned > t) return turned;
    NameForm name;
    std::uint32_t at = t;
    const Title* title = nullptr;
    if (const std::uint32_t slashed = slashed_title(at, end); slashed > at) {
      name.title = without_point(form(at)) + "/" + without_point(form(at + 2));
      title = words_.title(name.title);
      at = slashed;
    }
    while (at < end && is_title(at) && at + 1 < end && !begins_entry_[at + 1] && follows_title(at + 1, end)) {
      title = words_.title(without_point(form(at)));
      if (!name.title.empty()) name.title += ' ';
      name.title += without_point(form(at));
      ++at;
      if (at < end && form(at) == ".") ++at;
      if (at < end && title->professional && is_number(at) && !is_date(at + 1, end))
        ++at;  // "PC 4471 Sinclair"
      if (shared_title(at, end)) return add_shared_title(t, at, name, title);
    }
    const std::uint32_t first = at;
    at = read_name_words(at, end, title != nullptr, name);
    if (at == first) return t;
    if (at < end && words_.is_suffix(without_point(form(at))) && !is_own_initials(at) &&
        (at + 1 >= end || form(at + 1) != ":"))
      name.suffix = without_point(form(at++));
    if (looks_like_organisation(name, title != nullptr)) return at;
    FoundMention mention = start(t, at, MentionKind::name);
    if (title != nullptr) mention.agrees = title->agrees;
    mention.name = std::move(name);
    add(std::move(mention));
    return at;
  }

  bool is_in_capitals(std::uint32_t t) const { return starts_with_capital(form(t)) && is_capitals(form(t)); }

  // "WILK, Kacper", as police and courts list people.
  std::uint32_t read_turned_name(std::uint32_t t, std::uint32_t end) {
    // "BROWN-DUNCAN, Koa"
    if (t + 4 < end && form(t + 1) == "-" && is_in_capitals(t) && is_in_capitals(t + 2) &&
        form(t + 3) == "," && starts_with_capital(form(t + 4)) && !is_in_capitals(t + 4) &&
        !is_noun_word(t + 4)) {
      FoundMention mention = start(t, t + 5, MentionKind::name);
      mention.name.words = {std::string(form(t + 4)), std::string(form(t)) + "-" + std::string(form(t + 2))};
      add(std::move(mention));
      return t + 5;
    }
    if (t + 2 >= end || form(t + 1) != "," || !(is_in_capitals(t) || turns_in_label(t)) || is_noun_word(t) ||
        is_title(t) || words_.is_no_name(fold(form(t))) || words_.is_organisation(fold(form(t))))
      return t;
    if (!starts_with_capital(form(t + 2)) || is_in_capitals(t + 2) || is_noun_word(t + 2) ||
        words_.is_no_name(fold(form(t + 2))) || is_title(t + 2))
      return t;
    const std::string_view behind = t + 3 < end ? form(t + 3) : std::string_view{};
    if (!behind.empty() && !one_of(behind, {",", "(", "-", "–", ";", ".", "/"}) && !is_number(t + 3) &&
        !starts_with_capital(behind))
      return t;
    FoundMention mention = start(t, t + 3, MentionKind::name);
    mention.name.words = {std::string(form(t + 2)), std::string(form(t))};
    add(std::move(mention));
    return t + 3;
  }

  // "Case name: Begaye, Isaiah / Castellano, Brent": no list of given names.
  bool turns_in_label(std::uint32_t t) const {
    const auto is_given = [&](std::uint32_t u) {
      return words_.of_given_name(fold(form(u))) != Agreement::unknown;
    };
    if (!expected_[t] || is_given(t) || !starts_with_capital(form(t)) || !expected_[t + 2]) return false;
    // "Parents: Okafor, Baird." are two; between whole names turned round stands a bar.
    const bool barred =
        (t > 0 && form(t - 1) == "/") || (t + 3 < analysis_.tokens.size() && form(t + 3) == "/");
    if (!is_given(t + 2) && !barred) return false;
    const bool opens = t == 0 || !expected_[t - 1] || one_of(form(t - 1), {"/", ";", "-", "–"});
    const bool closes = t + 3 >= analysis_.tokens.size() || !expected_[t + 3] || begins_entry_[t + 3] ||
                        one_of(form(t + 3), {"/", ";", "(", "."});
    return opens && closes;
  }

  // "Maurice “Mossie” Crehan", "Tadiwa (Tadi) Geddes": the place behind the mark that closes, or `at`.
  std::uint32_t behind_nickname(std::uint32_t at, std::uint32_t end) const {
    if (at + 3 >= end) return at;
    const std::string_view open = form(at), close = form(at + 2);
    const bool bracket = open == "(" && close == ")";
    static constexpr std::array<std::string_view, 5> marks{"\"", "“", "``", "‘", "'"};
    static constexpr std::array<std::string_view, 5> closing{"\"", "”", "''", "’", "'"};
    if (!bracket && !(one_of(open, marks) && one_of(close, closing))) return at;
    return starts_with_capital(form(at + 1)) && !is_noun_word(at + 1) && may_be_name(at + 3, true) &&
                   !is_noun_word(at + 3)
               ? at + 3
               : at;
  }

  // "S/C Pruitt", "A/Sgt Bell"
  std::uint32_t slashed_title(std::uint32_t t, std::uint32_t end) const {
    if (t + 3 >= end || form(t + 1) != "/" || !starts_with_capital(form(t + 3))) return t;
    return words_.title(without_point(form(t)) + "/" + without_point(form(t + 2))) == nullptr ? t : t + 3;
  }

  bool follows_title(std::uint32_t t, std::uint32_t end) const {
    if (form(t) == "." && t + 1 < end) ++t;
    // "IDVA Manager"
    if (const PersonNoun* noun = words_.noun(fold(form(t))); noun != nullptr &&
                                                             noun->sort == NounSort::professional &&
                                                             words_.title(without_point(form(t))) == nullptr)
      return false;
    if (is_number(t) && t + 1 < end && !is_date(t + 1, end)) ++t;
    if (words_.is_suffix(without_point(form(t)))) return false;
    return starts_with_capital(form(t)) || words_.is_particle(form(t)) || shared_title(t, end);
  }

  // "SW 20 May"
  bool is_date(std::uint32_t t, std::uint32_t end) const {
    return t < end && words_.is_no_name(fold(form(t)));
  }

  bool is_number(std::uint32_t t) const { return form(t)[0] >= '0' && form(t)[0] <= '9'; }

  // "Mr and Mrs Baird"
  bool shared_title(std::uint32_t t, std::uint32_t end) const {
    return t + 2 < end && (form(t) == "and" || form(t) == "&") && is_title(t + 1) &&
           starts_with_capital(form(t + 2));
  }

  std::uint32_t add_shared_title(std::uint32_t from, std::uint32_t conjunction, NameForm name,
                                 const Title* title) {
    NameForm other;
    read_name_words(conjunction + 2, analysis_.sentences[sentence_].tokens.end, true, other);
    if (other.words.empty()) return from;
    name.words = {other.words.back()};
    FoundMention mention = start(from, conjunction, MentionKind::name);
    mention.name = std::move(name);
    mention.agrees = title->agrees;
    add(std::move(mention));
    return conjunction;
  }

  std::uint32_t read_name_words(std::uint32_t at, std::uint32_t end, bool titled, NameForm& name) {
    bool glued = false;
    while (at < end) {
      if ((begins_entry_[at] || initials_[at]) && !name.words.empty()) break;
      if (ends_with_initials(at, name)) break;
      const std::string_view word = form(at);
      const bool inside = titled || !name.words.empty();
      if (glued || is_name_word(at, inside, titled, name)) {
        if (glued)
          name.words.back() += "-" + std::string(word);
        else
          name.words.emplace_back(is_lone_letter(at) && name.words.empty() ? word.substr(0, 1) : word);
        glued = false;
        ++at;
        if (name.words.size() == 1 && is_lone_letter(at - 1)) break;
      } else if (word == "-" && !name.words.empty() && at + 1 < end && touches(at - 1) && touches(at) &&
                 starts_with_capital(form(at + 1))) {
        glued = true;
        ++at;
      } else if (word == "." && !name.words.empty() && name.words.back().size() == 1 && touches(at - 1) &&
                 at + 1 < end && may_be_name(at + 1, true)) {
        ++at;
      } else if (inside && words_.is_particle(fold(word)) && at + 1 < end &&
                 starts_with_capital(form(at + 1)) && token(at).upos != Upos::VERB) {
        name.words.emplace_back(word);
        ++at;
      } else if (const std::uint32_t behind = name.words.size() == 1 ? behind_nickname(at, end) : at;
                 behind > at) {
        name.nickname = std::string(form(at + 1));
        at = behind;
      } else {
        break;
      }
      if (name.words.size() > 5) break;
    }
    return at;
  }

  // "Told CL Emyr tipped the plate": initials are a name of their own.
  bool ends_with_initials(std::uint32_t at, const NameForm& name) const {
    return name.words.size() == 1 && name.title.empty() && at > 0 && is_initials(at - 1) &&
           !is_capitals(form(at)) && initials_of_names_.contains(name.words.front());
  }

  bool is_name_word(std::uint32_t at, bool inside, bool titled, const NameForm& name) const {
    const std::string_view word = form(at);
    if (titled && name.words.empty() && starts_with_capital(word) && !within_noun_[at]) return true;
    if (name.words.empty() && words_.is_suffix(fold(word)) && !is_own_initials(at)) return false;
    if (name.words.empty() && letter_noun(at) != nullptr) return false;
    if (name.words.empty() && (stands_alone(at) || is_lone_letter(at))) return !legend_.contains(word);
    if (!may_be_name(at, inside)) return false;
    if (!name.words.empty() && (is_title(at) || code_at(at) != nullptr)) return false;
    if (is_noun_word(at)) return false;
    // "Ewan I", "Ms Hart A&E": a single letter belongs to a name only as an initial before or after it.
    if (is_letter_or_number(word) && name.words.empty())
      return at + 1 < analysis_.tokens.size() && may_be_name(at + 1, true) && !is_noun_word(at + 1);
    if (is_letter_or_number(word) && begins_entry_[at]) return false;
    return true;
  }

  // "B. parked in the bus bay": a letter with its point that no name follows, and that heads no list.
  bool is_lone_letter(std::uint32_t at) const {
    const std::string_view word = form(at);
    if (word.size() != 2 || word[1] != '.' || word[0] < 'A' || word[0] > 'Z' || word[0] == 'I') return false;
    if (at + 1 >= analysis_.tokens.size()) return false;
    const std::string_view next = form(at + 1);
    const bool small = next[0] >= 'a' && next[0] <= 'z';
    return small || one_of(next, {"'s", "’s", ",", ";", "and", "&"});
  }

  // A single capital letter that begins a statement or stands where a person does.
  bool stands_alone(std::uint32_t at) const {
    const std::string_view word = form(at);
    if (word.size() != 1 || word == "I" || word[0] < 'A' || word[0] > 'Z') return false;
    if (at + 1 >= analysis_.tokens.size()) return false;
    const std::string_view next = form(at + 1);
    if (one_of(next, {".", ")", "&", "-", ":", "/"}) || (at > 0 && form(at - 1) == "/")) return false;
    const TokenRange sentence = analysis_.sentences[sentence_].tokens;
    if (at == sentence.begin) return word != "A" && at + 1 < sentence.end;
    const Upos before = token(at - 1).upos;
    return before != Upos::NOUN && before != Upos::PROPN && before != Upos::NUM && before != Upos::DET;
  }

  // "SW1", "PERP2", "CH1": the noun of the code, or nullptr.
  const PersonNoun* code_at(std::uint32_t t) const {
    const std::string_view word = form(t);
    const std::size_t letters = word.find_first_of("0123456789");
    if (letters == std::string_view::npos || letters < 2 || word.size() > letters + 2 ||
        own_codes_.contains(std::string(word)))
      return nullptr;
    const std::string code = fold(word.substr(0, letters));
    const PersonNoun* noun = words_.noun(code);
    const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (noun == nullptr &&
        std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(letters), capital))
      noun = words_.noun_of_key(words_.label(code));
    const bool person =
        noun != nullptr && (noun->sort == NounSort::professional || noun->sort == NounSort::part ||
                            noun->sort == NounSort::child || noun->sort == NounSort::kin);
    return person ? noun : nullptr;
  }

  std::uint32_t read_code(std::uint32_t t) {
    const std::string_view word = form(t);
    const PersonNoun* noun = code_at(t);
    if (noun == nullptr) return t;
    FoundMention mention = start(t, t + 1, MentionKind::name);
    mention.name.words = {std::string(word)};
    mention.name.pseudonym = true;
    mention.noun = noun;
    add(std::move(mention));
    return t + 1;
  }

  // "Health Visitor 1"
  std::uint32_t read_longer_pseudonym(std::uint32_t t, std::uint32_t end) {
    if (t + 2 >= end || !starts_with_capital(form(t + 1)) || !is_letter_or_number(form(t + 2))) return t;
    if (form(t + 2)[0] < '0' || form(t + 2)[0] > '9') return t;
    const PersonNoun* noun = words_.noun(fold_words(form(t)) + " " + fold_words(form(t + 1)));
    if (noun == nullptr || noun->sort != NounSort::professional) return t;
    FoundMention mention = start(t, t + 3, MentionKind::name);
    mention.name.words = {std::string(form(t)) + " " + std::string(form(t + 1)) + " " +
                          std::string(form(t + 2))};
    mention.name.pseudonym = true;
    mention.noun = noun;
    add(std::move(mention));
    return t + 3;
  }

  // "Child B", "Mother 1", "Adult A"
  std::uint32_t read_pseudonym(std::uint32_t t, std::uint32_t end) {
    if (const std::uint32_t coded = read_code(t); coded > t) return coded;
    if (const std::uint32_t longer = read_longer_pseudonym(t, end); longer > t) return longer;
    if (t + 1 >= end || !is_letter_or_number(form(t + 1))) return t;
    if (fold(form(t + 1)) == "i") return t;
    const PersonNoun* noun = words_.noun(fold(form(t)));
    if (noun == nullptr || noun->sort == NounSort::agency || noun->sort == NounSort::group) return t;
    // "Garda P. Nolan"
    if (is_title(t) && t + 2 < end && form(t + 1).size() > 1 && may_be_name(t + 2, true) &&
        !is_noun_word(t + 2))
      return t;
    // "Mother A&E", "Child 9 years": what follows shows that the letter isn't the name's.
    if (t + 2 < end &&
        (form(t + 2) == "&" || form(t + 2).starts_with("year") || form(t + 2).starts_with("month")))
      return t;
    FoundMention mention = start(t, t + 2, MentionKind::name);
    mention.name.words = {std::string(form(t)) + " " + std::string(form(t + 1))};
    mention.name.pseudonym = true;
    mention.noun = noun;
    mention.agrees = noun->agrees;
    add(std::move(mention));
    return t + 2;
  }

  // "Sheriff Court", "Justice Department": a body, not someone of that title.
  static bool is_office(std::string_view word) {
    static constexpr std::array<std::string_view, 12> offices{"court",   "courts",   "office", "department",
                                                              "service", "services", "clerk",  "station",
                                                              "unit",    "team",     "centre", "association"};
    return std::find(offices.begin(), offices.end(), fold(word)) != offices.end();
  }

  // "Bryn Primary": words that are nobody's family name.
  static bool is_body(std::string_view word) {
    static constexpr std::array<std::string_view, 29> bodies{
        "school",       "primary",    "academy",    "nursery",    "hospital",  "council",
        "constabulary", "police",     "service",    "services",   "team",      "centre",
        "center",       "clinic",     "surgery",    "trust",      "infirmary", "refuge",
        "society",      "foundation", "programme",  "program",    "project",   "association",
        "partnership",  "college",    "university", "department", "county"};
    return one_of(fold(word), bodies);
  }

  bool looks_like_organisation(const NameForm& name, bool titled) const {
    if (titled && name.words.size() == 1) return is_office(name.words.front());
    const std::string first = without_point(name.words.front());
    if (!titled && (first == "st" || first == "saint")) return true;
    const bool known_given = words_.of_given_name(fold(name.words.front())) != Agreement::unknown;
    if (!titled && is_body(name.words.back())) return true;
    if (titled || (known_given && name.words.size() == 2)) return false;
    return std::any_of(name.words.begin(), name.words.end(),
                       [&](const std::string& word) { return words_.is_organisation(without_point(word)); });
  }

  // ---- Pronouns

  bool read_pronoun(std::uint32_t t) {
    if (token(t).upos != Upos::PRON && token(t).upos != Upos::DET && token(t).upos != Upos::PROPN)
      return false;
    const std::string_view word = form(t);
    if (word.size() > 10 || (word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z')) return false;
    const std::string folded = fold(word);
    const PronounForm* pronoun = pronoun_of(folded);
    if (pronoun == nullptr || (folded == "i" && word != "I")) return false;
    FoundMention mention = start(t, t + 1, pronoun->writer ? MentionKind::writer : MentionKind::pronoun);
    mention.agrees = pronoun->agrees;
    mention.plural = pronoun->plural;
    add(std::move(mention));
    return true;
  }

  // ---- Nouns

  void read_noun(std::uint32_t t, TokenRange sentence) {
    const Upos upos = token(t).upos;
    const bool closed = upos == Upos::DET || upos == Upos::ADP || upos == Upos::CCONJ || upos == Upos::AUX ||
                        upos == Upos::NUM || upos == Upos::PRON;
    // "FOB" and "PGF" are nouns, whatever the tagger makes of them.
    const bool capitals = letter_noun(t) != nullptr || (form(t).size() > 1 && starts_with_capital(form(t)) &&
                                                        form(t)[1] >= 'A' && form(t)[1] <= 'Z');
    if (upos == Upos::PUNCT || (closed && !capitals)) return;
    const std::string word = fold_words(form(t));
    std::string lemma;
    const bool plural_form =
        token(t).features.number == Number::plur || token(t).xpos == Xpos::NNS || token(t).xpos == Xpos::NNPS;
    const PersonNoun* noun = nullptr;
    std::uint32_t begin = t;
    if (words_.ends_noun(last_of(word)) || letter_noun(t) != nullptr || short_noun(t) != nullptr)
      noun = longest_noun(t, sentence.begin, word, begin);
    if (noun == nullptr && plural_form) {
      lemma = fold_words(analysis_.lemma(t));
      if (lemma != word && words_.ends_noun(last_of(lemma)))
        noun = longest_noun(t, sentence.begin, lemma, begin);
    }
    if (noun == nullptr || !stands_for_person(t, *noun, sentence)) return;
    if (is_partner_in_something(*noun, begin, t)) noun = words_.noun_of_key("friend");
    FoundMention mention = start(begin, t + 1, MentionKind::noun);
    mention.noun = noun;
    mention.agrees = noun->agrees;
    mention.plural = noun->sort == NounSort::group || (plural_form && noun->sort != NounSort::agency);
    if (noun->sort == NounSort::group || (mention.plural && noun->sort != NounSort::agency))
      mention.kind = MentionKind::group;
    if (noun->sort == NounSort::agency) mention.kind = MentionKind::agency;
    read_determiner(mention, sentence.begin);
    drop_inside(mention.tokens);
    add(std::move(mention));
  }

  // "his lab partner", "a business partner"
  bool is_partner_in_something(const PersonNoun& noun, std::uint32_t begin, std::uint32_t t) const {
    if (noun.sort != NounSort::partner || begin == 0 || begins_entry_[begin]) return false;
    const Token& before = token(begin - 1);
    return before.upos == Upos::NOUN && before.deprel == Deprel::compound && before.head == t &&
           !one_of(fold(form(begin - 1)), {"life", "marriage", "sex", "domestic"});
  }

  const PersonNoun* longest_noun(std::uint32_t t, std::uint32_t from, const std::string& last,
                                 std::uint32_t& begin) const {
    std::string words = last;
    const PersonNoun* best = nullptr;
    if ((best = noun_of(t, words)) != nullptr) begin = t;
    for (std::uint32_t n = 1; n < kLongestNoun && t >= from + n; ++n) {
      const std::uint32_t at = t - n;
      if (begins_entry_[at + 1]) break;
      if (form(at) == "-") continue;
      if (token(at).upos == Upos::PUNCT) break;
      words = fold_words(form(at)) + " " + words;
      if (const PersonNoun* noun = words_.noun(words)) {
        best = noun;
        begin = at;
      }
    }
    return best;
  }

  // "child protection", "mother figure", "police report", "to school", "school work": not a person here.
  bool stands_for_person(std::uint32_t t, const PersonNoun& noun, TokenRange sentence) const {
    const Upos upos = token(t).upos;
    // "The chair broke"
    if (fold(form(t)) == "chair" && !starts_with_capital(form(t)) && !presides(t)) return false;
    // "struck about the head"
    if (noun.key == "the head" && token(t).deprel != Deprel::nsubj) return false;
    // "the accused stated": a participle that names someone.
    const bool accused = noun.sort == NounSort::part && t > sentence.begin && fold(form(t - 1)) == "the";
    if (accused || (expected_[t] && t + 1 == sentence.end)) return true;
    if (upos == Upos::VERB) return false;
    if (upos == Upos::ADJ && noun.sort != NounSort::child && noun.sort != NounSort::kin &&
        !noun.key.ends_with("ex"))
      return false;
    if (t + 1 >= sentence.end || begins_entry_[t + 1]) return true;
    const Token& next = token(t + 1);
    const std::string_view next_form = form(t + 1);
    if (token(t).deprel == Deprel::compound && token(t).head > t && !starts_with_capital(form(token(t).head)))
      return false;
    if (next_form == "-" && touches(t)) return false;
    const bool noun_follows = next.upos == Upos::NOUN && !starts_with_capital(next_form);
    return !(noun_follows && token(t).features.number != Number::plur && token(t).head == t + 1 &&
             token(t).deprel != Deprel::nsubj);
  }

  // "The chair thanked those present"
  bool presides(std::uint32_t t) const {
    return token(t).deprel == Deprel::nsubj &&
           one_of(analysis_.lemma(token(t).head),
                  {"say", "ask", "thank", "explain", "note", "confirm", "advise", "welcome", "summarise",
                   "agree", "conclude", "remind", "request", "introduce", "state", "open", "close", "invite",
                   "read"});
  }

  void read_determiner(FoundMention& mention, std::uint32_t from) {
    std::uint32_t at = mention.tokens.begin;
    mention.reference = Reference::bare;
    if (mention.plural && mention.kind == MentionKind::group) mention.reference = Reference::bare;
    for (int steps = 0; at > from && steps < 6; ++steps) {
      if (begins_entry_[at]) return;
      const std::uint32_t left = at - 1;
      const std::string word = fold(form(left));
      if (take_determiner(mention, left, word)) return;
      const Upos upos = token(left).upos;
      const bool passes = upos == Upos::ADJ || upos == Upos::NUM || upos == Upos::NOUN || word == "-" ||
                          (upos == Upos::ADV && steps > 0) || word == "now" || word == "then" ||
                          (upos == Upos::VERB && token(left).head == mention.head);
      if (!passes) return;
      at = left;
    }
  }

  bool take_determiner(FoundMention& mention, std::uint32_t left, const std::string& word) {
    if (word == "the" || word == "this" || word == "that" || word == "these" || word == "those" ||
        word == "both") {
      mention.reference = Reference::definite;
      mention.tokens.begin = left;
      return true;
    }
    if (word == "a" || word == "an" || word == "another" || word == "one") {
      mention.reference = Reference::indefinite;
      mention.tokens.begin = left;
      return true;
    }
    if (word == "any" || word == "every" || word == "each" || word == "no" || word == "some" ||
        word == "most" || word == "many" || word == "other" || word == "such") {
      mention.reference = Reference::generic;
      mention.tokens.begin = left;
      return true;
    }
    const std::uint32_t owner = owner_at(left);
    if (owner == kNone) return false;
    mention.reference = Reference::possessed;
    mention.possessor = owner;
    mention.tokens.begin = found_[owner].tokens.begin;
    return true;
  }

  // The mention whose possessive ends at `t`: "his", "Ewan's", "the children's".
  std::uint32_t owner_at(std::uint32_t t) const {
    const std::string_view word = form(t);
    if (token(t).xpos == Xpos::POS || word == "'s" || word == "’s" || word == "'" || word == "’")
      return t > 0 ? ending_at_[t - 1] : kNone;
    const std::uint32_t mention = ending_at_[t];
    if (mention == kNone) return kNone;
    const MentionKind kind = found_[mention].kind;
    const bool pronoun = kind == MentionKind::pronoun || kind == MentionKind::writer;
    const std::string folded = fold(word);
    return pronoun && (folded == "his" || folded == "her" || folded == "their" || folded == "my" ||
                       folded == "our")
               ? mention
               : kNone;
  }

  // "the father of the children"
  void join_possessor_after(FoundMention& mention) {
    if (mention.noun == nullptr || mention.possessor != kNone || mention.name.pseudonym) return;
    const NounSort sort = mention.noun->sort;
    if (sort != NounSort::kin && sort != NounSort::partner && sort != NounSort::child) return;
    const std::uint32_t of = mention.head + 1;
    if (of + 1 >= analysis_.tokens.size() || form(of) != "of") return;
    for (std::uint32_t t = of + 1; t < std::min<std::size_t>(of + 5, analysis_.tokens.size()); ++t)
      if (ending_at_[t] != kNone && found_[ending_at_[t]].tokens.begin <= of + 2 &&
          token(t).xpos != Xpos::PRPS) {
        mention.possessor = ending_at_[t];
        mention.reference = Reference::possessed;
        return;
      }
    // "the wife of his captain": nobody of the family.
    const std::uint32_t owner = of + 1 + (token(of + 1).upos == Upos::NOUN ? 0 : 1);
    if (sort == NounSort::partner && owner < analysis_.tokens.size() && token(owner).upos == Upos::NOUN &&
        token(owner).head == mention.head)
      mention.noun = words_.noun_of_key("friend");
  }

  // ---- The list

  FoundMention start(std::uint32_t begin, std::uint32_t end, MentionKind kind) const {
    FoundMention mention;
    mention.tokens = mention.words = {begin, end};
    mention.kind = kind;
    mention.sentence = sentence_;
    mention.quoted = quoted_[begin];
    mention.head = head_in(begin, end);
    return mention;
  }

  // The word of the range that something outside governs.
  std::uint32_t head_in(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t)
      if (token(t).head < begin || token(t).head >= end || token(t).head == t)
        if (token(t).upos != Upos::PUNCT) return t;
    return end - 1;
  }

  void add(FoundMention mention) {
    // A noun's head is its last word, whatever the parse made of a long one.
    if (mention.kind == MentionKind::noun) mention.head = mention.tokens.end - 1;
    ending_at_[mention.tokens.end - 1] = static_cast<std::uint32_t>(found_.size());
    found_.push_back(std::move(mention));
    dropped_.push_back(false);
  }

  // "police" of "police officer" is no mention of its own. Possessors stay.
  void drop_inside(TokenRange range) {
    for (std::size_t i = found_.size(); i-- > 0;) {
      if (found_[i].tokens.end <= range.begin) break;
      const MentionKind kind = found_[i].kind;
      if ((kind == MentionKind::noun || kind == MentionKind::agency || kind == MentionKind::group) &&
          !is_possessive_after(found_[i].tokens.end))
        dropped_[i] = true;
    }
  }
  bool is_possessive_after(std::uint32_t t) const {
    return t < analysis_.tokens.size() && token(t).xpos == Xpos::POS;
  }

  std::vector<FoundMention> in_order() {
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < found_.size(); ++i)
      if (!dropped_[i]) order.push_back(i);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return found_[a].head < found_[b].head; });
    std::vector<std::uint32_t> place(found_.size(), kNone);
    for (std::uint32_t i = 0; i < order.size(); ++i) place[order[i]] = i;
    std::vector<FoundMention> out;
    out.reserve(order.size());
    for (const std::uint32_t i : order) {
      out.push_back(std::move(found_[i]));
      if (out.back().possessor != kNone) out.back().possessor = place[out.back().possessor];
    }
    return out;
  }

  const Document& document_;
  const Analysis& analysis_;
  const PeopleWords& words_;
  std::vector<FoundMention> found_;
  std::vector<bool> dropped_;
  std::vector<std::uint32_t> ending_at_;   // for each token the mention whose last word it is
  std::vector<bool> expected_;             // for each token whether a label announces a name there
  std::vector<bool> label_;                // for each token whether it is part of a label
  const std::vector<bool>& begins_entry_;  // see entries.h
  const std::vector<bool>& initials_;      // see listed_initials.h
  std::vector<bool> within_noun_;          // for each token whether it is part of a noun of several words
  std::vector<bool> quoted_;
  std::unordered_set<std::string> seen_as_name_;
  std::unordered_set<std::string> seen_initials_;
  std::unordered_set<std::string> initials_of_names_;
  std::unordered_set<std::string> children_named_;                  // by words that are kin elsewhere
  std::unordered_set<std::string> own_codes_;                       // likewise, letters and a number
  std::unordered_set<std::string> own_initials_;                    // said in brackets to be somebody's
  std::unordered_map<std::string_view, const PersonNoun*> legend_;  // letters that are explained
  bool abbreviates_ = false;                                        // whether "Mo" and "Fa" are nouns
  bool letters_ = false;                                            // whether "M" and "F" are
  bool open_ = false;
  std::uint32_t block_of_open_ = 0;
  std::uint32_t sentence_ = 0;
};

}  // namespace

std::vector<FoundMention> find_mentions(const Document& document, const Analysis& analysis,
                                        const PeopleWords& words, std::span<const Detail> details,
                                        const std::vector<bool>& begins_entry,
                                        const std::vector<bool>& initials,
                                        std::span<const std::string> declared) {
  return MentionFinder(document, analysis, words, details, begins_entry, initials, declared).run();
}

std::string_view words_of(const Document& document, const Analysis& analysis, TokenRange range) {
  if (range.empty()) return {};
  return slice<ProseText>(document.prose,
                          {analysis.tokens[range.begin].span.begin, analysis.tokens[range.end - 1].span.end});
}

}  // namespace onus
