#include "people/mentions.h"

#include <algorithm>
#include <array>

#include "people/mention_text.h"
#include "people/name_reading.h"
#include "people/report_naming.h"
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

std::string_view last_of(std::string_view words) { return words.substr(words.rfind(' ') + 1); }

// Pronouns and nouns; names are read by read_name.
class MentionFinder {
 public:
  MentionFinder(const MentionText& text, const ReportNaming& naming) : text_(text), naming_(naming) {
    mark_quotations();
    ending_at_.assign(text.size(), kNone);
  }

  std::vector<FoundMention> run() {
    for (std::uint32_t s = 0; s < text_.analysis.sentences.size(); ++s) read_sentence(s);
    for (FoundMention& mention : found_) join_possessor_after(mention);
    return in_order();
  }

 private:
  // Double quotation marks only: single ones are apostrophes too often.
  void mark_quotations() {
    quoted_.assign(text_.analysis.tokens.size(), false);
    for (const Sentence& sentence : text_.analysis.sentences) {
      const bool continues = sentence.tokens.begin > 0 && open_ && block_of_open_ == sentence.block;
      if (!continues) open_ = false;
      block_of_open_ = sentence.block;
      for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) mark_quotation(t);
    }
  }

  void mark_quotation(std::uint32_t t) {
    const std::string_view word = text_.form(t);
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
    const TokenRange range = text_.analysis.sentences[s].tokens;
    for (std::uint32_t t = range.begin; t < range.end;) {
      if (const std::uint32_t end = add_name(t, range); end > t) {
        t = end;
        continue;
      }
      if (!read_pronoun(t)) read_noun(t, range);
      ++t;
    }
  }

  std::uint32_t add_name(std::uint32_t t, TokenRange sentence) {
    std::vector<FoundMention> names;
    const std::uint32_t end = read_name(text_, naming_, sentence, t, names);
    for (FoundMention& name : names) add(std::move(name));
    return end;
  }

  // ---- Pronouns

  bool read_pronoun(std::uint32_t t) {
    if (text_.token(t).upos != Upos::PRON && text_.token(t).upos != Upos::DET &&
        text_.token(t).upos != Upos::PROPN)
      return false;
    const std::string_view word = text_.form(t);
    if (word.size() > 10 || (word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z')) return false;
    const std::string folded = fold(word);
    const PronounForm* pronoun = pronoun_of(folded);
    if (pronoun == nullptr || (folded == "i" && word != "I")) return false;
    FoundMention mention =
        text_.start(t, t + 1, pronoun->writer ? MentionKind::writer : MentionKind::pronoun);
    mention.agrees = pronoun->agrees;
    mention.plural = pronoun->plural;
    add(std::move(mention));
    return true;
  }

  // ---- Nouns

  void read_noun(std::uint32_t t, TokenRange sentence) {
    const Upos upos = text_.token(t).upos;
    const bool closed = upos == Upos::DET || upos == Upos::ADP || upos == Upos::CCONJ || upos == Upos::AUX ||
                        upos == Upos::NUM || upos == Upos::PRON;
    // "FOB" and "PGF" are nouns, whatever the tagger makes of them.
    const bool capitals = naming_.short_forms().letter_noun(t) != nullptr ||
                          (text_.form(t).size() > 1 && starts_with_capital(text_.form(t)) &&
                           text_.form(t)[1] >= 'A' && text_.form(t)[1] <= 'Z');
    if (upos == Upos::PUNCT || (closed && !capitals)) return;
    const std::string word = fold_words(text_.form(t));
    std::string lemma;
    const bool plural_form = text_.token(t).features.number == Number::plur ||
                             text_.token(t).xpos == Xpos::NNS || text_.token(t).xpos == Xpos::NNPS;
    const PersonNoun* noun = nullptr;
    std::uint32_t begin = t;
    if (text_.words.ends_noun(last_of(word)) || naming_.short_forms().letter_noun(t) != nullptr ||
        naming_.short_forms().short_noun(t) != nullptr)
      noun = longest_noun(t, sentence.begin, word, begin);
    if (noun == nullptr && plural_form) {
      lemma = fold_words(text_.analysis.lemma(t));
      if (lemma != word && text_.words.ends_noun(last_of(lemma)))
        noun = longest_noun(t, sentence.begin, lemma, begin);
    }
    if (noun == nullptr || !stands_for_person(t, *noun, sentence)) return;
    if (is_partner_in_something(*noun, begin, t)) noun = text_.words.noun_of_key("friend");
    FoundMention mention = text_.start(begin, t + 1, MentionKind::noun);
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
    if (noun.sort != NounSort::partner || begin == 0 || text_.begins_entry[begin]) return false;
    const Token& before = text_.token(begin - 1);
    return before.upos == Upos::NOUN && before.deprel == Deprel::compound && before.head == t &&
           !one_of(fold(text_.form(begin - 1)), {"life", "marriage", "sex", "domestic"});
  }

  const PersonNoun* longest_noun(std::uint32_t t, std::uint32_t from, const std::string& last,
                                 std::uint32_t& begin) const {
    std::string words = last;
    const PersonNoun* best = nullptr;
    if ((best = naming_.noun_of(t, words)) != nullptr) begin = t;
    for (std::uint32_t n = 1; n < kLongestNoun && t >= from + n; ++n) {
      const std::uint32_t at = t - n;
      if (text_.begins_entry[at + 1]) break;
      if (text_.form(at) == "-") continue;
      if (text_.token(at).upos == Upos::PUNCT) break;
      words = fold_words(text_.form(at)) + " " + words;
      if (const PersonNoun* noun = text_.words.noun(words)) {
        best = noun;
        begin = at;
      }
    }
    return best;
  }

  // "child protection", "mother figure", "police report", "to school", "school work": not a person here.
  bool stands_for_person(std::uint32_t t, const PersonNoun& noun, TokenRange sentence) const {
    const Upos upos = text_.token(t).upos;
    // "The chair broke"
    if (fold(text_.form(t)) == "chair" && !starts_with_capital(text_.form(t)) && !presides(t) &&
        !is_chair_of_meeting(t, sentence))
      return false;
    // "struck about the head"
    if (noun.key == "the head" && text_.token(t).deprel != Deprel::nsubj) return false;
    // "the accused stated": a participle that names someone.
    const bool accused =
        noun.sort == NounSort::part && t > sentence.begin && fold(text_.form(t - 1)) == "the";
    if (accused || (naming_.expects_name(t) && t + 1 == sentence.end)) return true;
    if (upos == Upos::VERB) return false;
    if (upos == Upos::ADJ && noun.sort != NounSort::child && noun.sort != NounSort::kin &&
        !noun.key.ends_with("ex"))
      return false;
    if (t + 1 >= sentence.end || text_.begins_entry[t + 1]) return true;
    const Token& next = text_.token(t + 1);
    const std::string_view next_form = text_.form(t + 1);
    if (text_.token(t).deprel == Deprel::compound && text_.token(t).head > t &&
        !starts_with_capital(text_.form(text_.token(t).head)))
      return false;
    if (next_form == "-" && text_.touches(t)) return false;
    const bool noun_follows = next.upos == Upos::NOUN && !starts_with_capital(next_form);
    return !(noun_follows && text_.token(t).features.number != Number::plur && text_.token(t).head == t + 1 &&
             text_.token(t).deprel != Deprel::nsubj);
  }

  // "Independent chair" in a list of those present
  bool is_chair_of_meeting(std::uint32_t t, TokenRange sentence) const {
    return t > sentence.begin &&
           one_of(fold(text_.form(t - 1)), {"independent", "conference", "panel", "review", "meeting",
                                            "committee", "board", "deputy", "vice", "marac"});
  }

  // "The chair thanked those present"
  bool presides(std::uint32_t t) const {
    return text_.token(t).deprel == Deprel::nsubj &&
           one_of(text_.analysis.lemma(text_.token(t).head),
                  {"say", "ask", "thank", "explain", "note", "confirm", "advise", "welcome", "summarise",
                   "agree", "conclude", "remind", "request", "introduce", "state", "open", "close", "invite",
                   "read"});
  }

  void read_determiner(FoundMention& mention, std::uint32_t from) {
    std::uint32_t at = mention.tokens.begin;
    mention.reference = Reference::bare;
    if (mention.plural && mention.kind == MentionKind::group) mention.reference = Reference::bare;
    for (int steps = 0; at > from && steps < 6; ++steps) {
      if (text_.begins_entry[at]) return;
      const std::uint32_t left = at - 1;
      const std::string word = fold(text_.form(left));
      if (take_determiner(mention, left, word)) return;
      const Upos upos = text_.token(left).upos;
      const bool passes = upos == Upos::ADJ || upos == Upos::NUM || upos == Upos::NOUN || word == "-" ||
                          (upos == Upos::ADV && steps > 0) || word == "now" || word == "then" ||
                          (upos == Upos::VERB && text_.token(left).head == mention.head);
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
    const std::string_view word = text_.form(t);
    if (text_.token(t).xpos == Xpos::POS || word == "'s" || word == "’s" || word == "'" || word == "’")
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
    if (of + 1 >= text_.analysis.tokens.size() || text_.form(of) != "of") return;
    const std::uint32_t last = text_.analysis.sentences[mention.sentence].tokens.end;
    // "Mother of both" is the end of a cell; the next row says nothing of whose.
    for (std::uint32_t t = of + 1; t < std::min(of + 5, last) && !text_.begins_entry[t]; ++t)
      if (ending_at_[t] != kNone && found_[ending_at_[t]].tokens.begin <= of + 2 &&
          text_.token(t).xpos != Xpos::PRPS) {
        mention.possessor = ending_at_[t];
        mention.reference = Reference::possessed;
        return;
      }
    // "the wife of his captain": nobody of the family.
    const std::uint32_t owner = of + 1 + (text_.token(of + 1).upos == Upos::NOUN ? 0 : 1);
    if (sort == NounSort::partner && owner < last && text_.token(owner).upos == Upos::NOUN &&
        text_.token(owner).head == mention.head)
      mention.noun = text_.words.noun_of_key("friend");
  }

  // ---- The list

  void add(FoundMention mention) {
    mention.sentence = sentence_;
    mention.quoted = quoted_[mention.words.begin];
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
    return t < text_.analysis.tokens.size() && text_.token(t).xpos == Xpos::POS;
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

  const MentionText& text_;
  const ReportNaming& naming_;
  std::vector<FoundMention> found_;
  std::vector<bool> dropped_;
  std::vector<std::uint32_t> ending_at_;  // for each token the mention whose last word it is
  std::vector<bool> quoted_;
  bool open_ = false;
  std::uint32_t block_of_open_ = 0;
  std::uint32_t sentence_ = 0;
};

}  // namespace

bool is_letter_or_number(std::string_view word) {
  if (word.size() == 1) return (word[0] >= 'A' && word[0] <= 'Z') || (word[0] >= '1' && word[0] <= '9');
  return word.size() == 2 &&
         ((word[0] >= 'A' && word[0] <= 'Z' && (word[1] == '.' || (word[1] >= '0' && word[1] <= '9'))) ||
          (word[0] == '1' && word[1] >= '0' && word[1] <= '9'));
}

std::string without_point(std::string_view word) {
  std::string out = fold(word);
  while (!out.empty() && out.back() == '.') out.pop_back();
  return out;
}

bool is_person_pronoun(std::string_view folded) { return pronoun_of(folded) != nullptr; }

std::vector<FoundMention> find_mentions(const Document& document, const Analysis& analysis,
                                        const PeopleWords& words, std::span<const Detail> details,
                                        const std::vector<bool>& begins_entry,
                                        const std::vector<bool>& initials,
                                        std::span<const std::string> declared) {
  const MentionText text{document, analysis, words, begins_entry, initials};
  const ReportNaming naming(text, details, declared);
  return MentionFinder(text, naming).run();
}

std::string_view words_of(const Document& document, const Analysis& analysis, TokenRange range) {
  if (range.empty()) return {};
  return slice<ProseText>(document.prose,
                          {analysis.tokens[range.begin].span.begin, analysis.tokens[range.end - 1].span.end});
}

}  // namespace onus
