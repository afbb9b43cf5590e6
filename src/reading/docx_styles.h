#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

namespace onus {

// What a style, or a paragraph with its style, says about the structure of the text.
struct ParagraphFormat {
  std::uint8_t heading = 0;  // its level, 0 for none
  std::uint8_t list = 0;     // its depth, 0 for none
  bool quotation = false;
  bool contents = false;  // a line of a table of contents
  bool bold = false;
};

// The styles of a Word document, each with what it inherits. [ECMA-376-1, 17.7]
class Styles {
 public:
  Styles() = default;
  explicit Styles(pugi::xml_node root);

  // A w:pPr, or a null node.
  ParagraphFormat format_of(pugi::xml_node properties) const;
  // A w:rPr: whether its words are hidden, or bold. `otherwise` holds where it doesn't say.
  bool is_hidden(pugi::xml_node properties) const;
  bool is_bold(pugi::xml_node properties, bool otherwise) const;

 private:
  // nullopt: not said here, so that the style below counts.
  struct Style {
    std::string based_on;
    std::optional<std::uint8_t> heading;
    std::optional<std::uint8_t> list;
    std::optional<bool> quotation;
    std::optional<bool> contents;
    std::optional<bool> hidden;
    std::optional<bool> bold;
  };
  static Style read_style(pugi::xml_node node);
  static void inherit(Style& style, const Style& from);
  Style with_inherited(const std::string& id) const;
  const Style* find(std::string_view id) const;

  std::unordered_map<std::string, Style> styles_;  // with what they inherit, once constructed
  std::string default_paragraph_;
};

// The level that a style's name or identifier tells: "heading 2", "Überschrift 2", "Title"; 0 for none.
std::uint8_t heading_level_of_style(std::string_view name);

}  // namespace onus
