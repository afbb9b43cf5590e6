#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

#include "commands.h"
#include "json_settings.h"
#include "linting/lint.h"
#include "reading/read.h"
#include "reporting/print_json.h"

namespace onus {
namespace {

using Json = nlohmann::ordered_json;

Json trouble(const std::string& message) { return {{"problem", message}}; }

std::optional<std::string> words_at(const Json& line, const char* key) {
  const auto found = line.find(key);
  return found != line.end() && found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

// By a name without an ending, so that a text is Markdown only where the line says so.
Reading read_line(const Json& line) {
  if (const auto path = words_at(line, "path")) return read_file(*path);
  const auto text = words_at(line, "text");
  if (!text) return Problem{"", "a line is a JSON object with “text” or “path”"};
  return read_bytes(*text, words_at(line, "format") == "md" ? "line.md" : "line.txt");
}

Json answer(const Json& line, const Options& options, const Knowledge& knowledge) {
  if (!line.is_object()) return trouble("a line is a JSON object with “text” or “path”");
  Reading reading = read_line(line);
  if (const auto* problem = std::get_if<Problem>(&reading)) return trouble(problem->message);
  Document document = std::get<Document>(std::move(reading));
  if (!words_at(line, "path")) document.source = "-";
  if (const auto source = words_at(line, "source")) document.source = *source;
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
    for (const char* carried : {"id", "metadata"})
      if (line.is_object() && line.contains(carried)) reply[carried] = line[carried];
    reply.update(answer(line, options, knowledge));
    if (reply.contains("problem")) code = ExitCode::unreadable;
    out << reply.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    out.flush();
  }
  return code;
}

}  // namespace onus
