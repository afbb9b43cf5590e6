#include "rewriting/fact_check.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "language/by_phrase.h"
#include "language/clauses.h"
#include "language/pronouns.h"
#include "reading/document.h"
#include "rewriting/phrases.h"
#include "rewriting/shared_agent.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

using Words = std::multiset<std::string>;

constexpr std::array<std::string_view, 12> kModals{"may",  "might", "must",  "can",    "could", "shall",
                                                   "will", "would", "ought", "should", "'ll",   "need"};
constexpr std::array<std::string_view, 8> kDoubting{"claim",    "allege",  "purport", "insist",
                                                    "maintain", "contend", "assert",  "reckon"};
// "According to her version of events" is a way of saying that she said it.
constexpr std::array<std::string_view, 5> kAccounts{"accord", "version", "account", "story", "event"};
// Verbs and nouns that only carry an act told by a noun: "was the victim of", "experienced", "took place".
constexpr std::array<std::string_view, 17> kCarriers{
    "victim", "target", "experience", "suffer", "endure", "sustain", "subject", "happen", "occur",
    "take",   "place",  "receive",    "end",    "fall",   "make",    "go",      "on"};
// Their subject is that of the verb behind them: "is going to be evicted".
constexpr std::array<std::string_view, 8> kRaising{"go",    "use",  "continue", "begin",
                                                   "start", "seem", "appear",   "have"};
constexpr std::array<std::string_view, 10> kNegative{"not",  "n't",     "never",   "no",  "nobody",
                                                     "none", "nothing", "neither", "nor", "without"};
// What a rewrite may bring or take away beside pronouns: grammar, not facts.
constexpr std::array<std::string_view, 37> kGrammar{
    "be",  "have", "do",   "get",  "by", "that",  "which", "whom",    "who", "to",    "a",    "an",   "the",
    "and", "say",  "of",   "it",   "'s", "’s",    "for",   "towards", "on",  "at",    "from", "with", "hand",
    "in",  "both", "also", "this", "'",  "while", "'d",    "'ve",     "'re", "there", "all"};

struct Parsed {
  std::string text;
  Analysis analysis;
  Clauses clauses;
  std::string_view form(std::uint32_t t) const { return slice<ProseText>(text, analysis.tokens[t].span); }
};

Parsed parsed(std::string_view text, const English& english) {
  Parsed result;
  result.text = text;
  std::vector<Block> blocks(1);
  blocks[0].span = {0, static_cast<std::uint32_t>(text.size())};
  result.analysis = english.analyse(result.text, blocks);
  english.parse_all(result.analysis, result.text);
  result.clauses = find_clauses(result.analysis);
  return result;
}

std::string said(std::string_view lemma) { return one_of(lemma, kDoubting) ? "say" : std::string(lemma); }

// Adverb and adjective, plural and singular, verb and noun of one act count as one word.
std::string stem(std::string_view lemma) {
  std::string word = said(lower(lemma));
  for (const std::string_view ending : {"ly", "ence", "ent", "ation", "ing", "ed", "es", "s", "e"})
    if (word.size() > ending.size() + 3 && word.ends_with(ending)) {
      word.resize(word.size() - ending.size());
      break;
    }
  return word.substr(0, std::max<std::size_t>(5, word.size() > 7 ? 6 : word.size()));
}

bool same_stem(const std::string& a, const std::string& b) {
  return a == b || (a.size() >= 4 && b.starts_with(a)) || (b.size() >= 4 && a.starts_with(b));
}

// ---- words

struct Bag {
  Words content, numbers, modals, quotations;
  std::map<std::string, std::string> written;  // for each word of the content a form of it in the text
  int negations = 0;
  bool nor = false;     // "neither … nor …" denies once, and its "nor" is an "or"
  bool having = false;  // "Having been hit by him": he did so before
};

void read_quotations(std::string_view text, Words& quotations) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 3> marks{
      {{"“", "”"}, {"\"", "\""}, {"‘", "’"}}};
  for (const auto& [open, close] : marks)
    for (std::size_t at = text.find(open); at != std::string_view::npos;) {
      const std::size_t end = text.find(close, at + open.size());
      if (end == std::string_view::npos) break;
      quotations.insert(std::string(text.substr(at, end - at)));
      at = text.find(open, end + close.size());
    }
}

Bag bag_of(const Parsed& text) {
  Bag bag;
  read_quotations(text.text, bag.quotations);
  bool neither = false;
  for (std::uint32_t t = 0; t < text.analysis.tokens.size(); ++t) {
    const Token& token = text.analysis.tokens[t];
    const std::string lemma = lower(text.analysis.lemma(t));
    if (has_digit(text.form(t)))
      bag.numbers.insert(std::string(text.form(t)));
    else if (lower(text.form(t)) == "nor" && neither)
      bag.nor = true;
    else if (one_of(lower(text.form(t)), kNegative))
      ++bag.negations, neither |= lower(text.form(t)) == "neither";
    else if (lower(text.form(t)) == "'d")
      continue;  // had or would
    else if (lower(text.form(t)) == "having")
      bag.having = true;
    else if (lower(text.form(t)) == "worse")
      bag.content.insert("more");  // "was worse", of an act: there was more of it
    else if (token.xpos == Xpos::MD || one_of(lemma, kModals))
      bag.modals.insert(lemma == "ca" ? "can" : lemma == "wo" || lemma == "'ll" ? "will" : lemma);
    else if (token.upos != Upos::PUNCT && token.upos != Upos::SYM && token.upos != Upos::PRON &&
             token.upos != Upos::AUX && !one_of(said(lemma), kGrammar) && !pronoun_set(lemma)) {
      const std::string word = stem(lemma);
      bag.content.insert(word);
      bag.written.emplace(word, lower(text.form(t)));
    }
  }
  return bag;
}

bool holds(const Words& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& other) { return same_stem(word, other); });
}

// The same word as written, whatever lemma it was given in either place.
bool same_form(const Bag& in, const Bag& of, const std::string& word) {
  const auto form = of.written.find(word);
  return form != of.written.end() &&
         std::any_of(in.written.begin(), in.written.end(),
                     [&](const auto& entry) { return entry.second == form->second; });
}

bool carries(const std::string& word) {
  return std::any_of(kCarriers.begin(), kCarriers.end(),
                     [&](std::string_view carrier) { return same_stem(word, stem(carrier)); });
}

// "bit" and "bitten": the lemmatiser may not know a form in every place.
bool is_form_of(const std::string& word, const Words& verbs, const Inflector& inflector) {
  return std::any_of(verbs.begin(), verbs.end(), [&](const std::string& verb) {
    return inflector.is_past(verb, word) || inflector.is_past_participle(verb, word) ||
           inflector.is_past(word, verb) || inflector.is_past_participle(word, verb);
  });
}

// Words that say the same once a noun has become a verb: "following an assault" and "after he assaulted".
struct Same {
  std::string_view was;
  std::string_view is;
};
constexpr std::array<Same, 10> kSame{{{"following", "after"},
                                      {"despite", "although"},
                                      {"owing", "because"},
                                      {"because", "owing"},
                                      {"increase", "become"},
                                      {"increase", "more"},
                                      {"escalate", "become"},
                                      {"escalate", "more"},
                                      {"worsen", "become"},
                                      {"worsen", "more"}}};
bool stands_for(const Bag& was, const Bag& is, const std::string& word, bool gone) {
  return std::any_of(kSame.begin(), kSame.end(), [&](const Same& pair) {
    const std::string here = stem(gone ? pair.was : pair.is);
    return same_stem(word, here) && holds(gone ? is.content : was.content, stem(gone ? pair.is : pair.was));
  });
}

void compare_words(const Bag& before, const Bag& after, const Inflector& inflector,
                   std::vector<std::string>& problems) {
  for (const std::string& word : after.content)
    if (!holds(before.content, word) && word != "make" && !(word == "after" && before.having) &&
        !is_form_of(word, before.content, inflector) && !same_form(before, after, word) &&
        !stands_for(before, after, word, false))
      problems.push_back("“" + word + "” came");
  for (const std::string& word : before.content)
    if (!holds(after.content, word) && !(word == "or" && after.nor) && !one_of(word, kAccounts) &&
        !carries(word) && !is_form_of(word, after.content, inflector) && !same_form(after, before, word) &&
        !stands_for(before, after, word, true))
      problems.push_back("“" + word + "” went");
  if (before.numbers != after.numbers) problems.emplace_back("a number or a date changed");
  if (before.modals != after.modals) problems.emplace_back("how sure or allowed it is changed");
  if (before.negations != after.negations) problems.emplace_back("a negation came or went");
  if (before.quotations != after.quotations) problems.emplace_back("a quotation changed");
}

// ---- clauses

struct Fact {
  std::string verb;
  std::string agent;                  // head word, or empty
  std::string patient;                // likewise
  std::vector<std::string> beside;    // all that stands behind the verb in its clause
  std::string teller;                 // the verb of saying that it is told in
  std::uint32_t teller_end = 0;       // where that verb ends in the text
  std::vector<std::string> in_front;  // of an active verb: the nouns before it, back to the next verb
  std::string around;     // what stands around a relative clause in front of the verb, if there is one
  std::string neighbour;  // the noun or pronoun right before the verb and its auxiliaries, if any
};

// The last noun or pronoun of the phrase that begins at `t`.
std::uint32_t phrase_end(const Parsed& text, std::uint32_t t) {
  std::uint32_t last = t;
  for (; t < text.analysis.tokens.size(); ++t) {
    const Upos upos = text.analysis.tokens[t].upos;
    if (upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON)
      last = t;
    else if (upos != Upos::DET && upos != Upos::ADJ)
      break;
  }
  return last;
}

// Pronouns by their set, everyone else by the last word of the name or noun.
std::string key_of(const Parsed& text, std::uint32_t t) {
  if (t == kNone) return {};
  const std::string word = lower(text.form(t));
  if (const auto set = pronoun_set(word)) return "~" + std::string(pronoun(*set, PronounUse::subject));
  const Xpos tag = text.analysis.tokens[t].xpos;
  return tag == Xpos::WP || tag == Xpos::WDT ? std::string() : word;
}

// Clauses without a finite verb take their subject from another, and a parse is seldom sure from which.
bool stands_alone(const Parsed& text, const Clause& clause) {
  const Token& predicate = text.analysis.tokens[clause.predicate];
  if (predicate.upos != Upos::VERB || clause.copular) return false;
  if (one_of(text.analysis.lemma(clause.predicate), kRaising)) return false;
  if (clause.kind == ClauseKind::nonfinite || clause.kind == ClauseKind::participial) return false;
  return predicate.features.verb_form == VerbForm::fin || clause.first_auxiliary != kNone;
}

// "Mr B, who has a card on her account, has run up": the comma that opens the clause which ends before
// `verb`.
std::uint32_t before_relative(const Parsed& text, std::uint32_t verb) {
  if (verb < 3 || text.form(verb - 1) != ",") return verb;
  for (std::uint32_t t = verb - 1; t-- > 1;) {
    const Xpos next = text.analysis.tokens[t + 1].xpos;
    if (text.form(t) == "." || text.form(t) == ";") break;
    if (text.form(t) == "," && (next == Xpos::WP || next == Xpos::WPS)) return t;
  }
  return verb;
}

std::vector<std::string> nouns_in_front(const Parsed& text, const Clause& clause) {
  std::vector<std::string> nouns;
  std::uint32_t t = before_relative(text, std::min(clause.first_auxiliary, clause.predicate));
  while (t-- > 0) {
    const Token& token = text.analysis.tokens[t];
    if (lower(text.form(t)) == "of") continue;  // "the father of the baby"
    if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::ADP ||
        token.upos == Upos::SCONJ) {
      if (t > 0 && text.form(t - 1) == "-") continue;  // "mother-in-law"
      if (one_of(lower(text.form(t)), {"known", "as", "to", "called", "named"}))
        continue;  // "known to her as"
      break;
    }
    if (token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::PRON)
      nouns.push_back(key_of(text, t));
  }
  return nouns;
}

// What stands right before the verb where that is a noun or pronoun: its subject, whatever the parse says.
std::string neighbour_of(const Parsed& text, const Clause& clause) {
  std::uint32_t t = clause.predicate;
  while (t > 0 &&
         (text.analysis.tokens[t - 1].upos == Upos::AUX || text.analysis.tokens[t - 1].upos == Upos::ADV ||
          text.analysis.tokens[t - 1].features.negative))
    --t;
  if (t == 0) return {};
  const Upos upos = text.analysis.tokens[t - 1].upos;
  if (upos != Upos::NOUN && upos != Upos::PROPN && upos != Upos::PRON) return {};
  std::string words(text.form(t - 1));
  for (; t < clause.predicate; ++t) words += " " + std::string(text.form(t));
  return words;
}

// "whose arm Mr B cut": the patient stands in front of its verb.
std::uint32_t thing_behind_whose(const Parsed& text, std::uint32_t predicate) {
  for (std::uint32_t t = predicate; t-- > 0;) {
    const Upos upos = text.analysis.tokens[t].upos;
    const bool arm = t > 0 && lower(text.form(t - 1)) == "whose";  // a noun, whatever its tag
    if ((upos == Upos::VERB && !arm) || upos == Upos::PUNCT) return kNone;
    if (lower(text.form(t)) == "whose" && t + 1 < predicate) return t + 1;
  }
  return kNone;
}

// "picked up by the collar and then dropped on the bed by him"
bool has_by_behind(const Parsed& text, std::uint32_t predicate) {
  const TokenRange sentence = text.analysis.sentences[sentence_of(text.analysis, predicate)].tokens;
  for (std::uint32_t t = predicate + 1; t + 1 < sentence.end; ++t) {
    const Token& token = text.analysis.tokens[t];
    if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::PUNCT) return false;
    if (lower(text.form(t)) == "by") return can_be_person(text.analysis, phrase_end(text, t + 1));
  }
  return false;
}

// "was approached by him and told to": nobody tells without saying whom, and what somebody else does isn't
// done by the subject; so this is a participle, whatever the parse takes it for.
bool is_participle_after_all(const Parsed& text, const Clause& clause) {
  const Token& verb = text.analysis.tokens[clause.predicate];
  if (verb.xpos != Xpos::VBD || verb.deprel != Deprel::conj || !clause.subject_inherited) return false;
  // "was slapped and called a whore by him"
  const bool named = text.analysis.lemma(clause.predicate) == "call" && has_by_behind(text, clause.predicate);
  if (clause.object != kNone) return named;
  const std::uint32_t first = text.clauses.at_predicate[verb.head];
  const bool of_thing = first != kNone && text.clauses.all[first].voice == Voice::passive &&
                        clause.subject != kNone && !can_be_person(text.analysis, clause.subject);
  const bool done_to_both = first != kNone && text.clauses.all[first].voice == Voice::passive &&
                            is_done_to_somebody(text.analysis.lemma(clause.predicate));
  // "was picked up by him and dropped on the patio"
  const bool let_go = first != kNone && text.analysis.lemma(clause.predicate) == "drop" &&
                      text.clauses.all[first].voice == Voice::passive &&
                      one_of(text.analysis.lemma(verb.head), {"pick", "lift", "grab", "seize", "hold"});
  return of_thing || done_to_both || let_go || text.analysis.lemma(clause.predicate) == "tell" ||
         has_by_behind(text, clause.predicate);
}

// "Ms A, whose arm he had cut, left": the words before the relative clause and those from the verb on, which
// a turn within the clause doesn't touch.
std::string around_relative(const Parsed& text, const Clause& clause) {
  const TokenRange sentence = text.analysis.sentences[sentence_of(text.analysis, clause.predicate)].tokens;
  const bool bare = clause.predicate > sentence.begin && text.form(clause.predicate - 1) == ",";
  const std::uint32_t verb = bare ? clause.predicate : std::min(clause.first_auxiliary, clause.predicate);
  if (verb < sentence.begin + 3 || text.form(verb - 1) != ",") return {};
  for (std::uint32_t t = sentence.begin; t + 2 < verb; ++t) {
    if (text.form(t) != ",") continue;
    const Xpos next = text.analysis.tokens[t + 1].xpos;
    if (next != Xpos::WP && next != Xpos::WPS && next != Xpos::WDT) return {};
    const auto words = [&](std::uint32_t first, std::uint32_t last) {
      return text.text.substr(text.analysis.tokens[first].span.begin,
                              text.analysis.tokens[last].span.end - text.analysis.tokens[first].span.begin);
    };
    return words(sentence.begin, t) + words(verb, sentence.end - 1);
  }
  return {};
}

std::vector<Fact> facts_of(const Parsed& text) {
  std::vector<Fact> facts;
  for (const Clause& clause : text.clauses.all) {
    if (!stands_alone(text, clause)) continue;
    Fact fact;
    fact.verb = said(text.analysis.lemma(clause.predicate));
    fact.agent = is_participle_after_all(text, clause) ? "" : key_of(text, clause.agent());
    fact.patient =
        clause.subject_inherited && clause.voice != Voice::active ? "" : key_of(text, clause.patient());
    const TokenRange all = phrase_of(text.analysis, text.clauses, clause.predicate);
    for (std::uint32_t t = clause.predicate; t < all.end; ++t) fact.beside.push_back(key_of(text, t));
    if (const std::uint32_t owned = thing_behind_whose(text, clause.predicate); owned != kNone) {
      fact.beside.push_back(key_of(text, owned));
      if (clause.voice == Voice::passive) fact.patient = key_of(text, owned);
    }
    fact.neighbour = neighbour_of(text, clause);
    fact.around = around_relative(text, clause);
    if (clause.voice == Voice::active && !clause.subject_inherited)
      fact.in_front = nouns_in_front(text, clause);
    if (clause.reported_by != kNone) {
      const std::uint32_t saying = text.clauses.all[clause.reported_by].predicate;
      fact.teller = said(text.analysis.lemma(saying));
      fact.teller_end = text.analysis.tokens[saying].span.end;
    }
    facts.push_back(std::move(fact));
  }
  return facts;
}

// A pronoun may stand for a name, and the other way round, but not for another pronoun.
bool may_be_same(const std::string& a, const std::string& b) {
  if (a.empty() || b.empty() || a == b) return true;
  return a.starts_with('~') != b.starts_with('~');
}

bool may_be_beside(const std::string& patient, const Fact& fact) {
  if (patient.empty() || fact.patient.empty() || may_be_same(patient, fact.patient)) return true;
  return std::any_of(fact.beside.begin(), fact.beside.end(),
                     [&](const std::string& other) { return !other.empty() && may_be_same(patient, other); });
}

// How far two texts are the same. What is said there still says what comes behind it, if no sentence ends
// sooner; 0 where one may.
std::size_t same_opening(std::string_view before, std::string_view after) {
  const auto ends = [](std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return c == '.' || c == ';' || c == ':'; });
  };
  if (ends(before) != ends(after)) return 0;
  const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  return static_cast<std::size_t>(differ.first - before.begin());
}

void compare_pair(const Fact& was, const Fact& is, std::size_t opening, std::vector<std::string>& problems) {
  const std::string verb = "“" + was.verb + "”";
  // "grabbed by the throat by him": what stays beside the verb wasn't its doer.
  const bool doer_stays_beside =
      std::find(is.beside.begin(), is.beside.end(), was.agent) != is.beside.end() && was.agent != is.patient;
  // The clause stands as it was, word for word: what differs is how the two parses read it.
  const bool untouched = (!was.neighbour.empty() && was.neighbour == is.neighbour) ||
                         (!was.around.empty() && was.around == is.around);
  // "Mr B, her husband, hit her": the parse may take either noun for the doer.
  const bool in_front = !was.agent.empty() && was.agent != is.patient &&
                        std::find(is.in_front.begin(), is.in_front.end(), was.agent) != is.in_front.end();
  if (!untouched && !in_front && !may_be_same(was.agent, is.agent) && !doer_stays_beside)
    problems.push_back(verb + " has another doer");
  if (!untouched && !may_be_beside(was.patient, is) && !is_reporting(was.verb) && was.verb != "see")
    problems.push_back(verb + " is done to somebody else");
  if (!was.teller.empty() && was.teller != is.teller && was.teller_end > opening)
    problems.push_back(verb + " is no longer told by the same person");
}

void compare_facts(const std::vector<Fact>& before, std::vector<Fact> after, std::size_t opening,
                   std::vector<std::string>& problems) {
  for (const Fact& fact : before) {
    const auto found =
        std::find_if(after.begin(), after.end(), [&](const Fact& f) { return f.verb == fact.verb; });
    if (found == after.end()) continue;  // its word is looked for among the words
    compare_pair(fact, *found, opening, problems);
    after.erase(found);
  }
}

// "to have been hit" becomes "that he hit", and "has bruises" is none, whatever the parse says.
bool is_perfect(const Parsed& text, std::uint32_t t) {
  const std::vector<Token>& tokens = text.analysis.tokens;
  if (text.analysis.lemma(t) != "have" || lower(text.form(t)) == "having" || tokens[t].deprel != Deprel::aux)
    return false;
  if (t > 0 && text.form(t - 1) == "to") return false;
  const Upos next = t + 1 < tokens.size() ? tokens[t + 1].upos : Upos::X;
  return next != Upos::NOUN && next != Upos::DET && next != Upos::ADJ;
}

// Perfects, as words: a parse may not tell which verb a "had" belongs to.
std::size_t perfects(const Parsed& text) {
  std::size_t count = 0;
  for (std::uint32_t t = 0; t < text.analysis.tokens.size(); ++t)
    count += is_perfect(text, t) || text.form(t) == "'d";
  return count;
}

}  // namespace

std::vector<std::string> changed_facts(std::string_view before, std::string_view after,
                                       const English& english, const Inflector& inflector) {
  std::vector<std::string> problems;
  const Parsed old_text = parsed(before, english);
  const Parsed new_text = parsed(after, english);
  compare_words(bag_of(old_text), bag_of(new_text), inflector, problems);
  compare_facts(facts_of(old_text), facts_of(new_text), same_opening(before, after), problems);
  if (perfects(old_text) > perfects(new_text)) problems.emplace_back("a perfect went");
  return problems;
}

std::vector<std::string> invented_names(std::string_view suggestion, std::string_view document) {
  std::vector<std::string> invented;
  bool starts = true;  // of a sentence
  int depth = 0;       // of slots
  for (std::size_t at = 0; at < suggestion.size();) {
    const char c = suggestion[at];
    depth += c == '[' ? 1 : c == ']' ? -1 : 0;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter) {
      if (c == '.' || c == '?' || c == ':') starts = true;
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < suggestion.size() && suggestion[end] != ' ' &&
           std::string_view(".,?:;()[]\"'").find(suggestion[end]) == std::string_view::npos &&
           static_cast<unsigned char>(suggestion[end]) < 0x80)
      ++end;
    if (end == at) ++end;
    const std::string word(suggestion.substr(at, end - at));
    const bool name =
        has_digit(word) || (word.front() >= 'A' && word.front() <= 'Z' && !starts && word != "I");
    if (name && depth == 0 && document.find(word) == std::string_view::npos) invented.push_back(word);
    starts = false;
    at = end;
  }
  return invented;
}

}  // namespace onus
