#pragma once

#include <string>
#include <vector>

#include "language/clauses.h"
#include "people/cast.h"
#include "people/events.h"
#include "reading/document.h"

// Roles from what is declared, stated and told, in this order of weight. Gender, kinship, title and surname
// decide nothing; neither do an arrest or a single act.
namespace onus {

// Adds a claim and keeps the claims in the order of their weight. The same role is claimed once, with the
// stronger basis.
void add_claim(std::vector<RoleClaim>&, const RoleClaim&);

// Gives declared people their roles and returns what the user has to be told: names that aren't in the
// report, names declared twice, declarations that go against what the report states.
std::vector<std::string> declare_roles(Cast&, const Declarations&);

// Convictions, charges, orders, bail conditions, and abuse that is said to be somebody's.
void state_roles(const Document&, const Analysis&, const Clauses&, Cast&);

// How much of what a report tells of one person reads like acts of abuse, in whatever words, before anyone's
// role is known (act_likeness.h).
struct Resemblance {
  std::size_t acts = 0;                // clauses
  std::size_t kinds = 0;               // tactics among them
  std::size_t aimed = 0;               // those that are done to somebody of the family
  std::vector<std::uint32_t> tellers;  // for each clause who says so, index in Cast::people or kNone
  std::size_t blamed = 0;              // how often they are spoken of as survivors are blamed (blamed.h)
};

// The pattern that the events tell: several abusive acts with one agent, and whom they were done to. Where
// acts are told of both sides in like number, nothing is concluded. `resemblances`: for each person.
void tell_roles(Cast&, const std::vector<Event>&, const std::vector<Resemblance>& resemblances);

// Whom the acts of those who are known by now to use violence are done to, where tell_roles didn't know it.
void tell_survivors(Cast&, const std::vector<Event>&);

}  // namespace onus
