#include "language/kept_parses.h"

#include <gtest/gtest.h>

#include <sstream>

#include "knowledge.h"
#include "language/conllu.h"
#include "reading/readers.h"

namespace onus {
namespace {

std::string shown(const Analysis& analysis, std::string_view prose) {
  std::ostringstream out;
  print_conllu(out, analysis, prose, {});
  return out.str();
}

struct Read {
  Document document;
  Analysis analysis;
};

Read read(const std::string& text) {
  Read result{read_plain_text(text, "test"), {}};
  result.analysis = knowledge().english.analyse(result.document.prose, result.document.blocks);
  return result;
}

TEST(KeptParses, AnEditedTextIsAnalysedAsIfItWereNew) {
  const std::string before =
      "Ms Hart was hit by Mr Baird.  She didn't leave — he'd taken the keys.\n\nHe denies it. He denies "
      "it.\n";
  struct Case {
    const char* text;
    std::size_t kept;
  };
  const std::vector<Case> cases{
      {"Ms Hart was hit by Mr Baird.  She didn't leave — he'd taken the keys.\n\nHe denies it. He denies "
       "it.\n",
       4},
      {"On Friday Ms Hart was hit by Mr Baird.  She didn't leave — he'd taken the keys.\n\nHe denies it.\n",
       2},
      {"He denies it. It rained.\n\nShe didn't leave — he'd taken the keys.\n", 2},
      {"Nothing is as it was.\n", 0},
      {"", 0},
  };
  Read old = read(before);
  knowledge().english.parse_all(old.analysis, old.document.prose);
  for (const Case& c : cases) {
    Read fresh = read(c.text);
    Read edited = read(c.text);
    knowledge().english.parse_all(fresh.analysis, fresh.document.prose);
    EXPECT_EQ(keep_parses(edited.analysis, edited.document.prose, old.analysis, old.document.prose), c.kept)
        << c.text;
    knowledge().english.parse_all(edited.analysis, edited.document.prose);
    EXPECT_EQ(shown(edited.analysis, edited.document.prose), shown(fresh.analysis, fresh.document.prose));
  }
}

}  // namespace
}  // namespace onus
