#include "raw_text_score.h"

#include <sstream>
#include <string_view>
#include <vector>

#include "columns.h"

namespace onus::evaluation {
namespace {

// Ranges of the characters that aren't white space, in bytes.
struct Stretch {
  std::size_t begin;
  std::size_t end;
  friend bool operator==(const Stretch&, const Stretch&) = default;
};

struct Division {
  std::vector<Stretch> tokens;
  std::vector<Stretch> sentences;
};

std::string without_spaces(std::string_view form) {
  std::string text(form);
  for (const std::string_view space : {" ", "\xC2\xA0"})
    for (std::size_t at; (at = text.find(space)) != std::string::npos;) text.erase(at, space.size());
  return text;
}

// Reads surface tokens and sentences out of CoNLL-U, and the raw texts of its documents.
class Reader {
 public:
  explicit Reader(std::string_view conllu) {
    std::istringstream in{std::string(conllu)};
    for (std::string line; std::getline(in, line);) {
      if (line.empty())
        end_sentence();
      else if (line.starts_with("# sent_id = "))
        begin_sentence(line.substr(12));
      else if (line[0] != '#')
        read_word(line);
    }
    end_sentence();
  }

  Division division;
  std::vector<std::string> documents;

 private:
  void begin_sentence(const std::string& id) {
    const std::string document = id.substr(0, id.rfind('-'));
    if (!documents.empty() && document == document_) return;
    document_ = document;
    documents.emplace_back();
    space_ = false;
  }

  void read_word(const std::string& line) {
    const Columns columns = columns_of(line);
    const std::string id(columns[0]);
    if (id.find('.') != std::string::npos) return;
    const std::size_t dash = id.find('-');
    if (dash == std::string::npos && std::stoul(id) <= covered_) return;
    if (dash != std::string::npos) covered_ = std::stoul(id.substr(dash + 1));
    const std::size_t size = without_spaces(columns[1]).size();
    division.tokens.push_back({at_, at_ + size});
    at_ += size;
    if (documents.empty()) documents.emplace_back();
    if (space_) documents.back() += ' ';
    documents.back() += columns[1];
    space_ = columns[9].find("SpaceAfter=No") == std::string::npos;
  }

  void end_sentence() {
    if (at_ > begin_) division.sentences.push_back({begin_, at_});
    begin_ = at_;
    covered_ = 0;
  }

  std::string document_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  unsigned long covered_ = 0;  // words up to this number are parts of a token that has been counted
  bool space_ = false;
};

Counts compare(const std::vector<Stretch>& found, const std::vector<Stretch>& wanted) {
  Counts counts{static_cast<double>(found.size()), static_cast<double>(wanted.size()), 0};
  for (std::size_t f = 0, w = 0; f < found.size() && w < wanted.size();) {
    counts.right += found[f] == wanted[w];
    if (found[f].begin < wanted[w].begin)
      ++f;
    else if (wanted[w].begin < found[f].begin)
      ++w;
    else
      ++f, ++w;
  }
  return counts;
}

}  // namespace

RawTextScore score_raw_text(const English& english, const std::string& conllu) {
  const Reader gold(conllu);
  std::ostringstream printed;
  for (const std::string& text : gold.documents) {
    const Block block = {.span = {0, static_cast<std::uint32_t>(text.size())}, .cell = {}};
    print_conllu(printed, english.analyse(text, {&block, 1}), text);
  }
  const Reader mine(printed.str());
  return {compare(mine.division.tokens, gold.division.tokens),
          compare(mine.division.sentences, gold.division.sentences)};
}

}  // namespace onus::evaluation
