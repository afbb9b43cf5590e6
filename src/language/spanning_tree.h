#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace onus {

// Reusable memory of spanning_tree, so that a thread allocates only while its longest hard sentence grows.
struct TreeScratch {
  struct Arc {
    std::uint32_t head, dependent;
  };
  // A node of the shrinking graph that has become part of a merged one, and its best arc inside it.
  struct Member {
    std::uint32_t node;
    Arc arc;
  };
  std::vector<double> weights;  // (count + 1)², of head and dependent
  std::vector<Arc> arcs;        // the original arc behind each weight
  std::vector<std::uint32_t> best, active, node_of, state, parent, entry, member_begin;
  std::vector<Member> members;
};

// Turns the best head of every word into the heads of the best tree with exactly one root.
// `scores` holds a row for each of `count` words, `stride` floats apart: first the score of being the root,
// then the score of each word as its head (its own is not looked at). `heads` comes with the best head of
// each word: 0 for the root and 1 + the index of the head for the others. In most sentences these are the
// tree already. Where they aren't, the maximum spanning arborescence is found (Chu & Liu 1965, Edmonds 1967)
// with roots made so dear that one is taken; cubic in the worst case, so callers cut long sentences.
void spanning_tree(std::span<const float> scores, std::size_t count, std::size_t stride,
                   std::span<std::uint32_t> heads, TreeScratch& scratch);

// Whether `heads` (as above) are a tree with exactly one root.
bool is_tree(std::span<const std::uint32_t> heads);

}  // namespace onus
