#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/read.h"

struct zip;
struct zip_source;
struct zip_error;

namespace onus {

// What one part of a package says about another: [OPC, ECMA-376-2, 9.3].
struct Relationship {
  std::string type;    // the last word of its URI: "styles", "footnotes"
  std::string target;  // the name of a member; empty where it lies outside the file
};

// "word/" of "word/document.xml".
std::string folder_of_part(std::string_view part);
// The member that says what else a part needs: "word/_rels/document.xml.rels". [OPC, ECMA-376-2, 9.3.3]
std::string relationships_part(std::string_view part);

// A zip with the parts of a Word document. No size that the file declares is believed: members are inflated
// into a budget that all of them share. Functions throw Unreadable when the file is damaged or goes over a
// limit.
class Package {
 public:
  Package(std::string_view bytes, const Limits& limits);  // `bytes` have to outlive it
  Package(const std::filesystem::path& path, const Limits& limits);

  // nullopt where there is no such member.
  std::optional<std::string> read(std::string_view name);
  bool has(std::string_view name) const;
  // Of a part, or with "" of the package itself.
  std::vector<Relationship> relationships(std::string_view part);
  // The part that is the document itself, wherever it lies.
  std::string main_part();

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  void open(zip_source* source, zip_error& error);
  std::int64_t find(std::string_view name) const;
  std::string main_part_by_type();

  Limits limits_;
  std::uint64_t inflated_ = 0;
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace onus
