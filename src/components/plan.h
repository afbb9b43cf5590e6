#pragma once

#include <cstdint>
#include <vector>

#include "components/sightings.h"

namespace onus {

// One thing that somebody is to do, from a row of a plan table, an item of a list or a sentence.
struct PlanAction {
  ProseSpan span;                     // what is to be done
  std::vector<std::uint32_t> owners;  // indexes into Cast::people; none for an agency or nobody
  Role role = Role::unknown;          // that the owner plays; of several, unknown
  bool joint = false;                 // for both parents together
  bool about_abuse = false;           // it asks for something about the abuse
  bool behaviour = false;             // it, or how it will be known, is a change that somebody can see
  bool attendance = false;            // it is to attend, engage or be referred, and nothing else
  bool check = false;                 // someone looks whether it was done
  bool date = false;
  bool answerable = false;  // it makes the parent being abused answerable for the abuse
};

// All actions of the plan sections of a report, in the order of the text.
std::vector<PlanAction> plan_actions(const Reading&);

bool belongs_to(const PlanAction&, Role);  // to someone in that role alone

}  // namespace onus
