#include "serving/request_form.h"

#include <algorithm>

namespace onus {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The byte that an escape at `place` stands for, or -1.
int escaped(std::string_view text, std::size_t place) {
  if (text[place] != '%' || place + 2 >= text.size()) return -1;
  const int high = hex_value(text[place + 1]);
  const int low = hex_value(text[place + 2]);
  return high < 0 || low < 0 ? -1 : 16 * high + low;
}

std::string decode(std::string_view encoded, bool plus_is_space) {
  std::string text;
  text.reserve(encoded.size());
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    if (const int byte = escaped(encoded, i); byte >= 0) {
      text += static_cast<char>(byte);
      i += 2;
    } else {
      text += plus_is_space && encoded[i] == '+' ? ' ' : encoded[i];
    }
  }
  return text;
}

constexpr std::string_view kText = "text=";
constexpr std::string_view kLanguage = "&language=";

// Encoding leaves letters, digits, "-._~*", "+" for a space, escapes, and the & and = of the form itself.
bool is_raw(std::string_view body) {
  for (std::size_t i = 0; i < body.size(); ++i) {
    const auto byte = static_cast<unsigned char>(body[i]);
    if (byte <= ' ' || byte == '"' || byte >= 0x7F) return true;
    if (byte == '%' && escaped(body, i) < 0) return true;
  }
  return false;
}

void add_field(Form& form, std::string_view field) {
  if (field.empty()) return;
  const std::size_t equals = field.find('=');
  std::string value = equals == std::string_view::npos ? "" : decode(field.substr(equals + 1), true);
  form.emplace(decode(field.substr(0, equals), true), std::move(value));
}

}  // namespace

std::string percent_decoded(std::string_view encoded) { return decode(encoded, false); }

Form parse_form(std::string_view encoded) {
  Form form;
  while (!encoded.empty()) {
    const std::size_t end = std::min(encoded.find('&'), encoded.size());
    add_field(form, encoded.substr(0, end));
    encoded.remove_prefix(std::min(end + 1, encoded.size()));
  }
  return form;
}

Form parse_body(std::string_view body, bool has_user_agent) {
  const std::size_t language = body.rfind(kLanguage);
  if (has_user_agent || !body.starts_with(kText) || language == std::string_view::npos || !is_raw(body))
    return parse_form(body);
  Form form = parse_form(body.substr(language + 1));
  form["text"] = body.substr(kText.size(), language - kText.size());
  return form;
}

Form parse_request(std::string_view query, std::string_view body, bool has_user_agent) {
  Form form = parse_form(query);
  form.merge(parse_body(body, has_user_agent));
  return form;
}

std::vector<std::string> listed(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(','), list.size());
    std::string_view item = list.substr(0, end);
    while (item.starts_with(' ')) item.remove_prefix(1);
    while (item.ends_with(' ')) item.remove_suffix(1);
    if (!item.empty()) items.emplace_back(item);
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return items;
}

const std::string* find(const Form& form, const std::string& name) {
  const auto found = form.find(name);
  return found == form.end() ? nullptr : &found->second;
}

}  // namespace onus
