#include "people/kinship.h"

#include <algorithm>

#include "text/closed_list.h"

namespace onus {
namespace {

bool means_parent(std::string_view key) { return one_of(key, {"mother", "father", "parent"}); }
bool means_child(std::string_view key) {
  return one_of(key, {"son", "daughter", "child", "boy", "girl", "baby"});
}
bool means_sibling(std::string_view key) { return one_of(key, {"brother", "sister", "sibling"}); }

void add(std::vector<std::uint32_t>& people, std::uint32_t person) {
  if (std::find(people.begin(), people.end(), person) == people.end()) people.push_back(person);
}

}  // namespace

Kinship::People Kinship::parents(std::uint32_t person) const {
  People out;
  for (const Relation& relation : g_.relations) {
    if (relation.owner == person && means_parent(relation.key)) add(out, relation.person);
    if (relation.person == person && means_child(relation.key)) add(out, relation.owner);
  }
  if (!is_child(g_.people[person])) return out;
  // "the mother" is the children's.
  for (std::uint32_t p = 0; p < g_.people.size(); ++p)
    if (p != person && (g_.people[p].has("mother") || g_.people[p].has("father"))) add(out, p);
  return out;
}

Kinship::People Kinship::children(std::uint32_t person) const {
  People out;
  for (const Relation& relation : g_.relations) {
    if (relation.person == person && means_parent(relation.key)) add(out, relation.owner);
    if (relation.owner == person && means_child(relation.key)) add(out, relation.person);
  }
  return out;
}

Kinship::People Kinship::siblings(std::uint32_t person) const {
  People out;
  for (const Relation& relation : g_.relations) {
    if (!means_sibling(relation.key)) continue;
    if (relation.owner == person) add(out, relation.person);
    if (relation.person == person) add(out, relation.owner);
  }
  // The uncle of one's child.
  for (const Relation& relation : g_.relations)
    if (one_of(relation.key, {"uncle", "aunt"}) && relation.person != person && relation.owner != person) {
      const People of_child = parents(relation.owner);
      const auto parent = std::find(of_child.begin(), of_child.end(), person);
      if (parent != of_child.end() && is_child(g_.people[relation.owner])) add(out, relation.person);
    }
  for (const std::uint32_t parent : parents(person))
    for (const std::uint32_t child : children(parent))
      if (child != person) add(out, child);
  return out;
}

Kinship::People Kinship::grandparents(std::uint32_t person) const {
  People out;
  for (const Relation& relation : g_.relations) {
    if (relation.owner == person && relation.key.find("grand") != std::string::npos)
      add(out, relation.person);
    if (relation.person == person && one_of(relation.key, {"grandson", "granddaughter", "grandchild"}))
      add(out, relation.owner);
  }
  for (const std::uint32_t parent : parents(person))
    for (const std::uint32_t p : parents(parent)) add(out, p);
  if (is_child(g_.people[person]))
    for (std::uint32_t p = 0; p < g_.people.size(); ++p)
      if (g_.people[p].has("grandmother") || g_.people[p].has("grandfather")) add(out, p);
  return out;
}

Kinship::People Kinship::of(std::uint32_t owner, std::string_view key) const {
  if (means_parent(key)) return parents(owner);
  if (means_child(key)) return children(owner);
  if (means_sibling(key)) return siblings(owner);
  if (key == "grandmother" || key == "grandfather" || key == "grandparent") return grandparents(owner);
  People out;
  if (key == "uncle" || key == "aunt") {
    const People own = parents(owner);
    for (const std::uint32_t parent : own)
      for (const std::uint32_t p : siblings(parent)) add(out, p);
    for (const std::uint32_t elder : grandparents(owner))
      for (const std::uint32_t p : children(elder)) add(out, p);
    std::erase_if(out, [&](std::uint32_t p) {
      return is_child(g_.people[p]) || std::find(own.begin(), own.end(), p) != own.end();
    });
  } else if (one_of(key, {"grandson", "granddaughter", "grandchild"})) {
    for (const std::uint32_t child : children(owner))
      for (const std::uint32_t p : children(child)) add(out, p);
  } else if (key == "nephew" || key == "niece") {
    for (const std::uint32_t sibling : siblings(owner))
      for (const std::uint32_t p : children(sibling)) add(out, p);
  }
  return out;
}

std::uint32_t Kinship::only_among(People people, std::uint32_t owner, const PersonNoun& noun) const {
  std::erase_if(people, [&](std::uint32_t p) {
    return p == owner || !compatible(agreement_of(g_.people[p]), noun.agrees);
  });
  if (people.size() > 1 && noun.agrees != Agreement::unknown) {
    const auto sure = [&](std::uint32_t p) { return agreement_of(g_.people[p]) == noun.agrees; };
    if (std::count_if(people.begin(), people.end(), sure) == 1)
      return *std::find_if(people.begin(), people.end(), sure);
  }
  return people.size() == 1 ? people.front() : kNone;
}

std::uint32_t Kinship::only(std::uint32_t owner, const PersonNoun& noun) const {
  return only_among(of(owner, noun.key), owner, noun);
}

std::uint32_t Kinship::only_of_children(const PersonNoun& noun) const {
  if (means_child(noun.key) || means_sibling(noun.key) || means_parent(noun.key)) return kNone;
  People all;
  for (std::uint32_t child = 0; child < g_.people.size(); ++child)
    if (is_child(g_.people[child]))
      for (const std::uint32_t p : of(child, noun.key)) add(all, p);
  return only_among(all, kNone, noun);
}

// The mother of a father is the paternal grandmother; empty where no such word is known.
std::string side_of_family(const Known& owner, std::string_view key) {
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

}  // namespace onus
