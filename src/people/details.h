#pragma once

#include <string_view>
#include <vector>

#include "people/words.h"
#include "reading/document.h"
#include "text/span.h"

// The lines and tables at the head of a report that say who is who: "Children: Ewan Baird (9), Isla (4)",
// "Alleged perpetrator: …", a row of a table of those present.
namespace onus {

// A place where a name is to be expected, and what its label says of the person.
struct Detail {
  ProseSpan value;
  ProseSpan label;          // with its words, as evidence
  std::string_view key;     // of a noun in people.yaml; "anyone" where the label says nothing
  bool several = false;     // "Children:", "Present:": each name of the value; otherwise the first only
  ProseSpan relation = {};  // in tables: the cell of the same row that says what the person is; may be empty
  ProseSpan age = {};       // and the one that says how old; may be empty
  bool meeting = false;     // a list of those at a meeting or to whom a report goes: "Present:", "cc:"
  ProseSpan agency = {};    // in tables: the cell of the same row that says for whom the person works
};

// In the order of their values.
std::vector<Detail> find_details(const Document&, const PeopleWords&);

}  // namespace onus
