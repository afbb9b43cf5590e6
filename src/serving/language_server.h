#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <string>

#include "linting/lint.h"
#include "serving/client_abilities.h"
#include "serving/editor_settings.h"
#include "serving/open_texts.h"

namespace onus {

// A language server (Language Server Protocol 3.17) for reports in plain text and Markdown: diagnostics, sent
// with versions or given when asked (of one text, or of all that are open), never both; quick fixes; a fix
// for all; hovers; the whole report of the contract by the command "onus.report". docs/editors.md tells how
// editors are set up.
class LanguageServer {
 public:
  struct Surroundings {
    // Takes a message to the editor; from any thread.
    std::function<void(const nlohmann::json&)> send;
    // The settings for files in this folder, and for texts that are in none. May throw Failure.
    std::function<Settings(const std::optional<std::filesystem::path>&)> settings_in;
    std::size_t most_bytes = 10'000'000;  // of one text
  };
  LanguageServer(const Knowledge&, Surroundings);

  // One message of the editor; never throws. All from one thread.
  void take(const nlohmann::json& message);
  // For what came and was no message.
  void take_broken();
  // Set once the editor has sent "exit": 0 where it had said "shutdown" first.
  std::optional<int> exit_code() const { return exit_code_; }

 private:
  using Json = nlohmann::json;
  void request(const std::string& method, const Json& id, const Json& params);
  void notice(const std::string& method, const Json& params);
  void answer_from_editor(const Json& message);
  void initialize(const Json& id, const Json& params);
  void initialized();
  void configure(const Json& value);
  void reread_settings();
  void ask_for_configuration();
  void open(const Json& params);
  void change(const Json& params);
  void close(const Json& params);
  void command(const Json& id, const Json& params);
  void diagnose(const Json& id, const Json& params);
  void diagnose_all(const Json& id, const Json& params);
  Json diagnostics_of(const Reviewed&, const std::string& known) const;
  void begin_progress(const Json& id, const Json& params);
  void end_progress(const Json& id);
  void when_read(const Json& id, const std::string& uri, std::function<Json(const Reviewed&)> make);
  void publish(const Reviewed&);
  Settings settings_for(const std::string& uri);
  void reply(const Json& id, Json result);
  void refuse(const Json& id, int code, const std::string& message);
  void ask(const std::string& id, const std::string& method, Json params);
  void tell(const std::string& method, Json params);

  const Knowledge& knowledge_;
  const Surroundings around_;
  ClientAbilities client_;
  EditorSettings editor_;
  enum class Stage { fresh, running, ending } stage_ = Stage::fresh;
  std::optional<int> exit_code_;
  std::set<std::string> complaints_;  // each is told once
  std::mutex progress_mutex_;
  std::map<std::string, Json> progress_;  // by the request's id: the token under which it is told
  OpenTexts texts_;                       // last: its thread uses the others
};

}  // namespace onus
