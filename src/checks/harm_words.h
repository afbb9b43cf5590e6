#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "people/act_words.h"

namespace onus {

// The lists of lexicons/en/words/harm.yaml, in its order; what each is for is said there.
enum class HarmList : std::uint8_t {
  restrains,
  breaks,
  hurts_parts,
  meets,
  blows,
  always_with_object,
  feelings,
  in_general,
  if_abused,
  struggles,
  things,
  parts_of_body,
  people,
  harmless_doers,
  misfortunes,
  count_
};

// The words by which harm told in the passive is known, beside the acts of ActWords.
class HarmWords {
 public:
  // Throws Failure that names file and line where a list is missing, unknown or no list of words.
  static HarmWords load(const std::filesystem::path& file);

  // `lemma` in lower case.
  bool has(HarmList list, std::string_view lemma) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::array<std::unordered_set<std::string, Hash, std::equal_to<>>,
             static_cast<std::size_t>(HarmList::count_)>
      lists_;
};

// What the checks of harm go by. Both outlive it.
struct HarmLexicon {
  const ActWords& acts;
  const HarmWords& words;
};

}  // namespace onus
