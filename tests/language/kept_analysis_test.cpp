#include "language/kept_analysis.h"

#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "knowledge.h"
#include "language/conllu.h"
#include "reading/readers.h"

namespace onus {
namespace {

struct Read {
  Document document;
  Analysis analysis;
};

std::string shown(const Read& read) {
  std::ostringstream out;
  print_conllu(out, read.analysis, read.document.prose, {});
  for (const Sentence& sentence : read.analysis.sentences) out << sentence.block << ' ';
  return out.str();
}

Read read(const std::string& text) {
  Read result{read_plain_text(text, "test"), {}};
  result.analysis = knowledge().english.analyse(result.document.prose, result.document.blocks);
  knowledge().english.parse_all(result.analysis, result.document.prose);
  return result;
}

Read read_again(const std::string& text, const Read& before) {
  Read result{read_plain_text(text, "test"), {}};
  const Document& document = result.document;
  result.analysis = analyse_again(knowledge().english, document.prose, document.blocks, before.analysis,
                                  before.document.prose, before.document.blocks);
  knowledge().english.parse_all(result.analysis, document.prose);
  return result;
}

TEST(KeptAnalysis, AfterAnyEditsItIsAsIfTheTextWereNew) {
  const std::vector<std::string> pieces{"Ms Hart was hit by Mr Baird. ",
                                        "She didn't leave — he'd taken it. ",
                                        "\n\n",
                                        "\n",
                                        "He denies it. ",
                                        "“Kim",
                                        "5. Analysis",
                                        " and ",
                                        "s",
                                        "- a list item\n",
                                        "😀 "};
  std::mt19937 draw(7);
  const auto up_to = [&](std::size_t most) { return draw() % (most + 1); };
  std::string text;
  Read state = read(text);
  for (int edit = 0; edit < 60; ++edit) {
    std::size_t begin = up_to(text.size());
    while (begin > 0 && begin < text.size() && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
      --begin;
    std::size_t end = std::min(text.size(), begin + (up_to(3) == 0 ? up_to(40) : 0));
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
    std::string words;
    for (std::size_t more = up_to(2) + (edit < 20 ? 2 : 0); more > 0; --more) words += pieces[up_to(10)];
    text.replace(begin, end - begin, words);
    state = read_again(text, state);
    ASSERT_EQ(shown(state), shown(read(text))) << edit << ": " << text;
  }
}

}  // namespace
}  // namespace onus
