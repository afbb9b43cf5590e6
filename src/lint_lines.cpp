#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>

#include "commands.h"
#include "json_settings.h"
#include "linting/lint.h"
#include "reading/read.h"
#include "reporting/print_json.h"

namespace onus {
namespace {

using Json = nlohmann::ordered_json;

Json trouble(const std::string& message) { return {{"problem", message}}; }

std::optional<std::string> text_at(const Json& line, const char* key) {
  const auto found = line.find(key);
  return found != line.end() && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

Json answer(const Json& line, const Options& options, const Knowledge& knowledge) {
  const auto text = line.is_object() ? text_at(line, "text") : std::nullopt;
  const auto path = line.is_object() ? text_at(line, "path") : std::nullopt;
  if (text.has_value() == path.has_value())
    return trouble("a line is a JSON object with “text”, or with the “path” of a file");
  // By a name without an ending, so that the text is Markdown only where the line says so.
  const bool markdown = line.value("format", Json("txt")) == "md";
  Reading reading = path ? read_file(*path) : read_bytes(*text, markdown ? "line.md" : "line.txt");
  if (const auto* problem = std::get_if<Problem>(&reading)) return trouble(problem->message);
  Document document = std::get<Document>(std::move(reading));
  document.source = text_at(line, "source").value_or(path.value_or("-"));
  return to_json(lint(std::move(document), with_json_settings(line, options.settings), knowledge),
                 {options.include_text});
}

}  // namespace

// Each line is answered before the next is read, so that a program may keep onus running and ask it.
ExitCode run_lint_lines(std::istream& in, std::ostream& out, const Options& options,
                        const Knowledge& knowledge) {
  ExitCode code = ExitCode::clean;
  for (std::string text; std::getline(in, text);) {
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    const Json line = Json::parse(text, nullptr, false);
    Json reply{{"schema", "onus.report/1"}};
    for (const char* kept : {"id", "metadata"})  // the asker's own
      if (line.is_object() && line.contains(kept)) reply[kept] = line[kept];
    reply.update(answer(line, options, knowledge));
    if (reply.contains("problem")) code = ExitCode::unreadable;
    out << reply.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    out.flush();
  }
  return code;
}

}  // namespace onus
