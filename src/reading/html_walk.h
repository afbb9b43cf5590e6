#pragma once

#include <gumbo.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reading/document_builder.h"
#include "reading/left_out.h"
#include "reading/table_cells.h"

namespace onus {

// Walks the body of an HTML file and writes its prose as a browser would show it: blanks collapse, blocks are
// parted, what is hidden stays so. No depth of nesting overthrows it.
class HtmlWalk {
 public:
  // `text` is what the tree was made from, and what the builder walks.
  HtmlWalk(DocumentBuilder& builder, std::string_view text) : builder_(builder), text_(text) {}

  void walk(const GumboNode* root);
  const LeftOut& left_out() const { return left_out_; }
  bool page_edges() const { return page_edges_; }

 private:
  // An element whose children are being read, and what was so before it.
  struct Frame {
    const GumboNode* node = nullptr;
    unsigned next = 0;
    bool is_block = false;
    bool is_table = false;
    bool is_list = false;
    bool is_quotation = false;
    std::uint8_t heading = 0;
    bool bold = false;
    bool note = false;
    bool preformatted = false;
    bool quote_marks = false;
  };
  // The rows below that a cell reaches down to, by column.
  struct Table {
    TableCells cells;
    std::vector<std::int32_t> reach;
    std::size_t column = 0;
  };

  void find_texts(const GumboNode* root);
  void enter(const GumboNode* node);
  void enter_element(const GumboNode* node);
  bool discards(const GumboNode* node);
  void push(const GumboNode* node);
  void begin_row();
  void begin_cell(const GumboNode* node);
  void fill_reached();
  void leave();
  void end_block();
  BlockShape shape() const;

  void read_text(const GumboNode* node);
  void read_words(std::string_view raw);
  std::size_t read_reference(std::string_view raw);
  void read_blank(std::string_view blank);
  void discard(const GumboNode* node, Treatment why);
  std::uint32_t place_of(const GumboNode* node) const;
  std::string_view raw_of(const GumboNode* node) const;

  DocumentBuilder& builder_;
  std::string_view text_;
  LeftOut left_out_;
  bool page_edges_ = false;                       // there were words at the top or the bottom of the pages
  std::map<std::uint32_t, std::uint32_t> texts_;  // where each text of the tree begins and ends
  std::map<std::string, std::string, std::less<>> references_;
  std::string title_;

  std::vector<Frame> frames_;
  std::vector<Table> tables_;
  std::uint32_t table_count_ = 0;
  int lists_ = 0;
  int quotations_ = 0;
  std::uint8_t heading_ = 0;
  bool bold_ = false;
  bool in_note_ = false;
  bool preformatted_ = false;

  bool all_bold_ = true;  // of the block that is open
  bool blank_before_ = true;
  bool styled_headings_ = false;
};

}  // namespace onus
