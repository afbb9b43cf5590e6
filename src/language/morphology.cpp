#include "language/morphology.h"

#include <algorithm>
#include <array>

namespace onus {
namespace {

struct Pronoun {
  std::string_view word;
  Features features;
};

constexpr Features pronoun(Number number, GrammaticalPerson person, Case grammatical_case,
                           bool possessive = false) {
  Features features;
  features.number = number;
  features.person = person;
  features.grammatical_case = grammatical_case;
  features.possessive = possessive;
  return features;
}

using enum Number;
using Person = GrammaticalPerson;

// Personal pronouns (Quirk et al. 6.15). "her" is told apart by its tag; "you" and "it" have one form for
// subject and object.
constexpr std::array kPronouns = {
    Pronoun{"i", pronoun(sing, Person::first, Case::nom)},
    Pronoun{"me", pronoun(sing, Person::first, Case::acc)},
    Pronoun{"my", pronoun(sing, Person::first, Case::gen, true)},
    Pronoun{"mine", pronoun(sing, Person::first, Case::gen, true)},
    Pronoun{"myself", pronoun(sing, Person::first, Case::acc)},
    Pronoun{"we", pronoun(plur, Person::first, Case::nom)},
    Pronoun{"us", pronoun(plur, Person::first, Case::acc)},
    Pronoun{"'s", pronoun(plur, Person::first, Case::acc)},
    Pronoun{"our", pronoun(plur, Person::first, Case::gen, true)},
    Pronoun{"ours", pronoun(plur, Person::first, Case::gen, true)},
    Pronoun{"ourselves", pronoun(plur, Person::first, Case::acc)},
    Pronoun{"you", pronoun(Number::none, Person::second, Case::none)},
    Pronoun{"your", pronoun(Number::none, Person::second, Case::gen, true)},
    Pronoun{"yours", pronoun(Number::none, Person::second, Case::gen, true)},
    Pronoun{"yourself", pronoun(sing, Person::second, Case::acc)},
    Pronoun{"yourselves", pronoun(plur, Person::second, Case::acc)},
    Pronoun{"he", pronoun(sing, Person::third, Case::nom)},
    Pronoun{"him", pronoun(sing, Person::third, Case::acc)},
    Pronoun{"his", pronoun(sing, Person::third, Case::gen, true)},
    Pronoun{"himself", pronoun(sing, Person::third, Case::acc)},
    Pronoun{"she", pronoun(sing, Person::third, Case::nom)},
    Pronoun{"her", pronoun(sing, Person::third, Case::acc)},
    Pronoun{"hers", pronoun(sing, Person::third, Case::gen, true)},
    Pronoun{"herself", pronoun(sing, Person::third, Case::acc)},
    Pronoun{"it", pronoun(sing, Person::third, Case::none)},
    Pronoun{"its", pronoun(sing, Person::third, Case::gen, true)},
    Pronoun{"itself", pronoun(sing, Person::third, Case::acc)},
    Pronoun{"they", pronoun(plur, Person::third, Case::nom)},
    Pronoun{"them", pronoun(plur, Person::third, Case::acc)},
    Pronoun{"'em", pronoun(plur, Person::third, Case::acc)},
    Pronoun{"their", pronoun(plur, Person::third, Case::gen, true)},
    Pronoun{"theirs", pronoun(plur, Person::third, Case::gen, true)},
    Pronoun{"themselves", pronoun(plur, Person::third, Case::acc)},
    Pronoun{"themself", pronoun(sing, Person::third, Case::acc)},
};

constexpr std::array<std::string_view, 12> kNegatives = {"not",    "no",      "never",   "none",
                                                         "nobody", "nothing", "nowhere", "neither",
                                                         "nor",    "no-one",  "nought",  "noone"};

// In lower case with a straight apostrophe. Closed classes are short; what is longer is none of them.
class ShortWord {
 public:
  explicit ShortWord(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
      if (size_ == bytes_.size()) {
        size_ = 0;
        return;
      }
      if (word.substr(at).starts_with("’")) {
        bytes_[size_++] = '\'';
        at += 3;
      } else {
        const char c = word[at++];
        bytes_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
      }
    }
  }
  std::string_view text() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 12> bytes_ = {};
  std::size_t size_ = 0;
};

Features pronoun_features(Xpos xpos, std::string_view word) {
  if (word == "her" && xpos == Xpos::PRPS) return pronoun(sing, Person::third, Case::gen, true);
  const auto known =
      std::find_if(kPronouns.begin(), kPronouns.end(), [word](const Pronoun& p) { return p.word == word; });
  return known == kPronouns.end() ? Features{} : known->features;
}

void add_person(Features& features, std::string_view word) {
  if (word == "am" || word == "'m" || word == "was") features.number = sing;
  if (word == "am" || word == "'m") features.person = Person::first;
}

Features verb_features(Xpos xpos, std::string_view word) {
  Features features;
  switch (xpos) {
    case Xpos::VB:
      features.verb_form = VerbForm::inf;
      break;
    case Xpos::VBD:
      features.verb_form = VerbForm::fin;
      features.tense = Tense::past;
      break;
    case Xpos::VBP:
      features.verb_form = VerbForm::fin;
      features.tense = Tense::pres;
      break;
    case Xpos::VBZ:
      features.verb_form = VerbForm::fin;
      features.tense = Tense::pres;
      features.number = sing;
      features.person = Person::third;
      break;
    case Xpos::VBG:
      features.verb_form = VerbForm::ger;
      break;
    case Xpos::VBN:
      features.verb_form = VerbForm::part;
      features.tense = Tense::past;
      break;
    case Xpos::MD:
      features.verb_form = VerbForm::fin;
      break;
    default:
      break;
  }
  add_person(features, word);
  return features;
}

Features noun_features(Xpos xpos) {
  Features features;
  if (xpos == Xpos::NN || xpos == Xpos::NNP) features.number = sing;
  if (xpos == Xpos::NNS || xpos == Xpos::NNPS) features.number = plur;
  return features;
}

void add_demonstrative(Features& features, std::string_view word) {
  if (word == "this" || word == "that") features.number = sing;
  if (word == "these" || word == "those") features.number = plur;
}

}  // namespace

Features features_of(Upos upos, Xpos xpos, std::string_view word, std::string_view lemma) {
  const ShortWord lower(word);
  const std::string_view text = lower.text();
  Features features;
  switch (upos) {
    case Upos::VERB:
    case Upos::AUX:
      features = verb_features(xpos, text);
      break;
    case Upos::NOUN:
    case Upos::PROPN:
    case Upos::SYM:
      features = noun_features(xpos);
      break;
    case Upos::PRON:
      features = xpos == Xpos::PRP || xpos == Xpos::PRPS ? pronoun_features(xpos, text) : noun_features(xpos);
      if (xpos == Xpos::WPS) features = pronoun(Number::none, Person::none, Case::gen, true);
      if (xpos == Xpos::DT) add_demonstrative(features, text);
      break;
    case Upos::DET:
      add_demonstrative(features, text);
      break;
    case Upos::PART:
      if (xpos == Xpos::POS) features.grammatical_case = Case::gen;
      break;
    default:
      break;
  }
  const auto is_negative = [](std::string_view w) {
    return std::find(kNegatives.begin(), kNegatives.end(), w) != kNegatives.end();
  };
  features.negative = upos != Upos::ADP && (is_negative(lemma) || is_negative(text));
  return features;
}

}  // namespace onus
