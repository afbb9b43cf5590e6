#pragma once

#include <string_view>

namespace onus {

// The kinds of file that can be told apart; most only so that their writer can be told what to do.
enum class FileKind {
  text,
  zip,
  encrypted_office,
  word97,
  outlook,
  old_office,
  mail,
  pdf,
  rtf,
  html,
  xml,
  flat_odt,
  image,
  binary
};

// By the first bytes; Markdown is told from other text by `looks_like_markdown`.
FileKind recognise(std::string_view bytes);
// By the name, or by notation that plain text doesn't have.
bool looks_like_markdown(std::string_view name, std::string_view text);

}  // namespace onus
