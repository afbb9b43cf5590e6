#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/abbreviations.h"
#include "language/analysis.h"
#include "text/code_points.h"

namespace onus {

// Reads one stretch from left to right. A chunk is what lies between two white spaces; most chunks are one
// word and at most one mark.
// For words.cpp and the files beside it only.
class WordReader {
 public:
  WordReader(std::string_view prose, ProseSpan stretch, std::vector<Token>& tokens)
      : text_(prose.substr(0, stretch.end)), begin_(stretch.begin), tokens_(tokens), first_(tokens.size()) {}

  void read() {
    for (Place at = skip_space(begin_); at < size(); at = skip_space(at)) at = read_chunk(at);
  }

 private:
  using Place = std::uint32_t;

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

}  // namespace onus
