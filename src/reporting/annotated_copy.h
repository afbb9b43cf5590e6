#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linting/report.h"

// What copies with comments have in common, whatever the format.
namespace onus {

struct AnnotateOptions {
  std::uint32_t most_comments = 200;  // on words; the opening one comes on top
  bool track_changes = false;         // the first `rewrite` of a finding as a tracked change
  std::string date;                   // "2026-01-31T09:00:00Z" for comments and changes; empty: none
};

struct AnnotatedCopy {
  std::string bytes;
  std::uint32_t comments = 0;  // on words
  std::uint32_t changes = 0;
  std::uint32_t left_out = 0;  // findings without a comment of their own, told in the opening one
};

// Who signs comments and changes.
inline constexpr std::string_view kAnnotator = "onus";

// Indexes of the findings: in the order of the text where `most` is enough for all, else the worst first.
std::vector<std::uint32_t> worst_first(const DocumentReport&, std::uint32_t most);
// The suggestion that may be made a tracked change, or nullptr.
const Suggestion* first_rewrite(const Finding&);
// The part of the file that words come from; empty where they come from none, or the file has no parts.
const std::string& part_of(const Document&, ProseSpan);
// Ends what can't be given comments, and says why.
[[noreturn]] void refuse_comments(const DocumentReport&, std::string_view why);

// Comments on findings, the worst first, until there are as many as wanted: `put(index)` says whether it
// found a place. Counts them in `copy` and gives the indexes of the findings that have none.
template <class Put>
std::vector<std::uint32_t> put_comments(const DocumentReport& report, std::uint32_t most, AnnotatedCopy& copy,
                                        Put put) {
  std::vector<std::uint32_t> left_out;
  for (const std::uint32_t index : worst_first(report, most)) {
    if (copy.comments < most && put(index)) {
      ++copy.comments;
    } else {
      left_out.push_back(index);
    }
  }
  copy.left_out = static_cast<std::uint32_t>(left_out.size());
  return left_out;
}

// Where the opening comment goes, as `anchor_of(span)` gives places: on the first words of the report,
// outside of tables where it has any such words. nullopt where no place can be found.
template <class AnchorOf>
auto anchor_of_opening(const Document& document, AnchorOf anchor_of) -> decltype(anchor_of(ProseSpan{})) {
  for (const bool in_table : {false, true})
    for (const Block& block : document.blocks)
      if (block.cell.has_value() == in_table)
        if (const auto anchor = anchor_of(block.span)) return anchor;
  return std::nullopt;
}

// Says UTF-8 in the XML declaration of a part that said something else.
std::string declared_as_utf8(std::string xml);

}  // namespace onus
