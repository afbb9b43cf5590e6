#pragma once

#include <cstdint>
#include <string_view>

namespace onus {

// What the full stop after a word says about the sentence.
enum class Abbreviation : std::uint8_t {
  none,
  before_name,    // Mr., Dr., St.: a name follows; never ends a sentence
  before_number,  // No., para., s., p.: an abbreviation only before a figure
  inside,         // e.g., i.e., approx., vs.: never ends a sentence
  anywhere,       // etc., p.m., Ltd., Jr.: may end one
  month_or_day,   // Jan., Sat.: an abbreviation before a figure, a comma or a lower-case word
};

// `word` without its full stop, as it is written: "Sun" may be a day, "sun" never is.
Abbreviation abbreviation(std::string_view word);

// May the word (as written) be followed by "." and more letters as one token: Ph.D., M.Sc.
bool is_dotted_degree(std::string_view word_with_dots);

// The last part of a domain or of a file's name ("com", "uk", "docx"), in any case.
bool is_extension(std::string_view word);

}  // namespace onus
