#include "components/wordings.h"

#include <iterator>

namespace onus {
namespace {

constexpr std::string_view kWordings[] = {
#define ONUS_ENTRY(name, text) text,
    ONUS_WORDINGS(ONUS_ENTRY)
#undef ONUS_ENTRY
};

// In the order of Tactic.
constexpr std::string_view kTactics[] = {"physical violence",
                                         "sexual violence",
                                         "threats",
                                         "isolation",
                                         "monitoring",
                                         "rules for daily life",
                                         "control of money",
                                         "withholding what is needed",
                                         "psychological abuse",
                                         "using the children",
                                         "using services and courts",
                                         "damage to belongings or the home",
                                         "stalking",
                                         "abuse after separation"};
static_assert(std::size(kTactics) == static_cast<std::size_t>(Tactic::post_separation) + 1);

constexpr std::string_view kNumbers[] = {"no",    "one",   "two",  "three", "four",   "five",  "six",
                                         "seven", "eight", "nine", "ten",   "eleven", "twelve"};

}  // namespace

std::string say(Wording wording, std::initializer_list<Slot> slots) {
  std::string text(kWordings[static_cast<std::size_t>(wording)]);
  for (const auto& [name, value] : slots) {
    const std::string slot = "{" + std::string(name) + "}";
    for (std::size_t at = text.find(slot); at != std::string::npos; at = text.find(slot, at + value.size()))
      text.replace(at, slot.size(), value);
  }
  return text;
}

std::span<const std::string_view> all_wordings() { return kWordings; }
std::string_view words_for(Tactic tactic) { return kTactics[static_cast<std::size_t>(tactic)]; }
std::span<const std::string_view> all_tactic_words() { return kTactics; }

std::string counted(int count, std::string_view one, std::string_view many) {
  const auto n = static_cast<std::size_t>(count);
  return (n < std::size(kNumbers) ? std::string(kNumbers[n]) : std::to_string(count)) + " " +
         std::string(count == 1 ? one : many);
}

std::string listed(std::span<const std::string> items) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
    text += items[i];
  }
  return text;
}

}  // namespace onus
