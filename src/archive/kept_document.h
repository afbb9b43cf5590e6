#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "linting/report.h"

namespace onus {

// What a store keeps of one document: places, rules and counts, and no words of the report. Offsets count
// code points of the prose, as in the JSON.
struct KeptDocument {
  struct Finding {
    std::string rule;
    std::optional<std::string> category;
    std::string severity;
    std::uint32_t start = 0;
    std::uint32_t end = 0;
    std::uint32_t sentence_start = 0;
    std::uint32_t sentence_end = 0;
    std::string fingerprint;
  };
  struct Coverage {
    std::string component;
    std::string level;
    std::int64_t evidence = 0;
  };
  struct Criterion {
    std::string criterion;
    std::string rating;
  };
  struct Trouble {
    std::string kind;  // "unreadable": nothing of the file was read; "skipped": a part of it
    std::string message;
  };

  std::optional<std::string> format;  // nullopt where it could not be read
  std::optional<std::string> kind;
  std::int64_t words = 0;
  bool describes_abuse = false;
  std::int64_t perpetrator_acts = 0;
  std::int64_t survivor_deficits = 0;
  std::vector<Finding> findings;
  std::vector<Coverage> coverage;
  std::vector<Criterion> criteria;
  std::vector<Trouble> problems;

  // Why the file could not be read, or nullptr.
  const std::string* unreadable() const;
};

KeptDocument keep(const DocumentReport&);
KeptDocument keep_unreadable(std::string why);

}  // namespace onus
