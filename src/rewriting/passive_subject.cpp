#include "rewriting/passive_subject.h"

#include <algorithm>
#include <array>

#include "rewriting/phrases.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

bool apart(Deprel relation) {
  return relation == Deprel::obl || relation == Deprel::nmod_unmarked || relation == Deprel::obl_unmarked ||
         relation == Deprel::advmod || relation == Deprel::punct || relation == Deprel::parataxis;
}

// "only Ms A": part of the phrase, wherever it goes.
bool limits(const Narrative& n, std::uint32_t t) {
  static constexpr std::array<std::string_view, 5> words{"only", "even", "just", "both", "neither"};
  return one_of(lower(n.form(t)), words);
}

// "In March Ms Hart was …": what a parse hangs on the subject but stands before it stays where it is.
void leave_out_what_stands_before(const Narrative& n, std::uint32_t head, TokenRange& range) {
  for (const std::uint32_t child : n.clauses.dependents(head))
    if (child < head && !limits(n, child) &&
        (apart(n.analysis.tokens[child].deprel) || n.analysis.tokens[child].deprel == Deprel::nmod))
      range.begin = std::max(range.begin, phrase_of(n.analysis, n.clauses, child).end);
  const auto outside = [&](std::uint32_t t) {
    const Upos upos = n.analysis.tokens[t].upos;
    return upos == Upos::CCONJ ? !limits(n, t) : upos == Upos::PUNCT && n.form(t) != "\"" && n.form(t) != "“";
  };
  while (range.begin < head && outside(range.begin)) ++range.begin;
}

// "Every penny Dawn earns", "What Dawn wears": a name and a plural without a possessive between them.
bool verb_taken_for_noun(const Narrative& n, TokenRange read) {
  if (read.size() < 2 || n.analysis.tokens[read.end - 1].xpos != Xpos::NNS) return false;
  return n.analysis.tokens[read.end - 2].upos == Upos::PROPN && n.cast.at(read.end - 2) != nullptr;
}

// With the noun that the clause belongs to, or with its "what"; empty where there is none.
TokenRange with_clause(const Narrative& n, std::uint32_t begin, TokenRange read) {
  const TokenRange none{read.end, read.end};
  if (read.begin == begin) return none;
  const std::string word = lower(n.form(read.begin - 1));
  if (word == "what" || word == "where" || word == "who") return {read.begin - 1, read.end};
  const bool that = word == "that" || word == "which";
  const TokenRange noun = noun_phrase_before(n, begin, that ? read.begin - 1 : read.begin);
  return noun.size() < 2 || n.analysis.tokens[noun.begin].upos != Upos::DET
             ? none
             : TokenRange{noun.begin, read.end};
}

// "she was pregnant Ms Hart": a clause that stood before, which no relative pronoun makes a part of the
// phrase.
bool holds_clause(const Narrative& n, TokenRange range) {
  // "meals she had cooked", "every lawyer she has instructed": a clause right behind its noun, with a
  // subject.
  for (std::uint32_t t = range.begin + 1; t < range.end; ++t) {
    const Token& verb = n.analysis.tokens[t];
    const bool contact = verb.deprel == Deprel::acl_relcl && range.contains(verb.head) && verb.head + 1 < t &&
                         (n.analysis.tokens[verb.head].upos == Upos::NOUN) &&
                         is_personal_pronoun(n.analysis.tokens[verb.head + 1]);
    if (contact) return false;
  }
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = n.analysis.tokens[t];
    if (token.xpos == Xpos::WP || token.xpos == Xpos::WDT || token.xpos == Xpos::WPS) return false;
    if (n.form(t) == "," || token.deprel == Deprel::acl_relcl) return false;
    if (token.upos == Upos::AUX || token.xpos == Xpos::VBZ || token.xpos == Xpos::VBP)
      return token.xpos != Xpos::VBG;
  }
  return false;
}

// "The complaint to [her employer]": what stands behind a preposition is no subject.
bool governed(const Narrative& n, TokenRange sentence, TokenRange range) {
  if (range.empty() || range.begin <= sentence.begin + 1) return false;
  const Token& before = n.analysis.tokens[range.begin - 1];
  // "stopped after Ella was left alone", but not "the day after the party was"
  static constexpr std::array<std::string_view, 6> joins{"after", "before", "since", "until", "till", "as"};
  const Upos further = n.analysis.tokens[range.begin - 2].upos;
  if (one_of(lower(n.form(range.begin - 1)), joins) && further != Upos::NOUN && further != Upos::PROPN &&
      further != Upos::NUM)
    return false;
  return before.upos == Upos::ADP && before.xpos != Xpos::RP;
}

// "her sleep, spending and friendships", "neither Ms A nor her daughters": what else the last "and" or "nor"
// ends.
TokenRange with_list(const Narrative& n, TokenRange sentence, TokenRange range) {
  if (range.empty() || range.begin < sentence.begin + 2) return range;
  const auto form = [&](std::uint32_t t) { return lower(n.form(t)); };
  if (form(range.begin - 1) == "nor" || form(range.begin - 1) == "or") {
    const TokenRange first = noun_phrase_before(n, sentence.begin, range.begin - 1);
    const std::string pair = form(range.begin - 1) == "nor" ? "neither" : "either";
    if (!first.empty() && first.begin > sentence.begin && form(first.begin - 1) == pair)
      return {first.begin - 1, range.end};
    return range;
  }
  bool joins = false;
  for (std::uint32_t t = range.begin; t < range.end; ++t) joins |= form(t) == "and";
  while (joins && range.begin > sentence.begin + 1 && n.form(range.begin - 1) == ",") {
    const TokenRange one = noun_phrase_before(n, sentence.begin, range.begin - 1);
    if (one.empty()) break;
    const Token& opening = n.analysis.tokens[one.begin];
    const bool whole = one.begin == sentence.begin || n.analysis.tokens[one.begin - 1].upos != Upos::ADP;
    if (!whole || (opening.upos != Upos::DET && !is_possessive_pronoun(opening))) break;
    range.begin = one.begin;
  }
  return range;
}

// "Teo, aged 4,", "the inhaler, which she needs,": by the words, where the parse doesn't see the phrase.
// `last` is the token of the closing comma.
TokenRange with_insertion(const Narrative& n, std::uint32_t begin, std::uint32_t last) {
  const TokenRange none{last, last};
  for (std::uint32_t t = last; t-- > begin;) {
    if (n.form(t) != ",") continue;
    const TokenRange phrase = noun_phrase_before(n, begin, t);
    if (phrase.empty()) return none;
    const Token& opening = n.analysis.tokens[t + 1];
    const bool adds = opening.xpos == Xpos::WP || opening.xpos == Xpos::WDT || opening.xpos == Xpos::WPS ||
                      opening.upos == Upos::ADJ || opening.upos == Upos::DET || opening.upos == Upos::NUM ||
                      lower(n.form(t + 1)) == "with" || opening.xpos == Xpos::VBN ||
                      opening.xpos == Xpos::VBG || opening.upos == Upos::PRON;
    if (!adds || (phrase.begin > begin && n.analysis.tokens[phrase.begin - 1].upos == Upos::ADP)) return none;
    return {phrase.begin, last};
  }
  return none;
}

// "How much she spends", "Where she goes and what she wears": a clause that is the subject. Empty where none
// begins the sentence.
TokenRange clause_as_subject(const Narrative& n, TokenRange sentence, std::uint32_t end) {
  const TokenRange none{end, end};
  static constexpr std::array<std::string_view, 8> asking{"how",  "what",  "where",   "who",
                                                          "whom", "which", "whether", "whoever"};
  if (!one_of(lower(n.form(sentence.begin)), asking) || end < sentence.begin + 3) return none;
  const Token& last = n.analysis.tokens[end - 1];  // "Where she stayed Ms A was …"
  if (last.upos == Upos::PROPN || is_personal_pronoun(last)) return none;
  int verbs = 0;
  int words = 0;
  for (std::uint32_t t = sentence.begin; t < end; ++t) {
    const Xpos tag = n.analysis.tokens[t].xpos;
    words += one_of(lower(n.form(t)), asking);
    verbs += tag == Xpos::VBZ || tag == Xpos::VBP || tag == Xpos::VBD;
    const bool another = n.form(t) == "," && (t + 1 == end || !one_of(lower(n.form(t + 1)), asking));
    if (another || n.form(t) == ";") return none;
  }
  const bool modal = verbs == 0 && n.analysis.tokens[end - 1].upos == Upos::VERB;
  return (verbs >= 1 && verbs <= words) || modal ? TokenRange{sentence.begin, end} : none;
}

TokenRange subject_as_read(const Narrative& n, std::uint32_t participle, std::uint32_t end) {
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, participle)].tokens;
  if (const TokenRange whole = clause_as_subject(n, sentence, end); !whole.empty()) return whole;
  while (end > sentence.begin && n.analysis.tokens[end - 1].upos == Upos::ADV) --end;
  if (end == sentence.begin) return {end, end};
  if (n.form(end - 1) == ")") {  // "Kyle (7) was"
    std::uint32_t open = end - 1;
    while (open > sentence.begin && n.form(open) != "(") --open;
    const TokenRange who = noun_phrase_before(n, sentence.begin, open);
    return who.empty() ? TokenRange{end, end} : TokenRange{who.begin, end};
  }
  const bool comma = n.form(end - 1) == ",";
  const std::uint32_t last = comma ? end - 1 : end;
  std::uint32_t head = kNone;
  for (std::uint32_t verb = participle; verb >= end && head == kNone; --verb)  // "is thought to have been"
    for (const std::uint32_t child : n.clauses.dependents(verb))
      if (n.analysis.tokens[child].deprel == Deprel::nsubj_pass ||
          n.analysis.tokens[child].deprel == Deprel::nsubj)
        head = child;
  if (head != kNone && head < last) {
    TokenRange range = phrase_of(n.analysis, n.clauses, head);
    leave_out_what_stands_before(n, head, range);
    range = with_title(n, range);
    const TokenRange read = noun_phrase_before(n, sentence.begin, last);
    // "Every weekend Ms A was …": a phrase of its own that the parse takes for part of the name.
    const Token& opening = n.analysis.tokens[read.begin];
    const bool begins = opening.upos == Upos::PROPN || opening.upos == Upos::DET ||
                        (opening.upos == Upos::PRON && opening.features.possessive);
    if (range.begin < read.begin && range.begin > sentence.begin &&
        n.analysis.tokens[range.begin - 1].upos == Upos::ADP && read.end == last &&
        n.analysis.tokens[read.begin - 1].upos == Upos::PROPN)
      return read;  // "Since Easter contact was …"
    if (verb_taken_for_noun(n, read)) return with_clause(n, sentence.begin, read);
    if (range.begin < read.begin && begins) {
      const Upos before = n.analysis.tokens[read.begin - 1].upos;
      if (before == Upos::NOUN || before == Upos::PROPN || before == Upos::NUM) return read;
    }
    // The parse may know a longer phrase (with a relative clause in it), never a shorter one.
    if (range.end == last && range.begin <= read.begin && range.begin <= head && !holds_clause(n, range))
      return range;
  }
  if (comma) return with_insertion(n, sentence.begin, last);
  TokenRange range = noun_phrase_before(n, sentence.begin, last);
  while (!range.empty() && range.begin > sentence.begin && limits(n, range.begin - 1)) --range.begin;
  return governed(n, sentence, range) ? TokenRange{last, last} : range;
}

// "Sara met": names, and a last word in small letters.
bool ends_small(const Narrative& n, TokenRange range) {
  if (range.size() < 2) return false;
  for (std::uint32_t t = range.begin; t + 1 < range.end; ++t)
    if (n.analysis.tokens[t].upos != Upos::PROPN) return false;
  const char first = n.form(range.end - 1).front();
  return first >= 'a' && first <= 'z';
}

}  // namespace

TokenRange subject_before(const Narrative& n, std::uint32_t participle, std::uint32_t end) {
  const TokenRange sentence = n.analysis.sentences[sentence_of(n.analysis, participle)].tokens;
  TokenRange range = with_list(n, sentence, subject_as_read(n, participle, end));
  // "[over] £400", "[more than] two of her ribs"
  static constexpr std::array<std::string_view, 11> about{"over",   "under",         "about",  "around",
                                                          "nearly", "almost",        "to",     "least",
                                                          "than",   "approximately", "roughly"};
  const auto counts = [&](std::uint32_t t) {
    return n.analysis.tokens[t].upos == Upos::NUM || n.analysis.tokens[t].upos == Upos::SYM;
  };
  if (!range.empty() && counts(range.begin) && range.begin > sentence.begin &&
      one_of(lower(n.form(range.begin - 1)), about)) {
    const bool two = one_of(lower(n.form(range.begin - 1)), {"to", "least", "than"});
    range.begin -= two && range.begin > sentence.begin + 1 ? 2 : 1;
  }
  // "was filled by Mr B and [her head] was held under": the doer of the clause before isn't part of it
  if (!range.empty() && range.begin > sentence.begin && lower(n.form(range.begin - 1)) == "by") {
    std::uint32_t link = range.end;
    while (link > range.begin && n.analysis.tokens[link - 1].upos != Upos::CCONJ) --link;
    range.begin = link == range.begin ? range.end : link;
  }
  // "hit the mother and [her door] was kicked in": both would have had "were"
  const std::uint32_t aux = range.end < participle ? range.end : participle;
  if (!range.empty() && range.begin > sentence.begin && one_of(lower(n.form(aux)), {"was", "is", "has"}) &&
      n.analysis.tokens[range.begin - 1].upos == Upos::VERB) {
    std::uint32_t link = range.begin;
    while (link < range.end && n.analysis.tokens[link].upos != Upos::CCONJ &&
           n.analysis.tokens[link].upos != Upos::ADP)
      ++link;
    if (link < range.end && n.analysis.tokens[link].upos == Upos::CCONJ) range.begin = link + 1;
  }
  // "The man [Ms A met] was threatened": a verb taken for a part of the name
  if (ends_small(n, range) && range.begin > sentence.begin + 1) {
    const TokenRange noun = noun_phrase_before(n, sentence.begin, range.begin);
    if (noun.size() > 1 && n.analysis.tokens[noun.begin].upos == Upos::DET) return {range.end, range.end};
  }
  // "nobody else was"
  if (range.end < participle && lower(n.form(range.end)) == "else" && range.size() == 1) ++range.end;
  // "Since Easter [contact] was …"
  static constexpr std::array<std::string_view, 6> feasts{"easter",  "christmas", "xmas",
                                                          "ramadan", "eid",       "diwali"};
  if (range.size() > 1 && range.begin == sentence.begin + 1 && one_of(lower(n.form(range.begin)), feasts) &&
      one_of(lower(n.form(sentence.begin)), {"since", "until", "before", "after", "at", "over"}))
    ++range.begin;
  // "eleven occasions on which [she] was …"
  if (range.size() > 1 && n.analysis.tokens[range.begin].upos == Upos::ADP &&
      one_of(lower(n.form(range.begin + 1)), {"which", "whom"}))
    range.begin += 2;
  if (range.empty() || range.end >= n.analysis.tokens.size() || n.form(range.end) != ",") return range;
  // A comma behind it closes what a comma in it opened: "Ms A, when pregnant with Tom, was …".
  for (std::uint32_t t = range.begin; t < range.end; ++t)
    if (n.form(t) == ",") return range;
  return {range.end, range.end};
}

}  // namespace onus
