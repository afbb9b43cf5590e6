#include <algorithm>
#include <array>

#include "people/gathering.h"
#include "text/closed_list.h"

// Children of whom neither an age nor a noun says so.
namespace onus {
namespace {

// Whose they are is at school: "Oisin's class teacher", "Maisie's nursery".
bool is_of_school(const FoundMention& mention) {
  static constexpr std::array<std::string_view, 2> keys{"teacher", "nursery worker"};
  return mention.noun != nullptr && one_of(mention.noun->key, keys);
}

constexpr std::uint32_t kAgain = 2;  // so often a name stands
constexpr std::uint32_t kSeldom =
    4;  // who is named less than one time in four of the most named plays no main part
constexpr int kCouple = 2;

class ChildReader {
 public:
  explicit ChildReader(Gathering& gathering) : g_(gathering) {}

  void run() {
    for (const FoundMention& mention : g_.found) {
      if (mention.possessor != kNone && is_of_school(mention)) take(mention.possessor);
    }
    for (std::uint32_t t = 0; t + 2 < g_.analysis.tokens.size(); ++t) read_possessor(t);
    take_matters();
    for (const Clause& clause : g_.clauses.all) take_fostered(clause);
    take_untitled();
    for (std::uint32_t i = 0; i + 1 < g_.found.size(); ++i) {
      if (!are_joined(i, i + 1)) continue;
      if (child_of(i))
        take(i + 1);
      else if (child_of(i + 1))
        take(i);
    }
  }

 private:
  // "Mr Baird", "Ms Hart" and "Ewan": where both grown-ups have titles, those who are only called by a given
  // name again and again, and of whom nothing else is said, are the children.
  void take_untitled() {
    std::uint32_t most = 0;
    for (const Known& known : g_.people) most = std::max(most, known.named_times);
    const auto titled = std::ranges::count_if(g_.people, [&](const Known& known) {
      return !known.title.empty() && !known.professional && known.named_times >= kAgain &&
             kSeldom * known.named_times >= most;
    });
    if (titled < kCouple) return;
    const std::vector<bool> grown_up = who_acts_grown_up();
    for (std::uint32_t i = 0; i < g_.found.size(); ++i)
      if (const std::uint32_t p = person(i); p != kNone && g_.people[p].named_times >= kAgain && !grown_up[p])
        take(i);
  }

  // "Liam and Jade remain with Paul and Anita Brody", the foster carers
  void take_fostered(const Clause& clause) {
    static constexpr std::array<std::string_view, 6> living{"remain", "live",   "stay",
                                                            "place",  "reside", "settle"};
    if (clause.negated || clause.subject == kNone || !one_of(g_.analysis.lemma(clause.predicate), living))
      return;
    for (const std::uint32_t with : g_.clauses.dependents(clause.predicate)) {
      if (case_of(g_.analysis, g_.clauses, with) != "with" || !is_foster_carer(with)) continue;
      for (std::uint32_t i = 0; i < g_.found.size(); ++i) {
        const Token& head = g_.analysis.tokens[g_.found[i].head];
        if (g_.found[i].head == clause.subject ||
            (head.deprel == Deprel::conj && head.head == clause.subject))
          take(i);
      }
    }
  }

  bool is_foster_carer(std::uint32_t token) const {
    for (const FoundMention& mention : g_.found_in(g_.analysis.tokens[token].span)) {
      if (mention.noun != nullptr && one_of(mention.noun->key, {"foster carer", "carer"})) return true;
      const std::uint32_t p = person(static_cast<std::uint32_t>(&mention - g_.found.data()));
      if (p != kNone && (g_.people[p].has("foster carer") || g_.people[p].has("carer"))) return true;
    }
    return false;
  }

  // "Gary drove", "Gemma works": told of what only grown-ups do.
  std::vector<bool> who_acts_grown_up() const {
    std::vector<bool> who(g_.people.size());
    for (const Clause& clause : g_.clauses.all) {
      if (clause.subject == kNone || !g_.words.is_grown_up_verb(g_.analysis.lemma(clause.predicate)))
        continue;
      for (const FoundMention& mention : g_.found_in(g_.analysis.tokens[clause.subject].span))
        if (const std::uint32_t p = person(static_cast<std::uint32_t>(&mention - g_.found.data()));
            p != kNone)
          who[p] = true;
    }
    return who;
  }

  std::uint32_t person(std::uint32_t i) const {
    return g_.found[i].kind == MentionKind::name && g_.candidates[i].size() == 1 ? g_.candidates[i].front()
                                                                                 : kNone;
  }
  bool child_of(std::uint32_t i) const { return person(i) != kNone && is_child(g_.people[person(i)]); }

  // Named by a given name only, and nothing that a grown-up would be called.
  bool may_be_child(const Known& known, bool given_only) const {
    return !known.professional && known.claims.empty() && known.keys.empty() && known.title.empty() &&
           known.generation == Generation::unknown && known.age < 0 && (!given_only || known.family.empty());
  }

  void take(std::uint32_t i, bool given_only = true) {
    const std::uint32_t p = person(i);
    if (p == kNone || p == g_.writer || !may_be_child(g_.people[p], given_only) || is_grown(p)) return;
    g_.people[p].generation = Generation::child;
  }

  // Somebody's partner or parent, or subject of what only grown-ups do.
  bool is_grown(std::uint32_t p) const {
    return std::any_of(g_.relations.begin(), g_.relations.end(), [&](const Relation& relation) {
      const PersonNoun* noun = g_.words.noun_of_key(relation.key);
      return noun != nullptr &&
             ((relation.person == p && relation.key != "sibling") ||
              (relation.owner == p && noun->sort == NounSort::child)) &&
             relation.key != "brother" && relation.key != "sister";
    });
  }

  // "Maisie's nursery", "Oisin's school"
  void read_possessor(std::uint32_t t) {
    static constexpr std::array<std::string_view, 8> places{
        "nursery", "school", "preschool", "playgroup", "creche", "classroom", "childminder", "reception"};
    if (g_.analysis.tokens[t + 1].xpos != Xpos::POS || !one_of(fold(g_.form(t + 2)), places)) return;
    for (const FoundMention& mention : g_.found_in(g_.analysis.tokens[t].span))
      take(static_cast<std::uint32_t>(&mention - g_.found.data()));
  }

  // "in the matter of Oisin and Aoife Farrelly"
  void take_matters() {
    for (std::uint32_t i = 0; i < g_.found.size(); ++i) {
      if (person(i) == kNone || !begins_matter(g_.found[i])) continue;
      std::uint32_t end = i + 1;
      while (end < g_.found.size() && are_joined(end - 1, end)) ++end;
      // A full name last: "Smith and Jones" are the parties.
      if (!g_.found[end - 1].name.whole() || fold(g_.form(g_.found[end - 1].tokens.end)) == "v") continue;
      for (std::uint32_t child = i; child < end; ++child) take(child, false);
    }
  }

  bool begins_matter(const FoundMention& name) const {
    if (name.tokens.begin < 4) return false;
    return fold(g_.form(name.tokens.begin - 1)) == "of" && fold(g_.form(name.tokens.begin - 2)) == "matter" &&
           fold(g_.form(name.tokens.begin - 4)) == "in";
  }

  bool are_joined(std::uint32_t a, std::uint32_t b) const {
    const FoundMention &first = g_.found[a], &second = g_.found[b];
    if (first.kind != MentionKind::name || second.kind != MentionKind::name ||
        first.sentence != second.sentence)
      return false;
    std::uint32_t at = first.tokens.end;
    if (g_.form(at) == "(") {  // "Zara (9) and Bilal"
      while (at < second.tokens.begin && g_.form(at) != ")") ++at;
      ++at;
    }
    return at + 1 == second.tokens.begin && one_of(g_.form(at), {"and", "&", ","});
  }

  Gathering& g_;
};

}  // namespace

void learn_children(Gathering& gathering) { ChildReader(gathering).run(); }

}  // namespace onus
