#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace onus {

// What became of a stretch of a file.
enum class Treatment : std::uint8_t {
  prose,          // it is in Document::prose, as it is or as what it stands for
  layout,         // white space and line ends that the prose doesn't need, soft hyphens
  markup,         // the notation of the format
  front_matter,   // the "---" lines at the beginning
  remark,         // a note to this program
  code,           // a block of code
  html,           // HTML in Markdown
  image_text,     // what stands in for an image
  deleted,        // deleted, or moved away, in a tracked change
  hidden,         // marked as hidden
  field,          // the instruction of a field; its result is prose
  contents,       // a table of contents: it repeats the headings
  comment,        // what somebody wrote in the margin
  header_footer,  // of the page
  drawing,        // words in a drawing, chart or formula
  alternative,    // a second version of what is prose already
  unread          // the reader did not get there
};
inline constexpr std::size_t kTreatments = 17;

// What became of every byte of a file. The sum of all is the size of what was read: nothing is lost unsaid.
class ByteAccount {
 public:
  void add(std::uint64_t bytes, Treatment treatment) { bytes_[static_cast<std::size_t>(treatment)] += bytes; }
  void move(std::uint64_t bytes, Treatment from, Treatment to) {
    bytes_[static_cast<std::size_t>(from)] -= bytes;
    add(bytes, to);
  }
  std::uint64_t total(Treatment treatment) const { return bytes_[static_cast<std::size_t>(treatment)]; }
  std::uint64_t total() const {
    std::uint64_t sum = 0;
    for (const std::uint64_t bytes : bytes_) sum += bytes;
    return sum;
  }

 private:
  std::array<std::uint64_t, kTreatments> bytes_{};
};

// In plain words: "a table of contents".
std::string_view name_of(Treatment);

}  // namespace onus
