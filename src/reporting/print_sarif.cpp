#include "reporting/print_sarif.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <ostream>

#include "linting/fingerprint.h"
#include "reporting/place.h"
#include "reporting/titles.h"
#include "text/ascii.h"
#include "text/percent.h"

namespace onus {
namespace {

using Json = nlohmann::ordered_json;

// As the path of a URI reference: what isn't plain is percent-encoded.
std::string uri_of(std::string_view path) {
  if (path == "-") return "stdin";
  const std::string uri = percent_encoded(path);
  return uri.starts_with("//") ? "/" + uri.substr(uri.find_first_not_of('/')) : uri;
}

class Log {
 public:
  explicit Log(const SarifOptions& options) : options_(options) {}

  Json run(const Report& report) {
    Json results = Json::array();
    for (const DocumentReport& document : report.documents) add(document, results);
    // All results of a run have them, or none [SARIF 2.1.0, 3.27.23].
    if (std::ranges::any_of(report.documents, [](const auto& each) { return !each.set_aside.empty(); }))
      for (Json& each : results) each.emplace("suppressions", Json::array());
    return {{"tool",
             {{"driver",
               {{"name", "onus"},
                {"version", ONUS_VERSION},
                {"semanticVersion", ONUS_VERSION},
                {"rules", std::move(rules_)}}}}},
            {"invocations", Json::array({invocation(report)})},
            {"columnKind", "unicodeCodePoints"},
            {"results", std::move(results)}};
  }

 private:
  static Json invocation(const Report& report) {
    Json notes = Json::array();
    const auto add = [&](const Problem& problem, const char* level) {
      notes.push_back({{"level", level},
                       {"message", {{"text", problem.message}}},
                       {"locations", Json::array({{{"physicalLocation", artifact(problem.source)}}})}});
    };
    for (const DocumentReport& document : report.documents)
      for (const Problem& problem : document.problems) add(problem, "warning");
    for (const Problem& problem : report.problems) add(problem, "error");
    return {{"executionSuccessful", report.problems.empty()}, {"toolExecutionNotifications", notes}};
  }

  static Json artifact(std::string_view source) { return {{"artifactLocation", {{"uri", uri_of(source)}}}}; }

  void add(const DocumentReport& document, Json& results) {
    const Places places(document);
    const std::vector<std::string> names = fingerprints(document);
    for (std::size_t i = 0; i < document.findings.size(); ++i)
      results.push_back(result(document, places, document.findings[i], names[i]));
    for (const auto& [finding, reason] : document.set_aside) {
      Json json = result(document, places, finding, {});
      json["suppressions"] = Json::array({{{"kind", "inSource"}, {"justification", reason}}});
      results.push_back(std::move(json));
    }
  }

  // The index of the finding's rule among those of the run; told the first time it is met.
  std::size_t rule_of(const Finding& finding) {
    const auto [known, fresh] = known_.emplace(finding.rule, rules_.size());
    if (!fresh) return known->second;
    Json rule{{"id", finding.rule}, {"shortDescription", {{"text", category_title(finding)}}}};
    if (!finding.why.empty()) rule["fullDescription"] = {{"text", trimmed(finding.why)}};
    if (!finding.reference.empty()) rule["help"] = {{"text", finding.reference}};
    if (finding.category) rule["properties"] = {{"tags", Json::array({name_of(*finding.category)})}};
    rules_.push_back(std::move(rule));
    return known->second;
  }

  Json result(const DocumentReport& document, const Places& places, const Finding& finding,
              const std::string& fingerprint) {
    Json json{{"ruleId", finding.rule},
              {"ruleIndex", rule_of(finding)},
              {"level", name_of(finding.severity)},
              {"message", {{"text", finding.message}}},
              {"locations", Json::array({location(document, places, finding)})}};
    if (!fingerprint.empty()) json["partialFingerprints"] = {{"onus/v1", fingerprint}};
    if (Json fixes = fixes_of(document, places, finding); !fixes.empty()) json["fixes"] = std::move(fixes);
    json["properties"] = properties(places, finding);
    return json;
  }

  Json location(const DocumentReport& document, const Places& places, const Finding& finding) const {
    Json physical = artifact(document.document.source);
    const std::string_view words = slice<ProseText>(document.document.prose, finding.span);
    if (const auto at = places.lines(finding.span)) {
      physical["region"] = region(*at);
      if (options_.include_text) physical["region"]["snippet"] = {{"text", words}};
    }
    Json json{{"physicalLocation", std::move(physical)}};
    if (const std::string_view heading = heading_over(document, finding); !heading.empty())
      json["logicalLocations"] = Json::array({{{"name", heading}, {"kind", "heading"}}});
    if (options_.include_text) json["message"] = {{"text", words}};
    return json;
  }

  static Json region(const Places::Lines& at) {
    return {{"startLine", at.begin.line},
            {"startColumn", at.begin.column},
            {"endLine", at.end.line},
            {"endColumn", at.end.column}};
  }

  // Only what is safe to apply, and only where the file is text.
  static Json fixes_of(const DocumentReport& document, const Places& places, const Finding& finding) {
    Json fixes = Json::array();
    for (const Suggestion& suggestion : finding.suggestions) {
      const auto at = places.lines(suggestion.span);
      if (suggestion.kind != SuggestionKind::rewrite || !at) continue;
      Json change = artifact(document.document.source);
      change["replacements"] =
          Json::array({{{"deletedRegion", region(*at)}, {"insertedContent", {{"text", suggestion.text}}}}});
      fixes.push_back({{"description", {{"text", "The same facts, better grammar"}}},
                       {"artifactChanges", Json::array({std::move(change)})}});
    }
    return fixes;
  }

  static Json properties(const Places& places, const Finding& finding) {
    Json suggestions = Json::array();
    for (const Suggestion& suggestion : finding.suggestions)
      suggestions.push_back(
          {{"kind", name_of(suggestion.kind)}, {"text", suggestion.text}, {"slots", suggestion.slots}});
    Json json{{"start", places.code_point(finding.span.begin)}, {"end", places.code_point(finding.span.end)}};
    if (finding.category) json["category"] = name_of(*finding.category);
    if (const std::uint32_t page = places.page(finding); page > 0) json["page"] = page;
    json["suggestions"] = std::move(suggestions);
    return json;
  }

  const SarifOptions& options_;
  Json rules_ = Json::array();
  std::map<std::string, std::size_t> known_;
};

}  // namespace

void print_sarif(std::ostream& out, const Report& report, const SarifOptions& options) {
  const Json log{{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                 {"version", "2.1.0"},
                 {"runs", Json::array({Log(options).run(report)})}};
  out << log.dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace onus
