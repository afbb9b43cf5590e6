#include "reading/text_lines.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/fold.h"

namespace onus {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_letter(char c) { return is_upper(c) || is_lower(c); }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::size_t first_word(std::string_view line) { return std::min(line.find_first_of(" \t"), line.size()); }

std::size_t word_count(std::string_view line) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : line) {
    if (!is_blank(c) && !in_word) ++words;
    in_word = !is_blank(c);
  }
  return words;
}

// "Date of birth: 12 March", "Present: …": a short label that begins with a capital, a colon and a space.
bool is_labelled(std::string_view line) {
  constexpr std::size_t kLongestLabel = 40;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > kLongestLabel || !is_upper(line[0]))
    return false;
  if (colon + 1 < line.size() && !is_blank(line[colon + 1])) return false;
  return word_count(line.substr(0, colon)) <= 5;
}

bool has_inner_colon(std::string_view line) { return line.find(": ") != std::string_view::npos; }

std::size_t blanks_at(std::string_view line, std::size_t place) {
  std::size_t end = place;
  while (end < line.size() && is_blank(line[end])) ++end;
  return end - place;
}

// The size of "5", "5.1" or "12.3.4" at the beginning, and how many numbers there are.
struct Numbering {
  std::size_t size = 0;
  std::uint8_t depth = 0;
};

Numbering numbering_of(std::string_view line) {
  Numbering numbering;
  std::size_t place = 0;
  while (place < line.size() && is_digit(line[place]) && numbering.depth < 6) {
    const std::size_t begin = place;
    while (place < line.size() && is_digit(line[place])) ++place;
    if (place - begin > 3) return {};
    numbering = {place, static_cast<std::uint8_t>(numbering.depth + 1)};
    if (place + 1 >= line.size() || line[place] != '.' || !is_digit(line[place + 1])) break;
    ++place;
  }
  return numbering;
}

constexpr std::array<std::string_view, 64> kSectionWords = {
    "analysis",     "summary",       "background",  "introduction", "assessment",     "plan",
    "views",        "wishes",        "family",      "history",      "recommendation", "recommendations",
    "conclusion",   "conclusions",   "chronology",  "risk",         "risks",          "strengths",
    "concerns",     "impact",        "needs",       "parenting",    "capacity",       "health",
    "education",    "contact",       "safety",      "actions",      "attendance",     "discussion",
    "apologies",    "referral",      "incident",    "incidents",    "decision",       "decisions",
    "outcome",      "outcomes",      "purpose",     "sources",      "information",    "circumstances",
    "relationship", "relationships", "development", "findings",     "evidence",       "statement",
    "overview",     "composition",   "environment", "factors",      "review",         "progress",
    "observations", "interventions", "services",    "involvement",  "household",      "report",
    "conference",   "minutes",       "details",     "allegations"};

bool names_a_section(std::string_view line) {
  std::string word;
  for (std::size_t place = 0; place <= line.size(); ++place) {
    if (place < line.size() && is_letter(line[place])) {
      word += lower_ascii(line[place]);
    } else {
      if (std::find(kSectionWords.begin(), kSectionWords.end(), word) != kSectionWords.end()) return true;
      word.clear();
    }
  }
  return false;
}

bool ends_like_a_sentence(std::string_view line) {
  return std::string_view(".,;!?").find(line.back()) != std::string_view::npos;
}

}  // namespace

std::vector<TextLine> lines_of(std::string_view text, std::size_t from) {
  std::vector<TextLine> lines;
  std::size_t start = from;
  while (start < text.size()) {
    const std::size_t stop = std::min(text.find_first_of("\n\r\f", start), text.size());
    std::size_t next = std::min(stop + 1, text.size());
    if (stop < text.size() && text[stop] == '\r' && next < text.size() && text[next] == '\n') ++next;
    std::size_t begin = start;
    std::size_t end = stop;
    while (begin < end && is_blank(text[begin])) ++begin;
    while (end > begin && is_blank(text[end - 1])) --end;
    lines.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(begin),
                     static_cast<std::uint32_t>(end), static_cast<std::uint32_t>(next)});
    start = next;
  }
  return lines;
}

std::size_t front_matter_size(std::string_view text) {
  const std::vector<TextLine> lines = lines_of(text.substr(0, std::min<std::size_t>(text.size(), 64 * 1024)));
  const auto words = [&](const TextLine& line) { return text.substr(line.start, line.end - line.start); };
  if (lines.size() < 2 || words(lines[0]) != "---" || lines[1].blank()) return 0;
  for (std::size_t i = 1; i < lines.size(); ++i) {
    if (words(lines[i]) == "---" || words(lines[i]) == "...") return lines[i].next;
  }
  return 0;
}

LineBreak line_break(std::string_view line, std::string_view next, std::size_t width) {
  constexpr std::size_t kNarrowest = 60;
  if (line.empty() || next.empty()) return LineBreak::hard;
  const std::size_t letter = next.find_first_not_of("*_`\"'([");
  if (letter != std::string_view::npos && is_lower(next[letter])) return LineBreak::soft;
  if (is_labelled(next) && (is_labelled(line) || ends_like_a_sentence(line))) return LineBreak::hard;
  return line.size() + 1 + first_word(next) > std::max(width, kNarrowest) ? LineBreak::soft : LineBreak::hard;
}

bool is_number_marker(std::string_view line) {
  const Numbering numbering = numbering_of(line);
  return numbering.size > 0 && numbering.size < line.size() && list_marker(line) > 0;
}

std::size_t list_marker(std::string_view line) {
  static constexpr std::array<std::string_view, 7> kBullets = {"-", "*", "•", "–", "·", "▪", "◦"};
  for (const std::string_view bullet : kBullets) {
    if (!line.starts_with(bullet)) continue;
    const std::size_t blanks = blanks_at(line, bullet.size());
    if (blanks > 0 && bullet.size() + blanks < line.size()) return bullet.size() + blanks;
  }
  std::size_t place = line.starts_with('(') ? 1 : 0;
  const bool bracketed = place == 1;
  std::size_t size = numbering_of(line.substr(place)).size;
  const bool lettered = size == 0;
  if (lettered) {
    // (a), b), (iv)
    while (place + size < line.size() && size < 4 && is_lower(line[place + size])) ++size;
    const bool roman = line.substr(place, size).find_first_not_of("ivx") == std::string_view::npos;
    if (size == 0 || (size > 1 && !roman)) return 0;
  }
  place += size;
  if (place >= line.size()) return 0;
  const bool closed = line[place] == ')' || (line[place] == '.' && !bracketed && !lettered);
  const bool deep = !lettered && !bracketed && line.substr(0, place).find('.') != std::string_view::npos;
  if (closed) ++place;
  if (!closed && !deep) return 0;
  const std::size_t blanks = blanks_at(line, place);
  return blanks > 0 && place + blanks < line.size() ? place + blanks : 0;
}

bool is_all_capitals(std::string_view line) {
  constexpr std::size_t kLongest = 80;
  const auto capitals = std::count_if(line.begin(), line.end(), is_upper);
  return line.size() <= kLongest && capitals >= 4 && std::none_of(line.begin(), line.end(), is_lower) &&
         !ends_like_a_sentence(line) && !has_inner_colon(line) && line.find('|') == std::string_view::npos;
}

std::uint8_t heading_level(std::string_view line, bool numbered_list) {
  constexpr std::size_t kLongest = 70;
  if (line.empty() || line.size() > kLongest || ends_like_a_sentence(line) || has_inner_colon(line)) return 0;
  const Numbering numbering = numbering_of(line);
  const std::size_t marker = numbering.size > 0 ? list_marker(line) : 0;
  if (marker > 0) {
    const std::string_view words = line.substr(marker);
    const bool short_enough = word_count(words) <= 8;
    const bool shallow_list = numbered_list && numbering.depth == 1 && !is_all_capitals(words);
    return short_enough && is_upper(words[0]) && !shallow_list ? numbering.depth : 0;
  }
  if (is_all_capitals(line)) return 1;
  if (!is_upper(line[0]) || word_count(line) > 6 || line.ends_with(':')) return 0;
  return names_a_section(line) ? 2 : 0;
}

std::uint8_t underline_level(std::string_view line) {
  if (line.size() < 3) return 0;
  const char mark = line[0];
  if (std::string_view("=-~_*").find(mark) == std::string_view::npos) return 0;
  if (line.find_first_not_of(mark) != std::string_view::npos) return 0;
  return mark == '=' ? 1 : 2;
}

bool reads_like_a_heading(std::string_view line) {
  constexpr std::size_t kLongest = 80;
  if (line.empty() || line.size() > kLongest || line.find_first_of("\n\t|") != std::string_view::npos)
    return false;
  if (ends_like_a_sentence(line) || has_inner_colon(line)) return false;
  return (is_upper(line[0]) || is_digit(line[0])) && std::count_if(line.begin(), line.end(), is_letter) >= 3;
}

std::uint8_t heading_by_looks(std::string_view line, bool bold, bool others_styled) {
  if (!reads_like_a_heading(line)) return 0;
  const bool capitals = is_all_capitals(line);
  if (!bold && !capitals) return 0;
  if (is_number_marker(line)) return std::max<std::uint8_t>(heading_level(line, false), 1);
  if (others_styled) return kUnstyledHeading;
  return capitals ? 1 : 2;
}

}  // namespace onus
