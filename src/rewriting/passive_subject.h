#pragma once

#include "rules/narrative.h"

namespace onus {

// The subject of the clause around `participle` as it stands before `end`; empty where it isn't there.
TokenRange subject_before(const Narrative&, std::uint32_t participle, std::uint32_t end);

}  // namespace onus
