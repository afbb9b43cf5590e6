#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/packing.h"
#include "linting/report.h"

namespace onus {

// What a store keeps of one document: places, rules and counts, and no words of the report unless it was
// asked to keep its text. Offsets count code points of the prose, as in the JSON.
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
  std::map<std::string, std::string> properties;  // what the document says of itself, where asked for
  std::optional<std::string> text;                // the prose, where asked for

  // Why the file could not be read, or nullptr.
  const std::string* unreadable() const;
};

// Names that a message quotes (“Letter about Ms Hart.docx”) are left out of it.
KeptDocument keep(const DocumentReport&, bool with_text = false);
KeptDocument keep_unreadable(std::string_view why);

template <class Archive, PackedAs<KeptDocument::Finding> T>
void fields(Archive& archive, T& finding) {
  archive(finding.rule, finding.category, finding.severity, finding.start, finding.end,
          finding.sentence_start, finding.sentence_end, finding.fingerprint);
}

template <class Archive, PackedAs<KeptDocument::Coverage> T>
void fields(Archive& archive, T& coverage) {
  archive(coverage.component, coverage.level, coverage.evidence);
}

template <class Archive, PackedAs<KeptDocument::Criterion> T>
void fields(Archive& archive, T& criterion) {
  archive(criterion.criterion, criterion.rating);
}

template <class Archive, PackedAs<KeptDocument::Trouble> T>
void fields(Archive& archive, T& trouble) {
  archive(trouble.kind, trouble.message);
}

template <class Archive, PackedAs<KeptDocument> T>
void fields(Archive& archive, T& kept) {
  archive(kept.format, kept.kind, kept.words, kept.describes_abuse, kept.perpetrator_acts,
          kept.survivor_deficits, kept.findings, kept.coverage, kept.criteria, kept.problems, kept.properties,
          kept.text);
}

}  // namespace onus
