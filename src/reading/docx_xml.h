#pragma once

#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reading/read.h"

namespace onus {

// One XML part of a package, parsed in place. Texts and attributes stay as they are in the file, entities and
// all, so that their offsets are those of the part (as UTF-8). Throws Unreadable for what isn't well-formed,
// has a DOCTYPE, or whose tree would go over the limit.
class XmlPart {
 public:
  // White space between two elements is a text of its own where the format says that it counts.
  enum class Blanks : std::uint8_t { only_when_alone, all };
  XmlPart(std::string bytes, const Limits& limits, Blanks blanks = Blanks::only_when_alone);
  XmlPart(const XmlPart&) = delete;
  XmlPart& operator=(const XmlPart&) = delete;

  pugi::xml_node root() const { return document_.document_element(); }

 private:
  std::string bytes_;
  pugi::xml_document document_;
};

// The bytes of a part as UTF-8, in which every place in it is counted, where they are UTF-16 with a mark or
// say ISO 8859-1; otherwise as they are. Throws Unreadable where they aren't what they say.
std::string xml_as_utf8(std::string bytes);

// The name without its prefix.
std::string_view local_name(std::string_view qualified);
std::string_view local_name(pugi::xml_node node);
// The attribute or child with that local name, whatever its prefix; "" or a null node where there is none.
std::string_view attribute(pugi::xml_node node, std::string_view local);
bool has_attribute(pugi::xml_node node, std::string_view local);
pugi::xml_node child(pugi::xml_node node, std::string_view local);
// A raw value with its entities replaced.
std::string decoded(std::string_view raw);
// Where a text begins, or the "<" of an element, in bytes of the part.
std::uint32_t place_of(pugi::xml_node node);
bool is_text(pugi::xml_node node);
// An on/off property: there, and not "0", "false" or "off".
bool is_on(pugi::xml_node property);
// A decimal number; `otherwise` where it isn't one, or absurd.
std::int32_t number(std::string_view text, std::int32_t otherwise);

// The next node after `node` in document order inside `top`, its children among them; null at the end. For
// walks that any depth of nesting may not overthrow.
pugi::xml_node next_inside(pugi::xml_node top, pugi::xml_node node);
pugi::xml_node next_beside(pugi::xml_node top, pugi::xml_node node);

// The entity at the beginning of `raw`: what it stands for and its size there, which is 0 where there is
// none.
struct Entity {
  std::string text;
  std::size_t size = 0;
};
Entity entity_at(std::string_view raw);

enum class Namespace : std::uint8_t {
  other,
  word,
  compatibility,
  math,
  odf_office,
  odf_text,
  odf_table,
  odf_drawing,
  odf_style
};

// By its URI, transitional or strict.
Namespace namespace_of(std::string_view uri);

// Which namespace each prefix means where a walk has got to: enter and leave its elements.
class Namespaces {
 public:
  using Mark = std::size_t;
  Mark enter(pugi::xml_node element);
  void leave(Mark mark);
  // Whether nothing was added since.
  bool is_at(Mark mark) const { return bindings_.size() == mark; }
  Namespace of(std::string_view qualified) const;

 private:
  struct Binding {
    std::string_view prefix;
    Namespace meaning = Namespace::other;
  };
  Namespace of_prefix(std::string_view prefix) const;
  std::vector<Binding> bindings_;
};

}  // namespace onus
