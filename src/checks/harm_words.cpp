#include "checks/harm_words.h"

#include "rules/lexicon_file.h"
#include "text/closed_list.h"
#include "text/fold.h"

namespace onus {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(HarmList::count_)> kLists{
    "restrains", "breaks",         "hurts-parts", "meets",     "blows",  "always-with-object",
    "feelings",  "in-general",     "if-abused",   "struggles", "things", "parts-of-body",
    "people",    "harmless-doers", "misfortunes"};

}  // namespace

HarmWords HarmWords::load(const std::filesystem::path& file) {
  const YAML::Node top = load_yaml(file);
  if (!top.IsMap()) fail_at(file, top.Mark(), "expected names of lists, each with its “words:”");
  HarmWords harm;
  for (const auto& entry : top) {
    const std::string name = text_at(file, entry.first, "a list");
    if (name == "kind") continue;
    const auto list = value_named<HarmList>(kLists, name);
    if (!list) fail_at(file, entry.first.Mark(), "there is no list “" + name + "” of harm");
    const YAML::Node words = entry.second.IsMap() ? entry.second["words"] : entry.second;
    if (!words) fail_at(file, entry.first.Mark(), "expected “words:” under “" + name + ":”");
    for (const std::string& word : texts_at(file, words, "words"))
      harm.lists_[static_cast<std::size_t>(*list)].insert(lower(word));
  }
  for (std::size_t i = 0; i < kLists.size(); ++i)
    if (harm.lists_[i].empty())
      fail_at(file, top.Mark(), "the list “" + std::string(kLists[i]) + "” is missing");
  return harm;
}

bool HarmWords::has(HarmList list, std::string_view lemma) const {
  return lists_[static_cast<std::size_t>(list)].contains(lemma);
}

}  // namespace onus
