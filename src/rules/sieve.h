#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "rules/matcher.h"
#include "rules/pattern.h"

namespace onus {

// Where in a sentence a pattern may begin, told for all its tokens at once by the words, their order and the
// distance between them. It never misses a match; whether there is one, Matcher::match_at decides. Refers to
// what it is made from.
class Sieve {
 public:
  explicit Sieve(const Matcher&);
  ~Sieve();

  // All that is asked afterwards is about this sentence.
  void enter(std::uint32_t sentence);
  // The tokens with which a match may begin, in order. Valid until the next call.
  std::span<const std::uint32_t> beginnings(const Pattern&);

 private:
  template <std::size_t size>
  class Places;
  static constexpr std::size_t kShort = 64, kLong = 448;  // a place for each token and one for the end

  bool is_short() const { return tokens_.size() < kShort; }
  bool is_long() const { return tokens_.size() < kLong; }

  const Matcher& matcher_;
  std::uint32_t sentence_ = kNone;
  TokenRange tokens_;
  std::vector<std::uint32_t> beginnings_;
  std::unique_ptr<Places<kShort>> short_;  // nearly all sentences
  std::unique_ptr<Places<kLong>> long_;    // made for the first long one
};

}  // namespace onus
