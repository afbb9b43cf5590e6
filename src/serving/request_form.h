#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace onus {

// The parameters of one request, decoded. Of a name that comes twice, the first counts.
using Form = std::unordered_map<std::string, std::string>;

// "a%20b" as "a b"; an escape that isn't one stays as it is written.
std::string percent_decoded(std::string_view encoded);

// "a=1&b=x+y%21". An escape that isn't one stays as it is written.
Form parse_form(std::string_view encoded);

// A body as clients of the LanguageTool protocol send it, whatever they say of its type. LibreOffice 7.4
// sends "text=…&language=en-GB" with the paragraph as it stands: nothing in it is encoded, so its & = + %
// belong to the text. It is known by having no User-Agent and by a byte that encoding never leaves; then
// everything up to the last "&language=" is the text.
Form parse_body(std::string_view body, bool has_user_agent);

// Query and body together; the query wins.
Form parse_request(std::string_view query, std::string_view body, bool has_user_agent);

// "a, b,,c" as a, b and c.
std::vector<std::string> listed(std::string_view list);
const std::string* find(const Form&, const std::string& name);

}  // namespace onus
