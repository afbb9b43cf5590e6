#include "components/evidence.h"

#include <algorithm>
#include <set>

#include "components/wordings.h"
#include "rules/wording.h"
#include "text/fold.h"

namespace onus {

void put_in_order(const Narrative& narrative, std::vector<Evidence>& evidence) {
  std::stable_sort(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<Evidence> kept;
  std::set<std::string> words;
  for (Evidence& piece : evidence) {
    if (!kept.empty() && kept.back().span.overlaps(piece.span)) {
      if (piece.span.size() > kept.back().span.size()) kept.back() = std::move(piece);
    } else if (words.insert(lower(narrative.text(piece.span))).second) {
      kept.push_back(std::move(piece));
    }
  }
  evidence = std::move(kept);
}

void add_all(std::vector<Evidence>& evidence, const std::vector<const Sighting*>& sightings) {
  for (const Sighting* sighting : sightings) evidence.push_back({sighting->span, sighting->indicator->name});
}

std::vector<std::uint32_t> named_children(const Cast& cast) {
  std::vector<std::uint32_t> named;
  for (const std::uint32_t child : people_in(cast, Role::child))
    if (std::any_of(cast.mentions.begin(), cast.mentions.end(), [&](const Mention& mention) {
          return mention.kind == MentionKind::name && mention.people.size() == 1 &&
                 mention.people.front() == child;
        }))
      named.push_back(child);
  return named;
}

Names family_names(const Cast& cast) {
  const Names names = names_in(cast);
  std::vector<std::string> children;
  for (const std::uint32_t child : named_children(cast)) children.push_back(cast.people[child].name);
  return {names.survivor, names.perpetrator, children.empty() ? say(Wording::the_children) : listed(children),
          children.size() != 1};
}

}  // namespace onus
