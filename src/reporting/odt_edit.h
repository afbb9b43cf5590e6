#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reporting/odt_anchor.h"
#include "reporting/xml_layout.h"

namespace onus {

// Collects comments and tracked changes for the XML of an OpenDocument text and writes them by place: what
// isn't touched keeps its bytes. [ODF 1.3, part 3, 5.5 and 14.1]
class OdtEdit {
 public:
  // `date`: "2026-01-31T09:00:00Z", or empty for none.
  OdtEdit(const XmlLayout&, std::string_view author, std::string_view date);

  // Whether `words` may give way to others: plain text that no other change has a part in.
  bool may_replace(SourceSpan words) const;
  void replace(SourceSpan words, std::string_view text);
  void comment(const OdtAnchor&, const std::vector<std::string>& paragraphs);

  std::string write() const;

 private:
  struct Markers {
    std::string ends;    // of comments that end here
    std::string begins;  // and of those that begin
  };
  struct Replaced {
    std::uint32_t end = 0;
    std::string with;
  };

  void find_changes();
  std::string prefix_for(std::string_view uri, std::string_view usual, std::string& declarations) const;
  std::string signature() const;
  std::string region(std::string_view id, std::string_view what, std::string_view content) const;
  std::uint32_t outside_of_changes(std::uint32_t place, bool begins) const;
  std::pair<std::uint32_t, std::string> regions() const;

  const XmlLayout& layout_;
  std::string author_;
  std::string date_;
  std::string office_, text_, dc_;  // prefixes with their colon
  std::string declarations_;        // of the first two, where the root doesn't bind them
  std::string dc_declaration_;
  std::string stem_;  // of names that the document has none of
  std::uint32_t count_ = 0;
  std::vector<SourceSpan> changes_;  // between the marks of changes that were there
  std::map<std::uint32_t, Markers> markers_;
  std::map<std::uint32_t, Replaced> replaced_;
  std::string regions_;
};

}  // namespace onus
