#include "people/blamed.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/closed_list.h"

namespace onus {
namespace {

class Reader {
 public:
  explicit Reader(const PeopledText& text) : text_(text) {}

  std::vector<std::size_t> run() {
    std::vector<std::size_t> times(text_.cast.people.size());
    for (const Clause& clause : text_.clauses.all) {
      const Mention* subject = clause.subject == kNone ? nullptr : text_.cast.at(clause.subject);
      if (subject == nullptr || subject->people.size() != 1 || clause.voice != Voice::active) continue;
      if (fails_to_protect(clause) || lets_back(clause, *subject) || goes_back(clause, *subject) ||
          will_not_testify(clause))
        ++times[subject->people.front()];
    }
    return times;
  }

 private:
  std::string_view verb(const Clause& clause) const { return text_.analysis.lemma(clause.predicate); }

  // The words behind the predicate, up to so many.
  template <class Words>
  bool has_behind(const Clause& clause, const Words& words, std::uint32_t reach = 8) const {
    const std::uint32_t end =
        std::min(text_.analysis.sentences[clause.sentence].tokens.end, clause.predicate + reach);
    for (std::uint32_t t = clause.predicate + 1; t < end; ++t)
      if (one_of(text_.analysis.lemma(t), words)) return true;
    return false;
  }

  // "failed to protect the children", "was unable to safeguard them", "did not protect Ewan"
  bool fails_to_protect(const Clause& clause) const {
    static constexpr std::array<std::string_view, 5> protecting{"protect", "protectively", "safeguard",
                                                                "shield", "prioritise"};
    static constexpr std::array<std::string_view, 5> failing{"fail", "unable", "neglect", "unwilling",
                                                             "incapable"};
    if (one_of(verb(clause), failing)) return has_behind(clause, protecting);
    return one_of(verb(clause), protecting) && clause.negated;
  }

  // "let Stephen back into the house", "allowed him to return"
  bool lets_back(const Clause& clause, const Mention& subject) const {
    return one_of(verb(clause), std::array<std::string_view, 3>{"let", "allow", "permit"}) &&
           !clause.negated &&
           has_behind(clause,
                      std::array<std::string_view, 6>{"back", "return", "again", "contact", "stay", "in"},
                      5) &&
           names_another(clause, subject);
  }

  // "returned to Mr Baird", "reconciled with him", "resumed the relationship"
  bool goes_back(const Clause& clause, const Mention& subject) const {
    if (clause.negated) return false;
    if (one_of(verb(clause), std::array<std::string_view, 2>{"reconcile", "reunite"}))
      return names_another(clause, subject);
    if (verb(clause) == "resume")
      return has_behind(clause, std::array<std::string_view, 2>{"relationship", "marriage"}, 5);
    return false;
  }

  // "refused to make a statement", "declined to support a prosecution", "retracted her complaint"
  bool will_not_testify(const Clause& clause) const {
    static constexpr std::array<std::string_view, 5> refusing{"refuse", "decline", "withdraw", "retract",
                                                              "drop"};
    static constexpr std::array<std::string_view, 6> testimony{"statement", "prosecution", "charge",
                                                               "complaint", "allegation",  "evidence"};
    return one_of(verb(clause), refusing) && has_behind(clause, testimony);
  }

  // A grown-up beside the subject stands behind the verb.
  bool names_another(const Clause& clause, const Mention& subject) const {
    const std::uint32_t end = text_.analysis.sentences[clause.sentence].tokens.end;
    for (std::uint32_t t = clause.predicate + 1; t < std::min(end, clause.predicate + 6); ++t) {
      const Mention* other = text_.cast.at(t);
      if (other != nullptr && other->people.size() == 1 && other->people != subject.people &&
          !text_.cast.people[other->people.front()].plays(Role::child))
        return true;
    }
    return false;
  }

  const PeopledText& text_;
};

}  // namespace

std::vector<std::size_t> times_blamed(const PeopledText& text) { return Reader(text).run(); }

}  // namespace onus
