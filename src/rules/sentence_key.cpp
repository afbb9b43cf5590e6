#include "rules/sentence_key.h"

#include "language/sentence_hash.h"

namespace onus {
namespace {

void add_mention(SentenceHash& hash, const Cast& cast, std::uint32_t number, const SentenceKey& first) {
  const Mention& mention = cast.mentions[number];
  const Standpoint point = standpoint_of(cast, mention);
  hash.add(mention.tokens.begin - first.token);
  hash.add(mention.tokens.end - first.token);
  hash.add(mention.head - first.token);
  hash.add(cast.mention_at[mention.head] - first.mention);
  hash.add_small(mention.kind, mention.plural, point.role, point.basis);
  hash.add(mention.people.size());
}

// Goes through the sentences and what they have in the order of the text.
class Keys {
 public:
  explicit Keys(const Matcher& matcher) : matcher_(matcher), narrative_(matcher.narrative()) {}

  SentenceKey next(const Sentence& sentence) {
    SentenceKey key{0, sentence.tokens.begin, clause_, mention_};
    SentenceHash hash;
    hash.add_small(matcher_.survivor_known(), matcher_.perpetrator_known());
    hash.add(sentence.tokens.size());
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      hash.add_token(narrative_.analysis, narrative_.form(t), t, key.token);
    const auto& clauses = narrative_.clauses.all;
    while (clause_ < clauses.size() && clauses[clause_].predicate < sentence.tokens.end) ++clause_;
    bool alone = true;
    const auto& mentions = narrative_.cast.mentions;
    for (; mention_ < mentions.size() && mentions[mention_].head < sentence.tokens.end; ++mention_) {
      alone = alone && mentions[mention_].tokens.begin >= sentence.tokens.begin &&
              mentions[mention_].tokens.end <= sentence.tokens.end;
      add_mention(hash, narrative_.cast, mention_, key);
    }
    if (alone) key.hash = hash.value();
    return key;
  }

 private:
  const Matcher& matcher_;
  const Narrative& narrative_;
  std::uint32_t clause_ = 0;
  std::uint32_t mention_ = 0;
};

void move_by(std::uint32_t& number, std::uint32_t by) {
  if (number != kNone) number += by;  // wraps round where it moves to the front
}

}  // namespace

std::vector<SentenceKey> sentence_keys(const Matcher& matcher) {
  Keys all(matcher);
  std::vector<SentenceKey> keys;
  keys.reserve(matcher.narrative().analysis.sentences.size());
  for (const Sentence& sentence : matcher.narrative().analysis.sentences) keys.push_back(all.next(sentence));
  return keys;
}

Match moved(Match match, const SentenceKey& from, const SentenceKey& to, std::uint32_t sentence) {
  const std::uint32_t tokens = to.token - from.token;
  match.sentence = sentence;
  match.tokens = {match.tokens.begin + tokens, match.tokens.end + tokens};
  match.underlined = {match.underlined.begin + tokens, match.underlined.end + tokens};
  move_by(match.clause, to.clause - from.clause);
  move_by(match.subject, tokens);
  for (std::uint32_t& role : match.roles) move_by(role, to.mention - from.mention);
  return match;
}

}  // namespace onus
