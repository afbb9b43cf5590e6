#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "language/analysis.h"
#include "language/tagger_features.h"

// The arc-hybrid transition system (Kuhlmann et al. 2011) with the root behind the last word, what a
// classifier looks at in its states, and what a transition costs (the dynamic oracle of Goldberg and Nivre
// 2013): one definition, for training and for use.
namespace onus {

inline constexpr std::size_t kRelations = static_cast<std::size_t>(Deprel::csubj_outer) + 1;

// A transition as a class: 0 is shift, then attaching to the left with each relation (the first of the buffer
// is the head of the top of the stack), then to the right (the second of the stack is).
namespace transition {
inline constexpr std::size_t kShift = 0;
inline constexpr std::size_t kLeft = 1;
inline constexpr std::size_t kRight = 1 + kRelations;
inline constexpr std::size_t kClasses = 1 + 2 * kRelations;
enum Kind : std::uint8_t { shift, left, right };
constexpr Kind kind(std::size_t cls) { return cls < kLeft ? shift : cls < kRight ? left : right; }
constexpr Deprel relation(std::size_t cls) {
  return static_cast<Deprel>(cls < kLeft ? 0 : cls < kRight ? cls - kLeft : cls - kRight);
}
}  // namespace transition

// A word as the parser sees it.
struct ParserWord {
  std::uint64_t lower = 0;
  std::uint32_t tag = 0;  // of both tag sets
};
constexpr std::uint32_t parser_tag(Upos upos, Xpos xpos) {
  return 1 + static_cast<std::uint32_t>(xpos) * 32 + static_cast<std::uint32_t>(upos);
}

// What stands behind the last word.
inline constexpr ParserWord kRootWord = {1, 2001};

inline constexpr std::uint32_t kNobody = UINT32_MAX;

class ParserState {
 public:
  explicit ParserState(std::size_t size) : arcs_(size + 1), size_(static_cast<std::uint32_t>(size)) {
    stack_.reserve(size);
  }

  struct Arcs {  // of one word: its governor and its outermost dependents
    std::uint32_t head = kNobody;
    Deprel relation = Deprel::dep;
    std::uint32_t left1 = kNobody, left2 = kNobody, right1 = kNobody, right2 = kNobody;
    std::uint32_t lefts = 0, rights = 0;
  };

  std::uint32_t size() const { return size_; }
  std::uint32_t front() const { return front_; }  // size() is the root
  bool finished() const { return front_ == size_ && stack_.empty(); }
  std::uint32_t from_top(std::size_t depth) const {
    return depth < stack_.size() ? stack_[stack_.size() - 1 - depth] : kNobody;
  }
  std::size_t depth() const { return stack_.size(); }
  std::uint32_t in_buffer(std::uint32_t place) const {
    return front_ + place <= size_ ? front_ + place : kNobody;
  }
  const Arcs& arcs(std::uint32_t word) const { return arcs_[word]; }
  std::span<const std::uint32_t> stack() const { return stack_; }

  bool may(transition::Kind kind) const {
    if (kind == transition::shift) return front_ < size_;
    if (kind == transition::left) return !stack_.empty() && (front_ < size_ || stack_.size() == 1);
    return stack_.size() > 1;
  }

  void apply(std::size_t cls) {
    const auto kind = transition::kind(cls);
    if (kind == transition::shift) {
      stack_.push_back(front_++);
      return;
    }
    const std::uint32_t dependent = stack_.back();
    stack_.pop_back();
    attach(kind == transition::left ? front_ : stack_.back(), dependent, transition::relation(cls));
  }

 private:
  void attach(std::uint32_t head, std::uint32_t dependent, Deprel relation) {
    arcs_[dependent].head = head;
    arcs_[dependent].relation = relation;
    Arcs& arcs = arcs_[head];
    if (dependent < head) {
      arcs.left2 = arcs.left1;
      arcs.left1 = dependent;
      ++arcs.lefts;
    } else {
      arcs.right2 = arcs.right1;
      arcs.right1 = dependent;
      ++arcs.rights;
    }
  }

  std::vector<std::uint32_t> stack_;
  std::vector<Arcs> arcs_;
  std::uint32_t front_ = 0;
  std::uint32_t size_;
};

// The features of Zhang and Nivre (2011), as far as they fit this system. `words` has one entry more than the
// sentence, for the root.
void add_parser_features(const ParserState& state, std::span<const ParserWord> words, FeatureList& out);

}  // namespace onus
