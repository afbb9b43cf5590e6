#include "archive/pseudonyms.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <sys/stat.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <stdexcept>

#include "text/failure.h"

namespace onus {
namespace {

constexpr std::size_t kShortest = 16;
constexpr std::size_t kLongest = 1 << 20;

std::string key_in(const std::filesystem::path& file) {
  const std::string name = file.string();
  struct stat status {};
  if (stat(name.c_str(), &status) != 0)
    throw Failure(name + ": there is no such key file, or it may not be seen");
  if (!S_ISREG(status.st_mode))
    throw Failure(name + ": a key is kept in a file of its own, and this is none");
  if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
    throw Failure(name + ": others may read this key; take their rights away (chmod 600)");
  std::ifstream in(file, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) throw Failure(name + ": the key can't be read");
  std::string key = bytes.str();
  while (key.ends_with('\n') || key.ends_with('\r')) key.pop_back();
  if (key.size() < kShortest || key.size() > kLongest)
    throw Failure(name + ": a key has 16 bytes or more; “openssl rand -hex 32” makes one");
  return key;
}

}  // namespace

Pseudonyms::Pseudonyms(const std::filesystem::path& key_file) : key_(key_in(key_file)) {}

std::string Pseudonyms::of(std::string_view sort, std::string_view name) const {
  std::string message(sort);
  message += '\0';
  message += name;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  if (HMAC(EVP_sha256(), key_.data(), static_cast<int>(key_.size()),
           reinterpret_cast<const unsigned char*>(message.data()), message.size(), digest.data(),
           &size) == nullptr)
    throw std::runtime_error("the cryptographic library can't make an HMAC");
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text;
  for (std::size_t i = 0; i < size; ++i) {
    text += kDigits[digest[i] >> 4U];
    text += kDigits[digest[i] & 15U];
  }
  return text;
}

}  // namespace onus
