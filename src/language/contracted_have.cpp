#include "language/contracted_have.h"

#include <array>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// "She's called Anna"
bool names(std::string_view participle) {
  static constexpr std::array<std::string_view, 3> verbs{"called", "named", "nicknamed"};
  return one_of(fold(participle), verbs);
}

// The auxiliary "'s" of a participle that has an object behind it; `sentence.size()` where it has none.
std::size_t contracted(std::span<const Token> sentence, std::uint32_t begin, std::string_view prose,
                       std::size_t verb) {
  std::size_t auxiliary = sentence.size();
  bool object = false;
  for (std::size_t t = 0; t < sentence.size(); ++t) {
    const Token& token = sentence[t];
    if (token.head != begin + verb || t == verb) continue;
    if (token.deprel == Deprel::obl_agent) return sentence.size();
    if (token.deprel == Deprel::aux_pass) {
      const std::string_view form = slice(prose, token.span);
      if (form != "'s" && form != "’s") return sentence.size();
      auxiliary = t;
    }
    object |= t > verb && (token.deprel == Deprel::obj || token.deprel == Deprel::iobj);
  }
  return object ? auxiliary : sentence.size();
}

}  // namespace

std::vector<std::uint32_t> read_contracted_have(std::span<Token> sentence, std::uint32_t begin,
                                                std::string_view prose) {
  std::vector<std::uint32_t> found;
  for (std::size_t verb = 0; verb < sentence.size(); ++verb) {
    if (sentence[verb].xpos != Xpos::VBN || names(slice(prose, sentence[verb].span))) continue;
    const std::size_t auxiliary = contracted(sentence, begin, prose, verb);
    if (auxiliary == sentence.size()) continue;
    found.push_back(begin + static_cast<std::uint32_t>(auxiliary));
    sentence[auxiliary].deprel = Deprel::aux;
    sentence[verb].features.passive = false;
    for (Token& token : sentence) {
      if (token.head != begin + verb) continue;
      if (token.deprel == Deprel::nsubj_pass) token.deprel = Deprel::nsubj;
      if (token.deprel == Deprel::csubj_pass) token.deprel = Deprel::csubj;
    }
  }
  return found;
}

}  // namespace onus
