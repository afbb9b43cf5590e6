// libFuzzer target: any bytes as a .docx. Two ways in: the whole file, and, behind a first byte of 'X', the
// XML of the document itself, for which the zip would only be in the way.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "reading/make_docx.h"
#include "reading/read.h"
#include "reading/sound.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace onus;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with('X')) {
    Members members = docx_members("");
    members["word/document.xml"] = bytes.substr(1);
    bytes = make_zip(members);
  }
  const Reading reading = read_bytes(std::move(bytes), "fuzz");
  if (const auto* document = std::get_if<Document>(&reading)) {
    if (const std::string wrong = unsound(*document); !wrong.empty()) {
      std::fprintf(stderr, "unsound: %s\n", wrong.c_str());
      std::abort();
    }
  }
  return 0;
}
