#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/audit.h"

// The figures and sentences of an audit as people read them, the same in every output.
namespace onus {

std::string grouped(std::int64_t number);                         // “12,345”
std::string counted(std::int64_t number, std::string_view noun);  // “1 report”, “1,204 reports”
std::string percent(Share);                         // “12%”; “–” where there is nothing to share
std::string interval_words(Share);                  // “9–15%”
std::string difference_words(const Difference&);    // “+12 points (3 to 21)”
std::string ratio_words(const OddsRatio&);          // “2.1 (1.2 to 3.7)”
std::string p_words(double p);                      // “0.03”, “under 0.001”
std::string rate(const Hits&, std::int64_t words);  // findings in 1,000 words: “0.61”
std::string kappa_words(const RaterAgreement&);     // “0.51 (0.38 to 0.64)”
std::string between_words(const RatingsResult&, const RaterAgreement&, bool redact);

std::string group_name(const Grouping&, const Group&);  // “(no area given)” for the one without a name

// What was counted, what was left out, and what the reader should know before the figures.
std::vector<std::string> counted_sentences(const Audit&);
// Which groups are not shown and why; empty where all are.
std::string hidden_sentence(const Grouping&);
// What these figures can't tell.
std::vector<std::string> limits(const Audit&);
// In which order reports are put to a reader.
std::string order_sentence(const Audit&, std::size_t shown);
std::string sample_sentence(const Audit&);
std::vector<std::string> comparison_sentences(const Comparison&);
std::vector<std::string> ratings_sentences(const RatingsResult&);

}  // namespace onus
