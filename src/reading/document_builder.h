#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/document.h"

namespace onus {

// What a reader knows of a block when it ends.
struct BlockShape {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;
  std::optional<Cell> cell = std::nullopt;
  std::uint32_t page = 0;
};

// `text` as it goes into the prose: a line end as a space, without soft hyphens and control characters.
std::string as_prose(std::string_view text);

// Walks a file, saying what becomes of each stretch of it: (copy | replace | skip)* end_block, again and
// again, then finish. There is one cursor; copy, replace and skip move it on, write the way back, and account
// for the bytes, so that a wrong map or a gap is hard to write. Formats of one text are walked from the first
// byte to the last; in packed formats `go_to` moves the cursor from one run of text to the next.
//
// A block begins with its first character that isn't white space and ends with its last one; a block with
// none isn't there.
class DocumentBuilder {
 public:
  // For a format of one text, which must be valid UTF-8.
  DocumentBuilder(std::string source, Format format, std::string text);
  // For a packed format: add_part and go_to come before the first copy.
  DocumentBuilder(std::string source, Format format);

  DocumentBuilder(const DocumentBuilder&) = delete;
  DocumentBuilder& operator=(const DocumentBuilder&) = delete;

  std::uint32_t add_part(std::string name);
  // Moves the cursor to byte `place` of `part`, where `rest` lies; `rest` has to outlive the calls that move
  // over it.
  void go_to(std::uint32_t part, std::uint32_t place, std::string_view rest);

  std::string_view rest() const { return rest_; }
  std::uint32_t place() const { return place_; }

  // The next `size` bytes are prose. Line ends inside become a space; soft hyphens, byte-order marks and
  // control characters are left out, and what isn't UTF-8 becomes U+FFFD, all with their way back.
  void copy(std::size_t size);
  // The next `size` bytes stand for `with` ("&amp;" for "&"), which is valid UTF-8.
  void replace(std::size_t size, std::string_view with);
  void skip(std::size_t size, Treatment why);
  // A tag of `size` bytes at the cursor stands for `with` (a tab). Only texts are accounted for, so tags
  // aren't.
  void insert(std::size_t size, std::string_view with);

  // Where the next byte of prose will be.
  std::uint32_t next_prose() const;
  bool in_block() const { return in_block_; }
  // The words of the block that is open; empty where none is.
  std::string_view block_so_far() const;
  // The index of the block that ends here; nullopt when there were no words since the last one.
  std::optional<std::uint32_t> end_block(const BlockShape& shape);
  const std::vector<Block>& blocks() const { return document_.blocks; }
  std::string_view prose() const { return document_.prose; }

  // What is said about the whole; `document()` is for the fields that no cursor fills.
  void left_out(std::string what, std::string why);
  Document& document() { return document_; }
  // What was not reached is unread.
  Document finish() &&;

 private:
  void begin_block();
  void write(std::string_view with, std::size_t size, bool copied);
  void trim_block();
  void advance(std::size_t size);

  Document document_;
  std::string_view rest_;
  std::uint32_t place_ = 0;
  std::uint32_t part_ = 0;
  std::uint32_t block_begin_ = 0;
  bool in_block_ = false;
  std::vector<std::uint32_t> open_headings_;  // from the highest to the lowest
};

}  // namespace onus
