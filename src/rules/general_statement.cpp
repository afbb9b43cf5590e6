#include "rules/general_statement.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// Plurals that reports on one family hardly ever use without an article.
constexpr std::array<std::string_view, 44> kKinds{"woman",
                                                  "man",
                                                  "mother",
                                                  "father",
                                                  "victim",
                                                  "survivor",
                                                  "perpetrator",
                                                  "abuser",
                                                  "offender",
                                                  "family",
                                                  "couple",
                                                  "people",
                                                  "person",
                                                  "partner",
                                                  "wife",
                                                  "husband",
                                                  "household",
                                                  "infant",
                                                  "adolescent",
                                                  "teenager",
                                                  "adult",
                                                  "writer",
                                                  "victim-survivor",
                                                  "carer",
                                                  "caregiver",
                                                  "grandparent",
                                                  "male",
                                                  "female",
                                                  "batterer",
                                                  "boyfriend",
                                                  "girlfriend",
                                                  "stepfather",
                                                  "migrant",
                                                  "respondent",
                                                  "applicant",
                                                  "claimant",
                                                  "litigant",
                                                  "complainant",
                                                  "suspect",
                                                  "mum",
                                                  "dad",
                                                  "individual",
                                                  "baby",
                                                  "ex-partner"};
// Plurals that notes also use of the family at hand: "Children asleep", "Parents argue".
constexpr std::array<std::string_view, 9> kKindsOrFamily{"child", "parent",   "kid",  "boy",  "girl",
                                                         "son",   "daughter", "teen", "youth"};
// What a report counts when it speaks of many families at once.
constexpr std::array<std::string_view, 17> kCases{
    "case",   "file",      "report",    "home",    "relationship", "application",
    "review", "reference", "household", "country", "court",        "judgment",
    "sample", "group",     "article",   "record",  "homicide"};
constexpr std::array<std::string_view, 23> kPractitioners{
    "professional", "practitioner", "worker",    "officer",   "judge",      "court",  "agency", "service",
    "authority",    "teacher",      "nurse",     "clinician", "police",     "doctor", "gp",     "midwife",
    "school",       "lawyer",       "solicitor", "board",     "department", "staff",  "visitor"};
// Words of research, law and teaching, which don't speak of a family themselves.
constexpr std::array<std::string_view, 58> kLiterature{
    "research",    "researcher",  "study",       "literature", "statute",       "legislation", "legislature",
    "presumption", "definition",  "guidance",    "protocol",   "survey",        "chapter",     "article",
    "scholar",     "theory",      "framework",   "module",     "author",        "respondents", "participant",
    "scholarship", "statistic",   "prevalence",  "homicide",   "convention",    "academic",    "literatures",
    "paradigm",    "association", "methodology", "sample",     "questionnaire", "interviewee", "finding",
    "guideline",   "curriculum",  "textbook",    "handbook",   "toolkit",       "manual",      "policymaker",
    "law",         "parliament",  "bill",        "clause",     "subsection",    "offence",     "lecture",
    "webinar",     "campaign",    "principle",   "strategy",   "charter",       "standard",    "code",
    "doctrine",    "provision"};
// These do so only in company: a review or an audit may be of one family.
constexpr std::array<std::string_view, 13> kReviews{"review", "evidence", "inspection", "report", "inquiry",
                                                    "audit",  "model",    "analysis",   "act",    "section",
                                                    "policy", "training", "inspector"};
constexpr std::array<std::string_view, 37> kTelling{
    "find",      "show",     "report",    "suggest", "conclude",   "argue",       "note",      "describe",
    "identify",  "examine",  "define",    "say",     "reveal",     "explore",     "introduce", "create",
    "establish", "estimate", "indicate",  "observe", "list",       "discuss",     "consider",  "review",
    "document",  "apply",    "amend",     "make",    "cover",      "criminalise", "hold",      "provide",
    "recommend", "see",      "highlight", "mean",    "demonstrate"};
constexpr std::array<std::string_view, 26> kFamilyAtHand{
    "family", "couple",  "party",    "household", "marriage", "relationship", "incident",
    "home",   "house",   "property", "address",   "flat",     "night",        "residence",
    "unit",   "sibling", "pair",     "parties",   "occupant", "apartment",    "weekend",
    "bairn",  "wean",    "assault",  "referral",  "placement"};
// Definite singulars that may stand for a kind, as in "the perpetrator chooses".
constexpr std::array<std::string_view, 16> kTypes{
    "mother",   "father", "parent", "child",   "victim", "survivor", "perpetrator", "abuser",
    "offender", "woman",  "man",    "partner", "adult",  "baby",     "person",      "infant"};
constexpr std::array<std::string_view, 16> kMany{
    "many",   "most",       "some",  "few",  "all",     "several",  "half",    "majority",
    "number", "proportion", "other", "more", "hundred", "thousand", "million", "minority"};
constexpr std::array<std::string_view, 12> kDays{"today",  "yesterday", "tonight",   "tomorrow",
                                                 "monday", "tuesday",   "wednesday", "thursday",
                                                 "friday", "saturday",  "sunday",    "currently"};
constexpr std::array<std::string_view, 23> kMonths{
    "january",   "february", "march",    "april",    "may", "june", "july", "august",
    "september", "october",  "november", "december", "jan", "feb",  "mar",  "apr",
    "jun",       "jul",      "aug",      "sep",      "oct", "nov",  "dec"};

constexpr std::size_t kShortestTime = 3, kLongestTime = 9;
constexpr bool is_within(std::string_view word) {
  return word.size() >= kShortestTime && word.size() <= kLongestTime;
}
static_assert(std::ranges::all_of(kDays, is_within) && std::ranges::all_of(kMonths, is_within));

// Which of the lists have a noun.
struct NounLists {
  bool known : 1 = false;  // whether it has been looked for
  bool literature : 1 = false, review : 1 = false, practitioner : 1 = false, staff : 1 = false;
  bool kind : 1 = false, kind_or_family : 1 = false, counted : 1 = false;
};

NounLists lists_with(std::string_view noun) {
  return {true,
          one_of(noun, kLiterature),
          one_of(noun, kReviews),
          one_of(noun, kPractitioners),
          noun == "staff" || noun == "police",
          one_of(noun, kKinds),
          one_of(noun, kKindsOrFamily),
          one_of(noun, kCases)};
}

// One sentence, read for who and what it is about.
class Reading {
 public:
  // `before`: the sentence before it is general.
  Reading(const Narrative& n, const std::vector<std::string>& forms, std::vector<NounLists>& lists,
          std::uint32_t sentence, bool before)
      : n_(n),
        forms_(forms),
        lists_(lists),
        tokens_(n.analysis.sentences[sentence].tokens),
        family_(n.about_a_family),
        before_(before) {}

  bool general() {
    if (dated() || family_at_hand()) return false;
    gather();
    if (definite()) return false;
    if (counted_ || (many_ && (literature_ || !family_))) return true;
    const bool research = literature_ && (timeless() || telling());
    if (research) return true;
    if (!timeless()) return kind_ && ((reviewed_ && telling()) || (!family_ && kinds_tell()));
    if (listed()) return true;
    if (practitioners_ != UINT32_MAX && modal() && conditional() && !family_) return true;
    if (kind_ || one_) return !in_progress() || modal();
    return kind_or_family_ && !family_ &&
           (modal() || conditional() || reviewed_ || practitioners_ != UINT32_MAX);
  }

 private:
  std::string_view lemma(std::uint32_t t) const { return n_.analysis.lemma(t); }
  const std::string& form(std::uint32_t t) const { return forms_[t]; }
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  bool plural(std::uint32_t t) const {
    return token(t).xpos == Xpos::NNS || token(t).xpos == Xpos::NNPS || form(t) == "people";
  }

  bool dated() const {
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      const std::string& word = form(t);
      const bool may_be_listed = word.size() >= kShortestTime && word.size() <= kLongestTime;
      if (may_be_listed && one_of(word, kDays)) return true;
      if (token(t).upos == Upos::NUM && word.find('/') != std::string::npos) return true;
      if (!may_be_listed || !one_of(word, kMonths)) continue;
      const bool before = t > tokens_.begin && token(t - 1).upos == Upos::NUM;
      const bool after = t + 1 < tokens_.end && token(t + 1).upos == Upos::NUM;
      if (before || (after && word != "may")) return true;
      if (t > tokens_.begin && (form(t - 1) == "in" || form(t - 1) == "on") && word != "may") return true;
    }
    return false;
  }

  // What stands before a noun: its article or owner; kNone for a bare one.
  std::uint32_t determiner(std::uint32_t noun) const {
    for (const std::uint32_t child : n_.clauses.dependents(noun)) {
      const Deprel relation = token(child).deprel;
      if (child < noun && (relation == Deprel::det || relation == Deprel::nmod_poss)) return child;
    }
    for (std::uint32_t t = noun; t > tokens_.begin && noun - t < 4; --t) {
      const Upos upos = token(t - 1).upos;
      if (upos == Upos::DET || (upos == Upos::PRON && token(t - 1).xpos == Xpos::PRPS)) return t - 1;
      if (upos != Upos::ADJ && upos != Upos::NOUN && upos != Upos::NUM && upos != Upos::ADV) break;
    }
    return kNone;
  }

  bool family_at_hand() const {
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      if (token(t).upos != Upos::NOUN || token(t).deprel == Deprel::compound) continue;
      if (!one_of(lemma(t), kFamilyAtHand)) continue;
      const std::uint32_t before = determiner(t);
      if (before == kNone) continue;
      const std::string& word = form(before);
      if (word == "this" || word == "these") return true;
      // "the home", as one says "the office"
      if (word == "the" && lemma(t) != "home" && !restricted(t)) return true;
      if (word == "the" && !strong_kind_somewhere()) return true;
    }
    return false;
  }

  // "the households in which …", "the family of a child"
  bool restricted(std::uint32_t noun) const {
    if (!plural(noun)) return false;
    for (const std::uint32_t child : n_.clauses.dependents(noun))
      if (child > noun && (token(child).deprel == Deprel::acl_relcl || token(child).deprel == Deprel::nmod ||
                           token(child).deprel == Deprel::acl))
        return true;
    return false;
  }

  bool strong_kind_somewhere() const {
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t)
      if (plural(t) && one_of(lemma(t), kKinds) && determiner(t) == kNone) return true;
    return false;
  }

  void gather() {
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      const std::string_view word = lemma(t);
      const Upos upos = token(t).upos;
      if (upos == Upos::NOUN || upos == Upos::PROPN) noun(t);
      if (word == "anyone" || word == "someone" || word == "everyone" || word == "somebody" ||
          word == "anybody" || word == "nobody" || word == "whoever")
        one_ = true, first(t);
      if ((form(t) == "those" || form(t) == "one") && t + 1 < tokens_.end &&
          (form(t + 1) == "who" || form(t + 1) == "whose"))
        one_ = true, first(t);
      if (statistics(t)) counted_ = true, first(t);
    }
  }

  void noun(std::uint32_t t) {
    const NounLists is = lists_of(t);
    if (is.literature && token(t).deprel != Deprel::compound) literature_ = true;
    if (is.review) reviewed_ = true;
    if ((is.staff || plural(t)) && is.practitioner && determiner(t) == kNone)
      practitioners_ = std::min(practitioners_, t);
    const bool person = is.kind || is.kind_or_family;
    if (!person && !(plural(t) && is.counted)) return;
    const std::uint32_t before = determiner(t);
    const std::string article = before == kNone ? std::string() : form(before);
    if (plural(t)) {
      const bool many = quantified(t, article);
      if (many && counts(t)) counted_ = true;
      if (!person) return;
      const bool bare = before == kNone || one_of(article, kMany) || article == "no" || article == "any";
      if (!bare && !many) return;
      many_ = many_ || (many && is.kind);
      if (is.kind || many)
        kind_ = true;
      else
        kind_or_family_ = true;
      first(t);
    } else if (article == "a" || article == "an" || article == "any" || article == "every" ||
               article == "each" || article == "no" || article == "another") {
      if (pointed_at(t)) definite_ = true;
      one_ = true;
      first(t);
    }
  }

  const NounLists& lists_of(std::uint32_t t) const {
    NounLists& lists = lists_[token(t).lemma];
    if (!lists.known) lists = lists_with(lower(lemma(t)));
    return lists;
  }

  // "This is a child who …": the one at hand.
  bool pointed_at(std::uint32_t t) const {
    const std::uint32_t c = n_.clauses.at_predicate[t];
    if (c == kNone || !n_.clauses.all[c].copular || n_.clauses.all[c].subject == kNone) return false;
    const std::string& subject = form(n_.clauses.all[c].subject);
    return subject == "this" || subject == "that" || subject == "it";
  }

  void first(std::uint32_t t) { first_ = std::min(first_, t); }

  // "most women", "many of the children", "29 children", "hundreds of families"
  bool quantified(std::uint32_t t, const std::string& article) const {
    if (one_of(article, kMany) && article != "other" && article != "all") return true;
    const std::uint32_t from = t > tokens_.begin + 4 ? t - 4 : tokens_.begin;
    for (std::uint32_t b = from; b < t; ++b) {
      const std::string& word = form(b);
      const bool of = b + 1 < t && form(b + 1) == "of";
      if ((word == "many" || word == "most" || word == "few") && (of || t - b <= 2)) return true;
      if ((one_of(lemma(b), kMany)) && of && word != "all" && word != "some") return true;
      const bool part =
          word == "third" || word == "quarter" || word == "fifth" || word == "thirds" || word == "quarters";
      if (part && of) return true;
      if (token(b).upos == Upos::NUM && t - b <= 2 && large(word)) return true;
    }
    return false;
  }

  static bool large(const std::string& number) {
    if (number.size() < 2 || number.size() > 7) return false;
    return std::all_of(number.begin(), number.end(),
                       [](char c) { return (c >= '0' && c <= '9') || c == ','; });
  }

  // A share of cases is a figure whatever the tense. "Most nights" counts nobody.
  bool counts(std::uint32_t t) const { return one_of(lemma(t), kCases) && lemma(t) != "report"; }

  // "one in four", "two out of five", "60 per cent", "41%"
  bool statistics(std::uint32_t t) const {
    const std::string& word = form(t);
    if (word == "percent" || word == "%" || (word == "cent" && t > tokens_.begin && form(t - 1) == "per"))
      return true;
    if (token(t).upos != Upos::NUM || t + 2 >= tokens_.end) return false;
    if (one_of(lemma(t + 1), kKinds) && form(t + 2) == "in")
      return t + 3 < tokens_.end && token(t + 3).upos == Upos::NUM && !year(form(t + 3));
    if (form(t + 1) == "out" && form(t + 2) == "of") return t + 3 < tokens_.end;
    return form(t + 1) == "in" && token(t + 2).upos == Upos::NUM && form(t + 2).size() < 8 &&
           !year(form(t + 2));
  }
  static bool year(const std::string& word) {
    return word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
  }

  bool some_kind() const { return kind_ || one_ || kind_or_family_ || counted_; }

  // Is somebody in it who is one person or one family?
  bool definite() const {
    if (definite_) return true;
    const auto& mentions = n_.cast.mentions;  // in the order of their heads
    for (auto each = std::ranges::lower_bound(mentions, tokens_.begin, {}, &Mention::head);
         each != mentions.end() && each->head < tokens_.end; ++each)
      if (definite(*each)) return true;
    return false;
  }

  bool definite(const Mention& mention) const {
    switch (mention.kind) {
      case MentionKind::agency:
        return false;
      case MentionKind::writer:
        return first_singular(mention.head);
      case MentionKind::name:
        return !cited(mention);
      case MentionKind::pronoun:
        return definite_pronoun(mention);
      case MentionKind::noun:
      case MentionKind::group:
        return definite_noun(mention);
    }
    return true;
  }

  bool first_singular(std::uint32_t t) const {
    const std::string& word = form(t);
    return word == "i" || word == "me" || word == "my" || word == "myself";
  }

  // A writer of the literature: a name before a year, or one who argues in the present tense.
  bool cited(const Mention& mention) const {
    for (std::uint32_t t = mention.tokens.end; t < std::min(tokens_.end, mention.tokens.end + 6); ++t)
      if (year(form(t)) && t > tokens_.begin && (form(t - 1) == "(" || form(t - 1) == ",")) return true;
    return standpoint_of(n_.cast, mention).role == Role::professional && literature_;
  }

  bool definite_pronoun(const Mention& mention) const {
    const std::string& word = form(mention.head);
    if (word == "you" || word == "your" || word == "it" || word == "its" || word == "who" ||
        word == "whose" || word == "whom" || word == "each" || word == "other" || word == "one")
      return false;
    const bool they = word.starts_with("the");
    if (they && practitioners_ < mention.head) return false;
    if (!some_kind() || first_ > mention.head) return !(they && !family_ && before_);
    return family_ && known_elsewhere(mention);
  }

  bool known_elsewhere(const Mention& mention) const {
    if (mention.people.empty()) return false;
    return std::any_of(n_.cast.mentions.begin(), n_.cast.mentions.end(), [&](const Mention& other) {
      const bool here = tokens_.contains(other.head);
      return !here && std::any_of(other.people.begin(), other.people.end(), [&](std::uint32_t person) {
        return std::find(mention.people.begin(), mention.people.end(), person) != mention.people.end();
      });
    });
  }

  bool definite_noun(const Mention& mention) const {
    const std::string word = lower(lemma(mention.head));
    if (standpoint_of(n_.cast, mention).role == Role::professional || one_of(word, kPractitioners))
      return false;
    if (one_of(word, kLiterature)) return false;
    const std::uint32_t before = determiner(mention.head);
    const std::string article = before == kNone ? std::string() : form(before);
    const bool many = plural(mention.head) && quantified(mention.head, article);
    if (many || (mention.head > tokens_.begin && statistics(mention.head - 1))) return false;
    if (before == kNone) {
      if (token(mention.head).deprel == Deprel::compound) return false;
      return !plural(mention.head) && token(mention.head).upos != Upos::PRON;
    }
    if (article == "the" || article == "their" || article == "this")
      if (!family_ && (one_of(word, kTypes) || one_of(word, kKinds)))
        return !(some_kind() || literature_ || restricted(mention.head)) || article == "this";
    return article == "the" || article == "this" || article == "these" || article == "both" ||
           (article == "that" && plural(mention.head));
  }

  const Clause* root() const {
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t)
      if (token(t).deprel == Deprel::root && n_.clauses.at_predicate[t] != kNone)
        return &n_.clauses.all[n_.clauses.at_predicate[t]];
    return nullptr;
  }

  // The simple present, a modal or a request; not an event and not its result.
  bool timeless() const {
    const Clause* clause = root();
    if (clause == nullptr) return false;
    if (clause->modality != Modality::none) return true;
    if (clause->perfect) return false;
    const Xpos form = token(clause->predicate).xpos;
    const bool base = form == Xpos::VB || form == Xpos::VBP;  // a plain form with a plural: "women go back"
    return clause->tense == Tense::pres ||
           (clause->tense == Tense::none && (clause->subject == kNone || base));
  }
  bool modal() const {
    const Clause* clause = root();
    return clause != nullptr && clause->modality != Modality::none;
  }
  bool in_progress() const {
    const Clause* clause = root();
    return clause != nullptr && clause->progressive;
  }

  // A study or a review finds, shows, says: the past is that of its writing.
  bool telling() const {
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t) {
      const std::uint32_t at = n_.clauses.at_predicate[t];
      if (at == kNone || n_.clauses.all[at].subject == kNone || !one_of(lemma(t), kTelling)) continue;
      const std::string subject = lower(lemma(n_.clauses.all[at].subject));
      if (one_of(subject, kLiterature) || one_of(subject, kReviews)) return true;
    }
    return false;
  }

  // "Women described being followed": those who were asked for a study.
  bool kinds_tell() const {
    const Clause* clause = root();
    return clause != nullptr && clause->subject != kNone && plural(clause->subject) &&
           one_of(lemma(clause->subject), kKinds) && is_reporting(lemma(clause->predicate));
  }

  // "Exposure to violence is listed among the signs", "is defined in section 1".
  bool listed() const {
    static constexpr std::array<std::string_view, 10> verbs{"list",     "define",  "classify", "examine",
                                                            "explore",  "codify",  "discuss",  "criminalise",
                                                            "prohibit", "estimate"};
    const Clause* clause = root();
    return clause != nullptr && clause->voice == Voice::passive && one_of(lemma(clause->predicate), verbs);
  }

  bool conditional() const {
    static constexpr std::array<std::string_view, 12> words{
        "if",        "where",     "when",       "often",    "usually",  "typically",
        "generally", "sometimes", "frequently", "commonly", "whenever", "seldom"};
    for (std::uint32_t t = tokens_.begin; t < tokens_.end; ++t)
      if (one_of(form(t), words)) return true;
    return false;
  }

  const Narrative& n_;
  const std::vector<std::string>& forms_;
  std::vector<NounLists>& lists_;  // by lemma, as far as they were asked for
  TokenRange tokens_;
  bool family_;
  bool before_;
  bool kind_ = false;            // women, perpetrators
  bool kind_or_family_ = false;  // children, parents
  bool one_ = false;             // a child, anyone
  bool many_ = false;            // most mothers
  bool definite_ = false;        // "this is a child who …"
  bool counted_ = false;
  bool literature_ = false;
  bool reviewed_ = false;
  std::uint32_t practitioners_ = UINT32_MAX;
  std::uint32_t first_ = UINT32_MAX;  // of the people meant in general
};

}  // namespace

bool is_about_a_family(const Narrative& n) {
  if (n.kind != DocumentKind::other) return true;
  return std::any_of(n.cast.mentions.begin(), n.cast.mentions.end(), [&](const Mention& mention) {
    return mention.kind == MentionKind::name && standpoint_of(n.cast, mention).role != Role::professional;
  });
}

std::vector<bool> general_sentences(const Narrative& n) {
  const auto& sentences = n.analysis.sentences;
  std::vector<std::string> forms;
  forms.reserve(n.analysis.tokens.size());
  for (std::uint32_t t = 0; t < n.analysis.tokens.size(); ++t) forms.push_back(lower(n.form(t)));
  std::vector<NounLists> lists(n.analysis.lemmas.size());
  std::vector<bool> general(sentences.size());
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    const bool before = s > 0 && sentences[s - 1].block == sentences[s].block && general[s - 1];
    general[s] = Reading(n, forms, lists, s, before).general();
  }
  return general;
}

}  // namespace onus
