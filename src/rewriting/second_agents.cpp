#include "rewriting/second_agents.h"

#include <algorithm>

#include "rewriting/phrases.h"
#include "rewriting/sentence_words.h"

namespace onus {
namespace {

class SecondAgents : SentenceWords {
 public:
  explicit SecondAgents(const Turning& p)
      : SentenceWords(p.n, p.clause.by.by), c_(p.clause), behind_(p.clause.by.agent.end) {}

  bool any() const {
    for (std::uint32_t t = std::max(behind_, c_.group.words.end); t < words_.end && !finite(t); ++t)
      if (another_person(t)) return true;
    return or_another() || describes_doer();
  }

 private:
  // "and probably his brother", ", and Ewan too": nobody says what that one did.
  bool another_person(std::uint32_t t) const {
    const bool then = form(t) == "," && form(t + 1) == "then";
    if (!joins(t) && !then) return false;
    std::uint32_t next = t + 1;
    const bool at_doer = t == behind_ || (t == behind_ + 1 && form(behind_) == ",");
    while (next < words_.end && token(next).upos == Upos::ADV) ++next;
    if (next == t + 1 && !at_doer) return false;
    const TokenRange who = noun_phrase_at(n_, next, words_.end);
    if (who.empty() || !is_person(n_, who)) return false;
    for (std::uint32_t after = who.end; after < words_.end && !joins(after); ++after) {
      if (finite(after) || token(after).upos == Upos::AUX || participle_like(token(after))) return false;
      if (form(after) == ";" || form(after) == "." || form(after) == ",") break;
    }
    return true;
  }

  // ", she thinks, or his brother"
  bool or_another() const {
    for (std::uint32_t t = behind_; t + 2 < words_.end; ++t)
      if (form(t) == "," && form(t + 1) == "or") {
        const TokenRange who = noun_phrase_at(n_, t + 2, words_.end);
        if (!who.empty() && is_person(n_, who) && mark(who.end)) return true;
      }
    return false;
  }

  // "by two men sent by Mr B", "by a man from work"
  bool describes_doer() const {
    if (behind_ + 1 >= words_.end || c_.by.agent.empty()) return false;
    if (token(c_.by.core.end - 1).upos != Upos::NOUN || behind_ != c_.by.core.end) return false;
    const Token& next = token(behind_);
    const Upos first = token(c_.by.agent.begin).upos;
    if (next.xpos == Xpos::VBN && one_of(form(behind_ + 1), {"by", "to", "from", "in", "as", "at"}))
      return true;
    const bool some = first == Upos::NUM || one_of(form(c_.by.agent.begin), {"a", "an", "some", "several"});
    return some && form(behind_) == "from" && token(behind_ + 1).upos == Upos::NOUN;
  }

  const PassiveClause& c_;
  std::uint32_t behind_;
};

}  // namespace

bool has_second_agent(const Turning& p) { return SecondAgents(p).any(); }

}  // namespace onus
