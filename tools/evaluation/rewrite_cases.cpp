#include "rewrite_cases.h"

#include <algorithm>
#include <sstream>

#include "files.h"
#include "text/failure.h"

namespace onus::evaluation {
namespace {

void declare(Declarations& people, const std::string& name, std::string_view role) {
  if (role == "perpetrator") people.perpetrators.push_back(name);
  if (role == "non-offending-parent") people.survivors.push_back(name);
  if (role == "child") people.children.push_back(name);
  if (role == "professional") people.professionals.push_back(name);
}

// "Ms Hart = non-offending-parent; Mr Hart = perpetrator"
Declarations people_from(const std::string& list) {
  Declarations people;
  std::istringstream in(list);
  for (std::string entry; std::getline(in, entry, ';');)
    if (const std::size_t equals = entry.find('='); equals != std::string::npos)
      declare(people, without_blanks(entry.substr(0, equals)), without_blanks(entry.substr(equals + 1)));
  return people;
}

void read_line(const std::string& line, const std::string& place, std::vector<RewriteCase>& cases) {
  const std::size_t colon = line.find(':');
  if (colon == std::string::npos) throw Failure(place + ": this line has no colon");
  const std::string key = line.substr(0, colon);
  const std::string value = without_blanks(std::string_view(line).substr(colon + 1));
  if (key == "people") {
    cases.emplace_back();
    cases.back().people = people_from(value);
    cases.back().place = place;
    return;
  }
  if (cases.empty()) throw Failure(place + ": a case begins with “people:”");
  RewriteCase& one = cases.back();
  if (key == "context")
    one.context = value;
  else if (key == "text")
    one.text = value;
  else if (key == "rewrite")
    one.rewrites.push_back(value);
  else if (key == "none")
    one.none = value;
  else
    throw Failure(place + ": there is no “" + key + ":” in these files");
}

void read_file(const std::filesystem::path& path, std::vector<RewriteCase>& cases) {
  std::istringstream in(read_bytes_of(path.string()));
  int number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!without_blanks(line).empty())
      read_line(line, path.filename().string() + ":" + std::to_string(number), cases);
  }
}

}  // namespace

std::vector<RewriteCase> read_rewrite_cases(const std::filesystem::path& path) {
  std::vector<std::filesystem::path> files;
  if (!std::filesystem::is_directory(path)) files.push_back(path);
  if (files.empty())
    for (const auto& entry : std::filesystem::directory_iterator(path))
      if (entry.path().extension() == ".txt") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  std::vector<RewriteCase> cases;
  for (const auto& file : files) read_file(file, cases);
  return cases;
}

}  // namespace onus::evaluation
