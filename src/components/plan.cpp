#include "components/plan.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "components/plan_sentences.h"
#include "text/fold.h"

namespace onus {
namespace {

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

enum class Column : std::uint8_t { other, action, owner, date, check };

// What a column of a plan table holds, by the words of its header.
Column column_of(std::string_view header) {
  const std::string text = lower(header);
  if (text.starts_with("how ") ||
      has_any(text, {"we will know", "we'll know", "we’ll know", "measure", "evidence", "success", "check",
                     "looks like", "review", "monitor"}))
    return Column::check;
  if (text == "by" || has_any(text, {"when", "date", "timescale", "deadline", "timeframe", "time frame",
                                     "due", "start", "target"}))
    return Column::date;
  if (has_any(text, {"who", "responsib", "lead", "owner"}) && !has_any(text, {"what"})) return Column::owner;
  if (has_any(text, {"action", "task", "what", "step", "expect", "do", "support", "goal"}))
    return Column::action;
  return Column::other;
}

// The tokens of a block: those of its sentences, which follow one another.
TokenRange tokens_of(const Narrative& n, const Block& block) {
  const auto& sentences = n.analysis.sentences;
  auto sentence =
      std::lower_bound(sentences.begin(), sentences.end(), block.span.begin,
                       [](const Sentence& s, std::uint32_t place) { return s.span.begin < place; });
  TokenRange range;
  for (; sentence != sentences.end() && block.span.contains(sentence->span); ++sentence) {
    if (range.empty()) range.begin = sentence->tokens.begin;
    range.end = sentence->tokens.end;
  }
  return range;
}

bool has_sign(const Reading& reading, Sign sign, ProseSpan span) {
  auto sighting =
      std::lower_bound(reading.sightings.begin(), reading.sightings.end(), span.begin,
                       [](const Sighting& s, std::uint32_t place) { return s.span.begin < place; });
  for (; sighting != reading.sightings.end() && sighting->span.begin < span.end; ++sighting)
    if (sighting->indicator->sign == sign) return true;
  return false;
}

bool is_official(const Narrative& n, const Mention& mention) {
  return mention.kind == MentionKind::agency || mention.kind == MentionKind::writer ||
         standpoint_of(n.cast, mention).role == Role::professional;
}

// Someone who isn't the owner and can look.
bool has_official(const Narrative& n, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t)
    if (const Mention* mention = n.cast.at(t); mention != nullptr && is_official(n, *mention)) return true;
  return false;
}

void own(const Reading& reading, const Mention& mention, PlanAction& action) {
  const Narrative& n = reading.narrative;
  const Role role = reading.parts.of(mention);
  for (const std::uint32_t person : mention.people)
    if (std::find(action.owners.begin(), action.owners.end(), person) == action.owners.end())
      action.owners.push_back(person);
  if (mention.people.empty() && action.role == Role::unknown && !is_official(n, mention)) action.role = role;
  if (mention.plural && mention.people.empty() && role == Role::unknown &&
      mention.kind != MentionKind::agency && mention.kind != MentionKind::writer)
    action.joint = true;
}

// Several owners of whom one is a professional who helps leave the action with the other.
void settle_owner(const Parts& parts, PlanAction& action) {
  bool survivor = false, perpetrator = false;
  std::optional<Role> only;
  for (const std::uint32_t person : action.owners) {
    const Role role = parts.of(person);
    survivor |= role == Role::non_offending_parent;
    perpetrator |= role == Role::perpetrator;
    if (role == Role::professional && action.owners.size() > 1) continue;
    only = only && *only != role ? Role::unknown : role;
  }
  if (only) action.role = *only;
  action.joint |= survivor && perpetrator;
}

bool makes_answerable(const Reading& reading, ProseSpan span) {
  return std::any_of(reading.findings.begin(), reading.findings.end(), [&](const Finding& finding) {
    return finding.category == Category::victim_responsible_plan && finding.span.overlaps(span);
  });
}

// What the words of an action, and of how it will be known, say of it.
void weigh(const Reading& reading, ProseSpan words, PlanAction& action) {
  action.about_abuse |= has_sign(reading, Sign::about_abuse, words);
  action.behaviour |= has_sign(reading, Sign::behaviour, words);
  action.check |= has_sign(reading, Sign::check, words);
  action.date |= has_sign(reading, Sign::date, words);
  action.attendance |= has_sign(reading, Sign::attendance, words);
  action.answerable |= has_sign(reading, Sign::answerable, words) || makes_answerable(reading, words);
}

bool is_parents(Role role) { return role == Role::perpetrator || role == Role::non_offending_parent; }

// "Ensure Mr Baird does not call": it says of whoever has to do it that he or she answers for the abuse.
PlanAction finished(const Parts& parts, PlanAction action) {
  settle_owner(parts, action);
  action.answerable = action.answerable && !belongs_to(action, Role::perpetrator) &&
                      (action.joint || is_parents(action.role) || action.owners.empty());
  action.attendance = action.attendance && !action.behaviour;
  return action;
}

using Row = std::vector<std::uint32_t>;  // blocks

std::map<std::pair<std::uint32_t, std::uint32_t>, Row> plan_rows(const Narrative& n) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, Row> rows;
  for (std::uint32_t b = 0; b < n.document.blocks.size(); ++b) {
    const Block& block = n.document.blocks[b];
    if (block.cell && block.cell->row > 0 && n.sections[b] == Section::plan)
      rows[{block.cell->table, block.cell->row}].push_back(b);
  }
  return rows;
}

// "31 October", "04/12": a figure is enough where the column asks for a date.
bool has_figure(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

void read_cell(const Reading& reading, const Block& block, PlanAction& action) {
  const Narrative& n = reading.narrative;
  const TokenRange range = tokens_of(n, block);
  switch (column_of(n.text(block.cell->header))) {
    case Column::owner:
      for (std::uint32_t t = range.begin; t < range.end; ++t)
        if (const Mention* mention = n.cast.at(t)) own(reading, *mention, action);
      break;
    case Column::date:
      action.date |= has_figure(n.text(block.span)) || has_sign(reading, Sign::date, block.span);
      break;
    case Column::check:
      weigh(reading, block.span, action);
      action.check |= has_official(n, range);
      break;
    case Column::action:
      action.span = action.span.empty() ? block.span : join(action.span, block.span);
      weigh(reading, block.span, action);
      action.check |= has_official(n, range) && leading_mention(n, range) != nullptr;
      break;
    case Column::other:
      break;
  }
}

// Beside an agency that is named in a column of its own the parent with whom the words begin has the action:
// "PERP1 to start the programme | Drive".
const Mention* doer_in_cell(const Reading& reading, const Block& block, bool nobody_else) {
  const Narrative& n = reading.narrative;
  const TokenRange range = tokens_of(n, block);
  const Mention* mention = leading_mention(n, range);
  if (mention == nullptr || nobody_else) return mention;
  return mention->tokens.begin == range.begin && is_parents(reading.parts.of(*mention)) ? mention : nullptr;
}

std::optional<PlanAction> action_of_row(const Reading& reading, const Row& row) {
  const Narrative& n = reading.narrative;
  PlanAction action;
  for (const std::uint32_t b : row) read_cell(reading, n.document.blocks[b], action);
  if (action.span.empty()) return std::nullopt;
  const auto is_parent = [&](std::uint32_t person) { return is_parents(reading.parts.of(person)); };
  if (std::none_of(action.owners.begin(), action.owners.end(), is_parent) && !is_parents(action.role))
    for (const std::uint32_t b : row)
      if (action.span.contains(n.document.blocks[b].span))
        if (const Mention* mention = doer_in_cell(reading, n.document.blocks[b], action.owners.empty()))
          own(reading, *mention, action);
  return finished(reading.parts, std::move(action));
}

// The person a heading or an introductory line gives the actions below it to: "Mr Baird", "Mr Baird will:".
const Mention* owner_above(const Narrative& n, std::uint32_t block) {
  const std::uint32_t above = intro_of(n, block);
  const Block& intro = n.document.blocks[above];
  const std::string_view text = n.text(intro.span);
  if (above == block || (intro.kind != BlockKind::heading && !text.ends_with(':'))) return nullptr;
  return leading_mention(n, tokens_of(n, intro));
}

const Mention* owner_of(const Narrative& n, std::uint32_t sentence) {
  const Sentence& here = n.analysis.sentences[sentence];
  const Mention* leading = leading_mention(n, here.tokens);
  const bool begins_with_owner = leading != nullptr && leading->tokens.begin == here.tokens.begin;
  // "Mr Baird will: stop ringing Ms Hart; the worker will ask her".
  const bool begins_item = here.span.begin == n.block_of(sentence).span.begin;
  const Mention* above = begins_item && !begins_with_owner ? owner_above(n, here.block) : nullptr;
  if (above != nullptr) return above;
  if (const Clause* clause = clause_to_do(n, sentence)) {
    const std::uint32_t agent = clause->agent();
    if (const Mention* mention = agent == kNone ? nullptr : n.cast.at(agent)) return mention;
  }
  return leading != nullptr ? leading : owner_above(n, here.block);
}

PlanAction action_of_sentence(const Reading& reading, std::uint32_t sentence) {
  const Narrative& n = reading.narrative;
  const Sentence& here = n.analysis.sentences[sentence];
  PlanAction action;
  action.span = here.span;
  if (const Mention* mention = owner_of(n, sentence)) own(reading, *mention, action);
  // The rest of the paragraph, up to the next action, says how it will be known.
  ProseSpan words = here.span;
  const auto& sentences = n.analysis.sentences;
  for (std::uint32_t s = sentence + 1; s < sentences.size() && sentences[s].block == here.block; ++s) {
    const Mention* other = is_action(n, s) ? owner_of(n, s) : nullptr;
    if (other != nullptr && !is_official(n, *other)) break;
    words = join(words, sentences[s].span);
  }
  weigh(reading, words, action);
  return finished(reading.parts, std::move(action));
}

}  // namespace

std::vector<PlanAction> plan_actions(const Reading& reading) {
  std::vector<PlanAction> actions;
  for (const auto& [place, row] : plan_rows(reading.narrative))
    if (auto action = action_of_row(reading, row)) actions.push_back(std::move(*action));
  for (std::uint32_t s = 0; s < reading.narrative.analysis.sentences.size(); ++s)
    if (is_action(reading.narrative, s)) actions.push_back(action_of_sentence(reading, s));
  std::stable_sort(actions.begin(), actions.end(),
                   [](const PlanAction& a, const PlanAction& b) { return a.span < b.span; });
  return actions;
}

bool belongs_to(const PlanAction& action, Role role) { return !action.joint && action.role == role; }

}  // namespace onus
