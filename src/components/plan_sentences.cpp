#include "components/plan_sentences.h"

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

#include "text/fold.h"

namespace onus {
namespace {

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool is_future(const Clause& clause) {
  return clause.modality == Modality::future || clause.modality == Modality::necessity;
}

// "Mr Baird to leave the house": a clause of a plan may have no finite verb.
bool has_infinitive(const Narrative& n, TokenRange range) {
  for (std::uint32_t t = range.begin; t + 1 < range.end; ++t)
    if (n.analysis.tokens[t].xpos == Xpos::TO && n.analysis.tokens[t + 1].xpos == Xpos::VB) return true;
  return false;
}

// The clauses of a sentence, in their order.
std::span<const Clause> clauses_of(const Narrative& n, std::uint32_t sentence) {
  const auto& all = n.clauses.all;
  return {std::ranges::lower_bound(all, sentence, {}, &Clause::sentence),
          std::ranges::upper_bound(all, sentence, {}, &Clause::sentence)};
}

}  // namespace

const Mention* leading_mention(const Narrative& n, TokenRange range) {
  constexpr std::uint32_t kNear = 3;
  for (std::uint32_t t = range.begin; t < range.end; ++t)
    if (const Mention* mention = n.cast.at(t))
      return mention->tokens.begin <= range.begin + kNear ? mention : nullptr;
  return nullptr;
}

const Clause* clause_to_do(const Narrative& n, std::uint32_t sentence) {
  for (const Clause& clause : clauses_of(n, sentence))
    if (is_future(clause)) return &clause;
  return nullptr;
}

std::uint32_t intro_of(const Narrative& n, std::uint32_t block) {
  while (block > 0 && n.document.blocks[block].kind == BlockKind::list_item) --block;
  return block;
}

namespace {

// "Actions:", "Ms Hart will:", "It was agreed that:".
bool brings_in_actions(std::string_view intro) {
  if (!intro.ends_with(':')) return false;
  const std::string text = lower(intro);
  return text.ends_with(" will:") || text.ends_with(" to:") || text.ends_with(" must:") ||
         text.ends_with(" should:") ||
         has_any(text, {"action", "plan:", "recommend", "agreed", "next steps", "decision", "expected"});
}

// "Ms Hart carry on with …": an item that doesn't tell what somebody did.
bool is_bare_doing(const Narrative& n, std::uint32_t sentence) {
  for (const Clause& clause : clauses_of(n, sentence))
    if (clause.tense == Tense::past && clause.voice == Voice::active &&
        (clause.kind == ClauseKind::main || clause.kind == ClauseKind::coordinate))
      return false;
  return true;
}

// "Mr Baird to …" at the head of an item, whatever its section is called.
bool is_to_do(const Narrative& n, TokenRange range) {
  const Mention* mention = leading_mention(n, range);
  const std::uint32_t next = mention == nullptr ? kNone : mention->tokens.end;
  return mention != nullptr && mention->tokens.begin == range.begin && next + 1 < range.end &&
         n.analysis.tokens[next].xpos == Xpos::TO && n.analysis.tokens[next + 1].xpos == Xpos::VB;
}

bool is_item_to_do(const Narrative& n, std::uint32_t sentence) {
  const Sentence& here = n.analysis.sentences[sentence];
  if (n.block_of(sentence).kind != BlockKind::list_item || here.span.begin != n.block_of(sentence).span.begin)
    return false;
  const std::uint32_t intro = intro_of(n, here.block);
  const bool planned = n.section_of(sentence) == Section::plan;
  const bool brought_in = brings_in_actions(n.text(n.document.blocks[intro].span));
  if (!planned && !brought_in) return is_to_do(n, here.tokens);
  const Xpos first = n.analysis.tokens[here.tokens.begin].xpos;
  if (has_infinitive(n, here.tokens) || first == Xpos::VB || clause_to_do(n, sentence) != nullptr)
    return true;
  if (brought_in) return is_bare_doing(n, sentence);
  // "Mr Baird: comply with the order", "Mr Baird referred to …", "Ms Hart carry on with …".
  const Mention* mention = leading_mention(n, here.tokens);
  return mention != nullptr && mention->tokens.begin == here.tokens.begin && is_bare_doing(n, sentence);
}

}  // namespace

bool is_action(const Narrative& n, std::uint32_t sentence) {
  const Block& block = n.block_of(sentence);
  const Sentence& here = n.analysis.sentences[sentence];
  if (block.kind == BlockKind::heading || block.cell) return false;
  constexpr std::uint32_t kFewWords = 3;
  if (here.tokens.size() < kFewWords) return false;
  if (is_item_to_do(n, sentence)) return true;
  if (n.section_of(sentence) != Section::plan || brings_in_actions(n.text(here.span))) return false;
  if (clause_to_do(n, sentence) != nullptr) return true;
  return block.kind != BlockKind::list_item && has_infinitive(n, here.tokens) &&
         leading_mention(n, here.tokens) != nullptr && is_bare_doing(n, sentence);
}

}  // namespace onus
