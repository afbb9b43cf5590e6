#include "reporting/annotate_docx.h"

#include <algorithm>
#include <memory>

#include "reading/docx_package.h"
#include "reading/docx_xml.h"
#include "reading/unreadable.h"
#include "reporting/comment_text.h"
#include "reporting/docx_comments.h"
#include "reporting/docx_edit.h"
#include "reporting/titles.h"
#include "reporting/zip_update.h"

namespace onus {
namespace {

// One copy in the making.
class Annotation {
 public:
  Annotation(std::string_view docx, const DocumentReport& report, const AnnotateOptions& options)
      : report_(report),
        options_(options),
        package_(docx, Limits{}),
        name_(package_.main_part()),
        main_(xml_as_utf8(package_.read(name_).value_or(""))),
        layout_(main_),
        anchors_(layout_),
        parts_(package_, name_, is_strict(layout_)) {
    if (!layout_.whole() || report.document.format != Format::docx)
      refuse_comments(report, "isn't the Word document that was read");
  }

  AnnotatedCopy write(std::string_view docx) {
    const XmlLayout existing(parts_.existing());
    ids_.see(layout_);
    ids_.see(existing);
    DocxEdit edit(layout_, ids_, signature());
    std::vector<DocxComment> comments(1);
    comments[0].id = ids_.next();
    const std::vector<std::uint32_t> left_out =
        put_comments(report_, options_.most_comments, result_,
                     [&](std::uint32_t index) { return put_comment(edit, index, comments); });
    put_opening(edit, left_out, comments);
    std::map<std::string, std::string> members;
    if (!comments.empty()) members = parts_.with(comments, signature());
    if (!comments.empty()) members[name_] = declared_as_utf8(edit.write());
    result_.bytes = update_zip(docx, members);
    return std::move(result_);
  }

 private:
  Signature signature() const { return {std::string(kAnnotator), options_.date}; }

  std::optional<DocxAnchor> anchor_of(ProseSpan span) {
    const auto source = in_source(report_.document, span);
    if (!source) return std::nullopt;
    const std::string& part = part_of(report_.document, span);
    return part == name_ ? anchors_.on(*source) : anchor_of_note(part, *source);
  }

  // A note has no comments of its own: they are put on its number in the text.
  std::optional<DocxAnchor> anchor_of_note(const std::string& part, SourceSpan source) {
    const XmlLayout& notes = notes_in(part);
    std::uint32_t note = notes.above(notes.at(source.begin), "footnote");
    const bool foot = note != kNoElement;
    if (!foot) note = notes.above(notes.at(source.begin), "endnote");
    if (note == kNoElement) return std::nullopt;
    const std::string_view id = attribute_in(notes.start_tag(note), "id");
    const std::string_view name = foot ? "footnoteReference" : "endnoteReference";
    for (std::uint32_t each = 0; each < layout_.elements().size(); ++each)
      if (layout_.is(each, name) && attribute_in(layout_.start_tag(each), "id") == id)
        return anchors_.on_reference(each);
    return std::nullopt;
  }

  const XmlLayout& notes_in(const std::string& part) {
    Notes& notes = notes_[part];
    if (!notes.layout) {
      notes.bytes = std::make_unique<std::string>(xml_as_utf8(package_.read(part).value_or("")));
      notes.layout = std::make_unique<XmlLayout>(*notes.bytes);
    }
    return *notes.layout;
  }

  bool put_comment(DocxEdit& edit, std::uint32_t index, std::vector<DocxComment>& comments) {
    const Finding& finding = report_.findings[index];
    const std::optional<ProseSpan> changed = track_change(edit, finding);
    const auto anchor = anchor_of(changed ? join(*changed, finding.span) : finding.span);
    if (!anchor) return false;
    comments.push_back({ids_.next(), comment_on(report_, finding, !anchor->exact || changed)});
    edit.comment(comments.back().id, *anchor);
    return true;
  }

  // Where the finding has a rewrite and its words are plain text that nothing else has changed.
  std::optional<ProseSpan> track_change(DocxEdit& edit, const Finding& finding) {
    if (!options_.track_changes) return std::nullopt;
    const Suggestion* rewrite = first_rewrite(finding);
    if (rewrite == nullptr) return std::nullopt;
    const auto source = in_source(report_.document, rewrite->span);
    if (!source || part_of(report_.document, rewrite->span) != name_ || is_changed(*source))
      return std::nullopt;
    const std::vector<std::uint32_t> runs = anchors_.plain_runs(*source);
    if (runs.empty()) return std::nullopt;
    edit.replace(*source, runs, rewrite->text);
    changed_.push_back(*source);
    ++result_.changes;
    return rewrite->span;
  }

  bool is_changed(SourceSpan span) const {
    return std::any_of(changed_.begin(), changed_.end(),
                       [&](SourceSpan done) { return done.overlaps(span); });
  }

  // Where no place can be found there is nothing to comment on.
  void put_opening(DocxEdit& edit, const std::vector<std::uint32_t>& left_out,
                   std::vector<DocxComment>& comments) {
    const auto anchor = anchor_of_opening(report_.document, [&](ProseSpan span) { return anchor_of(span); });
    if (!anchor) {
      comments.erase(comments.begin());
      return;
    }
    edit.comment(comments[0].id, *anchor);
    comments[0].paragraphs = opening_comment(report_, left_out, result_.changes > 0);
  }

  struct Notes {
    std::unique_ptr<std::string> bytes;
    std::unique_ptr<XmlLayout> layout;
  };

  const DocumentReport& report_;
  const AnnotateOptions& options_;
  Package package_;
  std::string name_;
  std::string main_;
  XmlLayout layout_;
  DocxAnchors anchors_;
  DocxCommentParts parts_;
  FreshIds ids_;
  std::map<std::string, Notes> notes_;
  std::vector<SourceSpan> changed_;
  AnnotatedCopy result_;
};

}  // namespace

AnnotatedCopy annotate_docx(std::string_view docx, const DocumentReport& report,
                            const AnnotateOptions& options) {
  try {
    return Annotation(docx, report, options).write(docx);
  } catch (const Unreadable& why) {
    refuse_comments(report, why.what());
  }
}

}  // namespace onus
