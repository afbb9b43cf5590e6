#pragma once

#include <cstdint>
#include <map>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "reading/document_builder.h"
#include "reading/docx_xml.h"
#include "reading/left_out.h"
#include "reading/odt_styles.h"
#include "reading/table_cells.h"

namespace onus {

// Walks the body of an OpenDocument text and writes its prose: paragraphs where they stand, text boxes and
// notes behind the paragraph that holds their anchor. Tracked changes are read as if accepted. No depth of
// nesting overthrows it. [ODF 1.3, part 3, 4 to 9]
class OdtWalk {
 public:
  OdtWalk(DocumentBuilder& builder, const OdtStyles& styles) : builder_(builder), styles_(styles) {}

  // `root` is what holds the office:text.
  void walk(std::uint32_t part, pugi::xml_node root);

  std::uint32_t pages() const { return pages_; }
  const LeftOut& left_out() const { return left_out_; }
  int comments() const { return comments_; }

 private:
  enum class Kind : std::uint8_t {
    transparent,
    paragraph,
    words,  // a stretch within a paragraph
    list,
    table,
    row,
    cell,
    deferred
  };
  // An element whose children are being read.
  struct Frame {
    pugi::xml_node node;
    pugi::xml_node next;
    Namespaces::Mark mark = 0;
    Kind kind{};
    bool bold = false;  // whether the words before it were
  };
  struct Deferred {
    pugi::xml_node node;
    Namespaces namespaces;
    bool is_note = false;
  };
  struct Scope {
    Namespaces namespaces;
    bool in_note = false;
    int lists = 0;
    bool words_bold = false;
    bool in_paragraph = false;
  };
  struct Paragraph {
    ParagraphFormat format;
    bool all_bold = true;
    bool blank_before = true;  // white space here would follow white space, and means nothing
    std::uint32_t page = 1;
  };

  void enter(pugi::xml_node node);
  void enter_text(pugi::xml_node node, std::string_view name);
  void enter_table(pugi::xml_node node, std::string_view name);
  void enter_drawing(pugi::xml_node node, std::string_view name);
  void enter_office(pugi::xml_node node, std::string_view name);
  void push(pugi::xml_node node, Kind kind);
  void leave();
  void turn_aside();
  void defer(pugi::xml_node node, bool is_note);

  void begin_paragraph(pugi::xml_node node, bool heading);
  void end_paragraph();
  void end_block();
  BlockShape shape() const;
  void begin_words(pugi::xml_node node);
  void begin_cell(pugi::xml_node node);
  void covered_cell(pugi::xml_node node);
  void read_comment(pugi::xml_node node);
  void end_comment(pugi::xml_node node);

  void read_text(pugi::xml_node text);
  void insert(pugi::xml_node node, std::string_view with);
  void discard(pugi::xml_node node, Treatment why);
  void discard_text(pugi::xml_node text, Treatment why);

  DocumentBuilder& builder_;
  const OdtStyles& styles_;
  LeftOut left_out_;
  int comments_ = 0;

  std::vector<Frame> frames_;
  std::vector<Scope> scopes_;
  std::vector<Deferred> deferred_;  // of the paragraph that is open
  Namespaces namespaces_;
  std::uint32_t part_ = 0;
  bool in_note_ = false;
  bool in_paragraph_ = false;
  int lists_ = 0;  // how many lists the walk is inside of

  Paragraph paragraph_;
  bool words_bold_ = false;
  std::vector<TableCells> tables_;
  std::vector<std::int32_t> covered_;  // cells beside the last one that it covers, for each table
  std::uint32_t table_count_ = 0;
  std::uint32_t pages_ = 1;
  bool styled_headings_ = false;
  std::map<std::string, std::size_t, std::less<>> open_remarks_;  // by the name of their range
};

}  // namespace onus
