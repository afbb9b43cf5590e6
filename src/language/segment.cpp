#include "language/segment.h"

#include "language/sentences.h"
#include "language/words.h"

namespace onus {
namespace {

using Index = std::uint32_t;

constexpr Index kShortText = 100;  // bytes; what is shorter has no lines to lose

Sentence make_sentence(const std::vector<Token>& tokens, TokenRange range, Index block) {
  return {.span = {tokens[range.begin].span.begin, tokens[range.end - 1].span.end},
          .tokens = range,
          .block = block};
}

// Where to cut a sentence that is too long: after the last semicolon or comma in its second half, else at the
// end.
Index cut_before(std::string_view prose, const std::vector<Token>& tokens, TokenRange range) {
  for (Index i = range.end; i > range.begin + range.size() / 2; --i) {
    const auto text = slice(prose, tokens[i - 1].span);
    if (text == ";" || text == ",") return i;
  }
  return range.end;
}

void append_sentence(std::string_view prose, TokenRange range, Index block, Segments& segments) {
  while (range.size() > kMostTokensInSentence) {
    const Index cut = cut_before(prose, segments.tokens, {range.begin, range.begin + kMostTokensInSentence});
    segments.sentences.push_back(make_sentence(segments.tokens, {range.begin, cut}, block));
    range.begin = cut;
  }
  segments.sentences.push_back(make_sentence(segments.tokens, range, block));
}

// How sentences are told apart in this document.
struct Division {
  const BoundaryModel* model = nullptr;
  bool lines_kept = true;

  std::vector<Index> ends(std::string_view prose, std::span<const Token> tokens) const {
    return model ? sentence_ends(prose, tokens, *model, lines_kept) : sentence_ends(prose, tokens);
  }
};

// A long text that is one block has lost its lines.
bool has_lines(std::string_view prose, std::span<const Block> blocks) {
  return blocks.size() != 1 || blocks[0].span.size() < kShortText ||
         slice(prose, blocks[0].span).find('\n') != std::string_view::npos;
}

void append_stretch(std::string_view prose, ProseSpan stretch, Index block, const Division& division,
                    Segments& segments) {
  const auto begin = static_cast<Index>(segments.tokens.size());
  append_words(prose, stretch, segments.tokens);
  if (segments.tokens.size() == begin) return;
  Index from = begin;
  for (const Index last : division.ends(prose, std::span(segments.tokens).subspan(begin))) {
    append_sentence(prose, {from, begin + last + 1}, block, segments);
    from = begin + last + 1;
  }
}

Segments divide(std::string_view prose, std::span<const Block> blocks, const Division& division) {
  Segments segments;
  segments.tokens.reserve(prose.size() / 5 + 8);
  segments.sentences.reserve(prose.size() / 80 + 8);
  for (Index b = 0; b < blocks.size(); ++b) {
    // An empty line ends a sentence even where a reader has made one block of it.
    auto rest = blocks[b].span;
    for (auto gap = prose.find("\n\n", rest.begin); gap < rest.end; gap = prose.find("\n\n", rest.begin)) {
      append_stretch(prose, {rest.begin, static_cast<Index>(gap)}, b, division, segments);
      rest.begin = static_cast<Index>(gap) + 2;
    }
    if (!rest.empty()) append_stretch(prose, rest, b, division, segments);
  }
  return segments;
}

}  // namespace

Segments segment(std::string_view prose, std::span<const Block> blocks) { return divide(prose, blocks, {}); }

Segments segment(std::string_view prose, std::span<const Block> blocks, const BoundaryModel& model) {
  return divide(prose, blocks, {&model, has_lines(prose, blocks)});
}

}  // namespace onus
