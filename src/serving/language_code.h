#pragma once

#include <span>
#include <string>
#include <string_view>

namespace onus {

// A language as a client names it. English of any region is read; any other is answered with nothing found,
// as a text with a French paragraph is no fault of the client.
struct LanguageCode {
  std::string name;  // "English (GB)"
  std::string code;  // "en-GB"
  bool english = false;
};

// `preferred` settles "auto": the first English among them (the parameter preferredVariants, a comma list),
// else English. Upper and lower case are the same; "en-" is what some word processors send for English
// without a region. Throws BadRequest for what isn't a language code.
LanguageCode language_from(std::string_view asked, std::string_view preferred);

// Those a client is told of, "en-GB" first.
std::span<const LanguageCode> offered_languages();

}  // namespace onus
