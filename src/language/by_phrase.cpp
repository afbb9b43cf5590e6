#include "language/by_phrase.h"

#include <algorithm>
#include <array>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::uint32_t kNowhere = UINT32_MAX;

// A participle that names someone: "by the accused".
bool is_accused(const Analysis& analysis, std::uint32_t token) {
  return one_of(analysis.lemma(token), {"accuse", "accused"});
}

constexpr std::array<std::string_view, 62> kTimes{
    "monday",    "tuesday",   "wednesday", "thursday",  "friday",   "saturday", "sunday",    "mon",
    "tue",       "tues",      "wed",       "thu",       "thur",     "thurs",    "fri",       "sat",
    "sun",       "january",   "february",  "march",     "april",    "june",     "july",      "august",
    "september", "october",   "november",  "december",  "day",      "week",     "month",     "year",
    "hour",      "minute",    "time",      "date",      "deadline", "morning",  "afternoon", "evening",
    "night",     "noon",      "midnight",  "lunchtime", "weekend",  "today",    "tomorrow",  "yesterday",
    "tonight",   "easter",    "christmas", "summer",    "winter",   "spring",   "autumn",    "end",
    "middle",    "beginning", "start",     "age",       "stage",    "birthday"};
constexpr std::array<std::string_view, 62> kMeans{
    "phone",    "telephone", "text",      "email",    "e-mail",      "post",        "mail",      "letter",
    "fax",      "hand",      "car",       "bus",      "train",       "taxi",        "ambulance", "bike",
    "boat",     "air",       "sea",       "road",     "plane",       "foot",        "force",     "means",
    "way",      "virtue",    "accident",  "mistake",  "chance",      "design",      "default",   "definition",
    "law",      "proxy",     "agreement", "consent",  "appointment", "arrangement", "request",   "order",
    "surprise", "nature",    "heart",     "name",     "video",       "videolink",   "whatsapp",  "message",
    "sms",      "courier",   "rail",      "contrast", "comparison",  "far",         "then",      "now",
    "large",    "extension", "reference", "reason",   "itself",      "account"};
// What somebody is held, pulled or led by.
constexpr std::array<std::string_view, 30> kHandles{
    "hair",     "arm",   "wrist", "throat",   "neck",   "ear",    "ankle", "leg",   "collar", "scruff",
    "shoulder", "elbow", "hand",  "ponytail", "sleeve", "finger", "foot",  "waist", "jaw",    "chin",
    "nose",     "head",  "face",  "lapel",    "strap",  "tail",   "limb",  "braid", "hood",   "plait"};
constexpr std::array<std::string_view, 12> kMeasures{"inch",  "mile",     "metre",   "foot",
                                                     "pound", "degree",   "percent", "%",
                                                     "point", "fraction", "margin",  "factor"};
constexpr std::array<std::string_view, 8> kReflexives{"myself",  "yourself", "himself",   "herself",
                                                      "oneself", "itself",   "ourselves", "themselves"};

// Nouns of doings, which have a by-phrase of their own.
constexpr std::array<std::string_view, 22> kDoings{
    "assault", "attack", "report", "visit",    "letter",    "call",       "review",    "referral",
    "request", "order",  "threat", "appeal",   "interview", "disclosure", "complaint", "search",
    "inquiry", "speech", "talk",   "proposal", "study",     "check"};
// Nouns for people, for where nothing else shows that a by-phrase is an agent.
constexpr std::array<std::string_view, 108> kPeople{"father",
                                                    "dad",
                                                    "daddy",
                                                    "stepfather",
                                                    "stepdad",
                                                    "step-father",
                                                    "step-dad",
                                                    "mother",
                                                    "mum",
                                                    "mom",
                                                    "mam",
                                                    "stepmother",
                                                    "stepmum",
                                                    "parent",
                                                    "grandfather",
                                                    "grandad",
                                                    "grandmother",
                                                    "gran",
                                                    "uncle",
                                                    "aunt",
                                                    "cousin",
                                                    "nephew",
                                                    "niece",
                                                    "brother",
                                                    "sister",
                                                    "sibling",
                                                    "son",
                                                    "stepson",
                                                    "grandson",
                                                    "daughter",
                                                    "child",
                                                    "boy",
                                                    "girl",
                                                    "husband",
                                                    "wife",
                                                    "partner",
                                                    "ex-partner",
                                                    "ex-husband",
                                                    "ex-wife",
                                                    "ex",
                                                    "boyfriend",
                                                    "ex-boyfriend",
                                                    "girlfriend",
                                                    "ex-girlfriend",
                                                    "bf",
                                                    "gf",
                                                    "spouse",
                                                    "fiance",
                                                    "fiancé",
                                                    "lover",
                                                    "man",
                                                    "men",
                                                    "woman",
                                                    "male",
                                                    "female",
                                                    "person",
                                                    "people",
                                                    "somebody",
                                                    "someone",
                                                    "suspect",
                                                    "accused",
                                                    "defendant",
                                                    "respondent",
                                                    "assailant",
                                                    "attacker",
                                                    "perpetrator",
                                                    "perp",
                                                    "offender",
                                                    "abuser",
                                                    "stranger",
                                                    "carer",
                                                    "relative",
                                                    "friend",
                                                    "neighbour",
                                                    "neighbor",
                                                    "in-law",
                                                    "mother-in-law",
                                                    "father-in-law",
                                                    "brother-in-law",
                                                    "sister-in-law",
                                                    "youth",
                                                    "teenager",
                                                    "lodger",
                                                    "flatmate",
                                                    "landlord",
                                                    "gang",
                                                    "family",
                                                    "police",
                                                    "officer",
                                                    "teacher",
                                                    "foc",
                                                    "moc",
                                                    "fob",
                                                    "mob",
                                                    "poi",
                                                    "susp",
                                                    "op",
                                                    "cousins",
                                                    "housemate",
                                                    "client",
                                                    "patient",
                                                    "resident",
                                                    "tenant",
                                                    "colleague",
                                                    "pastor",
                                                    "priest",
                                                    "imam",
                                                    "coach"};

// Reads the words after a participle.
class Reader {
 public:
  Reader(const Analysis& analysis, std::uint32_t predicate)
      : analysis_(analysis),
        predicate_(predicate),
        end_(analysis.sentences[sentence_of(analysis, predicate)].tokens.end) {}

  std::uint32_t find() const {
    bool across = false;  // past an infinitive or gerund, whose own by-phrase would be one of means
    for (std::uint32_t t = predicate_ + 1; t < end_; ++t) {
      if (ends_clause(t)) return kNowhere;
      across |= is_nonfinite(t);
      if (analysis_.lemma(t) != "by" || token(t).upos == Upos::NOUN) continue;
      if (t > predicate_ + 1 && takes_agent(t - 1)) return kNowhere;
      if (t + 1 < end_ && analysis_.lemma(t - 1) == analysis_.lemma(t + 1)) continue;  // "case by case"
      if (const std::uint32_t noun = head_after(t);
          noun != kNowhere && may_act(noun, noun == t + 1) && (!across || can_be_person(analysis_, noun)))
        return noun;
    }
    return kNowhere;
  }

 private:
  const Token& token(std::uint32_t t) const { return analysis_.tokens[t]; }
  bool nominal(std::uint32_t t) const {
    const Upos upos = token(t).upos;
    return upos == Upos::NOUN || upos == Upos::PROPN;
  }

  // Where another clause begins, which has a by-phrase of its own.
  bool ends_clause(std::uint32_t t) const {
    const Token& here = token(t);
    if (here.upos == Upos::PUNCT) return here.xpos == Xpos::colon || here.xpos == Xpos::period;
    static constexpr std::array<std::string_view, 5> inside{"by", "from", "into", "to", "of"};
    if (here.upos == Upos::SCONJ) return !one_of(analysis_.lemma(t), inside);
    if (here.xpos == Xpos::WP || here.xpos == Xpos::WDT || here.xpos == Xpos::WRB) return true;
    return is_verb_of_its_own(t);
  }

  bool is_nonfinite(std::uint32_t t) const {
    return token(t).upos == Upos::VERB && (token(t).xpos == Xpos::VB || token(t).xpos == Xpos::VBG);
  }

  // A verb with a subject, an auxiliary or a participle's by-phrase. Two participles joined by "and" share
  // what follows ("kicked and punched by her partner").
  bool is_verb_of_its_own(std::uint32_t t) const {
    const Token& here = token(t);
    if (here.upos == Upos::AUX) return true;
    if (here.upos != Upos::VERB || here.deprel == Deprel::amod) return false;
    const bool shared =
        here.deprel == Deprel::conj && here.head == predicate_ && here.xpos == token(predicate_).xpos;
    if (shared || is_nonfinite(t)) return false;
    return here.deprel == Deprel::acl || here.deprel == Deprel::acl_relcl || here.deprel == Deprel::advcl ||
           here.deprel == Deprel::conj || here.deprel == Deprel::parataxis || here.deprel == Deprel::ccomp ||
           here.deprel == Deprel::root || here.xpos == Xpos::VBN;
  }

  // "was moved after a report by the school": the noun's doer, not the verb's.
  bool takes_agent(std::uint32_t t) const {
    const std::string_view lemma = analysis_.lemma(t);
    if (token(t).upos != Upos::NOUN || !governed(t)) return false;
    return one_of(lemma, kDoings) || lemma.ends_with("tion") || lemma.ends_with("sion") ||
           lemma.ends_with("ment");
  }

  // Does a preposition that tells of an occasion stand before the noun?
  bool governed(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 9> occasions{
        "after", "following", "for", "pending", "during", "despite", "since", "about", "under"};
    for (std::uint32_t steps = 1; steps <= 4 && t >= predicate_ + 1 + steps; ++steps)
      if (one_of(analysis_.lemma(t - steps), occasions)) return true;
    return false;
  }

  // The head of the noun phrase behind "by"; nowhere for "by ringing" and "by 10 pm".
  std::uint32_t head_after(std::uint32_t by) const {
    std::uint32_t t = by + 1;
    if (t < end_ && token(t).xpos == Xpos::colon) ++t;  // "Sent by: …"
    while (t < end_ && leads(t) && !names_accused(t)) ++t;
    if (t == end_) return kNowhere;
    if (names_accused(t)) return t;
    if (const std::uint32_t quantity = t > by + 1 ? t - 1 : t; is_quantity(quantity)) return quantity;
    if (token(t).upos == Upos::PRON && !token(t).features.possessive) return t;
    std::uint32_t last = kNowhere;
    for (; t < end_ && in_run(t); ++t)
      if (nominal(t) && (last == kNowhere || !trails(t))) last = t;
    return last;
  }

  bool names_accused(std::uint32_t t) const {
    return is_accused(analysis_, t) && token(t - 1).upos == Upos::DET && !(t + 1 < end_ && nominal(t + 1));
  }

  // "by one of my friends", "by some of them"
  bool is_quantity(std::uint32_t t) const {
    const Upos upos = token(t).upos;
    return (upos == Upos::NUM || upos == Upos::DET || upos == Upos::ADJ) && t + 1 < end_ &&
           analysis_.lemma(t + 1) == "of";
  }

  // Words in front of a noun.
  bool leads(std::uint32_t t) const {
    const Token& here = token(t);
    switch (here.upos) {
      case Upos::DET:
      case Upos::ADJ:
      case Upos::ADV:
        return true;
      case Upos::NUM:
        return t + 1 < end_ && !is_time(t + 1) && analysis_.lemma(t + 1) != "of";
      case Upos::PRON:
        return here.features.possessive || here.xpos == Xpos::PRPS;
      case Upos::VERB:
        return here.deprel == Deprel::amod || here.deprel == Deprel::compound;
      case Upos::PUNCT:
        return analysis_.lemma(t) == "-" || here.xpos == Xpos::open_quote;
      default:
        return false;
    }
  }

  // "a Year 5 boy" has its number inside.
  bool in_run(std::uint32_t t) const {
    const bool amid_name = t + 1 < end_ && token(t).upos == Upos::NUM && nominal(t - 1) && nominal(t + 1);
    return nominal(t) || amid_name || token(t).xpos == Xpos::POS || analysis_.lemma(t) == "-" ||
           (token(t).upos == Upos::ADJ && t + 1 < end_ && token(t - 1).xpos == Xpos::POS && nominal(t + 1));
  }

  // "by Dad loads of times"
  bool counts_times(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 8> many{"load",  "lot",    "dozen", "hundred",
                                                          "score", "plenty", "ton",   "heap"};
    return t + 2 < end_ && one_of(analysis_.lemma(t), many) && analysis_.lemma(t + 1) == "of" &&
           analysis_.lemma(t + 2) == "time";
  }

  // "by boyfriend x3", "by her husband Saturday": what is no part of the noun phrase.
  bool trails(std::uint32_t t) const {
    const std::string_view lemma = analysis_.lemma(t);
    if (counts_times(t)) return true;
    return is_time(t) || std::any_of(lemma.begin(), lemma.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  bool is_time(std::uint32_t t) const { return one_of(lower(analysis_.lemma(t)), kTimes); }

  // Means and handles go by without an article or with the weakest ("by phone", "by the hair").
  bool may_act(std::uint32_t t, bool bare) const {
    const std::string_view lemma = analysis_.lemma(t);
    if (token(t).upos == Upos::PRON) return !one_of(lemma, kReflexives);
    return !trails(t) && !(bare && one_of(lemma, kMeans)) &&
           !(one_of(lemma, kHandles) && !(t + 1 < end_ && analysis_.lemma(t + 1) == "of")) &&
           !one_of(lemma, kMeasures);
  }

  const Analysis& analysis_;
  std::uint32_t predicate_;
  std::uint32_t end_;
};

}  // namespace

std::uint32_t by_phrase(const Analysis& analysis, std::uint32_t predicate) {
  return Reader(analysis, predicate).find();
}

bool can_be_person(const Analysis& analysis, std::uint32_t token) {
  const Token& word = analysis.tokens[token];
  if (word.upos == Upos::PROPN) return true;
  if (word.upos == Upos::PRON) {
    static constexpr std::array<std::string_view, 6> things{"it",    "this",      "that",
                                                            "which", "something", "what"};
    return !one_of(analysis.lemma(token), things);
  }
  return is_accused(analysis, token) || one_of(lower(analysis.lemma(token)), kPeople);
}

}  // namespace onus
