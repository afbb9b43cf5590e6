#pragma once

#include <nlohmann/json_fwd.hpp>

#include "serving/editor_places.h"

namespace onus {

// What an editor says in `initialize` that it can do; what it doesn't say, it can't.
struct ClientAbilities {
  PositionEncoding encoding = PositionEncoding::utf16;
  bool pulls = false;               // asks for diagnostics itself; the others are sent them
  bool refreshes = false;           // may be told to ask again
  bool takes_versions = false;      // of what is sent
  bool links_codes = false;         // Diagnostic.codeDescription
  bool takes_actions = false;       // code actions as such, not only as commands
  bool changes_documents = false;   // edits with versions
  bool reads_markdown = false;      // in a hover
  bool has_configuration = false;   // answers workspace/configuration
  bool registers_settings = false;  // workspace/didChangeConfiguration on request
  bool registers_files = false;     // workspace/didChangeWatchedFiles on request
};

// `capabilities` of InitializeParams. Never throws: what has the wrong form isn't there.
ClientAbilities abilities_in(const nlohmann::json& capabilities);

// The answer to `initialize`.
nlohmann::json initialize_result(const ClientAbilities&);

}  // namespace onus
