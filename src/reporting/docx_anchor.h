#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "reporting/xml_layout.h"
#include "text/span.h"

namespace onus {

// Where markers may be put into the body of a Word document.
struct DocxPoint {
  enum class Where : std::uint8_t { before, after, inside };
  Where where = Where::before;
  std::uint32_t element = kNoElement;  // for `inside` the run that is cut
  std::uint32_t place = 0;             // for `inside`: between two of its children, or inside a w:t
  friend bool operator==(const DocxPoint&, const DocxPoint&) = default;
};

// The two ends of a comment. `exact` says that it lies on the words and on nothing more.
struct DocxAnchor {
  DocxPoint begin;
  DocxPoint end;
  bool exact = false;
};

// Finds the places for comments in the main part. A comment is put outside of what would not bear it: a field
// with its result, a content control in a line, a hyperlink, a drawing with its text boxes. Where a content
// control holds whole paragraphs, LibreOffice loses the words of the first one if a comment is in it, so that
// comment goes to a paragraph beside it. [ECMA-376-1, 17.13.4]
class DocxAnchors {
 public:
  explicit DocxAnchors(const XmlLayout& layout);

  // For words of the main part; nullopt where no paragraph would bear a comment on them.
  std::optional<DocxAnchor> on(SourceSpan words) const;
  // For the note that this element of the main part refers to.
  std::optional<DocxAnchor> on_reference(std::uint32_t reference) const;
  // The runs that hold `words`, where they are plain text of one paragraph outside of everything that a
  // tracked change could harm; else empty.
  std::vector<std::uint32_t> plain_runs(SourceSpan words) const;

 private:
  // A complex field from the run that begins it to the run that ends it.
  struct Field {
    std::uint32_t first = kNoElement;
    std::uint32_t last = kNoElement;
  };
  // The paragraph of the body that an element belongs to, and the child of it that holds the element.
  struct Home {
    std::uint32_t paragraph = kNoElement;
    std::uint32_t child = kNoElement;  // a child of the paragraph, or a run in a w:ins or w:moveTo of it
    bool direct = false;               // the element is that child, or a w:t of it
  };

  void find_fields();
  void find_paragraphs();
  bool bears_comments(std::uint32_t paragraph) const;
  std::optional<DocxAnchor> beside(std::uint32_t paragraph) const;
  std::optional<DocxPoint> edge_of(std::uint32_t paragraph, bool last) const;
  void find_bookmarks();
  bool is_bookmarked(SourceSpan range) const;
  bool collect_fields(bool within_paragraphs);  // whether all have an end
  std::optional<Field> field_at(std::uint32_t place) const;
  Home home_of(std::uint32_t element) const;
  std::optional<DocxAnchor> around(const Field& field) const;
  DocxPoint begin_at(std::uint32_t run, std::uint32_t text, std::uint32_t place) const;
  DocxPoint end_at(std::uint32_t run, std::uint32_t text, std::uint32_t place) const;
  bool may_delete(std::uint32_t run) const;
  bool is_loose_mark(std::uint32_t element) const;

  const XmlLayout& layout_;
  std::vector<Field> fields_;              // the outermost, in order
  std::vector<std::uint32_t> paragraphs_;  // outside of drawings, in order
  std::vector<SourceSpan> bookmarks_;
  bool has_frames_ =
      false;  // LibreOffice takes every tracked change of a document with a drop capital for accepted
  std::set<std::uint32_t> unbearing_;  // those that a content control begins with
};

// Whether a w:t can be cut in two without changing what Word shows of it.
bool can_cut(const XmlLayout& layout, std::uint32_t text);

}  // namespace onus
