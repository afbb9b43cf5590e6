#include "reporting/html_text.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "reporting/titles.h"
#include "reporting/xml_layout.h"
#include "text/ascii.h"

namespace onus {
namespace {

std::string element(std::string_view name, std::string_view attributes, const std::string& content) {
  return "<" + std::string(name) + std::string(attributes) + ">" + content + "</" + std::string(name) + ">";
}

std::string class_of(const Finding& finding) {
  return "s-" + std::string(name_of(finding.severity)) + " " + category_class(finding);
}

std::string reason(const Finding& finding) {
  std::string text;
  if (!trimmed(finding.why).empty())
    text += element("p", " class=\"muted\"", escape_xml(trimmed(finding.why)));
  if (!finding.reference.empty())
    text += element("p", " class=\"muted\"", "See: " + escape_xml(finding.reference));
  return text.empty() ? text
                      : "<details><summary>Why, and where this comes from</summary>" + text + "</details>";
}

// Writes the text of one document from its first block to its last.
class Marker {
 public:
  Marker(const DocumentReport& report, std::string id, std::string name)
      : report_(report), id_(std::move(id)), name_(std::move(name)) {}

  std::string all() {
    const auto& blocks = report_.document.blocks;
    std::string html;
    for (std::uint32_t block = 0; block < blocks.size();) {
      const std::uint32_t first = block;
      std::string words;
      if (blocks[block].cell) {
        words = table_from(block);
      } else {
        words = whole_block(block++);
      }
      html +=
          "<div class=\"row\"><div class=\"words\">" + words + "</div>" + notes(first, block) + "</div>\n";
    }
    return html;
  }

  std::string whole_block(std::uint32_t index) {
    const Block& block = report_.document.blocks[index];
    const std::string words = marked(block.span);
    switch (block.kind) {
      case BlockKind::heading:
        return heading(block, words);
      case BlockKind::list_item:
        return element("p", " class=\"item\"", words);
      case BlockKind::quotation:
        return element("p", " class=\"quote\"", words);
      case BlockKind::footnote:
      case BlockKind::comment:
        return element("p", " class=\"foot\"", words);
      default:
        return element("p", "", words);
    }
  }

 private:
  // Headings go down one step at a time, whatever the report does.
  std::string heading(const Block& block, const std::string& words) {
    level_ = std::min<int>({level_ + 1, block.level + 2, 6});
    level_ = std::max(level_, 3);
    return element("h" + std::to_string(level_), "", words);
  }

  // All cells of the table that `block` begins, which it leaves behind.
  std::string table_from(std::uint32_t& block) {
    const auto& blocks = report_.document.blocks;
    const std::uint32_t table = blocks[block].cell->table;
    std::map<std::uint32_t, std::map<std::uint32_t, std::string>> rows;
    bool has_header = false;
    std::set<std::uint32_t> columns;
    for (; block < blocks.size() && blocks[block].cell && blocks[block].cell->table == table; ++block) {
      const Cell& cell = *blocks[block].cell;
      has_header = has_header || !cell.header.empty();
      columns.insert(cell.column);
      std::string& text = rows[cell.row][cell.column];
      text += (text.empty() ? "" : "<br>") + marked(blocks[block].span);
    }
    std::string html, header;
    for (const auto& [row, cells] : rows) {
      const bool is_header = has_header && row == rows.begin()->first;
      (is_header ? header : html) += element("tr", "", row_of(cells, is_header, columns));
    }
    return table_begin("Table " + std::to_string(++tables_) + " of " + name_, header) + html +
           std::string(kTableEnd);
  }

  // A cell without words has no block, and keeps its place all the same.
  static std::string row_of(const std::map<std::uint32_t, std::string>& cells, bool is_header,
                            const std::set<std::uint32_t>& columns) {
    std::string html;
    for (const std::uint32_t column : columns) {
      const auto cell = cells.find(column);
      const bool is_title = is_header && cell != cells.end();
      html += element(is_title ? "th" : "td", is_title ? " scope=\"col\"" : "",
                      cell == cells.end() ? "" : cell->second);
    }
    return html;
  }

  std::vector<std::uint32_t> findings_in(ProseSpan span) const {
    std::vector<std::uint32_t> list;
    for (std::uint32_t i = 0; i < report_.findings.size(); ++i)
      if (report_.findings[i].span.overlaps(span)) list.push_back(i);
    return list;
  }

  // The words of `span`, cut wherever a finding begins or ends.
  std::string marked(ProseSpan span) {
    const std::vector<std::uint32_t> inside = findings_in(span);
    std::set<std::uint32_t> bounds{span.begin, span.end};
    for (const std::uint32_t index : inside)
      for (const std::uint32_t place : {report_.findings[index].span.begin, report_.findings[index].span.end})
        if (place > span.begin && place < span.end) bounds.insert(place);
    std::string html;
    for (auto bound = bounds.begin(); std::next(bound) != bounds.end(); ++bound)
      html += piece({*bound, *std::next(bound)}, inside);
    return html;
  }

  std::string piece(ProseSpan range, const std::vector<std::uint32_t>& inside) {
    const std::string words = escape_xml(slice<ProseText>(report_.document.prose, range));
    std::string open, close, references;
    for (const std::uint32_t index : inside) {
      const Finding& finding = report_.findings[index];
      if (!finding.span.overlaps(range)) continue;
      const bool begins = shown_.insert(index).second && !id_.empty();
      open += "<mark class=\"" + class_of(finding) + "\"" +
              (begins ? " id=\"" + id_ + "-m" + std::to_string(index + 1) + "\"" : "") + ">";
      close += "</mark>";
      if (finding.span.end == range.end && !id_.empty()) references += reference(index);
    }
    return open + words + close + references;
  }

  std::string reference(std::uint32_t index) const {
    const std::string number = std::to_string(index + 1);
    return "<a class=\"ref " + category_class(report_.findings[index]) + "\" href=\"#" + id_ + "-f" + number +
           "\"><span class=\"vh\">finding </span>" + number + "</a>";
  }

  std::string notes(std::uint32_t first, std::uint32_t end) {
    const auto& blocks = report_.document.blocks;
    std::string html;
    for (std::uint32_t block = first; block < end; ++block)
      for (const std::uint32_t index : findings_in(blocks[block].span)) {
        if (!noted_.insert(index).second) continue;
        const bool fresh = reasons_.insert(report_.findings[index].why).second;
        html += finding_card(report_, index, id_, fresh);
      }
    return html.empty() ? html
                        : "<ol class=\"notes\" aria-label=\"Findings on this passage\">" + html + "</ol>";
  }

  const DocumentReport& report_;
  std::string id_;
  std::string name_;
  int tables_ = 0;
  int level_ = 2;
  std::set<std::uint32_t> shown_;  // findings whose mark has its identifier
  std::set<std::uint32_t> noted_;  // findings with a card
  std::set<std::string> reasons_;  // told once
};

}  // namespace

std::string category_class(const Finding& finding) {
  return "c-" + (finding.category ? std::string(name_of(*finding.category)) : std::string("other"));
}

std::string finding_card(const DocumentReport& report, std::uint32_t index, const std::string& id,
                         bool with_reason) {
  const Finding& finding = report.findings[index];
  const std::string number = std::to_string(index + 1);
  std::string html = "<li class=\"finding " + class_of(finding) + "\"";
  std::string back;
  if (!id.empty()) {
    html += " id=\"" + id + "-f" + number + "\"";
    back = "<a href=\"#" + id + "-m" + number + "\"><span class=\"vh\">Words of finding </span>" + number +
           "</a>";
  }
  html += "><p class=\"head\">" + back + "<strong>" + escape_xml(category_title(finding)) +
          "</strong><span class=\"sev\">" + std::string(name_of(finding.severity)) +
          "</span><span class=\"rule\">" + escape_xml(finding.rule) + "</span></p>" +
          element("p", "", escape_xml(finding.message));
  for (const Suggestion& suggestion : finding.suggestions)
    html += "<p class=\"sug " + std::string(name_of(suggestion.kind)) + "\"><b>" +
            std::string(label_of(suggestion.kind)) + ":</b> " + escape_xml(suggestion.text) + "</p>";
  if (with_reason) html += reason(finding);
  return html + "</li>";
}

std::string table_begin(std::string_view label, const std::string& header) {
  return "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"" + escape_xml(label) +
         "\"><table>" + (header.empty() ? "" : element("thead", "", header)) + "<tbody>";
}

std::string header_row(const std::vector<std::string>& titles) {
  std::string cells;
  for (const std::string& title : titles)
    cells += title.empty() ? element("td", "", "") : element("th", " scope=\"col\"", escape_xml(title));
  return element("tr", "", cells);
}

std::string marked_text(const DocumentReport& report, const std::string& id, const std::string& name) {
  return Marker(report, id, name).all();
}

std::string marked_block(const DocumentReport& report, std::uint32_t block) {
  return Marker(report, "", "").whole_block(block);
}

}  // namespace onus
