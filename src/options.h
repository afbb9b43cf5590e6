#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "archive/audit_request.h"
#include "components/coverage.h"
#include "linting/lint.h"
#include "rules/finding.h"

namespace onus {

enum class Command : std::uint8_t { help, version, lint, scan, audit, serve, lsp, rules };
enum class Output : std::uint8_t { text, json, sarif, html, junit, github, csv, conllu };

// What the command line and the configuration file together ask for. Members of commands other than the
// chosen one keep their defaults.
struct Options {
  Command command = Command::help;
  std::string help;  // for Command::help: what to print

  std::vector<std::filesystem::path> lexicons;  // the built-in ones first
  bool quiet = false;
  Settings settings;

  std::vector<std::string>
      inputs;  // lint: files, "-" for standard input; scan: folders and files; rules: arguments
  Output output = Output::text;
  std::string output_file;  // empty: standard output
  bool include_text = false;
  std::optional<Severity> fail_on = Severity::error;  // nullopt: never
  std::map<Component, Level> required;
  bool pretokenised = false;
  bool map = false, continuum = false;  // text: told besides
  bool lines = false;                   // --jsonl
  std::string baseline;                 // files; empty: none
  std::string new_baseline;
  bool fix = false;      // put the safe rewrites into the files
  bool diff = false;     // only show what --fix would change
  std::string annotate;  // where the copy with comments goes; empty: none is made
  bool track_changes = false;
  std::uint32_t most_comments = 200;
  std::string compare;  // the draft before this one; empty: none

  std::filesystem::path store;
  AuditRequest audit;
  unsigned jobs = 0;                     // 0: as many as there are cores
  std::string meta_pattern, meta_table;  // empty: none
  bool meta_properties = false;
  bool keep_text = false;
  std::string pseudonym_key;     // a file; empty: none
  unsigned time_limit = 60;      // seconds for one file
  unsigned memory_limit = 1024;  // MB for one file

  std::string address = "127.0.0.1";
  int port = 8081;
  int timeout = 20;             // seconds for one request to come
  std::string tls_certificate;  // files; empty: none
  std::string tls_key;
  std::string token_file;
  std::size_t max_size = 10'000'000;  // bytes of one request, or of one text in an editor
  bool fixed_configuration = false;   // --config: not the nearest of each text
};

// Throws Failure with one line on what is wrong and what would be right.
Options read_options(int argc, const char* const* argv);

}  // namespace onus
