#include "language/boundary_features.h"

#include <algorithm>

#include "language/abbreviations.h"
#include "language/titles.h"
#include "language/word_lists.h"
#include "text/code_points.h"
#include "text/fold.h"

namespace onus {
namespace {

using enum TokenShape;

constexpr std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  std::uint32_t h = a * 0x9E3779B1u ^ (b + 0x85EBCA6Bu + (a << 6) + (a >> 2));
  h ^= h >> 15;
  h *= 0x2C1B3C6Du;
  return h ^ h >> 12;
}

template <class... Rest>
constexpr std::uint32_t mix(std::uint32_t a, std::uint32_t b, Rest... rest) {
  return mix(mix(a, b), static_cast<std::uint32_t>(rest)...);
}

constexpr std::uint32_t hash_of(std::string_view bytes, bool fold_case) {
  std::uint32_t h = 2166136261u;
  for (const char c : bytes) h = (h ^ static_cast<unsigned char>(fold_case ? lower_ascii(c) : c)) * 16777619u;
  return h;
}

constexpr bool is_ascii_small(char c) { return c >= 'a' && c <= 'z'; }

TokenShape shape_of_word(std::string_view word, CodePoint first) {
  if (word.find('@') != std::string_view::npos || word.find("://") != std::string_view::npos ||
      word.starts_with("www."))
    return address;
  if (!is_upper(first.value)) return small;
  if (word.size() == first.size) return letter;
  return std::any_of(word.begin(), word.end(), is_ascii_small) ? capital : capitals;
}

TokenShape shape_of_mark(std::string_view word, char32_t first) {
  switch (first) {
    case '.':
      return word.size() == 1 ? full_stop : word[1] == '.' ? ellipsis : question;
    case '?':
    case '!':
      return question;
    case 0x2026:
      return ellipsis;
    case ',':
      return comma;
    case ':':
      return word.size() == 1 ? colon : other;
    case ';':
      return word.size() == 1 ? semicolon : other;
    case '-':
    case 0x2010:
    case 0x2013:
    case 0x2014:
      return dash;
    case '(':
    case '[':
    case '{':
    case 0x201C:
    case 0x00AB:
      return opening;
    case ')':
    case ']':
    case '}':
    case 0x201D:
    case 0x00BB:
      return closing;
    case '"':
      return quote;
    case '\'':
    case 0x2018:
    case 0x2019:
    case '`':
      return apostrophe;
    default:
      return other;
  }
}

TokenShape shape_of(std::string_view word) {
  const auto first = code_point_at(word, 0);
  const auto has_letter = [](char c) { return is_ascii_small(lower_ascii(c)); };
  switch (class_of(first.value)) {
    case CharClass::digit:
      return std::any_of(word.begin(), word.end(), has_letter) ? mixed : figure;
    case CharClass::letter:
    case CharClass::unspaced:
      return shape_of_word(word, first);
    default:
      return shape_of_mark(word, first.value);
  }
}

constexpr std::uint32_t bucket(std::uint32_t n) {
  return n < 6 ? n : n < 10 ? 6 : n < 16 ? 7 : n < 30 ? 8 : 9;
}

constexpr std::uint32_t kNoWord = 77;

constexpr bool is_end_mark(TokenShape shape) { return shape >= full_stop && shape <= ellipsis; }

}  // namespace

std::uint32_t lower_case_hash(std::string_view word) { return hash_of(word, true); }

BoundaryReader::Look BoundaryReader::look_at(std::string_view word) {
  Look look;
  look.shape = shape_of(word);
  look.letters4 = word.size() > 3;
  if (look.shape <= letter && word.size() > 1 && word.back() == '.') {
    const auto kind = abbreviation(word.substr(0, word.size() - 1));
    look.bound = kind == Abbreviation::before_name || kind == Abbreviation::before_number ||
                 kind == Abbreviation::inside || kind == Abbreviation::month_or_day || word == "e.g." ||
                 word == "i.e.";
  }
  return look;
}

BoundaryReader::BoundaryReader(std::string_view prose, std::span<const Token> tokens, const WordCases& cases,
                               bool lines_kept)
    : prose_(prose), tokens_(tokens), cases_(&cases), lines_kept_(lines_kept) {
  looks_.reserve(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    looks_.push_back(look_at(slice(prose, tokens[i].span)));
    looks_.back().spaced = i + 1 == tokens.size() || tokens[i].span.end < tokens[i + 1].span.begin;
  }
}

std::uint32_t BoundaryReader::shape_at(std::int64_t i) const {
  const bool inside = i >= 0 && i < static_cast<std::int64_t>(looks_.size());
  return static_cast<std::uint32_t>(inside ? looks_[static_cast<std::size_t>(i)].shape : other);
}

BoundaryReader::Hashes BoundaryReader::hashes_at(std::int64_t i) const {
  if (i < 0 || i >= static_cast<std::int64_t>(looks_.size())) return {kNoWord, kNoWord, kNoWord};
  const auto word = word_at(static_cast<std::uint32_t>(i));
  const auto ending = word.substr(word.size() > 3 ? word.size() - 3 : 0);
  return {hash_of(word, true), hash_of(word, false) + 7, hash_of(ending, true) ^ 0x1234567u};
}

void BoundaryReader::advance(std::uint32_t i) {
  const Look& look = looks_[i];
  if (look.shape == small) ++small_words_;
  if (look.shape == opening) ++open_brackets_;
  if (look.shape == closing && open_brackets_) --open_brackets_;
  if (look.shape == quote) ++quotes_;
}

void BoundaryReader::end_sentence(std::uint32_t i) {
  begin_ = i + 1;
  small_words_ = open_brackets_ = quotes_ = 0;
}

bool BoundaryReader::is_candidate(std::uint32_t i) const {
  if (i + 1 >= size()) return false;
  const Look& here = looks_[i];
  if (here.bound || (!here.spaced && !is_end_mark(here.shape))) return false;
  if (lines_kept_) return is_end_mark(here.shape) || closes_end_mark(i);
  if (runs_into_title(i)) return false;
  return looks_[i + 1].shape != small || here.shape >= address;
}

bool BoundaryReader::ends_with_reference(std::uint32_t i) const {
  if (i + 1 >= size() || !looks_[i].spaced || looks_[i + 1].shape == small) return false;
  std::string_view before = prose_.substr(0, tokens_[i].span.end);
  if (!before.ends_with(']')) return false;
  before.remove_suffix(1);
  const std::size_t with_number = before.size();
  while (!before.empty() && before.back() >= '0' && before.back() <= '9') before.remove_suffix(1);
  if (before.size() == with_number) return false;
  if (before.ends_with('^')) before.remove_suffix(1);
  return before.ends_with(".[") || before.ends_with("?[");
}

// "The worker observed Ms Petrenko": a title right after a small word on the same line begins nothing.
bool BoundaryReader::runs_into_title(std::uint32_t i) const {
  if (looks_[i].shape != small || !is_title(word_at(i + 1))) return false;
  const std::uint32_t end = tokens_[i].span.end;
  return prose_.substr(end, tokens_[i + 1].span.begin - end).find('\n') == std::string_view::npos;
}

// A closing quotation mark or bracket, or several, after the mark that ends a sentence.
bool BoundaryReader::closes_end_mark(std::uint32_t i) const {
  while (i > begin_ && looks_[i].shape >= closing && looks_[i].shape <= apostrophe) --i;
  return is_end_mark(looks_[i].shape);
}

bool BoundaryReader::all_capitalised(std::uint32_t i) const {
  for (std::uint32_t k = begin_; k <= i && k < begin_ + 12; ++k)
    if (looks_[k].shape == small && looks_[k].letters4) return false;
  return true;
}

std::uint32_t BoundaryReader::distance_to_end(std::uint32_t i) const {
  std::uint32_t distance = 0;
  for (; distance < 20 && i + 2 + distance < size(); ++distance) {
    if (is_end_mark(looks_[i + 2 + distance].shape)) break;
  }
  return distance;
}

std::uint32_t BoundaryReader::small_words_after(std::uint32_t i) const {
  std::uint32_t count = 0;
  for (std::uint32_t k = i + 2; k < i + 8 && k < size(); ++k) count += looks_[k].shape == small;
  return count;
}

void BoundaryReader::describe(std::uint32_t i, BoundaryFeatures& features) const {
  const auto gap = static_cast<std::int64_t>(i);
  const Hashes before = hashes_at(gap), before2 = hashes_at(gap - 1);
  const Hashes after = hashes_at(gap + 1), after2 = hashes_at(gap + 2), first = hashes_at(begin_);
  const std::uint32_t B = shape_at(gap), A = shape_at(gap + 1), A2 = shape_at(gap + 2),
                      A3 = shape_at(gap + 3);
  const std::uint32_t B2 = shape_at(gap - 1), B3 = shape_at(gap - 2), BA = B * 32 + A;
  const std::uint32_t length = bucket(i + 1 - begin_), small_so_far = std::min(small_words_, 4u);
  const std::uint32_t distance = bucket(distance_to_end(i)), small_ahead = small_words_after(i);
  const std::uint32_t nesting = (quotes_ & 1) * 2 + (open_brackets_ > 0);
  const bool capitalised = all_capitalised(i), starter = is_sentence_starter(word_at(i + 1));

  std::uint32_t kind = 0;
  features.size = 0;
  const auto add = [&](auto... parts) {
    features.hashes[features.size++] = mix(++kind, static_cast<std::uint32_t>(parts)...);
  };
  add(0);
  add(BA, looks_[i].spaced);
  add(BA, A2);
  add(BA, A2, B2);
  add(BA, B2);
  add(B, after.lower);
  add(BA, after.lower);
  add(A, before.lower);
  add(before.exact, after.exact);
  add(before.lower, after.lower);
  add(BA, before2.lower);
  add(after.lower, after2.lower);
  add(BA, after.lower, A2);
  add(BA, after2.lower);
  add(BA, before.ending);
  add(BA, after.ending);
  add(BA, before2.ending);
  add(BA, length);
  add(BA, small_so_far);
  add(BA, length, small_so_far);
  add(BA, distance);
  add(BA, distance, length);
  add(BA, nesting);
  add(B, nesting, after.lower);
  add(BA, first.lower);
  add(BA, shape_at(begin_), length);
  add(BA, B2, B3, A2, A3);
  add(BA, small_so_far == 0, starter, A2);
  add(A, before.exact, A2);
  add(BA, A2, A3);
  add(A, before2.lower, before.lower);
  add(BA, hashes_at(0).exact == after.exact, first.exact == after.exact);
  add(BA, capitalised, length);
  add(BA, small_ahead, std::min(small_so_far, 2u));
  add(BA, capitalised, starter, small_ahead > 2);
  add(B, after.lower, small_ahead > 1);
  add(B, first.lower, begin_ == 0);
  add(BA, nesting, A2);
  const auto case_of = [&](const Hashes& hashes) {
    return static_cast<std::uint32_t>(cases_->of(hashes.lower));
  };
  const std::uint32_t cases = case_of(before) * 4 + case_of(after), case2 = case_of(after2);
  add(BA, case_of(after));
  add(BA, cases);
  add(BA, cases, A2, case2);
  add(BA, cases, B2, case_of(before2));
  add(BA, cases, length);
  add(BA, cases, capitalised, small_ahead > 2);
  add(BA, case_of(after), before.lower);
  add(BA, case_of(before), after.lower);
  add(BA, case_of(first), shape_at(begin_), cases);
}

}  // namespace onus
