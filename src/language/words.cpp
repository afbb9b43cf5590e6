#include "language/words.h"

#include "language/links.h"
#include "language/word_lists.h"
#include "language/word_reader.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

WordReader::Place WordReader::skip_space(Place from) const {
  while (from < size()) {
    const auto [value, length] = at(from);
    if (class_of(value) != CharClass::space) break;
    from += length;
  }
  return from;
}

WordReader::Place WordReader::chunk_end(Place from) const {
  while (from < size()) {
    const auto [value, length] = at(from);
    if (class_of(value) == CharClass::space) break;
    from += length;
  }
  return from;
}

WordReader::Place WordReader::word_end(Place from) const {
  while (from < chunk_end_) {
    const auto [value, length] = at(from);
    const auto kind = class_of(value);
    if (kind != CharClass::letter && kind != CharClass::digit) break;
    from += length;
  }
  return from;
}

WordReader::Place WordReader::letters_end(Place from) const {
  while (from < chunk_end_) {
    const auto [value, length] = at(from);
    if (class_of(value) != CharClass::letter) break;
    from += length;
  }
  return from;
}

WordReader::Place WordReader::digits_end(Place from) const {
  while (from < chunk_end_) {
    const auto [value, length] = at(from);
    if (class_of(value) != CharClass::digit) break;
    from += length;
  }
  return from;
}

WordReader::Place WordReader::read_chunk(Place from) {
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

WordReader::Place WordReader::read_part(Place from) {
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

WordReader::Place WordReader::read_word(Place from) {
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

void append_words(std::string_view prose, ProseSpan stretch, std::vector<Token>& tokens) {
  WordReader(prose, stretch, tokens).read();
}

}  // namespace onus
