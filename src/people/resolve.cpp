#include <algorithm>
#include <array>
#include <map>

#include "people/gathering.h"
#include "people/kinship.h"
#include "people/pronouns.h"

// Every mention in the order of the text: whom names, nouns and pronouns mean.
namespace onus {
namespace {

constexpr std::array<std::string_view, 5> kPartners{"husband", "wife", "boyfriend", "girlfriend", "partner"};

bool is_partner_key(std::string_view key) {
  return std::find(kPartners.begin(), kPartners.end(), key) != kPartners.end();
}

// The mother of a father is the paternal grandmother; empty where no such word is known.
std::string canonical(const Known& owner, std::string_view key) {
  const bool father = owner.has("father");
  const bool mother = owner.has("mother");
  if (father == mother) return {};
  const std::string side = father ? "paternal " : "maternal ";
  if (key == "mother") return side + "grandmother";
  if (key == "father") return side + "grandfather";
  if (key == "sister") return side + "aunt";
  if (key == "brother") return side + "uncle";
  return {};
}

class Resolver {
 public:
  explicit Resolver(Gathering& gathering) : g_(gathering), discourse_(gathering) {}

  void run() {
    g_.meant.assign(g_.found.size(), {});
    tie_of_noun_.assign(g_.found.size(), kNone);
    for (std::uint32_t t = 0; t < g_.ties.size(); ++t)
      if (g_.ties[t].noun_mention != kNone) tie_of_noun_[g_.ties[t].noun_mention] = t;
    for (std::uint32_t i = 0; i < g_.found.size(); ++i)
      if (g_.found[i].kind == MentionKind::name && g_.candidates[i].size() == 1)
        g_.meant[i] = g_.candidates[i];
    find_writer();
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
        resolve_noun(i);
        break;
      case MentionKind::group:
        g_.meant[i] = group(mention);
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

  // Who is once called "she" is "she" from then on.
  void learn_from(const FoundMention& pronoun, const People& people) {
    if (people.size() != 1 || pronoun.plural) return;
    Known& known = g_.people[people.front()];
    if (agreement_of(known) == Agreement::unknown) ++(pronoun.agrees == Agreement::he ? known.he : known.she);
  }

  // ---- The writer

  // The author of a details line, whoever a statement is the statement of, "I, Leanne Hart, …".
  void find_writer() {
    for (const Detail& detail : g_.details) {
      const std::string label = fold(g_.text(detail.label));
      const bool author =
          label.find("author") != std::string::npos || label.find(" by") != std::string::npos ||
          label.find("writer") != std::string::npos || label.find("statement of") != std::string::npos ||
          label.find("affidavit of") != std::string::npos ||
          label.find("declaration of") != std::string::npos;
      if (!author) continue;
      for (std::uint32_t i = 0; i < g_.found.size(); ++i)
        if (g_.found[i].kind == MentionKind::name && detail.value.contains(g_.span_of(g_.found[i].tokens)) &&
            g_.candidates[i].size() == 1) {
          g_.writer = g_.candidates[i].front();
          return;
        }
    }
    for (std::uint32_t i = 0; i + 1 < g_.found.size(); ++i)
      if (introduces_writer(g_.found[i], g_.found[i + 1]) && g_.candidates[i + 1].size() == 1) {
        g_.writer = g_.candidates[i + 1].front();
        return;
      }
    find_signature();
    if (g_.writer == kNone) find_only_professional();
  }

  // "Social worker: Niamh Corrigan" over a report that says "I": the one professional whom its labels name.
  void find_only_professional() {
    std::uint32_t one = kNone;
    for (const Detail& detail : g_.details) {
      const PersonNoun* noun = g_.words.noun_of_key(detail.key);
      if (noun == nullptr || noun->sort != NounSort::professional || !detail.relation.empty()) continue;
      for (std::uint32_t i = 0; i < g_.found.size(); ++i) {
        if (g_.found[i].kind != MentionKind::name || g_.candidates[i].size() != 1 ||
            !detail.value.contains(g_.span_of(g_.found[i].tokens)))
          continue;
        if (one != kNone && one != g_.candidates[i].front()) return;
        one = g_.candidates[i].front();
      }
    }
    g_.writer = one;
  }

  // "Yours sincerely, / Eleanor Fitch"
  void find_signature() {
    for (std::size_t b = 1; b < g_.document.blocks.size(); ++b) {
      const std::string before = fold(g_.text(g_.document.blocks[b - 1].span));
      const std::string here = fold(g_.text(g_.document.blocks[b].span));
      const auto closes = [](const std::string& words) {
        return words.find("sincerely") != std::string::npos ||
               words.find("faithfully") != std::string::npos || words.find("regards") != std::string::npos ||
               words.starts_with("signed");
      };
      if (!closes(before) && !closes(here)) continue;
      const ProseSpan block = g_.document.blocks[b].span;
      for (std::uint32_t i = 0; i < g_.found.size(); ++i)
        if (g_.found[i].kind == MentionKind::name && block.contains(g_.span_of(g_.found[i].tokens)) &&
            g_.candidates[i].size() == 1) {
          g_.writer = g_.candidates[i].front();
          return;
        }
    }
  }

  bool introduces_writer(const FoundMention& me, const FoundMention& name) const {
    if (me.kind != MentionKind::writer || me.quoted || name.kind != MentionKind::name) return false;
    const std::string_view between = words_of(g_.document, g_.analysis, {me.tokens.end, name.tokens.begin});
    return between == "," || between == "am" || between == "'m" || between == "name is" ||
           between == "full name is";
  }

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

  // ---- Nouns

  void resolve_noun(std::uint32_t i) {
    const FoundMention& mention = g_.found[i];
    former_ = is_former(words_of(g_.document, g_.analysis, mention.words));
    words_ = fold_words(words_of(g_.document, g_.analysis, mention.words));
    const std::uint32_t owner = owner_of(mention);
    if (tie_of_noun_[i] != kNone) {
      const auto& people = g_.candidates[g_.ties[tie_of_noun_[i]].name];
      if (people.size() == 1) {
        g_.meant[i] = people;
        learn_relation(owner, *mention.noun, people.front());
        return;
      }
    }
    if (mention.reference == Reference::generic) return;
    if (const std::uint32_t subject = said_to_be(mention); subject != kNone) {
      g_.meant[i] = {subject};
      learn_relation(owner, *mention.noun, subject);
      if (owner == kNone) g_.people[subject].add_key(mention.noun->key);
      return;
    }
    const std::uint32_t person = owner != kNone ? owned(owner, mention) : unowned(mention);
    if (person != kNone) g_.meant[i] = {person};
  }

  // "I am the mother of Asha", "she is Ewan's aunt": the subject.
  std::uint32_t said_to_be(const FoundMention& mention) const {
    const std::uint32_t c = g_.clauses.at_predicate[mention.head];
    if (c == kNone || mention.reference == Reference::indefinite || mention.quoted) return kNone;
    const Clause& clause = g_.clauses.all[c];
    if (!clause.copular || clause.negated || clause.subject == kNone || clause.modality != Modality::none)
      return kNone;
    const auto subject =
        std::lower_bound(g_.found.begin(), g_.found.end(), clause.subject,
                         [](const FoundMention& m, std::uint32_t at) { return m.head < at; });
    if (subject == g_.found.end() || subject->head != clause.subject) return kNone;
    const auto& people = g_.meant[static_cast<std::size_t>(subject - g_.found.begin())];
    if (people.size() != 1 || mention.noun->vague || mention.noun->sort == NounSort::part) return kNone;
    return compatible(agreement_of(g_.people[people.front()]), mention.noun->agrees) ? people.front() : kNone;
  }

  std::uint32_t owner_of(const FoundMention& mention) const {
    if (mention.possessor == kNone) return kNone;
    const auto& owners = g_.meant[mention.possessor];
    return owners.size() == 1 ? owners.front() : kNone;
  }

  void learn_relation(std::uint32_t owner, const PersonNoun& noun, std::uint32_t person) {
    if (owner == kNone || owner == person) return;
    g_.relations.push_back({owner, noun.key, person, former_});
    Known& known = g_.people[person];
    if (known.agrees == Agreement::unknown) known.agrees = noun.agrees;
    if (noun.sort == NounSort::kin && is_child(g_.people[owner])) known.add_key(noun.key);
    if (const std::string key = canonical(g_.people[owner], noun.key); !key.empty()) known.add_key(key);
  }

  template <class Test>
  std::uint32_t only(Test test) const {
    std::uint32_t found = kNone;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p) {
      if (!test(p)) continue;
      if (found != kNone) return kNone;
      found = p;
    }
    return found;
  }

  std::uint32_t only_with(std::string_view key, std::uint32_t except = kNone) const {
    return only([&](std::uint32_t p) { return p != except && g_.people[p].has(key); });
  }

  People all_with(std::string_view key) const {
    People out;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      if (g_.people[p].has(key)) out.push_back(p);
    return out;
  }

  std::uint32_t add(const PersonNoun& noun, std::uint32_t owner) {
    if (g_.people.size() >= kMostPeople) return kNone;
    Known known;
    known.agrees = noun.agrees;
    known.generation = noun.generation;
    known.professional = noun.sort == NounSort::professional;
    const auto person = static_cast<std::uint32_t>(g_.people.size());
    const std::string key = owner == kNone ? std::string{} : canonical(g_.people[owner], noun.key);
    const bool elsewhere =
        owner != kNone && noun.sort == NounSort::kin && !is_child(g_.people[owner]) && !key.empty();
    // The mother of a grown-up isn't "the mother".
    const bool of_grown = owner != kNone && noun.sort == NounSort::kin && key.empty() &&
                          (g_.people[owner].generation == Generation::adult || g_.people[owner].professional);
    known.add_key(elsewhere ? key : of_grown ? "relative" : noun.key);
    g_.people.push_back(std::move(known));
    if (owner != kNone) g_.relations.push_back({owner, noun.key, person, former_});
    return person;
  }

  // "Ewan's mother", "her partner", "Mr Baird's sister"
  std::uint32_t owned(std::uint32_t owner, const FoundMention& mention) {
    const PersonNoun& noun = *mention.noun;
    if (noun.sort != NounSort::partner)
      if (const std::uint32_t known = related(g_, owner, noun.key); known != kNone) return known;
    if (noun.sort == NounSort::kin || noun.sort == NounSort::child)
      if (const std::uint32_t kin = Kinship(g_).only(owner, noun); kin != kNone) return kin;
    if (noun.sort == NounSort::child)
      if (const std::uint32_t grown = grown_child(owner, noun.agrees); grown != kNone) return grown;
    switch (noun.sort) {
      case NounSort::child:
        return child_of(owner, mention);
      case NounSort::partner:
        return partner_of(owner, noun);
      case NounSort::part:
        return unowned(mention);
      case NounSort::kin:
        return kin_of(owner, mention);
      default:
        break;
    }
    if (noun.vague) return kNone;
    const std::uint32_t one = only_with(noun.key, owner);
    if (one != kNone && noun.sort == NounSort::professional) return one;
    return add(noun, owner);
  }

  std::uint32_t kin_of(std::uint32_t owner, const FoundMention& mention) {
    const PersonNoun& noun = *mention.noun;
    const Known& known = g_.people[owner];
    const bool grown = known.generation == Generation::adult || known.professional;
    if (noun.key == "parent") return kNone;
    // The mother of a named child who isn't one of the family's.
    if (!grown && known.named && !is_child(known) && count_children() > 0 && known.words.empty() &&
        (noun.key == "mother" || noun.key == "father") && !all_with(noun.key).empty())
      return add(*g_.words.noun_of_key("relative"), owner);
    if (noun.key == "brother" || noun.key == "sister" || noun.key == "sibling")
      return sibling_of(owner, noun);
    if (!grown) {
      if (const std::uint32_t one = family_member(noun); one != kNone) return one;
    } else if (const std::string key = canonical(known, noun.key); !key.empty()) {
      if (const std::uint32_t one = only_with(key, owner); one != kNone) return one;
    } else if (noun.key != "mother" && noun.key != "father") {
      if (const std::uint32_t one = family_member(noun); one != kNone && one != owner) return one;
    }
    return add(noun, owner);
  }

  std::uint32_t sibling_of(std::uint32_t owner, const PersonNoun& noun) {
    const bool child = is_child(g_.people[owner]);
    if (child) {
      const std::uint32_t one = only([&](std::uint32_t p) {
        return p != owner && is_child(g_.people[p]) && compatible(agreement_of(g_.people[p]), noun.agrees);
      });
      if (one != kNone) return one;
      if (count_children() > 2) return kNone;
    }
    const std::uint32_t one = child ? kNone : only_with(noun.key, owner);
    return one != kNone ? one : add(noun, owner);
  }

  int count_children() const {
    return static_cast<int>(std::count_if(g_.people.begin(), g_.people.end(), is_child));
  }

  // Two mothers, one of whom is "Mum" and the other "Mam".
  std::uint32_t by_word(const People& people) const {
    std::uint32_t found = kNone;
    for (const std::uint32_t p : people) {
      const auto& own = g_.people[p].words;
      if (std::find(own.begin(), own.end(), words_) == own.end()) continue;
      if (found != kNone) return by_label(people);
      found = p;
    }
    return found != kNone ? found : by_label(people);
  }

  // "FOB" was said to mean one of them; else the one who was mentioned last.
  std::uint32_t by_label(const People& people) const {
    for (const Tie& tie : g_.ties)
      if (tie.defines && g_.candidates[tie.name].size() == 1 && tie.noun_mention != kNone &&
          fold_words(words_of(g_.document, g_.analysis, g_.found[tie.noun_mention].words)) == words_)
        return g_.candidates[tie.name].front();
    return discourse_.latest_of(people);
  }

  // Someone of the children's family by a noun of kinship, also where the nouns differ a little.
  std::uint32_t family_member(const PersonNoun& noun) const {
    const People people = all_with(noun.key);
    if (people.size() == 1) return people.front();
    if (people.size() > 1) return by_word(people);
    const auto either = [&](std::string_view a, std::string_view b) {
      return only([&](std::uint32_t p) { return g_.people[p].has(a) || g_.people[p].has(b); });
    };
    for (const std::string_view key : {"grandmother", "grandfather", "aunt", "uncle"})
      if (noun.key == key)
        if (const auto one = either("maternal " + std::string(key), "paternal " + std::string(key));
            one != kNone)
          return one;
    if (const std::uint32_t kin = Kinship(g_).only_of_children(noun); kin != kNone) return kin;
    if (noun.key == "maternal grandmother" || noun.key == "paternal grandmother")
      return only_with("grandmother");
    if (noun.key == "maternal grandfather" || noun.key == "paternal grandfather")
      return only_with("grandfather");
    return kNone;
  }

  // "her son" where Mrs Baird is Mr Baird's mother.
  std::uint32_t grown_child(std::uint32_t owner, Agreement agrees) const {
    for (const Relation& relation : g_.relations)
      if (relation.person == owner && (relation.key == "mother" || relation.key == "father") &&
          compatible(agreement_of(g_.people[relation.owner]), agrees))
        return relation.owner;
    const Known& known = g_.people[owner];
    const bool maternal = known.has("maternal grandmother") || known.has("maternal grandfather");
    const bool paternal = known.has("paternal grandmother") || known.has("paternal grandfather");
    if (!maternal && !paternal) return kNone;
    const std::uint32_t parent = only_with(maternal ? "mother" : "father");
    return parent != kNone && compatible(agreement_of(g_.people[parent]), agrees) ? parent : kNone;
  }

  std::uint32_t child_of(std::uint32_t owner, const FoundMention& mention) {
    const PersonNoun& noun = *mention.noun;
    if (mention.reference == Reference::indefinite) return kNone;
    const std::uint32_t one = child(noun, owner);
    if (one != kNone) return one;
    return count_children() == 0 || no_child_agrees(noun.agrees) ? add_child(noun, owner) : kNone;
  }

  std::uint32_t add_child(const PersonNoun& noun, std::uint32_t owner) {
    const std::uint32_t person = add(noun, owner);
    if (person == kNone) return kNone;
    if (owner == kNone || g_.people[owner].has("mother") || g_.people[owner].has("father") ||
        noun.generation == Generation::child)
      g_.people[person].generation = Generation::child;
    return person;
  }

  bool no_child_agrees(Agreement agrees) const {
    return std::none_of(g_.people.begin(), g_.people.end(), [&](const Known& known) {
      return is_child(known) && compatible(agreement_of(known), agrees);
    });
  }

  // "the boy", "her daughter", "the eldest": the one child whom the noun fits.
  std::uint32_t child(const PersonNoun& noun, std::uint32_t owner) const {
    if (noun.key == "eldest" || noun.key == "youngest") return by_age(noun.key == "eldest");
    const auto fits = [&](std::uint32_t p) {
      return p != owner && is_child(g_.people[p]) && compatible(agreement_of(g_.people[p]), noun.agrees);
    };
    if (noun.key == "baby") {
      const std::uint32_t infant =
          only([&](std::uint32_t p) { return fits(p) && g_.people[p].age >= 0 && g_.people[p].age < 3; });
      if (infant != kNone) return infant;
    }
    const std::uint32_t sure = only([&](std::uint32_t p) {
      return fits(p) && noun.agrees != Agreement::unknown && agreement_of(g_.people[p]) == noun.agrees;
    });
    return sure != kNone ? sure : only(fits);
  }

  std::uint32_t by_age(bool eldest) const {
    std::uint32_t best = kNone;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p) {
      const Known& known = g_.people[p];
      if (!is_child(known)) continue;
      if (known.has(eldest ? "eldest" : "youngest")) return p;
      if (known.age < 0) continue;
      if (best == kNone || (eldest ? known.age > g_.people[best].age : known.age < g_.people[best].age))
        best = p;
    }
    return best;
  }

  std::uint32_t partner_of(std::uint32_t owner, const PersonNoun& noun) {
    if (noun.key == "new partner") return add(noun, owner);
    if (const std::uint32_t known = related_partner(owner, former_); known != kNone) return known;
    if (const std::uint32_t other = former_ ? kNone : other_parent(owner, noun.agrees); other != kNone)
      return other;
    if (const std::uint32_t known = related_partner(owner, !former_); known != kNone) return known;
    // One whom the report calls somebody's partner, or the other parent.
    const std::uint32_t called = only([&](std::uint32_t p) {
      return p != owner && compatible(agreement_of(g_.people[p]), noun.agrees) &&
             std::any_of(g_.people[p].keys.begin(), g_.people[p].keys.end(), is_partner_key);
    });
    if (called != kNone) return called;
    const std::uint32_t other = other_parent(owner, noun.agrees);
    if (other != kNone) return other;
    return add(noun, owner);
  }

  std::uint32_t related_partner(std::uint32_t owner, bool former) const {
    for (const Relation& relation : g_.relations) {
      if (!is_partner_key(relation.key) || relation.former != former) continue;
      if (relation.owner == owner) return relation.person;
      if (relation.person == owner) return relation.owner;
    }
    return kNone;
  }

  std::uint32_t other_parent(std::uint32_t owner, Agreement agrees) const {
    if (!is_parent(g_.people[owner]) && !is_main_adult(owner)) return kNone;
    const std::uint32_t parent = only([&](std::uint32_t p) {
      return p != owner && is_parent(g_.people[p]) && compatible(agreement_of(g_.people[p]), agrees);
    });
    if (parent != kNone) return parent;
    return only([&](std::uint32_t p) {
      return p != owner && is_main_adult(p) && compatible(agreement_of(g_.people[p]), agrees);
    });
  }

  static bool is_parent(const Known& known) {
    return known.has("mother") || known.has("father") || known.has("parent") || known.has("stepfather") ||
           known.has("stepmother");
  }

  // A named grown-up of whom nothing says that they are someone else than a parent or partner.
  bool is_main_adult(std::uint32_t p) const {
    const Known& known = g_.people[p];
    if (!known.named || known.professional || is_child(known) || p == g_.writer) return false;
    return std::all_of(known.keys.begin(), known.keys.end(), [&](const std::string& key) {
      const PersonNoun* noun = g_.words.noun_of_key(key);
      return noun == nullptr || noun->sort == NounSort::partner || noun->sort == NounSort::part ||
             key == "parent" || key == "mother" || key == "father";
    });
  }

  // "Mother", "the social worker", "the eldest", "a neighbour"
  std::uint32_t unowned(const FoundMention& mention) {
    const PersonNoun& noun = *mention.noun;
    if (noun.vague || noun.key == "parent") return kNone;
    const bool indefinite = mention.reference == Reference::indefinite;
    switch (noun.sort) {
      case NounSort::part:
        return indefinite ? kNone : by_part(noun);
      case NounSort::child: {
        if (indefinite) return kNone;
        const std::uint32_t one = child(noun, kNone);
        if (one != kNone || count_children() > 0 || mention.reference == Reference::bare) return one;
        return add_child(noun, kNone);
      }
      case NounSort::kin:
        if (indefinite) return add_someone(mention);
        if (const std::uint32_t one = family_member(noun); one != kNone) return one;
        return mention.possessor != kNone || all_with(noun.key).empty() ? add_kin(mention) : kNone;
      case NounSort::partner:
        return indefinite ? add_someone(mention) : by_partner(mention);
      default:
        break;
    }
    const People people = all_with(noun.key);
    if (indefinite) return people.empty() ? add(noun, kNone) : kNone;
    if (people.size() == 1) return people.front();
    if (people.size() > 1) return discourse_.latest_of(people);
    return add(noun, kNone);
  }

  // "a cousin", "a previous partner": somebody of whom nothing else is known. "A mother" may be anyone.
  std::uint32_t add_someone(const FoundMention& mention) {
    const PersonNoun& noun = *mention.noun;
    if (noun.key == "mother" || noun.key == "father" || noun.generation == Generation::child ||
        (noun.sort == NounSort::partner && !former_) || mention.plural)
      return kNone;
    const Upos next = g_.analysis.tokens[mention.head].upos;
    if (next != Upos::NOUN || g_.clauses.at_predicate[mention.head] != kNone) return kNone;
    const PersonNoun* relative = g_.words.noun_of_key("relative");
    return relative == nullptr ? kNone : add(*relative, kNone);
  }

  std::uint32_t add_kin(const FoundMention& mention) {
    // "his mother" where it isn't clear whose: no one can be made of that.
    if (mention.possessor != kNone && g_.meant[mention.possessor].empty() &&
        g_.found[mention.possessor].kind == MentionKind::pronoun && !g_.found[mention.possessor].plural)
      return kNone;
    return add(*mention.noun, kNone);
  }

  std::uint32_t by_part(const PersonNoun& noun) const {
    const std::uint32_t keyed = only_with(noun.key);
    if (keyed != kNone || noun.role == Role::unknown) return keyed;
    return only([&](std::uint32_t p) {
      const auto& claims = g_.people[p].claims;
      return std::any_of(claims.begin(), claims.end(),
                         [&](const RoleClaim& c) { return c.role == noun.role; });
    });
  }

  std::uint32_t by_partner(const FoundMention& mention) {
    const PersonNoun& noun = *mention.noun;
    const std::uint32_t called = only([&](std::uint32_t p) {
      return compatible(agreement_of(g_.people[p]), noun.agrees) &&
             std::any_of(g_.people[p].keys.begin(), g_.people[p].keys.end(), is_partner_key);
    });
    if (called != kNone) return called;
    return mention.possessor == kNone && mention.reference == Reference::bare && mention.plural
               ? kNone
               : add_partner(mention);
  }

  std::uint32_t add_partner(const FoundMention& mention) {
    if (mention.possessor != kNone) return kNone;
    return all_with(mention.noun->key).empty() ? add(*mention.noun, kNone) : kNone;
  }

  // ---- Groups

  People group(const FoundMention& mention) const {
    if (mention.noun == nullptr || mention.reference == Reference::generic) return {};
    if (mention.noun->sort == NounSort::group && mention.noun->key == "children") return children(mention);
    if (mention.noun->sort == NounSort::child) return children(mention);
    if (mention.noun->key == "parents") return parents();
    if (mention.noun->key == "grandparents") return grandparents(mention);
    return {};
  }

  People children(const FoundMention& mention) const {
    const std::string word = fold(g_.form(mention.words.end - 1));
    Agreement agrees = Agreement::unknown;
    if (word == "boys" || word == "sons" || word == "brothers") agrees = Agreement::he;
    if (word == "girls" || word == "daughters" || word == "sisters") agrees = Agreement::she;
    // Whose brothers they are isn't told by the number of the family's boys.
    if (word == "brothers" || word == "sisters" || word == "siblings")
      if (mention.possessor != kNone) return {};
    People out;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      if (is_child(g_.people[p]) && (agrees == Agreement::unknown || agreement_of(g_.people[p]) == agrees))
        out.push_back(p);
    return out;
  }

  People parents() const {
    People out;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      if (g_.people[p].has("mother") || g_.people[p].has("father") || g_.people[p].has("parent"))
        out.push_back(p);
    if (out.size() == 2) return out;
    out.clear();
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      if (is_main_adult(p)) out.push_back(p);
    return out.size() == 2 ? out : People{};
  }

  People grandparents(const FoundMention& mention) const {
    const std::string words = fold(words_of(g_.document, g_.analysis, mention.words));
    People out;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      for (const std::string_view key :
           {"maternal grandmother", "maternal grandfather", "paternal grandmother", "paternal grandfather",
            "grandmother", "grandfather"})
        if (g_.people[p].has(key) && (words == "grandparents" || key.substr(0, 8) == words.substr(0, 8)))
          out.push_back(p);
    return out.size() == 2 ? out : People{};
  }

  Gathering& g_;
  Discourse discourse_;
  std::vector<std::uint32_t> tie_of_noun_;
  bool former_ = false;  // whether the noun that is being resolved speaks of the past
  std::string words_;    // and its words, folded
};

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
    if (second != kNone && counts_[best] < 4 * counts_[second]) return;
    g_.people[best].add_key(key);
    g_.people[best].generation = Generation::adult;
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
             key == "wife";
    });
  }

  Gathering& g_;
  std::vector<std::uint32_t> counts_;
};

}  // namespace

// Linear in the relations of one report, which are few.
std::uint32_t related(const Gathering& g, std::uint32_t owner, std::string_view key) {
  for (const Relation& relation : g.relations) {
    if (relation.owner == owner && relation.key == key) return relation.person;
    if (relation.person == owner && is_partner_key(key) && is_partner_key(relation.key))
      return relation.owner;
  }
  return kNone;
}

void settle_parents(Gathering& gathering) { ParentSettler(gathering).run(); }
void resolve_mentions(Gathering& gathering) { Resolver(gathering).run(); }

}  // namespace onus
