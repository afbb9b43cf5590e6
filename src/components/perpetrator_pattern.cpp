#include <algorithm>
#include <set>

#include "components/evidence.h"
#include "components/wordings.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr int kActs = 3;
constexpr int kTactics = 2;

struct Shape {
  std::set<std::string> acts;  // each in its own words: the same words told twice are one act
  std::set<Tactic> tactics;
  int without_agent = 0;
  bool timed = false;
  bool named = false;               // by a noun, without what was done
  std::vector<Evidence> elsewhere;  // what shows only where no act with its agent is told
};

// "His violence", "an assault": the name of an act, which says no more than that there was one.
bool is_only_named(const Reading& reading, const Act& act) {
  const Upos upos = reading.narrative.analysis.tokens[act.event->predicate].upos;
  return act.event->clause == kNone && (upos == Upos::NOUN || upos == Upos::PROPN);
}

// "Every night he …" right before or after the words of the act belongs to them; elsewhere it is a piece of
// its own.
void add_time(ProseSpan time, std::vector<Evidence>& evidence) {
  constexpr std::uint32_t kBefore = 30, kAfter = 2;
  if (time.empty() || evidence.back().span.contains(time)) return;
  const ProseSpan act = evidence.back().span;
  if ((time.begin >= act.end && time.begin - act.end <= kAfter) ||
      (time.end <= act.begin && act.begin - time.end <= kBefore))
    evidence.back().span = join(act, time);
  else
    evidence.push_back({time, say(Wording::indicator_often)});
}

// Of a passive the words from its subject on: "her phone was smashed".
ProseSpan words_of(const Reading& reading, const Act& act) {
  const Narrative& narrative = reading.narrative;
  if (act.event->clause == kNone) return act.span;
  const Clause& clause = narrative.clauses.all[act.event->clause];
  if (clause.voice == Voice::active || clause.subject == kNone || clause.subject_inherited ||
      clause.subject > clause.predicate || clause.kind == ClauseKind::participial)
    return act.span;
  return join(narrative.span_of(phrase_of(narrative.analysis, narrative.clauses, clause.subject)), act.span);
}

// Drowned "the child's hamster" and, further on, "the hamster": one act told twice.
std::string key_of(const Reading& reading, const Act& act) {
  const Analysis& analysis = reading.narrative.analysis;
  std::uint32_t last = kNone;
  for (std::uint32_t t = act.event->predicate + 1;
       t < analysis.tokens.size() && analysis.tokens[t].span.end <= act.span.end; ++t)
    if (analysis.tokens[t].upos == Upos::NOUN) last = t;
  if (last == kNone) return lower(reading.narrative.text(act.span));
  return std::string(act.event->act) + " " + std::string(analysis.lemma(last));
}

// "Takes his wages", "checks the mileage": it goes on. The entries of a chronology have their dates.
bool says_when(const Reading& reading, const Act& act) {
  if (!act.event->when.empty() || !act.event->frequency.empty() ||
      has_in(reading, Sign::time, act.sentence) || reading.narrative.kind == DocumentKind::chronology)
    return true;
  if (act.event->clause == kNone) return false;
  const Clause& clause = reading.narrative.clauses.all[act.event->clause];
  return clause.tense == Tense::pres && !clause.progressive && !clause.perfect &&
         clause.voice == Voice::active;
}

void add_act(const Reading& reading, const Act& act, Shape& shape, std::vector<Evidence>& evidence) {
  const std::string tactic(words_for(act.event->tactic));
  if (!act.by_perpetrator) {
    ++shape.without_agent;
    shape.elsewhere.push_back(
        {words_of(reading, act), say(Wording::indicator_nobody, {{"indicator", tactic}})});
    return;
  }
  if (is_only_named(reading, act)) {
    shape.named = true;
    shape.elsewhere.push_back({act.span, tactic});
    return;
  }
  shape.tactics.insert(act.event->tactic);
  shape.timed |= says_when(reading, act);
  if (!shape.acts.insert(key_of(reading, act)).second) return;
  if (targets_only_children(reading.parts, *act.event)) {
    shape.elsewhere.push_back({act.span, tactic});
    return;
  }
  evidence.push_back({words_of(reading, act), tactic});
  add_time(act.event->frequency, evidence);
}

bool overlaps_act(const Reading& reading, ProseSpan span) {
  return std::any_of(reading.acts.begin(), reading.acts.end(),
                     [&](const Act& act) { return act.span.overlaps(span); });
}

// Acts that the lists of acts don't know, but an indicator does.
void add_sighting(const Reading& reading, const Sighting& sighting, Shape& shape,
                  std::vector<Evidence>& evidence) {
  if (overlaps_act(reading, sighting.span)) return;
  evidence.push_back({sighting.span, sighting.indicator->name});
  shape.acts.insert(lower(reading.narrative.text(sighting.span)));
  shape.tactics.insert(*sighting.indicator->tactic);
  shape.timed |= has_in(reading, Sign::time, sighting.match.sentence);
}

std::string needs_of(const Shape& shape) {
  std::vector<std::string> needs;
  if (const int missing = kActs - static_cast<int>(shape.acts.size()); missing > 0)
    needs.push_back(counted(missing, "more act", "more acts"));
  if (shape.tactics.size() < kTactics) needs.push_back(say(Wording::need_tactic));
  if (!shape.timed) needs.push_back(say(Wording::need_time));
  return listed(needs);
}

std::string kinds_of(const Shape& shape) {
  return counted(static_cast<int>(shape.tactics.size()), "kind", "kinds");
}

std::string acts_of(std::size_t count) { return counted(static_cast<int>(count), "act", "acts"); }

void judge(const Shape& shape, bool named, bool unplaced, const Names& names, ComponentCoverage& coverage) {
  const std::string acts = acts_of(shape.acts.size());
  const std::string needs = needs_of(shape);
  const std::string kinds = kinds_of(shape);
  coverage.level = Level::mentioned;
  if (!shape.acts.empty() && needs.empty()) {
    coverage.level = Level::specific;
    coverage.reason = say(Wording::pattern_specific,
                          {{"acts", acts}, {"kinds", kinds}, {"perpetrator", names.perpetrator}});
  } else if (!shape.acts.empty()) {
    coverage.reason =
        say(Wording::pattern_mentioned,
            {{"acts", acts}, {"kinds", kinds}, {"needs", needs}, {"perpetrator", names.perpetrator}});
  } else if (shape.without_agent > 0) {
    coverage.reason =
        say(Wording::pattern_nobody, {{"acts", acts_of(static_cast<std::size_t>(shape.without_agent))}});
  } else if (named) {
    coverage.reason = say(Wording::pattern_named);
  } else {
    coverage.level = Level::absent;
    coverage.reason = say(unplaced ? Wording::pattern_unplaced : Wording::pattern_absent,
                          {{"perpetrator", names.perpetrator}});
  }
}

}  // namespace

ComponentCoverage perpetrator_pattern(const Reading& reading) {
  ComponentCoverage coverage;
  coverage.component = Component::perpetrator_pattern;
  Shape shape;
  for (const Act& act : reading.acts) add_act(reading, act, shape, coverage.evidence);
  for (const Sighting* sighting : seen(reading, Sign::act))
    add_sighting(reading, *sighting, shape, coverage.evidence);
  const auto labels = seen(reading, Sign::abuse);
  // A name for it is evidence of nothing more where acts are told, nor is an act that nobody does.
  if (coverage.evidence.empty()) coverage.evidence = shape.elsewhere;
  if (coverage.evidence.empty()) add_all(coverage.evidence, labels);
  put_in_order(reading.narrative, coverage.evidence);
  judge(shape, shape.named || !labels.empty(), is_unplaced(reading, Role::perpetrator),
        family_names(reading.narrative.cast), coverage);
  return coverage;
}

}  // namespace onus
