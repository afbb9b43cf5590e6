#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/byte_account.h"
#include "text/span.h"

namespace onus {

enum class Format : std::uint8_t { text, markdown, docx, odt, html, rtf, doc, pdf, mail };

// A list item in a table is a `table_cell` with a level; a heading in a table is a `heading` with a cell.
enum class BlockKind : std::uint8_t {
  heading,
  paragraph,
  list_item,
  table_cell,
  quotation,
  footnote,
  comment
};

// Where a table cell stands. Tables count from zero through the document, one inside another as a table of
// its own; rows and columns count from zero, a merged cell by its first column. `header` is the text of the
// first row above it (below a title that runs across the whole table) and `row_header` that of the first cell
// of its row, each empty where there is none or it is that cell itself. A cell with several paragraphs is
// several blocks.
struct Cell {
  std::uint32_t table = 0;
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  ProseSpan header;
  ProseSpan row_header;
};

inline constexpr std::uint32_t kNoHeading = UINT32_MAX;

// A stretch of prose that no sentence crosses. Blocks are in reading order, don't overlap, and are separated
// in the prose by a blank line.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  ProseSpan span;
  std::uint8_t level = 0;              // headings: 1 is the highest; list items: depth from 1
  std::uint32_t heading = kNoHeading;  // index in Document::blocks of the nearest heading above, for headings
                                       // themselves the one they stand under
  std::optional<Cell> cell;
  std::uint32_t page = 0;  // from 1; 0 where the format knows no pages
};

// One unbroken run of the prose and where it came from. `copied` says that the bytes are the same, so that an
// edit may be written back; otherwise (entity, tab, converted encoding) `source` is what they stand for.
struct Origin {
  ProseSpan prose;
  std::uint32_t part = 0;  // index in Document::parts
  SourceSpan source;
  bool copied = false;
};

// Something in the file that was not read, and why, in plain words.
struct Skipped {
  std::string what;
  std::string why;
};

// What the file tells this program rather than its reader: `<!-- onus: ignore … -->` in Markdown, or a
// comment in Word that begins with "onus:". It isn't prose. `text` is what follows "onus:", without white
// space around it; `about` the words that the comment in Word is on, and in Markdown empty, where the prose
// goes on after it.
struct Remark {
  std::string text;
  ProseSpan about;
  std::uint32_t part = 0;  // index in Document::parts
  SourceSpan source;
};

// One file as it was found, the prose that a person would read in it, and the way from one to the other.
// Nothing changes it once it has been read. Its size in bytes is under 4 GiB, so 32 bits hold every place.
struct Document {
  std::string source;  // as the user named it; "-" for standard input
  Format format = Format::text;
  std::string prose;  // valid UTF-8, no carriage return, no NUL
  std::vector<Block> blocks;
  std::vector<Origin> origins;     // in the order of the prose; separators between blocks have none
  std::vector<std::string> parts;  // "" for formats of one text, else the member's name ("word/document.xml")
  std::string text;                // formats of one text: the whole file as UTF-8; else empty
  std::string encoding;            // that the bytes were found in: "UTF-8", "UTF-16LE", "windows-1252"
  SourceSpan front_matter;         // in `text`: the lines between the two "---" at the very beginning
  std::vector<Remark> remarks;     // in the order of the prose
  std::vector<Skipped> skipped;
  ByteAccount account;  // formats of one text: of `text`; packed formats: of the characters in the parts that
                        // were read
};

// The smallest range of the source that holds `span`; nullopt where nothing of it has an origin, or it spans
// parts.
std::optional<SourceSpan> in_source(const Document&, ProseSpan span);
// The same where the range is one unbroken copy, so that writing there changes nothing else.
std::optional<SourceSpan> editable(const Document&, ProseSpan span);
// The block that holds `place`, or nullptr between blocks. Logarithmic.
const Block* block_at(const Document&, std::uint32_t place);
// Places in the prose, in order, where a line of the file begins within a paragraph (reading has made a space
// of each line end there). Empty for formats whose line ends mean nothing, like HTML.
std::vector<std::uint32_t> line_starts(const Document&);
// The text of the heading over `block`, empty where there is none.
std::string_view heading_of(const Document&, const Block& block);
std::string_view name_of(Format);

}  // namespace onus
