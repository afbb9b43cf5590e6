#include "people/place_features.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "language/feature_hash.h"
#include "language/without_gender.h"
#include "text/fold.h"

namespace onus {
namespace {

using std::string_view;

constexpr std::size_t kStem = 5;              // letters that kindred words share
constexpr std::uint32_t kSentenceReach = 12;  // tokens on either side that still belong to the place

class Place {
 public:
  Place(const Analysis& analysis, const Clauses& clauses, std::uint32_t head)
      : analysis_(analysis), clauses_(clauses), head_(head) {}

  std::vector<std::uint64_t> run() {
    const std::uint32_t first = first_of_row();
    const Token& token = analysis_.tokens[first];
    relation_ = hash_of(text_of(token.deprel));
    add('r', relation_);
    if (token.head != first) {
      add_governor(token.head);
      const std::uint64_t by = case_of_head();
      add('c', relation_, by, word(token.head));
      if (token.deprel == Deprel::nmod_poss || token.deprel == Deprel::nmod) add_thing(token.head);
    }
    if (const Clause* clause = clauses_.around(head_); clause != nullptr) add_clause(*clause);
    add_neighbours();
    std::sort(out_.begin(), out_.end());
    out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
    return std::move(out_);
  }

 private:
  void add(char sort, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    out_.push_back(hash_of(sort, a, b, c));
  }

  std::uint64_t word(std::uint32_t token) const {
    const Token& t = analysis_.tokens[token];
    if (token == head_) return hash_of("SELF");
    if (t.upos == Upos::PROPN) return hash_of("NAME");
    if (t.upos == Upos::PRON && is_personal(t.xpos)) return hash_of("WHO");
    if (t.upos == Upos::NUM) return hash_of("NUMBER");
    return hash_of(without_gender(lower(analysis_.lemma(token))));
  }

  static bool is_personal(Xpos xpos) { return xpos == Xpos::PRP || xpos == Xpos::PRPS; }

  std::uint64_t stem(std::uint32_t token) const {
    const std::string lemma = lower(analysis_.lemma(token));
    const string_view neutral = without_gender(lemma);
    return neutral.size() > kStem ? hash_of(neutral.substr(0, kStem)) : 0;
  }

  // "Ewan and she": in the place of the first.
  std::uint32_t first_of_row() const {
    std::uint32_t token = head_;
    for (int steps = 0; steps < 4 && analysis_.tokens[token].deprel == Deprel::conj; ++steps)
      token = analysis_.tokens[token].head;
    return token;
  }

  std::uint64_t case_of_head() const {
    const std::uint32_t by = dependent(analysis_, clauses_, head_, Deprel::case_);
    return by == kNone ? 0 : word(by);
  }

  void add_governor(std::uint32_t governor) {
    add('g', relation_, word(governor));
    if (const std::uint64_t kindred = stem(governor); kindred != 0) add('G', relation_, kindred);
    for (const std::uint32_t d : clauses_.dependents(governor)) {
      if (d == head_ || analysis_.tokens[d].upos == Upos::PUNCT) continue;
      const std::uint64_t how = hash_of(text_of(analysis_.tokens[d].deprel));
      add('d', relation_, how, word(d));
      add('D', relation_, word(governor), word(d));
      if (const std::uint64_t kindred = stem(d); kindred != 0) add('e', relation_, how, kindred);
      for (const std::uint32_t below : clauses_.dependents(d))
        if (analysis_.tokens[below].upos != Upos::PUNCT && below != head_) add('b', relation_, word(below));
    }
  }

  // Something of theirs, and what is done with it.
  void add_thing(std::uint32_t thing) {
    const Token& token = analysis_.tokens[thing];
    const std::uint64_t how = hash_of(text_of(token.deprel));
    add('t', word(thing), how);
    if (token.head == thing) return;
    add('T', word(thing), how, word(token.head));
    add('v', how, word(token.head));
  }

  void add_clause(const Clause& clause) {
    const std::uint64_t place = clause.subject == head_           ? 1
                                : clause.object == head_          ? 2
                                : clause.indirect_object == head_ ? 3
                                : clause.by_agent == head_        ? 4
                                                                  : 5;
    add('p', place, word(clause.predicate));
    add('m', place, static_cast<std::uint64_t>(clause.modality) + 1, clause.negated ? 1 : 2);
    add('V', place, static_cast<std::uint64_t>(clause.voice) + 1, word(clause.predicate));
    if (clause.object != kNone && clause.object != head_)
      add('o', place, word(clause.predicate), word(clause.object));
    if (clause.subject != kNone && clause.subject != head_) add('s', place, word(clause.subject));
    add('k', place, static_cast<std::uint64_t>(clause.kind) + 1);
    if (clause.reported_by != kNone) add('q', place, word(clauses_.all[clause.reported_by].predicate));
    if (clause.governor != kNone) add('u', place, word(clauses_.all[clause.governor].predicate));
  }

  void add_neighbours() {
    const TokenRange range = sentence();
    const auto at = [&](std::int64_t t) {
      return t < range.begin || t >= range.end ? hash_of("$") : word(static_cast<std::uint32_t>(t));
    };
    const std::int64_t h = head_;
    add('1', at(h - 1), at(h + 1));
    add('2', at(h + 1), at(h + 2));
    add('3', at(h + 1), at(h + 2), at(h + 3));
    add('4', at(h - 1), at(h - 2));
    const std::uint32_t begin = std::max(range.begin, head_ < kSentenceReach ? 0 : head_ - kSentenceReach);
    const std::uint32_t end = std::min(range.end, head_ + kSentenceReach);
    for (std::uint32_t t = begin; t < end; ++t) {
      if (t == head_ || analysis_.tokens[t].upos == Upos::PUNCT) continue;
      add(t < head_ ? 'x' : 'y', word(t));
    }
  }

  TokenRange sentence() const {
    const auto after = std::upper_bound(
        analysis_.sentences.begin(), analysis_.sentences.end(), head_,
        [](std::uint32_t token, const Sentence& sentence) { return token < sentence.tokens.begin; });
    return std::prev(after)->tokens;
  }

  const Analysis& analysis_;
  const Clauses& clauses_;
  const std::uint32_t head_;
  std::uint64_t relation_ = 0;
  std::vector<std::uint64_t> out_;
};

}  // namespace

std::vector<std::uint64_t> place_features(const Analysis& analysis, const Clauses& clauses,
                                          std::uint32_t head) {
  return Place(analysis, clauses, head).run();
}

}  // namespace onus
