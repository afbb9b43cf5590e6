#include "people/pseudonyms.h"

#include <algorithm>

namespace onus {

const PersonNoun* code_of_pseudonym(const MentionText& text, const ReportNaming& naming, std::uint32_t t) {
  const std::string_view word = text.form(t);
  const std::size_t letters = word.find_first_of("0123456789");
  if (letters == std::string_view::npos || letters < 2 || word.size() > letters + 2 ||
      naming.is_own_code(word))
    return nullptr;
  const std::string code = fold(word.substr(0, letters));
  const PersonNoun* noun = text.words.noun(code);
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (noun == nullptr &&
      std::all_of(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(letters), capital))
    noun = text.words.noun_of_key(text.words.label(code));
  const bool person =
      noun != nullptr && (noun->sort == NounSort::professional || noun->sort == NounSort::part ||
                          noun->sort == NounSort::child || noun->sort == NounSort::kin);
  return person ? noun : nullptr;
}

namespace {

std::uint32_t read_code(const MentionText& text, const ReportNaming& naming, std::uint32_t t,
                        std::vector<FoundMention>& out) {
  const std::string_view word = text.form(t);
  const PersonNoun* noun = code_of_pseudonym(text, naming, t);
  if (noun == nullptr) return t;
  FoundMention mention = text.start(t, t + 1, MentionKind::name);
  mention.name.words = {std::string(word)};
  mention.name.pseudonym = true;
  mention.noun = noun;
  out.push_back(std::move(mention));
  return t + 1;
}

// "Health Visitor 1"
std::uint32_t read_longer_pseudonym(const MentionText& text, std::uint32_t t, std::uint32_t end,
                                    std::vector<FoundMention>& out) {
  if (t + 2 >= end || !starts_with_capital(text.form(t + 1)) || !is_letter_or_number(text.form(t + 2)))
    return t;
  if (text.form(t + 2)[0] < '0' || text.form(t + 2)[0] > '9') return t;
  const PersonNoun* noun = text.words.noun(fold_words(text.form(t)) + " " + fold_words(text.form(t + 1)));
  if (noun == nullptr || noun->sort != NounSort::professional) return t;
  FoundMention mention = text.start(t, t + 3, MentionKind::name);
  mention.name.words = {std::string(text.form(t)) + " " + std::string(text.form(t + 1)) + " " +
                        std::string(text.form(t + 2))};
  mention.name.pseudonym = true;
  mention.noun = noun;
  out.push_back(std::move(mention));
  return t + 3;
}

}  // namespace

std::uint32_t read_pseudonym(const MentionText& text, const ReportNaming& naming, std::uint32_t t,
                             std::uint32_t end, std::vector<FoundMention>& out) {
  if (const std::uint32_t coded = read_code(text, naming, t, out); coded > t) return coded;
  if (const std::uint32_t longer = read_longer_pseudonym(text, t, end, out); longer > t) return longer;
  if (t + 1 >= end || !is_letter_or_number(text.form(t + 1))) return t;
  if (fold(text.form(t + 1)) == "i") return t;
  const PersonNoun* noun = text.words.noun(fold(text.form(t)));
  if (noun == nullptr || noun->sort == NounSort::agency || noun->sort == NounSort::group) return t;
  // "Garda P. Nolan"
  if (naming.is_title(t) && t + 2 < end && text.form(t + 1).size() > 1 && naming.may_be_name(t + 2, true) &&
      !naming.is_noun_word(t + 2))
    return t;
  // "Mother A&E", "Child 9 years": what follows shows that the letter isn't the name's.
  if (t + 2 < end && (text.form(t + 2) == "&" || text.form(t + 2).starts_with("year") ||
                      text.form(t + 2).starts_with("month")))
    return t;
  FoundMention mention = text.start(t, t + 2, MentionKind::name);
  mention.name.words = {std::string(text.form(t)) + " " + std::string(text.form(t + 1))};
  mention.name.pseudonym = true;
  mention.noun = noun;
  mention.agrees = noun->agrees;
  out.push_back(std::move(mention));
  return t + 2;
}

}  // namespace onus
