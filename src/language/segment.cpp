#include "language/segment.h"

#include "language/sentences.h"
#include "language/words.h"
#include "text/fold.h"

namespace onus {
namespace {

using Index = std::uint32_t;

constexpr Index kShortText = 60;  // bytes; what is shorter has no lines to lose

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

// Does a list item begin here: a bullet, or a number or letter with ) or a full stop, and a space?
bool begins_item(std::string_view line) {
  for (const std::string_view bullet : {"• ", "•\t", "▪ ", "● ", "◦ ", "‣ ", "· ", "- ", "– ", "* "})
    if (line.starts_with(bullet)) return true;
  const auto end = line.find_first_not_of("0123456789");
  const auto label =
      end == 0 && !line.empty() && lower_ascii(line[0]) >= 'a' && lower_ascii(line[0]) <= 'e' ? 1 : end;
  return label != 0 && label < 3 && label + 1 < line.size() && (line[label] == ')' || line[label] == '.') &&
         line[label + 1] == ' ';
}

// A block's text is read in stretches that no sentence crosses: an empty line and the beginning of a list
// item end one even where a reader has made one block of it.
Index end_of_stretch(std::string_view prose, ProseSpan rest) {
  const auto text = slice(prose, rest);
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const auto line = text.substr(at + 1);
    if (at > 0 && (line.starts_with('\n') || begins_item(line)))
      return rest.begin + static_cast<Index>(at) + 1;
  }
  return rest.end;
}

Segments divide(std::string_view prose, std::span<const Block> blocks, const Division& division) {
  Segments segments;
  segments.tokens.reserve(prose.size() / 5 + 8);
  segments.sentences.reserve(prose.size() / 80 + 8);
  for (Index b = 0; b < blocks.size(); ++b) {
    auto rest = blocks[b].span;
    while (!rest.empty()) {
      const Index end = end_of_stretch(prose, rest);
      append_stretch(prose, {rest.begin, end}, b, division, segments);
      rest.begin = end;
    }
  }
  return segments;
}

}  // namespace

Segments segment(std::string_view prose, std::span<const Block> blocks) { return divide(prose, blocks, {}); }

Segments segment(std::string_view prose, std::span<const Block> blocks, const BoundaryModel& model) {
  return divide(prose, blocks, {&model, has_lines(prose, blocks)});
}

}  // namespace onus
