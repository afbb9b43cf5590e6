#pragma once

#include <string>
#include <string_view>

#include "reading/document.h"
#include "reading/read.h"
#include "reading/recognise.h"

namespace onus {

class Package;

// One function for each format; each throws Unreadable. `text` is valid UTF-8.
Document read_plain_text(std::string text, std::string source);
Document read_markdown(std::string text, std::string source);
Document read_html(std::string text, std::string source, const Limits& limits);

// What a zip holds, .docx or .odt.
Document read_docx(Package& package, std::string source, const Limits& limits);
Document read_odt(Package& package, std::string source, const Limits& limits);
// OpenDocument in one XML file.
Document read_flat_odt(std::string bytes, std::string source, const Limits& limits);

// Through pdftotext in a sandbox. Every page is a part; the text of a part is what pdftotext says is on it.
Document read_pdf(std::string_view bytes, std::string source, const Limits& limits);
// The second half of it: what `pdftotext -bbox-layout` writes.
Document read_pdf_words(std::string_view xhtml, std::string source);

// .doc and .rtf, through LibreOffice in a sandbox, which makes a .docx of them.
Document read_by_office(std::string_view bytes, std::string source, Format format, const Limits& limits);

// How a message reads its text and its attachments.
struct ReadNested {
  Document (*text)(std::string_view bytes, std::string name, FileKind kind, const Limits& limits);
  Document (*any)(std::string_view bytes, std::string name, const Limits& limits);
};
// A message with its attachments, one behind another. Each is a part; the places are those in what it decodes
// to.
Document read_mail(std::string_view bytes, std::string source, const Limits& limits,
                   const ReadNested& nested);

}  // namespace onus
