#include <algorithm>
#include <map>

#include "people/gathering.h"

// "The mother" and "the father" of a report that never says who they are: the one person whom it can mean.
namespace onus {
namespace {

// Nouns that go with no person yet and the one person whom they can mean.
class ParentSettler {
 public:
  explicit ParentSettler(Gathering& gathering) : g_(gathering) {}

  void run() {
    count_names();
    settle("mother");
    settle("father");
    count_nouns();
  }

 private:
  void count_names() {
    counts_.assign(g_.people.size(), 0);
    for (const auto& people : g_.candidates)
      if (people.size() == 1) ++counts_[people.front()];
  }

  // How often each is spoken of by name, and by a noun that is theirs alone.
  void count_nouns() {
    std::map<std::string_view, std::vector<std::uint32_t>> holders;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p) {
      g_.people[p].named_times = counts_[p];
      for (const std::string& key : g_.people[p].keys) holders[key].push_back(p);
    }
    for (const FoundMention& mention : g_.found) {
      if (mention.kind != MentionKind::noun || mention.noun->vague) continue;
      const auto holder = holders.find(mention.noun->key);
      if (holder != holders.end() && holder->second.size() == 1)
        ++g_.people[holder->second.front()].named_times;
    }
  }

  void settle(std::string_view key) {
    const PersonNoun* noun = g_.words.noun_of_key(key);
    if (noun == nullptr || !is_used(key)) return;
    std::uint32_t best = kNone, second = kNone;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p) {
      if (g_.people[p].has(key)) return;
      if (!may_be_parent(g_.people[p], noun->agrees)) continue;
      if (best == kNone || counts_[p] > counts_[best]) {
        second = best;
        best = p;
      } else if (second == kNone || counts_[p] > counts_[second]) {
        second = p;
      }
    }
    if (best == kNone || counts_[best] < 2) return;
    const bool by_name = second != kNone && shares_name_with_child(best) && !shares_name_with_child(second);
    if (second != kNone && counts_[best] < (by_name ? 2 : 4) * counts_[second]) return;
    g_.people[best].add_key(key);
    g_.people[best].generation = Generation::adult;
  }

  bool shares_name_with_child(std::uint32_t person) const {
    const std::string& family = g_.people[person].family;
    return !family.empty() && std::any_of(g_.people.begin(), g_.people.end(), [&](const Known& other) {
      return is_child(other) && fold(other.family) == fold(family);
    });
  }

  bool is_used(std::string_view key) const {
    return std::any_of(g_.found.begin(), g_.found.end(), [&](const FoundMention& m) {
      return m.kind == MentionKind::noun && m.noun->key == key && m.reference != Reference::indefinite &&
             m.reference != Reference::generic;
    });
  }

  // Agreement may say that someone isn't "the mother"; that someone is needs that no other reading is left.
  bool may_be_parent(const Known& known, Agreement agrees) const {
    if (!known.named || known.professional || is_child(known) || agreement_of(known) != agrees) return false;
    return std::all_of(known.keys.begin(), known.keys.end(), [&](const std::string& key) {
      const PersonNoun* noun = g_.words.noun_of_key(key);
      return noun == nullptr || key == "parent" || noun->sort == NounSort::part || key == "husband" ||
             key == "wife" || key == "carer" || (key == "foster carer" && known.has("parent"));
    });
  }

  Gathering& g_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace

void settle_parents(Gathering& gathering) { ParentSettler(gathering).run(); }

}  // namespace onus
