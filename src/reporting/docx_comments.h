#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "reading/docx_package.h"
#include "reporting/docx_edit.h"

namespace onus {

struct DocxComment {
  std::uint32_t id = 0;
  std::vector<std::string> paragraphs;
};

// The parts of a Word document that comments need beside the markers in its text, with what is there kept:
// the comments, what later versions of Word note about each, the relationship and the content type.
class DocxCommentParts {
 public:
  DocxCommentParts(Package& package, std::string main_part, bool strict);

  // The existing comments; empty where there are none.
  const std::string& existing() const { return comments_; }
  // The members that are new or changed, each with its bytes.
  std::map<std::string, std::string> with(const std::vector<DocxComment>& comments,
                                          const Signature& signature);

 private:
  // One of the parts beside comments.xml; each has an entry for every comment where it is there at all.
  struct Companion {
    std::string name;
    std::string bytes;
  };

  void find_parts();
  Companion companion(const std::vector<Relationship>& relationships, std::string_view type);
  std::string paragraph_id(const DocxComment& comment) const;
  std::string comment_xml(const DocxComment& comment, const Signature& signature,
                          const WordPrefix& prefix) const;
  void add_relationship(std::map<std::string, std::string>& members);
  void add_content_type(std::map<std::string, std::string>& members);

  Package& package_;
  std::string main_part_;
  bool strict_ = false;
  bool related_ = false;  // the main part refers to the comments
  bool styled_ = false;   // the document has Word's styles for comments
  std::string comments_name_;
  std::string comments_;
  Companion extended_;
  Companion ids_;
  Companion extensible_;
};

// `xml` with `addition` before the end tag of its root, which it opens where it is empty.
std::string with_last_child(const std::string& xml, const std::string& addition);

}  // namespace onus
