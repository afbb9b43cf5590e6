#include "rewriting/ellipsis.h"

#include <array>

#include "rewriting/phrases.h"
#include "rewriting/sentence_words.h"

namespace onus {
namespace {

class Ellipsis : SentenceWords {
 public:
  Ellipsis(const Narrative& n, const ByAgent& by) : SentenceWords(n, by.by), by_(by) {}

  bool anywhere() {
    for (std::uint32_t t = by_.agent.end; t < words_.end; ++t)
      if (ends_with_auxiliary(t)) return true;
    if (gapped()) return true;
    if (index_ + 1 >= n_.analysis.sentences.size()) return false;
    words_ = n_.analysis.sentences[++index_].tokens;
    if (words_.size() > 10) return false;
    for (std::uint32_t t = words_.begin; t < words_.end; ++t)
      if (ends_with_auxiliary(t) && first_verb(t)) return true;
    return one_of(form(words_.begin), {"so", "neither", "nor"}) && words_.size() > 1 &&
           auxiliary(words_.begin + 1) && no_other_verb(words_.begin + 2);
  }

 private:
  // "was not", "may not have been", "will be again", "wasn't she?", but not "where Ewan was".
  bool ends_with_auxiliary(std::uint32_t t) const {
    if (!auxiliary(t) || (t > words_.begin && verb(t - 1))) return false;
    if (token(t).upos != Upos::AUX && token(t).upos != Upos::VERB) return false;
    std::uint32_t next = t + 1;
    static constexpr std::array<std::string_view, 14> small{"not",    "n't",   "n’t",    "been",  "be",
                                                            "too",    "also",  "either", "again", "never",
                                                            "before", "since", "have",   "had"};
    while (next < words_.end && one_of(form(next), small)) ++next;
    if (next < words_.end && is_personal_pronoun(token(next)) && form(next + 1) == "?") return true;
    if (token(t).xpos == Xpos::VBG || (!mark(next) && !joins(next)) || insertion_at(next)) return false;
    for (std::uint32_t before = t; before-- > words_.begin && before >= by_.by;) {
      if (asks(before)) return false;
      if (token(before).upos == Upos::VERB || token(before).upos == Upos::PUNCT || joins(before)) break;
    }
    return true;
  }
  // "had, she said, worn her down", "would “put the windows in”": its verb comes later.
  bool insertion_at(std::uint32_t t) const {
    if (t >= words_.end) return false;
    if (one_of(form(t), {"\"", "“", "‘", "'", "``"})) return true;
    if (form(t) != ",") return false;
    for (std::uint32_t next = t + 1; next + 1 < words_.end; ++next)
      if (form(next) == ",") return !joins(next + 1);
    return false;
  }
  bool first_verb(std::uint32_t t) const {
    for (std::uint32_t before = words_.begin; before < t; ++before)
      if (verb(before)) return false;
    return true;
  }
  bool no_other_verb(std::uint32_t t) const {
    for (; t < words_.end; ++t)
      if (token(t).upos == Upos::VERB) return false;
    return true;
  }

  // "by Mr B and in May by his brother", "and Ewan by his grandfather": the same verb, left out.
  bool gapped() const {
    for (std::uint32_t t = by_.agent.end; t + 1 < words_.end && !verb(t); ++t)
      if (form(t) == "by") {
        const TokenRange who = noun_phrase_at(n_, t + 1, words_.end);
        if (!who.empty() && is_person(n_, who)) return true;
      }
    return false;
  }

  const ByAgent& by_;
};

}  // namespace

bool leaves_out_the_passive(const Narrative& narrative, const ByAgent& by) {
  return Ellipsis(narrative, by).anywhere();
}

}  // namespace onus
