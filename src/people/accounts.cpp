#include "people/accounts.h"

#include <algorithm>
#include <array>

#include "people/outcomes.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

// A table of findings: "Found", "Not proved" in another cell of the row.
void set_outcome(const PeopledText& text, Event& event, std::uint32_t sentence) {
  const Block& block = text.document.blocks[text.analysis.sentences[sentence].block];
  if (!block.cell) return;
  const auto here = static_cast<std::size_t>(&block - text.document.blocks.data());
  const auto outcome = [&](const Block& other) {
    if (!other.cell || other.cell->table != block.cell->table || other.cell->row != block.cell->row)
      return false;
    const std::string words = fold(slice<ProseText>(text.document.prose, other.span));
    static constexpr std::array<std::string_view, 6> denied{"not found",    "not proved", "not proven",
                                                            "not made out", "dismissed",  "unproven"};
    static constexpr std::array<std::string_view, 5> held{"found", "proved", "proven", "made out", "upheld"};
    if (std::any_of(denied.begin(), denied.end(), [&](std::string_view w) { return words.starts_with(w); })) {
      event.standing = Standing::disputed;
      event.negated = true;
      return true;
    }
    if (std::any_of(held.begin(), held.end(), [&](std::string_view w) { return words.starts_with(w); }))
      event.standing = Standing::found;
    return false;
  };
  constexpr std::size_t kCells = 12;
  for (std::size_t b = here > kCells ? here - kCells : 0;
       b < std::min(here + kCells, text.document.blocks.size()); ++b)
    if (outcome(text.document.blocks[b])) return;
}

bool is_judge(const PeopledText& text, const Mention& mention) {
  const std::string_view noun = text.analysis.lemma(mention.head);
  return noun == "judge" || noun == "sheriff" || noun == "court" || noun == "magistrate" || noun == "panel";
}

void set_reporter(const PeopledText& text, Event& event, const Clause& reporter) {
  const std::uint32_t who = reporter.voice == Voice::active ? reporter.subject : reporter.by_agent;
  const Mention* mention = who == kNone ? nullptr : text.cast.at(who);
  if (mention != nullptr && mention->people.size() == 1) event.told_by = mention->people.front();
  const std::string_view verb = text.analysis.lemma(reporter.predicate);
  static constexpr std::array<std::string_view, 5> admitting{"admit", "accept", "acknowledge", "concede",
                                                             "confess"};
  static constexpr std::array<std::string_view, 5> finding{"find", "conclude", "determine", "establish",
                                                           "hold"};
  if (verb == "deny" || verb == "dispute" || verb == "refute")
    event.standing = Standing::disputed;
  else if (one_of(verb, admitting) && event.told_by == event.agent)
    event.standing = reporter.negated ? Standing::disputed : Standing::admitted;
  else if (one_of(verb, finding) &&
           (mention == nullptr || mention->kind == MentionKind::agency || is_judge(text, *mention)))
    event.standing = Standing::found;
  else
    event.standing = Standing::alleged;
}

std::uint32_t according_to(const PeopledText& text, const Clause& clause) {
  for (const std::uint32_t child : text.clauses.dependents(clause.predicate)) {
    if (text.token(child).deprel != Deprel::obl) continue;
    for (const std::uint32_t marker : text.clauses.dependents(child))
      if (text.analysis.lemma(marker) == "accord" || text.analysis.lemma(marker) == "according") return child;
  }
  return kNone;
}

// "was convicted of assaulting her", "is charged with stalking her", "denied having hit her"
void set_legal_standing(const PeopledText& text, Event& event, const Clause& clause) {
  // "made findings that he had raped her"
  if (text.analysis.lemma(text.token(clause.predicate).head) == "finding") event.standing = Standing::found;
  if (clause.governor == kNone) return;
  const Clause& governor = text.clauses.all[clause.governor];
  const std::string_view verb = text.analysis.lemma(governor.predicate);
  if (verb == "convict" || verb == "sentence") event.standing = Standing::convicted;
  if (verb == "plead" || verb == "admit") event.standing = Standing::admitted;
  if (verb == "charge" || verb == "accuse") event.standing = Standing::alleged;
  if (verb == "deny") event.standing = Standing::disputed;
  if (event.agent == kNone && !event.agent_in_sentence &&
      (verb == "convict" || verb == "charge" || verb == "accuse" || verb == "acquit" || verb == "clear")) {
    const std::uint32_t who = governor.voice == Voice::active ? governor.object : governor.subject;
    if (who == kNone || text.cast.at(who) == nullptr) return;
    event.agent_in_sentence = true;
    if (text.cast.at(who)->people.size() == 1) event.agent = text.cast.at(who)->people.front();
  }
}

}  // namespace

// What may, must, will or should be done hasn't been; "would check her phone" is a habit.
bool may_have_happened(const PeopledText& text, const Clause& clause) {
  if (clause.modality == Modality::possibility || clause.modality == Modality::necessity ||
      clause.modality == Modality::future)
    return false;
  const std::uint32_t mark = dependent(text.analysis, text.clauses, clause.predicate, Deprel::mark);
  if (mark != kNone && (text.analysis.lemma(mark) == "if" || text.analysis.lemma(mark) == "unless" ||
                        text.analysis.lemma(mark) == "whether"))
    return false;
  // "will not go to the house or wait near the school"
  if (clause.kind == ClauseKind::coordinate && clause.governor != kNone && clause.first_auxiliary == kNone &&
      text.token(clause.predicate).xpos == Xpos::VB)
    return may_have_happened(text, text.clauses.all[clause.governor]);
  if (text.token(clause.predicate).deprel != Deprel::xcomp || clause.governor == kNone) return true;
  // "was told not to contact her", "needs to stop shouting"
  const Clause& governor = text.clauses.all[clause.governor];
  static constexpr std::array<std::string_view, 4> not_doing{"unable", "reluctant", "unlikely", "unwilling"};
  if (one_of(text.analysis.lemma(governor.predicate), not_doing)) return false;
  return governor.modality != Modality::necessity && governor.modality != Modality::future;
}

void set_source(const PeopledText& text, Event& event, const Clause& clause) {
  if (clause.reported_by != kNone) {
    set_reporter(text, event, text.clauses.all[clause.reported_by]);
  } else if (const std::uint32_t source = according_to(text, clause); source != kNone) {
    if (const Mention* mention = text.cast.at(source); mention != nullptr && mention->people.size() == 1)
      event.told_by = mention->people.front();
    event.standing = Standing::alleged;
  }
  for (const std::uint32_t child : text.clauses.dependents(clause.predicate)) {
    const std::string_view word = text.analysis.lemma(child);
    if (word == "allegedly" || word == "reportedly") event.standing = Standing::alleged;
    if (word == "admittedly") event.standing = Standing::admitted;
  }
  set_legal_standing(text, event, clause);
  set_outcome(text, event, clause.sentence);
  event.outcome = outcome_of(text, event.predicate);
  if (event.outcome != Outcome::none) event.standing = Standing::disputed;
}

}  // namespace onus
