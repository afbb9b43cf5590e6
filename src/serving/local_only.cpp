#include "serving/local_only.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 6> kAddOnSchemes{
    "chrome-extension", "moz-extension", "safari-web-extension", "app", "capacitor", "vscode-webview"};

bool is_port(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool ends_or_port(std::string_view rest) {
  return rest.empty() || (rest.starts_with(':') && is_port(rest.substr(1)));
}

}  // namespace

bool is_loopback(std::string_view address) {
  const std::string text(address);
  in_addr four{};
  if (inet_pton(AF_INET, text.c_str(), &four) == 1) return ntohl(four.s_addr) >> 24U == 127;
  return text == "localhost" || text == "::1";
}

bool is_local_host(std::string_view host_header) {
  const std::string host = in_ascii_lower_case(host_header);
  const std::string_view view = host;
  if (view.starts_with("[::1]")) return ends_or_port(view.substr(5));
  const std::size_t colon = std::min(view.find(':'), view.size());
  return is_loopback(view.substr(0, colon)) && ends_or_port(view.substr(colon));
}

bool is_trusted_origin(std::string_view origin_header) {
  const std::string origin = in_ascii_lower_case(origin_header);
  const std::size_t colon = origin.find("://");
  if (colon == std::string::npos) return false;
  const std::string scheme = origin.substr(0, colon);
  if (scheme == "http" || scheme == "https") return is_local_host(origin.substr(colon + 3));
  return std::find(kAddOnSchemes.begin(), kAddOnSchemes.end(), scheme) != kAddOnSchemes.end();
}

}  // namespace onus
