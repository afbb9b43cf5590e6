#include "serving/check_request.h"

#include "serving/bad_request.h"

namespace onus {
namespace {

std::string value(const Form& form, const char* name) {
  const std::string* found = find(form, name);
  return found == nullptr ? "" : *found;
}

std::set<std::string> names(const Form& form, const char* name) {
  const std::vector<std::string> list = listed(value(form, name));
  return {list.begin(), list.end()};
}

bool is_yes(const std::string& word) { return word == "yes" || word == "true"; }

AnnotatedText text_from(const Form& form) {
  const std::string* text = find(form, "text");
  const std::string* data = find(form, "data");
  if ((text == nullptr) == (data == nullptr)) throw BadRequest(400, "one of text and data is needed");
  return text != nullptr ? plain_text(*text) : parse_annotated(*data);
}

// Of an older protocol: answering them as if they weren't there would surprise.
void refuse_old_names(const Form& form) {
  for (const char* old : {"enabled", "disabled", "preferredvariants", "autodetect"})
    if (find(form, old) != nullptr)
      throw BadRequest(400, std::string(old) + " is a parameter of an old protocol");
}

void check_lists(const CheckRequest& request) {
  if (!request.enabled_only) return;
  if (!request.disabled_rules.empty() || !request.disabled_categories.empty())
    throw BadRequest(400, "enabledOnly can't be used with disabled rules or categories");
  if (request.enabled_rules.empty() && request.enabled_categories.empty())
    throw BadRequest(400, "enabledOnly needs enabled rules or categories");
}

}  // namespace

bool CheckRequest::wants(const std::string& rule, const std::string& category) const {
  if (enabled_only) return enabled_rules.contains(rule) || enabled_categories.contains(category);
  if (enabled_rules.contains(rule)) return true;
  return !disabled_rules.contains(rule) && !disabled_categories.contains(category);
}

CheckRequest check_request_from(const Form& form) {
  refuse_old_names(form);
  CheckRequest request;
  request.language = language_from(value(form, "language"), value(form, "preferredVariants"));
  request.text = text_from(form);
  // Some clients send each text twice: once for what is found in single words, which is nothing here, and
  // once for all else.
  request.nothing = value(form, "mode") == "textLevelOnly";
  request.enabled_only = is_yes(value(form, "enabledOnly"));
  request.enabled_rules = names(form, "enabledRules");
  request.enabled_categories = names(form, "enabledCategories");
  request.disabled_rules = names(form, "disabledRules");
  request.disabled_categories = names(form, "disabledCategories");
  check_lists(request);
  return request;
}

}  // namespace onus
