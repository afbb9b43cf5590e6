#include "reading/recognise.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "reading/mime.h"
#include "text/ascii.h"

namespace onus {

namespace {

using namespace std::string_view_literals;

struct Magic {
  std::string_view bytes;
  FileKind kind;
};

constexpr std::array kMagic = {
    Magic{"PK\3\4"sv, FileKind::zip},
    Magic{"PK\5\6"sv, FileKind::zip},
    Magic{"%PDF"sv, FileKind::pdf},
    Magic{"{\\rtf"sv, FileKind::rtf},
    Magic{"\xFF\xD8\xFF"sv, FileKind::image},
    Magic{"\x89PNG"sv, FileKind::image},
    Magic{"GIF8"sv, FileKind::image},
    Magic{"II*\0"sv, FileKind::image},
    Magic{"MM\0*"sv, FileKind::image},
    Magic{"\0\0\0\x18"
          "ftyphei"sv,
          FileKind::image},
    Magic{"\x7F"
          "ELF"sv,
          FileKind::binary},
    Magic{"MZ\x90\0"sv, FileKind::binary},
    Magic{"\x1F\x8B"sv, FileKind::binary},
    Magic{"7z\xBC\xAF"sv, FileKind::binary},
    Magic{"Rar!"sv, FileKind::binary},
    Magic{"SQLite format 3"sv, FileKind::binary},
};

constexpr std::string_view kOle = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::string utf16le(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide.append({c, '\0'});
  return wide;
}

// By the names of the streams. [MS-CFB]
FileKind kind_of_ole(std::string_view bytes) {
  const auto has = [&](std::string_view stream) {
    return bytes.find(utf16le(stream)) != std::string_view::npos;
  };
  if (has("EncryptedPackage")) return FileKind::encrypted_office;
  if (has("__properties_version1.0")) return FileKind::outlook;
  return has("WordDocument") ? FileKind::word97 : FileKind::old_office;
}

// Comments, declarations and white space may stand before the first element.
FileKind kind_of_markup(std::string_view bytes) {
  constexpr std::size_t kSample = 4096;
  std::string start = in_ascii_lower_case(bytes.substr(0, kSample));
  start.erase(std::remove(start.begin(), start.end(), '\0'), start.end());  // UTF-16
  std::string_view rest = start;
  bool xml = false;
  while (true) {
    const std::size_t first = rest.find_first_not_of(" \t\r\n\xEF\xBB\xBF\xFE\xFF");
    if (first == std::string_view::npos) return FileKind::text;
    rest.remove_prefix(first);
    if (rest.starts_with("<!doctype html") || rest.starts_with("<html") || rest.starts_with("<head") ||
        rest.starts_with("<body") || rest.starts_with("<div") || rest.starts_with("<p>") ||
        rest.starts_with("<table") || rest.starts_with("<meta"))
      return FileKind::html;
    const bool comment = rest.starts_with("<!--");
    const bool declaration = rest.starts_with("<?xml");
    if (!comment && !declaration) return xml ? FileKind::xml : FileKind::text;
    xml = xml || declaration;
    const std::string_view end = comment ? "-->" : ">";
    const std::size_t close = rest.find(end);
    if (close == std::string_view::npos) return xml ? FileKind::xml : FileKind::text;
    rest.remove_prefix(close + end.size());
  }
}

bool is_flat_odt(std::string_view start) {
  return start.find("<office:document") != std::string_view::npos &&
         start.find("urn:oasis:names:tc:opendocument:xmlns:office:1.0") != std::string_view::npos;
}

bool is_atx_heading(std::string_view line) {
  const std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
  return marks >= 1 && marks <= 6 && line.substr(marks).starts_with(' ') && line.size() > marks + 2 &&
         std::isalnum(static_cast<unsigned char>(line[marks + 1])) != 0;
}

bool has_paired_stars(std::string_view line) {
  const std::size_t open = line.find("**");
  return open != std::string_view::npos && open + 2 < line.size() && line[open + 2] != '*' &&
         line[open + 2] != ' ' && line.find("**", open + 2) != std::string_view::npos;
}

}  // namespace

FileKind recognise(std::string_view bytes) {
  if (bytes.starts_with(kOle)) return kind_of_ole(bytes);
  for (const Magic& magic : kMagic) {
    if (bytes.starts_with(magic.bytes)) return magic.kind;
  }
  if (is_flat_odt(bytes.substr(0, 4096))) return FileKind::flat_odt;
  if (looks_like_mail(bytes)) return FileKind::mail;
  return kind_of_markup(bytes);
}

bool looks_like_markdown(std::string_view name, std::string_view text) {
  const std::string folded = in_ascii_lower_case(name);
  if (folded.ends_with(".md") || folded.ends_with(".markdown")) return true;
  int headings = 0;
  int others = 0;
  constexpr std::size_t kSample = 64 * 1024;
  text = text.substr(0, kSample);
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    headings += is_atx_heading(line) ? 1 : 0;
    others += has_paired_stars(line) || line.find("](") != std::string_view::npos ? 1 : 0;
  }
  return headings >= 2 || (headings == 1 && others > 0);
}

}  // namespace onus
