#include "archive/document_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "text/ascii.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, 17> kDocumentNames{
    ".docx", ".docm", ".dotx",     ".doc",  ".rtf", ".odt",   ".fodt", ".pdf", ".txt",
    ".text", ".md",   ".markdown", ".html", ".htm", ".xhtml", ".eml",  ".msg"};

}  // namespace

NameKind kind_by_name(std::string_view name) {
  // ".git", ".~lock.report.odt#" of LibreOffice, "~$report.docx" of Word.
  if (name.starts_with(".") || name.starts_with("~$")) return NameKind::passed_over;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return NameKind::other;
  const std::string ending = in_ascii_lower_case(name.substr(dot));
  if (ending == ".zip") return NameKind::zip;
  if (ending == ".mbox") return NameKind::mailbox;
  const bool document =
      std::find(kDocumentNames.begin(), kDocumentNames.end(), ending) != kDocumentNames.end();
  return document ? NameKind::document : NameKind::other;
}

}  // namespace onus
