#include "reporting/xml_layout.h"

#include <algorithm>
#include <optional>

#include "reading/docx_xml.h"

namespace onus {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// One attribute of a start tag: calls `see(name, value)` for each, in order.
template <class See>
void for_attributes(std::string_view tag, See see) {
  std::size_t at = 1;
  while (at < tag.size() && !is_blank(tag[at]) && tag[at] != '>' && tag[at] != '/') ++at;
  while (at < tag.size()) {
    while (at < tag.size() && is_blank(tag[at])) ++at;
    const std::size_t name = at;
    while (at < tag.size() && tag[at] != '=' && tag[at] != '>' && tag[at] != '/' && !is_blank(tag[at])) ++at;
    const std::string_view called = tag.substr(name, at - name);
    while (at < tag.size() && (is_blank(tag[at]) || tag[at] == '=')) ++at;
    if (called.empty() || at >= tag.size() || (tag[at] != '"' && tag[at] != '\'')) return;
    const std::size_t close = tag.find(tag[at], at + 1);
    if (close == std::string_view::npos) return;
    see(called, tag.substr(at + 1, close - at - 1));
    at = close + 1;
  }
}

// The end of the tag that begins at `at`, quotes respected; npos where there is none.
std::size_t tag_end(std::string_view bytes, std::size_t at) {
  char quote = '\0';
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
  }
  return std::string_view::npos;
}

std::string_view name_in(std::string_view tag, std::size_t from) {
  std::size_t at = from;
  while (at < tag.size() && !is_blank(tag[at]) && tag[at] != '>' && tag[at] != '/') ++at;
  return tag.substr(from, at - from);
}

// Reads the tags of a part from left to right.
class Scan {
 public:
  Scan(std::string_view bytes, std::vector<XmlElement>& elements) : bytes_(bytes), elements_(elements) {}

  bool run() {
    std::size_t at = bytes_.find('<');
    while (at != std::string_view::npos) {
      const std::size_t end = step(at);
      if (end == std::string_view::npos) return false;
      at = bytes_.find('<', end);
    }
    return open_.empty() && !elements_.empty();
  }

 private:
  struct Binding {
    std::string_view prefix;
    Namespace space = Namespace::other;
    std::size_t depth = 0;
  };

  std::size_t after(std::string_view mark, std::size_t from) const {
    const std::size_t found = bytes_.find(mark, from);
    return found == std::string_view::npos ? found : found + mark.size();
  }

  std::size_t step(std::size_t at) {
    const std::string_view rest = bytes_.substr(at);
    if (rest.starts_with("<!--")) return after("-->", at + 4);
    if (rest.starts_with("<![CDATA[")) return after("]]>", at + 9);
    if (rest.starts_with("<?")) return after("?>", at + 2);
    if (rest.starts_with("<!")) return std::string_view::npos;
    const std::size_t end = tag_end(bytes_, at);
    if (end == std::string_view::npos) return end;
    if (rest.starts_with("</")) return close(at, end);
    open(at, end);
    return end;
  }

  void open(std::size_t at, std::size_t end) {
    const std::string_view tag = bytes_.substr(at, end - at);
    XmlElement element;
    element.name = name_in(tag, 1);
    element.begin = static_cast<std::uint32_t>(at);
    element.open_end = element.close_begin = element.end = static_cast<std::uint32_t>(end);
    element.parent = open_.empty() ? kNoElement : open_.back();
    bind(tag);
    element.space = space_of(prefix_part(element.name));
    elements_.push_back(element);
    open_.push_back(static_cast<std::uint32_t>(elements_.size() - 1));
    if (tag.ends_with("/>")) leave();
  }

  std::size_t close(std::size_t at, std::size_t end) {
    if (open_.empty()) return std::string_view::npos;
    XmlElement& element = elements_[open_.back()];
    if (name_in(bytes_.substr(at, end - at), 2) != element.name) return std::string_view::npos;
    element.close_begin = static_cast<std::uint32_t>(at);
    element.end = static_cast<std::uint32_t>(end);
    leave();
    return end;
  }

  void leave() {
    while (!bindings_.empty() && bindings_.back().depth == open_.size()) bindings_.pop_back();
    open_.pop_back();
  }

  void bind(std::string_view tag) {
    if (tag.find("xmlns") == std::string_view::npos) return;
    const std::size_t depth = open_.size() + 1;
    for_attributes(tag, [&](std::string_view name, std::string_view value) {
      if (name == "xmlns") bindings_.push_back({"", namespace_of(value), depth});
      if (name.starts_with("xmlns:")) bindings_.push_back({name.substr(6), namespace_of(value), depth});
    });
  }

  Namespace space_of(std::string_view prefix) const {
    for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding)
      if (binding->prefix == prefix) return binding->space;
    return Namespace::other;
  }

  std::string_view bytes_;
  std::vector<XmlElement>& elements_;
  std::vector<std::uint32_t> open_;
  std::vector<Binding> bindings_;
};

// The character at the beginning of `text` as XML may hold it; its size there is 1 or more.
bool is_allowed(unsigned char c) { return c >= 0x20 || c == '\t' || c == '\n' || c == '\r'; }

}  // namespace

XmlLayout::XmlLayout(std::string_view bytes) : bytes_(bytes) { whole_ = Scan(bytes, elements_).run(); }

std::uint32_t XmlLayout::at(std::uint32_t place) const {
  const auto next = std::upper_bound(
      elements_.begin(), elements_.end(), place,
      [](std::uint32_t wanted, const XmlElement& element) { return wanted < element.begin; });
  if (next == elements_.begin()) return kNoElement;
  auto element = static_cast<std::uint32_t>(next - elements_.begin() - 1);
  while (element != kNoElement && place >= elements_[element].end) element = elements_[element].parent;
  return element;
}

bool XmlLayout::is(std::uint32_t element, Namespace space, std::string_view local) const {
  return element != kNoElement && elements_[element].space == space &&
         local_name(elements_[element].name) == local;
}

bool XmlLayout::is(std::uint32_t element, std::string_view local) const {
  return is(element, Namespace::word, local);
}

std::uint32_t XmlLayout::above(std::uint32_t element, std::string_view local) const {
  while (element != kNoElement && !is(element, local)) element = elements_[element].parent;
  return element;
}

std::vector<std::uint32_t> XmlLayout::children(std::uint32_t element) const {
  std::vector<std::uint32_t> list;
  for (std::uint32_t each = element + 1;
       each < elements_.size() && elements_[each].begin < elements_[element].close_begin; ++each)
    if (elements_[each].parent == element) list.push_back(each);
  return list;
}

std::string_view prefix_part(std::string_view qualified) {
  const std::size_t colon = qualified.find(':');
  return colon == std::string_view::npos ? std::string_view() : qualified.substr(0, colon);
}

std::string_view attribute_in(std::string_view start_tag, std::string_view local) {
  std::string_view found;
  for_attributes(start_tag, [&](std::string_view name, std::string_view value) {
    if (local_name(name) == local && !name.starts_with("xmlns")) found = value;
  });
  return found;
}

std::string_view prefix_bound_to(std::string_view start_tag, std::string_view ending) {
  std::string_view found;
  for_attributes(start_tag, [&](std::string_view name, std::string_view value) {
    if (name.starts_with("xmlns:") && value.ends_with(ending)) found = name.substr(6);
  });
  return found;
}

std::string escape_xml(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    // U+FFFE and U+FFFF are no characters of XML.
    const std::string_view three = text.substr(at, 3);
    if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
      escaped += "\xEF\xBF\xBD";
      at += 2;
    } else if (c == '&') {
      escaped += "&amp;";
    } else if (c == '<') {
      escaped += "&lt;";
    } else if (c == '>') {
      escaped += "&gt;";
    } else if (c == '"') {
      escaped += "&quot;";
    } else if (c == '\'') {
      escaped += "&#39;";
    } else if (is_allowed(static_cast<unsigned char>(c))) {
      escaped += c;
    }
  }
  return escaped;
}

}  // namespace onus
