#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "language/analysis.h"

namespace onus {

// Takes numbers one after another, to tell two sentences of one run apart. Each step is one to one in what
// went before, so nothing is lost on the way. Never 0. Not the same on every machine: hash_of() is
// (language/feature_hash.h).
class SentenceHash {
 public:
  void add(std::uint64_t number) {
    state_ = (state_ ^ number) * 0x9E3779B97F4A7C15U;
    state_ ^= state_ >> 29;
  }
  void add(std::string_view text) { add(std::hash<std::string_view>{}(text)); }
  // Small values, a byte each; at most eight.
  template <class... Small>
  void add_small(Small... values) {
    static_assert(sizeof...(values) <= 8);
    std::uint64_t bits = 0;
    ((bits = bits << 8 | static_cast<std::uint8_t>(values)), ...);
    add(bits);
  }
  // A word with its tags and its place in the tree; `first` is the token that the sentence begins with.
  void add_token(const Analysis& analysis, std::string_view form, std::uint32_t token, std::uint32_t first) {
    const Token& word = analysis.tokens[token];
    const Features& is = word.features;
    add(form);
    add(analysis.lemma(token));
    add_small(word.upos, word.xpos, word.deprel, is.number, is.person, is.tense, is.verb_form);
    add_small(is.grammatical_case, is.possessive, is.passive, is.negative);
    add(word.head - first);
  }
  std::uint64_t value() const { return state_ == 0 ? 1 : state_; }

 private:
  std::uint64_t state_ = 0x243F6A8885A308D3U;
};

}  // namespace onus
