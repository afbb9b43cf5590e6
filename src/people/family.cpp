#include "people/family.h"

#include <algorithm>
#include <array>

namespace onus {
namespace {

constexpr std::array<std::string_view, 5> kPartners{"husband", "wife", "boyfriend", "girlfriend", "partner"};

bool is_parent(const Known& known) {
  return known.has("mother") || known.has("father") || known.has("parent") || known.has("stepfather") ||
         known.has("stepmother");
}

}  // namespace

bool is_partner_key(std::string_view key) {
  return std::find(kPartners.begin(), kPartners.end(), key) != kPartners.end();
}

// Linear in the relations of one report, which are few.
std::uint32_t related(const Gathering& g, std::uint32_t owner, std::string_view key) {
  for (const Relation& relation : g.relations) {
    if (relation.owner == owner && relation.key == key) return relation.person;
    if (relation.person == owner && is_partner_key(key) && is_partner_key(relation.key))
      return relation.owner;
  }
  return kNone;
}

std::uint32_t Family::only_with(std::string_view key, std::uint32_t except) const {
  return only([&](std::uint32_t p) { return p != except && g_.people[p].has(key); });
}

std::vector<std::uint32_t> Family::all_with(std::string_view key) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    if (g_.people[p].has(key)) out.push_back(p);
  return out;
}

int Family::count_children() const {
  return static_cast<int>(std::count_if(g_.people.begin(), g_.people.end(), is_child));
}

// "her son" where Mrs Baird is Mr Baird's mother.
std::uint32_t Family::grown_child(std::uint32_t owner, Agreement agrees) const {
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

bool Family::no_child_agrees(Agreement agrees) const {
  return std::none_of(g_.people.begin(), g_.people.end(), [&](const Known& known) {
    return is_child(known) && compatible(agreement_of(known), agrees);
  });
}

// "the boy", "her daughter", "the eldest": the one child whom the noun fits.
std::uint32_t Family::child(const PersonNoun& noun, std::uint32_t owner) const {
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

std::uint32_t Family::by_age(bool eldest) const {
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

std::uint32_t Family::related_partner(std::uint32_t owner, bool former) const {
  for (const Relation& relation : g_.relations) {
    if (!is_partner_key(relation.key) || relation.former != former) continue;
    if (relation.owner == owner) return relation.person;
    if (relation.person == owner) return relation.owner;
  }
  return kNone;
}

// One whom the report calls somebody's partner.
std::uint32_t Family::called_partner(Agreement agrees, std::uint32_t except) const {
  return only([&](std::uint32_t p) {
    return p != except && compatible(agreement_of(g_.people[p]), agrees) &&
           std::any_of(g_.people[p].keys.begin(), g_.people[p].keys.end(), is_partner_key);
  });
}

std::uint32_t Family::one_of_couple(Agreement agrees) const {
  const std::vector<std::uint32_t> couple = parents();
  if (couple.size() != 2 || agrees == Agreement::unknown) return kNone;
  const auto fits = [&](std::uint32_t p) { return agreement_of(g_.people[p]) == agrees; };
  if (fits(couple[0]) == fits(couple[1])) return kNone;
  return fits(couple[0]) ? couple[0] : couple[1];
}

std::uint32_t Family::other_parent(std::uint32_t owner, Agreement agrees) const {
  if (!is_parent(g_.people[owner]) && !is_main_adult(owner)) return kNone;
  const std::uint32_t parent = only([&](std::uint32_t p) {
    return p != owner && is_parent(g_.people[p]) && compatible(agreement_of(g_.people[p]), agrees);
  });
  if (parent != kNone) return parent;
  return only([&](std::uint32_t p) {
    return p != owner && is_main_adult(p) && compatible(agreement_of(g_.people[p]), agrees);
  });
}

// A named grown-up of whom nothing says that they are someone else than a parent or partner.
bool Family::is_main_adult(std::uint32_t p) const {
  const Known& known = g_.people[p];
  if (!known.named || known.professional || is_child(known) || p == g_.writer) return false;
  return std::all_of(known.keys.begin(), known.keys.end(), [&](const std::string& key) {
    const PersonNoun* noun = g_.words.noun_of_key(key);
    return noun == nullptr || noun->sort == NounSort::partner || noun->sort == NounSort::part ||
           key == "parent" || key == "mother" || key == "father";
  });
}

std::vector<std::uint32_t> Family::group(const FoundMention& mention) const {
  if (mention.noun == nullptr || mention.reference == Reference::generic) return {};
  if (mention.noun->sort == NounSort::group && mention.noun->key == "children") return children(mention);
  if (mention.noun->sort == NounSort::child) return children(mention);
  if (mention.noun->key == "parents") return parents();
  if (mention.noun->key == "grandparents") return grandparents(mention);
  return {};
}

std::vector<std::uint32_t> Family::children(const FoundMention& mention) const {
  const std::string word = fold(g_.form(mention.words.end - 1));
  Agreement agrees = Agreement::unknown;
  if (word == "boys" || word == "sons" || word == "brothers") agrees = Agreement::he;
  if (word == "girls" || word == "daughters" || word == "sisters") agrees = Agreement::she;
  // Whose brothers they are isn't told by the number of the family's boys.
  if (word == "brothers" || word == "sisters" || word == "siblings")
    if (mention.possessor != kNone) return {};
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    if (is_child(g_.people[p]) && (agrees == Agreement::unknown || agreement_of(g_.people[p]) == agrees))
      out.push_back(p);
  return out;
}

std::vector<std::uint32_t> Family::parents() const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    if (g_.people[p].has("mother") || g_.people[p].has("father") || g_.people[p].has("parent"))
      out.push_back(p);
  if (out.size() == 2) return out;
  out.clear();
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    if (is_main_adult(p)) out.push_back(p);
  return out.size() == 2 ? out : std::vector<std::uint32_t>{};
}

std::vector<std::uint32_t> Family::grandparents(const FoundMention& mention) const {
  const std::string words = fold(words_of(g_.document, g_.analysis, mention.words));
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    for (const std::string_view key : {"maternal grandmother", "maternal grandfather", "paternal grandmother",
                                       "paternal grandfather", "grandmother", "grandfather"})
      if (g_.people[p].has(key) && (words == "grandparents" || key.substr(0, 8) == words.substr(0, 8)))
        out.push_back(p);
  return out.size() == 2 ? out : std::vector<std::uint32_t>{};
}

}  // namespace onus
