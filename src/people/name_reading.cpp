#include "people/name_reading.h"

#include <algorithm>
#include <array>

#include "people/organisation_names.h"
#include "people/pseudonyms.h"
#include "text/closed_list.h"

namespace onus {
namespace {

class NameReader {
 public:
  NameReader(const MentionText& text, const ReportNaming& naming, TokenRange sentence,
             std::vector<FoundMention>& out)
      : text_(text), naming_(naming), sentence_(sentence), out_(out) {}

  std::uint32_t read(std::uint32_t t, std::uint32_t end) {
    if (!starts_with_capital(text_.form(t))) return t;
    if (const std::uint32_t pseudonym = read_pseudonym(text_, naming_, t, end, out_); pseudonym > t)
      return pseudonym;
    if (const std::uint32_t turned = read_turned_name(t, end); turned > t) return turned;
    NameForm name;
    std::uint32_t at = t;
    const Title* title = nullptr;
    if (const std::uint32_t slashed = slashed_title(at, end); slashed > at) {
      name.title = without_point(text_.form(at)) + "/" + without_point(text_.form(at + 2));
      title = text_.words.title(name.title);
      at = slashed;
    }
    while (at < end && naming_.is_title(at) && at + 1 < end && !text_.begins_entry[at + 1] &&
           follows_title(at + 1, end)) {
      title = text_.words.title(without_point(text_.form(at)));
      if (!name.title.empty()) name.title += ' ';
      name.title += without_point(text_.form(at));
      ++at;
      if (at < end && text_.form(at) == ".") ++at;
      if (at < end && title->professional && text_.is_number(at) && !is_date(at + 1, end))
        ++at;  // "PC 4471 Sinclair"
      if (shared_title(at, end)) return add_shared_title(t, at, name, title);
    }
    const std::uint32_t first = at;
    at = read_name_words(at, end, title != nullptr, name);
    if (at == first) return t;
    if (at < end && text_.words.is_suffix(without_point(text_.form(at))) && !naming_.is_own_initials(at) &&
        (at + 1 >= end || text_.form(at + 1) != ":"))
      name.suffix = without_point(text_.form(at++));
    if (names_organisation(text_.words, name, title != nullptr)) return at;
    FoundMention mention = text_.start(t, at, MentionKind::name);
    if (title != nullptr) mention.agrees = title->agrees;
    mention.name = std::move(name);
    out_.push_back(std::move(mention));
    return at;
  }

 private:
  // "WILK, Kacper", as police and courts list people.
  std::uint32_t read_turned_name(std::uint32_t t, std::uint32_t end) {
    // "BROWN-DUNCAN, Koa"
    if (t + 4 < end && text_.form(t + 1) == "-" && text_.is_in_capitals(t) && text_.is_in_capitals(t + 2) &&
        text_.form(t + 3) == "," && starts_with_capital(text_.form(t + 4)) && !text_.is_in_capitals(t + 4) &&
        !naming_.is_noun_word(t + 4)) {
      FoundMention mention = text_.start(t, t + 5, MentionKind::name);
      mention.name.words = {std::string(text_.form(t + 4)),
                            std::string(text_.form(t)) + "-" + std::string(text_.form(t + 2))};
      out_.push_back(std::move(mention));
      return t + 5;
    }
    if (t + 2 >= end || text_.form(t + 1) != "," || !(text_.is_in_capitals(t) || turns_in_label(t)) ||
        naming_.is_noun_word(t) || naming_.is_title(t) || text_.words.is_no_name(fold(text_.form(t))) ||
        text_.words.is_organisation(fold(text_.form(t))))
      return t;
    if (!starts_with_capital(text_.form(t + 2)) || text_.is_in_capitals(t + 2) ||
        naming_.is_noun_word(t + 2) || text_.words.is_no_name(fold(text_.form(t + 2))) ||
        naming_.is_title(t + 2))
      return t;
    const std::string_view behind = t + 3 < end ? text_.form(t + 3) : std::string_view{};
    if (!behind.empty() && !one_of(behind, {",", "(", "-", "–", ";", ".", "/"}) && !text_.is_number(t + 3) &&
        !starts_with_capital(behind))
      return t;
    FoundMention mention = text_.start(t, t + 3, MentionKind::name);
    mention.name.words = {std::string(text_.form(t + 2)), std::string(text_.form(t))};
    out_.push_back(std::move(mention));
    return t + 3;
  }

  // "Case name: Begaye, Isaiah / Castellano, Brent": no list of given names.
  bool turns_in_label(std::uint32_t t) const {
    const auto is_given = [&](std::uint32_t u) {
      return text_.words.of_given_name(fold(text_.form(u))) != Agreement::unknown;
    };
    if (!naming_.expects_name(t) || is_given(t) || !starts_with_capital(text_.form(t)) ||
        !naming_.expects_name(t + 2))
      return false;
    // "Parents: Okafor, Baird." are two; between whole names turned round stands a bar.
    const bool barred = (t > 0 && text_.form(t - 1) == "/") ||
                        (t + 3 < text_.analysis.tokens.size() && text_.form(t + 3) == "/");
    if (!is_given(t + 2) && !barred) return false;
    const bool opens =
        t == 0 || !naming_.expects_name(t - 1) || one_of(text_.form(t - 1), {"/", ";", "-", "–"});
    const bool closes = t + 3 >= text_.analysis.tokens.size() || !naming_.expects_name(t + 3) ||
                        text_.begins_entry[t + 3] || one_of(text_.form(t + 3), {"/", ";", "(", "."});
    return opens && closes;
  }

  // "Maurice “Mossie” Crehan", "Tadiwa (Tadi) Geddes": the place behind the mark that closes, or `at`.
  std::uint32_t behind_nickname(std::uint32_t at, std::uint32_t end) const {
    if (at + 3 >= end) return at;
    const std::string_view open = text_.form(at), close = text_.form(at + 2);
    const bool bracket = open == "(" && close == ")";
    static constexpr std::array<std::string_view, 5> marks{"\"", "“", "``", "‘", "'"};
    static constexpr std::array<std::string_view, 5> closing{"\"", "”", "''", "’", "'"};
    if (!bracket && !(one_of(open, marks) && one_of(close, closing))) return at;
    return starts_with_capital(text_.form(at + 1)) && !naming_.is_noun_word(at + 1) &&
                   naming_.may_be_name(at + 3, true) && !naming_.is_noun_word(at + 3)
               ? at + 3
               : at;
  }

  // "S/C Pruitt", "A/Sgt Bell"
  std::uint32_t slashed_title(std::uint32_t t, std::uint32_t end) const {
    if (t + 3 >= end || text_.form(t + 1) != "/" || !starts_with_capital(text_.form(t + 3))) return t;
    return text_.words.title(without_point(text_.form(t)) + "/" + without_point(text_.form(t + 2))) == nullptr
               ? t
               : t + 3;
  }

  bool follows_title(std::uint32_t t, std::uint32_t end) const {
    if (text_.form(t) == "." && t + 1 < end) ++t;
    // "IDVA Manager"
    if (const PersonNoun* noun = text_.words.noun(fold(text_.form(t)));
        noun != nullptr && noun->sort == NounSort::professional &&
        text_.words.title(without_point(text_.form(t))) == nullptr)
      return false;
    if (text_.is_number(t) && t + 1 < end && !is_date(t + 1, end)) ++t;
    if (text_.words.is_suffix(without_point(text_.form(t)))) return false;
    return starts_with_capital(text_.form(t)) || text_.words.is_particle(text_.form(t)) ||
           shared_title(t, end);
  }

  // "SW 20 May"
  bool is_date(std::uint32_t t, std::uint32_t end) const {
    return t < end && text_.words.is_no_name(fold(text_.form(t)));
  }

  // "Mr and Mrs Baird"
  bool shared_title(std::uint32_t t, std::uint32_t end) const {
    return t + 2 < end && (text_.form(t) == "and" || text_.form(t) == "&") && naming_.is_title(t + 1) &&
           starts_with_capital(text_.form(t + 2));
  }

  std::uint32_t add_shared_title(std::uint32_t from, std::uint32_t conjunction, NameForm name,
                                 const Title* title) {
    NameForm other;
    read_name_words(conjunction + 2, sentence_.end, true, other);
    if (other.words.empty()) return from;
    name.words = {other.words.back()};
    FoundMention mention = text_.start(from, conjunction, MentionKind::name);
    mention.name = std::move(name);
    mention.agrees = title->agrees;
    out_.push_back(std::move(mention));
    return conjunction;
  }

  std::uint32_t read_name_words(std::uint32_t at, std::uint32_t end, bool titled, NameForm& name) {
    bool glued = false;
    while (at < end) {
      if ((text_.begins_entry[at] || text_.initials[at]) && !name.words.empty()) break;
      if (ends_with_initials(at, name) || is_someones_initials(at, name)) break;
      const std::string_view word = text_.form(at);
      const bool inside = titled || !name.words.empty();
      if (glued || is_name_word(at, inside, titled, name)) {
        if (glued)
          name.words.back() += "-" + std::string(word);
        else
          name.words.emplace_back(is_lone_letter(at) && name.words.empty() ? word.substr(0, 1) : word);
        glued = false;
        ++at;
        if (name.words.size() == 1 && is_lone_letter(at - 1)) break;
      } else if (word == "-" && !name.words.empty() && at + 1 < end && text_.touches(at - 1) &&
                 text_.touches(at) && starts_with_capital(text_.form(at + 1))) {
        glued = true;
        ++at;
      } else if (word == "." && !name.words.empty() && name.words.back().size() == 1 &&
                 text_.touches(at - 1) && at + 1 < end && naming_.may_be_name(at + 1, true)) {
        ++at;
      } else if (inside && text_.words.is_particle(fold(word)) && at + 1 < end &&
                 starts_with_capital(text_.form(at + 1)) && text_.token(at).upos != Upos::VERB) {
        name.words.emplace_back(word);
        ++at;
      } else if (const std::uint32_t behind = name.words.size() == 1 ? behind_nickname(at, end) : at;
                 behind > at) {
        name.nickname = std::string(text_.form(at + 1));
        at = behind;
      } else {
        break;
      }
      if (name.words.size() > 5) break;
    }
    return at;
  }

  // "Rebook IJ": initials that are somebody's are no family name.
  bool is_someones_initials(std::uint32_t at, const NameForm& name) const {
    return name.words.size() == 1 && name.title.empty() && text_.is_initials(at) &&
           naming_.are_initials_of_a_name(std::string(text_.form(at))) && !text_.is_in_capitals(at - 1);
  }

  // "Told CL Emyr tipped the plate": initials are a name of their own.
  bool ends_with_initials(std::uint32_t at, const NameForm& name) const {
    return name.words.size() == 1 && name.title.empty() && at > 0 && text_.is_initials(at - 1) &&
           !is_capitals(text_.form(at)) && naming_.are_initials_of_a_name(name.words.front());
  }

  bool is_name_word(std::uint32_t at, bool inside, bool titled, const NameForm& name) const {
    const std::string_view word = text_.form(at);
    if (titled && name.words.empty() && starts_with_capital(word) && !naming_.within_noun(at)) return true;
    if (name.words.empty() && text_.words.is_suffix(fold(word)) && !naming_.is_own_initials(at)) return false;
    if (name.words.empty() && naming_.short_forms().letter_noun(at) != nullptr) return false;
    if (name.words.empty() && (stands_alone(at) || is_lone_letter(at)))
      return naming_.short_forms().explained(word) == nullptr;
    if (!naming_.may_be_name(at, inside)) return false;
    if (!name.words.empty() && (naming_.is_title(at) || code_of_pseudonym(text_, naming_, at) != nullptr))
      return false;
    if (naming_.is_noun_word(at)) return false;
    // "Ewan I", "Ms Hart A&E": a single letter belongs to a name only as an initial before or after it.
    if (is_letter_or_number(word) && name.words.empty())
      return at + 1 < text_.analysis.tokens.size() && naming_.may_be_name(at + 1, true) &&
             !naming_.is_noun_word(at + 1);
    if (is_letter_or_number(word) && text_.begins_entry[at]) return false;
    return true;
  }

  // "B. parked in the bus bay": a letter with its point that no name follows, and that heads no list.
  bool is_lone_letter(std::uint32_t at) const {
    const std::string_view word = text_.form(at);
    if (word.size() != 2 || word[1] != '.' || word[0] < 'A' || word[0] > 'Z' || word[0] == 'I') return false;
    if (at + 1 >= text_.analysis.tokens.size()) return false;
    const std::string_view next = text_.form(at + 1);
    const bool small = next[0] >= 'a' && next[0] <= 'z';
    return small || one_of(next, {"'s", "’s", ",", ";", "and", "&"});
  }

  // A single capital letter that begins a statement or stands where a person does.
  bool stands_alone(std::uint32_t at) const {
    const std::string_view word = text_.form(at);
    if (word.size() != 1 || word == "I" || word[0] < 'A' || word[0] > 'Z') return false;
    if (at + 1 >= text_.analysis.tokens.size()) return false;
    const std::string_view next = text_.form(at + 1);
    if (one_of(next, {".", ")", "&", "-", ":", "/"}) || (at > 0 && text_.form(at - 1) == "/")) return false;
    const TokenRange sentence = sentence_;
    if (at == sentence.begin) return word != "A" && at + 1 < sentence.end;
    const Upos before = text_.token(at - 1).upos;
    return before != Upos::NOUN && before != Upos::PROPN && before != Upos::NUM && before != Upos::DET;
  }

  const MentionText& text_;
  const ReportNaming& naming_;
  TokenRange sentence_;
  std::vector<FoundMention>& out_;
};

}  // namespace

std::uint32_t read_name(const MentionText& text, const ReportNaming& naming, TokenRange sentence,
                        std::uint32_t t, std::vector<FoundMention>& out) {
  return NameReader(text, naming, sentence, out).read(t, sentence.end);
}

}  // namespace onus
