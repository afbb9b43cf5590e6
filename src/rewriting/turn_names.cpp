#include "rewriting/turn_names.h"

#include <algorithm>
#include <array>

#include "rewriting/phrases.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 8> kNouns{"mum", "mummy", "dad",  "daddy",
                                                 "mam", "nan",   "gran", "grandad"};

// "Mother" in the middle of another sentence says that here it is a name.
bool written_with_capital_within(const Turning& p, std::string_view word) {
  return p.n.prose().find(" " + std::string(word) + " ") != std::string_view::npos;
}

// "Mum slapped by dad", "Mother grabbed by father": a report that writes the one small writes the other so.
bool like_a_small_letter_name(const Turning& p, TokenRange range) {
  static constexpr std::array<std::string_view, 14> kin{"mother", "father", "mum",  "dad",     "mummy",
                                                        "daddy",  "mam",    "baby", "grandma", "grandad",
                                                        "gran",   "nan",    "son",  "daughter"};
  const bool owner = range.size() > 2 && p.token(range.begin + 1).xpos == Xpos::POS;  // "Mum's phone"
  if ((range.size() != 1 && !owner) || !p.slot.empty() || !one_of(lower(p.n.form(range.begin)), kin))
    return false;
  if (p.clause.by.agent.size() == 1 && one_of(p.n.form(p.clause.by.agent.begin), kin)) return true;
  const std::string word = lower(p.n.form(range.begin));
  const bool role = word == "mother" || word == "father" || word == "baby";
  return role && p.clause.shape == PassiveShape::note &&
         !written_with_capital_within(p, p.n.form(range.begin));
}

// "Ms A, her mother and the childminder were all telephoned": each is named, and "all" adds nothing.
bool is_list(const Turning& p, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t)
    if (p.token(t).upos == Upos::CCONJ) return true;
  return false;
}

bool ends_after_agent(const Turning& p) {
  const std::uint32_t next = p.clause.by.agent.end;
  return next >= p.sentence.end || (p.token(next).upos == Upos::PUNCT && p.n.form(next) != "(");
}

}  // namespace

std::string possessive(const std::string& name) { return name + "'s"; }

std::string agent_words(const Turning& p, std::uint32_t begin, PronounUse use) {
  const std::uint32_t by = p.clause.by.second_by;
  if (by == kNone) return words_as(p.n, {begin, p.clause.by.agent.end}, use);
  const std::string pair = p.form(p.clause.by.by) == "by" ? "" : p.form(p.clause.by.by) + " ";
  return pair + words_as(p.n, {begin, by}, use) + " " + words_as(p.n, {by + 1, p.clause.by.agent.end}, use);
}

bool agent_is_pronoun(const Turning& p) {
  return p.slot.empty() && p.clause.by.agent.size() == 1 &&
         is_personal_pronoun(p.token(p.clause.by.agent.begin));
}

std::optional<PronounSet> agent_set(const Turning& p) {
  return p.slot.empty() ? pronouns_of(p.n, p.clause.by.core) : std::nullopt;
}

std::string doer_as(const Turning& p, PronounUse use) {
  if (!agent_is_pronoun(p)) {
    const bool pair = use == PronounUse::object && is_list(p, p.clause.by.agent);
    const std::string doer = pair && !p.swapped ? agent_words(p, p.clause.by.agent.begin, use) : p.doer;
    return doer + (p.clause.by.closing_comma ? "," : "");
  }
  return std::string(pronoun(*pronoun_set(p.form(p.clause.by.agent.begin)), use));
}

Agreeing agreement(const Turning& p) {
  Agreeing who;
  if (!p.slot.empty()) return who;
  if (is_plural(p.n, p.clause.by.core)) who.number = Number::plur;
  if (agent_is_pronoun(p)) {
    const auto set = pronoun_set(p.form(p.clause.by.agent.begin));
    who.person = person_of(*set);
    who.number = number_of(*set);
  }
  return who;
}

bool at_start(const Turning& p) {
  if (p.clause.patient.empty()) return false;
  const std::uint32_t here = sentence_of(p.n.analysis, p.clause.patient.begin);
  std::uint32_t begin = p.n.analysis.sentences[here].tokens.begin;
  while (begin < p.clause.patient.begin && p.n.form(begin) == "(") ++begin;
  return p.clause.patient.begin == begin;
}

bool named(const Turning& p, TokenRange range) {
  if (names_someone(p.n, range)) return true;
  const bool owned = !p.clause.by.agent.empty() && p.token(p.clause.by.agent.begin).features.possessive;
  return owned && bare_name(p.n, range);
}

bool is_stuff(const Turning& p, TokenRange range) {
  static constexpr std::array<std::string_view, 64> stuff{
      "paint",     "petrol",   "water",    "violence", "money",        "food",       "bleach",   "urine",
      "hair",      "clothing", "property", "force",    "abuse",        "pressure",   "acid",     "glass",
      "furniture", "mail",     "post",     "damage",   "harm",         "contact",    "sex",      "access",
      "credit",    "cash",     "rent",     "milk",     "medication",   "insulin",    "medicine", "alcohol",
      "bruising",  "bleeding", "swelling", "control",  "intimidation", "permission", "evidence", "blood",
      "spit",      "saliva",   "coffee",   "tea",      "soup",         "rubbish",    "bedding",  "luggage",
      "door",      "phone",    "car",      "window",   "laptop",       "house",      "dog",      "cat",
      "handbag",   "passport", "pram",     "tracker",  "school",       "nursery",    "work",     "housing"};
  return range.size() == 1 && one_of(lower(p.n.form(range.begin)), stuff);
}

bool unsure_of_capital(const Turning& p) {
  if (!at_start(p) || keeps_capital(p, p.clause.patient) || named(p, p.clause.patient) ||
      !bare_name(p.n, p.clause.patient) || is_stuff(p, p.clause.patient))
    return false;
  return p.n.prose().find(" " + lower(words_of(p.n, p.clause.patient))) == std::string_view::npos;
}

namespace {

// "Coercive control", taken for a name at the start of a sentence.
bool is_description(const Turning& p, TokenRange range) {
  if (range.size() < 2 || p.token(range.end - 1).upos != Upos::NOUN) return false;
  const std::string_view next = p.n.form(range.begin + 1);
  static constexpr std::array<std::string_view, 8> adjectives{"ive",  "ical", "ous",  "ful",
                                                              "sual", "nal",  "less", "ened"};
  const std::string word = lower(p.n.form(range.begin));
  return next[0] >= 'a' && next[0] <= 'z' &&
         std::ranges::any_of(adjectives, [&](std::string_view end) { return word.ends_with(end); });
}

}  // namespace

bool keeps_capital(const Turning& p, TokenRange range) {
  const Token& first = p.token(range.begin);
  const std::string_view word = p.n.form(range.begin);
  if (word == "I" || (word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z')) return true;
  if (like_a_small_letter_name(p, range) || is_stuff(p, range)) return false;
  if (range.size() == 1 && first.upos != Upos::PRON && one_of(lower(word), kNouns)) return true;
  if (named(p, range)) return true;
  if (is_description(p, range)) return false;
  if (first.upos == Upos::PROPN) return lower(word) != "mother" && lower(word) != "father";
  return range.size() == 1 && first.upos == Upos::NOUN && written_with_capital_within(p, word);
}

std::string object_text(const Turning& p) {
  std::string text = p.patient;
  const bool all = p.clause.group.floating != kNone;
  if (p.clause.patient.size() == 1 || p.swapped)
    if (const auto set = pronoun_set(text))
      return std::string(pronoun(*set, PronounUse::object)) +
             (all ? " " + p.form(p.clause.group.floating) : "");
  if (!p.swapped) text = words_as(p.n, p.clause.patient, PronounUse::object);
  if (at_start(p) && !keeps_capital(p, p.clause.patient)) text = uncapitalised(text);
  if (p.clause.group.floating != kNone &&
      !(p.form(p.clause.group.floating) == "all" && is_list(p, p.clause.patient)))
    text = p.form(p.clause.group.floating) + " " + text;
  if (p.clause.comma) text += p.clause.group.words.end == p.clause.by.by && ends_after_agent(p) ? "" : ",";
  return text;
}

namespace {

std::optional<PronounSet> set_of(const Turning& p, TokenRange whom) {
  auto set = pronouns_of(p.n, whom);
  if (!set && whom == p.clause.patient) set = p.patient_set;
  return set;
}

}  // namespace

std::string object_again(const Turning& p, TokenRange whom) {
  const auto set = set_of(p, whom);
  const bool named = whom.size() > 1 || !pronoun_set(p.n.form(whom.begin));
  return set && named ? std::string(pronoun(*set, PronounUse::object)) : again(p, whom, PronounUse::object);
}

std::string again(const Turning& p, TokenRange whom, PronounUse use) {
  const auto set = set_of(p, whom);
  const auto doer = agent_set(p);
  if (set && (!doer || *doer != *set)) return std::string(pronoun(*set, use));
  // "Alfie, aged four," is Alfie when he is named again.
  bool list = false;
  for (std::uint32_t t = whom.begin; t < whom.end; ++t) list |= p.token(t).upos == Upos::CCONJ;
  for (std::uint32_t t = whom.begin + 1; t < whom.end && !list; ++t)
    if (p.n.form(t) == "," || p.n.form(t) == "(") whom.end = t;
  std::string name = words_of(p.n, whom);
  if (whom.begin == p.sentence.begin && !keeps_capital(p, whom)) name = uncapitalised(name);
  if (whom.size() == 1 && pronoun_set(name)) return {};
  return use == PronounUse::determiner ? possessive(name) : name;
}

TokenRange phrase_around(const Turning& p, std::uint32_t head) {
  TokenRange range = phrase_of(p.n.analysis, p.n.clauses, head);
  if (const Mention* mention = p.n.cast.at(head)) range = with_title(p.n, mention->tokens);
  if (range.contains(p.clause.by.participle)) range = {head, head + 1};
  return range;
}

}  // namespace onus
