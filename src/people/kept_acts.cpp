#include "people/kept_acts.h"

#include <algorithm>

#include "language/sentence_hash.h"

namespace onus {
namespace {

// Lists of acts may run on behind the end of a sentence, and look at what stands before it.
constexpr std::uint32_t kBefore = 1, kBehind = 8;  // tokens

// What is known of somebody, a bit each.
std::uint64_t known_of(const Person& person) {
  std::uint64_t bits = (person.name == "the writer" ? 1U : 0U) + (person.parent ? 2U : 0U);
  for (const RoleClaim& claim : person.roles) bits |= 4ULL << static_cast<unsigned>(claim.role);
  return bits << 8 | static_cast<std::uint64_t>(person.role()) << 4 |
         static_cast<std::uint64_t>(person.basis());
}

class Keys {
 public:
  explicit Keys(const PeopledText& text) : text_(text) {}

  std::uint64_t of(const Sentence& sentence) {
    const auto end = static_cast<std::uint32_t>(text_.analysis.tokens.size());
    const TokenRange range{sentence.tokens.begin - std::min(kBefore, sentence.tokens.begin),
                           std::min(sentence.tokens.end + kBehind, end)};
    SentenceHash hash;
    hash.add(sentence.tokens.size());
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      hash.add_token(text_.analysis, text_.form(t), t, sentence.tokens.begin);
    add_mentions(hash, range, sentence.tokens.begin);
    return hash.value();
  }

 private:
  void add_mentions(SentenceHash& hash, TokenRange range, std::uint32_t first) {
    met_.clear();
    const std::vector<Mention>& all = text_.cast.mentions;
    auto mention = std::ranges::lower_bound(all, range.begin, {}, &Mention::head);
    for (; mention != all.end() && mention->head < range.end; ++mention) {
      hash.add(mention->tokens.begin - first);
      hash.add(mention->tokens.end - first);
      hash.add(mention->head - first);
      hash.add_small(mention->kind, mention->said, mention->plural,
                     text_.cast.at(mention->head) == &*mention);
      for (const std::uint32_t person : mention->people) {
        hash.add(place_of(person));
        hash.add(known_of(text_.cast.people[person]));
      }
    }
  }

  // The same number for the same person within a sentence.
  std::uint64_t place_of(std::uint32_t person) {
    const auto place = std::ranges::find(met_, person);
    const auto number = static_cast<std::uint64_t>(place - met_.begin());
    if (place == met_.end()) met_.push_back(person);
    return number;
  }

  const PeopledText& text_;
  std::vector<std::uint32_t> met_;
};

}  // namespace

std::vector<std::uint64_t> act_keys(const PeopledText& text) {
  Keys keys(text);
  std::vector<std::uint64_t> out;
  out.reserve(text.analysis.sentences.size());
  for (const Sentence& sentence : text.analysis.sentences) out.push_back(keys.of(sentence));
  return out;
}

}  // namespace onus
