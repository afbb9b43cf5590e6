#include "serving/editor_places.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace onus {
namespace {

using Json = nlohmann::json;

// Editors may send numbers as large as the protocol's uinteger has room for, and broken ones below zero.
std::uint32_t count_in(const Json& position, const char* name) {
  const auto value = position.at(name).get<std::int64_t>();
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, INT32_MAX));
}

Json json_of(EditorPosition position) { return {{"line", position.line}, {"character", position.character}}; }

}  // namespace

std::string_view name_of(PositionEncoding encoding) {
  switch (encoding) {
    case PositionEncoding::utf8:
      return "utf-8";
    case PositionEncoding::utf32:
      return "utf-32";
    case PositionEncoding::utf16:
      break;
  }
  return "utf-16";
}

EditorPosition EditorPlaces::position(std::uint32_t place) const {
  EditorPosition position = index_.editor_position(place);
  if (encoding_ == PositionEncoding::utf16) return position;
  const std::uint32_t begin = index_.place_of({position.line, 0});
  position.character = encoding_ == PositionEncoding::utf8
                           ? std::min(place, static_cast<std::uint32_t>(text_.size())) - begin
                           : index_.code_point(place) - index_.code_point(begin);
  return position;
}

std::uint32_t EditorPlaces::place(EditorPosition position) const {
  if (encoding_ == PositionEncoding::utf16) return index_.place_of(position);
  const std::uint32_t begin = index_.place_of({position.line, 0});
  const std::uint32_t end = index_.place_of({position.line, INT32_MAX});
  if (encoding_ == PositionEncoding::utf32)
    return std::min(index_.place_of_code_point(index_.code_point(begin) + position.character), end);
  std::uint32_t place = position.character < end - begin ? begin + position.character : end;
  while (place > begin && place < text_.size() && (static_cast<unsigned char>(text_[place]) & 0xC0U) == 0x80U)
    --place;
  return place;
}

Json EditorPlaces::range(SourceSpan span) const {
  return {{"start", json_of(position(span.begin))}, {"end", json_of(position(span.end))}};
}

std::uint32_t EditorPlaces::place(const Json& position) const {
  return place(EditorPosition{count_in(position, "line"), count_in(position, "character")});
}

SourceSpan EditorPlaces::span(const Json& range) const {
  const std::uint32_t begin = place(range.at("start"));
  return {begin, std::max(begin, place(range.at("end")))};
}

void apply_change(std::string& text, const Json& change, PositionEncoding encoding) {
  const std::string& words = change.at("text").get_ref<const std::string&>();
  const auto range = change.find("range");
  if (range == change.end() || range->is_null()) {
    text = words;
    return;
  }
  const SourceSpan span = EditorPlaces(text, encoding).span(*range);
  text.replace(span.begin, span.size(), words);
}

}  // namespace onus
