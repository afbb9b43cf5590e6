// Full stops after words: abbreviations, initials, addresses.
#include "language/links.h"
#include "language/word_lists.h"
#include "language/word_reader.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

// The word in front of a full stop, and where to go on.
WordReader::Place WordReader::after_full_stop(Place from, Place stop) {
  const auto word = part(from, stop);
  const auto following = class_at(stop + 1);
  const auto kind = abbreviation(word);
  if (following == CharClass::letter) {
    if (letters_end(from) - from == at(from).size) return after_initialism(from, stop);
    const Place end = dotted_end(text_, {from, chunk_end_});
    if (end > stop && is_dotted_degree(part(from, end))) return after_initialism(from, stop);
    if (end > stop && is_host_or_file(part(from, end))) {
      const Place path = byte(end) == '/' ? link_end(text_, {end, chunk_end_}) : end;
      emit(from, path);
      return path;
    }
    if (kind == Abbreviation::before_name) {
      emit(from, stop + 1);
      return stop + 1;
    }
  } else if (following == CharClass::digit) {
    const bool label = kind == Abbreviation::before_number || kind == Abbreviation::month_or_day ||
                       (word.size() == 1 && is_ascii_letter(word[0]));
    emit(from, label ? stop + 1 : stop);
    return label ? stop + 1 : stop;
  } else if (byte(stop + 1) != '.') {
    const bool keeps =
        word.size() == at(from).size ? keeps_initial(from, stop) : keeps_full_stop(from, stop, kind);
    if (keeps) {
      emit(from, stop + 1);
      return stop + 1;
    }
  }
  emit_word(from, stop);
  return stop;
}

// U.S., D.O.B., e.g., Ph.D.: one-letter parts, or a degree.
WordReader::Place WordReader::after_initialism(Place from, Place stop) {
  Place end = stop;
  bool one_letter = true;
  while (byte(end) == '.' && class_at(end + 1) == CharClass::letter) {
    const Place next = letters_end(end + 1);
    one_letter = one_letter && next - end - 1 == at(end + 1).size;
    if (!one_letter && !is_dotted_degree(part(from, next))) break;
    end = next;
  }
  if (end == stop) {  // J.Smith
    emit(from, stop + 1);
    return stop + 1;
  }
  if (byte(end) != '.') {
    emit(from, end);
    return end;
  }
  const auto folded = lower(part(from, end));
  const auto kind = folded == "e.g" || folded == "i.e" ? Abbreviation::inside : Abbreviation::anywhere;
  if (byte(end + 1) != '.' && keeps_full_stop(from, end, kind)) ++end;
  emit(from, end);
  return end;
}

// The first word after a full stop: past closing marks and white space; the stretch's end where there is
// none.
WordReader::Place WordReader::next_word(Place after) const {
  Place place = after;
  while (place < size()) {
    const auto [value, length] = at(place);
    if (class_of(value) != CharClass::space && !is_closing_mark(value) && !is_opening_mark(value)) break;
    place += length;
  }
  return place;
}

std::string_view WordReader::word_at(Place place) const {
  Place end = place;
  while (end < size() && class_of(at(end).value) == CharClass::letter) end += at(end).size;
  return part(place, end);
}

bool WordReader::keeps_full_stop(Place from, Place stop, Abbreviation kind) const {
  if (byte(stop + 1) == ',' && stop - from <= 5) return true;  // La., lb.,
  if (kind == Abbreviation::none) return false;
  if (const char c = byte(stop + 1); c == ',' || c == ';' || c == ':') return true;
  const Place next = next_word(stop + 1);
  if (next >= size()) return false;
  const auto value = at(next).value;
  const bool figure = class_of(value) == CharClass::digit || value == '#';
  switch (kind) {
    case Abbreviation::before_name:
    case Abbreviation::inside:
      return true;
    case Abbreviation::before_number:
      return figure || (is_upper(value) && word_at(next).size() == 1);  // app. B
    case Abbreviation::month_or_day:
      return figure || is_lower(value) || abbreviation(word_at(next)) == Abbreviation::month_or_day;
    case Abbreviation::anywhere:
      break;
    case Abbreviation::none:
      return false;
  }
  if (!is_upper(value)) return true;
  const auto word = lower(part(from, stop));
  const bool closes = word == "etc" || word == "p.m" || word == "a.m" || word == "hrs" || word == "yrs";
  return !closes && !is_sentence_starter(word_at(next));
}

bool WordReader::after_title() const {
  return tokens_.size() > first_ && is_title(slice(text_, tokens_.back().span));
}

// A single letter before a full stop: the J. of J. Smith, the s. of s. 47, or Ms A at the end of a sentence.
bool WordReader::keeps_initial(Place from, Place stop) const {
  if (const char c = byte(stop + 1); c == ',' || c == ';') return true;
  const Place next = next_word(stop + 1);
  if (next >= size()) return false;
  const auto value = at(next).value;
  if (!is_upper(at(from).value))
    return class_of(value) == CharClass::digit || (text_[from] == 'v' && is_upper(value));
  if (text_[from] == 'I') return false;
  if (is_lower(value)) return !after_title();  // her L. arm
  if (!is_upper(value)) return false;
  return !is_sentence_starter(word_at(next)) ||
         at(next + at(next).size < size() ? next + at(next).size : next).value == '.' ||
         tokens_.size() == first_;
}

}  // namespace onus
