#include "reading/document_builder.h"

#include <algorithm>
#include <cassert>

namespace onus {

namespace {

constexpr std::string_view kSeparator = "\n\n";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

// How many bytes of white space, no-break spaces among it, there are at the beginning and at the end of a
// text.
std::size_t blank_prefix(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    if (std::string_view(" \t\r\n").find(text[end]) != std::string_view::npos) {
      ++end;
    } else if (text.substr(end).starts_with(kNoBreakSpace)) {
      end += kNoBreakSpace.size();
    } else {
      break;
    }
  }
  return end;
}

std::size_t blank_at_end(std::string_view text) {
  if (text.ends_with(kNoBreakSpace)) return kNoBreakSpace.size();
  return text.ends_with(' ') || text.ends_with('\t') || text.ends_with('\n') ? 1 : 0;
}

// How the character at the beginning of a text goes into the prose.
struct Character {
  std::size_t size = 1;
  enum class Kind : std::uint8_t { plain, line_end, dropped, broken } kind = Kind::plain;
};

// The size of the well-formed sequence at the beginning of `text`, 0 where there is none. [Unicode 15, table
// 3-7]
std::size_t sequence_size(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i) { return byte(i) >= 0x80 && byte(i) <= 0xBF; };
  const unsigned first = byte(0);
  const unsigned second = byte(1);
  if (first >= 0xC2 && first <= 0xDF) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    const bool overlong = first == 0xE0 && second < 0xA0;
    const bool surrogate = first == 0xED && second > 0x9F;
    return follows(1) && follows(2) && !overlong && !surrogate ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    const bool overlong = first == 0xF0 && second < 0x90;
    const bool beyond = first == 0xF4 && second > 0x8F;
    return follows(1) && follows(2) && follows(3) && !overlong && !beyond ? 4 : 0;
  }
  return 0;
}

Character character_at(std::string_view text) {
  using Kind = Character::Kind;
  const auto first = static_cast<unsigned char>(text[0]);
  if (first == '\r') return {text.substr(0, 2) == "\r\n" ? 2U : 1U, Kind::line_end};
  if (first == '\n') return {1, Kind::line_end};
  if (first == 0x7F || (first < 0x20 && first != '\t')) return {1, Kind::dropped};
  if (first < 0x80) return {1, Kind::plain};
  const std::size_t size = sequence_size(text);
  if (size == 0) return {1, Kind::broken};
  const std::string_view character = text.substr(0, size);
  const bool invisible = character == "\u00AD" || character == "\u200B" || character == "\uFEFF";
  return {size, invisible ? Kind::dropped : Kind::plain};
}

bool is_plain_ascii(char c) { return c >= 0x20 && c < 0x7F; }

// How many bytes at the beginning of `text` go into the prose as they are.
std::size_t plain_prefix(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    if (is_plain_ascii(text[end])) {
      ++end;
      continue;
    }
    const Character character = character_at(text.substr(end));
    if (character.kind != Character::Kind::plain) break;
    end += character.size;
  }
  return end;
}

}  // namespace

std::string as_prose(std::string_view text) {
  std::string prose;
  while (!text.empty()) {
    const Character character = character_at(text);
    if (character.kind == Character::Kind::plain) prose += text.substr(0, character.size);
    if (character.kind == Character::Kind::line_end) prose += ' ';
    if (character.kind == Character::Kind::broken) prose += kReplacement;
    text.remove_prefix(character.size);
  }
  return prose;
}

DocumentBuilder::DocumentBuilder(std::string source, Format format, std::string text)
    : DocumentBuilder(std::move(source), format) {
  document_.text = std::move(text);
  document_.parts.emplace_back();
  rest_ = document_.text;
}

DocumentBuilder::DocumentBuilder(std::string source, Format format) {
  document_.source = std::move(source);
  document_.format = format;
}

std::uint32_t DocumentBuilder::add_part(std::string name) {
  document_.parts.push_back(std::move(name));
  return static_cast<std::uint32_t>(document_.parts.size() - 1);
}

void DocumentBuilder::go_to(std::uint32_t part, std::uint32_t place, std::string_view rest) {
  part_ = part;
  place_ = place;
  rest_ = rest;
}

void DocumentBuilder::copy(std::size_t size) {
  assert(size <= rest_.size());
  while (size > 0) {
    std::string_view text = rest_.substr(0, size);
    if (!in_block_) {
      const std::size_t blank = blank_prefix(text);
      if (blank > 0) {
        skip(blank, Treatment::layout);
        size -= blank;
        continue;
      }
    }
    const std::size_t plain = plain_prefix(text);
    if (plain > 0) {
      document_.account.add(plain, Treatment::prose);
      write(text.substr(0, plain), plain, true);
      size -= plain;
      continue;
    }
    const Character character = character_at(text);
    switch (character.kind) {
      case Character::Kind::dropped:
        skip(character.size, Treatment::layout);
        break;
      case Character::Kind::broken:
        replace(character.size, kReplacement);
        break;
      default:
        replace(character.size, " ");
    }
    size -= character.size;
  }
}

void DocumentBuilder::replace(std::size_t size, std::string_view with) {
  assert(size <= rest_.size());
  if (!in_block_) with.remove_prefix(blank_prefix(with));
  if (with.empty()) {
    skip(size, Treatment::layout);
  } else {
    document_.account.add(size, blank_prefix(with) == with.size() ? Treatment::layout : Treatment::prose);
    write(with, size, false);
  }
}

void DocumentBuilder::insert(std::size_t size, std::string_view with) {
  if (!in_block_) with.remove_prefix(blank_prefix(with));
  if (!with.empty()) write(with, size, false);
}

void DocumentBuilder::skip(std::size_t size, Treatment why) {
  assert(size <= rest_.size());
  document_.account.add(size, why);
  advance(size);
}

std::uint32_t DocumentBuilder::next_prose() const {
  const std::size_t separator = in_block_ || document_.prose.empty() ? 0 : kSeparator.size();
  return static_cast<std::uint32_t>(document_.prose.size() + separator);
}

std::string_view DocumentBuilder::block_so_far() const {
  if (!in_block_) return {};
  std::string_view words = std::string_view(document_.prose).substr(block_begin_);
  while (const std::size_t blank = blank_at_end(words)) words.remove_suffix(blank);
  return words;
}

void DocumentBuilder::begin_block() {
  if (!document_.prose.empty()) document_.prose += kSeparator;
  block_begin_ = static_cast<std::uint32_t>(document_.prose.size());
  in_block_ = true;
}

void DocumentBuilder::write(std::string_view with, std::size_t size, bool copied) {
  if (!in_block_) begin_block();
  const auto begin = static_cast<std::uint32_t>(document_.prose.size());
  const auto end = static_cast<std::uint32_t>(begin + with.size());
  const SourceSpan source{place_, static_cast<std::uint32_t>(place_ + size)};
  Origin* last = document_.origins.empty() ? nullptr : &document_.origins.back();
  if (copied && last != nullptr && last->copied && last->part == part_ && last->prose.end == begin &&
      last->source.end == source.begin) {
    last->prose.end = end;
    last->source.end = source.end;
  } else {
    document_.origins.push_back({{begin, end}, part_, source, copied});
  }
  document_.prose += with;
  advance(size);
}

void DocumentBuilder::advance(std::size_t size) {
  rest_.remove_prefix(size);
  place_ += static_cast<std::uint32_t>(size);
}

// Takes the white space at the end of a block out of the prose again.
void DocumentBuilder::trim_block() {
  std::string& prose = document_.prose;
  while (const std::size_t blank = blank_at_end(std::string_view(prose).substr(block_begin_))) {
    prose.resize(prose.size() - blank);
    const auto end = static_cast<std::uint32_t>(prose.size());
    while (!document_.origins.empty() && document_.origins.back().prose.end > end) {
      Origin& last = document_.origins.back();
      const std::uint32_t cut = last.prose.end - std::max(end, last.prose.begin);
      last.prose.end -= cut;
      if (last.copied) last.source.end -= cut;
      if (last.copied) document_.account.move(cut, Treatment::prose, Treatment::layout);
      if (last.prose.empty()) document_.origins.pop_back();
    }
  }
}

std::optional<std::uint32_t> DocumentBuilder::end_block(const BlockShape& shape) {
  if (!in_block_) return std::nullopt;
  trim_block();
  in_block_ = false;
  std::vector<Block>& blocks = document_.blocks;
  const auto index = static_cast<std::uint32_t>(blocks.size());
  if (shape.kind == BlockKind::heading) {
    while (!open_headings_.empty() && blocks[open_headings_.back()].level >= shape.level)
      open_headings_.pop_back();
  }
  Block block;
  block.kind = shape.kind;
  block.span = {block_begin_, static_cast<std::uint32_t>(document_.prose.size())};
  block.level = shape.level;
  block.heading = open_headings_.empty() ? kNoHeading : open_headings_.back();
  block.cell = shape.cell;
  block.page = shape.page;
  blocks.push_back(block);
  if (shape.kind == BlockKind::heading) open_headings_.push_back(index);
  return index;
}

void DocumentBuilder::left_out(std::string what, std::string why) {
  document_.skipped.push_back({std::move(what), std::move(why)});
}

Document DocumentBuilder::finish() && {
  end_block({});
  skip(rest_.size(), Treatment::unread);
  const auto end = static_cast<std::uint32_t>(document_.prose.size());
  for (Remark& remark : document_.remarks) {
    remark.about.begin = std::min(remark.about.begin, end);
    remark.about.end = std::clamp(remark.about.end, remark.about.begin, end);
  }
  return std::move(document_);
}

}  // namespace onus
