#include "people/listed_initials.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>

#include "language/clauses.h"
#include "text/closed_list.h"

namespace onus {
namespace {

// What doctors and the like do to those whom they see.
constexpr std::array<std::string_view, 22> kAtWork{
    "prescribe", "refer",   "examine", "diagnose",  "treat",     "review",  "issue", "certify",
    "immunise",  "consult", "record",  "vaccinate", "screen",    "monitor", "code",  "assess",
    "discharge", "follow",  "liaise",  "signpost",  "recommend", "advise"};

// What nobody is said to have done at work.
constexpr std::array<std::string_view, 32> kOffDuty{
    "arrest", "bail",    "charge", "convict", "caution", "remand",  "punch",    "hit",
    "slap",   "kick",    "push",   "shove",   "choke",   "grab",    "drag",     "threaten",
    "shout",  "swear",   "spit",   "bite",    "smash",   "drink",   "bully",    "strangle",
    "stamp",  "assault", "lock",   "burn",    "stalk",   "control", "headbutt", "throttle"};

// Before a job: whom people see, ring and are sent to.
constexpr std::array<std::string_view, 34> kToWork{
    "see",     "register", "prescribe", "attend",       "visit",   "appointment", "diagnose",
    "examine", "review",   "letter",    "referral",     "consult", "refer",       "copy",
    "take",    "book",     "advice",    "treat",        "contact", "ring",        "phone",
    "call",    "inform",   "tell",      "ask",          "notify",  "liaise",      "via",
    "discuss", "report",   "advise",    "consultation", "check",   "present"};

constexpr std::array<std::string_view, 14> kOfJob{"surgery", "practice", "letter", "referral",    "advice",
                                                  "note",    "record",   "report", "appointment", "opinion",
                                                  "list",    "service",  "clinic", "receptionist"};

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

class InitialsReader {
 public:
  InitialsReader(const Document& document, const Analysis& analysis, const PeopleWords& words,
                 std::span<const Detail> details, const std::vector<bool>& begins_entry)
      : document_(document),
        analysis_(analysis),
        words_(words),
        details_(details),
        begins_entry_(begins_entry) {}

  std::vector<bool> run() {
    out_.assign(size(), false);
    collect_names();
    std::erase_if(all_, [&](const std::string& letters) { return !is_taken(letters); });
    if (all_.empty()) return out_;
    std::vector<std::uint32_t> places;
    for (std::uint32_t t = 0; t < size(); ++t)
      if (all_.contains(form(t))) places.push_back(t);
    if (!uses_initials(places)) return out_;
    for (const std::uint32_t t : places)
      if (is_job(t)) jobs_.insert(std::string(form(t)));
    for (const std::uint32_t t : places) out_[t] = !is_job(t) && (is_loose(t) || is_off_duty(t));
    return out_;
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(analysis_.tokens.size()); }
  const Token& token(std::uint32_t t) const { return analysis_.tokens[t]; }
  std::string_view form(std::uint32_t t) const {
    return t < size() ? slice<ProseText>(document_.prose, token(t).span) : std::string_view{};
  }
  std::string_view before(std::uint32_t t) const { return t > 0 ? form(t - 1) : std::string_view{}; }
  std::string lemma(std::uint32_t t) const { return t < size() ? fold(analysis_.lemma(t)) : std::string{}; }

  // ---- Whose initials there are

  // "Gavin Pike (stepdad)" in a list or behind a label that isn't a professional's.
  void collect_names() {
    for (const Detail& detail : details_) {
      const PersonNoun* noun = words_.noun_of_key(detail.key);
      if (noun != nullptr && noun->sort == NounSort::professional) continue;
      const auto first =
          std::lower_bound(analysis_.tokens.begin(), analysis_.tokens.end(), detail.value.begin,
                           [](const Token& token, std::uint32_t at) { return token.span.begin < at; });
      int brackets = 0;
      for (auto t = static_cast<std::uint32_t>(first - analysis_.tokens.begin());
           t + 1 < size() && token(t + 1).span.end <= detail.value.end; ++t) {
        if (form(t) == "(") ++brackets;
        if (form(t) == ")") --brackets;
        if (brackets == 0 && is_name(t) && is_name(t + 1) && !is_at_work(t + 2)) note(t);
      }
    }
    for (std::uint32_t t = 0; t + 3 < size(); ++t)
      if (form(t + 2) == "(" && is_name(t) && is_name(t + 1) && is_family(t + 3)) note(t);
  }

  void note(std::uint32_t t) {
    if (title_before(t)) return;
    std::string letters{form(t)[0], form(t + 1)[0]};
    (is_taken(letters) ? all_ : clear_).insert(std::move(letters));
  }

  bool title_before(std::uint32_t t) const {
    const Title* title = t > 0 ? words_.title(fold(form(t - 1))) : nullptr;
    return title != nullptr && title->professional;
  }

  bool is_name(std::uint32_t t) const {
    const std::string_view word = form(t);
    if (word.size() < 3 || !is_capital(word[0]) || begins_with_noun(t)) return false;
    const std::string folded = fold(word);
    return words_.title(folded) == nullptr && !words_.is_no_name(folded) && !words_.is_organisation(folded);
  }
  bool begins_with_noun(std::uint32_t t) const { return words_.noun(fold_words(form(t))) != nullptr; }

  // "(SW)", ", health visitor"
  bool is_at_work(std::uint32_t mark) const {
    if (!one_of(form(mark), {"(", ",", "-", "–"})) return false;
    std::string words;
    for (std::uint32_t t = mark + 1; t < mark + 4 && t < size(); ++t) {
      words += (words.empty() ? "" : " ") + fold_words(form(t));
      if (const PersonNoun* noun = words_.noun(words)) return noun->sort == NounSort::professional;
      if (words_.is_organisation(fold(form(t)))) return true;
    }
    return false;
  }

  bool is_family(std::uint32_t t) const {
    const PersonNoun* noun = words_.noun(fold_words(form(t)));
    return noun != nullptr && (noun->sort == NounSort::kin || noun->sort == NounSort::partner);
  }

  // Letters that are a word of the report's trade: "GP", "SW", "CP".
  bool is_taken(const std::string& letters) const {
    const std::string folded = fold(letters);
    return words_.noun(folded) != nullptr || words_.abbreviation(letters) != nullptr ||
           words_.title(folded) != nullptr || words_.is_no_name(folded) || words_.is_suffix(folded);
  }

  // Others go by their initials here, or somebody is arrested under these.
  bool uses_initials(const std::vector<std::uint32_t>& places) const {
    for (std::uint32_t t = 0; t < size(); ++t)
      if (clear_.contains(form(t)) && before(t) != "(") return true;
    return std::any_of(places.begin(), places.end(),
                       [&](std::uint32_t t) { return is_off_duty(t) && !is_job(t); });
  }

  // ---- What a place says

  // "the GP", "Dr Mehta (GP)", "HV/GP", "GP surgery", "seen by GP", "GP prescribed": surely the job, or as
  // likely as not.
  bool is_job(std::uint32_t t) const {
    return is_determined(t) || is_beside_name(t) || is_beside_job(t) || leads_on(t) || works(t) ||
           is_labelled_job(t);
  }

  bool is_determined(std::uint32_t t) const {
    if (t == 0 || begins_entry_[t]) return false;
    const Token& left = token(t - 1);
    return left.upos == Upos::DET || left.xpos == Xpos::POS || left.xpos == Xpos::PRPS ||
           left.upos == Upos::NUM || (left.upos == Upos::ADJ && is_small(form(t - 1)[0]) && left.head == t);
  }

  bool is_beside_name(std::uint32_t t) const {
    const bool bracket = before(t) == "(" && one_of(form(t + 1), {")", ",", ";", "/"});
    const bool apposed =
        t > 1 && before(t) == "," && starts_with_capital(form(t - 2)) &&
        (t + 1 >= size() || begins_entry_[t + 1] || one_of(form(t + 1), {",", ";", ".", ")"}));
    return bracket || apposed;
  }

  // "HV and GP", "School/GP"
  bool is_beside_job(std::uint32_t t) const {
    const auto joins = [&](std::uint32_t at) { return one_of(form(at), {"/", "&", "and", ",", "or", "+"}); };
    return (t > 1 && !begins_entry_[t] && joins(t - 1) && is_trade(t - 2)) ||
           (joins(t + 1) && t + 2 < size() && is_trade(t + 2));
  }

  bool is_trade(std::uint32_t t) const {
    const PersonNoun* noun = words_.noun(fold_words(form(t)));
    return noun != nullptr && (noun->sort == NounSort::professional || noun->sort == NounSort::agency);
  }

  // "GP Dr Mehta", "PC 4471", "GP appointment", "GP's letter"
  bool leads_on(std::uint32_t t) const {
    if (t + 1 >= size() || begins_entry_[t + 1]) return false;
    const Token& next = token(t + 1);
    if (next.xpos == Xpos::POS) return one_of(lemma(t + 2), kOfJob);
    if (next.upos == Upos::NUM && !is_off_duty(t)) return true;
    if (starts_with_capital(form(t + 1)) && form(t + 1).size() > 2) return true;
    return next.upos == Upos::NOUN && (next.head == t || token(t).head == t + 1) &&
           (token(t).deprel == Deprel::compound || one_of(lemma(t + 1), kOfJob));
  }

  bool is_subject(std::uint32_t t) const {
    return token(t).deprel == Deprel::nsubj || token(t).deprel == Deprel::nsubj_pass;
  }

  bool works(std::uint32_t t) const {
    if (is_subject(t)) return one_of(lemma(token(t).head), kAtWork);
    if (one_of(lemma(t + 1), kAtWork)) return true;
    if (t == 0 || begins_entry_[t]) return false;
    return one_of(lemma(token(t).head), kToWork) || one_of(lemma(t - 1), kToWork) ||
           (t > 1 && token(t - 1).upos == Upos::ADP && one_of(lemma(t - 2), kToWork));
  }

  // "GP: Dr Mehta" and "HV: no concerns / GP: seen in May", but not "ZA: … / GP: denies everything".
  bool is_labelled_job(std::uint32_t t) const {
    if (form(t + 1) != ":" || !opens(t)) return false;
    bool tells = false;
    for (std::uint32_t at = t + 2; at < size() && !begins_entry_[at] && at < t + 12; ++at)
      tells |= (token(at).upos == Upos::VERB || token(at).upos == Upos::AUX) && is_small(form(at)[0]);
    return !tells || !(is_label_of_person(label_near(t, false)) || is_label_of_person(label_near(t, true)));
  }

  bool opens(std::uint32_t t) const {
    return t == 0 || begins_entry_[t] || one_of(form(t - 1), {"-", "–", "•", "*"}) ||
           std::any_of(analysis_.sentences.begin(), analysis_.sentences.end(),
                       [&](const Sentence& sentence) { return sentence.tokens.begin == t; });
  }

  bool is_label_of_person(std::uint32_t t) const { return t != kNone && clear_.contains(form(t)); }

  // The nearest "ZA:" or "HV:" on that side, within a few entries.
  std::uint32_t label_near(std::uint32_t t, bool after) const {
    constexpr std::uint32_t kReach = 80;  // tokens
    for (std::uint32_t n = 1; n < kReach; ++n) {
      if (after ? t + n + 1 >= size() : n > t) return kNone;
      const std::uint32_t at = after ? t + n : t - n;
      if (form(at + 1) == ":" && form(at).size() < 4 && is_capital(form(at)[0])) return at;
    }
    return kNone;
  }

  bool is_off_duty(std::uint32_t t) const {
    return (is_subject(t) && one_of(lemma(token(t).head), kOffDuty)) || one_of(lemma(t + 1), kOffDuty);
  }

  // Doctors are told apart by what they do; social workers and the police do most things that others do, so
  // where their letters are used for them, nobody else's are read in their place.
  bool is_loose(std::uint32_t t) const {
    const std::string letters(form(t));
    const PersonNoun* noun = words_.noun(fold(letters));
    if (letters == "GP") return true;
    if (jobs_.contains(letters)) return false;
    const bool owns = t + 1 < size() && token(t + 1).xpos == Xpos::POS;
    return noun != nullptr || owns || (is_subject(t) && token(token(t).head).upos == Upos::VERB);
  }

  const Document& document_;
  const Analysis& analysis_;
  const PeopleWords& words_;
  std::span<const Detail> details_;
  const std::vector<bool>& begins_entry_;
  std::set<std::string, std::less<>> all_;    // initials of those listed that are words of the trade too
  std::set<std::string, std::less<>> clear_;  // and those that aren't
  std::set<std::string, std::less<>> jobs_;   // of `all_`, those that stand for a job somewhere
  std::vector<bool> out_;
};

}  // namespace

std::vector<bool> listed_initials(const Document& document, const Analysis& analysis,
                                  const PeopleWords& words, std::span<const Detail> details,
                                  const std::vector<bool>& begins_entry) {
  return InitialsReader(document, analysis, words, details, begins_entry).run();
}

}  // namespace onus
