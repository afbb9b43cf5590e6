#include "rewriting/phrases.h"

#include <algorithm>
#include <array>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// After a name these begin an adverbial: "by Mr Baird Tuesday".
constexpr std::array<std::string_view, 24> kTimes{
    "monday",   "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday",    "january",
    "february", "march",    "april",     "may",      "june",   "july",     "august",    "september",
    "october",  "november", "december",  "night",    "day",    "week",     "yesterday", "today"};
// "Since Easter contact has been …": a time of its own.
constexpr std::array<std::string_view, 10> kSeasons{"easter", "christmas", "xmas", "ramadan",   "eid",
                                                    "diwali", "hogmanay",  "lent", "halloween", "hanukkah"};
constexpr std::array<std::string_view, 7> kTitles{"ms", "mr", "mrs", "miss", "mx", "dr", "mr."};
constexpr std::array<std::string_view, 29> kShe{
    "mother",  "mum",         "mummy",         "mam",        "sister",       "daughter",
    "wife",    "grandmother", "gran",          "nan",        "girl",         "woman",
    "aunt",    "niece",       "granddaughter", "stepmother", "stepdaughter", "mother-in-law",
    "ms",      "mrs",         "miss",          "girlfriend", "ex-wife",      "ex-girlfriend",
    "stepmum", "auntie",      "granny",        "lady",       "grandma"};
constexpr std::array<std::string_view, 26> kHe{
    "father",  "dad",           "daddy", "brother",   "son",    "husband",    "grandfather",
    "grandad", "boy",           "man",   "uncle",     "nephew", "grandson",   "stepfather",
    "stepson", "father-in-law", "mr",    "boyfriend", "sir",    "ex-husband", "ex-boyfriend",
    "stepdad", "bloke",         "lad",   "grandpa",   "dada"};

bool is_noun(const Token& token) { return token.upos == Upos::NOUN || token.upos == Upos::PROPN; }

bool is_finite(const Token& token) {
  return token.upos == Upos::AUX || token.xpos == Xpos::VBD || token.xpos == Xpos::VBZ ||
         token.xpos == Xpos::VBP || token.xpos == Xpos::VBN;
}

class Reader {
 public:
  explicit Reader(const Narrative& narrative) : n_(narrative), tokens_(narrative.analysis.tokens) {}

  TokenRange forward(std::uint32_t begin, std::uint32_t end) const {
    TokenRange range = simple(begin, end);
    if (range.empty() || is_personal_pronoun(tokens_[begin])) return joined(range, end);
    const bool name = tokens_[range.end - 1].upos == Upos::PROPN;  // "accused by Mr Arslan of flirting"
    if (!name && range.end + 1 < end && form(range.end) == "of") range.end = end_of_owner(range, end);
    return joined(range, end);
  }

  TokenRange backward(std::uint32_t begin, std::uint32_t end) const {
    if (end == begin) return {end, end};
    if (tokens_[end - 1].upos == Upos::PRON && !tokens_[end - 1].features.possessive) return {end - 1, end};
    std::uint32_t t = end;
    while (t > begin && fits_before(t - 1, end)) --t;
    while (t < end && !is_noun(tokens_[t]) && tokens_[t].upos != Upos::DET && tokens_[t].upos != Upos::PRON &&
           tokens_[t].upos != Upos::ADJ && tokens_[t].upos != Upos::NUM)
      ++t;
    return with_list(t, end);
  }

  // "Ms Hart, her mother and the childminder": what a last "and" ends began before the comma.
  TokenRange with_list(std::uint32_t begin, std::uint32_t end) const {
    const TokenRange range{begin, end};
    const auto joins = [&](std::uint32_t t) { return tokens_[t].upos == Upos::CCONJ && form(t) == "and"; };
    std::uint32_t t = begin;
    for (std::uint32_t in = begin; in < end && t == begin; ++in)
      if (joins(in)) t = kNone;
    const bool joined_before = begin > 0 && joins(begin - 1);
    if (t != kNone && !joined_before) return range;
    if (joined_before) {
      const TokenRange first = backward_person(begin - 1);
      if (first.empty() || !is_person(n_, range)) return range;
      begin = first.begin;
    }
    for (int more = 0; more < 3 && begin > 1 && n_.form(begin - 1) == ","; ++more) {
      const TokenRange one = backward_person(begin - 1);
      if (one.empty()) break;
      begin = one.begin;
    }
    return {begin, end};
  }

  // A person right before `end` that nothing governs.
  TokenRange backward_person(std::uint32_t end) const {
    const TokenRange none{end, end};
    std::uint32_t t = end;
    while (t > 0 && fits_before(t - 1, end)) --t;
    const TokenRange one{t, end};
    if (one.empty() || !is_person(n_, one)) return none;
    if (t > 0 && tokens_[t - 1].upos == Upos::ADP) return none;
    return one;
  }

 private:
  std::string form(std::uint32_t t) const { return lower(n_.form(t)); }

  // "the brother [of Mr Baird]", "a relative [of Mr Baird's]", "a friend [of hers]"
  std::uint32_t end_of_owner(TokenRange range, std::uint32_t end) const {
    const std::uint32_t next = range.end + 1;
    if (one_of(form(next), {"mine", "his", "hers", "theirs", "ours", "yours"}) &&
        (next + 1 >= end || !is_noun(tokens_[next + 1])))
      return next + 1;
    if (const TokenRange of = simple(next, end); !of.empty()) return of.end;
    for (std::uint32_t t = next; t < end && (is_noun(tokens_[t]) || starts_phrase(t)); ++t)
      if (t + 1 < end && tokens_[t + 1].xpos == Xpos::POS) return t + 2;
    return range.end;
  }

  bool fits_before(std::uint32_t t, std::uint32_t end) const {
    const Token& token = tokens_[t];
    if (one_of(form(t), kTitles) || kin_before_name(t, end)) return true;
    if (t + 1 < end && t > 0 && tokens_[t - 1].upos == Upos::ADP && one_of(form(t), kSeasons)) return false;
    const bool kin = one_of(form(t), kShe) || one_of(form(t), kHe);
    if (kin && t > 0 && (is_possessive_pronoun(tokens_[t - 1]) || tokens_[t - 1].xpos == Xpos::POS))
      return t + 1 == end || !starts_phrase(t + 1);  // "her brother Joe"
    if (is_noun(token)) return t + 1 == end || !(starts_phrase(t + 1) || name_begins(t + 1, end));
    if (name_begins(t + 1, end) && token.upos == Upos::NUM) return false;
    if (token.upos == Upos::ADJ && name_begins(t + 1, end))  // "seven months pregnant Ms Hart"
      return t > 0 && (starts_phrase(t) || starts_phrase(t - 1));
    if (n_.form(t).find('/') != std::string_view::npos) return false;  // "4/19 Mother"
    if (token.upos == Upos::ADJ && t + 1 == end)  // "Roisin's inhaler", taken for an adjective
      return t > 0 && (starts_phrase(t - 1) || tokens_[t - 1].xpos == Xpos::POS);
    if (token.upos == Upos::DET || token.upos == Upos::ADJ || token.upos == Upos::NUM) return t + 1 < end;
    if (token.upos == Upos::PRON) return token.features.possessive && t + 1 < end;
    if (token.xpos == Xpos::POS || token.xpos == Xpos::HYPH) return true;
    return form(t) == "of" && t > 0 && t + 1 < end && (is_noun(tokens_[t - 1]) || form(t - 1) == "both");
  }

  // "Mummy Jo", "Uncle Dan"
  bool kin_before_name(std::uint32_t t, std::uint32_t end) const {
    const char first = n_.form(t).front();
    return first >= 'A' && first <= 'Z' && t + 1 < end && tokens_[t + 1].upos == Upos::PROPN &&
           (one_of(form(t), kShe) || one_of(form(t), kHe)) && tokens_[t].upos == Upos::PROPN;
  }

  bool starts_phrase(std::uint32_t t) const {
    return tokens_[t].upos == Upos::DET || is_possessive_pronoun(tokens_[t]);
  }

  // "On 4 May Ms Hart", "in March Ewan": where a name begins, another phrase ends.
  bool name_begins(std::uint32_t t, std::uint32_t end) const {
    if (t >= end) return false;
    if (one_of(form(t), kTitles)) return true;
    if (t > 0 && one_of(form(t - 1), kTitles)) return false;
    for (std::uint32_t head = t; head < end; ++head) {
      const Mention* mention = n_.cast.at(head);
      if (mention != nullptr && mention->kind == MentionKind::name && mention->tokens.begin == t) return true;
    }
    return false;
  }

  // Determiners, adjectives, possessors and nouns up to the head.
  TokenRange simple(std::uint32_t begin, std::uint32_t end) const {
    const TokenRange none{begin, begin};
    if (begin >= end) return none;
    const bool owns = form(begin) == "her" && begin + 3 < end && form(begin + 1) == "in" &&
                      hyphen_at(begin + 2);  // "her in-laws"
    if (owns) return {begin, begin + 4};
    if (is_personal_pronoun(tokens_[begin])) return {begin, begin + 1};
    if (tokens_[begin].upos == Upos::ADJ && names_someone(n_, {begin, begin + 1})) return {begin, begin + 1};
    std::uint32_t head = kNone;
    std::uint32_t t = begin;
    for (; t < end; ++t) {
      const Token& token = tokens_[t];
      if (is_noun(token)) {
        if (head != kNone && (one_of(form(t), kTimes) || has_digit(n_.form(t)) || counts_times(t, end)))
          break;
        head = t;
        while (t + 2 < end && hyphen_at(t + 1)) t += 2;
        head = t;
      } else if (token.xpos == Xpos::POS && head != kNone) {
        head = kNone;
      } else if (token.upos == Upos::DET && t > begin && tokens_[t - 1].xpos == Xpos::POS) {
        break;  // "a relative of Mr Baird's every day"
      } else if (token.xpos == Xpos::HYPH) {
        continue;
      } else if (head != kNone || !premodifies(t, begin, end)) {
        break;
      }
    }
    if (head == kNone) return none;
    TokenRange range{begin, head + 1};
    // "Mrs Singh senior": a mention may be longer than its nouns.
    if (const Mention* mention = n_.cast.at(head_of(n_, range));
        mention != nullptr && mention->tokens.end > range.end && mention->tokens.end <= range.end + 1)
      range.end = mention->tokens.end;
    return range;
  }

  // "by Dad loads of times"
  bool counts_times(std::uint32_t t, std::uint32_t end) const {
    static constexpr std::array<std::string_view, 8> many{"loads",  "lots",   "dozens", "hundreds",
                                                          "scores", "plenty", "tons",   "heaps"};
    return t + 2 < end && one_of(form(t), many) && form(t + 1) == "of" && form(t + 2) == "times";
  }

  // "mother-in-law"
  bool hyphen_at(std::uint32_t t) const {
    return n_.form(t) == "-" && tokens_[t].span.begin == tokens_[t - 1].span.end &&
           tokens_[t].span.end == tokens_[t + 1].span.begin;
  }

  bool premodifies(std::uint32_t t, std::uint32_t begin, std::uint32_t end) const {
    const Token& token = tokens_[t];
    switch (token.upos) {
      case Upos::DET:
      case Upos::ADJ:
      case Upos::NUM:
        return true;
      case Upos::PRON:
        return token.features.possessive || one_of(form(t), {"one", "some", "both", "each"});
      case Upos::ADV:
        return t > begin && t + 1 < end &&
               (tokens_[t + 1].upos == Upos::ADJ || (form(t) == "then" && tokens_[t + 1].upos == Upos::NOUN));
      case Upos::VERB:
        return t > begin && t + 1 < end && is_noun(tokens_[t + 1]);
      default:
        return false;
    }
  }

  // "Mr Baird and his brother", but not "Mr Baird and she fell".
  TokenRange joined(TokenRange range, std::uint32_t end) const {
    if (range.empty()) return range;
    for (int more = 0; more < 3 && range.end + 1 < end; ++more) {
      if (form(range.end) != "and" && form(range.end) != "or") return range;
      if (one_of(form(range.end + 1), {"he", "she", "they", "i", "we"})) return range;  // the next subject
      const TokenRange next = simple(range.end + 1, end);
      if (next.empty() || !is_person(n_, next)) return range;
      std::uint32_t after = next.end;
      while (after < end && tokens_[after].upos == Upos::ADV) ++after;
      if (after < end && is_finite(tokens_[after])) return range;
      range.end = next.end;
    }
    return range;
  }

  const Narrative& n_;
  const std::vector<Token>& tokens_;
};

std::optional<PronounSet> set_of_word(const std::string& word) {
  if (one_of(word, kShe)) return PronounSet::she;
  if (one_of(word, kHe)) return PronounSet::he;
  return std::nullopt;
}

// What the report itself calls that person elsewhere.
std::optional<PronounSet> set_used_for(const Narrative& n, std::uint32_t person) {
  for (const Mention& mention : n.cast.mentions) {
    if (mention.people.size() != 1 || mention.people.front() != person) continue;
    if (mention.kind == MentionKind::pronoun) {
      if (const auto set = pronoun_set(n.form(mention.head))) return set;
    }
    if (const auto set = set_of_word(lower(n.form(mention.tokens.begin)))) return set;
  }
  return std::nullopt;
}

// "In March 2021 [the father]": a date before a determiner is no part of the phrase, whatever the parse says.
TokenRange without_date(const Narrative& n, TokenRange range) {
  const auto& tokens = n.analysis.tokens;
  for (std::uint32_t t = range.end; t-- > range.begin + 1;) {
    const Upos before = tokens[t - 1].upos;
    if (tokens[t].upos == Upos::DET && (before == Upos::NUM || before == Upos::PROPN || before == Upos::NOUN))
      return {t, range.end};
  }
  return range;
}

}  // namespace

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

TokenRange noun_phrase_at(const Narrative& narrative, std::uint32_t begin, std::uint32_t end) {
  return Reader(narrative).forward(begin, end);
}

TokenRange noun_phrase_before(const Narrative& narrative, std::uint32_t begin, std::uint32_t end) {
  return with_title(narrative, without_date(narrative, Reader(narrative).backward(begin, end)));
}

TokenRange with_title(const Narrative& n, TokenRange range) {
  // A sentence may have been ended after "Ms" by mistake.
  if (!range.empty() && range.begin > 0 && one_of(lower(n.form(range.begin - 1)), kTitles)) --range.begin;
  return range;
}

bool participle_like(const Token& token) {
  return token.upos == Upos::VERB && (token.xpos == Xpos::VBN || token.xpos == Xpos::VBD);
}

bool is_personal_pronoun(const Token& token) {
  return token.upos == Upos::PRON && token.xpos == Xpos::PRP && !token.features.possessive;
}

bool is_possessive_pronoun(const Token& token) {
  return token.upos == Upos::PRON && token.features.possessive;
}

std::string words_of(const Narrative& n, TokenRange range) {
  return range.empty() ? "" : std::string(n.text(n.span_of(range)));
}

std::string words_as(const Narrative& n, TokenRange range, PronounUse use) {
  std::string text = words_of(n, range);
  if (range.size() == 1) {
    const auto set = pronoun_set(text);
    return set ? std::string(pronoun(*set, use)) : text;
  }
  const auto token = [&](std::uint32_t t) -> const Token& { return n.analysis.tokens[t]; };
  const auto parts = [&](std::uint32_t t) { return token(t).upos == Upos::CCONJ || n.form(t) == ","; };
  for (std::uint32_t t = range.end; t-- > range.begin;) {
    const bool apart = (t == range.begin || parts(t - 1)) && (t + 1 == range.end || parts(t + 1));
    const auto set = is_personal_pronoun(token(t)) && apart ? pronoun_set(n.form(t)) : std::nullopt;
    if (set)
      text.replace(token(t).span.begin - token(range.begin).span.begin, token(t).span.size(),
                   pronoun(*set, use));
  }
  return text;
}

std::string uncapitalised(std::string text) {
  // "V-1", "GP": written so wherever it stands.
  const std::string_view first = std::string_view(text).substr(0, text.find(' '));
  const auto marks_a_name = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); };
  if (!first.empty() && std::none_of(first.begin() + 1, first.end(), marks_a_name))
    text.front() = lower_ascii(text.front());
  return text;
}

std::uint32_t head_of(const Narrative& n, TokenRange range) {
  std::uint32_t last = kNone;
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = n.analysis.tokens[t];
    const bool outside = token.head < range.begin || token.head >= range.end || token.head == t;
    if (outside && (is_noun(token) || token.upos == Upos::PRON)) return t;
    if (is_noun(token) || token.upos == Upos::PRON) last = t;
  }
  if (last == kNone && !range.empty() && names_someone(n, range)) return range.end - 1;
  return last;
}

// One word with a capital and no determiner, which isn't a word for a relative: "Thandi", tagged as a noun.
bool bare_name(const Narrative& n, TokenRange range) {
  static constexpr std::array<std::string_view, 22> kin{
      "child",     "baby",     "children", "parents",  "partner",    "staff",  "client", "victim",
      "patient",   "caller",   "tenant",   "resident", "applicant",  "female", "male",   "complainant",
      "informant", "claimant", "mums",     "survivor", "respondent", "wife"};
  if (range.size() != 1) return false;
  const Token& token = n.analysis.tokens[range.begin];
  const std::string word = lower(n.form(range.begin));
  const char first = n.form(range.begin).front();
  return token.upos == Upos::NOUN && token.features.number != Number::plur && first >= 'A' && first <= 'Z' &&
         !one_of(word, kShe) && !one_of(word, kHe) && !one_of(word, kin) && token.span.size() > 2;
}

// A name that the tagger takes for a noun is in the cast all the same.
bool names_someone(const Narrative& n, TokenRange range) {
  if (range.empty()) return false;
  const std::string_view words = n.text(n.span_of(range));
  return std::any_of(n.cast.people.begin(), n.cast.people.end(), [&](const Person& person) {
    return person.name == words ||
           std::find(person.aliases.begin(), person.aliases.end(), words) != person.aliases.end();
  });
}

bool is_person(const Narrative& n, TokenRange range) {
  if (range.empty()) return false;
  const std::uint32_t head = head_of(n, range);
  if (head == kNone) return false;
  const Token& token = n.analysis.tokens[head];
  if (is_personal_pronoun(token)) return lower(n.form(head)) != "it";
  const Mention* mention = n.cast.at(head);
  for (std::uint32_t t = range.begin; mention == nullptr && t < range.end; ++t) {
    const Mention* inner = n.cast.at(t);
    if (inner != nullptr && inner->tokens.contains(head)) mention = inner;
  }
  if (mention != nullptr) return mention->kind != MentionKind::agency;
  if (names_someone(n, range) || set_of_word(lower(n.form(head)))) return true;
  return token.upos == Upos::PROPN && range.size() > 1 && set_of_word(lower(n.form(range.begin))).has_value();
}

bool is_plural(const Narrative& n, TokenRange range) {
  const std::uint32_t head = head_of(n, range);
  if (head == kNone) return false;
  const bool one_of_them =
      range.size() > 2 && lower(n.form(range.begin)) == "one" && lower(n.form(range.begin + 1)) == "of";
  if (one_of_them) return false;
  const Token& token = n.analysis.tokens[head];
  if (token.features.number == Number::plur) return true;
  for (std::uint32_t t = head + 1; t < range.end; ++t) {
    const Xpos tag = n.analysis.tokens[t].xpos;
    if (tag == Xpos::WP || tag == Xpos::WDT || tag == Xpos::WPS) break;  // an "and" in its own clause
    if (n.analysis.tokens[t].upos == Upos::CCONJ && lower(n.form(t)) == "and") return true;
  }
  const Mention* mention = n.cast.at(head);
  return mention != nullptr && mention->plural;
}

std::uint32_t person_in(const Narrative& n, TokenRange range) {
  const std::uint32_t head = head_of(n, range);
  const Mention* mention = head == kNone ? nullptr : n.cast.at(head);
  return mention != nullptr && mention->people.size() == 1 ? mention->people.front() : kNone;
}

std::optional<PronounSet> pronouns_of(const Narrative& n, TokenRange range) {
  if (range.empty()) return std::nullopt;
  if (range.size() == 1)
    if (const auto set = pronoun_set(n.form(range.begin))) return set;
  if (is_plural(n, range)) return PronounSet::they;
  const std::uint32_t head = head_of(n, range);
  if (head == kNone) return std::nullopt;
  if (const auto set = set_of_word(lower(n.form(head)))) return set;
  const bool possessed =
      std::any_of(n.analysis.tokens.begin() + range.begin, n.analysis.tokens.begin() + head,
                  [](const Token& t) { return t.xpos == Xpos::POS; });
  if (!possessed)
    if (const auto set = set_of_word(lower(n.form(range.begin)))) return set;
  if (const std::uint32_t person = person_in(n, range); person != kNone) return set_used_for(n, person);
  const bool determined = range.size() > 1 && !is_noun(n.analysis.tokens[range.begin]);
  if (n.cast.at(head) == nullptr && n.analysis.tokens[head].upos == Upos::NOUN && (determined || possessed))
    return PronounSet::it;
  return std::nullopt;
}

}  // namespace onus
