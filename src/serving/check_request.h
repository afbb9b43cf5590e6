#pragma once

#include <set>
#include <string>

#include "serving/annotated_text.h"
#include "serving/language_code.h"
#include "serving/request_form.h"

namespace onus {

// What /v2/check was asked (the HTTP API of LanguageTool, version 2).
struct CheckRequest {
  AnnotatedText text;
  LanguageCode language;
  bool nothing = false;  // one of two requests for the same text, of which the other is answered

  bool enabled_only = false;
  std::set<std::string> enabled_rules;
  std::set<std::string> enabled_categories;
  std::set<std::string> disabled_rules;
  std::set<std::string> disabled_categories;

  bool wants(const std::string& rule, const std::string& category) const;
};

// Throws BadRequest.
CheckRequest check_request_from(const Form&);

}  // namespace onus
