#include "language/pronouns.h"

#include <array>

#include "text/fold.h"

namespace onus {
namespace {

// Subject, object, determiner, possessive, reflexive (Quirk et al. 6.15).
constexpr std::array<std::array<std::string_view, 5>, 7> kForms = {{
    {"I", "me", "my", "mine", "myself"},
    {"you", "you", "your", "yours", "yourself"},
    {"he", "him", "his", "his", "himself"},
    {"she", "her", "her", "hers", "herself"},
    {"it", "it", "its", "its", "itself"},
    {"we", "us", "our", "ours", "ourselves"},
    {"they", "them", "their", "theirs", "themselves"},
}};

}  // namespace

std::string_view pronoun(PronounSet set, PronounUse use, Number number) {
  if (set == PronounSet::you && use == PronounUse::reflexive && number == Number::plur) return "yourselves";
  return kForms[static_cast<std::size_t>(set)][static_cast<std::size_t>(use)];
}

std::optional<PronounSet> pronoun_set(std::string_view word) {
  const auto low = fold(word);
  if (low == "i") return PronounSet::i;
  if (low == "yourselves") return PronounSet::you;
  if (low == "themself") return PronounSet::they;
  for (std::size_t set = 0; set < kForms.size(); ++set)
    for (const auto form : kForms[set])
      if (low == form) return static_cast<PronounSet>(set);
  return std::nullopt;
}

GrammaticalPerson person_of(PronounSet set) {
  switch (set) {
    case PronounSet::i:
    case PronounSet::we:
      return GrammaticalPerson::first;
    case PronounSet::you:
      return GrammaticalPerson::second;
    default:
      return GrammaticalPerson::third;
  }
}

Number number_of(PronounSet set) {
  switch (set) {
    case PronounSet::he:
    case PronounSet::she:
    case PronounSet::it:
    case PronounSet::i:
      return Number::sing;
    default:
      return Number::plur;  // "you" and "they" take the verb of several
  }
}

}  // namespace onus
