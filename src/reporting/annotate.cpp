#include "reporting/annotate.h"

#include <ctime>

#include "reporting/annotate_docx.h"
#include "reporting/annotate_odt.h"

namespace onus {

bool can_annotate(Format format) { return format == Format::docx || format == Format::odt; }

AnnotatedCopy annotate(std::string_view file, const DocumentReport& report, const AnnotateOptions& options) {
  if (report.document.format == Format::docx) return annotate_docx(file, report, options);
  if (report.document.format == Format::odt) return annotate_odt(file, report, options);
  refuse_comments(report, "is neither a .docx nor an .odt file");
}

std::string now_in_utc() {
  const std::time_t seconds = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::string text(32, '\0');
  text.resize(std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &utc));
  return text;
}

}  // namespace onus
