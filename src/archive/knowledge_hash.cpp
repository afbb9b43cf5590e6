#include "archive/knowledge_hash.h"

#include <algorithm>
#include <system_error>
#include <vector>

#include "text/content_hash.h"
#include "text/failure.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_under(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    if (entry->is_regular_file()) files.push_back(entry->path());
  if (error) throw Failure(folder.string() + " can't be read: " + error.message());
  std::sort(files.begin(), files.end());
  return files;
}

// Names relative to the folder, so that the same lexicons in another place are the same.
void add_lexicon(ContentHash& hash, const fs::path& folder) {
  for (const fs::path& file : files_under(folder)) {
    const auto content = content_hash_of_file(file.string());
    if (!content) throw Failure(file.string() + " can't be read; check its rights");
    hash.add_field(file.lexically_relative(folder).generic_string());
    hash.add_field(*content);
  }
  hash.add_field("");  // where one folder ends, as later ones weigh more
}

void add_names(ContentHash& hash, const std::vector<std::string>& names) {
  hash.add_field(std::to_string(names.size()));
  for (const std::string& name : names) hash.add_field(name);
}

}  // namespace

std::string knowledge_hash(std::span<const fs::path> lexicons, const Settings& settings) {
  ContentHash hash;
  hash.add_field(ONUS_VERSION);
  for (const fs::path& folder : lexicons) add_lexicon(hash, folder);
  add_names(hash, settings.people.perpetrators);
  add_names(hash, settings.people.survivors);
  add_names(hash, settings.people.children);
  add_names(hash, settings.people.professionals);
  hash.add_field(settings.kind ? name_of(*settings.kind) : "recognised");
  hash.add_field(settings.all_passives ? "all passives" : "");
  return hash.finish();
}

}  // namespace onus
