#include "reporting/annotate_odt.h"

#include "reading/docx_package.h"
#include "reading/docx_xml.h"
#include "reading/unreadable.h"
#include "reporting/comment_text.h"
#include "reporting/odt_edit.h"
#include "reporting/zip_update.h"

namespace onus {
namespace {

constexpr const char* kContent = "content.xml";

bool is_packed(std::string_view odt) { return odt.starts_with("PK"); }

std::string xml_of(std::string_view odt) {
  if (!is_packed(odt)) return xml_as_utf8(std::string(odt));
  Package package(odt, Limits{});
  return xml_as_utf8(package.read(kContent).value_or(""));
}

// One copy in the making.
class OdtAnnotation {
 public:
  OdtAnnotation(std::string xml, const DocumentReport& report, const AnnotateOptions& options)
      : report_(report), options_(options), xml_(std::move(xml)), layout_(xml_) {
    if (!layout_.whole() || report.document.format != Format::odt)
      refuse_comments(report, "isn't the OpenDocument text that was read");
  }

  AnnotatedCopy write(std::string_view odt) {
    OdtEdit edit(layout_, kAnnotator, options_.date);
    const std::vector<std::uint32_t> left_out =
        put_comments(report_, options_.most_comments, result_,
                     [&](std::uint32_t index) { return put_comment(edit, report_.findings[index]); });
    if (const auto anchor =
            anchor_of_opening(report_.document, [&](ProseSpan span) { return anchor_of(span); }))
      edit.comment(*anchor, opening_comment(report_, left_out, result_.changes > 0));
    const std::string changed = declared_as_utf8(edit.write());
    result_.bytes = is_packed(odt) ? update_zip(odt, {{kContent, changed}}) : changed;
    return std::move(result_);
  }

 private:
  std::optional<OdtAnchor> anchor_of(ProseSpan span) const {
    const auto source = in_source(report_.document, span);
    return source ? odt_anchor_on(layout_, *source) : std::nullopt;
  }

  bool put_comment(OdtEdit& edit, const Finding& finding) {
    const std::optional<ProseSpan> changed = track_change(edit, finding);
    const auto anchor = anchor_of(changed ? join(*changed, finding.span) : finding.span);
    if (!anchor) return false;
    edit.comment(*anchor, comment_on(report_, finding, !anchor->exact || changed));
    return true;
  }

  std::optional<ProseSpan> track_change(OdtEdit& edit, const Finding& finding) {
    const Suggestion* rewrite = options_.track_changes ? first_rewrite(finding) : nullptr;
    if (rewrite == nullptr) return std::nullopt;
    const auto source = in_source(report_.document, rewrite->span);
    if (!source || !edit.may_replace(*source)) return std::nullopt;
    edit.replace(*source, rewrite->text);
    ++result_.changes;
    return rewrite->span;
  }

  const DocumentReport& report_;
  const AnnotateOptions& options_;
  std::string xml_;
  XmlLayout layout_;
  AnnotatedCopy result_;
};

}  // namespace

AnnotatedCopy annotate_odt(std::string_view odt, const DocumentReport& report,
                           const AnnotateOptions& options) {
  try {
    return OdtAnnotation(xml_of(odt), report, options).write(odt);
  } catch (const Unreadable& why) {
    refuse_comments(report, why.what());
  }
}

}  // namespace onus
