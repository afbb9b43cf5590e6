#include "reading/docx_xml.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <optional>
#include <utility>

#include "reading/unreadable.h"
#include "text/encoding.h"

namespace onus {

namespace {

constexpr const char* kDamaged =
    "is damaged inside; open it in a word processor, let it repair the file, and save it again";

// What pugixml keeps for a node and for an attribute.
constexpr std::uint64_t kNodeBytes = 72;
constexpr std::uint64_t kAttributeBytes = 48;

std::uint64_t most_tree_bytes(std::string_view bytes) {
  const auto count = [&](char mark) {
    return static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.end(), mark));
  };
  return count('<') * kNodeBytes + count('=') * kAttributeBytes;
}

struct KnownNamespace {
  std::string_view uri;
  Namespace meaning;
};

// Transitional and strict: [ECMA-376-1, Annex A]; OpenDocument: [ODF 1.3, part 3, 2.2].
constexpr std::array kKnown = {
    KnownNamespace{"http://schemas.openxmlformats.org/wordprocessingml/2006/main", Namespace::word},
    KnownNamespace{"http://purl.oclc.org/ooxml/wordprocessingml/main", Namespace::word},
    KnownNamespace{"http://schemas.openxmlformats.org/markup-compatibility/2006", Namespace::compatibility},
    KnownNamespace{"http://schemas.openxmlformats.org/officeDocument/2006/math", Namespace::math},
    KnownNamespace{"http://purl.oclc.org/ooxml/officeDocument/math", Namespace::math},
    KnownNamespace{"urn:oasis:names:tc:opendocument:xmlns:office:1.0", Namespace::odf_office},
    KnownNamespace{"urn:oasis:names:tc:opendocument:xmlns:text:1.0", Namespace::odf_text},
    KnownNamespace{"urn:oasis:names:tc:opendocument:xmlns:table:1.0", Namespace::odf_table},
    KnownNamespace{"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", Namespace::odf_drawing},
    KnownNamespace{"urn:oasis:names:tc:opendocument:xmlns:style:1.0", Namespace::odf_style},
};

std::string_view prefix_of(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? std::string_view() : qualified.substr(0, colon);
}

std::string utf8(std::uint32_t character) {
  if (character == 0 || character > 0x10FFFF || (character >= 0xD800 && character < 0xE000))
    return "\xEF\xBF\xBD";
  std::array<char, 4> bytes{};
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, character);
  return {bytes.data(), static_cast<std::size_t>(size)};
}

// "#8217", "#x2019"; 0 where it is no number.
std::uint32_t numbered_character(std::string_view name) {
  const bool hexadecimal = name.starts_with("#x") || name.starts_with("#X");
  name.remove_prefix(hexadecimal ? 2 : 1);
  if (name.empty() || name.size() > 8) return 0;
  std::uint64_t value = 0;
  for (const char c : name) {
    const char low = static_cast<char>(c | 0x20);
    const bool letter = hexadecimal && low >= 'a' && low <= 'f';
    if (!letter && (c < '0' || c > '9')) return 0;
    value = value * (hexadecimal ? 16 : 10) + static_cast<std::uint64_t>(letter ? low - 'a' + 10 : c - '0');
  }
  return value > 0x10FFFF ? 0xFFFD : static_cast<std::uint32_t>(value == 0 ? 0xFFFD : value);
}

}  // namespace

std::string xml_as_utf8(std::string bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  const std::string_view prolog = std::string_view(bytes).substr(0, bytes.find("?>"));
  const std::size_t declared = prolog.size() < 200 ? prolog.find("encoding=") : std::string_view::npos;
  const bool single =
      declared != std::string_view::npos && prolog.find("8859-1", declared) != std::string_view::npos;
  if (!wide && !single) return bytes;
  std::optional<Decoded> text = decode(bytes);
  if (!text) throw Unreadable(kDamaged);
  return std::move(text->utf8);
}

XmlPart::XmlPart(std::string bytes, const Limits& limits, Blanks blanks)
    : bytes_(xml_as_utf8(std::move(bytes))) {
  if (most_tree_bytes(bytes_) > limits.tree_bytes) {
    throw Unreadable("is too large for a report; split it, or save its text on its own");
  }
  const unsigned kept = blanks == Blanks::all ? pugi::parse_ws_pcdata : pugi::parse_ws_pcdata_single;
  const unsigned options = pugi::parse_cdata | kept | pugi::parse_doctype;
  const pugi::xml_parse_result result =
      document_.load_buffer_inplace(bytes_.data(), bytes_.size(), options, pugi::encoding_utf8);
  for (const pugi::xml_node each : document_.children()) {
    if (each.type() == pugi::node_doctype) {
      throw Unreadable(
          "has a document type declaration inside, which no report needs; check where it comes from");
    }
  }
  if (!result || !document_.document_element()) throw Unreadable(kDamaged);
}

std::string_view local_name(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
}

std::string_view local_name(pugi::xml_node node) { return local_name(std::string_view(node.name())); }

std::string_view attribute(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_attribute each : node.attributes()) {
    if (local_name(std::string_view(each.name())) == local) return each.value();
  }
  return {};
}

bool has_attribute(pugi::xml_node node, std::string_view local) {
  const auto attributes = node.attributes();
  return std::any_of(attributes.begin(), attributes.end(), [&](const pugi::xml_attribute& each) {
    return local_name(std::string_view(each.name())) == local;
  });
}

pugi::xml_node child(pugi::xml_node node, std::string_view local) {
  for (const pugi::xml_node each : node.children()) {
    if (local_name(each) == local) return each;
  }
  return {};
}

std::string decoded(std::string_view raw) {
  std::string text;
  while (!raw.empty()) {
    Entity entity = entity_at(raw);
    if (entity.size == 0) entity = {std::string(1, raw[0]), 1};
    text += entity.text;
    raw.remove_prefix(entity.size);
  }
  return text;
}

std::uint32_t place_of(pugi::xml_node node) {
  const std::ptrdiff_t offset = node.offset_debug();
  if (offset < 0) return 0;
  const bool element = node.type() == pugi::node_element;
  return static_cast<std::uint32_t>(element && offset > 0 ? offset - 1 : offset);
}

bool is_text(pugi::xml_node node) {
  return node.type() == pugi::node_pcdata || node.type() == pugi::node_cdata;
}

bool is_on(pugi::xml_node property) {
  if (!property) return false;
  const std::string_view value = attribute(property, "val");
  return value != "0" && value != "false" && value != "off";
}

std::int32_t number(std::string_view text, std::int32_t otherwise) {
  if (text.empty() || text.size() > 6) return otherwise;
  std::int32_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return otherwise;
    value = value * 10 + (c - '0');
  }
  return value;
}

pugi::xml_node next_beside(pugi::xml_node top, pugi::xml_node node) {
  while (node && node != top) {
    if (const pugi::xml_node sibling = node.next_sibling()) return sibling;
    node = node.parent();
  }
  return {};
}

pugi::xml_node next_inside(pugi::xml_node top, pugi::xml_node node) {
  if (const pugi::xml_node first = node.first_child()) return first;
  return next_beside(top, node);
}

Entity entity_at(std::string_view raw) {
  constexpr std::size_t kLongest = 12;
  if (raw.empty() || raw[0] != '&') return {};
  const std::size_t end = raw.substr(0, kLongest).find(';');
  if (end == std::string_view::npos || end < 2) return {};
  const std::string_view name = raw.substr(1, end - 1);
  if (name == "amp") return {"&", end + 1};
  if (name == "lt") return {"<", end + 1};
  if (name == "gt") return {">", end + 1};
  if (name == "quot") return {"\"", end + 1};
  if (name == "apos") return {"'", end + 1};
  if (name[0] != '#') return {};
  const std::uint32_t character = numbered_character(name);
  return character == 0 ? Entity{} : Entity{utf8(character), end + 1};
}

Namespace namespace_of(std::string_view uri) {
  for (const KnownNamespace& known : kKnown) {
    if (known.uri == uri) return known.meaning;
  }
  return Namespace::other;
}

Namespaces::Mark Namespaces::enter(pugi::xml_node element) {
  constexpr std::size_t kMost = 4096;
  const Mark mark = bindings_.size();
  for (const pugi::xml_attribute each : element.attributes()) {
    const char* name = each.name();
    if (std::strncmp(name, "xmlns", 5) != 0 || (name[5] != ':' && name[5] != '\0')) continue;
    const std::string_view prefix = name[5] == ':' ? name + 6 : "";
    const Namespace meaning = namespace_of(each.value());
    const bool shadows = of_prefix(prefix) != Namespace::other;
    if ((meaning != Namespace::other || shadows) && bindings_.size() < kMost)
      bindings_.push_back({prefix, meaning});
  }
  return mark;
}

void Namespaces::leave(Mark mark) { bindings_.resize(mark); }

Namespace Namespaces::of(std::string_view qualified) const { return of_prefix(prefix_of(qualified)); }

Namespace Namespaces::of_prefix(std::string_view prefix) const {
  for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding) {
    if (binding->prefix == prefix) return binding->meaning;
  }
  return Namespace::other;
}

}  // namespace onus
