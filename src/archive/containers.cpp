#include "archive/containers.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <optional>
#include <set>

#include "archive/mailbox.h"
#include "archive/zip_file.h"

namespace onus {
namespace {

// A file as bytes that the system brings in where they are looked at, so that its size doesn't matter.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path) {
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat status {};
    if (file < 0 || fstat(file, &status) != 0) {
      const std::string why = std::strerror(errno);
      if (file >= 0) ::close(file);
      throw Closed("can't be opened: " + why);
    }
    size_ = static_cast<std::size_t>(status.st_size);
    if (size_ > 0) start_ = mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    ::close(file);
    if (start_ == MAP_FAILED) throw Closed(std::string("can't be read: ") + std::strerror(errno));
  }
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() {
    if (size_ > 0) munmap(start_, size_);
  }
  std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

 private:
  void* start_ = nullptr;
  std::size_t size_ = 0;
};

// A file of the Macintosh beside each real one, and hidden files and folders.
bool is_passed_over(std::string_view name) {
  while (!name.empty()) {
    const std::string_view step = name.substr(0, name.find('/'));
    if (step == "__MACOSX" || (step != "." && step != ".." && kind_by_name(step) == NameKind::passed_over))
      return true;
    name.remove_prefix(std::min(step.size() + 1, name.size()));
  }
  return false;
}

std::string_view last_step(std::string_view name) { return name.substr(name.rfind('/') + 1); }

// Names come from anywhere; a terminal shall not obey them.
std::string without_controls(std::string name) {
  for (char& c : name)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  return name;
}

struct Unpacked {
  std::string bytes;
};

void tell_apart(std::vector<Member>& members) {
  std::set<std::string> seen;
  for (Member& member : members) {
    const std::string name = member.name;
    for (int again = 2; !seen.insert(member.name).second; ++again)
      member.name = name + " (" + std::to_string(again) + ")";
  }
}

}  // namespace

// An open container: a file, or a member that was unpacked.
class ContainerReader::Level {
 public:
  Level(const std::string& path, NameKind kind, const ContainerLimits& limits) : kind_(kind) {
    if (kind == NameKind::zip) {
      zip_.emplace(path, limits);
    } else {
      file_.emplace(path);
    }
  }
  Level(Unpacked member, NameKind kind, const ContainerLimits& limits)
      : kind_(kind), bytes_(std::move(member.bytes)) {
    if (kind == NameKind::zip) zip_.emplace(&bytes_, limits);
  }

  NameKind kind() const { return kind_; }
  ZipFile& zip() { return *zip_; }
  std::string_view mailbox() const { return file_ ? file_->bytes() : std::string_view(bytes_); }

  std::string member(const Step& step) {
    if (kind_ == NameKind::zip) return zip_->read(step.at);
    const std::string_view all = mailbox();
    if (step.at > all.size() || step.size > all.size() - step.at)
      throw Closed("has changed since it was listed");
    return unquoted_message(all.substr(step.at, step.size));
  }

 private:
  NameKind kind_;
  std::string bytes_;
  std::optional<ZipFile> zip_;
  std::optional<MappedFile> file_;
};

std::string member_path(std::string_view container, std::string_view member) {
  return std::string(container) + "!/" + std::string(member);
}

ContainerReader::ContainerReader(ContainerLimits limits) : limits_(limits) {}
ContainerReader::~ContainerReader() = default;

void ContainerReader::close() {
  while (!levels_.empty()) levels_.pop_back();
  open_.clear();
}

ContainerReader::Level& ContainerReader::open(const std::string& path, NameKind kind) {
  if (levels_.empty() || path != path_) {
    close();
    levels_.push_back(std::make_unique<Level>(path, kind, limits_));
    path_ = path;
  }
  return *levels_.front();
}

std::string ContainerReader::read(const std::string& path, const Route& route) {
  open(path, route.front().in);
  for (std::size_t i = 0; i + 1 < route.size(); ++i) {
    if (i < open_.size() && open_[i] == route[i]) continue;
    while (levels_.size() > i + 1) levels_.pop_back();
    open_.resize(i);
    levels_.push_back(
        std::make_unique<Level>(Unpacked{levels_[i]->member(route[i])}, route[i + 1].in, limits_));
    open_.push_back(route[i]);
  }
  return levels_[route.size() - 1]->member(route.back());
}

Listing ContainerReader::list(const std::string& path, NameKind kind) {
  close();  // it may have changed since
  Listing listing;
  Level& level = open(path, kind);
  list_level(level, "", {}, listing);
  tell_apart(listing.members);
  return listing;
}

void ContainerReader::list_level(Level& level, const std::string& name, const Route& route,
                                 Listing& listing) {
  const auto add = [&](std::string inner, Step step, std::string problem) {
    Route whole = route;
    whole.push_back(step);
    listing.members.push_back(
        {name + without_controls(std::move(inner)), std::move(whole), std::move(problem)});
  };
  if (level.kind() == NameKind::mailbox) {
    const std::vector<MessagePlace> messages = messages_in(level.mailbox(), limits_.messages);
    if (messages.empty()) throw Closed("is no mailbox that can be read; save it again as .mbox");
    for (std::size_t i = 0; i < messages.size(); ++i) {
      const bool large = messages[i].size > limits_.member_bytes;
      add(std::to_string(i + 1), {NameKind::mailbox, messages[i].at, messages[i].size},
          large ? "is too large for a message; save its attachments by themselves" : "");
    }
    return;
  }
  for (std::uint64_t i = 0; i < level.zip().size(); ++i) {
    const ZipFile::Entry entry = level.zip().entry(i);
    if (route.empty() && entry.name == "[Content_Types].xml") listing.is_document = true;
    if (entry.folder || is_passed_over(entry.name)) continue;
    const NameKind kind = kind_by_name(last_step(entry.name));
    const Step step{NameKind::zip, i, 0};
    if (kind == NameKind::other) {
      ++listing.others;
    } else if (entry.encrypted) {
      add(entry.name, step, "is protected with a password in the zip; unpack it and scan the folder");
    } else if (kind == NameKind::document) {
      add(entry.name, step, "");
    } else if (route.size() + 1 >= limits_.deepest) {
      add(entry.name, step, "lies too deep, in a container in a container; unpack it and scan the folder");
    } else {
      Route inner = route;
      inner.push_back(step);
      try {
        Level next(Unpacked{level.zip().read(i)}, kind, limits_);
        list_level(next, name + without_controls(entry.name) + "!/", inner, listing);
      } catch (const Closed& why) {
        add(entry.name, step, why.what());
      }
    }
  }
}

}  // namespace onus
