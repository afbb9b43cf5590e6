#include "people/act_matching.h"

#include <algorithm>
#include <array>
#include <tuple>

#include "people/words.h"
#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::size_t kMostGoverned = 32;
constexpr std::uint32_t kFollowing = 10;  // tokens

constexpr std::array<std::string_view, 9> kObjects{"her", "him", "them", "me",  "us",
                                                   "you", "she", "he",   "they"};
constexpr std::array<std::string_view, 6> kPossessives{"her", "his", "their", "my", "our", "your"};

bool belongs(Deprel relation) {
  switch (relation) {
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::nsubj_outer:
    case Deprel::csubj:
    case Deprel::csubj_pass:
    case Deprel::punct:
    case Deprel::cc:
    case Deprel::parataxis:
    case Deprel::list:
    case Deprel::aux:
    case Deprel::aux_pass:
    case Deprel::obl_agent:
      return false;
    default:
      return true;
  }
}

}  // namespace

// Asked for the same clause by the lists and by likeness.
std::vector<std::uint32_t> ActMatcher::governed(const Clause& clause) const {
  KeptGoverned& kept = governed_[clause.predicate];
  const bool active = clause.voice == Voice::active;
  if (!kept.known || kept.active != active || kept.subject != clause.subject ||
      kept.subject_inherited != clause.subject_inherited)
    kept = {find_governed(clause), clause.subject, true, active, clause.subject_inherited};
  return kept.tokens;
}

std::vector<std::uint32_t> ActMatcher::find_governed(const Clause& clause) const {
  std::vector<std::uint32_t> out = below(clause);
  add_following(clause, out);
  // What a passive is said of: "his wages were paid into her account".
  if (clause.voice != Voice::active && clause.subject != kNone &&
      (!clause.subject_inherited || clause.kind == ClauseKind::participial)) {
    const TokenRange subject = phrase_of(analysis_, clauses_, clause.subject);
    for (std::uint32_t t = subject.begin; t < subject.end && out.size() < kMostGoverned; ++t)
      if (t < clause.predicate) out.push_back(t);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  // What stands behind a colon is a statement of its own.
  const auto colon = std::find_if(out.begin(), out.end(), [&](std::uint32_t t) {
    return t > clause.predicate &&
           (slice<ProseText>(document_.prose, analysis_.tokens[t].span) == ":" ||
            (t > 0 && slice<ProseText>(document_.prose, analysis_.tokens[t - 1].span) == ":"));
  });
  out.erase(colon, out.end());
  return out;
}

// What hangs on the predicate.
std::vector<std::uint32_t> ActMatcher::below(const Clause& clause) const {
  std::vector<std::uint32_t> out, open{clause.predicate};
  while (!open.empty() && out.size() < kMostGoverned) {
    const std::uint32_t token = open.back();
    open.pop_back();
    for (const std::uint32_t child : clauses_.dependents(token)) {
      const Deprel relation = analysis_.tokens[child].deprel;
      if (token == clause.predicate) {
        if (!belongs(relation)) continue;
        if (relation == Deprel::conj && clauses_.at_predicate[child] != kNone) continue;
        // An adverbial clause with a subject of its own tells something else.
        if (relation == Deprel::advcl && dependent(analysis_, clauses_, child, Deprel::nsubj) != kNone)
          continue;
      }
      out.push_back(child);
      open.push_back(child);
    }
  }
  return out;
}

// And the words behind it up to the next verb: an object that the parse has hung elsewhere still follows its
// verb.
void ActMatcher::add_following(const Clause& clause, std::vector<std::uint32_t>& out) const {
  const std::uint32_t end =
      std::min(analysis_.sentences[clause.sentence].tokens.end, clause.predicate + kFollowing);
  for (std::uint32_t t = clause.predicate + 1; t < end; ++t) {
    const Token& token = analysis_.tokens[t];
    const std::string_view form = slice<ProseText>(document_.prose, token.span);
    if (form == ";" || form == ":" || form == "”" || form == "(" || form == ",") return;
    // Words of a list may begin there: "after she had said no".
    if (token.upos == Upos::SCONJ) out.push_back(t);
    if (token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::SCONJ) return;
    if (token.deprel == Deprel::nsubj || token.deprel == Deprel::nsubj_pass) return;
    out.push_back(t);
  }
}

// What is said follows the verb, whatever the parse makes of its clauses.
void ActMatcher::add_saying(const Clause& clause, std::vector<std::uint32_t>& out) const {
  constexpr std::uint32_t kSaid = 16;  // tokens
  const std::string_view verb = analysis_.lemma(clause.predicate);
  if (!is_reporting(verb) && verb != "tell" && verb != "ask" && verb != "text" && verb != "message") return;
  const std::uint32_t end =
      std::min(analysis_.sentences[clause.sentence].tokens.end, clause.predicate + kSaid);
  for (std::uint32_t t = clause.predicate + 1; t < end; ++t) {
    if (slice<ProseText>(document_.prose, analysis_.tokens[t].span) == ";") break;
    out.push_back(t);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

// A word that no list has is no word of a list.
void ActMatcher::note_words() {
  std::vector<std::uint32_t> of_lemma;
  of_lemma.reserve(analysis_.lemmas.size());
  for (const auto& lemma : analysis_.lemmas) of_lemma.push_back(words_.number_of(lemma));
  folded_.reserve(analysis_.tokens.size());
  numbers_.reserve(analysis_.tokens.size());
  for (const Token& token : analysis_.tokens) {
    folded_.push_back(fold(slice<ProseText>(document_.prose, token.span)));
    const std::uint32_t lemma = of_lemma[token.lemma];
    const std::uint32_t form =
        folded_.back() == analysis_.lemmas[token.lemma] ? lemma : words_.number_of(folded_.back());
    numbers_.push_back({form, lemma == form ? ActWords::kUnknown : lemma});
  }
  personal_ = {words_.number_of("her"), words_.number_of("his"), words_.number_of("him"),
               words_.number_of("somebody"), words_.number_of("somebody's")};
  of_person_ = {personal_.her, personal_.his, personal_.him, personal_.somebody, personal_.somebodys};
}

// Names and nouns of those whom acts are done to: anyone but professionals and those who are stated to use
// violence.
void ActMatcher::note_persons() {
  person_end_.assign(analysis_.tokens.size(), kNone);
  begun_of_.assign(analysis_.tokens.size(), {kNone, kNone});
  governed_.resize(analysis_.tokens.size());
  for (const Mention& mention : cast_.mentions) {
    if (mention.kind != MentionKind::name && mention.kind != MentionKind::noun) continue;
    if (mention.plural || mention.said == Role::professional) continue;
    const bool other = std::any_of(mention.people.begin(), mention.people.end(), [&](std::uint32_t p) {
      return cast_.people[p].plays(Role::professional) || cast_.people[p].plays(Role::perpetrator);
    });
    if (!other) person_end_[mention.tokens.begin] = mention.tokens.end;
  }
}

// The lists say "outside her work"; "outside Ms Hart's work" is meant too. The token behind the person's
// words, kNone where no one stands there.
std::uint32_t ActMatcher::behind_person(std::uint32_t token, std::uint32_t pronoun) const {
  const std::uint32_t end = person_end_[token];
  if (end == kNone) return behind_pronoun(token, pronoun);
  const bool marked = end < analysis_.tokens.size() && analysis_.tokens[end].xpos == Xpos::POS;
  // "her mother" is somebody's too.
  if (pronoun == personal_.somebodys && !marked) return behind_pronoun(token, pronoun);
  if (pronoun == personal_.his || pronoun == personal_.somebodys) return marked ? end + 1 : kNone;
  if (pronoun == personal_.her) return marked ? end + 1 : end;
  return (pronoun == personal_.him || pronoun == personal_.somebody) && !marked ? end : kNone;
}

// "somebody" and "somebody's" of the lists are any pronoun for people; "her bedroom" isn't she, nor "her"
// hers.
std::uint32_t ActMatcher::behind_pronoun(std::uint32_t token, std::uint32_t anyone) const {
  if (anyone != personal_.somebody && anyone != personal_.somebodys) return kNone;
  const bool owned = analysis_.tokens[token].deprel == Deprel::nmod_poss;
  const Xpos tag = analysis_.tokens[token].xpos;
  if (anyone == personal_.somebody)
    return one_of(folded_[token], kObjects) && !(owned && tag == Xpos::PRPS) ? token + 1 : kNone;
  const bool object = !owned && tag == Xpos::PRP;
  return one_of(folded_[token], kPossessives) && !object ? token + 1 : kNone;
}

// The words one after another from `token` on; hyphens between them don't count.
bool ActMatcher::follows(std::uint32_t token, std::span<const std::uint32_t> words,
                         std::uint32_t& last) const {
  std::uint32_t at = token;
  std::size_t matched = 0;
  while (matched < words.size() && at < analysis_.tokens.size()) {
    std::uint32_t next = at + 1;
    if (is(at, words[matched]))
      ++matched;
    else if (const std::uint32_t behind = words.size() > 1 ? behind_person(at, words[matched]) : kNone;
             behind != kNone) {
      ++matched;
      next = behind;
    } else if (matched == 0 || folded_[at] != "-") {
      return false;
    }
    at = next;
  }
  if (matched < words.size()) return false;
  last = std::max(last, at - 1);
  return true;
}

// A name or noun for someone begins here, or a mention has its head here.
bool ActMatcher::stands_for_person(std::uint32_t token) const {
  return person_end_[token] != kNone || cast_.at(token) != nullptr;
}

bool ActMatcher::any_of(std::uint32_t list, const std::vector<std::uint32_t>& tokens,
                        std::uint32_t& last) const {
  return std::any_of(tokens.begin(), tokens.end(), [&](std::uint32_t token) {
    const std::span<const Begun> begun = begun_at(token);
    const auto at = std::ranges::lower_bound(begun, list, {}, &Begun::list);
    if (at == begun.end() || at->list != list) return false;
    last = std::max(last, at->last);
    return true;
  });
}

// In the order of the lists, each once: of several sequences of a list the first counts, those that begin
// with the form before those with the lemma.
std::span<const ActMatcher::Begun> ActMatcher::begun_at(std::uint32_t token) const {
  TokenRange& place = begun_of_[token];
  if (place.begin != kNone) return std::span<const Begun>(begun_).subspan(place.begin, place.size());
  found_.clear();
  look_for(token, numbers_[token].form, 0);
  look_for(token, numbers_[token].lemma, 1);
  if (stands_for_person(token))
    for (std::uint32_t i = 0; i < of_person_.size(); ++i) look_for(token, of_person_[i], 2 + i);
  std::ranges::sort(found_, [](const Begun& a, const Begun& b) {
    return std::tie(a.list, a.by, a.place) < std::tie(b.list, b.by, b.place);
  });
  const auto end = std::unique(found_.begin(), found_.end(),
                               [](const Begun& a, const Begun& b) { return a.list == b.list; });
  const std::size_t from = begun_.size();
  begun_.insert(begun_.end(), found_.begin(), end);
  place = {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(begun_.size())};
  return std::span<const Begun>(begun_).subspan(from);
}

// Sequences that begin with the word `first`, or with someone for whom it stands. Few have a second word that
// comes next here.
void ActMatcher::look_for(std::uint32_t token, std::uint32_t first, std::uint32_t by) const {
  const Listed listed = words_.beginning_with(first);
  if (listed.empty()) return;
  std::uint32_t next = token + 1;
  if (is(token, first))
    look_for(token, listed, ActWords::kUnknown, by);
  else
    next = behind_person(token, first);
  for (; next < analysis_.tokens.size(); ++next) {
    for (const std::uint32_t word : {numbers_[next].form, numbers_[next].lemma})
      if (word != ActWords::kUnknown) look_for(token, listed, word, by);
    for (const std::uint32_t anyone : of_person_)
      if (behind_person(next, anyone) != kNone) look_for(token, listed, anyone, by);
    if (folded_[next] != "-") break;
  }
}

void ActMatcher::look_for(std::uint32_t token, Listed listed, std::uint32_t second, std::uint32_t by) const {
  for (auto each = std::ranges::lower_bound(listed, second, {}, &ListedSequence::second);
       each != listed.end() && each->second == second; ++each) {
    std::uint32_t last = 0;
    if (follows(token, words_.words_of(*each), last)) found_.push_back({each->list, last, by, each->begin});
  }
}

ActMatcher::Governed ActMatcher::with_lists(std::vector<std::uint32_t> tokens) const {
  Governed governed{std::move(tokens), {}};
  for (const std::uint32_t token : governed.tokens) {
    const std::span<const Begun> begun = begun_at(token);
    if (begun.empty()) continue;
    // The last of them has the highest number.
    governed.lists.resize(std::max<std::size_t>(governed.lists.size(), begun.back().list / 64 + 1));
    for (const Begun& each : begun) governed.lists[each.list / 64] |= std::uint64_t{1} << each.list % 64;
  }
  return governed;
}

std::uint32_t ActMatcher::affected(const Clause& clause) const {
  if (clause.voice != Voice::active) return clause.subject;
  const auto is_someone = [&](std::uint32_t t) {
    return t != kNone && cast_.at(t) != nullptr && cast_.at(t)->kind != MentionKind::agency;
  };
  if (is_someone(clause.object)) return clause.object;
  if (is_someone(clause.indirect_object)) return clause.indirect_object;
  for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
    const Deprel relation = analysis_.tokens[child].deprel;
    if ((relation == Deprel::obj || relation == Deprel::iobj) && is_someone(child)) return child;
    if (relation != Deprel::obl || child < clause.predicate || !is_someone(child)) continue;
    const std::string_view preposition = case_of(analysis_, clauses_, child);
    if (preposition == "at" || preposition == "on" || preposition == "to" || preposition == "towards" ||
        preposition == "toward" || preposition == "against" || preposition == "into" ||
        preposition == "over" || preposition == "from")
      return child;
  }
  if (const std::uint32_t caused = caused_to_act(clause); caused != kNone && is_someone(caused))
    return caused;
  // Whoever follows the verb, wherever the parse has put them.
  for (std::uint32_t t = clause.predicate + 1; t < clause.predicate + 3 && t < analysis_.tokens.size(); ++t) {
    if (is_someone(t) && analysis_.tokens[t].deprel != Deprel::nmod_poss &&
        analysis_.tokens[t].deprel != Deprel::nsubj)
      return t;
    if (analysis_.tokens[t].upos != Upos::DET) break;
  }
  return kNone;
}

// "made Ewan choose", "has her sign": the subject of what somebody is made to do.
std::uint32_t ActMatcher::caused_to_act(const Clause& clause) const {
  static constexpr std::array<std::string_view, 7> causing{"make", "have",  "let", "force",
                                                           "get",  "watch", "help"};
  if (!one_of(analysis_.lemma(clause.predicate), causing)) return kNone;
  for (const std::uint32_t child : clauses_.dependents(clause.predicate)) {
    const Deprel relation = analysis_.tokens[child].deprel;
    if (relation != Deprel::ccomp && relation != Deprel::xcomp) continue;
    const std::uint32_t subject = dependent(analysis_, clauses_, child, Deprel::nsubj);
    const bool bare = dependent(analysis_, clauses_, child, Deprel::mark) == kNone &&
                      analysis_.tokens[child].features.verb_form != VerbForm::fin;
    if (bare && subject != kNone && subject > clause.predicate) return subject;
  }
  return kNone;
}

// The same where the parse has made an object of it: "had her iron his shirts", "got him to sign".
std::uint32_t ActMatcher::made_to_act(const Clause& clause) const {
  if (const std::uint32_t caused = caused_to_act(clause); caused != kNone) return caused;
  if (clause.object == kNone || clause.object < clause.predicate) return kNone;
  const bool to_act = std::any_of(clauses_.dependents(clause.predicate).begin(),
                                  clauses_.dependents(clause.predicate).end(), [&](std::uint32_t child) {
                                    const Token& token = analysis_.tokens[child];
                                    return child > clause.object &&
                                           (token.deprel == Deprel::xcomp || token.deprel == Deprel::ccomp) &&
                                           (token.xpos == Xpos::VB || token.xpos == Xpos::VBN);
                                  });
  return to_act ? clause.object : kNone;
}

bool ActMatcher::own_thing(const Clause& clause) const {
  const std::uint32_t agent = clause.agent();
  if (agent == kNone || clause.object == kNone || cast_.at(agent) == nullptr) return false;
  const std::uint32_t owner = dependent(analysis_, clauses_, clause.object, Deprel::nmod_poss);
  if (owner == kNone || cast_.at(owner) == nullptr) return false;
  const Mention& who = *cast_.at(agent);
  const Mention& whose = *cast_.at(owner);
  return !who.people.empty() && who.people == whose.people;
}

bool ActMatcher::is_owned(std::uint32_t token) const {
  return dependent(analysis_, clauses_, token, Deprel::nmod_poss) != kNone;
}

// "picked on him", "picks at her food", not "picked him up at noon": a preposition has to govern someone or
// what is someone's; particles stand by themselves.
bool ActMatcher::governs_someone(std::uint32_t preposition) const {
  const Token& token = analysis_.tokens[preposition];
  // "put her out of the house"
  if (preposition + 1 < analysis_.tokens.size() && folded_[preposition + 1] == "of") return true;
  if (token.deprel != Deprel::case_ || token.head == preposition) return true;
  return cast_.at(token.head) != nullptr || is_owned(token.head);
}

// "put himself forward, which brings the level down": nobody was put down; nor was anybody where something is
// "put down to drink".
bool ActMatcher::is_of_another_verb(const Clause& clause, std::uint32_t particle) const {
  const Upos upos = analysis_.tokens[particle].upos;
  if (particle < clause.predicate || (upos != Upos::ADP && upos != Upos::ADV)) return false;
  if (folded_[particle] == "down" && particle + 1 < folded_.size() && folded_[particle + 1] == "to" &&
      analysis_.lemma(clause.predicate) == "put")
    return true;
  for (std::uint32_t t = clause.predicate + 1; t < particle; ++t) {
    const Xpos xpos = analysis_.tokens[t].xpos;
    if (clauses_.at_predicate[t] != kNone && (xpos == Xpos::VBZ || xpos == Xpos::VBD)) return true;
  }
  return false;
}

std::optional<Tactic> ActMatcher::tactic_of_things(const std::vector<std::uint32_t>& tokens) const {
  std::uint32_t ignored = 0;
  for (const auto& [tactic, list] : words_.things())
    if (any_of(list, tokens, ignored)) return tactic;
  return std::nullopt;
}

bool ActMatcher::has_any(std::uint32_t list, const std::vector<std::uint32_t>& tokens) const {
  std::uint32_t ignored = 0;
  return list != UINT32_MAX && any_of(list, tokens, ignored);
}

bool ActMatcher::takes_it_down(std::uint32_t token) const {
  for (std::uint32_t t = token; t < token + 4 && t < analysis_.tokens.size(); ++t) {
    const Mention* mention = cast_.at(t);
    if (mention == nullptr) continue;
    if (mention->tokens.begin > token + 1) return false;
    if (mention->kind == MentionKind::writer) {
      if (mention->people.size() != 1) return true;
      const Person& person = cast_.people[mention->people.front()];
      return !person.plays(Role::child) && !person.plays(Role::non_offending_parent) && !person.parent;
    }
    if (mention->kind == MentionKind::agency) {
      const std::string_view body = analysis_.lemma(mention->head);
      return body == "police" || body == "officer" || body == "court" || body == "panel" ||
             body == "department" || body == "work" || body == "service";
    }
    const bool professional =
        mention->said == Role::professional ||
        (mention->people.size() == 1 && cast_.people[mention->people.front()].plays(Role::professional));
    return professional && !is_owned(mention->head);
  }
  return false;
}

// Whether anyone but the agent, the writer's colleagues and bodies stands there, if only as somebody's owner
// or as the one of whom something is told.
bool ActMatcher::reaches_family(const Clause& clause, const std::vector<std::uint32_t>& governed) const {
  // Whoever is told, asked or rung: a professional or a body takes down what is said, but "her doctor" and
  // "his employer" are somebody's own.
  if (takes_it_down(clause.predicate + 1)) return false;
  const std::uint32_t to = affected(clause);
  const bool other = is_other_of_family(clause, to);
  if (to != kNone && !is_owned(to) && !other) return false;
  return other || std::any_of(governed.begin(), governed.end(),
                              [&](std::uint32_t t) { return is_other_of_family(clause, t); });
}

bool ActMatcher::is_other_of_family(const Clause& clause, std::uint32_t t) const {
  const Mention* agent = clause.agent() == kNone ? nullptr : cast_.at(clause.agent());
  const Mention* mention = t == kNone ? nullptr : cast_.at(t);
  if (mention == nullptr || mention->kind == MentionKind::agency) return false;
  if (mention->said == Role::professional) return false;
  if (mention->kind == MentionKind::writer && mention->people.size() != 1) return false;
  if (mention->people.empty()) return true;
  if (mention->kind == MentionKind::writer && cast_.people[mention->people.front()].name == "the writer")
    return false;
  return std::any_of(mention->people.begin(), mention->people.end(), [&](std::uint32_t person) {
    const bool own = agent != nullptr && agent->people.size() == 1 && agent->people.front() == person;
    return !own && !cast_.people[person].plays(Role::professional);
  });
}

bool ActMatcher::object_fits(const Clause& clause, ActPattern::Object object,
                             const std::vector<std::uint32_t>& governed) const {
  if (object == ActPattern::Object::any) return true;
  if (object == ActPattern::Object::family) return reaches_family(clause, governed);
  if (object == ActPattern::Object::caused) return is_other_of_family(clause, made_to_act(clause));
  // Not the one who is told it, nor the teller.
  if (object == ActPattern::Object::told_of)
    return std::any_of(governed.begin(), governed.end(), [&](std::uint32_t t) {
      return analysis_.tokens[t].head != clause.predicate && is_other_of_family(clause, t);
    });
  const std::uint32_t token = affected(clause);
  if (token == kNone) return false;
  const Mention* mention = cast_.at(token);
  if (mention == nullptr || mention->kind == MentionKind::agency) return false;
  if (object == ActPattern::Object::person) return true;
  return standpoint_of(cast_, *mention).role == Role::child || mention->said == Role::child;
}

// "She stopped going to chapel": what one does oneself no more.
bool ActMatcher::stops_own_doing(const Clause& clause) const {
  const std::uint32_t next = clause.predicate + 1;
  return analysis_.lemma(clause.predicate) == "stop" && clause.voice == Voice::active &&
         next < analysis_.tokens.size() && analysis_.tokens[next].xpos == Xpos::VBG;
}

// "claimed that he had her sign over the truck" claims no money.
bool ActMatcher::claims_that(const Clause& clause) const {
  return analysis_.lemma(clause.predicate) == "claim" &&
         dependent(analysis_, clauses_, clause.predicate, Deprel::ccomp) != kNone;
}

bool ActMatcher::is_of_body(std::uint32_t token) const {
  std::uint32_t ignored = 0;
  return words_.body() != UINT32_MAX && any_of(words_.body(), {token}, ignored);
}

// "She knocked his arm off her throat", "pushed him off her".
bool ActMatcher::frees_oneself(const Clause& clause, const std::vector<std::uint32_t>& governed) const {
  const Mention* agent = clause.agent() == kNone ? nullptr : cast_.at(clause.agent());
  if (agent == nullptr || agent->people.size() != 1) return false;
  return std::any_of(governed.begin(), governed.end(), [&](std::uint32_t t) {
    const Mention* mention =
        t + 1 < analysis_.tokens.size() && folded_[t] == "off" ? cast_.at(t + 1) : nullptr;
    if (mention == nullptr || mention->people != agent->people) return false;
    // "off her throat", not "off his bed" or "off his motorbike"
    const Token& token = analysis_.tokens[t + 1];
    return token.deprel != Deprel::nmod_poss || is_of_body(token.head);
  });
}

bool ActMatcher::fits(const Clause& clause, const ActPattern& pattern, const Governed& looked_in,
                      std::uint32_t& last) const {
  const std::vector<std::uint32_t>& governed = looked_in.tokens;
  if (pattern.negative && !clause.negated) return false;
  if (pattern.with != UINT32_MAX && !looked_in.has(pattern.with)) return false;
  // "told police that he threatened her": an account, not what it tells of.
  if (pattern.tactic == Tactic::isolation && stops_own_doing(clause)) return false;
  if (pattern.tactic == Tactic::physical && frees_oneself(clause, governed)) return false;
  if (pattern.tactic == Tactic::economic && claims_that(clause)) return false;
  if (pattern.tactic != Tactic::system_manipulation && analysis_.lemma(clause.predicate) == "tell" &&
      takes_it_down(clause.predicate + 1))
    return false;
  for (const std::uint32_t word : pattern.also) {
    const bool there = std::any_of(governed.begin(), governed.end(), [&](std::uint32_t t) {
      if (!is(t, word)) return false;
      if (is_of_another_verb(clause, t)) return false;
      if (pattern.object != ActPattern::Object::any && !governs_someone(t)) return false;
      if (t > clause.predicate) last = std::max(last, t);
      return true;
    });
    if (!there) return false;
  }
  if (pattern.with != UINT32_MAX && !any_of(pattern.with, governed, last)) return false;
  if (pattern.without != UINT32_MAX && looked_in.has(pattern.without)) return false;
  if (!object_fits(clause, pattern.object, governed)) return false;
  // Bail and orders are one's own and broken all the same.
  if (pattern.with == UINT32_MAX || pattern.tactic == Tactic::post_separation || !own_thing(clause))
    return true;
  // "drove his van into her gate", "put his hands round her neck"; hands on somebody's shoulders may part
  // people.
  static constexpr std::array<std::string_view, 6> places{"neck",     "throat", "mouth",
                                                          "windpipe", "airway", "hair"};
  const bool used_on_others =
      pattern.tactic == Tactic::property ||
      (pattern.tactic == Tactic::physical &&
       std::any_of(governed.begin(), governed.end(), [&](std::uint32_t t) {
         return std::find(places.begin(), places.end(), analysis_.lemma(t)) != places.end();
       }));
  return used_on_others && reaches_family(clause, governed);
}

// Where the tagger has taken a verb for a noun or an adjective ("Petra smashed …") the lemma is no verb's, so
// the ending is taken off.
std::string ActMatcher::act_verb(std::uint32_t token) const {
  const std::string& form = folded_[token];
  const auto known = [&](std::string verb) { return words_.patterns(verb).empty() ? std::string{} : verb; };
  const auto without = [&](std::size_t letters, std::string_view ending) {
    return known(form.substr(0, form.size() - letters) + std::string(ending));
  };
  if (form.size() < 5) return {};
  if (form.ends_with("ied")) return without(3, "y");
  if (form.ends_with("ed")) {
    if (const auto stem = without(2, ""); !stem.empty()) return stem;
    if (const auto stem = without(1, ""); !stem.empty()) return stem;
    return without(3, "");
  }
  if (form.ends_with("es"))
    if (const auto stem = without(2, ""); !stem.empty()) return stem;
  return form.ends_with("s") ? without(1, "") : std::string{};
}

std::span<const ActPattern> ActMatcher::patterns_of(std::uint32_t predicate) const {
  const auto found = words_.patterns(analysis_.lemma(predicate));
  if (!found.empty() || analysis_.tokens[predicate].upos == Upos::VERB) return found;
  return words_.patterns(act_verb(predicate));
}

std::optional<ActMatch> ActMatcher::match(const Clause& clause, bool pattern_known) const {
  const auto patterns = patterns_of(clause.predicate);
  if (std::ranges::none_of(patterns, [&](const ActPattern& p) { return p.pattern == pattern_known; }))
    return std::nullopt;
  // "Work had been murder."
  if (clause.copular && analysis_.tokens[clause.predicate].upos == Upos::NOUN) return std::nullopt;
  // "has to send": the act is what follows.
  if (analysis_.lemma(clause.predicate) == "have" && clause.predicate + 1 < analysis_.tokens.size() &&
      slice<ProseText>(document_.prose, analysis_.tokens[clause.predicate + 1].span) == "to")
    return std::nullopt;
  std::vector<std::uint32_t> tokens = governed(clause);
  if (pattern_known) add_saying(clause, tokens);
  const Governed looked_in = with_lists(std::move(tokens));
  // The pattern that says most: one with needed words over one without, then the order of the file.
  std::optional<ActMatch> best;
  const auto weight = [](const ActPattern& p) {
    return (p.with != UINT32_MAX ? 2 : 0) + (p.also.empty() ? 0 : 1) +
           (p.object == ActPattern::Object::child ? 2 : 0) +
           (p.against_child && p.with != UINT32_MAX ? 1 : 0);
  };
  for (const ActPattern& pattern : patterns) {
    if (pattern.pattern && !pattern_known) continue;
    if (best && weight(pattern) <= weight(*best->pattern)) continue;
    std::uint32_t last = clause.predicate;
    if (fits(clause, pattern, looked_in, last)) best = ActMatch{&pattern, last};
  }
  return best;
}

}  // namespace onus
