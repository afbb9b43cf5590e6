#include <algorithm>
#include <array>

#include "people/gathering.h"
#include "text/closed_list.h"

// "Dr Rao", the mother of the report: people of the family who have a title or a job. They are here as
// family, and what they do to each other is no part of their work.
namespace onus {
namespace {

bool is_parent_key(std::string_view key) {
  return key == "mother" || key == "father" || key == "parent" || key.starts_with("step");
}

bool is_partner_key(const Gathering& g, std::string_view key) {
  const PersonNoun* noun = g.words.noun_of_key(key);
  return noun != nullptr && noun->sort == NounSort::partner;
}

// A parent of a child, a child's keeper by blood, or somebody's partner, by what is tied to the name.
bool is_of_family(const Gathering& g, std::uint32_t p) {
  const Known& known = g.people[p];
  if (std::ranges::any_of(
          known.keys, [&](const std::string& key) { return is_parent_key(key) || is_partner_key(g, key); }))
    return true;
  return std::ranges::any_of(g.relations, [&](const Relation& relation) {
    if (relation.person == kNone || relation.owner == kNone) return false;
    if (relation.person != p && relation.owner != p) return false;
    if (is_partner_key(g, relation.key)) return true;
    const PersonNoun* noun = g.words.noun_of_key(relation.key);
    if (relation.owner == p)
      return noun != nullptr && noun->sort == NounSort::child && is_child(g.people[relation.person]);
    return is_parent_key(relation.key) && is_child(g.people[relation.owner]);
  });
}

// Couples of whom one at least has a title: "Dr Rao and Sgt Ellis … They have been married for eleven years".
class CoupleFinder {
 public:
  explicit CoupleFinder(Gathering& gathering) : g_(gathering) {}

  void run() {
    for (const Clause& clause : g_.clauses.all)
      if (!clause.negated && clause.subject != kNone && joins(clause)) read(clause);
  }

 private:
  bool joins(const Clause& clause) const {
    static constexpr std::array<std::string_view, 10> words{"marry",   "married",     "separate", "separated",
                                                            "divorce", "divorced",    "cohabit",  "couple",
                                                            "engaged", "relationship"};
    return one_of(fold(g_.analysis.lemma(clause.predicate)), words) ||
           (clause.object != kNone && one_of(fold(g_.analysis.lemma(clause.object)), {"relationship"}));
  }

  std::uint32_t named_at(std::uint32_t token) const {
    for (const FoundMention& mention : g_.found_in(g_.analysis.tokens[token].span))
      if (mention.head == token && mention.kind == MentionKind::name) {
        const auto& people = g_.candidates[static_cast<std::size_t>(&mention - g_.found.data())];
        if (people.size() == 1 && !is_child(g_.people[people.front()])) return people.front();
      }
    return kNone;
  }

  void read(const Clause& clause) {
    std::vector<std::uint32_t> two = named_below(clause.subject);
    if (fold(g_.form(clause.subject)) == "they") two = named_before(clause.sentence);
    if (two.size() == 1)
      for (const std::uint32_t child : g_.clauses.dependents(clause.predicate))
        if (child != clause.subject && named_at(child) != kNone) two.push_back(named_at(child));
    if (two.size() == 2 && two[0] != two[1] &&
        (g_.people[two[0]].professional || g_.people[two[1]].professional))
      g_.relations.push_back({two[0], "partner", two[1], false});
  }

  std::vector<std::uint32_t> named_below(std::uint32_t head) const {
    std::vector<std::uint32_t> people;
    if (named_at(head) != kNone) people.push_back(named_at(head));
    for (const std::uint32_t child : g_.clauses.dependents(head))
      if (g_.analysis.tokens[child].deprel == Deprel::conj && named_at(child) != kNone)
        people.push_back(named_at(child));
    return people;
  }

  // The grown-ups who are named in the one or two sentences before, if they are two.
  std::vector<std::uint32_t> named_before(std::uint32_t sentence) const {
    std::vector<std::uint32_t> people;
    const std::uint32_t from = sentence > 2 ? sentence - 2 : 0;
    for (std::size_t i = 0; i < g_.found.size(); ++i) {
      const FoundMention& mention = g_.found[i];
      if (mention.sentence < from || mention.sentence >= sentence || mention.kind != MentionKind::name)
        continue;
      const std::uint32_t person = named_at(mention.head);
      if (person != kNone && std::ranges::find(people, person) == people.end()) people.push_back(person);
    }
    return people;
  }

  Gathering& g_;
};

}  // namespace

void settle_own_work(Gathering& g, bool by_pronouns) {
  std::uint32_t most = 0;
  for (const Known& known : g.people) most = std::max(most, known.named_times);
  for (std::uint32_t p = 0; p < g.people.size(); ++p) {
    Known& known = g.people[p];
    // "PC Lamb … her partner" may be misread; one of whom the report tells again and again is no bystander.
    if (by_pronouns && known.named_times * 2 < most) continue;
    if (known.professional && p != g.writer && is_of_family(g, p)) known.professional = false;
  }
}

void learn_couples(Gathering& g) { CoupleFinder(g).run(); }

}  // namespace onus
