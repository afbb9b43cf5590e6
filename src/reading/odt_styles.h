#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "reading/docx_styles.h"

namespace onus {

// The styles of an OpenDocument text, each with what it inherits. [ODF 1.3, part 3, 16]
class OdtStyles {
 public:
  // Adds the styles inside an office:styles or office:automatic-styles; the latter after the former.
  void add(pugi::xml_node styles);

  // Of a paragraph with that style:name; `list` isn't said by it.
  ParagraphFormat paragraph(std::string_view name) const;
  // Of words with that style:name: whether they are hidden, or bold. `otherwise` holds where it doesn't say.
  bool is_hidden(std::string_view name) const;
  bool is_bold(std::string_view name, bool otherwise) const;

 private:
  struct Style {
    std::string parent;
    std::string shown_name;
    std::string_view weight;  // "bold", "normal"; "" where it isn't said
    std::string_view display;
    int outline = 0;
  };
  enum class Family : char { paragraph = 'p', text = 't' };
  template <class Visit>
  void each_up(Family family, std::string_view name, Visit visit) const;
  std::string_view weight(Family family, std::string_view name) const;

  // Paragraph and text styles may share a name, so the letter of the family stands before it.
  std::unordered_map<std::string, Style> styles_;
};

}  // namespace onus
