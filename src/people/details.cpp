#include "people/details.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "text/closed_list.h"

namespace onus {
namespace {

// Labels are short; a colon further off belongs to a sentence.
constexpr std::size_t kLongestLabel = 6;  // words

bool is_edge(char c) { return c == '\n' || c == '.' || c == ';' || c == '|' || c == ':'; }

std::string_view trimmed(std::string_view text) {
  const auto from = text.find_first_not_of(" \t\n*_-•");
  if (from == std::string_view::npos) return {};
  const auto to = text.find_last_not_of(" \t\n*_");
  return text.substr(from, to - from + 1);
}

// Plural labels name several people; "anyone" always may.
bool names_several(std::string_view label, std::string_view key) {
  if (key == "anyone" || key == "attendee") return true;
  const std::string words = fold_words(label);
  return words.ends_with("ren") || words.ends_with("s") || words.ends_with("(s)") ||
         words.find("children") != std::string::npos || words.find("parents") != std::string::npos ||
         words.find("(ren)") != std::string::npos || words.find("carers") != std::string::npos ||
         words.find("interest of") != std::string::npos || words.find("interests of") != std::string::npos ||
         words.find("matter of") != std::string::npos;
}

class DetailFinder {
 public:
  DetailFinder(const Document& document, const PeopleWords& words)
      : document_(document), words_(words), line_starts_(line_starts(document)) {}

  std::vector<Detail> run() {
    for (const Block& block : document_.blocks) {
      if (block.cell)
        read_cell(block);
      else if (block.kind == BlockKind::heading)
        read_heading(block);
      else if (!read_lines(block))
        read_item(block);
    }
    join_rows();
    // Those at a meeting may be anyone.
    for (Detail& detail : details_)
      if (detail.key == "attendee") {
        detail.key = "anyone";
        detail.meeting = true;
      }
    std::sort(details_.begin(), details_.end(),
              [](const Detail& a, const Detail& b) { return a.value < b.value; });
    return std::move(details_);
  }

 private:
  std::string_view text(ProseSpan span) const { return slice<ProseText>(document_.prose, span); }

  // "Child: …": all labels of a block. Lines may have been joined in reading, so a label may stand behind the
  // value of another, but the first has to open the block or a line of it. Whether there are any.
  bool read_lines(const Block& block) {
    const std::string_view prose = document_.prose;
    std::vector<Detail> found;
    for (std::uint32_t at = block.span.begin; at < block.span.end; ++at) {
      const bool colon = prose[at] == ':';
      if (!colon && !is_dash(block.span, at)) continue;
      const ProseSpan label = label_before(block.span, at, !found.empty());
      if (label.empty() || (!colon && !is_whole_label(block.span, label, at))) continue;
      const std::string_view key = words_.label(fold_words(text(label)));
      if (!found.empty() && found.back().value.end > label.begin) found.back().value.end = label.begin;
      const std::uint32_t value = colon ? at + 1 : static_cast<std::uint32_t>(prose.find(' ', at));
      found.push_back({{value, line_end(block.span, value)}, label, key, names_several(text(label), key)});
      // "Children:" over lines of the same paragraph
      if (opens_list(found.back()) && found.back().key != "anyone" && found.back().key != "attendee")
        found.back().value.end = block.span.end;
    }
    for (const Detail& detail : found)
      if (!detail.key.empty()) details_.push_back(detail);
    if (!found.empty()) list_ = opens_list(found.back()) ? found.back() : Detail{};
    return !found.empty();
  }

  // "Present:" with nothing behind it, above those who were.
  bool opens_list(const Detail& detail) const {
    return detail.several && !detail.key.empty() && trimmed(text(detail.value)).empty();
  }

  // "- Helen Doyle, Independent Chair" under such a label or heading.
  void read_item(const Block& block) {
    constexpr std::uint32_t kLongestItem = 120;  // bytes
    const std::string_view words = trimmed(text(block.span));
    const bool item = block.kind == BlockKind::list_item || !words.ends_with('.');
    if (list_.label.empty() || block.span.size() > kLongestItem || !item) {
      list_ = {};
      return;
    }
    if (list_.key != "anyone" && list_.key != "attendee" && !is_bare_item(words)) return;
    Detail detail = list_;
    detail.value = block.span;
    detail.several = false;
    details_.push_back(detail);
  }

  // "Ewan Hart (9)", "Isla Hart, DOB 3.4.19, Bryn Primary" under "Children", not "Leanne Hart – lives at …"
  // nor "Leanne Hart, mother to Ewan": behind the name nothing, an age, a date of birth or a school.
  bool is_bare_item(std::string_view words) const {
    const std::size_t mark = std::min({words.find(','), words.find('('), words.find(" – "), words.find(" - "),
                                       words.find(':'), words.size()});
    const std::string name = fold_words(trimmed(words.substr(0, mark)));
    constexpr std::ptrdiff_t kMostNames = 4;
    if (std::count(name.begin(), name.end(), ' ') >= kMostNames || names_anyone(name)) return false;
    const std::string rest = fold_words(words.substr(mark));
    const std::size_t said = rest.find_first_not_of(" ,(–:-");
    if (said == std::string::npos) return true;
    // "A.V., a female child, age 13"
    for (const std::string_view young : {"a female child", "a male child", "a minor", "a child", "an infant"})
      if (std::string_view(rest).substr(said).starts_with(young)) return true;
    if (names_anyone(rest)) return false;
    const std::string_view behind = std::string_view(rest).substr(said);
    if (behind.front() >= '0' && behind.front() <= '9') return true;
    for (const std::string_view opening : {"age", "dob", "d.o.b", "born", "date of birth", "year "})
      if (behind.starts_with(opening)) return true;
    for (const std::string_view school : {"school", "primary", "nursery", "academy", "college"})
      if (behind.find(school) != std::string_view::npos) return true;
    return false;
  }

  // Whether a word of the text is one of kin, a partner or a part ("mother", "victim").
  bool names_anyone(const std::string& folded) const {
    for (std::size_t at = 0; at < folded.size();) {
      const std::size_t end = std::min(folded.find_first_of(" ,();:'", at), folded.size());
      if (const PersonNoun* noun = words_.noun(std::string_view(folded).substr(at, end - at));
          noun != nullptr &&
          (noun->sort == NounSort::kin || noun->sort == NounSort::partner || noun->sort == NounSort::part))
        return true;
      at = end + 1;
    }
    return false;
  }

  // "Statement of Leanne Hart" over a document.
  void read_heading(const Block& block) {
    static constexpr std::string_view openings[] = {"statement of ", "witness statement of ", "affidavit of ",
                                                    "declaration of "};
    const std::string words = fold(text(block.span));
    const std::size_t before = details_.size();
    for (const std::string_view opening : openings)
      if (const auto at = words.find(opening);
          details_.size() == before &&
          (at == 0 || (at != std::string::npos && words.size() == block.span.size() && words[at - 1] == ' ')))
        add_statement(block.span, block.span.begin + static_cast<std::uint32_t>(at + opening.size()));
    list_ = {};
    if (details_.size() == before && words.find(": ") != std::string::npos) read_lines(block);
    const std::string_view key = words_.label(fold_words(trimmed(text(block.span))));
    if (!key.empty() && names_several(words, key)) list_ = {{}, block.span, key, true};
  }

  void add_statement(ProseSpan heading, std::uint32_t name) {
    details_.push_back({{name, heading.end}, {heading.begin, name}, "anyone"});
  }

  // "Children – Nima (11), Shirin (9)", "Mother | Leanne Hart": a dash or a bar between spaces, behind
  // nothing but the label.
  bool is_dash(ProseSpan block, std::uint32_t at) const {
    const std::string_view prose = document_.prose;
    if (at == block.begin || prose[at - 1] != ' ') return false;
    const std::string_view rest = text({at, block.end});
    return rest.starts_with("– ") || rest.starts_with("— ") || rest.starts_with("- ") ||
           rest.starts_with("| ");
  }

  bool is_whole_label(ProseSpan block, ProseSpan label, std::uint32_t dash) const {
    return label.end + 1 == dash && !words_.label(fold_words(text(label))).empty() &&
           (label.begin == block.begin || starts_line(label.begin) ||
            is_edge(document_.prose[label.begin - 1]) ||
            (label.begin > 1 && is_edge(document_.prose[label.begin - 2])));
  }

  bool starts_line(std::uint32_t place) const {
    return std::binary_search(line_starts_.begin(), line_starts_.end(), place);
  }

  std::uint32_t line_end(ProseSpan block, std::uint32_t from) const {
    const auto end = document_.prose.find('\n', from);
    return end == std::string::npos ? block.end : std::min(block.end, static_cast<std::uint32_t>(end));
  }

  // "Her ex-partner: Mark Wright"
  static std::string_view without_owner(std::string_view label) {
    for (const std::string_view owner : {"Her ", "His ", "Their "})
      if (label.starts_with(owner)) return label.substr(owner.size());
    return label;
  }

  ProseSpan label_before(ProseSpan block, std::uint32_t colon, bool anywhere) const {
    const std::string_view prose = document_.prose;
    std::uint32_t line = colon;
    while (line > block.begin && !is_edge(prose[line - 1]) && !starts_line(line)) --line;
    const std::string_view all = trimmed(text({line, colon})), whole = without_owner(all);
    if (whole.empty()) return {};
    const auto begin = static_cast<std::uint32_t>(whole.data() - prose.data());
    const auto end = static_cast<std::uint32_t>(begin + whole.size());
    const auto words = static_cast<std::size_t>(std::count(whole.begin(), whole.end(), ' ')) + 1;
    const bool opens =
        line == block.begin || prose[line - 1] == '\n' || prose[line - 1] == '|' || starts_line(line);
    const bool owned = whole.size() < all.size() && !words_.label(fold_words(whole)).empty();
    if (owned && (opens || anywhere)) return {begin, end};
    if (opens && words <= kLongestLabel) {
      if (!words_.label(fold_words(whole)).empty()) return {begin, end};
      return shorter_label(begin, end, false);
    }
    return anywhere || opens ? shorter_label(begin, end, true) : ProseSpan{};
  }

  // "Name of child 1", "Mother (PR)": the longest label at the end or at the beginning of what is there.
  ProseSpan shorter_label(std::uint32_t begin, std::uint32_t end, bool at_end) const {
    const std::string_view prose = document_.prose;
    for (std::uint32_t cut = begin; at_end && cut < end; ++cut) {
      if (cut != begin && prose[cut - 1] != ' ') continue;
      const auto words = std::count(prose.begin() + cut, prose.begin() + end, ' ') + 1;
      if (words <= static_cast<std::ptrdiff_t>(kLongestLabel) && starts_with_capital(prose.substr(cut, 4)) &&
          !words_.label(fold_words(text({cut, end}))).empty())
        return {cut, end};
    }
    for (std::uint32_t cut = end - 1; !at_end && cut > begin; --cut) {
      // "Garda L" is somebody.
      const bool ends = prose[cut] == '(' || prose[cut] == '/' ||
                        (prose[cut] == ' ' && !starts_with_capital(prose.substr(cut + 1, 4)));
      if (ends && !words_.label(fold_words(trimmed(text({begin, cut})))).empty()) return {begin, cut};
    }
    return {};
  }

  void read_cell(const Block& block) {
    list_ = {};
    const Cell& cell = *block.cell;
    Row& row = rows_[{cell.table, cell.row}];
    const std::string header = fold_words(trimmed(text(cell.header)));
    const std::string row_header = fold_words(trimmed(strip_colon(text(cell.row_header))));
    const auto key = words_.label(header);
    if (cell.row == 0 && cell.column == 0 && words_.names_person(fold_words(trimmed(text(block.span)))))
      named_tables_.insert(cell.table);
    // "Who" beside a column of names says what each is.
    const bool says_who = header == "who" && cell.column > 0 && named_tables_.contains(cell.table);
    if (!header.empty() && cell.row > 0 && (words_.names_relation(header) || says_who)) {
      if (row.relation.empty() || !row.by_relation) row.relation = block.span;
      row.by_relation |= header.starts_with("relation") || says_who;
      if (words_.names_work(header)) row.agency = block.span;
    } else if (!header.empty() && cell.row > 0 && words_.names_work(header)) {
      row.agency = block.span;
    } else if (header.starts_with("dob") || header.starts_with("date of birth") ||
               header.starts_with("age")) {
      row.age = block.span;
    } else if (!header.empty() && cell.row > 0 && !is_form(cell.table) &&
               (words_.names_person(header) || !key.empty())) {
      details_.push_back({block.span, cell.header, key.empty() ? "anyone" : key, true});
      row.names.push_back(details_.size() - 1);
    } else if (cell.column > 0 && (cell.row > 0 || is_form(cell.table)) && !row_header.empty() &&
               !words_.label(row_header).empty() && !is_of_plan(header)) {
      const auto row_key = words_.label(row_header);
      details_.push_back(
          {block.span, cell.row_header, row_key, names_several(strip_colon(text(cell.row_header)), row_key)});
    } else {
      read_lines(block);
    }
  }

  // "Who | What | When": beside "Children" stands what is to be done, not who they are.
  static bool is_of_plan(std::string_view header) {
    static constexpr std::array<std::string_view, 16> heads{
        "what",       "action",  "actions", "task", "when",         "by when",     "date",   "timescale",
        "timescales", "outcome", "measure", "how",  "how measured", "review date", "target", "progress"};
    return one_of(header, heads);
  }

  // A table whose first column holds labels ("Children", "Author", "Date") has no header: its first row is a
  // row like the others.
  bool is_form(std::uint32_t table) {
    if (!labels_counted_) {
      labels_counted_ = true;
      for (const Block& block : document_.blocks)
        if (block.cell) count_labels(*block.cell, fold_words(trimmed(strip_colon(text(block.span)))));
    }
    const auto labels = forms_.find(table);
    return labels != forms_.end() && labels->second >= 2;
  }

  // "Initials | Name | Agency": heads of columns, not labels of rows.
  void count_labels(const Cell& cell, const std::string& words) {
    constexpr int kHeaded = -1000;
    const bool head =
        cell.row == 0 && cell.column > 0 &&
        (words_.names_person(words) || words_.names_relation(words) || words_.names_work(words));
    if (head) forms_[cell.table] += kHeaded;
    if (cell.column == 0 && !words_.label(words).empty()) ++forms_[cell.table];
  }

  static std::string_view strip_colon(std::string_view text) {
    const auto colon = text.find(':');
    return colon == std::string_view::npos ? text : text.substr(0, colon);
  }

  void join_rows() {
    for (const auto& [place, row] : rows_)
      for (const std::size_t name : row.names) {
        // "Initials | Name | Agency": whose they are, the other columns say.
        if (row.names.size() > 1 && fold_words(trimmed(text(details_[name].label))) == "initials")
          details_[name].key = "anyone";
        details_[name].relation = row.relation;
        if (name == whose_age(row)) details_[name].age = row.age;
        details_[name].agency = row.agency;
      }
  }

  struct Row {
    std::vector<std::size_t> names;  // indexes in details_
    ProseSpan relation;
    bool by_relation = false;  // the column of `relation` is headed so
    ProseSpan age;
    ProseSpan agency;
  };

  // "Child | Age | Father": the age of the one who is named last before it, else first behind it.
  std::size_t whose_age(const Row& row) const {
    std::size_t whose = row.names.front();
    for (const std::size_t name : row.names)
      if (details_[name].value.begin < row.age.begin) whose = name;
    return whose;
  }

  const Document& document_;
  const PeopleWords& words_;
  std::set<std::uint32_t> named_tables_;  // tables whose first column holds names
  bool labels_counted_ = false;
  std::map<std::uint32_t, int> forms_;      // by table: cells of its first column that are labels
  std::vector<std::uint32_t> line_starts_;  // places in the prose where a line of the file begins
  std::vector<Detail> details_;
  Detail list_;  // what announces the items that follow; without a label: nothing does
  std::map<std::pair<std::uint32_t, std::uint32_t>, Row> rows_;  // by table and row
};

}  // namespace

std::vector<Detail> find_details(const Document& document, const PeopleWords& words) {
  return DetailFinder(document, words).run();
}

}  // namespace onus
