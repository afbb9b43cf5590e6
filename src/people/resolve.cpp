#include <algorithm>

#include "people/family.h"
#include "people/gathering.h"
#include "people/noun_reference.h"
#include "people/pronouns.h"

// Every mention in the order of the text: whom names, nouns and pronouns mean.
namespace onus {
namespace {

class Resolver {
 public:
  explicit Resolver(Gathering& gathering)
      : g_(gathering), discourse_(gathering), nouns_(gathering, discourse_), family_(gathering) {}

  void run() {
    g_.meant.assign(g_.found.size(), {});
    for (std::uint32_t i = 0; i < g_.found.size(); ++i)
      if (g_.found[i].kind == MentionKind::name && g_.candidates[i].size() == 1)
        g_.meant[i] = g_.candidates[i];
    for (std::uint32_t i = 0; i < g_.found.size(); ++i) {
      resolve(i);
      discourse_.note(i, g_.meant[i]);
      for (const std::uint32_t person : g_.meant[i]) count(person, i);
    }
  }

 private:
  using People = std::vector<std::uint32_t>;

  void count(std::uint32_t person, std::uint32_t i) {
    Known& known = g_.people[person];
    ++known.mentions;
    if (known.first == kNone) known.first = g_.found[i].head;
  }

  void resolve(std::uint32_t i) {
    const FoundMention& mention = g_.found[i];
    switch (mention.kind) {
      case MentionKind::name:
        if (g_.candidates[i].size() > 1) {
          drop_children(g_.candidates[i]);
          drop_unfit(g_.candidates[i], mention.agrees);
          const std::uint32_t latest = discourse_.latest_of(g_.candidates[i]);
          if (latest != kNone) g_.meant[i] = {latest};
        }
        break;
      case MentionKind::writer:
        resolve_writer(i);
        break;
      case MentionKind::pronoun:
        g_.meant[i] = discourse_.resolve(i);
        learn_from(mention, g_.meant[i]);
        break;
      case MentionKind::noun:
        nouns_.resolve(i);
        break;
      case MentionKind::group:
        g_.meant[i] = family_.group(mention);
        break;
      case MentionKind::agency:
        break;
    }
  }

  // "Haskett" is a grown-up's name where there is one.
  void drop_children(People& people) const {
    if (std::any_of(people.begin(), people.end(), [&](std::uint32_t p) { return !is_child(g_.people[p]); }))
      std::erase_if(people, [&](std::uint32_t p) { return is_child(g_.people[p]); });
  }

  // "Ms Cisse" isn't he of whom the report says by now that he is somebody's brother.
  void drop_unfit(People& people, Agreement agrees) const {
    const auto fits = [&](std::uint32_t p) { return compatible(agreement_of(g_.people[p]), agrees); };
    if (std::any_of(people.begin(), people.end(), fits))
      std::erase_if(people, [&](std::uint32_t p) { return !fits(p); });
  }

  // Who is once called "she" is "she" from then on.
  void learn_from(const FoundMention& pronoun, const People& people) {
    if (people.size() != 1 || pronoun.plural) return;
    Known& known = g_.people[people.front()];
    if (agreement_of(known) == Agreement::unknown) ++(pronoun.agrees == Agreement::he ? known.he : known.she);
  }

  // ---- The writer

  void resolve_writer(std::uint32_t i) {
    const FoundMention& mention = g_.found[i];
    if (mention.quoted) {
      const std::uint32_t speaker = discourse_.speaker(i);
      if (speaker != kNone && !mention.plural) g_.meant[i] = {speaker};
      return;
    }
    if (mention.plural) return;
    if (g_.writer == kNone) {
      Known writer;
      writer.generation = Generation::adult;
      g_.people.push_back(writer);
      g_.writer = static_cast<std::uint32_t>(g_.people.size() - 1);
    }
    g_.meant[i] = {g_.writer};
  }

  Gathering& g_;
  Discourse discourse_;
  NounReference nouns_;
  Family family_;
};

}  // namespace

void resolve_mentions(Gathering& gathering) { Resolver(gathering).run(); }

}  // namespace onus
