#include "checks/likeness_features.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "language/feature_hash.h"
#include "language/without_gender.h"
#include "text/fold.h"

namespace onus {
namespace {

using std::string_view;

string_view part_of(const Cast& cast, const Mention& mention) {
  if (mention.kind == MentionKind::writer) return "WRITER";
  if (mention.kind == MentionKind::agency) return "AGENCY";
  if (mention.people.size() > 1) return "GROUP";
  static constexpr std::array<string_view, 6> parts{"SOMEONE", "PERPETRATOR",  "SURVIVOR",
                                                    "CHILD",   "PROFESSIONAL", "OTHER"};
  return parts[static_cast<std::size_t>(standpoint_of(cast, mention).role)];
}

bool is_number(string_view word) { return !word.empty() && word[0] >= '0' && word[0] <= '9'; }

constexpr std::size_t kStem = 5;      // letters that kindred words share
constexpr std::size_t kFarthest = 4;  // words that two may stand apart

// Collects features of one sentence; those of a sort more than once are one in the end.
class Collector {
 public:
  void add(char sort, std::array<std::uint64_t, 3> parts, std::array<std::uint32_t, 3> tokens) {
    features_.push_back({hash_of(sort, parts[0], parts[1], parts[2]), tokens});
  }

  std::vector<LikenessFeature> each_once() && {
    std::stable_sort(features_.begin(), features_.end(),
                     [](const auto& a, const auto& b) { return a.hash < b.hash; });
    features_.erase(std::unique(features_.begin(), features_.end(),
                                [](const auto& a, const auto& b) { return a.hash == b.hash; }),
                    features_.end());
    return std::move(features_);
  }

 private:
  std::vector<LikenessFeature> features_;
};

// A word as features have it. Hashes; 0 where there is none.
struct Word {
  std::uint32_t token = kNone;  // none for the sentence's ends
  std::uint64_t symbol = 0;
  std::uint64_t stem = 0;  // of longer words: what kindred words share
  std::uint64_t noun = 0;  // what someone is called beside the part
};

Word word_at(const Narrative& n, std::uint32_t token) {
  const bool name = n.analysis.tokens[token].upos == Upos::PROPN;
  const std::string lemma = lower(n.analysis.lemma(token));
  const string_view word = without_gender(lemma);
  if (const Mention* mention = n.cast.at(token); mention != nullptr) {
    const std::uint64_t part = hash_of(part_of(n.cast, *mention));
    return {token, part, 0, hash_of(name ? string_view() : word, part)};
  }
  if (name || is_number(word)) return {token, hash_of(name ? "NAME" : "NUMBER"), 0, 0};
  return {token, hash_of(word), word.size() > kStem ? hash_of(word.substr(0, kStem)) : 0, 0};
}

void add_alone(const Word& word, Collector& out) {
  out.add('1', {word.symbol}, {word.token, kNone, kNone});
  if (word.stem != 0) out.add('s', {word.stem}, {word.token, kNone, kNone});
  if (word.noun != 0) out.add('n', {word.noun}, {word.token, kNone, kNone});
}

void add_relation(const Word& word, const Word& head, Deprel deprel, Collector& out) {
  const std::uint64_t relation = hash_of(text_of(deprel));
  out.add('d', {head.symbol, relation, word.symbol}, {word.token, head.token, kNone});
  out.add('h', {relation, word.symbol}, {word.token, kNone, kNone});
  out.add('g', {head.symbol, relation}, {head.token, kNone, kNone});
}

void add_neighbours(const std::vector<Word>& words, Collector& out) {
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const Word &one = words[i], &two = words[i + 1];
    out.add('2', {one.symbol, two.symbol}, {one.token, two.token, kNone});
    if (i + 2 < words.size())
      out.add('3', {one.symbol, two.symbol, words[i + 2].symbol}, {one.token, two.token, words[i + 2].token});
    for (std::size_t apart = 2; apart <= kFarthest && i + apart < words.size(); ++apart)
      out.add('a', {one.symbol, words[i + apart].symbol}, {one.token, words[i + apart].token, kNone});
  }
}

// What kind of place it is, and how the sentence begins there: in a plan "Ms Hart to …" is a task.
void add_place(const Narrative& n, std::uint32_t sentence, const std::vector<Word>& words, Collector& out) {
  const bool plan = n.kind == DocumentKind::plan || n.section_of(sentence) == Section::plan;
  out.add('k', {hash_of(name_of(plan ? DocumentKind::plan : n.kind))}, {kNone, kNone, kNone});
  for (std::size_t i = 1; i < 4 && i + 1 < words.size(); ++i)
    out.add('K', {plan ? 1U : 2U, words[i].symbol}, {words[i].token, kNone, kNone});
}

}  // namespace

LikenessFeatures::LikenessFeatures(const Narrative& narrative)
    : narrative_(narrative), inside_name_(narrative.analysis.tokens.size()) {
  for (const Mention& mention : narrative.cast.mentions)
    if (mention.kind == MentionKind::name)
      for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t)
        inside_name_[t] = t != mention.head;
}

std::vector<LikenessFeature> LikenessFeatures::of(std::uint32_t sentence) const {
  const TokenRange tokens = narrative_.analysis.sentences[sentence].tokens;
  std::vector<Word> words{{kNone, hash_of("^"), 0, 0}};
  std::vector<std::size_t> at(tokens.size());  // in `words`; 0 for none
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) {
    if (inside_name_[t]) continue;
    at[t - tokens.begin] = words.size();
    words.push_back(word_at(narrative_, t));
  }
  words.push_back({kNone, hash_of("$"), 0, 0});
  Collector out;
  for (std::size_t i = 1; i + 1 < words.size(); ++i) {
    add_alone(words[i], out);
    const Token& token = narrative_.analysis.tokens[words[i].token];
    if (token.upos == Upos::PUNCT || token.head == words[i].token || !tokens.contains(token.head)) continue;
    if (const std::size_t head = at[token.head - tokens.begin]; head != 0)
      add_relation(words[i], words[head], token.deprel, out);
  }
  add_neighbours(words, out);
  add_place(narrative_, sentence, words, out);
  return std::move(out).each_once();
}

}  // namespace onus
