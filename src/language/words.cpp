#include "language/words.h"

#include <array>

#include "language/abbreviations.h"
#include "language/links.h"
#include "language/word_lists.h"
#include "text/boundaries.h"
#include "text/code_points.h"
#include "text/fold.h"

namespace onus {
namespace {

using Place = std::uint32_t;

constexpr Place kLongestPicture = 64;  // bytes of one emoji with all its modifiers; longer ones are two

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

// Reads one stretch from left to right. A chunk is what lies between two white spaces; most chunks are one
// word and at most one mark.
class WordReader {
 public:
  WordReader(std::string_view prose, ProseSpan stretch, std::vector<Token>& tokens)
      : text_(prose.substr(0, stretch.end)), begin_(stretch.begin), tokens_(tokens), first_(tokens.size()) {}

  void read() {
    for (Place at = skip_space(begin_); at < size(); at = skip_space(at)) at = read_chunk(at);
  }

 private:
  Place size() const { return static_cast<Place>(text_.size()); }
  char byte(Place at) const { return at < chunk_end_ ? text_[at] : ' '; }
  std::string_view part(Place from, Place to) const { return text_.substr(from, to - from); }
  CodePoint at(Place place) const { return code_point_at(text_, place); }
  CharClass class_at(Place place) const {
    return place < chunk_end_ ? class_of(at(place).value) : CharClass::space;
  }
  bool is_word_at(Place place) const {
    const auto kind = class_at(place);
    return kind == CharClass::letter || kind == CharClass::digit;
  }

  void emit(Place from, Place to) {
    if (from < to) tokens_.emplace_back().span = {from, to};
  }

  Place skip_space(Place from) const;
  Place chunk_end(Place from) const;
  Place word_end(Place from) const;
  Place letters_end(Place from) const;
  Place digits_end(Place from) const;

  Place read_chunk(Place from);
  void read_parts(Place from, Place to);
  Place read_part(Place from);
  Place read_word(Place from);
  Place read_number(Place from);
  Place read_apostrophe(Place from);
  Place read_mark(Place from);
  Place read_symbol(Place from);
  Place read_unspaced(Place from);

  void emit_word(Place from, Place to);
  bool reads_clitic(Place from, Place apostrophe, Place& end);
  Place after_full_stop(Place from, Place stop);
  Place after_initialism(Place from, Place stop);
  bool keeps_full_stop(Place from, Place stop, Abbreviation kind) const;
  bool keeps_initial(Place from, Place stop) const;
  bool after_title() const;
  bool joins_hyphen(Place from, Place hyphen, Place next) const;
  bool joins_slash(Place from, Place slash) const;
  bool joins_figures(Place from, Place at) const;
  Place next_word(Place after) const;
  std::string_view word_at(Place place) const;
  Place emoticon_end(Place from) const;

  std::string_view text_;
  Place begin_;
  Place chunk_begin_ = 0;
  Place chunk_end_ = 0;
  std::vector<Token>& tokens_;
  std::size_t first_;
};

Place WordReader::skip_space(Place from) const {
  while (from < size()) {
    const auto [value, length] = at(from);
    if (class_of(value) != CharClass::space) break;
    from += length;
  }
  return from;
}

Place WordReader::chunk_end(Place from) const {
  while (from < size()) {
    const auto [value, length] = at(from);
    if (class_of(value) == CharClass::space) break;
    from += length;
  }
  return from;
}

Place WordReader::word_end(Place from) const {
  while (from < chunk_end_) {
    const auto [value, length] = at(from);
    const auto kind = class_of(value);
    if (kind != CharClass::letter && kind != CharClass::digit) break;
    from += length;
  }
  return from;
}

Place WordReader::letters_end(Place from) const {
  while (from < chunk_end_) {
    const auto [value, length] = at(from);
    if (class_of(value) != CharClass::letter) break;
    from += length;
  }
  return from;
}

Place WordReader::digits_end(Place from) const {
  while (from < chunk_end_) {
    const auto [value, length] = at(from);
    if (class_of(value) != CharClass::digit) break;
    from += length;
  }
  return from;
}

Place WordReader::read_chunk(Place from) {
  Place letters = from;
  while (letters < size() && is_ascii_letter(text_[letters])) ++letters;
  if (letters > from && (letters == size() || text_[letters] == ' ')) {
    emit_word(from, letters);
    return letters;
  }
  chunk_begin_ = from;
  chunk_end_ = chunk_end(letters);
  const Place end = chunk_end_;
  if (const auto link = link_in(text_, {from, end}); !link.empty()) {
    read_parts(from, link.begin);
    emit(link.begin, link.end);
    chunk_end_ = end;
    read_parts(link.end, end);
  } else {
    read_parts(from, end);
  }
  return end;
}

void WordReader::read_parts(Place from, Place to) {
  chunk_end_ = to;
  while (from < to) from = read_part(from);
}

Place WordReader::read_part(Place from) {
  switch (class_at(from)) {
    case CharClass::letter:
      return read_word(from);
    case CharClass::digit:
      return read_number(from);
    case CharClass::apostrophe:
      return read_apostrophe(from);
    case CharClass::unspaced:
      return read_unspaced(from);
    case CharClass::symbol:
      return read_symbol(from);
    case CharClass::mark:
    case CharClass::hyphen:
    case CharClass::space:
      break;
  }
  return read_mark(from);
}

void WordReader::emit_word(Place from, Place to) {
  const auto word = part(from, to);
  if (const auto tail = static_cast<Place>(contracted_tail(word))) {
    emit(from, to - tail);
    emit(to - tail, to);
  } else if (word.size() == 5 && lower(word) == "dunno") {
    emit(from, from + 2);
    emit(from + 2, from + 3);
    emit(from + 3, to);
  } else {
    emit(from, to);
  }
}

Place WordReader::read_word(Place from) {
  Place end = word_end(from);
  for (;;) {
    const auto kind = class_at(end);
    if (kind == CharClass::apostrophe) {
      if (Place clitic_end = 0; reads_clitic(from, end, clitic_end)) return clitic_end;
      const Place next = end + at(end).size;
      if (class_at(next) != CharClass::letter) break;
      end = word_end(next);
    } else if (kind == CharClass::hyphen) {
      const Place next = end + at(end).size;
      if (!joins_hyphen(from, end, next)) break;
      end = word_end(next);
    } else if (byte(end) == '.') {
      return after_full_stop(from, end);
    } else if (byte(end) == '/' && joins_slash(from, end)) {
      end = word_end(end + 1);
    } else if (byte(end) == '&' && end - from <= 3 && is_upper(at(from).value) &&
               is_upper(at(end + 1 < chunk_end_ ? end + 1 : end).value) && word_end(end + 1) - end <= 4 &&
               letters_end(end + 1) == word_end(end + 1)) {
      end = word_end(end + 1);
    } else if (byte(end) == '*' && end - from <= 2 && (byte(end + 1) == '*' || is_word_at(end + 1))) {
      while (byte(end) == '*' || is_word_at(end)) end += at(end).size;  // a masked swear word
    } else if (byte(end) == '$' && end - from <= 2 && is_upper(at(from).value) &&
               is_ascii_digit(byte(end + 1))) {
      ++end;  // US$, A$
      break;
    } else {
      break;
    }
  }
  emit_word(from, end);
  return end;
}

// 's, 'll, n't and the rest. A possessive plural's apostrophe alone is left to read_apostrophe.
bool WordReader::reads_clitic(Place from, Place apostrophe, Place& end) {
  const Place next = apostrophe + at(apostrophe).size;
  const Place stop = letters_end(next);
  if (stop != word_end(next)) return false;
  const auto tail = part(next, stop);
  if (tail.empty() || tail.size() > 2) return false;
  const char a = lower_ascii(tail[0]);
  const char b = tail.size() > 1 ? lower_ascii(tail[1]) : '\0';
  const bool whole = (b == '\0' && (a == 's' || a == 'm' || a == 'd')) || (a == 'l' && b == 'l') ||
                     (a == 'r' && b == 'e') || (a == 'v' && b == 'e');
  const bool negated = a == 't' && b == '\0' && lower_ascii(text_[apostrophe - 1]) == 'n';
  if (!whole && !negated) return false;
  const Place cut = negated ? apostrophe - 1 : apostrophe;
  emit(from, cut);
  emit(cut, stop);
  end = stop;
  return true;
}

bool WordReader::joins_hyphen(Place from, Place hyphen, Place next) const {
  if (!is_word_at(next)) return false;
  const Place after = word_end(next);
  return is_bound_prefix(part(from, hyphen)) || is_bound_suffix(part(next, after));
}

bool WordReader::joins_slash(Place from, Place slash) const {
  const auto before = part(from, slash);
  const Place end = word_end(slash + 1);
  const auto after = part(slash + 1, end);
  const bool longer = before.find('/') != std::string_view::npos;  // a further part of a file number
  if ((before.size() > 3 && !longer) || after.empty()) return false;
  const auto joined = lower(part(from, end));
  for (const auto known : {"w/o", "w/out", "s/he", "b/t", "l/c", "i/c", "n/a", "a/c", "c/o", "o/s"})
    if (joined == known) return true;
  return is_upper(at(from).value) && is_ascii_digit(after.front());  // a file number
}

// The word in front of a full stop, and where to go on.
Place WordReader::after_full_stop(Place from, Place stop) {
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
Place WordReader::after_initialism(Place from, Place stop) {
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
Place WordReader::next_word(Place after) const {
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

Place WordReader::read_number(Place from) {
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

Place WordReader::read_apostrophe(Place from) {
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

Place WordReader::emoticon_end(Place from) const {
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

Place WordReader::read_mark(Place from) {
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
Place WordReader::read_symbol(Place from) {
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

Place WordReader::read_unspaced(Place from) {
  Place end = from;
  while (class_at(end) == CharClass::unspaced) end += at(end).size;
  const auto places = word_boundaries(part(from, end));
  for (std::size_t i = 0; i + 1 < places.size(); ++i) emit(from + places[i], from + places[i + 1]);
  return end;
}

}  // namespace

void append_words(std::string_view prose, ProseSpan stretch, std::vector<Token>& tokens) {
  WordReader(prose, stretch, tokens).read();
}

}  // namespace onus
