#pragma once

#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "archive/document_names.h"
#include "archive/packing.h"

// Files that hold files: zip files and mailboxes, and those in one another. Members are unpacked in memory
// only; nothing of them is ever written to a disk.
namespace onus {

// What a container may cost. No size that it declares is believed.
struct ContainerLimits {
  std::uint64_t members = 200'000;
  std::uint64_t messages = 2'000'000;
  std::uint64_t member_bytes = std::uint64_t{64} << 20;
  std::uint64_t inflated_per_byte = 400;  // of a member over 1 MiB
  std::size_t deepest = 3;                // containers in one another
};

// One step on the way to a member: of a zip its index there, of a mailbox the place and size of a message.
struct Step {
  NameKind in = NameKind::zip;
  std::uint64_t at = 0;
  std::uint64_t size = 0;
  friend bool operator==(const Step&, const Step&) = default;
};
using Route = std::vector<Step>;

template <class Archive, PackedAs<Step> T>
void fields(Archive& archive, T& step) {
  archive(step.in, step.at, step.size);
}

struct Member {
  std::string name;  // "2021/report.docx", "17", "more.zip!/letter.eml"; each once in a container
  Route route;
  std::string problem;  // why it can't be read; empty where nothing is known against it
};

template <class Archive, PackedAs<Member> T>
void fields(Archive& archive, T& member) {
  archive(member.name, member.route, member.problem);
}

struct Listing {
  std::vector<Member> members;  // in the order of the container
  std::int64_t others = 0;      // files that aren't documents, by their names
  bool is_document = false;     // a document under the name of a zip: to be read as a whole
};

template <class Archive, PackedAs<Listing> T>
void fields(Archive& archive, T& listing) {
  archive(listing.members, listing.others, listing.is_document);
}

// Why a container or a member can't be opened, in one line.
struct Closed : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// The path of a member: "/archive/all.zip!/2021/report.docx".
std::string member_path(std::string_view container, std::string_view member);

// Lists containers and reads their members. The last one stays open, as its members are mostly read one after
// another. Throws Closed.
class ContainerReader {
 public:
  explicit ContainerReader(ContainerLimits limits = {});
  ~ContainerReader();

  Listing list(const std::string& path, NameKind kind);
  std::string read(const std::string& path, const Route& route);
  void close();

 private:
  class Level;
  Level& open(const std::string& path, NameKind kind);
  void list_level(Level& level, const std::string& name, const Route& route, Listing& listing);

  ContainerLimits limits_;
  std::string path_;
  std::vector<std::unique_ptr<Level>> levels_;  // the file, and what is open in it
  Route open_;                                  // the steps between them
};

}  // namespace onus
