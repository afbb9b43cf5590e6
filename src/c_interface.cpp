#include <dlfcn.h>

#include <cstdlib>
#include <cstring>
#include <exception>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>

#include "json_settings.h"
#include "linting/built_in_lexicons.h"
#include "onus.h"
#include "reading/read.h"
#include "reporting/print_json.h"

struct onus_linter {
  onus::Settings settings;
  onus::Knowledge knowledge;
  bool include_text = false;
};

namespace {

using Json = nlohmann::ordered_json;

// By malloc, so that onus_free needs no length. nullptr without memory.
char* to_c(const std::string& text) {
  auto* copy = static_cast<char*>(std::malloc(text.size() + 1));
  if (copy != nullptr) std::memcpy(copy, text.c_str(), text.size() + 1);
  return copy;
}

std::filesystem::path library_file() {
  Dl_info info{};
  if (dladdr(reinterpret_cast<const void*>(&onus_open), &info) == 0 || info.dli_fname == nullptr)
    throw std::runtime_error("the library can't tell where it is; set ONUS_LEXICONS");
  return info.dli_fname;
}

Json settings_object(const char* settings) {
  if (settings == nullptr) return Json::object();
  Json object = Json::parse(settings, nullptr, false);
  if (!object.is_object()) throw std::runtime_error("the settings are not a JSON object");
  return object;
}

std::vector<std::filesystem::path> lexicon_folders(const Json& settings) {
  std::vector<std::filesystem::path> folders{onus::built_in_lexicons(library_file())};
  const Json added = settings.value("lexicons", Json::array());
  for (const Json& folder : added.is_array() ? added : Json::array({added})) {
    if (!folder.is_string() || !std::filesystem::is_directory(folder.get<std::string>()))
      throw std::runtime_error("lexicons: " + folder.dump() + " is no folder");
    folders.emplace_back(folder.get<std::string>());
  }
  return folders;
}

onus_linter* open_linter(const char* settings) {
  const Json object = settings_object(settings);
  auto linter = std::make_unique<onus_linter>(onus_linter{onus::with_json_settings(object, {}),
                                                          onus::load_knowledge(lexicon_folders(object)),
                                                          object.value("include-text", Json()) == true});
  return linter.release();
}

std::string lint_text(const onus_linter& linter, std::string text, const std::string& name) {
  onus::Report report;
  onus::Reading reading = onus::read_bytes(std::move(text), name);
  if (auto* problem = std::get_if<onus::Problem>(&reading))
    report.problems.push_back(std::move(*problem));
  else
    report.documents.push_back(
        onus::lint(std::get<onus::Document>(std::move(reading)), linter.settings, linter.knowledge));
  return onus::to_json(report, {linter.include_text}).dump();
}

// Nothing thrown goes any further than this.
template <class Work>
auto guarded(char** error, Work work) noexcept -> decltype(work()) {
  if (error != nullptr) *error = nullptr;
  try {
    return work();
  } catch (const std::exception& failure) {
    if (error != nullptr) *error = to_c(failure.what());
  } catch (...) {
    if (error != nullptr) *error = to_c("something went wrong that should not");
  }
  return nullptr;
}

}  // namespace

int onus_abi(void) { return ONUS_ABI; }

const char* onus_version(void) { return ONUS_VERSION; }

onus_linter* onus_open(const char* settings, char** error) {
  return guarded(error, [&] { return open_linter(settings); });
}

char* onus_lint(const onus_linter* linter, const char* text, size_t length, const char* name, char** error) {
  return guarded(error, [&] {
    if (linter == nullptr || text == nullptr) throw std::invalid_argument("there is no linter or no text");
    return to_c(lint_text(*linter, std::string(text, length), name == nullptr ? "text" : name));
  });
}

void onus_free(char* string) { std::free(string); }

void onus_close(onus_linter* linter) { delete linter; }
