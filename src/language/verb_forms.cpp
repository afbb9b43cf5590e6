#include "language/verb_forms.h"

#include <fstream>
#include <sstream>

#include "text/failure.h"
#include "text/fold.h"

namespace onus {

VerbForms::VerbForms(const std::filesystem::path& table, const Inflector& inflector) {
  std::ifstream in(table);
  std::string line;
  for (int number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream columns(line);
    std::string verb, like, which;
    if (!(columns >> verb >> like >> which) || (which != "all" && which != "past"))
      throw Failure(table.filename().string() + ":" + std::to_string(number) +
                    ": expected a verb, the verb it is like, and “all” or “past”");
    const auto add = [&](const std::string& form, const std::string& stand_in) {
      forms_.try_emplace(form, Form{verb, like == "-" ? "" : stand_in});
    };
    // Past forms are never nouns; of a verb that is a noun too ("punch") the others stay as they are.
    add(inflector.past(verb), inflector.past(like));
    add(inflector.past_participle(verb), inflector.past_participle(like));
    if (which == "past") continue;
    add(verb, like);
    add(inflector.third_person(verb), inflector.third_person(like));
    add(inflector.present_participle(verb), inflector.present_participle(like));
  }
}

const VerbForms::Form* VerbForms::find(std::string_view word) const {
  const auto found = forms_.find(lower(word));
  return found == forms_.end() ? nullptr : &found->second;
}

}  // namespace onus
