#include "people/pronouns.h"

#include <algorithm>
#include <array>

namespace onus {
namespace {

constexpr std::size_t kMemory = 48;         // mentions that are looked back over
constexpr std::uint32_t kSpeechReach = 60;  // tokens between what is said and who says it
constexpr double kLeast = 0.3;              // a candidate below this is no antecedent
constexpr double kMargin = 0.12;            // two nearer than this leave it open
constexpr double kFar = 0.1;                // nearness of what is more than four sentences back
constexpr double kFame = 0.2;               // what the one of whom the report speaks most is ahead by

bool is_subject(Deprel relation) {
  return relation == Deprel::nsubj || relation == Deprel::nsubj_pass || relation == Deprel::csubj;
}

// The relation of a phrase, for coordinated ones that of the first.
Deprel relation_of(const Analysis& analysis, std::uint32_t token) {
  for (int steps = 0; steps < 4 && analysis.tokens[token].deprel == Deprel::conj; ++steps)
    token = analysis.tokens[token].head;
  return analysis.tokens[token].deprel;
}

bool is_subordinate(const Clause& clause) {
  return clause.kind == ClauseKind::adverbial || clause.kind == ClauseKind::relative;
}

double prominence(Deprel relation) {
  if (is_subject(relation)) return 1.0;
  if (relation == Deprel::obj || relation == Deprel::iobj) return 0.75;
  if (relation == Deprel::root || relation == Deprel::obl_agent) return 0.75;
  return 0.6;
}

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

// 1 in the same sentence, less for each one further back; nothing beyond the fourth.
double Discourse::nearness(std::uint32_t pronoun, std::uint32_t other) const {
  const FoundMention& from = g_.found[pronoun];
  const FoundMention& to = g_.found[other];
  const std::uint32_t from_block = g_.analysis.sentences[from.sentence].block;
  const std::uint32_t to_block = g_.analysis.sentences[to.sentence].block;
  const Block& block = g_.document.blocks[from_block];
  if (block.heading == to_block) return 0.5;
  std::uint32_t distance = from.sentence - to.sentence;
  if (from_block != to_block) {
    if (g_.document.blocks[to_block].kind == BlockKind::heading) return 0;
    if (block.cell &&
        block.cell->row != (g_.document.blocks[to_block].cell ? g_.document.blocks[to_block].cell->row : 0))
      return 0;
    distance += 2;  // a paragraph is a step of its own
  }
  constexpr double kByDistance[] = {1.0, 0.7, 0.45, 0.3, 0.2};
  return distance < 5 ? kByDistance[distance] : kFar;
}

double Discourse::weigh(std::uint32_t pronoun, const Recent& recent) const {
  const FoundMention& from = g_.found[pronoun];
  const FoundMention& to = g_.found[recent.mention];
  const double near = nearness(pronoun, recent.mention);
  if (near == 0) return 0;
  const Deprel from_relation = relation_of(g_.analysis, from.head);
  const Deprel to_relation = relation_of(g_.analysis, to.head);
  double score = near * prominence(to_relation);
  // The subject of a subordinate clause is less of a topic for what follows.
  const std::uint32_t to_clause = g_.clauses.of_token[to.head];
  if (from.sentence != to.sentence && to_clause != kNone && is_subject(to_relation) &&
      is_subordinate(g_.clauses.all[to_clause]))
    score *= 0.8;
  score *= topic_weight(pronoun, recent);
  if (owns_section(pronoun, recent)) score += 0.45;
  // Who is named inside what somebody says isn't whom the words around it speak of.
  if (to.quoted && !from.quoted) score *= 0.5;
  if (is_subject(from_relation) && is_subject(to_relation)) score += 0.25 * near;
  if (!is_subject(from_relation) && from_relation == to_relation && from_relation != Deprel::nmod_poss)
    score += 0.1 * near;
  if (to.kind == MentionKind::pronoun && is_subject(to_relation)) score += 0.1 * near;
  // "Ms Hart said that she …", but "Mr Pugh has noticed that he …"
  const std::uint32_t clause = g_.clauses.of_token[from.head];
  if (clause != kNone && is_subject(from_relation)) {
    const std::uint32_t reporter = g_.clauses.all[clause].reported_by;
    // "telling Ms Hart she was stupid": whom he tells, where it can't be he.
    if (reporter != kNone && addressee_fits(g_.clauses.all[reporter], from, to)) score += 0.4;
    if (reporter != kNone && g_.clauses.all[reporter].subject == to.head)
      score += tells_of_others(recent.people.front(), g_.clauses.all[reporter]) ? -0.5
               : g_.people[recent.people.front()].professional                  ? 0
                                                                                : 0.3;
  }
  // A possessive most often belongs to someone in its own clause, to the subject above all.
  if (from_relation == Deprel::nmod_poss && clause != kNone) {
    if (g_.clauses.all[clause].subject == to.head)
      score += takes_from_others(from.head) ? 0 : 0.25;
    else if (g_.clauses.of_token[to.head] == clause)
      score += 0.15;
  }
  return score;
}

bool Discourse::addressee_fits(const Clause& reporter, const FoundMention& pronoun,
                               const FoundMention& to) const {
  if (reporter.object != to.head && reporter.indirect_object != to.head) return false;
  const std::uint32_t speaker = meant_at(reporter.subject);
  return speaker != kNone && !compatible(agreement_of(g_.people[speaker]), pronoun.agrees);
}

// Whom a paragraph begins with is what it is about; whoever is only named inside what somebody says, or in a
// clause of time, is less so for what comes after.
double Discourse::topic_weight(std::uint32_t pronoun, const Recent& recent) const {
  const FoundMention& from = g_.found[pronoun];
  const FoundMention& to = g_.found[recent.mention];
  double out = 1;
  const std::uint32_t block = g_.analysis.sentences[from.sentence].block;
  if (block_subject_[block] == to.head) out *= 1.15;
  const std::uint32_t to_clause = g_.clauses.of_token[to.head];
  const std::uint32_t from_clause = g_.clauses.of_token[from.head];
  if (to_clause == kNone || from_clause == kNone || to_clause == from_clause) return out;
  const ClauseKind kind = g_.clauses.all[from_clause].kind;
  const bool main =
      kind == ClauseKind::main || kind == ClauseKind::coordinate || kind == ClauseKind::parenthetical;
  const ClauseKind inner = g_.clauses.all[to_clause].kind;
  const bool inside = inner == ClauseKind::complement || inner == ClauseKind::relative ||
                      (inner == ClauseKind::adverbial && from.sentence == to.sentence);
  if (main && inside && is_subject(g_.analysis.tokens[to.head].deprel)) out *= 0.85;
  return out;
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

// "Mr Pugh has noticed that he …", "the health visitor felt that she …": not about the one who perceives.
bool Discourse::tells_of_others(std::uint32_t person, const Clause& reporter) const {
  return g_.people[person].professional && g_.words.is_perceiving(g_.analysis.lemma(reporter.predicate));
}

const FoundMention* Discourse::possessed_by(std::uint32_t pronoun) const {
  for (std::uint32_t i = pronoun + 1; i < g_.found.size() && i < pronoun + 4; ++i)
    if (g_.found[i].possessor == pronoun) return &g_.found[i];
  return nullptr;
}

// "his father" isn't the father's, "her children" no child's.
bool Discourse::possession_excludes(std::uint32_t pronoun, const Known& known) const {
  const FoundMention* noun = possessed_by(pronoun);
  if (noun == nullptr || noun->noun == nullptr) return false;
  // "Mr Okafor, his class teacher": not his own.
  const std::uint32_t tied = tie_of_noun_[static_cast<std::size_t>(noun - g_.found.data())];
  if (tied != kNone && &g_.people[tied] == &known) return true;
  const NounSort sort = noun->noun->sort;
  if (sort == NounSort::partner || sort == NounSort::child) return is_child(known);
  if (sort == NounSort::group && noun->noun->key == "children") return is_child(known);
  if (sort == NounSort::kin && (noun->noun->key == "mother" || noun->noun->key == "father"))
    return known.has(noun->noun->key);
  return false;
}

double Discourse::possession_weight(std::uint32_t pronoun, const Known& known) const {
  const FoundMention* noun = possessed_by(pronoun);
  if (noun == nullptr || noun->noun == nullptr) return 0;
  const std::string& key = noun->noun->key;
  const bool schooling =
      noun->noun->sort == NounSort::professional &&
      (key.find("teach") != std::string::npos || key.find("tutor") != std::string::npos ||
       key.find("school") != std::string::npos || key.find("nursery") != std::string::npos ||
       key == "head of year" || key == "TA" || key == "key person" || key == "health visitor");
  const bool of_child = schooling || key == "mother" || key == "father" || key.starts_with("step") ||
                        key == "teacher" || key.find("grand") != std::string::npos;
  return of_child && is_child(known) ? 0.45 : 0;
}

// "She reports that Ms Hart …": a subject isn't named again inside its own clause (Principle C of Chomsky
// 1981).
bool Discourse::is_named_below(std::uint32_t pronoun, std::uint32_t clause, std::uint32_t person) const {
  constexpr int kDeep = 6;
  for (std::uint32_t i = pronoun + 1;
       i < g_.found.size() && g_.found[i].sentence == g_.found[pronoun].sentence; ++i) {
    if (g_.found[i].kind != MentionKind::name || g_.candidates[i].size() != 1 ||
        g_.candidates[i].front() != person)
      continue;
    std::uint32_t c = g_.clauses.of_token[g_.found[i].head];
    for (int steps = 0; c != kNone && c != clause && steps < kDeep; ++steps) {
      if (g_.clauses.all[c].kind == ClauseKind::coordinate ||
          g_.clauses.all[c].kind == ClauseKind::parenthetical)
        c = kNone;
      else
        c = g_.clauses.all[c].governor;
    }
    if (c == clause) return true;
  }
  return false;
}

// "## Ms Abernathy's account", "What Mr Baird says": what follows is told by the one of whom the heading
// speaks.
bool Discourse::owns_section(std::uint32_t pronoun, const Recent& recent) const {
  const FoundMention& from = g_.found[pronoun];
  const FoundMention& to = g_.found[recent.mention];
  const Block& block = g_.document.blocks[g_.analysis.sentences[from.sentence].block];
  return block.heading == g_.analysis.sentences[to.sentence].block && to.kind != MentionKind::pronoun &&
         g_.clauses.of_token[from.head] != kNone && is_subject(g_.analysis.tokens[from.head].deprel) &&
         is_reporting(g_.analysis.lemma(g_.clauses.all[g_.clauses.of_token[from.head]].predicate));
}

// Whom the grammar rules out: "Mr Baird hit him" isn't about himself.
bool Discourse::excluded(std::uint32_t pronoun, std::uint32_t person) const {
  const FoundMention& from = g_.found[pronoun];
  const Known& known = g_.people[person];
  if (!compatible(agreement_of(known), from.agrees)) return true;
  if (person == g_.writer) return true;
  if (from.quoted && speaker(pronoun) == person) return true;
  if (g_.analysis.tokens[from.head].deprel == Deprel::nmod_poss) return possession_excludes(pronoun, known);
  if (from.head == kNone) return false;
  const std::uint32_t c = g_.clauses.of_token[from.head];
  if (c == kNone) return false;
  const Clause& clause = g_.clauses.all[c];
  const bool subject = clause.subject == from.head;
  if (subject && is_named_below(pronoun, c, person)) return true;
  if (!subject && meant_at(clause.subject) == person) return true;
  // "Ms Hart asked her to leave": the object of the one who speaks.
  return false;
}

std::vector<std::uint32_t> Discourse::reflexive(std::uint32_t mention) const {
  const std::uint32_t c = g_.clauses.of_token[g_.found[mention].head];
  if (c == kNone) return {};
  const std::uint32_t person = meant_at(g_.clauses.all[c].subject);
  if (person == kNone || !compatible(agreement_of(g_.people[person]), g_.found[mention].agrees)) return {};
  return {person};
}

// All children of the report.
std::vector<std::uint32_t> Discourse::children() const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    if (is_child(g_.people[p])) out.push_back(p);
  return out;
}

bool Discourse::is_of_couples(std::uint32_t predicate) const {
  constexpr std::array<std::string_view, 12> verbs{"separate", "marry",   "meet",    "divorce",
                                                   "part",     "cohabit", "live",    "reconcile",
                                                   "remarry",  "argue",   "reunite", "row"};
  return std::find(verbs.begin(), verbs.end(), g_.analysis.lemma(predicate)) != verbs.end();
}

// The two grown-ups who are named most, where they stand out.
std::vector<std::uint32_t> Discourse::couple() const {
  std::vector<std::uint32_t> adults;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    if (!is_child(g_.people[p]) && !g_.people[p].professional && p != g_.writer &&
        g_.people[p].named_times > 0)
      adults.push_back(p);
  std::stable_sort(adults.begin(), adults.end(), [&](std::uint32_t a, std::uint32_t b) {
    return g_.people[a].named_times > g_.people[b].named_times;
  });
  if (adults.size() < 2) return {};
  if (adults.size() > 2 && g_.people[adults[1]].named_times < 2 * g_.people[adults[2]].named_times) return {};
  return {adults[0], adults[1]};
}

std::vector<std::uint32_t> Discourse::resolve_plural(std::uint32_t mention) const {
  const FoundMention& from = g_.found[mention];
  // "their mother": the children's.
  const FoundMention* noun = possessed_by(mention);
  const bool of_parent = noun != nullptr && noun->noun != nullptr && noun->noun->sort == NounSort::kin;
  if (of_parent && !noun->plural)
    if (auto all = children(); all.size() > 1) return all;
  const std::uint32_t c = g_.clauses.of_token[from.head];
  const bool possessive = g_.analysis.tokens[from.head].deprel == Deprel::nmod_poss;
  for (const Recent& recent : recent_) {
    if (recent.people.size() < 2) continue;
    const double near = nearness(mention, recent.mention);
    if (near < 0.45) break;
    // "The children told them": not the children.
    if (!possessive && c != kNone && g_.clauses.all[c].subject != from.head &&
        g_.clauses.all[c].subject == g_.found[recent.mention].head)
      continue;
    return recent.people;
  }
  // "They separated in May", "They have lived apart since": the two of whom the report is.
  if (c != kNone && g_.clauses.all[c].subject == from.head && is_of_couples(g_.clauses.all[c].predicate))
    if (auto two = couple(); two.size() == 2) return two;
  // "gets them to school", where no group stands near: the children, if one of them was just mentioned.
  if (is_subject(g_.analysis.tokens[from.head].deprel)) return {};
  for (const Recent& recent : recent_)
    if (recent.people.size() == 1 && is_child(g_.people[recent.people.front()]) &&
        nearness(mention, recent.mention) >= 0.45)
      if (auto all = children(); all.size() > 1) return all;
  return {};
}

// Reports keep to a few people. The writer and professionals are named often and meant seldom.
double Discourse::fame(const Known& known) const {
  if (known.professional || most_named_ == 0) return 0;
  return kFame * std::min(1.0, static_cast<double>(known.named_times) / static_cast<double>(most_named_));
}

// Those whose pronoun isn't known, people who only report on the family, and children as the subjects of what
// grown-ups do are meant less often.
double Discourse::plausibility(std::uint32_t mention, const Known& known, bool same_sentence) const {
  double out = 1;
  if (agreement_of(known) == Agreement::unknown) out *= same_sentence ? 0.92 : 0.65;
  if (known.professional) out *= same_sentence ? 0.9 : 0.7;
  if (!is_child(known)) return speaks_of_childhood(mention) ? out * 0.75 : out;
  if (speaks_of_childhood(mention)) out *= 1.25;
  // "her bank card", "his wages"
  const Token& pronoun = g_.analysis.tokens[g_.found[mention].head];
  if (pronoun.deprel == Deprel::nmod_poss && g_.words.is_grown_up_thing(g_.analysis.lemma(pronoun.head)))
    return out * 0.5;
  const std::uint32_t c = g_.clauses.of_token[g_.found[mention].head];
  if (c == kNone || g_.clauses.all[c].subject != g_.found[mention].head) return out;
  const Clause& clause = g_.clauses.all[c];
  if (clause.voice == Voice::active && g_.words.is_grown_up_verb(g_.analysis.lemma(clause.predicate)))
    out *= 0.5;
  return out;
}

// "He missed six days of school", "she wets the bed": what is said of children.
bool Discourse::speaks_of_childhood(std::uint32_t mention) const {
  const std::uint32_t head = g_.found[mention].head;
  const std::uint32_t c = g_.clauses.of_token[head];
  if (c == kNone || g_.clauses.all[c].subject != head) return false;
  const std::uint32_t predicate = g_.clauses.all[c].predicate;
  if (g_.words.is_childhood(g_.analysis.lemma(predicate))) return true;
  const std::uint32_t end =
      std::min(g_.analysis.sentences[g_.found[mention].sentence].tokens.end, predicate + 9);
  for (std::uint32_t t = predicate + 1; t < end; ++t) {
    if (g_.form(t) == "," || g_.analysis.tokens[t].deprel == Deprel::nsubj) return false;
    if (g_.words.is_childhood(g_.analysis.lemma(t))) return true;
  }
  return false;
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
  std::vector<Candidate> candidates;
  for (const Recent& recent : recent_) {
    if (recent.people.size() != 1) continue;
    const std::uint32_t person = recent.people.front();
    if (excluded(mention, person)) continue;
    const double score = weigh(mention, recent);
    if (score == 0) continue;
    auto known = std::find_if(candidates.begin(), candidates.end(),
                              [&](const Candidate& c) { return c.person == person; });
    if (known == candidates.end()) {
      candidates.push_back({person, score, 1, g_.found[recent.mention].sentence == from.sentence});
    } else {
      known->score = std::max(known->score, score);
      ++known->times;
    }
  }
  for (Candidate& candidate : candidates) {
    const Known& known = g_.people[candidate.person];
    candidate.score += 0.05 * std::min(candidate.times - 1, 4);
    candidate.score += possession_weight(mention, known);
    candidate.score += fame(known);
    if (takes_from_others(from.head) && subject_of(from.head) == candidate.person) candidate.score -= 0.6;
    candidate.score *= plausibility(mention, known, candidate.same_sentence);
  }
  std::sort(candidates.begin(), candidates.end(),
            [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  if (candidates.empty()) return most_spoken_of(mention);
  if (candidates.front().score < kLeast) return most_spoken_of(mention);
  if (candidates.size() > 1 && candidates[0].score - candidates[1].score < kMargin) return {};
  return {candidates.front().person};
}

// ---- What pronoun goes with whom

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
    if (clear && only != kNone && !reported) vote(only, he, she);
    last_only_ = clear && only != kNone ? only : kNone;
    if (begin < end) last_sentence_ = g_.found[begin].sentence;
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
