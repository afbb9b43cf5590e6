#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string_view>

#include "reading/document_builder.h"

// What the walks through packed documents do with the words of one XML part.
namespace onus {

// A text, or all texts of an element, that is left out of the prose.
void skip_text(DocumentBuilder&, std::uint32_t part, pugi::xml_node text, Treatment why);
void skip_element(DocumentBuilder&, std::uint32_t part, pugi::xml_node element, Treatment why);
// Words at the cursor, with what their entities stand for.
void copy_words(DocumentBuilder&, std::string_view raw);
// An element that stands for `with` (a tab).
void insert_for(DocumentBuilder&, std::uint32_t part, pugi::xml_node element, std::string_view with);

}  // namespace onus
