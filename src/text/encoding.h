#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace onus {

// A file's text as valid UTF-8 without a byte order mark, and how it was written.
struct Decoded {
  std::string utf8;
  std::string_view encoding;  // "UTF-8", "UTF-16LE", "UTF-16BE" or "windows-1252"
  bool repaired = false;      // some bytes meant nothing in that encoding; each stands as U+FFFD
};

// Recognises UTF-8 and UTF-16 with or without a byte order mark; what is neither is taken for Windows-1252,
// the only other encoding that reports in English come in. Text that is UTF-8 but for a few damaged bytes
// stays so. nullopt where the bytes aren't text: they hold NULs or many other control characters. Linear
// time; under 2 GiB.
std::optional<Decoded> decode(std::string_view bytes);

}  // namespace onus
