#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reading/document_builder.h"
#include "reading/docx_elements.h"
#include "reading/docx_styles.h"
#include "reading/docx_xml.h"
#include "reading/left_out.h"
#include "reading/table_cells.h"

namespace onus {

// The footnotes or the endnotes of a document, by their number in it.
class Notes {
 public:
  Notes() = default;
  Notes(std::uint32_t part, pugi::xml_node root);
  std::uint32_t part() const { return part_; }
  // Those that hold at its root.
  const std::shared_ptr<const Namespaces>& namespaces() const { return namespaces_; }
  // Gives each note once; null when there is none or it has been given.
  pugi::xml_node take(std::string_view id);
  // Those that were never taken.
  const std::unordered_map<std::string, pugi::xml_node>& rest() const { return notes_; }

 private:
  std::uint32_t part_ = 0;
  std::shared_ptr<const Namespaces> namespaces_ = std::make_shared<const Namespaces>();
  std::unordered_map<std::string, pugi::xml_node> notes_;
};

// Walks the body of a Word document and writes its prose: paragraphs where they stand, text boxes and notes
// behind the paragraph that holds their anchor. Tracked changes are read as if accepted. No depth of nesting
// overthrows it.
class DocxWalk {
 public:
  DocxWalk(DocumentBuilder& builder, const Styles& styles, Notes footnotes, Notes endnotes)
      : builder_(builder),
        styles_(styles),
        footnotes_(std::move(footnotes)),
        endnotes_(std::move(endnotes)) {}

  // Comments whose range is to be kept; see `ranges`.
  void watch(std::string_view comment) { ranges_.emplace(comment, ProseSpan{}); }
  void walk(std::uint32_t part, pugi::xml_node root);

  std::uint32_t pages() const { return pages_; }
  const LeftOut& left_out() const { return left_out_; }
  const std::map<std::string, ProseSpan, std::less<>>& ranges() const { return ranges_; }
  const Notes& footnotes() const { return footnotes_; }
  const Notes& endnotes() const { return endnotes_; }

 private:
  // An element whose children are being read.
  struct Frame {
    pugi::xml_node node;
    pugi::xml_node next;
    Namespaces::Mark mark = 0;
    WordElement element{};
  };
  // What is read later than where it stands in the file.
  struct Deferred {
    pugi::xml_node node;
    std::uint32_t part = 0;
    std::shared_ptr<const Namespaces> namespaces;
    bool is_note = false;
  };
  // Where the walk was before it turned aside.
  struct Scope {
    std::uint32_t part = 0;
    Namespaces namespaces;
    bool in_note = false;
    int drawings = 0;
  };
  struct Paragraph {
    ParagraphFormat format;
    bool all_bold = true;
    bool goes_on = false;     // its words go on in the next paragraph: its mark is deleted, or
    bool is_initial = false;  // it holds the large first letter
    std::uint32_t page = 1;
  };

  WordElement element_of(pugi::xml_node node) const;
  void enter(pugi::xml_node node);
  void enter_element(pugi::xml_node node);
  void push(pugi::xml_node node, WordElement element);
  void leave();
  void turn_aside();
  void defer_text_box(pugi::xml_node node);
  void defer_note(Notes& notes, pugi::xml_node reference);

  void begin_paragraph(pugi::xml_node node);
  void end_paragraph();
  void end_block();
  BlockShape shape() const;
  void begin_table();
  void begin_row(pugi::xml_node node);
  void begin_cell(pugi::xml_node node);
  void begin_drawing_child(pugi::xml_node node);
  void choose_branch(pugi::xml_node node);
  void field_mark(pugi::xml_node node);
  void comment_mark(pugi::xml_node node, WordElement element);

  void read_text(pugi::xml_node node);
  void insert(pugi::xml_node node, std::string_view with);
  void insert_symbol(pugi::xml_node node);
  bool in_instruction() const { return instructions_ > 0; }
  void discard(pugi::xml_node node, Treatment why);
  void discard_text(pugi::xml_node text, Treatment why);

  DocumentBuilder& builder_;
  const Styles& styles_;
  Notes footnotes_;
  Notes endnotes_;
  LeftOut left_out_;
  std::map<std::string, ProseSpan, std::less<>> ranges_;

  std::vector<Frame> frames_;
  std::vector<Scope> scopes_;
  std::vector<Deferred> deferred_;  // of the paragraph that is open
  Namespaces namespaces_;
  std::shared_ptr<const Namespaces> snapshot_;  // of namespaces_, while they haven't changed
  std::uint32_t part_ = 0;
  bool in_note_ = false;
  int drawings_ = 0;  // how many drawings the walk is inside of

  Paragraph paragraph_;
  bool run_bold_ = false;
  std::vector<bool> fields_;  // of each field that is open, whether its instruction is
  int instructions_ = 0;
  std::vector<TableCells> tables_;
  std::uint32_t table_count_ = 0;
  std::uint32_t pages_ = 1;
  bool styled_headings_ = false;
  bool drawing_has_text_ = false;
  bool drawing_has_picture_ = false;
};

}  // namespace onus
