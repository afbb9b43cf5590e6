#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "people/gathering.h"

// Places where a report says that somebody goes by another name too. Mentions are indexes in
// Gathering::found.
namespace onus {

// "Marisol Dela Cruz, also recorded as Marie Pritchard", "NÓBREGA, a.k.a. Gracinha, “Dona G”": a name, and
// another of the same person.
std::vector<std::pair<std::uint32_t, std::uint32_t>> other_names(const Gathering&);
// "PERP1: Imran Qureshi": labels of one word, folded, and the names that open what stands behind them.
std::vector<std::pair<std::string, std::uint32_t>> labels_with_names(const Gathering&);
// "Orla Tierney (OT)", "Marisol Quintero ("Mari")", "Ms Hart (hereafter Leanne)": the mention right behind
// `name`, if it stands in brackets as another name for the same person, or kNone.
std::uint32_t bracketed_name(const Gathering&, std::uint32_t name);

}  // namespace onus
