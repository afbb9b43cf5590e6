#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <utility>

#include "reading/document_builder.h"
#include "reading/docx_package.h"
#include "reading/docx_styles.h"
#include "reading/docx_walk.h"
#include "reading/docx_xml.h"
#include "reading/left_out.h"
#include "reading/readers.h"
#include "reading/remark_text.h"
#include "reading/unreadable.h"
#include "reading/xml_words.h"
#include "text/ascii.h"

namespace onus {

namespace {

// A zip that holds something else than a report.
[[noreturn]] void refuse_package(Package& package) {
  if (package.has("xl/workbook.xml"))
    throw Unreadable("is a spreadsheet, not a report; save its text as .docx or .txt");
  if (package.has("ppt/presentation.xml"))
    throw Unreadable("is a presentation, not a report; save its text as .docx");
  throw Unreadable("is a zip without a report in it; unpack it and give the reports that it holds");
}

void check_root(pugi::xml_node root, Package& package) {
  Namespaces namespaces;
  namespaces.enter(root);
  if (local_name(root) == "document" && namespaces.of(root.name()) == Namespace::word) return;
  refuse_package(package);
}

// A comment that speaks to this program, until it is known which words it is on.
struct WordRemark {
  std::string comment;
  Remark remark;
};

class DocxReader {
 public:
  DocxReader(Package& package, std::string source)
      : package_(package), builder_(std::move(source), Format::docx) {}

  Document read(const Limits& limits) && {
    limits_ = limits;
    const std::string name = package_.main_part();
    if (name.empty()) refuse_package(package_);
    std::optional<std::string> bytes = package_.read(name);
    if (!bytes) refuse_package(package_);
    const XmlPart body(std::move(*bytes), limits_);
    check_root(body.root(), package_);
    const std::uint32_t part = builder_.add_part(name);
    parts_ = package_.relationships(name);
    const OptionalPart styles = open_part("styles");
    const Styles known = styles.xml ? Styles(styles.xml->root()) : Styles();
    const OptionalPart footnotes = open_part("footnotes");
    const OptionalPart endnotes = open_part("endnotes");
    read_comments();
    DocxWalk walk(builder_, known, notes_of(footnotes), notes_of(endnotes));
    for (const WordRemark& each : remarks_) walk.watch(each.comment);
    walk.walk(part, body.root());
    add_remarks(walk.ranges());
    skip_rest(walk.footnotes());
    skip_rest(walk.endnotes());
    read_headers();
    say_comments(builder_, comments_);
    say_what_was_left_out(builder_, walk.left_out());
    drop_pages_unless_known(walk.pages());
    builder_.document().encoding = "UTF-8";
    return std::move(builder_).finish();
  }

 private:
  struct OptionalPart {
    std::string name;
    std::unique_ptr<XmlPart> xml;
  };

  // A part that the document may do without; when it is damaged, that is said and the rest is read.
  OptionalPart open(const std::string& name) {
    OptionalPart part{name, nullptr};
    std::optional<std::string> bytes = package_.read(name);
    if (!bytes) return part;
    try {
      part.xml = std::make_unique<XmlPart>(std::move(*bytes), limits_);
    } catch (const Unreadable& why) {
      builder_.left_out("the part " + name, std::string("it ") + why.what());
    }
    return part;
  }

  OptionalPart open_part(std::string_view type) {
    for (const Relationship& each : parts_) {
      if (each.type == type && !each.target.empty()) return open(each.target);
    }
    return {};
  }

  Notes notes_of(const OptionalPart& part) {
    return part.xml ? Notes(builder_.add_part(part.name), part.xml->root()) : Notes();
  }

  struct Taken {
    std::string text;
    SourceSpan where;  // from its first word to its last, with the tags between
    std::uint64_t bytes = 0;
  };

  // Accounts for all the text in `top` and returns it.
  Taken take_text(std::uint32_t part, pugi::xml_node top, Treatment why) {
    Taken taken;
    std::string& text = taken.text;
    for (pugi::xml_node each = top; each; each = next_inside(top, each)) {
      const bool parted = text.empty() || text.back() == ' ';
      if (each.type() == pugi::node_element && local_name(each) == "p" && !parted) text += ' ';
      if (!is_text(each)) continue;
      const std::string_view raw = each.value();
      const std::uint32_t place = place_of(each);
      skip_text(builder_, part, each, why);
      const SourceSpan span{place, static_cast<std::uint32_t>(place + raw.size())};
      taken.where = taken.bytes > 0 ? join(taken.where, span) : span;
      taken.bytes += raw.size();
      text += decoded(raw);
    }
    return taken;
  }

  void read_comments() {
    const OptionalPart comments = open_part("comments");
    if (!comments.xml) return;
    const std::uint32_t part = builder_.add_part(comments.name);
    int count = 0;
    for (const pugi::xml_node comment : comments.xml->root().children()) {
      if (local_name(comment) != "comment") continue;
      const Taken taken = take_text(part, comment, Treatment::comment);
      if (const auto told = remark_text(taken.text)) {
        builder_.document().account.move(taken.bytes, Treatment::comment, Treatment::remark);
        remarks_.push_back({std::string(attribute(comment, "id")), {as_prose(*told), {}, part, taken.where}});
      } else {
        ++count;
      }
    }
    comments_ = count;
  }

  void add_remarks(const std::map<std::string, ProseSpan, std::less<>>& ranges) {
    std::vector<Remark>& remarks = builder_.document().remarks;
    for (WordRemark& each : remarks_) {
      each.remark.about = ranges.at(each.comment);
      remarks.push_back(std::move(each.remark));
    }
    std::stable_sort(remarks.begin(), remarks.end(),
                     [](const Remark& a, const Remark& b) { return a.about < b.about; });
  }

  void skip_rest(const Notes& notes) {
    for (const auto& [id, note] : notes.rest()) take_text(notes.part(), note, Treatment::unread);
    if (!notes.rest().empty()) {
      builder_.left_out(number_of(static_cast<int>(notes.rest().size()), "note", "notes"),
                        "no place in the text refers to them");
    }
  }

  void read_headers() {
    int with_words = 0;
    for (const Relationship& each : parts_) {
      if ((each.type != "header" && each.type != "footer") || each.target.empty()) continue;
      const OptionalPart page = open(each.target);
      if (!page.xml) continue;
      const std::uint32_t part = builder_.add_part(each.target);
      const Taken taken = take_text(part, page.xml->root(), Treatment::header_footer);
      if (!trimmed(taken.text).empty()) ++with_words;
    }
    if (with_words > 0) say_page_edges(builder_);
  }

  // Word writes down where its pages ended when it last laid them out; other programs don't.
  void drop_pages_unless_known(std::uint32_t pages) {
    if (pages > 1) return;
    for (Block& block : builder_.document().blocks) block.page = 0;
  }

  Package& package_;
  DocumentBuilder builder_;
  Limits limits_;
  std::vector<Relationship> parts_;
  std::vector<WordRemark> remarks_;
  int comments_ = 0;
};

}  // namespace

Document read_docx(Package& package, std::string source, const Limits& limits) {
  return DocxReader(package, std::move(source)).read(limits);
}

}  // namespace onus
