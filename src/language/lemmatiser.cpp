#include "language/lemmatiser.h"

#include <unicode/unistr.h>

#include <algorithm>
#include <array>

#include "text/failure.h"

namespace onus {
namespace {

// A script whose score is less than the best by more than this is not considered.
constexpr int kFarBehind = 200;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

icu::UnicodeString wide(std::string_view text) {
  auto string =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  string.findAndReplace(icu::UnicodeString(char16_t{0x2019}), icu::UnicodeString(char16_t{'\''}));
  string.findAndReplace(icu::UnicodeString(char16_t{0x2011}), icu::UnicodeString(char16_t{'-'}));
  return string;
}

char to_upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

// The word as the script wants its letters, with straight apostrophes.
std::string cased(std::string_view word, LemmaScript::Casing casing) {
  std::string text(word);
  if (is_ascii(word)) {
    if (casing != LemmaScript::keep) std::transform(text.begin(), text.end(), text.begin(), to_lower);
    if (casing == LemmaScript::capitalised && !text.empty()) text.front() = to_upper(text.front());
    return text;
  }
  icu::UnicodeString string = wide(word);
  text.clear();
  if (casing == LemmaScript::lower) string.toLower();
  if (casing == LemmaScript::capitalised)
    string = icu::UnicodeString(string, 0, 1).toUpper() + icu::UnicodeString(string, 1).toLower();
  string.toUTF8String(text);
  return text;
}

std::size_t common_prefix(std::string_view a, std::string_view b) {
  const auto size = std::min(a.size(), b.size());
  std::size_t at = 0;
  while (at < size && a[at] == b[at]) ++at;
  while (at > 0 && at < a.size() && is_continuation(a[at])) --at;
  return at;
}

std::vector<LemmaScript> read_scripts(std::span<const std::byte> section) {
  SectionReader reader(section);
  std::vector<LemmaScript> scripts;
  const auto count = reader.one<std::uint64_t>();
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto head = reader.take<std::uint8_t>(3);
    const auto append = reader.take<char>(head[2]);
    scripts.push_back({static_cast<LemmaScript::Casing>(head[0]), head[1], {append.data(), append.size()}});
  }
  return scripts;
}

}  // namespace

LemmaScript script_between(std::string_view word, std::string_view lemma, bool name) {
  static constexpr std::array kNames = {LemmaScript::capitalised, LemmaScript::keep, LemmaScript::lower};
  static constexpr std::array kOthers = {LemmaScript::lower, LemmaScript::capitalised, LemmaScript::keep};
  LemmaScript best;
  std::size_t cost = SIZE_MAX;
  for (const auto casing : name ? kNames : kOthers) {
    const std::string text = cased(word, casing);
    const std::size_t same = common_prefix(text, lemma);
    if (text.size() - same > 255 || lemma.size() - same > 255) continue;
    const std::size_t edits = text.size() + lemma.size() - 2 * same;
    if (edits >= cost) continue;
    cost = edits;
    best = {casing, static_cast<std::uint8_t>(text.size() - same), std::string(lemma.substr(same))};
  }
  return best;
}

std::string apply(const LemmaScript& script, std::string_view word) {
  std::string lemma = cased(word, script.casing);
  std::size_t left = lemma.size() - std::min<std::size_t>(script.strip, lemma.size());
  while (left > 0 && left < lemma.size() && is_continuation(lemma[left])) --left;
  lemma.resize(left);
  lemma += script.append;
  return lemma.empty() ? std::string(word) : lemma;
}

void add_lemma_features(const WordForm& form, JointTag tag, FeatureList& out) {
  out.add(100, tag);
  for (unsigned n = 1; n <= 7; ++n) out.add(100 + n, tag, form.last(n));
  for (unsigned n = 2; n <= 5; ++n) out.add(110 + n, form.last(n));
  out.add(120, tag, form.traits & (kCapital | kAllCapitals | kDigit | kHyphen));
  out.add(121, tag, form.first(1));
  out.add(122, tag, form.first(3));
  out.add(123, tag, form.shape);
}

std::vector<JointTag> base_tags(const TagList& tags) {
  const auto base = [](Upos upos, Xpos xpos) {
    switch (xpos) {
      case Xpos::VBD:
      case Xpos::VBN:
      case Xpos::VBG:
      case Xpos::VBZ:
        return upos == Upos::VERB ? Xpos::VB : Xpos::unknown;
      case Xpos::NNS:
        return upos == Upos::NOUN ? Xpos::NN : Xpos::unknown;
      case Xpos::JJR:
      case Xpos::JJS:
        return upos == Upos::ADJ ? Xpos::JJ : Xpos::unknown;
      default:
        return Xpos::unknown;
    }
  };
  std::vector<JointTag> bases(tags.size(), kNoTag);
  for (std::size_t i = 0; i < tags.size(); ++i)
    for (std::size_t j = 0; j < tags.size(); ++j) {
      const auto tag = static_cast<JointTag>(i);
      const auto other = static_cast<JointTag>(j);
      if (tags.upos(tag) == tags.upos(other) && base(tags.upos(tag), tags.xpos(tag)) == tags.xpos(other))
        bases[i] = other;
    }
  return bases;
}

Lemmatiser::Lemmatiser(const ModelFile& file)
    : scripts_(read_scripts(file.section("lemma-scripts"))),
      base_tags_(base_tags(TagList(file.section("tags")))),
      dictionary_(file.section("lemmas")),
      model_(file.section("lemmatiser")) {
  if (scripts_.empty() || model_.classes() > scripts_.size() || model_.classes() == 0)
    throw Failure("the English model is damaged; install it again");
  for (const LemmaScript& script : scripts_)
    longest_strip_ = std::max<std::size_t>(longest_strip_, script.strip);
}

std::uint32_t Lemmatiser::script(std::string_view word, const WordForm& form, JointTag tag) const {
  if (!form.is(kLong))
    if (const auto known = dictionary_.find(lemma_key(form, tag)); known && *known < scripts_.size())
      return *known;
  return guess(word, form, tag);
}

bool Lemmatiser::is_lemma(std::string_view text, JointTag tag) const {
  return dictionary_.find(lemma_key(word_form(text), tag)).has_value();
}

// The best script; or, for forms of verbs, plurals and comparatives, the best of the first few that gives a
// lemma of the dictionary.
std::uint32_t Lemmatiser::guess(std::string_view word, const WordForm& form, JointTag tag) const {
  constexpr int kCandidates = 5;
  FeatureList features;
  add_lemma_features(form, tag, features);
  alignas(64) std::array<std::int16_t, 256> scores;
  std::fill_n(scores.begin(), model_.stride(), std::int16_t{0});
  for (std::size_t f = 0; f < features.size; ++f) model_.add(features.hashes[f], scores.data());
  // "thought" gives "think"; "fined" mustn't give "ink", with nothing of the word left.
  if (word.size() <= longest_strip_)
    for (std::size_t s = 0; s < model_.classes(); ++s)
      if (scripts_[s].strip >= word.size()) scores[s] = INT16_MIN;
  const auto last = scores.begin() + static_cast<std::ptrdiff_t>(model_.classes());
  const auto best = std::max_element(scores.begin(), last);
  const auto first = static_cast<std::uint32_t>(best - scores.begin());
  const JointTag base = tag < base_tags_.size() ? base_tags_[tag] : kNoTag;
  if (base == kNoTag) return first;
  const std::int16_t least = static_cast<std::int16_t>(*best - kFarBehind);
  for (int candidate = 0; candidate < kCandidates; ++candidate) {
    const auto next = std::max_element(scores.begin(), last);
    if (*next < least) break;
    const auto script = static_cast<std::uint32_t>(next - scores.begin());
    if (is_lemma(lemma(word, script), base)) return script;
    *next = INT16_MIN;
  }
  return first;
}

}  // namespace onus
