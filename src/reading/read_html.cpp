#include <utility>

#include "reading/document_builder.h"
#include "reading/html_tree.h"
#include "reading/html_walk.h"
#include "reading/left_out.h"
#include "reading/readers.h"

namespace onus {

Document read_html(std::string text, std::string source, const Limits& limits) {
  DocumentBuilder builder(std::move(source), Format::html, std::move(text));
  const std::string_view whole = builder.document().text;
  const HtmlTree tree(whole, limits);
  HtmlWalk walk(builder, whole);
  walk.walk(tree.root());
  say_what_was_left_out(builder, walk.left_out());
  if (walk.page_edges()) say_page_edges(builder);
  // What isn't the text of any element is a tag, a comment or a declaration.
  ByteAccount& account = builder.document().account;
  account.add(whole.size() - account.total(), Treatment::markup);
  builder.go_to(0, static_cast<std::uint32_t>(whole.size()), {});
  return std::move(builder).finish();
}

}  // namespace onus
