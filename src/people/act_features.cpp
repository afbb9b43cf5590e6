#include "people/act_features.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "language/feature_hash.h"
#include "language/without_gender.h"
#include "text/fold.h"

namespace onus {
namespace {

using std::string_view;

constexpr std::size_t kStem = 5;  // letters that kindred words share

using Word = ActFeatures::Word;

// The part somebody has in a text.
string_view part_of(const Cast& cast, const Mention& mention) {
  if (mention.kind == MentionKind::agency) return "AGENCY";
  if (mention.kind == MentionKind::writer) return "ADULT";
  if (mention.people.empty()) return mention.said == Role::child ? "CHILD" : "SOMEONE";
  const auto all = [&](Role role) {
    return std::ranges::all_of(mention.people, [&](std::uint32_t p) { return cast.people[p].plays(role); });
  };
  if (all(Role::child)) return "CHILD";
  if (all(Role::professional)) return "PROFESSIONAL";
  return mention.people.size() > 1 ? "GROUP" : "ADULT";
}

constexpr std::uint64_t kSelf = hash_of("SELF");

class Describer {
 public:
  Describer(const PeopledText& text, const ActMatcher& matcher, const std::vector<Word>& words,
            const Clause& clause)
      : text_(text), matcher_(matcher), words_(words), clause_(clause), governed_(matcher.governed(clause)) {
    std::sort(governed_.begin(), governed_.end());
    if (const Mention* subject = mention_at(clause.agent()); subject != nullptr) self_ = subject;
  }

  std::vector<std::uint64_t> run(bool roles) {
    if (roles) add_roles();
    add_listed();
    add_predicate();
    add_doer();
    add_governed();
    add_above();
    add_around();
    std::sort(out_.begin(), out_.end());
    out_.erase(std::unique(out_.begin(), out_.end()), out_.end());
    return std::move(out_);
  }

 private:
  void add(char sort, std::uint64_t a, std::uint64_t b = 0, std::uint64_t c = 0) {
    out_.push_back(hash_of(sort, a, b, c));
  }

  const Mention* mention_at(std::uint32_t token) const {
    return token == kNone ? nullptr : text_.cast.at(token);
  }

  Word word_at(std::uint32_t token) const {
    Word word = words_[token];
    if (const Mention* mention = mention_at(token);
        mention != nullptr && self_ != nullptr &&
        (mention == self_ || (!mention->people.empty() && mention->people == self_->people)))
      word.symbol = kSelf;
    return word;
  }

  std::uint64_t predicate() const { return word_at(clause_.predicate).symbol; }

  // What the lists of acts say.
  void add_listed() {
    for (const bool pattern : {false, true})
      if (const auto match = matcher_.match(clause_, pattern); match && match->pattern->pattern == pattern) {
        add('l', pattern ? 2 : 1);
        add('L', pattern ? 2 : 1, static_cast<std::uint64_t>(match->pattern->tactic) + 1);
      }
    if (const auto things = matcher_.tactic_of_things(governed_))
      add('l', 3, static_cast<std::uint64_t>(*things));
  }

  void add_predicate() {
    const Word word = word_at(clause_.predicate);
    add('p', word.symbol);
    if (word.stem != 0) add('t', word.stem);
    if (word.noun != 0) add('n', word.noun);
    const Token& token = text_.token(clause_.predicate);
    const std::uint64_t form = hash_of(text_of(token.deprel));
    add('k', form);
    add('x', static_cast<std::uint64_t>(token.xpos) + 1);
    add('v', static_cast<std::uint64_t>(clause_.voice) + 1);
    add('V', word.symbol, static_cast<std::uint64_t>(clause_.voice) + 1);
    add('m', static_cast<std::uint64_t>(clause_.modality) + 1);
    add('e', (clause_.negated ? 1U : 2U), word.symbol);
    add('E', (clause_.negated ? 1U : 2U), static_cast<std::uint64_t>(clause_.modality) + 1);
    if (clause_.first_auxiliary != kNone)
      add('A', hash_of(lower(text_.form(clause_.first_auxiliary))), clause_.negated);
    if (clause_.copular) add('c', word.symbol);
  }

  void add_doer() {
    for (const auto& [sort, place] :
         {std::pair{'s', clause_.subject}, std::pair{'o', clause_.object},
          std::pair{'i', clause_.indirect_object}, std::pair{'b', clause_.by_agent}}) {
      const auto which = static_cast<std::uint64_t>(static_cast<unsigned char>(sort));
      const Word word = place == kNone ? Word{hash_of("NOBODY"), 0, 0} : word_at(place);
      add('a', which, word.symbol);
      add('d', which, word.symbol, predicate());
      if (word.noun != 0) add('N', which, word.noun);
      if (word.stem != 0) add('T', which, word.stem);
      if (place != kNone)
        if (const std::uint32_t owner = dependent(text_.analysis, text_.clauses, place, Deprel::nmod_poss);
            owner != kNone) {
          add('w', which, word_at(owner).symbol);
          add('W', which, word_at(owner).symbol, word.symbol);
        }
    }
  }

  // ---- Where it is known who uses violence

  void add_roles() {
    for (const auto& [sort, place] : {std::pair{'s', clause_.agent()}, std::pair{'o', clause_.patient()}}) {
      const auto which = static_cast<std::uint64_t>(static_cast<unsigned char>(sort));
      const Mention* mention = mention_at(place);
      const std::uint64_t role =
          mention == nullptr ? 0 : 1 + static_cast<std::uint64_t>(standpoint_of(text_.cast, *mention).role);
      add('8', which, role);
      add('9', which, role, predicate());
    }
    const auto speaker =
        clause_.reported_by == kNone ? kNone : text_.clauses.all[clause_.reported_by].subject;
    if (const Mention* teller = mention_at(speaker); teller != nullptr)
      add('8', 't', 1 + static_cast<std::uint64_t>(standpoint_of(text_.cast, *teller).role));
    bool others[6] = {};
    for (const std::uint32_t g : governed_)
      if (const Mention* mention = mention_at(g); mention != nullptr && mention != self_)
        others[static_cast<std::size_t>(standpoint_of(text_.cast, *mention).role)] = true;
    for (std::uint64_t role = 0; role < 6; ++role)
      if (others[role]) add('8', 'g', role + 1);
  }

  void add_governed() {
    for (std::size_t i = 0; i < governed_.size(); ++i) {
      const std::uint32_t g = governed_[i];
      if (g == clause_.predicate || is_inside_name(g)) continue;
      const Word word = word_at(g);
      const Token& token = text_.token(g);
      add('g', word.symbol);
      add('G', word.symbol, predicate());
      if (word.stem != 0) add('h', word.stem);
      if (word.noun != 0) add('H', word.noun);
      add('r', hash_of(text_of(token.deprel)), word.symbol);
      if (token.head != g) add('R', hash_of(text_of(token.deprel)), word.symbol, word_at(token.head).symbol);
      if (const string_view by = case_of(text_.analysis, text_.clauses, g); !by.empty())
        add('C', hash_of(by), word.symbol);
      if (i + 1 < governed_.size() && governed_[i + 1] == g + 1) {
        add('2', word.symbol, word_at(g + 1).symbol);
        if (i + 2 < governed_.size() && governed_[i + 2] == g + 2)
          add('3', word.symbol, word_at(g + 1).symbol, word_at(g + 2).symbol);
      }
    }
  }

  // What it hangs on, and who tells it.
  void add_above() {
    if (clause_.governor != kNone) {
      const Clause& above = text_.clauses.all[clause_.governor];
      const std::uint64_t verb = word_at(above.predicate).symbol;
      add('u', verb, static_cast<std::uint64_t>(clause_.kind) + 1);
      add('U', verb, predicate());
      add('q', static_cast<std::uint64_t>(above.modality) + 1, above.negated ? 1 : 2);
    }
    if (clause_.reported_by != kNone)
      add('Q', word_at(text_.clauses.all[clause_.reported_by].predicate).symbol);
    const std::uint32_t mark = dependent(text_.analysis, text_.clauses, clause_.predicate, Deprel::mark);
    if (mark != kNone) add('M', word_at(mark).symbol);
  }

  void add_around() {
    const TokenRange range = text_.analysis.sentences[clause_.sentence].tokens;
    const auto symbol = [&](std::int64_t t) {
      return t < range.begin || t >= range.end ? hash_of("$") : word_at(static_cast<std::uint32_t>(t)).symbol;
    };
    const std::int64_t p = clause_.predicate;
    add('1', symbol(p - 1), predicate());
    add('4', symbol(p - 2), symbol(p - 1), predicate());
    add('5', predicate(), symbol(p + 1));
    add('6', predicate(), symbol(p + 1), symbol(p + 2));
    for (std::int64_t t = std::max<std::int64_t>(range.begin, p - 4); t < p; ++t) add('7', symbol(t));
    for (std::uint32_t t = range.begin; t < range.end; ++t)
      if (!is_inside_name(t) && text_.token(t).upos != Upos::PUNCT) add('z', word_at(t).symbol);
  }

  bool is_inside_name(std::uint32_t token) const {
    const Token& t = text_.token(token);
    return t.upos == Upos::PROPN && mention_at(token) == nullptr && t.head != token &&
           mention_at(t.head) != nullptr && mention_at(t.head)->tokens.contains(token);
  }

  const PeopledText& text_;
  const ActMatcher& matcher_;
  const std::vector<Word>& words_;
  const Clause& clause_;
  std::vector<std::uint32_t> governed_;
  const Mention* self_ = nullptr;
  std::vector<std::uint64_t> out_;
};

}  // namespace

ActFeatures::Word ActFeatures::word_at(std::uint32_t token) const {
  const Token& t = text_.token(token);
  const std::string lemma = lower(text_.analysis.lemma(token));
  const string_view word = without_gender(lemma);
  if (const Mention* mention = text_.cast.at(token); mention != nullptr) {
    const bool plain = t.upos == Upos::PROPN || t.upos == Upos::PRON;
    return {hash_of(part_of(text_.cast, *mention)), 0, plain ? 0 : hash_of(word)};
  }
  if (t.upos == Upos::PROPN) return {hash_of("NAME"), 0, 0};
  if (!word.empty() && word[0] >= '0' && word[0] <= '9') return {hash_of("NUMBER"), 0, 0};
  return {hash_of(word), word.size() > kStem ? hash_of(word.substr(0, kStem)) : 0, 0};
}

std::vector<std::uint64_t> ActFeatures::of(const Clause& clause, bool roles) {
  if (!noted_[clause.sentence]) {
    const TokenRange tokens = text_.analysis.sentences[clause.sentence].tokens;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) words_[t] = word_at(t);
    noted_[clause.sentence] = true;
  }
  return Describer(text_, matcher_, words_, clause).run(roles);
}

}  // namespace onus
