#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "linting/report.h"
#include "text/line_index.h"

namespace onus {

// Where words stand, in what people and programs outside count in. Makes its indexes once for a document.
class Places {
 public:
  explicit Places(const DocumentReport&);  // which has to outlive it

  // Line and column of both ends in the file; nullopt for formats that aren't lines of text.
  struct Lines {
    LineColumn begin;
    LineColumn end;
  };
  std::optional<Lines> lines(ProseSpan) const;
  std::uint32_t code_point(std::uint32_t place) const { return prose_.code_point(place); }
  std::uint32_t page(const Finding&) const;  // 0 where unknown
  // "5. Analysis, page 3", "line 12": what there is, for a reader.
  std::string told(const Finding&) const;

 private:
  const DocumentReport& report_;
  LineIndex prose_;
  LineIndex source_;
};

}  // namespace onus
