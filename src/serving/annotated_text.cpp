#include "serving/annotated_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "serving/bad_request.h"
#include "text/code_points.h"

namespace onus {
namespace {

using Json = nlohmann::json;

std::uint32_t utf16_size(std::string_view text) {
  return LineIndex(text).utf16(static_cast<std::uint32_t>(text.size()));
}

bool is_utf8(std::string_view text) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  for (std::uint32_t place = 0; place < text.size();) {
    const CodePoint c = code_point_at(text, place);
    if (c.value == 0xFFFD && text.substr(place, kReplacement.size()) != kReplacement) return false;
    place += c.size;
  }
  return true;
}

// A document has no NUL; a space keeps every place.
std::string without_nul(std::string text) {
  std::replace(text.begin(), text.end(), '\0', ' ');
  return text;
}

class Builder {
 public:
  void text(const std::string& words) { add(words, words, false); }
  void markup(const std::string& markup, const std::string& read_as) { add(markup, read_as, true); }
  AnnotatedText finish() && { return std::move(result_); }

 private:
  void add(const std::string& original, const std::string& read_as, bool markup) {
    if (!is_utf8(original) || !is_utf8(read_as)) throw BadRequest(400, "the text isn't UTF-8");
    const std::uint32_t length = utf16_size(original);
    const auto begin = static_cast<std::uint32_t>(result_.text.size());
    result_.text += without_nul(read_as);
    result_.parts.push_back(
        {{begin, static_cast<std::uint32_t>(result_.text.size())}, {place_, place_ + length}, markup});
    place_ += length;
  }
  AnnotatedText result_;
  std::uint32_t place_ = 0;
};

std::string member(const Json& part, const char* name) {
  const auto found = part.find(name);
  if (found == part.end()) return "";
  if (!found->is_string()) throw BadRequest(400, std::string("data: ") + name + " has to be a string");
  return found->get<std::string>();
}

void add_part(Builder& builder, const Json& part) {
  if (!part.is_object() || part.contains("text") == part.contains("markup"))
    throw BadRequest(400, "data: each part of annotation needs either text or markup");
  if (part.contains("text")) {
    builder.text(member(part, "text"));
  } else {
    builder.markup(member(part, "markup"), member(part, "interpretAs"));
  }
}

Json parse_object(std::string_view json) {
  Json data = Json::parse(json, nullptr, false);
  if (data.is_discarded() || !data.is_object()) throw BadRequest(400, "data has to be a JSON object");
  return data;
}

// The part that holds the byte at `place`, which lies in the text.
const AnnotatedText::Part& part_at(const AnnotatedText& annotated, std::uint32_t place) {
  const auto after =
      std::upper_bound(annotated.parts.begin(), annotated.parts.end(), place,
                       [](std::uint32_t at, const AnnotatedText::Part& part) { return at < part.span.end; });
  return after == annotated.parts.end() ? annotated.parts.back() : *after;
}

}  // namespace

AnnotatedText plain_text(const std::string& text) {
  Builder builder;
  builder.text(text);
  return std::move(builder).finish();
}

AnnotatedText parse_annotated(std::string_view json) {
  const Json data = parse_object(json);
  if (data.contains("text") == data.contains("annotation"))
    throw BadRequest(400, "data needs either text or annotation");
  if (data.contains("text")) return plain_text(member(data, "text"));
  if (!data["annotation"].is_array()) throw BadRequest(400, "data: annotation has to be a list");
  Builder builder;
  for (const Json& part : data["annotation"]) add_part(builder, part);
  return std::move(builder).finish();
}

Utf16Span in_original(const AnnotatedText& annotated, const LineIndex& index, SourceSpan span) {
  if (annotated.parts.empty()) return {};
  const AnnotatedText::Part& first = part_at(annotated, span.begin);
  const AnnotatedText::Part& last = part_at(annotated, span.empty() ? span.begin : span.end - 1);
  const auto within = [&](const AnnotatedText::Part& part, std::uint32_t place) {
    return part.original.begin + index.utf16(place) - index.utf16(part.span.begin);
  };
  const std::uint32_t begin = first.markup ? first.original.begin : within(first, span.begin);
  const std::uint32_t end = last.markup ? last.original.end : within(last, span.end);
  return {begin, std::max(begin, end)};
}

bool holds_markup(const AnnotatedText& annotated, Utf16Span span) {
  return std::any_of(annotated.parts.begin(), annotated.parts.end(), [&](const AnnotatedText::Part& part) {
    return part.markup && part.original.begin < span.end && span.begin < part.original.end;
  });
}

}  // namespace onus
