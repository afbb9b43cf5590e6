#include "serving/uri.h"

#include "serving/request_form.h"
#include "text/percent.h"

namespace onus {

std::optional<std::filesystem::path> file_of(std::string_view uri) {
  constexpr std::string_view kScheme = "file://";
  if (!uri.starts_with(kScheme)) return std::nullopt;
  uri.remove_prefix(kScheme.size());
  constexpr std::string_view kHere = "localhost/";
  if (uri.starts_with(kHere)) uri.remove_prefix(kHere.size() - 1);
  if (!uri.starts_with('/')) return std::nullopt;
  return std::filesystem::path(percent_decoded(uri));
}

std::string uri_of(const std::filesystem::path& file) {
  return "file://" + percent_encoded(std::filesystem::absolute(file).string());
}

}  // namespace onus
