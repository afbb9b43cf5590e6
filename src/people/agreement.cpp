#include "people/gathering.h"

// Which pronoun goes with whom.
namespace onus {
namespace {

class AgreementLearner {
 public:
  explicit AgreementLearner(Gathering& gathering) : g_(gathering) {}

  void run() {
    for (std::size_t i = 0; i < g_.found.size();) {
      std::size_t end = i;
      while (end < g_.found.size() && g_.found[end].sentence == g_.found[i].sentence) ++end;
      read_sentence(i, end);
      i = end;
    }
    // The lists of given names come last: they fill in where the report itself shows nothing.
    for (Known& known : g_.people)
      if (agreement_of(known) == Agreement::unknown && known.he == 0 && known.she == 0 &&
          !known.given.empty())
        known.agrees = g_.words.of_given_name(fold(known.given));
  }

 private:
  // A sentence with one name and pronouns of one kind after it, and no one else whom they could mean.
  void read_sentence(std::size_t begin, std::size_t end) {
    std::uint32_t only = kNone;
    int he = 0, she = 0;
    bool clear = true, reported = false;
    const std::uint32_t before = last_only_;
    const bool follows = begin < end && last_sentence_ + 1 == g_.found[begin].sentence;
    for (std::size_t i = begin; i < end; ++i) {
      const FoundMention& mention = g_.found[i];
      if (mention.kind == MentionKind::name) {
        if (g_.candidates[i].size() != 1 || (only != kNone && only != g_.candidates[i].front()))
          clear = false;
        if (he + she > 0) clear = false;
        only = g_.candidates[i].empty() ? kNone : g_.candidates[i].front();
      } else if (mention.kind == MentionKind::pronoun && !mention.plural && !mention.quoted) {
        (mention.agrees == Agreement::he ? he : she) += 1;
        // "Ms Hart says he …": somebody else as often as not.
        const std::uint32_t c = g_.clauses.of_token[mention.head];
        if (c != kNone && g_.clauses.all[c].subject == mention.head && g_.clauses.all[c].reported_by != kNone)
          reported = true;
      } else if (mention.kind == MentionKind::noun && !mention.plural && mention.possessor == kNone) {
        clear = false;
      }
    }
    if (clear && only == kNone && follows && before != kNone && he + she > 0) vote(before, he, she);
    // "Ryan collects every day. He emails the office under her name.": the first pronoun, if both stand
    // there.
    if (only == kNone && follows && before != kNone && he > 0 && she > 0 && opens_with_subject(begin))
      vote(before, g_.found[begin].agrees == Agreement::he, g_.found[begin].agrees == Agreement::she);
    if (clear && only != kNone && !reported) vote(only, he, she);
    last_only_ = clear && only != kNone ? only : kNone;
    if (begin < end) last_sentence_ = g_.found[begin].sentence;
  }

  bool opens_with_subject(std::size_t i) const {
    const FoundMention& mention = g_.found[i];
    const std::uint32_t c = g_.clauses.of_token[mention.head];
    return mention.kind == MentionKind::pronoun && !mention.plural && !mention.quoted && c != kNone &&
           g_.analysis.sentences[mention.sentence].tokens.begin == mention.tokens.begin &&
           g_.clauses.all[c].subject == mention.head;
  }

  void vote(std::uint32_t person, int he, int she) {
    if (he > 0 && she == 0) ++g_.people[person].he;
    if (she > 0 && he == 0) ++g_.people[person].she;
  }

  Gathering& g_;
  std::uint32_t last_only_ = kNone;
  std::uint32_t last_sentence_ = 0;
};

}  // namespace

void learn_agreement(Gathering& gathering) { AgreementLearner(gathering).run(); }

}  // namespace onus
