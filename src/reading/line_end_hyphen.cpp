#include "reading/line_end_hyphen.h"

#include <algorithm>
#include <array>

#include "text/ascii.h"

namespace onus {

namespace {

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// First parts that English writes with a hyphen more often than without.
bool begins_compound(std::string_view first) {
  static constexpr std::array<std::string_view, 24> kFirst = {
      "self", "non",   "ex",   "co",   "well", "post", "pre", "anti", "half", "multi", "semi", "cross",
      "long", "short", "full", "part", "high", "low",  "ill", "year", "face", "one",   "two",  "follow"};
  return std::find(kFirst.begin(), kFirst.end(), first) != kFirst.end();
}

}  // namespace

void LineEndHyphens::add_words_of(std::string_view line) {
  std::size_t begin = 0;
  while (begin < line.size()) {
    std::size_t end = begin;
    while (end < line.size() && (is_word_byte(line[end]) || (line[end] == '-' && end > begin))) ++end;
    if (end < line.size() && end > begin) words_.insert(in_ascii_lower_case(line.substr(begin, end - begin)));
    begin = end + 1;
  }
}

bool LineEndHyphens::keeps_hyphen(std::string_view first, std::string_view second) const {
  std::size_t end = 0;
  while (end < second.size() && (is_word_byte(second[end]) || second[end] == '-')) ++end;
  std::size_t begin = first.size();
  while (begin > 0 && (is_word_byte(first[begin - 1]) || first[begin - 1] == '-')) --begin;
  const std::string front = in_ascii_lower_case(first.substr(begin));
  const std::string back = in_ascii_lower_case(second.substr(0, end));
  if (words_.contains(front + back)) return false;
  if (words_.contains(front + "-" + back) || front.find('-') != std::string::npos) return true;
  if (begins_compound(front.substr(front.rfind('-') + 1))) return true;
  constexpr std::size_t kShortest = 3;
  return front.size() >= kShortest && back.size() >= kShortest && words_.contains(front) &&
         words_.contains(back);
}

}  // namespace onus
