#include "reading/left_out.h"

namespace onus {

namespace {

void say(DocumentBuilder& builder, int count, std::string_view one, std::string_view many,
         std::string_view why) {
  if (count > 0) builder.left_out(number_of(count, one, many), std::string(why));
}

}  // namespace

std::string number_of(int count, std::string_view one, std::string_view many) {
  return count == 1 ? "1 " + std::string(one) : std::to_string(count) + " " + std::string(many);
}

void say_comments(DocumentBuilder& builder, int count) {
  say(builder, count, "comment", "comments", "they are about the report and aren't part of its text");
}

void say_page_edges(DocumentBuilder& builder) {
  builder.left_out("the words at the top and bottom of the pages", "they repeat and aren't part of the text");
}

void say_what_was_left_out(DocumentBuilder& builder, const LeftOut& left_out) {
  say(builder, left_out.deletions, "deleted passage", "deleted passages",
      "tracked changes are read as if they were accepted");
  say(builder, left_out.hidden, "hidden passage", "hidden passages", "the word processor doesn't show them");
  if (left_out.contents > 0) builder.left_out("the table of contents", "it repeats the headings");
  say(builder, left_out.pictures, "picture", "pictures", kWordsInPicture);
  say(builder, left_out.charts, "chart", "charts", kWordsInPicture);
  say(builder, left_out.diagrams, "diagram", "diagrams", kWordsInPicture);
  say(builder, left_out.drawings, "text in a drawing", "texts in a drawing", "it is not in a text box");
  say(builder, left_out.formulas, "formula", "formulas", "it isn't prose");
  say(builder, left_out.objects + left_out.embedded, "embedded file", "embedded files",
      "only the document itself is read");
}

}  // namespace onus
