#include "language/in_laws.h"

#include <algorithm>
#include <array>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::uint32_t kLength = 5;  // mother - in - law

class InLaws {
 public:
  InLaws(std::span<Token> sentence, std::uint32_t begin, std::string_view prose)
      : sentence_(sentence), begin_(begin), prose_(prose) {}

  void run() {
    for (std::uint32_t t = 0; t + kLength <= sentence_.size(); ++t)
      if (is_in_law(t)) join(t);
  }

 private:
  std::string_view form(std::uint32_t t) const { return slice(prose_, sentence_[t].span); }

  bool is_in_law(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 12> kin{"mother",  "father",   "sister",  "brother",
                                                          "son",     "daughter", "parents", "mothers",
                                                          "sisters", "brothers", "mum",     "dad"};
    return form(t + 1) == "-" && form(t + 3) == "-" && fold(form(t + 2)) == "in" &&
           (fold(form(t + 4)) == "law" || fold(form(t + 4)) == "laws") && one_of(fold(form(t)), kin);
  }

  void join(std::uint32_t kin) {
    const std::uint32_t law = kin + kLength - 1;
    const auto inside = [&](std::uint32_t head) { return head >= begin_ + kin && head <= begin_ + law; };
    // Where the whole hangs: by the kin if it hangs outside, else by "law".
    const std::uint32_t outer =
        !inside(sentence_[kin].head) || sentence_[kin].head == begin_ + kin ? kin : law;
    const bool root = sentence_[outer].head == begin_ + outer;
    std::uint32_t head = sentence_[outer].head;
    Deprel relation = sentence_[outer].deprel;
    for (std::uint32_t t = 0; t < sentence_.size(); ++t)
      if ((t < kin || t > law) && inside(sentence_[t].head)) sentence_[t].head = begin_ + kin;
    if (root) head = begin_ + kin;
    sentence_[kin].head = head;
    sentence_[kin].deprel = !root && relation == Deprel::obl && !has_case(kin) ? bare(kin, head) : relation;
    set(kin + 1, law, Deprel::punct);
    set(kin + 2, law, Deprel::case_);
    set(kin + 3, law, Deprel::punct);
    set(law, kin, Deprel::nmod);
  }

  void set(std::uint32_t t, std::uint32_t head, Deprel relation) {
    sentence_[t].head = begin_ + head;
    sentence_[t].deprel = relation;
  }

  // "with her mother-in-law"
  bool has_case(std::uint32_t kin) const {
    for (std::uint32_t t = 0; t < kin; ++t)
      if (sentence_[t].head == begin_ + kin && sentence_[t].deprel == Deprel::case_) return true;
    return false;
  }

  // What a bare noun is that only "in" had made a place.
  Deprel bare(std::uint32_t kin, std::uint32_t head) const {
    const std::uint32_t verb = head - begin_;
    if (kin > verb) return Deprel::obj;
    for (const Token& token : sentence_)
      if (token.head == head && (token.deprel == Deprel::nsubj || token.deprel == Deprel::nsubj_pass))
        return Deprel::obl;
    return Deprel::nsubj;
  }

  std::span<Token> sentence_;
  std::uint32_t begin_;
  std::string_view prose_;
};

}  // namespace

void join_in_laws(std::span<Token> sentence, std::uint32_t begin, std::string_view prose) {
  InLaws(sentence, begin, prose).run();
}

}  // namespace onus
