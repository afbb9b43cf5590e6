// libFuzzer target: any bytes as HTML.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "reading/make_docx.h"
#include "reading/read.h"
#include "reading/readers.h"
#include "reading/sound.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace onus;
  std::string bytes(reinterpret_cast<const char*>(data), size);
  const Reading reading = read_bytes("<html>" + bytes, "fuzz");
  if (const auto* document = std::get_if<Document>(&reading)) {
    if (const std::string wrong = unsound(*document); !wrong.empty()) {
      std::fprintf(stderr, "unsound: %s\n", wrong.c_str());
      std::abort();
    }
  }
  return 0;
}
