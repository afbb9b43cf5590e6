#include "checks/likeness.h"

#include <algorithm>
#include <cmath>

#include "rules/run_rules.h"

namespace onus {
namespace {

// Where a sentence is less alike than this, a rule is more often wrong than right, and silent; below the
// second it is wrong often enough to say no more than a note. Chosen on sentences that neither rules nor
// weights had seen, where the first made little difference; it is low so that few rewrites are lost.
constexpr float kUnlike = 0.005F, kUnsure = 0.1F;
// What grammar finds is surer than what words find.
constexpr float kUnlikeByGrammar = 0.0002F;

// A word belongs to those that make a sentence alike when it weighs at least so much of what the heaviest
// does.
constexpr float kShareOfHeaviest = 0.1F;

// One or two words by themselves show the writer nothing.
constexpr std::uint32_t kFewestUnderlined = 3;

using Features = std::vector<LikenessFeature>;

// The vectors of those features that are known.
std::vector<const FeatureNet::Vector*> known_of(const Features& features, const FeatureNet& model) {
  std::vector<const FeatureNet::Vector*> known;
  known.reserve(features.size());
  for (const LikenessFeature& feature : features)
    if (const auto* const vector = model.of(feature.hash); vector != nullptr) known.push_back(vector);
  return known;
}

Likeness likeness(const Features& features, const FeatureNet& model) {
  const FeatureNet::Hidden hidden = model.hidden(known_of(features, model));
  Likeness alike{};
  for (std::size_t c = 0; c < alike.size(); ++c) alike[c] = 1 / (1 + std::exp(-model.odds(hidden, c)));
  return alike;
}

// A plan and its section change what a sentence is like and aren't in its key.
std::uint64_t with_place(std::uint64_t key, const Narrative& n, std::uint32_t sentence) {
  const auto place =
      static_cast<std::uint64_t>(n.kind) << 8 | static_cast<std::uint64_t>(n.section_of(sentence));
  return key ^ (place + 1) * 0x9E3779B97F4A7C15U;
}

// What each word of a sentence weighs for a category.
std::vector<float> weights_of_words(const Features& features, const FeatureNet& model, std::size_t the_class,
                                    TokenRange sentence) {
  const FeatureNet::Hidden hidden = model.hidden(known_of(features, model));
  std::vector<float> weights(sentence.size());
  for (const LikenessFeature& feature : features) {
    const FeatureNet::Vector* const vector = model.of(feature.hash);
    if (vector == nullptr) continue;
    const auto words = std::ranges::count_if(feature.tokens, [](std::uint32_t t) { return t != kNone; });
    const float share = words == 0 ? 0 : model.share(*vector, hidden, the_class) / static_cast<float>(words);
    for (const std::uint32_t token : feature.tokens)
      if (token != kNone) weights[token - sentence.begin] += share;
  }
  return weights;
}

// The stretch of words that together weigh most, each less a share of the heaviest.
TokenRange heaviest(const std::vector<float>& weights, std::uint32_t first) {
  const float least = *std::ranges::max_element(weights) * kShareOfHeaviest;
  TokenRange best{first, first + 1};
  float most = -INFINITY, sum = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < weights.size(); ++i) {
    if (sum <= 0) {
      sum = 0;
      begin = i;
    }
    sum += weights[i] - least;
    if (sum <= most) continue;
    most = sum;
    best = {first + begin, first + i + 1};
  }
  return best;
}

bool joins(Upos upos) { return upos == Upos::PUNCT || upos == Upos::CCONJ; }

// Words that only lead on to the next.
bool leads_on(Upos upos) {
  return joins(upos) || upos == Upos::ADP || upos == Upos::SCONJ || upos == Upos::DET || upos == Upos::PART;
}

TokenRange without_loose_ends(const Analysis& analysis, TokenRange words) {
  while (words.size() > 1 && joins(analysis.tokens[words.begin].upos)) ++words.begin;
  while (words.size() > 1 && leads_on(analysis.tokens[words.end - 1].upos)) --words.end;
  return words;
}

Match match_of(const Narrative& n, std::uint32_t sentence, TokenRange words) {
  Match match;
  match.sentence = sentence;
  match.tokens = match.underlined = words;
  match.clause = n.clauses.of_token[words.begin];
  return match;
}

// Few words are like anything, a question asks, and what is about nobody is about no family.
bool tells_of_people(const Narrative& n, std::uint32_t sentence) {
  constexpr std::uint32_t kFewWords = 6;
  const TokenRange tokens = n.analysis.sentences[sentence].tokens;
  if (tokens.size() < kFewWords || n.form(tokens.end - 1) == "?") return false;
  for (std::uint32_t t = tokens.begin; t < tokens.end; ++t)
    if (n.cast.at(t) != nullptr) return true;
  return false;
}

// "Mr Baird was constantly violent towards Ms Hart."
bool calls_violent(const Narrative& n, const Clause& clause) {
  static constexpr std::array<std::string_view, 6> kConduct{"violent",    "abusive",     "controlling",
                                                            "aggressive", "threatening", "cruel"};
  const Mention* const subject = clause.subject == kNone ? nullptr : n.cast.at(clause.subject);
  return subject != nullptr && !clause.negated && standpoint_of(n.cast, *subject).role == Role::perpetrator &&
         std::ranges::find(kConduct, n.analysis.lemma(clause.predicate)) != kConduct.end();
}

// Who says what was done and by whom has said it: that is what the notes would ask for. One for each
// sentence.
std::vector<bool> tell_who_did_it(const Narrative& n) {
  std::vector<bool> tell(n.analysis.sentences.size());
  for (const Clause& clause : n.clauses.all)
    if (calls_violent(n, clause)) tell[clause.sentence] = true;
  for (const Event& event : n.events) {
    if (event.clause == kNone || event.negated || !event.agent_in_sentence) continue;
    const Clause& clause = n.clauses.all[event.clause];
    if (clause.voice == Voice::active) tell[clause.sentence] = true;
  }
  return tell;
}

// "His attendance does not show that he has changed": what is denied to be a cause or a change
// isn't said to be one. What somebody did not do, on the other hand, is what much blame is made of.
bool is_denied(const Clauses& clauses, Category category, TokenRange words) {
  static constexpr std::array kClaims{Category::cause_excuse, Category::referral_as_outcome};
  if (std::ranges::find(kClaims, category) == kClaims.end()) return false;
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const std::uint32_t clause = clauses.of_token[t];
    if (clause == kNone) continue;
    const std::uint32_t above = clauses.all[clause].governor;
    if (clauses.all[clause].negated || (above != kNone && clauses.all[above].negated)) return true;
  }
  return false;
}

// No name is cut in two.
TokenRange with_whole_names(const Cast& cast, TokenRange sentence, TokenRange words) {
  auto mention = std::ranges::lower_bound(cast.mentions, sentence.begin, {}, &Mention::head);
  for (; mention != cast.mentions.end() && mention->head < sentence.end; ++mention) {
    if (mention->kind != MentionKind::name) continue;
    if (mention->tokens.contains(words.begin)) words.begin = mention->tokens.begin;
    if (mention->tokens.contains(words.end - 1)) words.end = mention->tokens.end;
  }
  return words;
}

}  // namespace

SecondReading::SecondReading(const LikenessFeatures& features, const FeatureNet& net,
                             std::span<const SentenceKey> keys, const KeptLikeness& before)
    : features_(features), net_(net), words_(keys.size()) {
  keys_.reserve(keys.size());
  likeness_.reserve(keys.size());
  for (std::uint32_t s = 0; s < keys.size(); ++s) {
    keys_.push_back(keys[s].hash == 0 ? 0 : with_place(keys[s].hash, narrative(), s));
    const auto known = keys_[s] == 0 ? before.end() : before.find(keys_[s]);
    if (known == before.end()) {
      likeness_.push_back(onus::likeness(features.of(s), net));
    } else {
      likeness_.push_back(known->second.likeness);
      words_[s] = known->second.words;
    }
  }
}

TokenRange SecondReading::words(std::uint32_t sentence, std::size_t the_class) const {
  const TokenRange tokens = narrative().analysis.sentences[sentence].tokens;
  auto& asked = words_[sentence];
  auto known = std::ranges::find(asked, the_class, [](const auto& each) { return each.first; });
  if (known == asked.end()) {
    TokenRange words =
        heaviest(weights_of_words(features_.of(sentence), net_, the_class, tokens), tokens.begin);
    words = with_whole_names(narrative().cast, tokens, without_loose_ends(narrative().analysis, words));
    asked.push_back({the_class, {words.begin - tokens.begin, words.end - tokens.begin}});
    known = asked.end() - 1;
  }
  return {tokens.begin + known->second.begin, tokens.begin + known->second.end};
}

KeptLikeness SecondReading::kept() const {
  KeptLikeness kept;
  for (std::size_t s = 0; s < keys_.size(); ++s)
    if (keys_[s] != 0) kept.try_emplace(keys_[s], ReadSentence{likeness_[s], words_[s]});
  return kept;
}

void weigh(std::vector<Finding>& findings, std::span<const Likeness> likeness, const RuleBook& book) {
  const auto alike = [&](const Finding& finding) {
    const Rule* const rule = book.find(finding.rule);
    return finding.category && rule != nullptr && rule->weighed
               ? likeness[finding.sentence][static_cast<std::size_t>(*finding.category)]
               : 1;
  };
  std::erase_if(findings, [&](const Finding& finding) {
    const Rule* const rule = book.find(finding.rule);
    return alike(finding) < (rule != nullptr && rule->grammar ? kUnlikeByGrammar : kUnlike);
  });
  for (Finding& finding : findings)
    if (alike(finding) < kUnsure) finding.severity = Severity::note;
}

std::vector<Finding> findings_alike(const Matcher& matcher, const RuleBook& book, const SecondReading& again,
                                    std::span<const Finding> findings) {
  const Narrative& narrative = again.narrative();
  const std::span<const Likeness> likeness = again.likeness();
  const std::vector<bool> tell = tell_who_did_it(narrative);
  std::vector<Finding> out;
  for (const Rule& rule : book.rules) {
    if (rule.off || !rule.likeness || !rule.category) continue;
    const auto category = static_cast<std::size_t>(*rule.category);
    for (std::uint32_t s = 0; s < likeness.size(); ++s) {
      if (likeness[s][category] < *rule.likeness || tell[s] || !tells_of_people(narrative, s)) continue;
      const auto said = [&](const Finding& f) { return f.sentence == s && f.category == rule.category; };
      if (std::ranges::any_of(findings, said)) continue;
      const TokenRange words = again.words(s, category);
      if (words.size() < kFewestUnderlined || is_denied(narrative.clauses, *rule.category, words)) continue;
      if (auto finding = finding_of(matcher, rule, match_of(narrative, s, words), {}))
        out.push_back(std::move(*finding));
    }
  }
  return out;
}

}  // namespace onus
