#include <algorithm>

#include "people/roles.h"
#include "people/words.h"

namespace onus {
namespace {

std::string bare(std::string_view name) {
  std::string words = fold_words(name);
  std::erase(words, '.');
  return words.starts_with("the ") ? words.substr(4) : words;
}

std::string last_word(const std::string& words) { return words.substr(words.rfind(' ') + 1); }

bool goes_by(const Person& person, const std::string& name) {
  if (bare(person.name) == name) return true;
  return std::any_of(person.aliases.begin(), person.aliases.end(),
                     [&](const std::string& alias) { return bare(alias) == name; });
}

// The title that a name begins with, for those titles that tell two people of one surname apart; else empty.
std::string title_of(const std::string& words) {
  const std::string first = words.substr(0, words.find(' '));
  static constexpr std::string_view kMen[] = {"mr", "sir"};
  static constexpr std::string_view kWomen[] = {"ms", "mrs", "miss"};
  if (std::find(std::begin(kMen), std::end(kMen), first) != std::end(kMen)) return "mr";
  return std::find(std::begin(kWomen), std::end(kWomen), first) != std::end(kWomen) ? "ms" : "";
}

// "Callum Baird" is declared where the report has only "Mr Baird", or "Callum". "Mr Hart" is not "Ms Hart".
bool shares_name(const Person& person, const std::string& name) {
  const auto like = [&](const std::string& own) {
    const std::string words = bare(own);
    const std::string title = title_of(words), wanted = title_of(name);
    if (!title.empty() && !wanted.empty() && title != wanted) return false;
    if (name.find(' ') == std::string::npos)
      return words.starts_with(name + " ") || words.ends_with(" " + name);
    return words == last_word(name) || words == name.substr(0, name.find(' ')) ||
           (last_word(words) == last_word(name) && words[0] == name[0]) ||
           (words.find(' ') != std::string::npos && words.starts_with("m") && words.find(' ') <= 4 &&
            last_word(words) == last_word(name));
  };
  return like(person.name) || std::any_of(person.aliases.begin(), person.aliases.end(), like);
}

template <class Test>
std::vector<std::uint32_t> those(const Cast& cast, Test test) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t p = 0; p < cast.people.size(); ++p)
    if (test(cast.people[p])) out.push_back(p);
  return out;
}

std::string in_marks(std::string_view name) { return "“" + std::string(name) + "”"; }

class Declarer {
 public:
  explicit Declarer(Cast& cast) : cast_(cast) {}

  void declare(const std::vector<std::string>& names, Role role) {
    for (const std::string& name : names) declare(name, role);
  }

  std::vector<std::string> warnings;

 private:
  void declare(const std::string& name, Role role) {
    const std::string words = bare(name);
    auto people = those(cast_, [&](const Person& p) { return goes_by(p, words); });
    if (people.empty()) people = those(cast_, [&](const Person& p) { return shares_name(p, words); });
    if (people.empty()) {
      warnings.push_back("The name " + in_marks(name) + ", declared as " + std::string(name_of(role)) +
                         ", isn't in the report. Check how the report writes it.");
      return;
    }
    if (people.size() > 1) {
      warnings.push_back("The name " + in_marks(name) + ", declared as " + std::string(name_of(role)) +
                         ", could mean " + in_marks(cast_.people[people[0]].name) + " or " +
                         in_marks(cast_.people[people[1]].name) + ". Give the name in full.");
      return;
    }
    Person& person = cast_.people[people.front()];
    warn(person, name, role);
    // A declaration replaces what was stated or told, unless it is another declaration.
    std::erase_if(person.roles, [](const RoleClaim& claim) { return claim.basis != Basis::declared; });
    person.roles.push_back({role, Basis::declared, Standing::unstated, {}});
  }

  void warn(const Person& person, const std::string& name, Role role) {
    for (const RoleClaim& claim : person.roles) {
      if (claim.role == role) continue;
      if (claim.basis == Basis::declared)
        warnings.push_back(in_marks(name) + " is declared both as " + std::string(name_of(claim.role)) +
                           " and as " + std::string(name_of(role)) + ". Both hold, the first one first.");
      else if (claim.role == Role::perpetrator || claim.role == Role::non_offending_parent)
        warnings.push_back(in_marks(name) + " is declared as " + std::string(name_of(role)) +
                           ", but the report says " + std::string(name_of(claim.role)) +
                           ". The declaration holds.");
    }
  }

  Cast& cast_;
};

}  // namespace

std::vector<std::string> declare_roles(Cast& cast, const Declarations& declarations) {
  Declarer declarer(cast);
  declarer.declare(declarations.perpetrators, Role::perpetrator);
  declarer.declare(declarations.survivors, Role::non_offending_parent);
  declarer.declare(declarations.children, Role::child);
  declarer.declare(declarations.professionals, Role::professional);
  return std::move(declarer.warnings);
}

}  // namespace onus
