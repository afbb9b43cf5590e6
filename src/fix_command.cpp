#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

#include "commands.h"
#include "reading/read.h"
#include "reporting/print_diff.h"
#include "reporting/write_file.h"
#include "rewriting/apply.h"

namespace onus {
namespace {

// A rewrite in the file's own bytes.
struct FileEdit {
  SourceSpan span;
  std::string text;
};

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw Failure(path + ": can't be read", ExitCode::unreadable);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_utf8(const Document& document) {
  return document.encoding == "UTF-8" || document.encoding == "ASCII";
}

// Only what the prose and the file have in common, byte for byte, may be replaced: markup inside a sentence,
// a line break in it or an entity leave it alone.
std::vector<FileEdit> edits_for(const DocumentReport& report, std::size_t offset) {
  std::vector<FileEdit> edits;
  for (const Suggestion& suggestion : rewrites_in(report.findings)) {
    const auto place = editable(report.document, suggestion.span);
    if (!place) continue;
    const auto shift = static_cast<std::uint32_t>(offset);
    edits.push_back({{place->begin + shift, place->end + shift}, suggestion.text});
  }
  return edits;
}

std::string applied(const std::string& bytes, const std::vector<FileEdit>& edits) {
  std::string text;
  std::size_t done = 0;
  for (const FileEdit& edit : edits) {
    text.append(bytes, done, edit.span.begin - done);
    text += edit.text;
    done = edit.span.end;
  }
  return text.append(bytes, done, std::string::npos);
}

// Why this file is left as it is; empty where it can be changed.
std::string refusal(const Document& document) {
  if (document.format != Format::text && document.format != Format::markdown)
    return "--fix changes text and Markdown only; in Word, take over the suggestions by hand";
  if (!is_utf8(document)) return "--fix changes UTF-8 only; save the file as UTF-8 first";
  if (!document.skipped.empty()) return "the file couldn't be read whole, so it is left as it is";
  return {};
}

struct Fixed {
  std::string bytes;
  std::size_t count = 0;
};

// Again after each round, as one rewrite may make room for another.
Fixed fixed(const std::string& path, const Options& options, const Knowledge& knowledge,
            const std::string& bytes) {
  constexpr int kRounds = 3;
  Fixed result{bytes, 0};
  for (int round = 0; round < kRounds; ++round) {
    Reading reading = read_bytes(result.bytes, path);
    if (!std::holds_alternative<Document>(reading)) break;
    const DocumentReport report = lint(std::get<Document>(std::move(reading)), options.settings, knowledge);
    const std::size_t mark = result.bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::size_t offset = result.bytes.size() == report.document.text.size() + mark ? mark : 0;
    if (result.bytes.size() - offset != report.document.text.size()) break;
    const std::vector<FileEdit> edits = edits_for(report, offset);
    if (edits.empty()) break;
    result.count += edits.size();
    result.bytes = applied(result.bytes, edits);
  }
  return result;
}

bool fix(const std::string& path, const Options& options, const Knowledge& knowledge) {
  if (path == "-") {
    std::cerr << "onus: standard input has no file to change; give the file's name\n";
    return false;
  }
  Reading reading = read_file(path);
  if (const auto* problem = std::get_if<Problem>(&reading)) {
    std::cerr << "onus: " << problem->source << ": " << problem->message << '\n';
    return false;
  }
  if (const std::string why = refusal(std::get<Document>(reading)); !why.empty()) {
    std::cerr << "onus: " << path << ": " << why << '\n';
    return false;
  }
  const std::string bytes = bytes_of(path);
  const Fixed result = fixed(path, options, knowledge, bytes);
  print_diff(std::cout, path, bytes, result.bytes);
  if (!options.diff && result.bytes != bytes)
    write_file(path, [&](std::ostream& out) { out << result.bytes; });
  if (!options.quiet)
    std::cerr << "onus: " << path << ": " << result.count
              << (result.count == 1 ? " sentence " : " sentences ")
              << (options.diff ? "could be rewritten\n" : "rewritten\n");
  return true;
}

}  // namespace

ExitCode run_fix(const Options& options) {
  const Knowledge knowledge = load_knowledge(options.lexicons);
  bool all = true;
  for (const std::string& input : options.inputs) all &= fix(input, options, knowledge);
  return all ? ExitCode::clean : ExitCode::unreadable;
}

}  // namespace onus
