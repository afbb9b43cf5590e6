#include "rewriting/fronted_agents.h"

#include <optional>

#include "rewriting/edits.h"
#include "rewriting/passive_clause.h"
#include "rewriting/phrases.h"
#include "rewriting/verb_group.h"
#include "text/fold.h"

namespace onus {
namespace {

class Fronted {
 public:
  Fronted(const Narrative& n, std::uint32_t sentence, const Inflector& inflector)
      : n_(n), words_(n.analysis.sentences[sentence].tokens), inflector_(inflector) {}

  std::optional<ActiveVoice> turn() {
    for (std::uint32_t t = words_.begin; t + 4 < words_.end; ++t) {
      if (form(t) != "by") continue;
      if (form(t + 1) != "whom") return after_it_was(t);
      if (t == words_.begin) return asked();
      edit(t, t + 1, "who");
      return clause(t + 2, Number::sing);
    }
    return std::nullopt;
  }

 private:
  const Token& token(std::uint32_t t) const { return n_.analysis.tokens[t]; }
  std::string form(std::uint32_t t) const { return lower(n_.form(t)); }
  void edit(std::uint32_t first, std::uint32_t last, std::string text) {
    edits_.push_back({token(first).span.begin, token(last).span.end, std::move(text)});
  }

  // "It was by Mr B that …"
  std::optional<ActiveVoice> after_it_was(std::uint32_t by) {
    if (by != words_.begin + 2 || form(words_.begin) != "it" || n_.analysis.lemma(by - 1) != "be")
      return std::nullopt;
    const TokenRange who = noun_phrase_at(n_, by + 1, words_.end);
    if (who.empty() || !is_person(n_, who) || who.end + 3 >= words_.end || form(who.end) != "that")
      return std::nullopt;
    edits_.push_back({token(by).span.begin, token(by + 1).span.begin, ""});
    edit(who.end, who.end, "who");
    return clause(who.end + 1, is_plural(n_, who) ? Number::plur : Number::sing);
  }

  std::uint32_t participle_from(std::uint32_t t) const {
    for (; t < words_.end; ++t) {
      if (token(t).upos == Upos::PUNCT) return kNone;
      if (token(t).upos == Upos::VERB && token(t).xpos == Xpos::VBN) return t;
    }
    return kNone;
  }

  // From the subject of the passive on: its verb, in the active, and then the subject.
  std::optional<ActiveVoice> clause(std::uint32_t begin, Number number) {
    const std::uint32_t participle = participle_from(begin);
    if (participle == kNone) return std::nullopt;
    const PassiveGroup group = passive_group(n_, participle);
    if (group.auxiliary == kNone || group.participles.size() != 1 || group.infinitive || group.gerund)
      return std::nullopt;
    if (group.words.begin == begin || has_preposition_behind(participle)) return std::nullopt;
    const TokenRange whom{begin, group.words.begin};
    const Agreeing who{GrammaticalPerson::third, number};
    edit(begin, participle,
         active_group(n_, group, who, inflector_) + " " + words_as(n_, whom, PronounUse::object));
    return result(participle);
  }

  // "By whom was Ms A hit?"
  std::optional<ActiveVoice> asked() {
    const std::uint32_t first = words_.begin + 2;
    std::uint32_t participle = participle_from(first + 1);
    for (std::uint32_t t = first + 1; t < words_.end && participle == kNone; ++t)  // "hit", taken for a base
      if (token(t).upos == Upos::VERB && n_.analysis.lemma(t) == form(t)) participle = t;
    const bool plain = form(first) == "was" || form(first) == "were";
    if (participle == kNone || !plain || has_preposition_behind(participle)) return std::nullopt;
    const TokenRange whom{first + 1, participle};
    for (std::uint32_t t = participle; t < words_.end; ++t)
      if (n_.form(t) == ":" || form(t) == "by") return std::nullopt;  // "… hit: by Mr B or by his brother?"
    if (token(participle - 1).upos == Upos::AUX || token(participle - 1).upos == Upos::ADV)
      return std::nullopt;
    edit(words_.begin, participle,
         "Who " + active_verbs(n_, passive_group(n_, participle), VerbPlace::past, {}, inflector_) + " " +
             words_as(n_, whom, PronounUse::object));
    return result(participle);
  }

  // "was shouted at": the preposition would need its noun.
  bool has_preposition_behind(std::uint32_t participle) const {
    const std::uint32_t next = participle + 1;
    if (next + 1 >= words_.end || token(next).upos != Upos::ADP) return false;
    return token(next + 1).upos == Upos::PUNCT || token(next + 1).upos == Upos::ADP;
  }

  ActiveVoice result(std::uint32_t participle) {
    ActiveVoice active;
    active.participles.push_back(participle);
    active.words = token(participle).span;
    active.suggestion = suggestion_from(n_.prose(), std::move(edits_));
    return active;
  }

  const Narrative& n_;
  TokenRange words_;
  const Inflector& inflector_;
  std::vector<Edit> edits_;
};

}  // namespace

std::vector<ActiveVoice> with_fronted_agent(const Narrative& narrative, std::uint32_t sentence,
                                            const Inflector& inflector) {
  std::vector<ActiveVoice> all;
  if (auto one = Fronted(narrative, sentence, inflector).turn(); one && !is_quoted(narrative, one->words))
    all.push_back(std::move(*one));
  return all;
}

}  // namespace onus
