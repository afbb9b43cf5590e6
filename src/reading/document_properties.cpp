#include "reading/document_properties.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "reading/docx_package.h"
#include "reading/docx_xml.h"
#include "reading/recognise.h"
#include "reading/unreadable.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::size_t kLongest = 200;

// Names under which programs keep a person.
constexpr std::array<std::string_view, 8> kPersons{"author", "creator", "manager", "editor",
                                                   "writer", "owner",   "by",      "name"};

std::string all_text(pugi::xml_node element) {
  std::string text;
  for (pugi::xml_node node = element.first_child(); node; node = next_inside(element, node))
    if (is_text(node)) text += decoded(node.value());
  std::string plain;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= 0x20;
    if (!blank) plain += c;
    if (blank && !plain.empty() && plain.back() != ' ') plain += ' ';
  }
  while (plain.ends_with(' ')) plain.pop_back();
  return plain.size() > kLongest ? "" : plain;  // what is longer is prose, and no property
}

bool is_date(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t digit : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
    if (text[digit] < '0' || text[digit] > '9') return false;
  return true;
}

bool names_person(std::string_view field) {
  return std::any_of(kPersons.begin(), kPersons.end(), [&](std::string_view word) {
    return field == word || field.ends_with(std::string(" ") + std::string(word)) ||
           field.ends_with(std::string("_") + std::string(word)) ||
           (word.size() > 4 && field.find(word) != std::string_view::npos);
  });
}

class PropertyReader {
 public:
  explicit PropertyReader(Package& package, const Limits& limits) : package_(package), limits_(limits) {}

  DocumentProperties read() && {
    read_part("docProps/core.xml");
    read_part("docProps/app.xml");
    read_part("docProps/custom.xml");
    read_part("meta.xml");
    return std::move(found_);
  }

 private:
  void read_part(const char* name) {
    try {
      std::optional<std::string> bytes = package_.read(name);
      if (!bytes) return;
      const XmlPart part(std::move(*bytes), limits_);
      for (pugi::xml_node node = part.root(); node; node = next_inside(part.root(), node)) read_element(node);
    } catch (const Unreadable&) {  // a report is read without them
    }
  }

  void read_element(pugi::xml_node node) {
    const std::string_view name = local_name(node);
    if (name == "created" || name == "creation-date") add_date("created", node);
    if (name == "modified" || (name == "date" && local_name(node.parent()) == "meta"))
      add_date("modified", node);
    if (name == "keywords" || name == "keyword") add("keywords", all_text(node));
    if (name == "category") add("category", all_text(node));
    if (name == "Company") add("company", all_text(node));
    if (name == "property" || name == "user-defined")
      add_own(decoded(attribute(node, "name")), all_text(node));
  }

  void add_date(const char* field, pugi::xml_node node) {
    const std::string text = all_text(node);
    if (is_date(text)) found_.emplace(field, text.substr(0, 10));
  }

  void add_own(const std::string& name, std::string value) {
    const std::string field = lower(name);
    constexpr std::size_t kLongestName = 60;
    if (field.empty() || field.size() > kLongestName || field.starts_with("_") || names_person(field)) return;
    if (field == "date" && !is_date(value)) return;
    add(field, field == "date" ? value.substr(0, 10) : std::move(value));
  }

  void add(const std::string& field, std::string value) {
    if (value.empty()) return;
    std::string& place = found_[field];
    if (!place.empty() && field == "keywords" && place.size() + value.size() < kLongest) {
      place += ", " + value;
    } else if (place.empty()) {
      place = std::move(value);
    }
  }

  Package& package_;
  const Limits& limits_;
  DocumentProperties found_;
};

template <class Source>
DocumentProperties read_from(const Source& source, const Limits& limits) {
  try {
    Package package(source, limits);
    return PropertyReader(package, limits).read();
  } catch (const Unreadable&) {
    return {};
  }
}

}  // namespace

DocumentProperties properties_of_file(const std::string& path, const Limits& limits) {
  return read_from(std::filesystem::path(path), limits);
}

DocumentProperties properties_of_bytes(const std::string& bytes, const Limits& limits) {
  if (recognise(std::string_view(bytes).substr(0, 4)) != FileKind::zip) return {};
  return read_from(std::string_view(bytes), limits);
}

}  // namespace onus
