#include "serving/editor_reply.h"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "linting/fingerprint.h"
#include "serving/hover_page.h"
#include "serving/uri.h"

namespace onus {
namespace {

using Json = nlohmann::json;

constexpr std::string_view kFixAll = "source.fixAll.onus";

int severity_number(Severity severity) {
  switch (severity) {
    case Severity::error:
      return 1;
    case Severity::warning:
      return 2;
    case Severity::note:
      break;
  }
  return 3;
}

// Kinds are hierarchical: who asks for "source" wants "source.fixAll.onus" too.
bool wanted(const Json& params, std::string_view kind) {
  const auto context = params.find("context");
  if (context == params.end() || !context->contains("only") || !context->at("only").is_array()) return true;
  for (const Json& only : context->at("only")) {
    if (!only.is_string()) continue;
    const std::string& name = only.get_ref<const std::string&>();
    if (name.empty() || kind == name || kind.starts_with(name + ".")) return true;
  }
  return false;
}

bool touches(SourceSpan a, SourceSpan b) { return a.begin <= b.end && b.begin <= a.end; }

std::string one_line(std::string text) {
  constexpr std::size_t kLongest = 120;
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (text.size() <= kLongest) return text;
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

}  // namespace

Json EditorReply::diagnostics() const {
  Json list = Json::array();
  for (const Finding& finding : reviewed_.report.findings)
    if (const auto span = in_source(reviewed_.report.document, finding.span))
      list.push_back(diagnostic(finding, *span));
  for (const Problem& problem : reviewed_.report.problems)
    list.push_back({{"range", reviewed_.places.range({0, 0})},
                    {"severity", 4},
                    {"source", "onus"},
                    {"message", problem.message}});
  return list;
}

Json EditorReply::diagnostic(const Finding& finding, SourceSpan span) const {
  Json json{{"range", reviewed_.places.range(span)},
            {"severity", severity_number(finding.severity)},
            {"code", finding.rule},
            {"source", "onus"},
            {"message", finding.message}};
  if (const std::string link = client_.links_codes ? rule_link(finding) : ""; !link.empty())
    json["codeDescription"] = {{"href", link}};
  return json;
}

// The file of the rule, at its line: its reason, its examples, and where to change it.
std::string EditorReply::rule_link(const Finding& finding) const {
  const Rule* rule = rules_.find(finding.rule);
  if (rule == nullptr || rule->file.empty()) return "";
  return uri_of(rule->file) + "#L" + std::to_string(rule->line);
}

Json EditorReply::actions(const Json& params) const {
  Json list = Json::array();
  const SourceSpan range = reviewed_.places.span(params.at("range"));
  if (wanted(params, "quickfix"))
    for (const Finding& finding : reviewed_.report.findings) {
      const auto found = in_source(reviewed_.report.document, finding.span);
      if (!found) continue;
      for (const Suggestion& suggestion : finding.suggestions)
        if (touches(*found, range) || touches_words(suggestion, range))
          if (Json action = quick_fix(finding, *found, suggestion); !action.is_null())
            list.push_back(std::move(action));
    }
  if (wanted(params, kFixAll))
    if (Json edits = all_rewrites(); !edits.empty()) {
      const std::string title = "Take all " + std::to_string(edits.size()) + " rewrites of this report";
      list.push_back({{"title", edits.size() == 1 ? "Take the one rewrite of this report" : title},
                      {"kind", kFixAll},
                      {"edit", edit(std::move(edits))}});
    }
  return list;
}

Json EditorReply::quick_fix(const Finding& finding, SourceSpan found, const Suggestion& suggestion) const {
  if (suggestion.kind == SuggestionKind::prompt) return nullptr;
  const auto span = replaceable(suggestion.span);
  if (!span) return nullptr;
  const bool safe = suggestion.kind == SuggestionKind::rewrite;
  return {{"title", (safe ? "Rewrite: " : "Reframe: ") + one_line(suggestion.text)},
          {"kind", "quickfix"},
          {"isPreferred", safe && &suggestion == &finding.suggestions.front()},
          {"diagnostics", {diagnostic(finding, found)}},
          {"edit", edit({text_edit(*span, suggestion.text)})}};
}

// A rewrite may begin before the words that were found.
bool EditorReply::touches_words(const Suggestion& suggestion, SourceSpan range) const {
  const auto span = replaceable(suggestion.span);
  return span && touches(*span, range);
}

// In Markdown only words that hold no mark of it; in plain text the words of several lines too.
std::optional<SourceSpan> EditorReply::replaceable(ProseSpan span) const {
  const Document& document = reviewed_.report.document;
  return document.format == Format::markdown ? editable(document, span) : in_source(document, span);
}

Json EditorReply::text_edit(SourceSpan span, const std::string& words) const {
  return {{"range", reviewed_.places.range(span)}, {"newText", words}};
}

Json EditorReply::edit(Json edits) const {
  if (!client_.changes_documents) return {{"changes", {{reviewed_.uri, std::move(edits)}}}};
  return {{"documentChanges",
           {{{"textDocument", {{"uri", reviewed_.uri}, {"version", reviewed_.version}}},
             {"edits", std::move(edits)}}}}};
}

// The first of each finding; of two for the same words, the earlier.
Json EditorReply::all_rewrites() const {
  std::vector<std::pair<SourceSpan, const Suggestion*>> chosen;
  for (const Finding& finding : reviewed_.report.findings)
    for (const Suggestion& suggestion : finding.suggestions)
      if (suggestion.kind == SuggestionKind::rewrite)
        if (const auto span = replaceable(suggestion.span)) {
          chosen.emplace_back(*span, &suggestion);
          break;
        }
  std::stable_sort(chosen.begin(), chosen.end(),
                   [](const auto& a, const auto& b) { return a.first.begin < b.first.begin; });
  Json edits = Json::array();
  std::uint32_t end = 0;
  for (const auto& [span, suggestion] : chosen) {
    if (span.begin < end) continue;
    edits.push_back(text_edit(span, suggestion->text));
    end = span.end;
  }
  return edits;
}

Json EditorReply::hover(const Json& position) const {
  const std::uint32_t place = reviewed_.places.place(position);
  std::string page;
  std::optional<SourceSpan> range;
  for (const Finding& finding : reviewed_.report.findings) {
    const auto span = in_source(reviewed_.report.document, finding.span);
    if (!span || place < span->begin || place > span->end) continue;
    if (!page.empty()) page += client_.reads_markdown ? "\n\n---\n\n" : "\n\n";
    page += hover_page(finding, rules_.find(finding.rule), client_.reads_markdown);
    if (!range) range = span;
  }
  if (!range) return nullptr;
  return {{"contents", {{"kind", client_.reads_markdown ? "markdown" : "plaintext"}, {"value", page}}},
          {"range", reviewed_.places.range(*range)}};
}

}  // namespace onus
