#include "linting/fingerprint.h"

#include <array>
#include <cstdint>
#include <map>
#include <string_view>

#include "text/fold.h"

namespace onus {
namespace {

// Fowler, Noll and Vo, FNV-1a with 64 bits.
class Hash {
 public:
  void add(std::string_view bytes) {
    for (const char byte : bytes) {
      value_ ^= static_cast<unsigned char>(byte);
      value_ *= 0x100000001b3ULL;
    }
  }
  std::string hex() const {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text(16, '0');
    std::uint64_t rest = value_;
    for (std::size_t i = text.size(); i-- > 0; rest >>= 4U) text[i] = kDigits[rest & 15U];
    return text;
  }

 private:
  std::uint64_t value_ = 0xcbf29ce484222325ULL;
};

bool counts(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// Spaces, punctuation and typographic marks differ between formats of one text; U+2000 to U+206F hold such
// marks.
std::string telling_letters(std::string_view sentence) {
  std::string letters;
  const std::string text = lower(sentence);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 2, "\xE2\x80") == 0 || text.compare(i, 2, "\xE2\x81") == 0) {
      i += 2;
      continue;
    }
    if (text.compare(i, 2, "\xC2\xA0") == 0) {
      i += 1;
      continue;
    }
    if (counts(text[i])) letters += text[i];
  }
  return letters;
}

}  // namespace

std::vector<std::string> fingerprints(const DocumentReport& report) {
  std::vector<std::string> result;
  std::map<std::string, int> seen;
  for (const Finding& finding : report.findings) {
    Hash hash;
    hash.add(finding.rule);
    hash.add("\n");
    hash.add(telling_letters(
        slice<ProseText>(report.document.prose, report.analysis.sentences[finding.sentence].span)));
    const std::string base = hash.hex();
    const int again = seen[base]++;
    if (again > 0) hash.add("\n" + std::to_string(again));
    result.push_back(again > 0 ? hash.hex() : base);
  }
  return result;
}

}  // namespace onus
