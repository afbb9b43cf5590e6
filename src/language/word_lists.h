#pragma once

#include <cstddef>
#include <string_view>

// Closed lists of English words that finding words and sentences needs. All take the word in any case.
namespace onus {

// Bytes that the last word of a contraction written as one word takes: "cannot" → 3, "gonna" → 2, "didnt" →
// 2; 0 for all other words. "dunno" counts as du|n|no by its own rule.
std::size_t contracted_tail(std::string_view word);

// "non" in "non-molestation": the hyphen after it doesn't part the word.
bool is_bound_prefix(std::string_view word);
// "esque" in "Kafka-esque": nor does the hyphen before this.
bool is_bound_suffix(std::string_view word);

// Words that often begin a sentence and seldom follow an abbreviation within one: the, she, however, when.
bool is_sentence_starter(std::string_view word);

// Mr, Ms, Child, Witness: after these a single capital stands for a person, not for a first name.
bool is_title(std::string_view word);

// Units that are parted from a figure written against them: 5|pm, 80|mg.
bool is_unit(std::string_view letters);

}  // namespace onus
