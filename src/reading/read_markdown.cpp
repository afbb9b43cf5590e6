#include "reading/readers.h"
namespace onus {
Document read_markdown(std::string text, std::string source) {
  return read_plain_text(std::move(text), std::move(source));
}
}  // namespace onus
