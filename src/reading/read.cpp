#include "reading/read.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

#include "reading/docx_package.h"
#include "reading/readers.h"
#include "reading/recognise.h"
#include "reading/unreadable.h"
#include "text/encoding.h"

namespace onus {

namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;

std::string megabytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MB"; }

[[noreturn]] void refuse(FileKind kind) {
  switch (kind) {
    case FileKind::encrypted_office:
      throw Unreadable(
          "is protected with a password; open it in Word, remove the password and save it again");
    case FileKind::outlook:
      throw Unreadable("is a message of Outlook; open it and save it as .eml or as text");
    case FileKind::old_office:
      throw Unreadable("is from an old Office program, but not a Word document; save its text as .docx");
    case FileKind::xml:
      throw Unreadable("is XML of another kind than a report; save it as .docx or as plain text");
    case FileKind::image:
      throw Unreadable("is a picture; give the report as a .docx, .md or .txt file");
    default:
      throw Unreadable("isn't text; give the report as a .docx, .md or .txt file");
  }
}

bool has_words(const Document& document) { return !document.blocks.empty(); }

Document read_text_format(std::string_view bytes, std::string name, FileKind kind, const Limits& limits) {
  if (bytes.find_first_not_of(" \t\r\n\f") == std::string_view::npos) {
    throw Unreadable("is empty; give a file with the text of the report");
  }
  std::optional<Decoded> decoded = decode(bytes);
  if (!decoded || decoded->utf8.find('\0') != std::string::npos) refuse(FileKind::binary);
  const bool markdown = kind == FileKind::text && looks_like_markdown(name, decoded->utf8);
  Document document = kind == FileKind::html ? read_html(std::move(decoded->utf8), std::move(name), limits)
                      : markdown             ? read_markdown(std::move(decoded->utf8), std::move(name))
                                             : read_plain_text(std::move(decoded->utf8), std::move(name));
  document.encoding = decoded->encoding;
  if (decoded->repaired) {
    document.skipped.push_back({"some characters", "they are not valid " + std::string(decoded->encoding) +
                                                       " and stand in the text as U+FFFD"});
  }
  return document;
}

Document read_package(Package& package, std::string name, const Limits& limits) {
  const bool word = package.has("[Content_Types].xml") || package.has("_rels/.rels");
  const bool open_document = package.has("content.xml") && !word;
  return open_document ? read_odt(package, std::move(name), limits)
                       : read_docx(package, std::move(name), limits);
}

Document with_words(Document document) {
  if (has_words(document)) return document;
  if (document.skipped.empty()) throw Unreadable("has no words in it; check that it is the right file");
  throw Unreadable("has no words that can be read, only " + document.skipped.front().what +
                   "; check that it is the right file");
}

Document read_attached(std::string_view bytes, std::string name, const Limits& limits);

Document read_known(std::string_view bytes, FileKind kind, std::string name, const Limits& limits) {
  if (kind == FileKind::zip) {
    Package package(bytes, limits);
    return with_words(read_package(package, std::move(name), limits));
  }
  if (kind == FileKind::flat_odt)
    return with_words(read_flat_odt(std::string(bytes), std::move(name), limits));
  if (kind == FileKind::word97)
    return with_words(read_by_office(bytes, std::move(name), Format::doc, limits));
  if (kind == FileKind::rtf) return with_words(read_by_office(bytes, std::move(name), Format::rtf, limits));
  if (kind == FileKind::pdf) return with_words(read_pdf(bytes, std::move(name), limits));
  if (kind == FileKind::mail)
    return with_words(read_mail(bytes, std::move(name), limits, {read_text_format, read_attached}));
  if (kind != FileKind::text && kind != FileKind::html) refuse(kind);
  if (bytes.size() > limits.file_bytes) {
    throw Unreadable("is larger than " + megabytes(limits.file_bytes) + ", too large for a report; split it");
  }
  return with_words(read_text_format(bytes, std::move(name), kind, limits));
}

// A message in a message is read as text, so that none can hold itself.
Document read_attached(std::string_view bytes, std::string name, const Limits& limits) {
  if (bytes.size() > limits.file_bytes) throw Unreadable("is too large for a report");
  const FileKind kind = recognise(bytes);
  return read_known(bytes, kind == FileKind::mail ? FileKind::text : kind, std::move(name), limits);
}

[[noreturn]] void refuse_path(int error) {
  switch (error) {
    case ENOENT:
    case ENOTDIR:
      throw Unreadable("there is no such file; check the name");
    case EACCES:
    case EPERM:
      throw Unreadable("may not be opened; ask for the right to read it");
    default:
      throw Unreadable("can't be opened: " + std::string(std::strerror(error)));
  }
}

// At most one byte more than `limit`, by which the caller sees that it is too large.
std::string bytes_of(std::FILE* file, std::uint64_t limit) {
  std::string bytes;
  constexpr std::size_t kStep = std::size_t{1} << 18;
  while (bytes.size() <= limit) {
    const std::size_t before = bytes.size();
    bytes.resize(before + kStep);
    const std::size_t got = std::fread(bytes.data() + before, 1, kStep, file);
    bytes.resize(before + got);
    if (got < kStep) break;
  }
  if (std::ferror(file) != 0)
    throw Unreadable("can't be read to its end: " + std::string(std::strerror(errno)));
  return bytes;
}

Document read_path(const std::string& path, const Limits& limits) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) refuse_path(errno);
  if (S_ISDIR(status.st_mode)) throw Unreadable("is a folder; name the files in it, or use `onus scan`");
  const File file(std::fopen(path.c_str(), "rb"), &std::fclose);
  if (!file) refuse_path(errno);
  char magic[4] = {};
  const bool seekable = S_ISREG(status.st_mode);
  if (seekable && std::fread(magic, 1, sizeof magic, file.get()) == sizeof magic &&
      recognise({magic, sizeof magic}) == FileKind::zip) {
    Package package(std::filesystem::path(path), limits);
    return with_words(read_package(package, path, limits));
  }
  if (seekable) std::rewind(file.get());
  const std::string bytes = bytes_of(file.get(), limits.file_bytes);
  return read_known(bytes, recognise(bytes), path, limits);
}

}  // namespace

Reading read_file(const std::string& path, const Limits& limits) {
  try {
    return read_path(path, limits);
  } catch (const Unreadable& why) {
    return Problem{path, why.what()};
  }
}

Reading read_bytes(std::string bytes, std::string name, const Limits& limits) {
  try {
    return read_known(bytes, recognise(bytes), name, limits);
  } catch (const Unreadable& why) {
    return Problem{std::move(name), why.what()};
  }
}

}  // namespace onus
