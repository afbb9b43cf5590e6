#include "language/spanning_tree.h"

#include <algorithm>
#include <limits>

namespace onus {
namespace {

using Index = std::uint32_t;
constexpr Index kNone = std::numeric_limits<Index>::max();
constexpr double kLowest = -1e30;
// More than any sum of differences between arcs of one sentence: a tree with a second root never pays.
constexpr double kRootPrice = 1e7;

// The graph while its cycles are being merged. Row and column 0 are the artificial root; a merged cycle lives
// on in the row and column of its first member.
class Contraction {
 public:
  // Each arc from the root costs `root_price` of its score.
  Contraction(std::span<const float> scores, Index count, std::size_t stride, double root_price,
              TreeScratch& scratch)
      : size_(count + 1), s_(scratch) {
    fill(scores, stride, root_price);
    s_.best.assign(size_, 0);
    s_.state.assign(size_, 0);
    s_.active.clear();
    s_.node_of.resize(size_);
    for (Index i = 0; i < size_; ++i) s_.node_of[i] = i;
    for (Index i = 1; i < size_; ++i) s_.active.push_back(i);
    s_.parent.assign(size_, kNone);
    s_.members.clear();
    s_.member_begin.clear();
  }

  // `heads` comes with the best head of each word, which is what is asked for where the root costs nothing.
  void solve_from(std::span<Index> heads) {
    std::copy(heads.begin(), heads.end(), s_.best.begin() + 1);
    merge_cycles(heads);
  }

  void solve(std::span<Index> heads) {
    for (const Index i : s_.active) find_best(i);
    merge_cycles(heads);
  }

 private:
  void merge_cycles(std::span<Index> heads) {
    for (Index at = find_cycle(); at != kNone; at = find_cycle()) merge(at);
    expand(heads);
  }

  // In rows of the dependents, as nearly all is about the heads of one.
  double& weight(Index head, Index dependent) { return s_.weights[std::size_t{dependent} * size_ + head]; }
  TreeScratch::Arc& arc(Index head, Index dependent) {
    return s_.arcs[std::size_t{dependent} * size_ + head];
  }

  // Of row 0 and of a word that is its own head only weights are asked for.
  void fill(std::span<const float> scores, std::size_t stride, double root_price) {
    const std::size_t count = std::size_t{size_} * size_;
    if (s_.weights.size() < count) {
      s_.weights.resize(count);
      s_.arcs.resize(count);
    }
    std::fill_n(s_.weights.begin(), size_, kLowest);
    for (Index dependent = 1; dependent < size_; ++dependent) {
      const float* const from = scores.data() + (dependent - 1) * stride;
      double* const weights = &weight(0, dependent);
      TreeScratch::Arc* const arcs = &arc(0, dependent);
      for (Index head = 0; head < size_; ++head) weights[head] = from[head];
      for (Index head = 0; head < size_; ++head) arcs[head] = {head, dependent};
      weights[0] -= root_price;
      weights[dependent] = kLowest;
    }
  }

  void find_best(Index dependent) {
    Index best = 0;
    for (const Index head : s_.active)
      if (head != dependent && weight(head, dependent) > weight(best, dependent)) best = head;
    s_.best[dependent] = best;
  }

  // A node on a cycle of best arcs, or kNone.
  Index find_cycle() {
    for (const Index i : s_.active) s_.state[i] = kNone;
    for (const Index start : s_.active) {
      Index at = start;
      while (at != 0 && s_.state[at] == kNone) {
        s_.state[at] = start;
        at = s_.best[at];
      }
      if (at != 0 && s_.state[at] == start) return at;
    }
    return kNone;
  }

  void merge(Index first) {
    const auto id = static_cast<Index>(s_.parent.size());
    s_.parent.push_back(kNone);
    s_.member_begin.push_back(static_cast<Index>(s_.members.size()));
    cycle_.clear();
    Index at = first;
    do {
      cycle_.push_back(at);
      s_.parent[s_.node_of[at]] = id;
      s_.members.push_back({s_.node_of[at], arc(s_.best[at], at)});
      at = s_.best[at];
    } while (at != first);
    for (const Index member : cycle_) {
      const double inside = weight(s_.best[member], member);
      for (Index head = 0; head < size_; ++head) weight(head, member) -= inside;
    }
    std::erase_if(s_.active, [&](Index i) { return std::ranges::find(cycle_, i) != cycle_.end(); });
    join_arcs(first, 0);
    for (const Index other : s_.active) join_arcs(first, other);
    s_.active.push_back(first);
    s_.node_of[first] = id;
    for (const Index i : s_.active)
      if (i == first || std::ranges::find(cycle_, s_.best[i]) != cycle_.end()) find_best(i);
  }

  // The best arcs between the cycle and another node become those of its first member.
  void join_arcs(Index first, Index other) {
    for (const Index member : cycle_) {
      if (weight(other, member) > weight(other, first)) {
        weight(other, first) = weight(other, member);
        arc(other, first) = arc(other, member);
      }
      if (weight(member, other) > weight(first, other)) {
        weight(first, other) = weight(member, other);
        arc(first, other) = arc(member, other);
      }
    }
  }

  void expand(std::span<Index> heads) {
    s_.entry.assign(s_.parent.size(), kNone);
    const auto take = [&](Index node, TreeScratch::Arc chosen) {
      heads[chosen.dependent - 1] = chosen.head;
      s_.entry[node] = chosen.dependent;
    };
    for (const Index i : s_.active) take(s_.node_of[i], arc(s_.best[i], i));
    std::size_t end = s_.members.size();
    for (std::size_t merged = s_.member_begin.size(); merged-- > 0;) {
      const auto id = static_cast<Index>(size_ + merged);
      Index entered = s_.entry[id];
      while (s_.parent[entered] != id) entered = s_.parent[entered];
      for (std::size_t i = s_.member_begin[merged]; i < end; ++i) {
        const auto& member = s_.members[i];
        if (member.node == entered)
          s_.entry[member.node] = s_.entry[id];
        else
          take(member.node, member.arc);
      }
      end = s_.member_begin[merged];
    }
  }

  Index size_;
  TreeScratch& s_;
  std::vector<Index> cycle_;
};

}  // namespace

bool is_tree(std::span<const std::uint32_t> heads) {
  if (std::ranges::count(heads, 0U) != 1) return false;
  // Every word reaches the root in at most as many steps as there are words; walks share what they have seen.
  constexpr std::size_t kFew = 256;
  if (heads.size() <= kFew) {
    std::uint16_t seen[kFew] = {};
    for (std::size_t start = 0; start < heads.size(); ++start) {
      std::size_t at = start + 1;
      while (at != 0 && seen[at - 1] == 0) {
        seen[at - 1] = static_cast<std::uint16_t>(start + 1);
        at = heads[at - 1];
      }
      if (at != 0 && seen[at - 1] == start + 1) return false;
    }
    return true;
  }
  for (std::size_t start = 0; start < heads.size(); ++start) {
    std::size_t at = start + 1;
    for (std::size_t steps = 0; at != 0; at = heads[at - 1])
      if (++steps > heads.size()) return false;
  }
  return true;
}

void spanning_tree(std::span<const float> scores, std::size_t count, std::size_t stride,
                   std::span<std::uint32_t> heads, TreeScratch& scratch) {
  if (count == 0 || is_tree(heads.first(count))) return;
  // Most often the best tree of any number of roots has one, and so it is the best of those with one, found
  // without merging nearly all words into one.
  const std::span<std::uint32_t> words = heads.first(count);
  Contraction(scores, static_cast<Index>(count), stride, 0, scratch).solve_from(words);
  if (std::ranges::count(words, 0U) == 1) return;
  Contraction(scores, static_cast<Index>(count), stride, kRootPrice, scratch).solve(words);
}

}  // namespace onus
