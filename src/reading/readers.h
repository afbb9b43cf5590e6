#pragma once

#include <string>
#include <string_view>

#include "reading/document.h"
#include "reading/read.h"

namespace onus {

// One function for each format; each throws Unreadable. `text` is valid UTF-8.
Document read_plain_text(std::string text, std::string source);
Document read_markdown(std::string text, std::string source);

// A packed file: its bytes, or with `path` the file itself, which isn't taken into memory as a whole.
Document read_docx(std::string_view bytes, std::string source, const Limits& limits);
Document read_docx_file(const std::string& path, const Limits& limits);

}  // namespace onus
