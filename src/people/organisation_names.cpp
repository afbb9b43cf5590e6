#include "people/organisation_names.h"

#include <algorithm>
#include <array>

#include "people/mention_text.h"
#include "text/closed_list.h"

namespace onus {
namespace {

// "Sheriff Court", "Justice Department": a body, not someone of that title.
bool is_office(std::string_view word) {
  static constexpr std::array<std::string_view, 12> offices{"court",   "courts",   "office", "department",
                                                            "service", "services", "clerk",  "station",
                                                            "unit",    "team",     "centre", "association"};
  return std::find(offices.begin(), offices.end(), fold(word)) != offices.end();
}

// "Bryn Primary": words that are nobody's family name.
bool is_body(std::string_view word) {
  static constexpr std::array<std::string_view, 29> bodies{
      "school",       "primary",    "academy",    "nursery",    "hospital",  "council",
      "constabulary", "police",     "service",    "services",   "team",      "centre",
      "center",       "clinic",     "surgery",    "trust",      "infirmary", "refuge",
      "society",      "foundation", "programme",  "program",    "project",   "association",
      "partnership",  "college",    "university", "department", "county"};
  return one_of(fold(word), bodies);
}

}  // namespace

bool names_organisation(const PeopleWords& words, const NameForm& name, bool titled) {
  if (titled && name.words.size() == 1) return is_office(name.words.front());
  const std::string first = without_point(name.words.front());
  if (!titled && (first == "st" || first == "saint")) return true;
  const bool known_given = words.of_given_name(fold(name.words.front())) != Agreement::unknown;
  if (!titled && is_body(name.words.back())) return true;
  if (titled || (known_given && name.words.size() == 2)) return false;
  return std::any_of(name.words.begin(), name.words.end(),
                     [&](const std::string& word) { return words.is_organisation(without_point(word)); });
}

}  // namespace onus
