#include "serving/language_code.h"

#include <algorithm>
#include <vector>

#include "serving/bad_request.h"
#include "serving/request_form.h"
#include "text/ascii.h"

namespace onus {
namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_code_mark(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; }

std::string upper_case(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return result;
}

bool is_english(std::string_view code) {
  const std::string lower = in_ascii_lower_case(code);
  return lower == "en" || lower.starts_with("en-") || lower.starts_with("en_");
}

LanguageCode english(std::string_view region) {
  const bool plain = region.size() != 2 || !is_letter(region[0]) || !is_letter(region[1]);
  if (plain) return {"English", "en", true};
  const std::string name = upper_case(region);
  return {"English (" + name + ")", "en-" + name, true};
}

LanguageCode automatic(std::string_view preferred) {
  for (const std::string& code : listed(preferred))
    if (is_english(code))
      return english(std::string_view(code).substr(std::min<std::size_t>(3, code.size())));
  return english("GB");
}

}  // namespace

LanguageCode language_from(std::string_view asked, std::string_view preferred) {
  if (asked.empty() || asked.size() > 40 || !std::all_of(asked.begin(), asked.end(), is_code_mark))
    throw BadRequest(400, "language has to be a language code such as en-GB");
  if (in_ascii_lower_case(asked) == "auto") return automatic(preferred);
  if (is_english(asked)) return english(asked.substr(std::min<std::size_t>(3, asked.size())));
  return {std::string(asked), std::string(asked), false};
}

std::span<const LanguageCode> offered_languages() {
  static const std::vector<LanguageCode> kLanguages = [] {
    std::vector<LanguageCode> list;
    for (const char* region : {"GB", "", "AU", "CA", "IE", "NZ", "US", "ZA"}) list.push_back(english(region));
    return list;
  }();
  return kLanguages;
}

}  // namespace onus
