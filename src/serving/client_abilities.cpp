#include "serving/client_abilities.h"

#include <nlohmann/json.hpp>
#include <string>

namespace onus {
namespace {

using Json = nlohmann::json;

const Json& at(const Json& from, const char* path) {
  static const Json kNothing;
  const Json::json_pointer pointer(path);
  return from.contains(pointer) ? from.at(pointer) : kNothing;
}

bool is_true(const Json& from, const char* path) {
  const Json& value = at(from, path);
  return value.is_boolean() && value.get<bool>();
}

// In the order of the editor's liking. One that says nothing counts in UTF-16.
PositionEncoding encoding_in(const Json& capabilities) {
  for (const Json& name : at(capabilities, "/general/positionEncodings"))
    for (const auto encoding : {PositionEncoding::utf8, PositionEncoding::utf16, PositionEncoding::utf32})
      if (name == name_of(encoding)) return encoding;
  return PositionEncoding::utf16;
}

}  // namespace

ClientAbilities abilities_in(const Json& capabilities) {
  ClientAbilities can;
  can.encoding = encoding_in(capabilities);
  can.pulls = at(capabilities, "/textDocument/diagnostic").is_object();
  can.refreshes = is_true(capabilities, "/workspace/diagnostics/refreshSupport") ||
                  is_true(capabilities, "/workspace/diagnostic/refreshSupport");
  can.takes_versions = is_true(capabilities, "/textDocument/publishDiagnostics/versionSupport");
  can.links_codes = is_true(capabilities, "/textDocument/publishDiagnostics/codeDescriptionSupport") ||
                    is_true(capabilities, "/textDocument/diagnostic/codeDescriptionSupport");
  can.takes_actions = at(capabilities, "/textDocument/codeAction/codeActionLiteralSupport").is_object();
  can.changes_documents = is_true(capabilities, "/workspace/workspaceEdit/documentChanges");
  for (const Json& format : at(capabilities, "/textDocument/hover/contentFormat"))
    can.reads_markdown |= format == "markdown";
  can.has_configuration = is_true(capabilities, "/workspace/configuration");
  can.registers_settings = is_true(capabilities, "/workspace/didChangeConfiguration/dynamicRegistration");
  can.registers_files = is_true(capabilities, "/workspace/didChangeWatchedFiles/dynamicRegistration");
  return can;
}

Json initialize_result(const ClientAbilities& client) {
  Json can{{"positionEncoding", name_of(client.encoding)},
           {"textDocumentSync", {{"openClose", true}, {"change", 2}, {"save", {{"includeText", false}}}}},
           {"hoverProvider", true},
           {"executeCommandProvider", {{"commands", {"onus.report"}}, {"workDoneProgress", true}}}};
  if (client.takes_actions)
    can["codeActionProvider"] = {{"codeActionKinds", {"quickfix", "source.fixAll.onus"}}};
  if (client.pulls)
    can["diagnosticProvider"] = {{"identifier", "onus"},
                                 {"interFileDependencies", false},
                                 {"workspaceDiagnostics", true},
                                 {"workDoneProgress", true}};
  return {{"capabilities", std::move(can)}, {"serverInfo", {{"name", "onus"}, {"version", ONUS_VERSION}}}};
}

}  // namespace onus
