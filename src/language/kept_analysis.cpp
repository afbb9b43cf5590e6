#include "language/kept_analysis.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "language/kept_parses.h"

namespace onus {
namespace {

// One state of the text.
struct State {
  std::string_view prose;
  std::span<const Block> blocks;
  std::string_view text(std::size_t block) const { return slice(prose, blocks[block].span); }
};

// How many blocks at the beginning and at the end are the same in both.
struct Same {
  std::size_t first = 0;
  std::size_t last = 0;
};

// A block by itself would be taken for the whole of a document, so never just one differs.
Same never_one(Same same, std::size_t blocks) {
  if (blocks - same.first - same.last != 1) return same;
  if (same.first > 0) return {same.first - 1, same.last};
  return {0, same.last - 1};
}

Same same_blocks(const State& now, const State& before) {
  const std::size_t most = std::min(now.blocks.size(), before.blocks.size());
  const std::uint32_t moved = now.blocks.back().span.end - before.blocks.back().span.end;
  const auto alike = [&](std::size_t here, std::size_t there, std::uint32_t by) {
    return now.blocks[here].span.begin == before.blocks[there].span.begin + by &&
           now.text(here) == before.text(there);
  };
  Same same;
  while (same.first < most && alike(same.first, same.first, 0)) ++same.first;
  while (same.last < most - same.first &&
         alike(now.blocks.size() - 1 - same.last, before.blocks.size() - 1 - same.last, moved))
    ++same.last;
  return never_one(same, now.blocks.size());
}

std::size_t first_sentence_from(const Analysis& analysis, std::size_t block) {
  const auto found = std::partition_point(analysis.sentences.begin(), analysis.sentences.end(),
                                          [&](const Sentence& each) { return each.block < block; });
  return static_cast<std::size_t>(found - analysis.sentences.begin());
}

std::uint32_t first_token_of(const Analysis& analysis, std::size_t sentence) {
  return sentence < analysis.sentences.size() ? analysis.sentences[sentence].tokens.begin
                                              : static_cast<std::uint32_t>(analysis.tokens.size());
}

// By how much places change; sums wrap round as they should for what moves to the front.
struct Moved {
  std::uint32_t bytes = 0;
  std::uint32_t tokens = 0;
  std::uint32_t blocks = 0;
};

ProseSpan moved(ProseSpan span, std::uint32_t by) { return {span.begin + by, span.end + by}; }

void append(Analysis& to, const Analysis& from, std::size_t first, std::size_t last, Moved by) {
  const std::uint32_t begin = first_token_of(from, first);
  const std::uint32_t end = first_token_of(from, last);
  for (std::uint32_t t = begin; t < end; ++t) {
    Token& token = to.tokens.emplace_back(from.tokens[t]);
    token.span = moved(token.span, by.bytes);
    token.head += by.tokens;
  }
  for (std::size_t s = first; s < last; ++s) {
    Sentence& sentence = to.sentences.emplace_back(from.sentences[s]);
    sentence.span = moved(sentence.span, by.bytes);
    sentence.tokens = {sentence.tokens.begin + by.tokens, sentence.tokens.end + by.tokens};
    sentence.block += by.blocks;
  }
}

// Gives the tokens the places of their lemmas in `lemmas`, which takes up those that it has not.
void use_lemmas(Analysis& analysis, std::vector<std::string>& lemmas) {
  std::unordered_map<std::string_view, std::uint32_t> places;
  places.reserve(lemmas.size());
  for (std::uint32_t i = 0; i < lemmas.size(); ++i) places.emplace(lemmas[i], i);
  std::vector<std::string> fresh;
  std::vector<std::uint32_t> place_of;
  for (std::string& lemma : analysis.lemmas) {
    const auto known = places.find(lemma);
    const std::size_t next = lemmas.size() + fresh.size();
    place_of.push_back(known == places.end() ? static_cast<std::uint32_t>(next) : known->second);
    if (known == places.end()) fresh.push_back(std::move(lemma));
  }
  for (Token& token : analysis.tokens) token.lemma = place_of[token.lemma];
  lemmas.insert(lemmas.end(), std::make_move_iterator(fresh.begin()), std::make_move_iterator(fresh.end()));
}

// How sentences are told apart depends on whether the document is more than one block; and lemmas of words
// that are gone are kept, which may not go on for ever.
bool can_keep(const State& now, const State& old, const Analysis& before) {
  return now.blocks.size() > 1 && old.blocks.size() > 1 && before.lemmas.size() <= before.tokens.size();
}

}  // namespace

Analysis analyse_again(const English& english, std::string_view prose, std::span<const Block> blocks,
                       const Analysis& before, std::string_view prose_before,
                       std::span<const Block> blocks_before) {
  const State now{prose, blocks};
  const State old{prose_before, blocks_before};
  const Same same = can_keep(now, old, before) ? same_blocks(now, old) : Same{};
  const std::size_t changed = blocks.size() - same.first - same.last;
  Analysis fresh = english.analyse(prose, blocks.subspan(same.first, changed));
  keep_parses(fresh, prose, before, prose_before);
  if (same.first + same.last == 0) return fresh;
  Analysis analysis;
  analysis.lemmas = before.lemmas;
  use_lemmas(fresh, analysis.lemmas);
  analysis.tokens.reserve(before.tokens.size() + fresh.tokens.size());
  analysis.sentences.reserve(before.sentences.size() + fresh.sentences.size());
  append(analysis, before, 0, first_sentence_from(before, same.first), {});
  const Moved into{0, static_cast<std::uint32_t>(analysis.tokens.size()),
                   static_cast<std::uint32_t>(same.first)};
  append(analysis, fresh, 0, fresh.sentences.size(), into);
  const std::size_t rest = first_sentence_from(before, blocks_before.size() - same.last);
  const auto tokens = static_cast<std::uint32_t>(analysis.tokens.size());
  const Moved back{blocks.back().span.end - blocks_before.back().span.end,
                   tokens - first_token_of(before, rest),
                   static_cast<std::uint32_t>(blocks.size() - blocks_before.size())};
  append(analysis, before, rest, before.sentences.size(), back);
  return analysis;
}

}  // namespace onus
