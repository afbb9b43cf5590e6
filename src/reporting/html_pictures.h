#pragma once

#include <string>

#include "linting/report.h"

// Pictures of a report as HTML with inline SVG. Every picture has its meaning beside it in words; none rates
// a person.
namespace onus {

std::string coverage_picture(const DocumentReport&);  // the five components, three steps each
std::string criteria_picture(const DocumentReport&);  // the criteria that apply; empty where none does
std::string balance_picture(const DocumentReport&);   // sentences, plan actions and praise as bars
// Who did what to whom, as the report tells it: people and arrows; empty where no act is told. `id` makes
// its own identifiers unique in the page.
std::string map_picture(const DocumentReport&, const std::string& id);

}  // namespace onus
