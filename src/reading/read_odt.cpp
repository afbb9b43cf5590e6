#include <optional>
#include <utility>

#include "reading/document_builder.h"
#include "reading/docx_package.h"
#include "reading/docx_xml.h"
#include "reading/left_out.h"
#include "reading/odt_styles.h"
#include "reading/odt_walk.h"
#include "reading/readers.h"
#include "reading/unreadable.h"
#include "reading/xml_words.h"

namespace onus {

namespace {

constexpr const char* kContent = "content.xml";
constexpr const char* kStyles = "styles.xml";

class OdtReader {
 public:
  explicit OdtReader(std::string source) : builder_(std::move(source), Format::odt) {}

  Document read(Package& package, const Limits& limits) && {
    std::optional<std::string> bytes = package.read(kContent);
    if (!bytes) throw Unreadable("is an OpenDocument file without its text; save it again as .odt or .docx");
    refuse_password(package);
    const XmlPart content(std::move(*bytes), limits, XmlPart::Blanks::all);
    const std::uint32_t part = builder_.add_part(kContent);
    std::optional<XmlPart> pages;
    try {
      if (std::optional<std::string> more = package.read(kStyles)) pages.emplace(std::move(*more), limits);
    } catch (const Unreadable& why) {
      builder_.left_out("the part styles.xml", std::string("it ") + why.what());
    }
    if (pages) add_styles(pages->root());
    read_body(part, content.root());
    if (pages) read_headers(builder_.add_part(kStyles), pages->root());
    return std::move(builder_).finish();
  }

  // The whole in one XML file. [ODF 1.3, part 3, 3.1]
  Document read_flat(std::string bytes, const Limits& limits) && {
    const XmlPart file(std::move(bytes), limits, XmlPart::Blanks::all);
    if (local_name(file.root()) != "document" || !child(file.root(), "body"))
      throw Unreadable("is XML but no OpenDocument text; save it as .odt or .docx");
    const std::uint32_t part = builder_.add_part("");
    add_styles(file.root());
    read_body(part, file.root());
    read_headers(part, file.root());
    return std::move(builder_).finish();
  }

 private:
  static void refuse_password(Package& package) {
    const std::string manifest = package.read("META-INF/manifest.xml").value_or("");
    if (manifest.find("encryption-data") != std::string::npos)
      throw Unreadable("is protected with a password; open it, remove the password and save it again");
  }

  void add_styles(pugi::xml_node root) {
    for (const pugi::xml_node each : root.children()) {
      if (local_name(each) == "styles" || local_name(each) == "automatic-styles") styles_.add(each);
    }
  }

  void read_body(std::uint32_t part, pugi::xml_node root) {
    const pugi::xml_node body = child(root, "body");
    const pugi::xml_node text = child(body, "text");
    if (!text) {
      if (child(body, "spreadsheet"))
        throw Unreadable("is a spreadsheet, not a report; save its text as .docx or .txt");
      throw Unreadable("is an OpenDocument file, but not a text; save its text as .odt or .docx");
    }
    add_automatic(root);
    OdtWalk walk(builder_, styles_);
    walk.walk(part, text);
    say_comments(builder_, walk.comments());
    say_what_was_left_out(builder_, walk.left_out());
    builder_.document().encoding = "UTF-8";
    if (walk.pages() > 1) return;
    for (Block& block : builder_.document().blocks) block.page = 0;
  }

  // Styles of the body have the same names as those of the page headers, so they come last.
  void add_automatic(pugi::xml_node root) {
    if (const pugi::xml_node automatic = child(root, "automatic-styles")) styles_.add(automatic);
  }

  void read_headers(std::uint32_t part, pugi::xml_node root) {
    bool any = false;
    const pugi::xml_node masters = child(root, "master-styles");
    for (pugi::xml_node each = masters; each; each = next_inside(masters, each)) {
      if (!is_text(each)) continue;
      const std::string_view raw = each.value();
      skip_text(builder_, part, each, Treatment::header_footer);
      any = any || raw.find_first_not_of(" \t\r\n") != std::string_view::npos;
    }
    if (any) say_page_edges(builder_);
  }

  DocumentBuilder builder_;
  OdtStyles styles_;
};

}  // namespace

Document read_odt(Package& package, std::string source, const Limits& limits) {
  return OdtReader(std::move(source)).read(package, limits);
}

Document read_flat_odt(std::string bytes, std::string source, const Limits& limits) {
  return OdtReader(std::move(source)).read_flat(std::move(bytes), limits);
}

}  // namespace onus
