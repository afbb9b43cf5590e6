#include "people/noun_reference.h"

#include <algorithm>
#include <array>

#include "people/kinship.h"
#include "text/closed_list.h"

namespace onus {

NounReference::NounReference(Gathering& gathering, const Discourse& discourse)
    : g_(gathering), discourse_(discourse), family_(gathering) {
  tie_of_noun_.assign(g_.found.size(), kNone);
  for (std::uint32_t t = 0; t < g_.analysis.tokens.size() && !have_parted_; ++t)
    have_parted_ = one_of(g_.analysis.lemma(t), {"separate", "separation", "divorce", "split", "estranged",
                                                 "part", "breakup", "break-up"}) &&
                   g_.analysis.tokens[t].upos != Upos::ADJ &&
                   !(g_.analysis.lemma(t) == "part" && g_.analysis.tokens[t].upos != Upos::VERB);
  for (std::uint32_t t = 0; t < g_.ties.size(); ++t)
    if (g_.ties[t].noun_mention != kNone) tie_of_noun_[g_.ties[t].noun_mention] = t;
}

void NounReference::resolve(std::uint32_t i) {
  const FoundMention& mention = g_.found[i];
  before_ =
      mention.words.begin > mention.tokens.begin ? fold(g_.form(mention.words.begin - 1)) : std::string{};
  former_ = is_former(words_of(g_.document, g_.analysis, mention.words)) ||
            one_of(before_, {"former", "previous", "earlier", "past"});
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
  if (mention.reference == Reference::generic || is_pretence(mention)) return;
  if (const std::uint32_t subject = said_to_be(mention); subject != kNone) {
    g_.meant[i] = {subject};
    learn_relation(owner, *mention.noun, subject);
    if (owner == kNone) g_.people[subject].add_key(mention.noun->key);
    return;
  }
  const std::uint32_t person = owner != kNone ? owned(owner, mention) : unowned(mention);
  if (person != kNone) g_.meant[i] = {person};
}

// "pretending to be my solicitor": nobody.
bool NounReference::is_pretence(const FoundMention& mention) const {
  const std::uint32_t c = g_.clauses.at_predicate[mention.head];
  if (c != kNone && g_.clauses.all[c].copular && g_.clauses.all[c].governor != kNone)
    return one_of(g_.analysis.lemma(g_.clauses.all[g_.clauses.all[c].governor].predicate),
                  {"pretend", "claim", "pose", "want", "hope", "wish"});
  return case_of(g_.analysis, g_.clauses, mention.head) == "as" &&
         one_of(g_.analysis.lemma(g_.analysis.tokens[mention.head].head), {"pose", "masquerade"});
}

// "I am the mother of Asha", "she is Ewan's aunt": the subject.
std::uint32_t NounReference::said_to_be(const FoundMention& mention) const {
  // "He is Ivy's father and Xavier's stepfather."
  const Token& head = g_.analysis.tokens[mention.head];
  const bool joined = g_.clauses.at_predicate[mention.head] == kNone && head.deprel == Deprel::conj;
  const std::uint32_t c = g_.clauses.at_predicate[joined ? head.head : mention.head];
  if (c == kNone || mention.reference == Reference::indefinite || mention.quoted) return kNone;
  const Clause& clause = g_.clauses.all[c];
  if (!clause.copular || clause.negated || clause.subject == kNone || clause.modality != Modality::none)
    return kNone;
  const auto subject = std::lower_bound(g_.found.begin(), g_.found.end(), clause.subject,
                                        [](const FoundMention& m, std::uint32_t at) { return m.head < at; });
  if (subject == g_.found.end() || subject->head != clause.subject) return kNone;
  const auto& people = g_.meant[static_cast<std::size_t>(subject - g_.found.begin())];
  if (people.size() != 1 || mention.noun->vague || mention.noun->sort == NounSort::part) return kNone;
  return compatible(agreement_of(g_.people[people.front()]), mention.noun->agrees) ? people.front() : kNone;
}

std::uint32_t NounReference::owner_of(const FoundMention& mention) const {
  if (mention.possessor == kNone) return kNone;
  const auto& owners = g_.meant[mention.possessor];
  return owners.size() == 1 ? owners.front() : kNone;
}

void NounReference::learn_relation(std::uint32_t owner, const PersonNoun& noun, std::uint32_t person) {
  if (owner == kNone || owner == person) return;
  g_.relations.push_back({owner, noun.key, person, former_});
  Known& known = g_.people[person];
  if (known.agrees == Agreement::unknown) known.agrees = noun.agrees;
  if (noun.sort == NounSort::kin && is_child(g_.people[owner])) known.add_key(noun.key);
  if (const std::string key = side_of_family(g_.people[owner], noun.key); !key.empty()) known.add_key(key);
}

std::uint32_t NounReference::add(const PersonNoun& noun, std::uint32_t owner) {
  if (g_.people.size() >= kMostPeople) return kNone;
  Known known;
  known.agrees = noun.agrees;
  known.generation = noun.generation;
  known.professional = noun.sort == NounSort::professional;
  const auto person = static_cast<std::uint32_t>(g_.people.size());
  const std::string key = owner == kNone ? std::string{} : side_of_family(g_.people[owner], noun.key);
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
std::uint32_t NounReference::owned(std::uint32_t owner, const FoundMention& mention) {
  const PersonNoun& noun = *mention.noun;
  if (noun.sort != NounSort::partner)
    if (const std::uint32_t known = related(g_, owner, noun.key); known != kNone) return known;
  if (noun.sort == NounSort::kin || noun.sort == NounSort::child)
    if (const std::uint32_t kin = Kinship(g_).only(owner, noun); kin != kNone) return kin;
  if (noun.sort == NounSort::child)
    if (const std::uint32_t grown = family_.grown_child(owner, noun.agrees); grown != kNone) return grown;
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
  // "rang her employer"
  if (noun.sort == NounSort::other && !acts_or_is_told(mention)) return kNone;
  const std::uint32_t one = family_.only_with(noun.key, owner);
  if (one != kNone && noun.sort == NounSort::professional) return one;
  return add(noun, owner);
}

std::uint32_t NounReference::kin_of(std::uint32_t owner, const FoundMention& mention) {
  const PersonNoun& noun = *mention.noun;
  const Known& known = g_.people[owner];
  const bool grown = known.generation == Generation::adult || known.professional;
  if (noun.key == "parent") return kNone;
  // The mother of a named child who isn't one of the family's.
  if (!grown && known.named && !is_child(known) && family_.count_children() > 0 && known.words.empty() &&
      (noun.key == "mother" || noun.key == "father") && !family_.all_with(noun.key).empty())
    return add(*g_.words.noun_of_key("relative"), owner);
  if (noun.key == "brother" || noun.key == "sister" || noun.key == "sibling") return sibling_of(owner, noun);
  if (!grown) {
    if (const std::uint32_t one = family_member(noun); one != kNone && !is_of_another(one, owner, noun))
      return one;
  } else if (const std::string key = side_of_family(known, noun.key); !key.empty()) {
    if (const std::uint32_t one = family_.only_with(key, owner); one != kNone) return one;
  } else if (noun.key != "mother" && noun.key != "father") {
    if (const std::uint32_t one = family_member(noun); one != kNone && one != owner) return one;
  }
  return add(noun, owner);
}

// "Lena's mum", "Marco's mother": of two grown-ups, so two people.
bool NounReference::is_of_another(std::uint32_t person, std::uint32_t owner, const PersonNoun& noun) const {
  return std::any_of(g_.relations.begin(), g_.relations.end(), [&](const Relation& relation) {
    return relation.person == person && relation.key == noun.key && relation.owner != owner &&
           relation.owner != kNone && !is_child(g_.people[relation.owner]) && !is_child(g_.people[owner]) &&
           g_.people[relation.owner].named && g_.people[owner].named;
  });
}

std::uint32_t NounReference::sibling_of(std::uint32_t owner, const PersonNoun& noun) {
  const bool child = is_child(g_.people[owner]);
  if (child) {
    // "Kwabena Asare, 26 | Adult brother"
    if (const std::uint32_t called = family_.only_with(noun.key, owner); called != kNone) return called;
    const std::uint32_t one = family_.only([&](std::uint32_t p) {
      return p != owner && is_child(g_.people[p]) && compatible(agreement_of(g_.people[p]), noun.agrees);
    });
    if (one != kNone) return one;
    if (family_.count_children() > 2) return kNone;
  }
  const std::uint32_t one = child ? kNone : family_.only_with(noun.key, owner);
  return one != kNone ? one : add(noun, owner);
}

// Two mothers, one of whom is "Mum" and the other "Mam".
std::uint32_t NounReference::by_word(const std::vector<std::uint32_t>& people) const {
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
std::uint32_t NounReference::by_label(const std::vector<std::uint32_t>& people) const {
  for (const Tie& tie : g_.ties)
    if (tie.defines && g_.candidates[tie.name].size() == 1 && tie.noun_mention != kNone &&
        fold_words(words_of(g_.document, g_.analysis, g_.found[tie.noun_mention].words)) == words_)
      return g_.candidates[tie.name].front();
  return discourse_.latest_of(people);
}

// Someone of the children's family by a noun of kinship, also where the nouns differ a little.
std::uint32_t NounReference::family_member(const PersonNoun& noun) const {
  const std::vector<std::uint32_t> people = family_.all_with(noun.key);
  if (people.size() == 1) return people.front();
  if (people.size() > 1) return by_word(people);
  const auto either = [&](std::string_view a, std::string_view b) {
    return family_.only([&](std::uint32_t p) { return g_.people[p].has(a) || g_.people[p].has(b); });
  };
  for (const std::string_view key : {"grandmother", "grandfather", "aunt", "uncle"})
    if (noun.key == key)
      if (const auto one = either("maternal " + std::string(key), "paternal " + std::string(key));
          one != kNone)
        return one;
  if (const std::uint32_t kin = Kinship(g_).only_of_children(noun); kin != kNone) return kin;
  if (noun.key == "maternal grandmother" || noun.key == "paternal grandmother")
    return family_.only_with("grandmother");
  if (noun.key == "maternal grandfather" || noun.key == "paternal grandfather")
    return family_.only_with("grandfather");
  return kNone;
}

std::uint32_t NounReference::child_of(std::uint32_t owner, const FoundMention& mention) {
  const PersonNoun& noun = *mention.noun;
  if (mention.reference == Reference::indefinite) return kNone;
  const std::uint32_t one = family_.child(noun, owner);
  if (one != kNone) return one;
  return family_.count_children() == 0 || family_.no_child_agrees(noun.agrees) ? add_child(noun, owner)
                                                                               : kNone;
}

std::uint32_t NounReference::add_child(const PersonNoun& noun, std::uint32_t owner) {
  const std::uint32_t person = add(noun, owner);
  if (person == kNone) return kNone;
  if (owner == kNone || g_.people[owner].has("mother") || g_.people[owner].has("father") ||
      noun.generation == Generation::child)
    g_.people[person].generation = Generation::child;
  return person;
}

std::uint32_t NounReference::partner_of(std::uint32_t owner, const PersonNoun& noun) {
  if (noun.key == "new partner") return add(noun, owner);
  if (former_) return former_partner_of(owner, noun);
  if (is_bystander(owner)) return add(noun, owner);
  if (const std::uint32_t known = family_.related_partner(owner, false); known != kNone) return known;
  std::uint32_t other = family_.other_parent(owner, noun.agrees);
  if (other != kNone && (are_kin(owner, other) || is_other_than(other, noun))) other = kNone;
  if (other != kNone) return other;
  if (const std::uint32_t known = family_.related_partner(owner, true); known != kNone) return known;
  // One whom the report calls somebody's partner, or the other parent.
  const std::uint32_t called = family_.called_partner(noun.agrees, owner);
  if (called != kNone) return called;
  return add(noun, owner);
}

// "Mrs Akhtar's husband", of a neighbour who is named now and then: neither of the couple of whom the report
// tells.
bool NounReference::is_bystander(std::uint32_t owner) const {
  constexpr std::uint32_t kRarely = 3;
  const Known& known = g_.people[owner];
  if (is_relative(known)) return true;
  if (!known.named || !known.keys.empty() || !known.claims.empty() || owner == g_.writer || is_child(known))
    return false;
  const bool related = std::ranges::any_of(g_.relations, [&](const Relation& relation) {
    return relation.person == owner || relation.owner == owner;
  });
  std::uint32_t most = 0;
  for (const Known& other : g_.people) most = std::max(most, other.named_times);
  return !related && known.named_times * kRarely <= most;
}

// "the husband of her sister": of one who is only known as somebody's kin or friend, and isn't a parent.
bool NounReference::is_relative(const Known& known) const {
  static constexpr std::array<std::string_view, 6> kin{"sister", "brother", "aunt",
                                                       "uncle",  "cousin",  "relative"};
  return !known.named && !known.keys.empty() && std::ranges::all_of(known.keys, [&](const std::string& key) {
    const PersonNoun* noun = g_.words.noun_of_key(key);
    return noun != nullptr && (noun->sort == NounSort::other || one_of(key, kin));
  });
}

// "her previous partner": whoever the report says was one. Where it tells of somebody's partner now, or of
// the other parent, and of no separation, that is somebody else of whom nothing is known.
std::uint32_t NounReference::former_partner_of(std::uint32_t owner, const PersonNoun& noun) {
  const std::uint32_t former = family_.related_partner(owner, true);
  if (former != kNone) return is_same_partner(owner, former, noun) ? former : kNone;
  std::uint32_t present = family_.other_parent(owner, noun.agrees);
  if (present == kNone || are_kin(owner, present)) present = family_.related_partner(owner, false);
  if (present == kNone) present = family_.called_partner(noun.agrees, owner);
  if (present == kNone) return add(noun, owner);
  return !is_earlier() && (have_parted_ || !has_place(present)) ? present : add_former(owner);
}

// Whether the report says what someone is to the family now: a parent, somebody's partner.
bool NounReference::has_place(std::uint32_t person) const {
  return std::any_of(g_.people[person].keys.begin(), g_.people[person].keys.end(),
                     [&](const std::string& key) {
                       const PersonNoun* noun = g_.words.noun_of_key(key);
                       return noun != nullptr &&
                              (noun->sort == NounSort::kin || noun->sort == NounSort::partner);
                     }) ||
         family_.related_partner(person, false) != kNone;
}

// "her ex-husband" isn't he of whom the report says that he was her boyfriend.
bool NounReference::is_same_partner(std::uint32_t owner, std::uint32_t former, const PersonNoun& noun) const {
  if (!compatible(agreement_of(g_.people[former]), noun.agrees)) return false;
  return noun.key == "partner" ||
         std::any_of(g_.relations.begin(), g_.relations.end(), [&](const Relation& relation) {
           return relation.former && (relation.key == "partner" || relation.key == noun.key) &&
                  ((relation.owner == owner && relation.person == former) ||
                   (relation.owner == former && relation.person == owner));
         });
}

// The mother's boyfriend where the report calls somebody the father: it may be he or not.
bool NounReference::is_other_than(std::uint32_t person, const PersonNoun& noun) const {
  return one_of(noun.key, {"boyfriend", "girlfriend"}) &&
         (g_.people[person].has("father") || g_.people[person].has("mother"));
}

// Somebody of the past, who is nobody's partner of those that the report tells of.
std::uint32_t NounReference::add_former(std::uint32_t owner) {
  const std::uint32_t person = add(*g_.words.noun_of_key("relative"), kNone);
  if (person != kNone && owner != kNone) g_.relations.push_back({owner, "partner", person, true});
  return person;
}

// "previous", where "ex-" may be the one from whom somebody has just parted.
bool NounReference::is_earlier() const {
  return words_.starts_with("previous ") || one_of(before_, {"previous", "earlier", "past"});
}

// A father and his daughter are nobody's husband and wife.
bool NounReference::are_kin(std::uint32_t one, std::uint32_t other) const {
  return std::any_of(g_.relations.begin(), g_.relations.end(), [&](const Relation& relation) {
    const PersonNoun* noun = g_.words.noun_of_key(relation.key);
    return noun != nullptr && (noun->sort == NounSort::kin || noun->sort == NounSort::child) &&
           ((relation.owner == one && relation.person == other) ||
            (relation.owner == other && relation.person == one));
  });
}

// "Mother", "the social worker", "the eldest", "a neighbour"
std::uint32_t NounReference::unowned(const FoundMention& mention) {
  const PersonNoun& noun = *mention.noun;
  if (noun.vague || noun.key == "parent") return kNone;
  const bool indefinite = mention.reference == Reference::indefinite;
  switch (noun.sort) {
    case NounSort::part:
      return indefinite ? kNone : by_part(noun);
    case NounSort::child: {
      if (indefinite) return is_others_child(mention) ? add_others_child(noun) : kNone;
      const std::uint32_t one = family_.child(noun, kNone);
      if (one != kNone || family_.count_children() > 0 || mention.reference == Reference::bare) return one;
      return add_child(noun, kNone);
    }
    case NounSort::kin:
      if (is_one_of_pair(mention)) return family_member(noun);
      if (indefinite) return add_someone(mention);
      if (const std::uint32_t own = of_child_who_tells(mention); own != kNone) return own;
      if (const std::uint32_t one = family_member(noun); one != kNone) return one;
      return mention.possessor != kNone || family_.all_with(noun.key).empty() ? add_kin(mention) : kNone;
    case NounSort::partner:
      return indefinite ? add_someone(mention) : by_partner(mention);
    default:
      break;
  }
  // "the pastor" of a report with a Pastor Okoro
  if (!indefinite)
    if (const auto one = family_.only([&](std::uint32_t p) { return g_.people[p].title == words_; });
        one != kNone)
      return one;
  const std::vector<std::uint32_t> people = family_.all_with(noun.key);
  if (indefinite) return people.empty() && acts_or_is_told(mention) ? add(noun, kNone) : kNone;
  if (people.size() == 1) return people.front();
  if (people.size() > 1) return discourse_.latest_of(people);
  return is_only_called(mention) ? kNone : add(noun, kNone);
}

// "Jack told his teacher that Daddy squeezed him", where the children have two fathers: Jack's.
std::uint32_t NounReference::of_child_who_tells(const FoundMention& mention) const {
  const Clause* clause = g_.clauses.around(mention.head);
  if (mention.possessor != kNone || clause == nullptr || clause->reported_by == kNone) return kNone;
  const std::uint32_t subject = g_.clauses.all[clause->reported_by].subject;
  const auto teller = std::ranges::lower_bound(g_.found, subject, {}, &FoundMention::head);
  if (subject == kNone || teller == g_.found.end() || teller->head != subject) return kNone;
  const auto& who = g_.meant[static_cast<std::size_t>(teller - g_.found.begin())];
  if (who.size() != 1 || !is_child(g_.people[who.front()])) return kNone;
  return related(g_, who.front(), mention.noun->key);
}

// "Brother and sister fight over the tablet"
bool NounReference::is_one_of_pair(const FoundMention& mention) const {
  if (mention.reference != Reference::bare || mention.possessor != kNone) return false;
  if (!one_of(mention.noun->key, {"brother", "sister", "sibling"})) return false;
  const auto joined = [&](std::uint32_t t) {
    return t < g_.analysis.tokens.size() && (g_.form(t) == "and" || g_.form(t) == "&");
  };
  return joined(mention.tokens.end) || (mention.tokens.begin > 0 && joined(mention.tokens.begin - 1));
}

// "with an interpreter", "registered with a dentist", "works as a carer": nobody of whom the report tells.
bool NounReference::acts_or_is_told(const FoundMention& mention) const {
  const bool service = mention.noun->sort == NounSort::professional || mention.noun->key == "trade" ||
                       mention.noun->key == "boss" || mention.noun->key == "lodger";
  if (!service) return true;
  if (is_only_called(mention)) return false;
  const Deprel relation = g_.analysis.tokens[mention.head].deprel;
  return is_subject(relation) || relation == Deprel::obl_agent || is_told(mention) ||
         (mention.noun->sort == NounSort::professional &&
          (relation == Deprel::obj || relation == Deprel::iobj));
}

// "described to a school counsellor how he …", "disclosed to her midwife"
bool NounReference::is_told(const FoundMention& mention) const {
  static constexpr std::array<std::string_view, 10> telling{
      "describe", "disclose", "speak", "talk", "say", "report", "mention", "admit", "confide", "explain"};
  const Token& head = g_.analysis.tokens[mention.head];
  const std::string_view preposition = case_of(g_.analysis, g_.clauses, mention.head);
  return mention.noun->sort == NounSort::professional && head.deprel == Deprel::obl &&
         (preposition == "to" || preposition == "in") && one_of(g_.analysis.lemma(head.head), telling);
}

// "He works nights as a therapist", "“so the judge can see”", "was a staff nurse in Cebu"
bool NounReference::is_only_called(const FoundMention& mention) const {
  const NounSort sort = mention.noun->sort;
  if (sort != NounSort::professional && sort != NounSort::other) return false;
  if (mention.quoted) return true;
  const std::uint32_t c = g_.clauses.at_predicate[mention.head];
  if (c != kNone && g_.clauses.all[c].copular) return true;
  if (mention.noun->key == "interpreter" && !is_subject(g_.analysis.tokens[mention.head].deprel)) return true;
  return mention.reference != Reference::definite && case_of(g_.analysis, g_.clauses, mention.head) == "as";
}

// "another lad", "a boy in his class", "a girl from school": a child of other people.
bool NounReference::is_others_child(const FoundMention& mention) const {
  static constexpr std::array<std::string_view, 4> where{"in", "from", "at", "of"};
  static constexpr std::array<std::string_view, 9> places{"class", "school", "nursery", "street", "year",
                                                          "grade", "team",   "club",    "park"};
  if (mention.plural || mention.quoted) return false;
  if (fold(g_.form(mention.tokens.begin)) == "another") return true;
  return std::ranges::any_of(g_.clauses.dependents(mention.head), [&](std::uint32_t t) {
    return t > mention.head && one_of(g_.analysis.lemma(t), places) &&
           one_of(case_of(g_.analysis, g_.clauses, t), where);
  });
}

std::uint32_t NounReference::add_others_child(const PersonNoun& noun) {
  const std::uint32_t person = add(*g_.words.noun_of_key("relative"), kNone);
  if (person != kNone) g_.people[person].agrees = noun.agrees;
  return person;
}

// "a cousin", "a previous partner": somebody of whom nothing else is known. "A mother" may be anyone.
std::uint32_t NounReference::add_someone(const FoundMention& mention) {
  const PersonNoun& noun = *mention.noun;
  if (noun.key == "mother" || noun.key == "father" || noun.generation == Generation::child ||
      (noun.sort == NounSort::partner && !former_) || mention.plural)
    return kNone;
  const Upos next = g_.analysis.tokens[mention.head].upos;
  if (next != Upos::NOUN || g_.clauses.at_predicate[mention.head] != kNone) return kNone;
  // "A former spouse is not an objective source": anybody's.
  const Clause* clause = g_.clauses.around(mention.head);
  if (clause != nullptr && clause->copular && clause->tense == Tense::pres && clause->subject == mention.head)
    return kNone;
  const PersonNoun* relative = g_.words.noun_of_key("relative");
  return relative == nullptr ? kNone : add(*relative, kNone);
}

std::uint32_t NounReference::add_kin(const FoundMention& mention) {
  // "his mother" where it isn't clear whose: no one can be made of that. "Her nan" is somebody's nan,
  // whosever.
  static constexpr std::array<std::string_view, 6> of_several{"mother", "father",  "brother",
                                                              "sister", "sibling", "parent"};
  if (one_of(mention.noun->key, of_several) && mention.possessor != kNone &&
      g_.meant[mention.possessor].empty() && g_.found[mention.possessor].kind == MentionKind::pronoun &&
      !g_.found[mention.possessor].plural)
    return kNone;
  return add(*mention.noun, kNone);
}

// "the victim", "the suspect", "IP": whoever is called so, or the one person on that side of the case. Where
// nobody is, whoever a report speaks of in this way again and again is somebody of its own.
std::uint32_t NounReference::by_part(const PersonNoun& noun) {
  const auto keyed = family_.all_with(noun.key);
  if (!keyed.empty()) return keyed.size() == 1 ? keyed.front() : kNone;
  const Role side = noun.role != Role::unknown ? noun.role : side_of(noun.key);
  if (side != Role::unknown) {
    const auto plays = [&](std::uint32_t p) {
      const auto& claims = g_.people[p].claims;
      return std::any_of(claims.begin(), claims.end(), [&](const RoleClaim& c) { return c.role == side; });
    };
    if (const std::uint32_t one = family_.only(plays); one != kNone) return one;
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      if (plays(p)) return kNone;
  }
  if (noun.role != Role::unknown || noun.key == "witness") return kNone;
  constexpr std::ptrdiff_t kAgainAndAgain = 3;
  const auto times = std::count_if(g_.found.begin(), g_.found.end(), [&](const FoundMention& m) {
    return m.noun != nullptr && m.noun->key == noun.key && m.kind == MentionKind::noun && !m.plural &&
           m.reference != Reference::indefinite && m.reference != Reference::generic;
  });
  return times < kAgainAndAgain ? kNone : add(noun, kNone);
}

// Those who are stated to be the victim and the perpetrator are the complainer and the accused of the same
// case; the other way round nothing follows.
Role NounReference::side_of(std::string_view key) {
  if (key == "complainer") return Role::non_offending_parent;
  return key == "accused" ? Role::perpetrator : Role::unknown;
}

std::uint32_t NounReference::by_partner(const FoundMention& mention) {
  const PersonNoun& noun = *mention.noun;
  // "husband of neighbour"
  if (mention.possessor != kNone && g_.found[mention.possessor].kind == MentionKind::noun) return kNone;
  // "assault on ex-partner, 2018": nobody's partner now.
  if (former_ && (is_earlier() || !have_parted_) && family_.is_couple()) return add_former(kNone);
  const std::uint32_t called = family_.called_partner(noun.agrees);
  if (called != kNone) return called;
  // "Husband sat outside in the van": one of the couple of whom the report tells.
  if (noun.key != "new partner" && !former_) {
    const std::uint32_t one = family_.one_of_couple(noun.agrees);
    if (one != kNone && !is_other_than(one, noun)) return one;
    if (mention.reference == Reference::bare && family_.is_couple()) return kNone;
  }
  return mention.possessor == kNone && mention.reference == Reference::bare && mention.plural
             ? kNone
             : add_partner(mention);
}

std::uint32_t NounReference::add_partner(const FoundMention& mention) {
  if (mention.possessor != kNone) return kNone;
  return family_.all_with(mention.noun->key).empty() ? add(*mention.noun, kNone) : kNone;
}

}  // namespace onus
