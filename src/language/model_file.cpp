#include "language/model_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>
#include <utility>

#include "text/failure.h"

namespace onus {
namespace {

constexpr std::array<char, 8> kMagic = {'o', 'n', 'u', 's', 'm', 'd', 'l', '\n'};
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kAlignment = 64;

struct Header {
  std::array<char, 8> magic;
  std::uint32_t version;
  std::uint32_t sections;
  std::uint64_t size;      // of the whole file
  std::uint64_t checksum;  // of everything behind the header
  std::array<char, 32> spare;
};
static_assert(sizeof(Header) == 64);

struct Entry {
  std::array<char, 24> name;  // padded with NUL
  std::uint64_t begin;
  std::uint64_t size;
};
static_assert(sizeof(Entry) == 40);

// Four independent lanes, so that it runs as fast as memory is read. Finds accidents, not attacks.
std::uint64_t checksum(std::span<const std::byte> bytes) {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
  std::array<std::uint64_t, 4> lanes = {1, 2, 3, 4};
  std::size_t at = 0;
  for (; at + 32 <= bytes.size(); at += 32) {
    std::array<std::uint64_t, 4> words;
    std::memcpy(words.data(), bytes.data() + at, 32);
    for (std::size_t lane = 0; lane < 4; ++lane) lanes[lane] = (lanes[lane] ^ words[lane]) * kFactor;
  }
  for (; at < bytes.size(); ++at) lanes[0] = (lanes[0] ^ std::to_integer<std::uint64_t>(bytes[at])) * kFactor;
  std::uint64_t sum = bytes.size();
  for (const auto lane : lanes) sum = (sum ^ lane ^ (lane >> 29)) * kFactor;
  return sum;
}

[[noreturn]] void fail(const std::string& path, const std::string& what) {
  throw Failure(path + ": " + what);
}

std::span<const std::byte> map(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0)
    fail(path,
         std::string("the English model can't be opened (") + std::strerror(errno) + "); install it again");
  struct stat status = {};
  void* address = MAP_FAILED;
  const bool known = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > 0;
  const auto size = known ? static_cast<std::size_t>(status.st_size) : 0;
  if (known) address = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file, 0);
  ::close(file);
  if (address == MAP_FAILED) fail(path, "the English model can't be read; install it again");
  return {static_cast<const std::byte*>(address), size};
}

const Header& header_of(std::span<const std::byte> bytes) {
  return *reinterpret_cast<const Header*>(bytes.data());
}

std::span<const Entry> entries_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const Entry*>(bytes.data() + sizeof(Header)), header_of(bytes).sections};
}

std::string_view name_of(const Entry& entry) {
  const std::string_view padded(entry.name.data(), entry.name.size());
  return padded.substr(0, padded.find('\0'));
}

const char* fault_in(std::span<const std::byte> bytes) {
  constexpr auto kDamaged = "the English model is damaged; install it again";
  if (bytes.size() < sizeof(Header) || header_of(bytes).magic != kMagic) return "this is not a model of onus";
  const Header& header = header_of(bytes);
  if (header.version != kVersion) return "the English model belongs to another version of onus";
  if (header.size != bytes.size() || header.sections > (bytes.size() - sizeof(Header)) / sizeof(Entry) ||
      header.checksum != checksum(bytes.subspan(sizeof(Header))))
    return kDamaged;
  for (const Entry& entry : entries_of(bytes))
    if (entry.begin > bytes.size() || entry.size > bytes.size() - entry.begin ||
        entry.begin % kAlignment != 0)
      return kDamaged;
  return nullptr;
}

}  // namespace

ModelFile::ModelFile(const std::filesystem::path& path) : path_(path.string()), bytes_(map(path_)) {
  if (const char* fault = fault_in(bytes_)) {
    unmap();
    fail(path_, fault);
  }
}

ModelFile::ModelFile(ModelFile&& other) noexcept
    : path_(std::move(other.path_)), bytes_(std::exchange(other.bytes_, {})) {}

ModelFile& ModelFile::operator=(ModelFile&& other) noexcept {
  if (this != &other) {
    unmap();
    path_ = std::move(other.path_);
    bytes_ = std::exchange(other.bytes_, {});
  }
  return *this;
}

ModelFile::~ModelFile() { unmap(); }

void ModelFile::unmap() noexcept {
  if (!bytes_.empty()) ::munmap(const_cast<std::byte*>(bytes_.data()), bytes_.size());
  bytes_ = {};
}

bool ModelFile::has(std::string_view section) const {
  for (const Entry& entry : entries_of(bytes_))
    if (name_of(entry) == section) return true;
  return false;
}

std::span<const std::byte> ModelFile::section(std::string_view name) const {
  for (const Entry& entry : entries_of(bytes_))
    if (name_of(entry) == name) return bytes_.subspan(entry.begin, entry.size);
  fail(path_, "the English model has no part called " + std::string(name) + "; install it again");
}

std::vector<ModelSection> read_model_sections(const std::filesystem::path& path) {
  const ModelFile file(path);
  const auto whole = map(path.string());
  std::vector<ModelSection> sections;
  for (const Entry& entry : entries_of(whole)) {
    const auto bytes = file.section(name_of(entry));
    sections.push_back({std::string(name_of(entry)),
                        std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())});
  }
  ::munmap(const_cast<std::byte*>(whole.data()), whole.size());
  return sections;
}

void write_model_file(const std::filesystem::path& path, const std::vector<ModelSection>& sections) {
  const auto aligned = [](std::size_t size) { return (size + kAlignment - 1) / kAlignment * kAlignment; };
  std::string bytes(aligned(sizeof(Header) + sections.size() * sizeof(Entry)), '\0');
  for (std::size_t i = 0; i < sections.size(); ++i) {
    Entry entry = {{}, bytes.size(), sections[i].bytes.size()};
    sections[i].name.copy(entry.name.data(), entry.name.size() - 1);
    std::memcpy(bytes.data() + sizeof(Header) + i * sizeof(Entry), &entry, sizeof entry);
    bytes += sections[i].bytes;
    bytes.resize(aligned(bytes.size()), '\0');
  }
  const auto body = std::as_bytes(std::span(bytes)).subspan(sizeof(Header));
  const Header header = {kMagic,       kVersion,       static_cast<std::uint32_t>(sections.size()),
                         bytes.size(), checksum(body), {}};
  std::memcpy(bytes.data(), &header, sizeof header);
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!out.flush()) fail(path.string(), "can't be written");
}

std::span<const std::byte> SectionReader::take_bytes(std::size_t count, std::size_t size) {
  if (count > bytes_.size() / size) throw Failure("the English model is damaged; install it again");
  const auto taken = bytes_.first(count * size);
  bytes_ = bytes_.subspan(count * size);
  return taken;
}

}  // namespace onus
