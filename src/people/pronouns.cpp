#include "people/pronouns.h"

#include <algorithm>
#include <array>

#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::size_t kMemory = 48;         // mentions that are looked back over
constexpr std::uint32_t kSpeechReach = 60;  // tokens between what is said and who says it
constexpr double kLeast = 0.3;              // a candidate below this is no antecedent
constexpr double kMargin = 0.12;            // two nearer than this leave it open

}  // namespace

Discourse::Discourse(const Gathering& gathering) : g_(gathering) {
  for (const Known& known : g_.people)
    if (!known.professional) most_named_ = std::max(most_named_, known.named_times);
  tie_of_noun_.assign(g_.found.size(), kNone);
  for (const Tie& tie : g_.ties)
    if (tie.noun_mention != kNone && g_.candidates[tie.name].size() == 1)
      tie_of_noun_[tie.noun_mention] = g_.candidates[tie.name].front();
  block_subject_.assign(g_.document.blocks.size(), kNone);
  std::uint32_t last_block = kNone;
  for (const Sentence& sentence : g_.analysis.sentences) {
    if (sentence.block == last_block) continue;
    last_block = sentence.block;
    for (std::uint32_t t = sentence.tokens.begin;
         t < sentence.tokens.end && block_subject_[sentence.block] == kNone; ++t)
      if (is_subject(g_.analysis.tokens[t].deprel)) block_subject_[sentence.block] = t;
  }
}

std::uint32_t Discourse::meant_at(std::uint32_t token) const {
  if (token == kNone) return kNone;
  for (auto entry = at_.rbegin(); entry != at_.rend(); ++entry)
    if (entry->first == token) {
      const auto& people = g_.meant[entry->second];
      return people.size() == 1 ? people.front() : kNone;
    }
  return kNone;
}

void Discourse::note(std::uint32_t mention, const std::vector<std::uint32_t>& people) {
  const FoundMention& found = g_.found[mention];
  if (!at_.empty() && g_.found[at_.back().second].sentence + 1 < found.sentence) at_.clear();
  at_.emplace_back(found.head, mention);
  if (at_.size() > 4 * kMemory) at_.erase(at_.begin(), at_.begin() + 2 * kMemory);
  if (people.empty()) return;
  Recent recent{mention, people};
  note_group(found, people);
  recent_.push_front(std::move(recent));
  while (recent_.size() > kMemory) recent_.pop_back();
}

// "Ms Hart and the children" is a group of its own for "they".
void Discourse::note_group(const FoundMention& found, const std::vector<std::uint32_t>& people) {
  const Token& token = g_.analysis.tokens[found.head];
  if (token.deprel != Deprel::conj) return;
  for (auto entry = at_.rbegin(); entry != at_.rend(); ++entry) {
    if (entry->first != token.head) continue;
    Recent both{entry->second, g_.meant[entry->second]};
    for (const std::uint32_t person : people)
      if (std::find(both.people.begin(), both.people.end(), person) == both.people.end())
        both.people.push_back(person);
    if (both.people.size() > 1) recent_.push_front(both);
    return;
  }
}

std::uint32_t Discourse::latest_of(const std::vector<std::uint32_t>& people) const {
  for (const Recent& recent : recent_)
    if (recent.people.size() == 1 &&
        std::find(people.begin(), people.end(), recent.people.front()) != people.end())
      return recent.people.front();
  return kNone;
}

std::uint32_t Discourse::speaker(std::uint32_t mention) const {
  const Sentence& sentence = g_.analysis.sentences[g_.found[mention].sentence];
  const std::uint32_t head = g_.found[mention].head;
  const std::uint32_t begin = std::max(sentence.tokens.begin, head < kSpeechReach ? 0 : head - kSpeechReach);
  const std::uint32_t end = std::min(sentence.tokens.end, head + kSpeechReach);
  for (std::uint32_t t = begin; t < end; ++t) {
    const std::uint32_t c = g_.clauses.at_predicate[t];
    if (c == kNone || g_.clauses.all[c].subject == kNone || !is_reporting(g_.analysis.lemma(t))) continue;
    const std::uint32_t subject = g_.clauses.all[c].subject;
    const auto found = std::lower_bound(g_.found.begin(), g_.found.end(), subject,
                                        [](const FoundMention& m, std::uint32_t at) { return m.head < at; });
    if (found == g_.found.end() || found->head != subject || found->quoted) continue;
    const auto& people = g_.meant[static_cast<std::size_t>(found - g_.found.begin())];
    if (people.size() == 1) return people.front();
  }
  return kNone;
}

std::uint32_t Discourse::subject_of(std::uint32_t token) const {
  const std::uint32_t clause = g_.clauses.of_token[token];
  return clause == kNone ? kNone : meant_at(g_.clauses.all[clause].subject);
}

// "She took her bank card": as likely someone else's as her own.
bool Discourse::takes_from_others(std::uint32_t pronoun) const {
  if (g_.analysis.tokens[pronoun].deprel != Deprel::nmod_poss) return false;
  const std::uint32_t thing = g_.analysis.tokens[pronoun].head;
  const std::uint32_t clause = g_.clauses.of_token[pronoun];
  return clause != kNone && g_.analysis.tokens[thing].deprel == Deprel::obj &&
         g_.words.is_taking_verb(g_.analysis.lemma(g_.clauses.all[clause].predicate));
}

// "pressed her wrist onto the iron", "twisted his arm": somebody else's.
bool Discourse::takes_hold_of(std::uint32_t pronoun) const {
  static constexpr std::array<std::string_view, 16> force{
      "press", "twist", "grab", "squeeze", "pinch", "bend", "yank", "slap",
      "kick",  "punch", "bite", "slam",    "grip",  "pull", "tug",  "wrench"};
  static constexpr std::array<std::string_view, 20> body{
      "wrist",  "arm",   "hand", "hair",  "leg",   "ear",  "finger", "face",  "head", "neck",
      "throat", "cheek", "back", "thumb", "ankle", "foot", "mouth",  "elbow", "nose", "jaw"};
  const Token& token = g_.analysis.tokens[pronoun];
  if (token.deprel != Deprel::nmod_poss || !one_of(g_.analysis.lemma(token.head), body)) return false;
  const std::uint32_t clause = g_.clauses.of_token[pronoun];
  return clause != kNone && g_.clauses.all[clause].object == token.head &&
         one_of(g_.analysis.lemma(g_.clauses.all[clause].predicate), force);
}

const FoundMention* Discourse::possessed_by(std::uint32_t pronoun) const {
  for (std::uint32_t i = pronoun + 1; i < g_.found.size() && i < pronoun + 4; ++i)
    if (g_.found[i].possessor == pronoun) return &g_.found[i];
  return nullptr;
}

std::vector<std::uint32_t> Discourse::reflexive(std::uint32_t mention) const {
  const std::uint32_t c = g_.clauses.of_token[g_.found[mention].head];
  if (c == kNone) return {};
  const std::uint32_t person = meant_at(g_.clauses.all[c].subject);
  if (person == kNone || !compatible(agreement_of(g_.people[person]), g_.found[mention].agrees)) return {};
  return {person};
}

// "dragged Ms Hart by her hair": whoever is taken hold of.
std::uint32_t Discourse::held_by(std::uint32_t mention) const {
  static constexpr std::array<std::string_view, 20> handles{
      "hair",     "arm",   "wrist", "throat",   "neck",  "ear",   "ankle", "leg",    "collar", "scruff",
      "shoulder", "elbow", "hand",  "ponytail", "braid", "plait", "hood",  "sleeve", "coat",   "foot"};
  const std::uint32_t head = g_.found[mention].head;
  const Token& token = g_.analysis.tokens[head];
  if (token.deprel != Deprel::nmod_poss || !one_of(g_.analysis.lemma(token.head), handles) ||
      case_of(g_.analysis, g_.clauses, token.head) != "by")
    return kNone;
  const std::uint32_t c = g_.clauses.of_token[head];
  const std::uint32_t held = c == kNone ? kNone : meant_at(g_.clauses.all[c].patient());
  return held != kNone && compatible(agreement_of(g_.people[held]), g_.found[mention].agrees) ? held : kNone;
}

// In notes a pronoun may begin an entry: the one grown-up of whom the report speaks far more than of anyone
// else whom it fits.
std::vector<std::uint32_t> Discourse::most_spoken_of(std::uint32_t mention) const {
  constexpr std::uint32_t kFarMore = 3;
  std::uint32_t best = kNone, second = 0;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p) {
    const Known& known = g_.people[p];
    if (known.professional || agreement_of(known) != g_.found[mention].agrees || excluded(mention, p))
      continue;
    if (is_child(known)) continue;
    if (best == kNone || known.named_times > g_.people[best].named_times) {
      if (best != kNone) second = std::max(second, g_.people[best].named_times);
      best = p;
    } else {
      second = std::max(second, known.named_times);
    }
  }
  if (best == kNone || g_.people[best].named_times < std::max(kFarMore, kFarMore * second)) return {};
  return {best};
}

std::vector<std::uint32_t> Discourse::resolve(std::uint32_t mention) const {
  const FoundMention& from = g_.found[mention];
  if (g_.form(from.head).ends_with("self")) {
    const auto own = reflexive(mention);
    if (!own.empty()) return own;
  }
  if (from.plural) return resolve_plural(mention);
  if (const std::uint32_t held = held_by(mention); held != kNone) return {held};
  std::vector<Candidate> candidates;
  std::vector<std::uint32_t> ruled_out;  // few people are mentioned over and over
  for (const Recent& recent : recent_) {
    if (recent.people.size() != 1) continue;
    const std::uint32_t person = recent.people.front();
    auto known = std::find_if(candidates.begin(), candidates.end(),
                              [&](const Candidate& c) { return c.person == person; });
    if (known == candidates.end()) {
      if (std::find(ruled_out.begin(), ruled_out.end(), person) != ruled_out.end()) continue;
      if (excluded(mention, person)) {
        ruled_out.push_back(person);
        continue;
      }
    }
    const double score = weigh(mention, recent);
    if (score == 0) continue;
    if (known == candidates.end()) {
      candidates.push_back({person, score, 1, g_.found[recent.mention].sentence == from.sentence});
    } else {
      known->score = std::max(known->score, score);
      ++known->times;
    }
  }
  const bool of_childhood = !candidates.empty() && speaks_of_childhood(mention);
  for (Candidate& candidate : candidates) {
    const Known& known = g_.people[candidate.person];
    candidate.score += 0.05 * std::min(candidate.times - 1, 4);
    candidate.score += possession_weight(mention, known);
    candidate.score += fame(known);
    if ((takes_from_others(from.head) || takes_hold_of(from.head)) &&
        subject_of(from.head) == candidate.person)
      candidate.score -= 0.6;
    candidate.score *= plausibility(mention, of_childhood, known, candidate.same_sentence);
  }
  weigh_places(mention, candidates);
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (candidates.empty()) return most_spoken_of(mention);
  if (candidates.front().score < kLeast) return most_spoken_of(mention);
  if (candidates.size() > 1 && candidates[0].score - candidates[1].score < kMargin) return {};
  return {candidates.front().person};
}

}  // namespace onus
