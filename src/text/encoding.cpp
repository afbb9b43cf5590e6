#include "text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ustring.h>

namespace onus {

namespace {

std::optional<Decoded> convert(std::string_view bytes, const char* converter, std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  Decoded decoded{std::string(bytes.size() * 3 + 4, '\0'), name, false};
  const int32_t size =
      ucnv_convert("UTF-8", converter, decoded.utf8.data(), static_cast<int32_t>(decoded.utf8.size()),
                   bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) return std::nullopt;
  decoded.utf8.resize(static_cast<std::size_t>(size));
  if (decoded.utf8.starts_with("\xEF\xBB\xBF")) decoded.utf8.erase(0, 3);
  return decoded;
}

bool is_utf8(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  u_strFromUTF8(nullptr, 0, nullptr, bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  return status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status);
}

}  // namespace

std::optional<Decoded> decode(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return convert(bytes.substr(2), "UTF-16LE", "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return convert(bytes.substr(2), "UTF-16BE", "UTF-16BE");
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (is_utf8(bytes)) return Decoded{std::string(bytes), "UTF-8", false};
  return convert(bytes, "windows-1252", "windows-1252");
}

}  // namespace onus
