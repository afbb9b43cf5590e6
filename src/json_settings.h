#pragma once

#include <nlohmann/json_fwd.hpp>

#include "linting/lint.h"

namespace onus {

// What an object says of people (`perpetrator`, `survivor`, `child`, `professional`: a name or a list of
// names) and of the `kind` of document, beside what `settings` holds already. Other members, and values of
// another type, are passed over.
Settings with_json_settings(const nlohmann::ordered_json& object, Settings settings);

}  // namespace onus
