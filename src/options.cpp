#include "options.h"

#include <boost/program_options.hpp>
#include <cstdlib>
#include <iostream>
#include <sstream>

#include "configuration.h"
#include "linting/built_in_lexicons.h"
#include "text/closed_list.h"
#include "text/failure.h"

namespace onus {
namespace {

namespace po = boost::program_options;
namespace fs = std::filesystem;

constexpr std::string_view kOverview =
    "onus reads reports about families affected by domestic abuse and says where the words put the onus on "
    "the\n"
    "wrong person, what is missing, and how to say it better.\n\n"
    "  onus lint [FILE… or -]           findings, coverage and suggestions for reports\n"
    "  onus scan PATH… --store FILE     read an archive into a store, resumable\n"
    "  onus audit STORE                 figures, cohorts and a dashboard from a store\n"
    "  onus serve                       answer word processors over HTTP (LanguageTool's protocol)\n"
    "  onus lsp                         language server for editors, on standard input and output\n"
    "  onus rules list|explain|test     the rules, one rule's page, the examples of rule files\n\n"
    "onus COMMAND --help shows the options of a command.\n";

using Strings = std::vector<std::string>;

po::options_description everywhere() {
  po::options_description group("Everywhere");
  group.add_options()("help", "show this")("version", "show the version")(
      "lexicons", po::value<Strings>()->composing()->value_name("DIR"),
      "a folder with rules and words of your own, added to the built-in ones")(
      "config", po::value<std::string>()->value_name("FILE"),
      "settings (default: the nearest .onus.yaml, from the first file's folder upwards)")(
      "print-config", po::bool_switch(), "show what holds and from where")("quiet", po::bool_switch(),
                                                                           "say only what was asked for");
  return group;
}

po::options_description people() {
  po::options_description group("Who is who (each may be given several times)");
  const auto name = [] { return po::value<Strings>()->composing()->value_name("NAME"); };
  group.add_options()("perpetrator", name(), "the person using violence")(
      "survivor", name(), "the parent being abused")("child", name(), "a child")("professional", name(),
                                                                                 "a professional");
  group.add_options()("call-perpetrator", po::value<std::string>()->value_name("WORDS"),
                      "what the person using violence is called in messages and suggestions, once: “the "
                      "perpetrator” (default: by name)")(
      "call-survivor", po::value<std::string>()->value_name("WORDS"), "the same for the parent being abused");
  return group;
}

po::options_description document() {
  po::options_description group("The document");
  group.add_options()("kind", po::value<std::string>()->value_name("KIND"),
                      "assessment, court-statement, police-report, chronology, minutes, plan, letter or "
                      "other (default: recognised)")(
      "lang", po::value<std::string>()->value_name("LANG"),
      "the language of the reports: en, en-GB, en-US … (default en-GB)");
  return group;
}

po::options_description lint_output() {
  po::options_description group("What to print");
  group.add_options()("format", po::value<std::string>()->value_name("FORMAT"),
                      "text (default), json, sarif, html, junit, github, csv or conllu")(
      "output", po::value<std::string>()->value_name("FILE"), "write there instead of to standard output")(
      "include-text", po::bool_switch(), "json, sarif: with the text of the report")(
      "map", po::bool_switch(), "text: who is told to have done what to whom, and who says so")(
      "continuum", po::bool_switch(),
      "text: the writing of the report on the domestic-abuse-informed continuum")(
      "compare", po::value<std::string>()->value_name("OLD"),
      "html: the draft before this one beside it, and what was mended")(
      "fail-on", po::value<std::string>()->value_name("LEVEL"),
      "error (default), warning, note or never: from which severity on the exit code is 1")(
      "require", po::value<Strings>()->composing()->value_name("COMPONENT[=LEVEL]"),
      "exit with 1 unless this component is there (mentioned or specific)")(
      "all-passives", po::bool_switch(), "report every grammatical passive and nothing else")(
      "pretokenised", po::bool_switch(), "the input is CoNLL-U; keep its tokens and sentences")(
      "jsonl", po::bool_switch(),
      "each line of the input is a JSON object with “text” or “path”; so is each answer");
  return group;
}

po::options_description lint_gate() {
  po::options_description group("What was there before");
  group.add_options()("baseline", po::value<std::string>()->value_name("FILE"),
                      "leave out the findings that this file knows")(
      "write-baseline", po::value<std::string>()->value_name("FILE"),
      "keep the findings of this run there, without any words of the report");
  return group;
}

po::options_description copy_group() {
  po::options_description group("A copy of a .docx or .odt document");
  group.add_options()("annotate", po::value<std::string>()->value_name("FILE"),
                      "write a copy with comments on the words there")(
      "track-changes", po::bool_switch(), "and with safe rewrites as tracked changes")(
      "max-comments", po::value<std::uint32_t>()->value_name("N"),
      "at most so many, the worst first; the opening comment tells the rest (default 200)");
  return group;
}

po::options_description scan_group() {
  po::options_description group("The archive");
  group.add_options()("store", po::value<std::string>()->value_name("FILE"),
                      "the SQLite file that keeps the results")(
      "jobs", po::value<unsigned>()->value_name("N"), "how many to read at a time (default: one a core)")(
      "meta", po::value<std::string>()->value_name("PATTERN"),
      "fields out of the paths below the folder, for comparing: '{area}/{year}/*'")(
      "meta-csv", po::value<std::string>()->value_name("FILE"),
      "fields out of a table: its column “path” names the file, the others are fields")(
      "meta-properties", po::bool_switch(),
      "and out of Word and OpenDocument files: dates, keywords, category, company, own properties; no "
      "author")("keep-text", po::bool_switch(), "keep the prose of the reports in the store, too")(
      "pseudonymise", po::value<std::string>()->value_name("KEYFILE"),
      "keep names made with this key in place of paths and fingerprints")(
      "time-limit", po::value<unsigned>()->value_name("SECONDS"), "for one file (default 60)")(
      "memory-limit", po::value<unsigned>()->value_name("MB"), "for one file (default 1024)");
  return group;
}

po::options_description audit_group() {
  po::options_description group("The audit");
  const auto text = [](const char* name) { return po::value<std::string>()->value_name(name); };
  group.add_options()("format", text("FORMAT"), "text (default), html, csv or json")(
      "output", text("FILE"), "write there instead of to standard output")(
      "cohort", text("FIELD"), "figures by this field of the files, or by kind or format")(
      "compare", text("A:B"), "two cohorts of that field; or FIELD=A:B")(
      "since", text("DATE"), "only files dated from then on: 2017, 2017-04 or 2017-04-30")(
      "until", text("DATE"), "only files dated until then, that day, month or year counted in")(
      "period", text("PERIOD"), "year (default) or quarter: the steps over time")(
      "sample", po::value<std::size_t>()->value_name("N"), "draw so many reports for reading by hand")(
      "seed", po::value<std::uint64_t>()->value_name("S"), "which sample (default 1)")(
      "ratings", text("FILE"), "a CSV file of what readers judged: path, reader, item, rating")(
      "redact", po::bool_switch(), "no path and no reader's name in the output");
  return group;
}

po::options_description serve_group() {
  po::options_description group("The server");
  group.add_options()("address", po::value<std::string>()->value_name("ADDRESS"),
                      "where to listen (default 127.0.0.1)")(
      "port", po::value<int>()->value_name("PORT"), "default 8081; 0 takes any free one and says which")(
      "jobs", po::value<unsigned>()->value_name("N"),
      "how many texts to read at a time (default: one a core)")(
      "max-size", po::value<std::size_t>()->value_name("BYTES"),
      "the longest request that is read (default 10000000)")(
      "timeout", po::value<int>()->value_name("SECONDS"), "for one request to come whole (default 20)")(
      "tls-cert", po::value<std::string>()->value_name("FILE"), "certificate for HTTPS, PEM")(
      "tls-key", po::value<std::string>()->value_name("FILE"), "its key")(
      "token-file", po::value<std::string>()->value_name("FILE"),
      "what every request has to bring: the first line of this file");
  return group;
}

po::options_description lint_change() {
  po::options_description group("Changing the text");
  group.add_options()("fix", po::bool_switch(),
                      "put the safe rewrites into the files (text and Markdown), showing each changed line")(
      "diff", po::bool_switch(), "only show what --fix would change");
  return group;
}

po::options_description lsp_group() {
  po::options_description group("The language server");
  group.add_options()("max-size", po::value<std::size_t>()->value_name("BYTES"),
                      "the longest text that is read (default 10000000)")(
      "stdio", po::bool_switch(), "what some editors say; there is no other way");
  return group;
}

struct CommandLine {
  Command command;
  po::options_description visible;
};

std::optional<CommandLine> command_named(const std::string& name) {
  CommandLine line{Command::lint, po::options_description("onus " + name)};
  line.visible.add(everywhere());
  if (name == "lint") {
    line.visible.add(people())
        .add(document())
        .add(lint_output())
        .add(lint_change())
        .add(copy_group())
        .add(lint_gate());
  } else if (name == "scan") {
    line.command = Command::scan;
    line.visible.add(people()).add(document()).add(scan_group());
  } else if (name == "audit") {
    line.command = Command::audit;
    line.visible.add(audit_group());
  } else if (name == "serve") {
    line.command = Command::serve;
    line.visible.add(people()).add(document()).add(serve_group());
  } else if (name == "lsp") {
    line.command = Command::lsp;
    line.visible.add(people()).add(document()).add(lsp_group());
  } else if (name == "rules") {
    line.command = Command::rules;
  } else {
    return std::nullopt;
  }
  return line;
}

// Ends the reading of options with a text to print instead.
struct ConfigurationShown {
  std::string text;
};

std::optional<fs::path> configuration_for(const po::variables_map& values) {
  if (values.count("config")) return fs::path(values["config"].as<std::string>());
  const Strings inputs = values.count("input") ? values["input"].as<Strings>() : Strings{};
  const bool has_file = !inputs.empty() && inputs.front() != "-" && fs::exists(inputs.front());
  if (!has_file) return find_configuration(fs::current_path());
  const fs::path first = fs::absolute(inputs.front());
  return find_configuration(fs::is_directory(first) ? first : first.parent_path());
}

// The settings of a file that this command takes; what the command line says wins over them.
// With `of_texts` the people and the kind are left to whoever reads the texts, each of which has a nearest
// file.
po::parsed_options from_configuration(const std::optional<fs::path>& file, const po::options_description& all,
                                      bool of_texts) {
  po::parsed_options parsed(&all);
  if (!file) return parsed;
  const po::options_description named = std::move(people().add(document()));
  for (const ConfiguredOption& option : read_configuration(*file)) {
    if (all.find_nothrow(option.name, false) == nullptr) continue;
    if (of_texts && named.find_nothrow(option.name, false) != nullptr) continue;
    po::option entry(option.name, option.values);
    entry.original_tokens = option.values;
    parsed.options.push_back(std::move(entry));
  }
  return parsed;
}

std::string shown(const po::parsed_options& line, const po::parsed_options& configured,
                  const std::optional<fs::path>& file) {
  std::ostringstream out;
  const auto show = [&](const po::option& option, const std::string& from) {
    if (option.string_key.empty() || option.string_key == "input" || option.string_key == "print-config")
      return;
    out << option.string_key << ':';
    for (const std::string& value : option.value) out << ' ' << value;
    out << "    # " << from << '\n';
  };
  for (const po::option& option : line.options) show(option, "command line");
  for (const po::option& option : configured.options) show(option, file->string());
  if (out.str().empty()) out << "# nothing is set: the defaults hold\n";
  return out.str();
}

po::variables_map parse(const CommandLine& line, const Strings& arguments) {
  po::options_description all;
  all.add(line.visible).add_options()("input", po::value<Strings>());
  po::positional_options_description positional;
  positional.add("input", -1);
  po::variables_map values;
  try {
    const po::parsed_options parsed =
        po::command_line_parser(arguments).options(all).positional(positional).run();
    po::store(parsed, values);
    const auto file = configuration_for(values);
    const po::parsed_options configured =
        from_configuration(file, all, line.command == Command::lsp && !values.count("config"));
    if (values["print-config"].as<bool>()) throw ConfigurationShown{shown(parsed, configured, file)};
    po::store(configured, values);
    po::notify(values);
  } catch (const po::error& error) {
    throw Failure(std::string(error.what()) + " (onus --help shows what there is)");
  }
  return values;
}

Strings strings(const po::variables_map& values, const std::string& name) {
  return values.count(name) ? values[name].as<Strings>() : Strings{};
}

[[noreturn]] void wrong(const std::string& option, const std::string& value, const std::string& expected) {
  throw Failure("--" + option + " " + value + ": expected " + expected);
}

std::string text_value(const po::variables_map& values, const std::string& name,
                       const std::string& otherwise) {
  return values.count(name) ? values[name].as<std::string>() : otherwise;
}

bool is_set(const po::variables_map& values, const std::string& name) {
  return values.count(name) && values[name].as<bool>();
}

Settings settings_from(const po::variables_map& values) {
  Settings settings;
  settings.people.perpetrators = strings(values, "perpetrator");
  settings.people.survivors = strings(values, "survivor");
  settings.people.children = strings(values, "child");
  settings.people.professionals = strings(values, "professional");
  settings.people.labels = {text_value(values, "call-perpetrator", ""),
                            text_value(values, "call-survivor", "")};
  if (values.count("kind")) {
    const std::string kind = values["kind"].as<std::string>();
    settings.kind = document_kind_from(kind);
    if (!settings.kind)
      wrong("kind", kind,
            "assessment, court-statement, police-report, chronology, minutes, plan, letter or other");
  }
  if (values.count("lang")) {
    const std::string language = values["lang"].as<std::string>();
    if (language != "en" && !language.starts_with("en-"))
      wrong("lang", language, "en or en- with a country; the rules are for English");
  }
  settings.all_passives = is_set(values, "all-passives");
  return settings;
}

Output output_named(const std::string& name) {
  static constexpr std::string_view kNames[] = {"text",  "json",   "sarif", "html",
                                                "junit", "github", "csv",   "conllu"};
  if (const auto output = value_named<Output>(kNames, name)) return *output;
  wrong("format", name, "text, json, sarif, html, junit, github, csv or conllu");
}

// "A:B", of the field that --cohort names, or "FIELD=A:B".
CohortPair cohorts_from(const std::string& text, const std::string& cohort) {
  const std::size_t equals = text.find('='), colon = text.find(':');
  const std::size_t from = equals == std::string::npos ? 0 : equals + 1;
  CohortPair pair{from == 0 ? cohort : text.substr(0, equals), "", ""};
  if (colon == std::string::npos || colon < from || pair.field.empty())
    wrong("compare", text, "two cohorts A:B and --cohort FIELD, or FIELD=A:B");
  pair.first = text.substr(from, colon - from);
  pair.second = text.substr(colon + 1);
  if (pair.first.empty() || pair.second.empty()) wrong("compare", text, "the names of two cohorts, A:B");
  return pair;
}

AuditRequest audit_from(const po::variables_map& values) {
  AuditRequest request;
  const Strings stores = strings(values, "input");
  if (stores.size() != 1) throw Failure("onus audit needs one store, the file that onus scan --store made");
  request.store = stores.front();
  request.cohort = text_value(values, "cohort", "");
  const std::string compare = text_value(values, "compare", "");
  if (!compare.empty()) request.compare = cohorts_from(compare, request.cohort);
  request.since = text_value(values, "since", "");
  request.until = text_value(values, "until", "");
  const std::string period = text_value(values, "period", "year");
  if (period != "year" && period != "quarter") wrong("period", period, "year or quarter");
  request.period = period == "year" ? Period::year : Period::quarter;
  if (values.count("sample")) request.sample = values["sample"].as<std::size_t>();
  if (values.count("seed")) request.seed = values["seed"].as<std::uint64_t>();
  request.ratings = text_value(values, "ratings", "");
  request.redact = is_set(values, "redact");
  check_request(request);
  return request;
}

std::optional<Severity> fail_on(const std::string& name) {
  if (name == "never") return std::nullopt;
  const auto severity = severity_from(name);
  if (!severity) wrong("fail-on", name, "error, warning, note or never");
  return severity;
}

std::map<Component, Level> required(const Strings& list) {
  std::map<Component, Level> levels;
  for (const std::string& text : list) {
    const std::size_t equals = text.find('=');
    const auto component = component_from(text.substr(0, equals));
    const auto level = equals == std::string::npos ? Level::mentioned : level_from(text.substr(equals + 1));
    if (!component || !level || *level == Level::absent)
      wrong("require", text,
            "perpetrator-pattern, harm-to-child, protective-efforts, impact-on-child or intersections, and "
            "=mentioned or =specific after it");
    levels[*component] = *level;
  }
  return levels;
}

std::vector<fs::path> lexicon_folders(const Strings& added) {
  std::vector<fs::path> folders{built_in_lexicons(fs::read_symlink("/proc/self/exe"))};
  for (const std::string& folder : added) {
    if (!fs::is_directory(folder)) wrong("lexicons", folder, "a folder with rules/ or words/ in it");
    folders.emplace_back(folder);
  }
  return folders;
}

template <class Value>
void take(const po::variables_map& values, const std::string& name, Value& into) {
  if (values.count(name)) into = values[name].as<Value>();
}

void read_values(const po::variables_map& values, Options& options) {
  // Figures need no rules.
  if (options.command != Command::audit) options.lexicons = lexicon_folders(strings(values, "lexicons"));
  options.quiet = values["quiet"].as<bool>();
  options.settings = settings_from(values);
  options.inputs = strings(values, "input");
  options.output = output_named(text_value(values, "format", "text"));
  options.output_file = text_value(values, "output", "");
  options.fail_on = fail_on(text_value(values, "fail-on", "error"));
  options.required = required(strings(values, "require"));
  options.include_text = is_set(values, "include-text");
  options.pretokenised = is_set(values, "pretokenised");
  options.map = is_set(values, "map");
  options.continuum = is_set(values, "continuum");
  options.lines = is_set(values, "jsonl");
  options.baseline = text_value(values, "baseline", "");
  options.new_baseline = text_value(values, "write-baseline", "");
  options.fix = is_set(values, "fix");
  options.diff = is_set(values, "diff");
  options.annotate = text_value(values, "annotate", "");
  options.track_changes = is_set(values, "track-changes");
  take(values, "max-comments", options.most_comments);
  options.compare = text_value(values, "compare", "");
  if (options.command == Command::audit) options.audit = audit_from(values);
  options.store = text_value(values, "store", "");
  take(values, "jobs", options.jobs);
  options.meta_pattern = text_value(values, "meta", "");
  options.meta_table = text_value(values, "meta-csv", "");
  options.meta_properties = is_set(values, "meta-properties");
  options.keep_text = is_set(values, "keep-text");
  options.pseudonym_key = text_value(values, "pseudonymise", "");
  take(values, "time-limit", options.time_limit);
  take(values, "memory-limit", options.memory_limit);
  take(values, "address", options.address);
  take(values, "port", options.port);
  take(values, "max-size", options.max_size);
  take(values, "timeout", options.timeout);
  options.tls_certificate = text_value(values, "tls-cert", "");
  options.tls_key = text_value(values, "tls-key", "");
  options.token_file = text_value(values, "token-file", "");
  options.fixed_configuration = values.count("config") > 0;
}

void check(const Options& options) {
  const Output output = options.output;
  if (options.command == Command::audit && output != Output::text && output != Output::json &&
      output != Output::html && output != Output::csv)
    throw Failure("onus audit has the formats text, html, csv and json");
  if (options.command == Command::lint && options.inputs.empty())
    throw Failure("onus lint needs a file to read, or - for standard input");
  const bool one_file = options.inputs.size() == 1 && options.inputs.front() != "-";
  if (!options.annotate.empty() && !one_file)
    throw Failure("--annotate writes a copy of one file; give one report, by its name");
  if (options.annotate.empty() && options.track_changes)
    throw Failure("--track-changes goes with --annotate FILE, the copy that gets them");
  if (options.command == Command::lint && !options.compare.empty() &&
      (options.output != Output::html || options.inputs.size() != 1))
    throw Failure("--compare OLD goes with --format html and one report, the newer draft");
  if (options.command == Command::scan && (options.inputs.empty() || options.store.empty()))
    throw Failure("onus scan needs a folder or file to read, and --store FILE to keep the results in");
  if (options.keep_text && !options.pseudonym_key.empty())
    throw Failure(
        "--keep-text keeps the names in the reports, which --pseudonymise is to hide; leave one out");
  if (options.time_limit == 0 || options.memory_limit == 0)
    throw Failure("--time-limit and --memory-limit are at least 1");
  if (options.command == Command::rules && options.inputs.empty())
    throw Failure("onus rules needs one of: list, explain ID, test PATH");
}

}  // namespace

Options read_options(int argc, const char* const* argv) {
  const Strings arguments(argv + 1, argv + argc);
  Options options;
  options.help = std::string(kOverview);
  if (arguments.empty())
    throw Failure("onus needs a command: lint, scan, audit, serve, lsp or rules (onus --help says more)");
  if (arguments[0] == "--help" || arguments[0] == "help") return options;
  if (arguments[0] == "--version") {
    options.command = Command::version;
    return options;
  }
  const auto line = command_named(arguments[0]);
  if (!line)
    throw Failure("there is no command “" + arguments[0] +
                  "”; there are lint, scan, audit, serve, lsp and rules");
  po::variables_map values;
  try {
    values = parse(*line, Strings(arguments.begin() + 1, arguments.end()));
  } catch (const ConfigurationShown& configuration) {
    options.help = configuration.text;
    return options;
  }
  if (values.count("help")) {
    std::ostringstream text;
    text << line->visible;
    options.help = text.str();
    return options;
  }
  if (values.count("version")) {
    options.command = Command::version;
    return options;
  }
  options.command = line->command;
  read_values(values, options);
  check(options);
  return options;
}

}  // namespace onus
