#include "reading/html_tree.h"

#include <chrono>
#include <csetjmp>
#include <cstdlib>

#include "reading/unreadable.h"

namespace onus {

// The parser frees its tree by recursion, which a deep one would overthrow, and has no way to say that there
// is no memory left. So all its memory is in one list, and going over the limit jumps out of it, over frames
// that are all C.
struct HtmlTree::Memory {
  struct alignas(std::max_align_t) Piece {
    Piece* before;
    Piece* behind;
    std::size_t size;
  };
  using Clock = std::chrono::steady_clock;

  Piece* first = nullptr;
  std::uint64_t used = 0;
  std::uint64_t limit = 0;
  std::uint32_t count = 0;
  Clock::time_point deadline;
  std::jmp_buf way_out;

  bool is_too_late() { return ++count % 256 == 0 && Clock::now() > deadline; }

  void* take(std::size_t size) {
    if (used + size > limit || is_too_late()) std::longjmp(way_out, 1);
    auto* piece = static_cast<Piece*>(std::malloc(sizeof(Piece) + size));
    if (piece == nullptr) std::longjmp(way_out, 1);
    *piece = {nullptr, first, size};
    if (first != nullptr) first->before = piece;
    first = piece;
    used += size;
    return piece + 1;
  }

  void give_back(void* bytes) {
    if (bytes == nullptr) return;
    Piece* piece = static_cast<Piece*>(bytes) - 1;
    if (piece->before != nullptr) piece->before->behind = piece->behind;
    if (piece->behind != nullptr) piece->behind->before = piece->before;
    if (first == piece) first = piece->behind;
    used -= piece->size;
    std::free(piece);
  }

  void give_back_all() {
    while (first != nullptr) give_back(first + 1);
  }
};

namespace {

using Memory = HtmlTree::Memory;

// No object that has to be destroyed may live in this function or between it and `take`.
const GumboNode* parse(Memory& memory, const char* text, std::size_t size) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = [](void* data, std::size_t wanted) { return static_cast<Memory*>(data)->take(wanted); };
  options.deallocator = [](void* data, void* bytes) { static_cast<Memory*>(data)->give_back(bytes); };
  options.userdata = &memory;
  options.max_errors = 0;
  if (setjmp(memory.way_out) != 0) return nullptr;
  return gumbo_parse_with_options(&options, text, size)->root;
}

}  // namespace

HtmlTree::HtmlTree(std::string_view text, const Limits& limits) : memory_(new Memory) {
  memory_->limit = 2 * limits.tree_bytes;
  memory_->deadline = Memory::Clock::now() + std::chrono::seconds(5);
  root_ = parse(*memory_, text.data(), text.size());
  if (root_ != nullptr) return;
  memory_->give_back_all();
  delete memory_;
  throw Unreadable("is too large or too deeply nested for a report; save its text on its own");
}

HtmlTree::~HtmlTree() {
  memory_->give_back_all();
  delete memory_;
}

std::string_view html_attribute(const GumboNode* element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

std::string html_reference(const std::string& reference) {
  const HtmlTree tree(reference, {});
  const GumboNode* node = tree.root();
  const auto last_child = [](const GumboNode* each) -> const GumboNode* {
    const GumboVector& children = each->v.element.children;
    return children.length == 0 ? nullptr : static_cast<const GumboNode*>(children.data[children.length - 1]);
  };
  while (node != nullptr && node->type == GUMBO_NODE_ELEMENT) node = last_child(node);
  const bool text = node != nullptr && (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE);
  return text ? std::string(node->v.text.text) : std::string(" ");
}

}  // namespace onus
