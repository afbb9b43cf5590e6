#include "reading/markdown_inlines.h"

#include <algorithm>
#include <cctype>
#include <memory>

#include "reading/document_builder.h"
#include "reading/text_lines.h"

namespace onus {

namespace {

using Iterator = std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)>;
using Node = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_line_end(char c) { return c == '\n' || c == '\r'; }
bool is_space(char c) { return is_blank(c) || is_line_end(c); }
bool is_punctuation(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

std::string_view literal_of(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : literal;
}

// The size of what looks like an entity at the beginning of `text`, 0 where nothing does.
std::size_t entity_size(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  const std::size_t end = text.substr(0, kLongest).find(';');
  if (end == std::string_view::npos || end < 2) return 0;
  const std::string_view name = text.substr(1, end - 1);
  const bool named = std::all_of(name.begin(), name.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '#';
  });
  return named ? end + 1 : 0;
}

// cmark knows the two thousand names of HTML, so it is asked.
std::string entity_text(std::string_view entity) {
  const Node document(cmark_parse_document(entity.data(), entity.size(), CMARK_OPT_DEFAULT),
                      &cmark_node_free);
  cmark_node* paragraph = cmark_node_first_child(document.get());
  return paragraph == nullptr ? std::string() : inline_text(paragraph);
}

class Aligner {
 public:
  explicit Aligner(std::string_view content) : content_(content) {
    for (std::size_t begin = 0; begin < content.size();) {
      const std::size_t end = std::min(content.find_first_of("\r\n", begin), content.size());
      width_ = std::max(width_, end - begin);
      begin = end + 1;
    }
  }

  bool align(cmark_node* block) {
    const Iterator iterator(cmark_iter_new(block), &cmark_iter_free);
    while (true) {
      const cmark_event_type event = cmark_iter_next(iterator.get());
      if (event == CMARK_EVENT_DONE) break;
      cmark_node* node = cmark_iter_get_node(iterator.get());
      if (node == block) continue;
      if (!(event == CMARK_EVENT_ENTER ? enter(node) : leave(node))) return false;
    }
    skip(content_.size() - at_);
    return true;
  }

  void start_at(std::size_t place) { skip(place - at_); }
  std::vector<InlineStep> steps() && { return std::move(steps_); }

 private:
  using Kind = InlineStep::Kind;

  bool enter(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
        return text(literal_of(node));
      case CMARK_NODE_SOFTBREAK:
        return line_end(false);
      case CMARK_NODE_LINEBREAK:
        return line_end(true);
      case CMARK_NODE_CODE:
        return code();
      case CMARK_NODE_HTML_INLINE:
        return html(literal_of(node));
      case CMARK_NODE_EMPH:
        return delimiters(1);
      case CMARK_NODE_STRONG:
        return delimiters(2);
      case CMARK_NODE_LINK:
        autolinks_.push_back(next() == '<');
        return notation(autolinks_.back() ? "<" : "[");
      case CMARK_NODE_IMAGE:
        ++images_;
        return notation("![");
      default:
        return false;
    }
  }

  bool leave(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_EMPH:
        return delimiters(1);
      case CMARK_NODE_STRONG:
        return delimiters(2);
      case CMARK_NODE_LINK: {
        const bool autolink = autolinks_.back();
        autolinks_.pop_back();
        return autolink ? notation(">") : notation("]") && link_tail();
      }
      case CMARK_NODE_IMAGE:
        --images_;
        return notation("]") && link_tail();
      default:
        return true;
    }
  }

  char next() const { return at_ < content_.size() ? content_[at_] : '\0'; }
  std::string_view rest() const { return content_.substr(at_); }

  void step(Kind kind, std::size_t size, std::string with = {}, Treatment why = Treatment::markup) {
    if (size == 0) return;
    if (images_ > 0 && kind != Kind::skip) {
      kind = Kind::skip;
      why = Treatment::image_text;
    }
    const bool joins = !steps_.empty() && steps_.back().kind == kind && steps_.back().why == why &&
                       (kind == Kind::copy || kind == Kind::skip);
    if (joins) {
      steps_.back().end += size;
    } else {
      steps_.push_back({kind, at_, at_ + size, std::move(with), why});
    }
    at_ += size;
  }

  void skip(std::size_t size) { step(Kind::skip, size); }

  bool notation(std::string_view expected) {
    if (!rest().starts_with(expected)) return false;
    skip(expected.size());
    return true;
  }

  bool delimiters(std::size_t size) {
    const std::string_view marks = rest().substr(0, size);
    if (marks.size() != size || marks.find_first_not_of("*_") != std::string_view::npos) return false;
    skip(size);
    return true;
  }

  bool text(std::string_view literal) {
    const bool autolink = !autolinks_.empty() && autolinks_.back();
    while (!literal.empty()) {
      if (at_ >= content_.size()) return false;
      if (next() == '&' && entity(literal)) continue;
      const bool escaped =
          next() == '\\' && !autolink && at_ + 1 < content_.size() && is_punctuation(content_[at_ + 1]);
      if (escaped) skip(1);
      if (next() != literal.front()) return false;
      step(Kind::copy, 1);
      literal.remove_prefix(1);
    }
    return true;
  }

  bool entity(std::string_view& literal) {
    const std::size_t size = entity_size(rest());
    if (size == 0) return false;
    const std::string stands_for = entity_text(rest().substr(0, size));
    const bool decoded = !stands_for.empty() && stands_for != rest().substr(0, size);
    if (!decoded || !literal.starts_with(stands_for)) return false;
    step(Kind::replace, size, as_prose(stands_for));
    literal.remove_prefix(stands_for.size());
    return true;
  }

  std::string_view line_around(std::size_t place) const {
    std::size_t begin = place;
    while (begin > 0 && !is_line_end(content_[begin - 1])) --begin;
    const std::size_t end = std::min(content_.find_first_of("\r\n", place), content_.size());
    std::string_view line = content_.substr(begin, end - begin);
    while (!line.empty() && is_blank(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_blank(line.back())) line.remove_suffix(1);
    return line;
  }

  bool line_end(bool hard) {
    std::size_t end = at_;
    while (end < content_.size() && is_blank(content_[end])) ++end;
    if (hard && end < content_.size() && content_[end] == '\\') ++end;
    if (end >= content_.size() || !is_line_end(content_[end])) return false;
    const std::size_t mark = end;
    end += content_.substr(end, 2) == "\r\n" ? 2 : 1;
    while (end < content_.size() && is_blank(content_[end])) ++end;
    if (!hard) hard = line_break(line_around(mark), line_around(end), width_) == LineBreak::hard;
    step(Kind::replace, end - at_, hard ? "\n" : " ");
    return true;
  }

  bool code() {
    const std::size_t marks = std::min(rest().find_first_not_of('`'), rest().size());
    if (marks == 0) return false;
    std::size_t begin = at_ + marks;
    std::size_t end = begin;
    while (true) {  // to a run of just as many marks
      end = content_.find('`', end);
      if (end == std::string_view::npos) return false;
      const std::size_t run = std::min(content_.find_first_not_of('`', end), content_.size()) - end;
      if (run == marks) break;
      end += run;
    }
    skip(marks);
    step(Kind::copy, end - begin);
    skip(marks);
    return true;
  }

  bool html(std::string_view literal) {
    if (!rest().starts_with(literal)) return false;
    if (std::optional<std::string> remark = remark_in(literal); remark && images_ == 0) {
      step(Kind::remark, literal.size(), std::move(*remark));
    } else {
      step(Kind::skip, literal.size(), {}, Treatment::html);
    }
    return true;
  }

  std::size_t spaces_from(std::size_t place) const {
    while (place < content_.size() && is_space(content_[place])) ++place;
    return place;
  }

  // Behind the mark that ends what began at `place`, with escapes; npos where there is no end.
  std::size_t behind(std::size_t place, char mark) const {
    for (; place < content_.size(); ++place) {
      if (content_[place] == mark) return place + 1;
      if (content_[place] == '\\') ++place;
    }
    return std::string_view::npos;
  }

  std::size_t behind_destination(std::size_t place) const {
    if (place < content_.size() && content_[place] == '<') return behind(place + 1, '>');
    int open = 0;
    for (; place < content_.size() && !is_space(content_[place]); ++place) {
      if (content_[place] == '\\')
        ++place;
      else if (content_[place] == '(')
        ++open;
      else if (content_[place] == ')' && open-- == 0)
        break;
    }
    return std::min(place, content_.size());
  }

  // "(destination "title")": where it ends; npos where it is none.
  std::size_t behind_target() const {
    std::size_t place = behind_destination(spaces_from(at_ + 1));
    if (place == std::string_view::npos) return place;
    place = spaces_from(place);
    if (place < content_.size() && std::string_view("\"'(").find(content_[place]) != std::string_view::npos) {
      place = behind(place + 1, content_[place] == '(' ? ')' : content_[place]);
      if (place == std::string_view::npos) return place;
      place = spaces_from(place);
    }
    return place < content_.size() && content_[place] == ')' ? place + 1 : std::string_view::npos;
  }

  bool link_tail() {
    std::size_t end = std::string_view::npos;
    if (next() == '(') end = behind_target();
    if (next() == '[') end = behind(at_ + 1, ']');
    if (end != std::string_view::npos) skip(end - at_);
    return true;
  }

  std::string_view content_;
  std::size_t at_ = 0;
  std::size_t width_ = 0;
  std::vector<InlineStep> steps_;
  std::vector<bool> autolinks_;  // of each link that is open
  int images_ = 0;
};

// Definitions of links that stand at the beginning of a paragraph aren't in its tree.
bool may_be_definition(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first != std::string_view::npos && line[first] == '[';
}

}  // namespace

std::optional<std::vector<InlineStep>> align_inlines(cmark_node* block, std::string_view content) {
  constexpr int kMostDefinitions = 50;
  std::size_t start = 0;
  bool definition = true;
  for (int attempt = 0; definition && attempt < kMostDefinitions && start < content.size(); ++attempt) {
    Aligner aligner(content);
    aligner.start_at(std::min(content.find_first_not_of(" \t", start), content.size()));
    if (aligner.align(block)) return std::move(aligner).steps();
    definition = may_be_definition(content);
    const std::size_t end = content.find('\n', start);
    if (end == std::string_view::npos) break;
    start = end + 1;
  }
  return std::nullopt;
}

std::string inline_text(cmark_node* block) {
  std::string text;
  const Iterator iterator(cmark_iter_new(block), &cmark_iter_free);
  while (cmark_iter_next(iterator.get()) != CMARK_EVENT_DONE) {
    cmark_node* node = cmark_iter_get_node(iterator.get());
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) text += literal_of(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) text += ' ';
  }
  return text;
}

std::optional<std::string> remark_in(std::string_view html) {
  const std::size_t open = html.find("<!--");
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t begin = html.find_first_not_of(" \t\r\n", open + 4);
  if (begin == std::string_view::npos || !html.substr(begin).starts_with("onus:")) return std::nullopt;
  const std::size_t words = html.find_first_not_of(" \t\r\n", begin + 5);
  const std::size_t end = html.find("-->", begin);
  if (end == std::string_view::npos || words == std::string_view::npos || words >= end) return std::string();
  return as_prose(html.substr(words, html.find_last_not_of(" \t\r\n", end - 1) + 1 - words));
}

}  // namespace onus
