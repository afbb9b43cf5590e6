#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "linting/report.h"
#include "rules/rulebook.h"
#include "serving/client_abilities.h"

namespace onus {

// One state of a text that an editor has open, and what was found in it.
struct Reviewed {
  std::string uri;
  std::int64_t version = 0;
  DocumentReport report;
  EditorPlaces places;  // of report.document.text

  Reviewed(std::string the_uri, std::int64_t the_version, DocumentReport the_report,
           PositionEncoding encoding)
      : uri(std::move(the_uri)),
        version(the_version),
        report(std::move(the_report)),
        places(report.document.text, encoding) {}
  Reviewed(const Reviewed&) = delete;
  Reviewed& operator=(const Reviewed&) = delete;
};

// The answers of the language server, in the words of the protocol (3.17).
class EditorReply {
 public:
  EditorReply(const Reviewed& reviewed, const RuleBook& rules, const ClientAbilities& client)
      : reviewed_(reviewed), rules_(rules), client_(client) {}

  // Diagnostic[]: a finding each; and where the text isn't English, or a declared name isn't in it, a hint
  // on the first line.
  nlohmann::json diagnostics() const;
  // CodeAction[] for CodeActionParams: a quick fix for each suggestion that stands for words, of each finding
  // that touches the range; and one that makes all rewrites, which are the suggestions that are safe to take
  // unread.
  nlohmann::json actions(const nlohmann::json& params) const;
  // Hover or null: what the finding means, why, its source, the questions and the page of its rule.
  nlohmann::json hover(const nlohmann::json& position) const;

 private:
  nlohmann::json diagnostic(const Finding&, SourceSpan) const;
  nlohmann::json quick_fix(const Finding&, SourceSpan found, const Suggestion&) const;
  nlohmann::json edit(nlohmann::json edits) const;
  nlohmann::json text_edit(SourceSpan, const std::string&) const;
  nlohmann::json all_rewrites() const;
  bool touches_words(const Suggestion&, SourceSpan range) const;
  std::optional<SourceSpan> replaceable(ProseSpan) const;
  std::string rule_link(const Finding&) const;

  const Reviewed& reviewed_;
  const RuleBook& rules_;
  const ClientAbilities& client_;
};

}  // namespace onus
