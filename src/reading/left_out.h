#pragma once

#include <string>
#include <string_view>

#include "reading/document_builder.h"

namespace onus {

// How many things of each kind a word processor's document holds that weren't read.
struct LeftOut {
  int pictures = 0;
  int charts = 0;
  int diagrams = 0;
  int objects = 0;
  int formulas = 0;
  int deletions = 0;
  int hidden = 0;
  int contents = 0;
  int drawings = 0;
  int embedded = 0;
};

// "1 picture", "3 pictures".
std::string number_of(int count, std::string_view one, std::string_view many);
void say_comments(DocumentBuilder&, int count);
void say_page_edges(DocumentBuilder&);
void say_what_was_left_out(DocumentBuilder&, const LeftOut&);
inline constexpr std::string_view kWordsInPicture = "words in a picture can't be read";

}  // namespace onus
