#include "language/sentences.h"

#include <optional>

#include "language/word_lists.h"
#include "text/code_points.h"

namespace onus {
namespace {

enum class Mark { none, full_stop, question, ellipsis };

class SentenceFinder {
 public:
  SentenceFinder(std::string_view prose, std::span<const Token> tokens) : prose_(prose), tokens_(tokens) {}

  std::vector<std::uint32_t> find() {
    std::vector<std::uint32_t> ends;
    const auto count = static_cast<std::uint32_t>(tokens_.size());
    for (std::uint32_t i = 0; i < count; ++i) {
      const auto end = end_at(i);
      if (!end) continue;
      ends.push_back(*end);
      begin_ = *end + 1;
      i = *end;
    }
    if (count && (ends.empty() || ends.back() + 1 != count)) ends.push_back(count - 1);
    return ends;
  }

 private:
  std::string_view text(std::uint32_t i) const { return slice(prose_, tokens_[i].span); }
  bool spaced_after(std::uint32_t i) const {
    return i + 1 == tokens_.size() || tokens_[i].span.end < tokens_[i + 1].span.begin;
  }
  char32_t first(std::uint32_t i) const { return code_point_at(prose_, tokens_[i].span.begin).value; }

  Mark mark_at(std::uint32_t i) const {
    const auto word = text(i);
    const char c = word.front();
    if (c == '?' || c == '!') return Mark::question;
    if (c == '.') {
      if (word.size() == 1) return Mark::full_stop;
      if (word.find_first_of("?!") != std::string_view::npos) return Mark::question;
      return word[1] == '.' ? Mark::ellipsis : Mark::none;
    }
    return word == "…" ? Mark::ellipsis : Mark::none;
  }

  // The last of the closing marks that stand directly after token i.
  std::uint32_t past_closing(std::uint32_t i) const {
    while (i + 1 < tokens_.size() && !spaced_after(i) && text(i + 1).size() <= 3 &&
           is_closing_mark(first(i + 1)))
      ++i;
    return i;
  }

  // A mark that ends a sentence at token i: the index of the sentence's last token.
  std::optional<std::uint32_t> end_at(std::uint32_t i) const {
    const auto mark = mark_at(i);
    if (mark == Mark::none || is_label(i)) return std::nullopt;
    const auto last = past_closing(i);
    if (last + 1 == tokens_.size()) return last;
    auto next = last + 1;
    while (next + 1 < tokens_.size() && is_opening_mark(first(next))) ++next;
    const auto value = first(next);
    if (!spaced_after(last))
      return is_upper(value) && class_of(value) == CharClass::letter && mark != Mark::ellipsis
                 ? std::optional(last)
                 : std::nullopt;
    if (is_lower(value) && (last > i || mark == Mark::ellipsis)) return std::nullopt;
    if (mark == Mark::ellipsis && !is_upper(value)) return std::nullopt;
    return last;
  }

  // "1." or "a." at the head of a sentence numbers it.
  bool is_label(std::uint32_t i) const {
    if (i != begin_ + 1 || spaced_after(begin_)) return false;
    const auto word = text(begin_);
    return word.size() <= 3 && (class_of(first(begin_)) == CharClass::digit || word.size() == 1);
  }

  std::string_view prose_;
  std::span<const Token> tokens_;
  std::uint32_t begin_ = 0;
};

}  // namespace

std::vector<std::uint32_t> sentence_ends(std::string_view prose, std::span<const Token> tokens) {
  return SentenceFinder(prose, tokens).find();
}

std::vector<std::uint32_t> sentence_ends(std::string_view prose, std::span<const Token> tokens,
                                         const BoundaryModel& model, bool lines_kept) {
  std::vector<std::uint32_t> ends;
  BoundaryReader reader(prose, tokens, model.cases(), lines_kept);
  BoundaryFeatures features;
  for (std::uint32_t i = 0; i + 1 < reader.size(); ++i) {
    reader.advance(i);
    if (!reader.ends_with_reference(i)) {
      if (!reader.is_candidate(i)) continue;
      reader.describe(i, features);
      if (model.score(features) <= model.threshold()) continue;
    }
    ends.push_back(i);
    reader.end_sentence(i);
  }
  if (reader.size()) ends.push_back(reader.size() - 1);
  return ends;
}

}  // namespace onus
