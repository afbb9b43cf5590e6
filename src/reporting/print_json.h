#pragma once

#include <iosfwd>
#include <nlohmann/json_fwd.hpp>

#include "linting/report.h"

namespace onus {

struct JsonOptions {
  bool include_text = false;
};

// The object of the contract, "onus.report/1" (docs/report.schema.json). `start` and `end` count Unicode code
// points of the document's prose.
nlohmann::ordered_json to_json(const Report&, const JsonOptions&);
nlohmann::ordered_json to_json(const DocumentReport&, const JsonOptions&);
void print_json(std::ostream&, const Report&, const JsonOptions&);

}  // namespace onus
