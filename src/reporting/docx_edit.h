#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reporting/docx_anchor.h"
#include "reporting/xml_layout.h"

namespace onus {

// Numbers for comments, changes and the like, none of which the document has.
class FreshIds {
 public:
  // Takes every w:id in the part for used.
  void see(const XmlLayout& layout);
  std::uint32_t next();

 private:
  std::set<std::uint32_t> used_;
  std::uint32_t last_ = 0;
};

// Who writes, and when: attributes for comments and changes.
struct Signature {
  std::string author;
  std::string date;  // "2026-01-31T09:00:00Z"; empty: none is written
};

// Collects what is to be written into the main part and writes it by place: what isn't touched keeps its
// bytes.
class DocxEdit {
 public:
  DocxEdit(const XmlLayout& layout, FreshIds& ids, Signature signature);

  // The markers of the comment with this id.
  void comment(std::uint32_t id, const DocxAnchor& anchor);
  // A tracked change: the words in `runs`, as DocxAnchors::plain_runs gives them, give way to `text`.
  void replace(SourceSpan words, const std::vector<std::uint32_t>& runs, std::string_view text);

  std::string write() const;

  // The prefix of the tags that are written, and what has to be declared with each where the document binds
  // none.
  std::string_view prefix() const { return prefix_; }
  std::string_view declaration() const { return declaration_; }

 private:
  struct Markers {
    std::string ends;    // of comments that end here
    std::string begins;  // and of those that begin, or are about a place
  };
  struct Deletion {
    SourceSpan words;
    std::string removed;   // the start tag of the w:del, but for its id
    std::string inserted;  // what comes after it, whole
  };
  struct RunEdit {
    std::map<std::uint32_t, Markers> cuts;
    std::vector<std::uint32_t> deletions;
  };

  std::string tag(std::string_view name, std::string_view attributes) const;
  std::string end_tag(std::string_view name) const;
  std::string signed_with(std::uint32_t id) const;
  Markers& markers_at(const DocxPoint& point);
  std::string reference(std::uint32_t id) const;
  std::string properties_of(std::uint32_t run, bool keep_changes) const;
  std::string fresh_properties(std::uint32_t run) const;
  std::string rewritten(std::uint32_t run, const RunEdit& edit) const;
  std::string piece(std::uint32_t run, SourceSpan range, bool first, bool deleted) const;
  std::string text_piece(std::uint32_t text, SourceSpan range, bool deleted) const;

  const XmlLayout& layout_;
  FreshIds& ids_;
  Signature signature_;
  std::string prefix_;
  std::string declaration_;
  std::map<std::uint32_t, Markers> between_;  // by place
  std::map<std::uint32_t, RunEdit> runs_;     // by element
  std::vector<Deletion> deletions_;
};

// The prefix that a part binds to WordprocessingML at its root, and the declaration to repeat where it binds
// none.
struct WordPrefix {
  std::string prefix;
  std::string declaration;  // ` xmlns:w="…"` or empty
};
WordPrefix word_prefix(const XmlLayout& layout);
bool is_strict(const XmlLayout& layout);  // ISO 29500 Strict

}  // namespace onus
