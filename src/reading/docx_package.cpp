#include "reading/docx_package.h"

#include <zip.h>

#include <algorithm>
#include <pugixml.hpp>

#include "reading/docx_xml.h"
#include "reading/unreadable.h"
#include "reading/zip_member.h"

namespace onus {

namespace {

constexpr const char* kDamaged =
    "is damaged; open it in a word processor, let it repair the file, and save it again";

std::string after_last(std::string_view text, char mark) {
  const std::size_t place = text.rfind(mark);
  return std::string(place == std::string_view::npos ? text : text.substr(place + 1));
}

// The member that `target`, as written in a part of `folder`, means: "../media/x.png", "/word/styles.xml".
std::string resolve(std::string_view folder, std::string_view target) {
  std::string whole =
      target.starts_with('/') ? std::string(target) : std::string(folder) + std::string(target);
  std::replace(whole.begin(), whole.end(), '\\', '/');
  std::vector<std::string_view> steps;
  for (std::string_view rest = whole; !rest.empty();) {
    const std::string_view step = rest.substr(0, rest.find('/'));
    rest.remove_prefix(std::min(step.size() + 1, rest.size()));
    if (step == ".." && !steps.empty()) steps.pop_back();
    if (!step.empty() && step != "." && step != "..") steps.push_back(step);
  }
  std::string path;
  for (const std::string_view step : steps) path.append(path.empty() ? "" : "/").append(step);
  return path;
}

}  // namespace

std::string folder_of_part(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  return std::string(slash == std::string_view::npos ? "" : part.substr(0, slash + 1));
}

std::string relationships_part(std::string_view part) {
  const std::string folder = folder_of_part(part);
  return folder + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

void Package::Close::operator()(zip* archive) const { zip_discard(archive); }

Package::Package(std::string_view bytes, const Limits& limits) : limits_(limits) {
  zip_error_t error;
  zip_error_init(&error);
  open(zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error), error);
}

Package::Package(const std::filesystem::path& path, const Limits& limits) : limits_(limits) {
  zip_error_t error;
  zip_error_init(&error);
  open(zip_source_file_create(path.c_str(), 0, 0, &error), error);
}

void Package::open(zip_source_t* source, zip_error_t& error) {
  zip_stat_t status;
  zip_stat_init(&status);
  const bool known =
      source != nullptr && zip_source_stat(source, &status) == 0 && (status.valid & ZIP_STAT_SIZE) != 0;
  const bool too_large = known && status.size > limits_.package_bytes;
  if (source != nullptr && !too_large) archive_.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
  zip_error_fini(&error);
  if (!archive_ && source != nullptr) zip_source_free(source);
  if (too_large) throw Unreadable("is too large for a report; leave out its pictures, or split it");
  if (!archive_) throw Unreadable(kDamaged);
  if (zip_get_num_entries(archive_.get(), 0) > static_cast<zip_int64_t>(limits_.members)) {
    throw Unreadable("is a zip with too many files in it for a report; check that it is the right file");
  }
}

std::int64_t Package::find(std::string_view name) const {
  return find_member(archive_.get(), std::string(name));
}

bool Package::has(std::string_view name) const { return find(name) >= 0; }

std::optional<std::string> Package::read(std::string_view name) {
  const std::int64_t index = find(name);
  if (index < 0) return std::nullopt;
  zip_stat_t status;
  zip_stat_init(&status);
  if (zip_stat_index(archive_.get(), static_cast<zip_uint64_t>(index), 0, &status) != 0)
    throw Unreadable(kDamaged);
  if ((status.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && status.encryption_method != ZIP_EM_NONE) {
    throw Unreadable("is protected with a password; open it, remove the password and save it again");
  }
  const std::uint64_t packed = (status.valid & ZIP_STAT_COMP_SIZE) != 0 ? status.comp_size : 0;
  const std::uint64_t declared = (status.valid & ZIP_STAT_SIZE) != 0 ? status.size : 0;
  const auto room = static_cast<std::size_t>(std::min(declared, limits_.inflated_bytes - inflated_));
  auto bytes = inflate_member(
      archive_.get(), static_cast<std::uint64_t>(index), room, [&](std::size_t whole, std::size_t step) {
        inflated_ += step;
        if (inflated_ > limits_.inflated_bytes || is_too_dense(whole, packed, limits_.inflated_per_byte))
          throw Unreadable(
              "unpacks to far more than a report can hold, and was not read further; check where it comes "
              "from");
      });
  if (!bytes) throw Unreadable(kDamaged);
  return bytes;
}

std::vector<Relationship> Package::relationships(std::string_view part) {
  std::vector<Relationship> found;
  std::optional<std::string> bytes = read(relationships_part(part));
  if (!bytes) return found;
  const XmlPart xml(std::move(*bytes), limits_);
  const std::string folder = folder_of_part(part);
  for (const pugi::xml_node each : xml.root().children()) {
    if (local_name(each) != "Relationship") continue;
    const bool outside = attribute(each, "TargetMode") == "External";
    found.push_back({after_last(attribute(each, "Type"), '/'),
                     outside ? "" : resolve(folder, decoded(attribute(each, "Target")))});
  }
  return found;
}

std::string Package::main_part_by_type() {
  std::optional<std::string> bytes = read("[Content_Types].xml");
  if (!bytes) return {};
  const XmlPart xml(std::move(*bytes), limits_);
  for (const pugi::xml_node each : xml.root().children()) {
    const std::string_view type = attribute(each, "ContentType");
    const bool main = type.ends_with("document.main+xml") || type.ends_with("template.main+xml") ||
                      type.ends_with("document.macroEnabled.main+xml");
    if (main && local_name(each) == "Override") return resolve("", decoded(attribute(each, "PartName")));
  }
  return {};
}

std::string Package::main_part() {
  for (const Relationship& each : relationships("")) {
    if (each.type == "officeDocument" && has(each.target)) return each.target;
  }
  if (std::string by_type = main_part_by_type(); has(by_type)) return by_type;
  return has("word/document.xml") ? "word/document.xml" : "";
}

}  // namespace onus
