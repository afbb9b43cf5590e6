#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "reading/docx_package.h"
#include "reading/readers.h"
#include "reading/sandbox.h"
#include "reading/unreadable.h"

namespace onus {

namespace {

constexpr const char* kOffice = "/usr/lib/libreoffice/program/soffice.bin";

// LibreOffice writes the file into its own /tmp, where nobody else sees it; only standard output leaves.
SandboxedProgram converter(std::string_view bytes, std::string_view ending) {
  const std::string input = "/tmp/report." + std::string(ending);
  SandboxedProgram program;
  // With a new profile it ends at once with 81, which asks to be started again.
  const std::string script =
      "run() { " + std::string(kOffice) +
      " -env:UserInstallation=file:///tmp/profile --headless --norestore --nolockcheck "
      "--convert-to docx --outdir /tmp/out " +
      input + " >/dev/null </dev/null; }; run; [ $? != 81 ] || run; cat /tmp/out/report.docx";
  program.command = {"/bin/sh", "-c", script};
  program.input = bytes;
  program.input_file = input;
  program.time = std::chrono::seconds(20);
  program.processor_seconds = 8;
  program.memory_bytes = std::uint64_t{208} << 20;  // some 85 MB of its own code come on top
  program.temporary_bytes = std::uint64_t{128} << 20;
  program.processes = 256;
  return program;
}

// A file that none of its filters takes is read by LibreOffice as plain text, in whatever encoding it
// guesses.
bool was_taken_for_text(std::string_view prose) {
  static constexpr std::array<std::string_view, 3> kSignatures = {"{\\rtf", "\u00D0\u00CF", "\uD0CF\u11E0"};
  return std::any_of(kSignatures.begin(), kSignatures.end(),
                     [&](std::string_view each) { return prose.starts_with(each); });
}

}  // namespace

Document read_by_office(std::string_view bytes, std::string source, Format format, const Limits& limits) {
  const std::string name = format == Format::rtf ? "is in Rich Text Format" : "is in the format of Word 97";
  if (access(kOffice, X_OK) != 0)
    throw Unreadable(name +
                     ", and reading it needs LibreOffice; install the Debian package libreoffice-writer, "
                     "or save the report as .docx");
  const SandboxResult result = run_in_sandbox(converter(bytes, format == Format::rtf ? "rtf" : "doc"));
  switch (result.ending) {
    case Ending::done:
      break;
    case Ending::too_slow:
    case Ending::too_much:
      throw Unreadable(name + " and takes LibreOffice too long to read; open it and save it as .docx");
    case Ending::no_sandbox:
      throw Unreadable(name +
                       ", and the sandbox for reading it (bubblewrap) doesn't start here; install the Debian "
                       "package bubblewrap and allow user namespaces, or save the report as .docx");
    default:
      throw Unreadable(name + ", but LibreOffice can't read it; open it in Word and save it as .docx");
  }
  Package package(std::string_view(result.output), limits);
  Document document = read_docx(package, std::move(source), limits);
  if (was_taken_for_text(document.prose))
    throw Unreadable(name +
                     ", but is damaged; open it in Word, let it repair the file, and save it as .docx");
  document.format = format;
  // The places are those in what LibreOffice made of the file, so nothing can be written there.
  for (Origin& origin : document.origins) origin.copied = false;
  for (std::string& part : document.parts) part = "converted: " + part;
  return document;
}

}  // namespace onus
