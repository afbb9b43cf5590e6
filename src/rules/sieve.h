#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "rules/matcher.h"
#include "rules/pattern.h"

namespace onus {

// Where in some sentences a pattern may begin, told for all their tokens at once by the words, their order
// and the distance between them. It never misses a match; whether there is one, Matcher::match_at decides.
// Refers to what it is made from.
class Sieve {
 public:
  explicit Sieve(const Matcher&);
  ~Sieve();

  // All that is asked afterwards is about these sentences, given in order. Takes as many of them, from the
  // front, as it can hold at a time, one at least, and says how many; what is done with a pattern is done
  // for all of them together.
  std::size_t enter(std::span<const std::uint32_t> sentences);
  void enter(std::uint32_t sentence) { enter(std::span(&sentence, 1)); }
  // The tokens with which a match may begin, in order. Valid until the next call. `within` has a bit for each
  // of the first 64 sentences: in the others nothing needs to be found.
  std::span<const std::uint32_t> beginnings(const Pattern&, std::uint64_t within = ~std::uint64_t{0});

 private:
  template <std::size_t size>
  class Places;
  static constexpr std::size_t kShort = 64, kLong = 512;  // a place for each token and one for each end

  const Matcher& matcher_;
  std::vector<std::uint32_t> sentences_;   // that were entered
  std::vector<std::uint32_t> token_at_;    // by place; kNone at a sentence's end
  std::vector<std::uint32_t> beginnings_;  // tokens
  std::unique_ptr<Places<kShort>> short_;  // made when they are needed
  std::unique_ptr<Places<kLong>> long_;
};

}  // namespace onus
