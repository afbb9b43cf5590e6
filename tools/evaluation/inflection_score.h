#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace onus::evaluation {

struct InflectionScore {
  int right = 0;
  int all = 0;
  std::vector<std::string> misses;  // lemma, form made, form in the text
  double share() const { return all > 0 ? 100.0 * right / all : 0; }
};

// Makes the past, participle, -ing form and third person of verbs and the plural of nouns whose lemmas are in
// `texts` and not in `training` (texts of CoNLL-U files), each form once, and compares them with the form in
// the text; British and American spelling both count. Words that the treebank marks as misspelt, abbreviated
// or foreign are left out.
InflectionScore score_inflection(const std::filesystem::path& words, std::span<const std::string> training,
                                 std::span<const std::string> texts);

}  // namespace onus::evaluation
