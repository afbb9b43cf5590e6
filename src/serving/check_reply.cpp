#include "serving/check_reply.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "text/ascii.h"

namespace onus {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kReplacements = 10;
constexpr std::uint32_t kContext = 40;  // UTF-16 units on each side

std::string_view category_id(const Finding& finding) {
  return finding.category ? name_of(*finding.category) : "plain-style";
}

// "victim-blaming" as "Victim blaming".
std::string readable(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '-', ' ');
  return capitalised(std::move(name));
}

// A suggestion that may stand for words of the client's text.
struct Replacement {
  SourceSpan span;
  const Suggestion* suggestion = nullptr;
};

class Reply {
 public:
  Reply(const CheckRequest& request, const DocumentReport& report)
      : request_(request), report_(report), index_(report.document.text) {}

  Json matches() const {
    Json list = Json::array();
    for (const Finding& finding : report_.findings)
      if (request_.wants(finding.rule, std::string(category_id(finding))))
        if (const auto span = in_source(report_.document, finding.span))
          list.push_back(match(finding, *span));
    return list;
  }

  Json sentence_ranges() const {
    Json list = Json::array();
    for (const Sentence& sentence : report_.analysis.sentences)
      if (const auto span = in_source(report_.document, sentence.span)) {
        const Utf16Span range = original(*span);
        list.push_back({range.begin, range.end});
      }
    return list;
  }

 private:
  Json match(const Finding& finding, SourceSpan found) const {
    const std::vector<Replacement> replacements = replacements_of(finding, found);
    SourceSpan span = found;
    for (const Replacement& replacement : replacements) span = join(span, replacement.span);
    const Utf16Span range = original(span);
    Json json{{"message", message(finding)}, {"shortMessage", readable(category_id(finding))}};
    json["replacements"] = values(replacements, span);
    json["offset"] = range.begin;
    json["length"] = range.size();
    json["context"] = context(span);
    json["sentence"] = sentence_of(finding);
    json["type"] = {{"typeName", finding.severity == Severity::note ? "Hint" : "Other"}};
    json["rule"] = rule(finding);
    json["ignoreForIncompleteSentence"] = false;
    json["contextForSureMatch"] = 0;
    return json;
  }

  // Rewrites, then reframes. A prompt is a question and stands for no words; what would take markup away that
  // wasn't read is not offered.
  std::vector<Replacement> replacements_of(const Finding& finding, SourceSpan found) const {
    std::vector<Replacement> list;
    for (const SuggestionKind kind : {SuggestionKind::rewrite, SuggestionKind::reframe})
      for (const Suggestion& suggestion : finding.suggestions)
        if (suggestion.kind == kind && list.size() < kReplacements)
          if (const auto span = in_source(report_.document, suggestion.span);
              span && !holds_markup(request_.text, original(join(*span, found))))
            list.push_back({*span, &suggestion});
    return list;
  }

  // All replacements of a match stand for the same words, so each takes what is round it with it.
  Json values(const std::vector<Replacement>& replacements, SourceSpan span) const {
    Json list = Json::array();
    for (const Replacement& replacement : replacements) {
      std::string value(source({span.begin, replacement.span.begin}));
      value += replacement.suggestion->text;
      value += source({replacement.span.end, span.end});
      list.push_back({{"value", std::move(value)}});
    }
    return list;
  }

  // Questions can't be offered as replacements, so they are asked here.
  static std::string message(const Finding& finding) {
    std::string text = finding.message;
    for (const Suggestion& suggestion : finding.suggestions)
      if (suggestion.kind == SuggestionKind::prompt) text += " " + suggestion.text;
    return text;
  }

  Json context(SourceSpan span) const {
    const std::uint32_t begin = index_.utf16(span.begin);
    const std::uint32_t end = index_.utf16(span.end);
    const std::uint32_t from = index_.place_of_utf16(begin > kContext ? begin - kContext : 0);
    const std::uint32_t to = index_.place_of_utf16(end + kContext);
    return {{"text", source({from, to})}, {"offset", begin - index_.utf16(from)}, {"length", end - begin}};
  }

  std::string_view sentence_of(const Finding& finding) const {
    const auto span = in_source(report_.document, report_.analysis.sentences[finding.sentence].span);
    return span ? trimmed(source(*span)) : "";
  }

  static Json rule(const Finding& finding) {
    const bool note = finding.severity == Severity::note;
    const std::string_view id = category_id(finding);
    return {{"id", finding.rule},
            {"description", trimmed(finding.why.empty() ? finding.message : finding.why)},
            {"issueType", note ? "style" : "register"},
            {"category", {{"id", note ? std::string_view("STYLE") : id}, {"name", readable(id)}}},
            {"isPremium", false}};
  }

  std::string_view source(SourceSpan span) const { return slice<SourceText>(report_.document.text, span); }
  Utf16Span original(SourceSpan span) const { return in_original(request_.text, index_, span); }

  const CheckRequest& request_;
  const DocumentReport& report_;
  LineIndex index_;
};

Json reply_with(const CheckRequest& request, Json matches, Json sentences) {
  const LanguageCode& language = request.language;
  return {{"software", software_block()},
          {"warnings", {{"incompleteResults", false}}},
          {"language",
           {{"name", language.name},
            {"code", language.code},
            {"detectedLanguage",
             {{"name", language.name}, {"code", language.code}, {"confidence", 1.0}, {"source", "asked"}}}}},
          {"matches", std::move(matches)},
          {"sentenceRanges", std::move(sentences)}};
}

}  // namespace

Json check_reply(const CheckRequest& request, const DocumentReport& report) {
  const Reply reply(request, report);
  return reply_with(request, reply.matches(), reply.sentence_ranges());
}

Json empty_check_reply(const CheckRequest& request) {
  return reply_with(request, Json::array(), Json::array());
}

Json software_block() {
  return {{"name", "onus"},   {"version", ONUS_VERSION}, {"buildDate", ""}, {"apiVersion", 1},
          {"premium", false}, {"premiumHint", ""},       {"status", ""}};
}

Json languages_reply() {
  Json list = Json::array();
  for (const LanguageCode& language : offered_languages())
    list.push_back({{"name", language.name}, {"code", "en"}, {"longCode", language.code}});
  return list;
}

}  // namespace onus
