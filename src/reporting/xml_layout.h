#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Where every element of an XML part stands in its bytes, for writing into it without writing the rest anew.
namespace onus {

enum class Namespace : std::uint8_t;  // of reading/docx_xml.h

inline constexpr std::uint32_t kNoElement = UINT32_MAX;

// Places are bytes of the part. An element without content has open_end == close_begin == end.
struct XmlElement {
  std::string_view name;          // as written, with its prefix
  std::uint32_t begin = 0;        // of "<"
  std::uint32_t open_end = 0;     // after ">" of the start tag
  std::uint32_t close_begin = 0;  // of "</"
  std::uint32_t end = 0;          // after the end tag
  std::uint32_t parent = kNoElement;
  Namespace space{};
  bool has_content() const { return close_begin > open_end || end > close_begin; }
};

// All elements of a well-formed part without a DOCTYPE, in the order of their start tags. `bytes` have to
// outlive it. Linear time; what isn't well-formed gives a layout that ends early, which `whole` tells.
class XmlLayout {
 public:
  explicit XmlLayout(std::string_view bytes);

  std::string_view bytes() const { return bytes_; }
  const std::vector<XmlElement>& elements() const { return elements_; }
  const XmlElement& operator[](std::uint32_t element) const { return elements_[element]; }
  bool whole() const { return whole_; }

  // The innermost element that holds `place`, or kNoElement. Logarithmic but for the depth.
  std::uint32_t at(std::uint32_t place) const;
  // An element of that namespace and local name; without a namespace, of WordprocessingML.
  bool is(std::uint32_t element, Namespace space, std::string_view local) const;
  bool is(std::uint32_t element, std::string_view local) const;
  // Its nearest ancestor (or itself) of that name, or kNoElement.
  std::uint32_t above(std::uint32_t element, std::string_view local) const;
  // Its child elements, in order.
  std::vector<std::uint32_t> children(std::uint32_t element) const;
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
    return bytes_.substr(begin, end - begin);
  }
  std::string_view source(std::uint32_t element) const {
    return slice(elements_[element].begin, elements_[element].end);
  }
  std::string_view start_tag(std::uint32_t element) const {
    return slice(elements_[element].begin, elements_[element].open_end);
  }

 private:
  std::string_view bytes_;
  std::vector<XmlElement> elements_;
  bool whole_ = false;
};

std::string_view prefix_part(std::string_view qualified);

// The raw value of an attribute in a start tag by its local name, whatever its prefix; empty where there is
// none.
std::string_view attribute_in(std::string_view start_tag, std::string_view local);
// The prefix that a start tag binds to a namespace URI that ends with `ending`; empty where there is none or
// it is the default one.
std::string_view prefix_bound_to(std::string_view start_tag, std::string_view ending);

// Text as XML: the five entities, and nothing that XML 1.0 may not hold.
std::string escape_xml(std::string_view text);

}  // namespace onus
