// Figures, marks, pictures and scripts without spaces.
#include <algorithm>
#include <array>
#include <string>

#include "language/word_lists.h"
#include "language/word_reader.h"
#include "text/boundaries.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::uint32_t kLongestPicture =
    64;  // bytes of one emoji with all its modifiers; longer ones are two

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

WordReader::Place WordReader::read_number(Place from) {
  Place end = digits_end(from);
  for (;;) {
    const char c = byte(end);
    const Place next = digits_end(end + 1);
    const Place digits = next > end + 1 ? next - end - 1 : 0;
    const bool joins = digits && (c == '.' || c == ':' || (c == ',' && digits == 3) ||
                                  ((c == '/' || c == '-') && joins_figures(from, end)));
    if (!joins) break;
    end = next;
  }
  if (byte(end) == '.' && end + 1 == chunk_end_ && tokens_.size() == first_ && chunk_end_ < size() &&
      part(from, end).find('.') != std::string_view::npos) {
    emit(from, end + 1);  // 2.1. at the head of a paragraph
    return end + 1;
  }
  const Place letters = letters_end(end);
  if (letters > end) {
    if (letters == word_end(end) && is_unit(part(end, letters))) {
      emit(from, end);
      emit(end, letters);
      return letters;
    }
    end = word_end(end);
    if (const auto kind = class_at(end);
        kind == CharClass::hyphen && joins_hyphen(from, end, end + at(end).size))
      end = word_end(end + at(end).size);
  }
  if (class_at(end) == CharClass::apostrophe) {
    const Place next = end + at(end).size;
    if (text_[end - 1] == '0' && letters_end(next) == next + 1 && byte(next) == 's') {
      emit(from, next + 1);  // the 1960's
      return next + 1;
    }
    if (Place clitic_end = 0; reads_clitic(from, end, clitic_end)) return clitic_end;
  }
  emit(from, end);
  return end;
}

// Figures joined by - or /: dates and telephone numbers are one word, ranges and fractions are three.
bool WordReader::joins_figures(Place from, Place mark) const {
  const char c = text_[mark];
  if (part(from, mark).find(c) != std::string_view::npos) return true;  // the rest of a date
  Place end = mark;
  int groups = 1;
  Place shortest = mark - from, longest = mark - from, total = mark - from;
  while (byte(end) == c && is_ascii_digit(byte(end + 1))) {
    const Place next = digits_end(end + 1);
    const Place length = next - end - 1;
    shortest = std::min(shortest, length);
    longest = std::max(longest, length);
    total += length;
    ++groups;
    end = next;
  }
  const auto before = part(from, mark);
  if (before.find_first_of(".:,") != std::string_view::npos && groups < 3) return false;
  if (groups >= 3) return true;
  if (c == '-') return total >= 7 && shortest != longest && shortest >= 3;
  const int first = before.size() <= 2 ? std::stoi(std::string(before)) : 99;
  const auto second_text = part(mark + 1, end);
  const int second = second_text.size() <= 2 ? std::stoi(std::string(second_text)) : 99;
  if (before == "24" && second == 7) return false;  // all day, every day
  const bool day_month = first <= 31 && second <= 12 && first > 4 && second > 0;
  const bool month_day = first <= 12 && second <= 31 && second > 4 && second_text.size() == 2;
  return (day_month || month_day) && first > 0 && first + 1 != second;
}

WordReader::Place WordReader::read_apostrophe(Place from) {
  const auto [value, length] = at(from);
  Place next = from + length;
  if (next < chunk_end_ && at(next).value == value && value != 0x2018) {  // '' and ``
    emit(from, next + length);
    return next + length;
  }
  if (from > begin_ && from > chunk_begin_) {
    const Place stop = letters_end(next);
    const auto tail = lower(part(next, stop));
    if (tail == "s" || tail == "ll" || tail == "ve" || tail == "re" || tail == "d" || tail == "m") {
      emit(from, stop);
      return stop;
    }
  } else {
    const Place stop = word_end(next);
    const auto tail = lower(part(next, stop));
    const bool year =
        tail.size() >= 2 && is_ascii_digit(tail[0]) && is_ascii_digit(tail[1]) && tail.size() <= 3;
    if (year || tail == "em" || tail == "til" || tail == "cause" || tail == "n" || tail == "s" ||
        tail == "ll") {
      emit(from, stop);
      return stop;
    }
  }
  emit(from, next);
  return next;
}

WordReader::Place WordReader::emoticon_end(Place from) const {
  static constexpr auto kFaces =
      std::to_array<std::string_view>({":-)", ":-(", ";-)", ":'(", ":-D", ":-P", ":-/", ":)", ":(",  ";)",
                                       ":D",  ":P",  ":p",  ":/",  "=)",  "=(",  "=D",  "<3", "^_^", "(:"});
  for (const auto face : kFaces)
    if (part(from, chunk_end_).starts_with(face)) {
      const Place end = from + static_cast<Place>(face.size());
      if (!is_word_at(end) && byte(end) != '/') return end;
    }
  return from;
}

WordReader::Place WordReader::read_mark(Place from) {
  const auto [value, length] = at(from);
  Place end = from + length;
  const char c = text_[from];
  if (from == chunk_begin_ || !is_word_at(from - 1)) {
    if (const Place face = emoticon_end(from); face > from) {
      emit(from, face);
      return face;
    }
  }
  if (part(from, chunk_end_).starts_with("[...]"))
    end = from + 5;
  else if (c == '.' && is_ascii_digit(byte(end)) && (from == chunk_begin_ || text_[from - 1] == '$'))
    return emit(from, digits_end(end)), digits_end(end);
  else if (c == '.' || c == '!' || c == '?' || value == 0x2026) {
    while (end < chunk_end_ &&
           (byte(end) == '.' || byte(end) == '!' || byte(end) == '?' || at(end).value == 0x2026))
      end += at(end).size;
  } else if ((c == '#' || c == '@') && from == chunk_begin_ && class_at(end) == CharClass::letter) {
    end = word_end(end);
  } else if (c == '-' || c == '*' || c == '#' || value == 0x2014 || value == 0x2013) {
    while (end < chunk_end_ && at(end).value == value) end += length;
  }
  emit(from, end);
  return end;
}

// Currency and mathematics one by one (runs of one ASCII symbol together), pictures with all that modifies
// them.
WordReader::Place WordReader::read_symbol(Place from) {
  const auto [value, length] = at(from);
  Place end = from + length;
  if (const Place face = emoticon_end(from); face > from) {
    emit(from, face);
    return face;
  }
  if (value == '+' && from == chunk_begin_ && is_ascii_digit(byte(end))) {
    while (is_ascii_digit(byte(end)) || (byte(end) == '-' && is_ascii_digit(byte(end + 1)))) ++end;
  } else if (value < 128) {
    while (value != '$' && end < chunk_end_ && at(end).value == value) ++end;
  } else if (end < chunk_end_ && static_cast<unsigned char>(text_[end]) >= 0x80) {
    Place limit = std::min<Place>(chunk_end_, from + kLongestPicture);
    while (limit < chunk_end_ && (static_cast<unsigned char>(text_[limit]) & 0xC0) == 0x80) --limit;
    const auto run = part(from, limit);
    const auto places = grapheme_boundaries(run);
    end = from + places[1];
  }
  emit(from, end);
  return end;
}

WordReader::Place WordReader::read_unspaced(Place from) {
  Place end = from;
  while (class_at(end) == CharClass::unspaced) end += at(end).size;
  const auto places = word_boundaries(part(from, end));
  for (std::size_t i = 0; i + 1 < places.size(); ++i) emit(from + places[i], from + places[i + 1]);
  return end;
}

}  // namespace onus
