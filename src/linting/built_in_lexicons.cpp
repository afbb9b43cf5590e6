#include "linting/built_in_lexicons.h"

#include <cstdlib>

#include "text/failure.h"

namespace onus {

namespace fs = std::filesystem;

fs::path built_in_lexicons(const fs::path& binary) {
  if (const char* place = std::getenv("ONUS_LEXICONS")) return fs::path(place) / "en";
  const fs::path folder = fs::weakly_canonical(binary).parent_path();
  for (const fs::path& place : {folder / "../../lexicons/en", folder / "../share/onus/lexicons/en",
                                folder / "../../share/onus/lexicons/en"})
    if (fs::is_directory(place)) return fs::weakly_canonical(place);
  throw Failure("the folder lexicons/en is not beside " + binary.filename().string() +
                "; set ONUS_LEXICONS to the folder that holds en/");
}

}  // namespace onus
