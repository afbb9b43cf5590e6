#include "rewriting/chained_passives.h"

#include <algorithm>
#include <array>

#include "rewriting/passive_clause.h"
#include "rewriting/phrases.h"
#include "rewriting/shared_agent.h"
#include "rewriting/turn_names.h"
#include "rewriting/turn_verb.h"
#include "rewriting/what_follows.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

struct Link {
  PassiveClause clause;
  std::uint32_t joins = kNone;  // the comma or "and" before its subject
};

class Chain {
 public:
  Chain(const Narrative& n, const ByAgent& by, const Inflector& inflector)
      : n_(n),
        by_(by),
        inflector_(inflector),
        sentence_(n.analysis.sentences[sentence_of(n.analysis, by.participle)].tokens) {}

  std::optional<ActiveVoice> turn() {
    if (by_.of_all && n_.form(by_.by - 2) != ",") return std::nullopt;  // ", allegedly all by him"
    if (!read() || !follows_well()) return std::nullopt;
    const Token& first = token(by_.agent.begin);
    if (first.features.possessive && !token(links_.front().clause.patient.begin).features.possessive)
      return std::nullopt;  // "her husband" would come before her name
    write();
    ActiveVoice active;
    for (const Link& link : links_) active.participles.push_back(link.clause.by.participle);
    active.words = {token(links_.front().clause.group.words.begin).span.begin,
                    token(by_.agent.end - 1).span.end};
    active.suggestion = suggestion_from(n_.prose(), std::move(edits_));
    return active;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n_.form(t)); }

  bool may_share(std::uint32_t participle) const {
    const std::string_view verb = n_.analysis.lemma(participle);
    static constexpr std::array<std::string_view, 7> with_particle{"put", "let",  "lock", "shut",
                                                                   "cut", "pour", "take"};
    static constexpr std::array<std::string_view, 5> particles{"through", "in", "out", "down", "away"};
    if (by_.of_all || is_damage(verb) || is_done_to_somebody(verb)) return true;
    return one_of(verb, with_particle) && one_of(form(participle + 1), particles);
  }

  // The clause without its agent, as one that leaves it out.
  std::optional<Link> link_at(std::uint32_t participle) const {
    if (!may_share(participle)) return std::nullopt;
    Link link;
    ByAgent& nobody = link.clause.by;
    nobody.participle = participle;
    nobody.by = participle + 1;
    nobody.agent = nobody.core = {participle + 1, participle + 1};
    link.clause.group = passive_group(n_, participle);
    const PassiveGroup& group = link.clause.group;
    if (group.negated || group.infinitive || group.gerund || group.participles.size() != 1)
      return std::nullopt;
    link.clause.patient = noun_phrase_before(n_, sentence_.begin, group.words.begin);
    const TokenRange patient = link.clause.patient;
    if (patient.empty() || patient.end != group.words.begin) return std::nullopt;
    for (std::uint32_t t = patient.begin; t < patient.end; ++t)
      if (token(t).upos == Upos::CCONJ) return std::nullopt;
    if (patient.begin > sentence_.begin) link.joins = patient.begin - 1;
    return link;
  }

  bool joins(std::uint32_t t) const { return t != kNone && (form(t) == "and" || n_.form(t) == ","); }

  // The participle of the clause that ends before the link `t`, with nothing but its complements behind it.
  std::uint32_t participle_before(std::uint32_t t) const {
    if (form(t) == "and" && t > sentence_.begin && n_.form(t - 1) == ",") --t;
    while (t-- > sentence_.begin) {
      const Token& word = token(t);
      if (word.upos == Upos::VERB) return participle_like(word) ? t : kNone;
      if (word.upos == Upos::AUX || word.upos == Upos::PUNCT || word.upos == Upos::SCONJ ||
          word.upos == Upos::CCONJ || form(t) == "by")
        return kNone;
      // "broken last year in a fall", but "hit with a stick"
      if (!by_.of_all && word.upos == Upos::NOUN && !is_means(t)) return kNone;
    }
    return kNone;
  }

  bool is_means(std::uint32_t noun) const {
    for (std::uint32_t t = noun; t > sentence_.begin && t + 3 > noun; --t)
      if (token(t).upos == Upos::ADP) return form(t) == "with";
    return false;
  }

  bool read() {
    auto last = link_at(by_.participle);
    if (!last) return false;
    links_.push_back(std::move(*last));
    while (joins(links_.front().joins)) {
      const std::uint32_t before = participle_before(links_.front().joins);
      auto link = before == kNone ? std::nullopt : link_at(before);
      if (!link || link->clause.group.auxiliary == kNone) break;
      links_.insert(links_.begin(), std::move(*link));
    }
    if (links_.size() < 2 || !are_surely_one()) return false;
    const VerbPlace place = links_.front().clause.group.place;
    for (Link& link : links_) {
      PassiveGroup& group = link.clause.group;
      if (group.auxiliary == kNone) group.place = place;  // "and the windows put through"
      if (group.place != place) return false;
    }
    const bool agrees = place == VerbPlace::past || !is_plural(n_, by_.core);
    return agrees && begins_well(links_.front());
  }

  // "Her car was sold and her phone was smashed by him" may tell of two doers; with "all by him", or with one
  // auxiliary for all ("her glasses were broken and her hair pulled by him"), of one.
  bool are_surely_one() const {
    return by_.of_all || std::all_of(links_.begin() + 1, links_.end(),
                                     [](const Link& link) { return link.clause.group.auxiliary == kNone; });
  }

  // At the start of its sentence, behind "that" or behind a phrase that stands in front.
  bool begins_well(const Link& first) const {
    if (first.joins == kNone) return true;
    if (form(first.joins) == "and" || token(first.joins).upos == Upos::ADP) return false;
    return form(first.joins) == "that" || n_.form(first.joins) == "," ||
           token(first.joins).upos == Upos::ADV || has_digit(n_.form(first.joins));
  }

  bool follows_well() {
    PassiveClause whole = links_.back().clause;
    whole.by = by_;
    const Followers next = what_follows(n_, whole);
    relative_ = next.agent_relative;
    return !next.blocks && next.verb == kNone && next.while_verb == kNone;
  }

  std::string doer() const {
    std::string text = words_as(n_, by_.agent, PronounUse::subject);
    if (relative_ == kNone) return text + (by_.closing_comma ? "," : "");
    return text + ", " + words_of(n_, {relative_, end_of_sentence()}) + ",";
  }
  std::uint32_t end_of_sentence() const {
    std::uint32_t end = sentence_.end;
    while (end > sentence_.begin && token(end - 1).upos == Upos::PUNCT) --end;
    return end;
  }

  void write() {
    for (std::size_t i = 0; i < links_.size(); ++i) {
      const PassiveClause& clause = links_[i].clause;
      Turning p(n_, clause, nullptr, inflector_, doer());
      p.patient = words_of(n_, clause.patient);
      const std::uint32_t begin = p.begin_of(clause.patient.begin);
      if (i == 0)
        p.edit(begin, p.end_of(clause.patient.end - 1), at_start(p) ? capitalised(doer()) : doer());
      else
        p.edit(begin, p.begin_of(clause.group.words.begin), "");
      put_verb(p, i == 0 ? active_group_here(p) : adverbs_of_group(p) + active(p, clause.group.place),
               object_text(p));
      std::move(p.result.edits.begin(), p.result.edits.end(), std::back_inserter(edits_));
    }
    drop_agent();
  }

  void drop_agent() {
    std::uint32_t from = by_.by - 1;
    const bool all = form(from) == "all" || form(from) == "both" || form(from) == "each";
    if (all) --from;
    if (n_.form(from) == ",") --from;
    const std::uint32_t end = relative_ == kNone ? by_.agent.end : end_of_sentence();
    const bool more = all && end + 1 < sentence_.end && form(end) == "and" && form(end + 1) == "all";
    edits_.push_back({token(from).span.end, token(more ? end : end - 1).span.end, more ? "," : ""});
    const std::uint32_t joins = links_.back().joins;
    if (n_.form(joins) == ",") edits_.push_back({token(joins).span.begin, token(joins).span.end, " and"});
  }

  const Narrative& n_;
  const ByAgent& by_;
  const Inflector& inflector_;
  TokenRange sentence_;
  std::vector<Link> links_;
  std::vector<Edit> edits_;
  std::uint32_t relative_ = kNone;
};

}  // namespace

std::optional<ActiveVoice> chained_passives(const Narrative& narrative, const ByAgent& by,
                                            const Inflector& inflector) {
  if (is_quoted(narrative, narrative.analysis.tokens[by.participle].span)) return std::nullopt;
  return Chain(narrative, by, inflector).turn();
}

}  // namespace onus
