#pragma once

#include <gumbo.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "reading/read.h"

namespace onus {

// The tree of an HTML file, as every browser would build it. Throws Unreadable for one that would take more
// memory or time than a report can need. `text` is valid UTF-8 and has to outlive it: the texts of the tree
// point into it.
class HtmlTree {
 public:
  HtmlTree(std::string_view text, const Limits& limits);
  ~HtmlTree();
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;

  const GumboNode* root() const { return root_; }

  struct Memory;  // what the parser holds

 private:
  Memory* memory_;
  const GumboNode* root_ = nullptr;
};

// The value of an attribute; "" where the element doesn't have it.
std::string_view html_attribute(const GumboNode* element, const char* name);
// What a character reference such as "&eacute;" stands for, with the letters behind it if any are not part of
// it; the same text where it means nothing.
std::string html_reference(const std::string& reference);

}  // namespace onus
