#include "language/in_laws.h"

#include <array>

#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::uint32_t kLength = 5;  // mother - in - law

class InLaws {
 public:
  explicit InLaws(const ParsedSentence& sentence) : sentence_(sentence) {}

  void run() {
    for (std::uint32_t t = 0; t + kLength <= sentence_.size(); ++t)
      if (is_in_law(t)) join(t);
  }

 private:
  std::uint32_t head(std::uint32_t t) const { return sentence_.head(t); }
  std::string_view form(std::uint32_t t) const { return sentence_.form(t); }

  bool is_in_law(std::uint32_t t) const {
    static constexpr std::array<std::string_view, 12> kin{"mother",  "father",   "sister",  "brother",
                                                          "son",     "daughter", "parents", "mothers",
                                                          "sisters", "brothers", "mum",     "dad"};
    return form(t + 1) == "-" && form(t + 3) == "-" && fold(form(t + 2)) == "in" &&
           (fold(form(t + 4)) == "law" || fold(form(t + 4)) == "laws") && one_of(fold(form(t)), kin);
  }

  void join(std::uint32_t kin) {
    const std::uint32_t law = kin + kLength - 1;
    const auto inside = [&](std::uint32_t head) { return head >= kin && head <= law; };
    // Where the whole hangs: by the kin if it hangs outside, else by "law".
    const std::uint32_t outer = !inside(head(kin)) || head(kin) == kin ? kin : law;
    const bool root = head(outer) == outer;
    const std::uint32_t governor = root ? kin : head(outer);
    const Deprel relation = sentence_[outer].deprel;
    for (std::uint32_t t = 0; t < sentence_.size(); ++t)
      if ((t < kin || t > law) && inside(head(t))) sentence_.set_head(t, kin);
    set(kin, governor, !root && relation == Deprel::obl && !has_case(kin) ? bare(kin, governor) : relation);
    set(kin + 1, law, Deprel::punct);
    set(kin + 2, law, Deprel::case_);
    set(kin + 3, law, Deprel::punct);
    set(law, kin, Deprel::nmod);
  }

  void set(std::uint32_t t, std::uint32_t head, Deprel relation) {
    sentence_.set_head(t, head);
    sentence_[t].deprel = relation;
  }

  // "with her mother-in-law"
  bool has_case(std::uint32_t kin) const {
    for (std::uint32_t t = 0; t < kin; ++t)
      if (head(t) == kin && sentence_[t].deprel == Deprel::case_) return true;
    return false;
  }

  // What a bare noun is that only "in" had made a place.
  Deprel bare(std::uint32_t kin, std::uint32_t verb) const {
    if (kin > verb) return Deprel::obj;
    return sentence_.has(verb, {Deprel::nsubj, Deprel::nsubj_pass}) ? Deprel::obl : Deprel::nsubj;
  }

  const ParsedSentence& sentence_;
};

}  // namespace

void join_in_laws(const ParsedSentence& sentence) { InLaws(sentence).run(); }

}  // namespace onus
