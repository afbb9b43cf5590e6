#pragma once

#include <cstdint>
#include <memory>
#include <string>

struct zip;
struct zip_source;
struct zip_error;

namespace onus {

struct ContainerLimits;

// A zip as a folder of files. Functions throw Closed.
class ZipFile {
 public:
  struct Entry {
    std::string name;  // UTF-8, "/" between folders
    bool folder = false;
    bool encrypted = false;
    std::uint64_t packed = 0;
  };

  ZipFile(const std::string& path, const ContainerLimits& limits);
  // `bytes` have to outlive it.
  ZipFile(const std::string* bytes, const ContainerLimits& limits);

  std::uint64_t size() const;
  Entry entry(std::uint64_t index) const;
  std::string read(std::uint64_t index);

 private:
  struct Close {
    void operator()(zip* archive) const;
  };
  void open(zip_source* source, zip_error& error);

  const ContainerLimits& limits_;
  std::unique_ptr<zip, Close> archive_;
};

}  // namespace onus
