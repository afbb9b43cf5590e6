#include "reading/xml_words.h"

#include <algorithm>

#include "reading/docx_xml.h"

namespace onus {

void skip_text(DocumentBuilder& builder, std::uint32_t part, pugi::xml_node text, Treatment why) {
  const std::string_view raw = text.value();
  builder.go_to(part, place_of(text), raw);
  builder.skip(raw.size(), why);
}

void skip_element(DocumentBuilder& builder, std::uint32_t part, pugi::xml_node element, Treatment why) {
  for (pugi::xml_node each = element; each; each = next_inside(element, each)) {
    if (is_text(each)) skip_text(builder, part, each, why);
  }
}

void copy_words(DocumentBuilder& builder, std::string_view raw) {
  while (!raw.empty()) {
    std::size_t plain = std::min(raw.find('&'), raw.size());
    const Entity entity = entity_at(raw.substr(plain));
    if (entity.size == 0 && plain < raw.size()) ++plain;
    if (plain > 0) builder.copy(plain);
    if (entity.size > 0) builder.replace(entity.size, as_prose(entity.text));
    raw.remove_prefix(plain + entity.size);
  }
}

void insert_for(DocumentBuilder& builder, std::uint32_t part, pugi::xml_node element, std::string_view with) {
  const std::size_t size = std::string_view(element.name()).size() + 1;
  builder.go_to(part, place_of(element), {element.name() - 1, size});
  builder.insert(size, with);
}

}  // namespace onus
