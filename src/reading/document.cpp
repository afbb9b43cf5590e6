#include "reading/document.h"

#include <algorithm>
#include <array>

namespace onus {

namespace {

// The first origin that ends behind `place`.
std::vector<Origin>::const_iterator origin_at(const Document& document, std::uint32_t place) {
  return std::partition_point(document.origins.begin(), document.origins.end(),
                              [place](const Origin& origin) { return origin.prose.end <= place; });
}

// What `origin` says about the source of those of its bytes that lie in `span`.
SourceSpan share(const Origin& origin, ProseSpan span) {
  if (!origin.copied) return origin.source;
  const std::uint32_t begin = std::max(origin.prose.begin, span.begin);
  const std::uint32_t end = std::min(origin.prose.end, span.end);
  return {origin.source.begin + (begin - origin.prose.begin),
          origin.source.begin + (end - origin.prose.begin)};
}

}  // namespace

std::optional<SourceSpan> in_source(const Document& document, ProseSpan span) {
  std::optional<SourceSpan> found;
  std::uint32_t part = 0;
  for (auto origin = origin_at(document, span.begin);
       origin != document.origins.end() && origin->prose.begin < std::max(span.end, span.begin + 1);
       ++origin) {
    const SourceSpan source = share(*origin, span);
    if (found && origin->part != part) return std::nullopt;
    part = origin->part;
    found = found ? join(*found, source) : source;
  }
  return found;
}

std::optional<SourceSpan> editable(const Document& document, ProseSpan span) {
  const auto origin = origin_at(document, span.begin);
  if (origin == document.origins.end() || !origin->copied || !origin->prose.contains(span))
    return std::nullopt;
  return share(*origin, span);
}

const Block* block_at(const Document& document, std::uint32_t place) {
  const auto block = std::partition_point(document.blocks.begin(), document.blocks.end(),
                                          [place](const Block& each) { return each.span.end <= place; });
  return block != document.blocks.end() && block->span.contains(place) ? &*block : nullptr;
}

std::string_view heading_of(const Document& document, const Block& block) {
  if (block.heading == kNoHeading) return {};
  return slice(std::string_view(document.prose), document.blocks[block.heading].span);
}

std::string_view name_of(Format format) {
  static constexpr std::array<std::string_view, 9> kNames = {"text", "markdown", "docx", "odt", "html",
                                                             "rtf",  "doc",      "pdf",  "mail"};
  return kNames[static_cast<std::size_t>(format)];
}

std::vector<std::uint32_t> line_starts(const Document& document) {
  std::vector<std::uint32_t> starts;
  if (document.format == Format::html) return starts;
  for (const Origin& origin : document.origins)
    if (!origin.copied && !origin.source.empty() && origin.source.begin < document.text.size() &&
        (document.text[origin.source.begin] == '\n' || document.text[origin.source.begin] == '\r'))
      starts.push_back(origin.prose.end);
  return starts;
}

}  // namespace onus
