#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace onus {

// The file that holds everything learnt about a language: named sections of bytes behind a directory, with a
// version and a checksum. Little-endian, sections aligned to 64 bytes, so that they are used where they lie.
class ModelFile {
 public:
  // Maps the file into memory. Throws Failure, in one line, when it is missing, damaged or of another
  // version.
  explicit ModelFile(const std::filesystem::path& path);
  ModelFile(ModelFile&& other) noexcept;
  ModelFile& operator=(ModelFile&& other) noexcept;
  ~ModelFile();

  bool has(std::string_view section) const;
  // The bytes live as long as the ModelFile. Throws Failure when there is no such section.
  std::span<const std::byte> section(std::string_view name) const;

 private:
  void unmap() noexcept;

  std::string path_;
  std::span<const std::byte> bytes_;
};

struct ModelSection {
  std::string name;  // at most 23 bytes
  std::string bytes;
};

// The sections of a file as they can be written again; throws like the constructor of ModelFile.
std::vector<ModelSection> read_model_sections(const std::filesystem::path& path);
// Writes the file anew. Throws Failure when it can't be written.
void write_model_file(const std::filesystem::path& path, const std::vector<ModelSection>& sections);

// Reads values one after another out of a section; a section that is too short is a damaged model: Failure.
class SectionReader {
 public:
  explicit SectionReader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  // `count` values of T where they lie; T must be trivially copyable and the place aligned for it.
  template <class T>
  std::span<const T> take(std::size_t count) {
    const auto bytes = take_bytes(count, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), count};
  }
  template <class T>
  const T& one() {
    return take<T>(1)[0];
  }

 private:
  std::span<const std::byte> take_bytes(std::size_t count, std::size_t size);

  std::span<const std::byte> bytes_;
};

}  // namespace onus
