#pragma once

#include <chrono>
#include <nlohmann/json_fwd.hpp>

#include "linting/lint.h"

namespace onus {

// What an editor may set, in `initializationOptions` or the section "onus" of its configuration: the names of
// the people under the names of the options (a string or a list), "kind", and "delay".
struct EditorSettings {
  Declarations people;
  std::optional<DocumentKind> kind;
  // How long after the last keystroke a text is read.
  std::chrono::milliseconds delay{0};
};

// Never throws: what has the wrong form isn't set. The settings may lie in a member "onus".
EditorSettings editor_settings_from(const nlohmann::json& value);

// `settings` with what the editor sets added; its kind wins.
Settings with_editor(Settings settings, const EditorSettings&);

}  // namespace onus
