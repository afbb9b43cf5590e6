#include <csignal>
#include <iostream>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "configuration.h"
#include "serving/language_server.h"
#include "serving/message_stream.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

// JSON of a text is somewhat longer than the text.
constexpr std::size_t kMessageForText = 4;

void declare(Settings& settings, const ConfiguredOption& option) {
  const auto add = [&](std::vector<std::string>& names) {
    names.insert(names.end(), option.values.begin(), option.values.end());
  };
  if (option.name == "perpetrator") add(settings.people.perpetrators);
  if (option.name == "survivor") add(settings.people.survivors);
  if (option.name == "child") add(settings.people.children);
  if (option.name == "professional") add(settings.people.professionals);
  if (option.name == "kind" && !option.values.empty() && !settings.kind)
    settings.kind = document_kind_from(option.values.front());
}

// Each family's folder may have names of its own, so the file that counts is the nearest to the text.
Settings settings_in(const Options& options, const std::optional<fs::path>& folder) {
  Settings settings = options.settings;
  if (options.fixed_configuration) return settings;
  const auto file = find_configuration(folder ? *folder : fs::current_path());
  if (!file) return settings;
  for (const ConfiguredOption& option : read_configuration(*file)) declare(settings, option);
  return settings;
}

}  // namespace

ExitCode run_lsp(const Options& options) {
  std::ios::sync_with_stdio(false);
  std::cin.tie(nullptr);  // else waiting for a message would flush what another thread is writing
  std::signal(SIGPIPE, SIG_IGN);
  const Knowledge knowledge = load_knowledge(options.lexicons);
  MessageWriter writer(std::cout);
  LanguageServer server(knowledge,
                        {[&](const nlohmann::json& message) { writer.write(message); },
                         [&](const auto& folder) { return settings_in(options, folder); }, options.max_size});
  while (!server.exit_code()) {
    const auto body = read_message(std::cin, kMessageForText * options.max_size);
    if (!body) return ExitCode::findings;  // the editor is gone without a word
    if (const auto message = parse_message(*body)) {
      server.take(*message);
    } else {
      server.take_broken();
    }
  }
  return *server.exit_code() == 0 ? ExitCode::clean : ExitCode::findings;
}

}  // namespace onus
