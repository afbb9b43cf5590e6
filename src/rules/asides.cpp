#include "rules/asides.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::uint32_t kJoinedWords = 5;  // from the first of two joined words to the other
constexpr std::uint32_t kMarkedWords = 7;  // between two commas or brackets
constexpr std::uint32_t kTimeWords = 6;    // "on a very large number of occasions"

class Asides {
 public:
  explicit Asides(const Analysis& analysis) : analysis_(analysis), ends_(analysis.tokens.size()) {
    for (std::uint32_t t = 0; t < ends_.size(); ++t) ends_[t] = t;
    for (const Sentence& sentence : analysis.sentences) enter(sentence.tokens);
  }
  std::vector<std::uint32_t> take() { return std::move(ends_); }

 private:
  const Token& at(std::uint32_t token) const { return analysis_.tokens[token]; }

  void enter(TokenRange sentence) {
    for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
      if (at(t).upos == Upos::PUNCT)
        note(t, marked(t, sentence.end));
      else if (at(t).upos == Upos::ADP || is_counter(t))
        note(t, of_time(t, sentence.end));
      if (at(t).deprel == Deprel::conj) join(t, sentence);
    }
  }

  void note(std::uint32_t begin, std::uint32_t end) { ends_[begin] = std::max(ends_[begin], end); }

  // "unable or unwilling": either may stand for both.
  void join(std::uint32_t other, TokenRange sentence) {
    const std::uint32_t one = at(other).head;
    if (one < sentence.begin || one >= other || other - one > kJoinedWords || !may_be_joined(one, other))
      return;
    std::uint32_t link = one + 1;
    if (analysis_.lemma(link) == ",") ++link;
    if (link >= other) return;
    if (at(link).upos != Upos::CCONJ && analysis_.lemma(link) != "/") return;
    for (std::uint32_t t = link + 1; t < other; ++t)
      if (!leads(t)) return;
    std::uint32_t end = other + 1;
    while (end < sentence.end && at(end).upos == Upos::PART && at(end).features.negative) ++end;
    note(one + 1, end);
    note(one, is_to(link + 1) && one > sentence.begin && is_to(one - 1) ? link + 2 : link + 1);
  }

  bool may_be_joined(std::uint32_t one, std::uint32_t other) const {
    if (at(one).upos != at(other).upos) return false;
    switch (at(one).upos) {
      case Upos::VERB:
      case Upos::ADJ:
      case Upos::ADV:
        return true;
      default:
        return false;
    }
  }

  // May stand between "or" and the word that it joins.
  bool leads(std::uint32_t token) const {
    switch (at(token).upos) {
      case Upos::ADV:
      case Upos::AUX:
      case Upos::ADJ:
      case Upos::DET:
        return true;
      case Upos::PART:
        return is_to(token) || at(token).features.negative;
      case Upos::PRON:
        return at(token).features.possessive;
      default:
        return false;
    }
  }

  bool is_to(std::uint32_t token) const { return analysis_.lemma(token) == "to"; }

  // ", in my view," and "(as before)".
  std::uint32_t marked(std::uint32_t begin, std::uint32_t sentence_end) const {
    const std::string_view mark = analysis_.lemma(begin);
    if (mark != "," && mark != "(") return begin;
    const std::string_view close = mark == "," ? "," : ")";
    if (begin + 1 >= sentence_end || (mark == "," && !opens(begin + 1))) return begin;
    for (std::uint32_t t = begin + 1; t < sentence_end && t <= begin + kMarkedWords + 1; ++t) {
      if (analysis_.lemma(t) == close) return t == begin + 1 ? begin : t + 1;
      const bool verb = at(t).upos == Upos::VERB && at(t).deprel != Deprel::case_;
      if (verb || at(t).upos == Upos::CCONJ || at(t).upos == Upos::PUNCT) break;
    }
    return begin;
  }

  bool opens(std::uint32_t token) const {
    return at(token).upos == Upos::ADP || at(token).upos == Upos::ADV || at(token).upos == Upos::SCONJ ||
           at(token).deprel == Deprel::case_;
  }

  bool is_counter(std::uint32_t token) const {
    static constexpr std::array<std::string_view, 10> words{"this", "last",    "each", "every", "several",
                                                            "many", "various", "some", "most",  "countless"};
    return at(token).upos == Upos::NUM || one_of(analysis_.lemma(token), words);
  }

  // "on three occasions", "at times", "over the last year", "three times".
  std::uint32_t of_time(std::uint32_t begin, std::uint32_t sentence_end) const {
    static constexpr std::array<std::string_view, 24> times{
        "time",  "occasion", "past",   "year",   "month",    "week",  "day",     "weekend",
        "night", "morning",  "period", "date",   "stage",    "point", "basis",   "moment",
        "least", "present",  "extent", "degree", "instance", "view",  "opinion", "evening"};
    const std::uint32_t last = std::min(sentence_end, begin + kTimeWords + 1);
    std::uint32_t t = begin + 1;
    while (t < last && counts(t)) ++t;
    if (t >= last || !one_of(analysis_.lemma(t), times)) return begin;
    while (t + 1 < last && one_of(analysis_.lemma(t + 1), times)) ++t;  // "the past year"
    const bool goes_on = t + 1 < sentence_end &&
                         (analysis_.lemma(t + 1) == "of" || is_noun(t + 1) || at(t + 1).xpos == Xpos::POS);
    return goes_on ? begin : t + 1;
  }

  bool is_noun(std::uint32_t token) const {
    return at(token).upos == Upos::NOUN || at(token).upos == Upos::PROPN;
  }

  // "a large number of", "the last three", "my": what stands before a time.
  bool counts(std::uint32_t token) const {
    static constexpr std::array<std::string_view, 6> amounts{"number",  "handful", "couple",
                                                             "variety", "lot",     "series"};
    const Token& word = at(token);
    return word.upos == Upos::DET || (word.upos == Upos::ADJ && analysis_.lemma(token) != "past") ||
           word.upos == Upos::NUM || word.upos == Upos::ADV || word.features.possessive ||
           one_of(analysis_.lemma(token), amounts) || analysis_.lemma(token) == "of";
  }

  const Analysis& analysis_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace

std::vector<std::uint32_t> find_asides(const Analysis& analysis) { return Asides(analysis).take(); }

}  // namespace onus
