#include "annotate_copy.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "reporting/annotate.h"
#include "reporting/titles.h"
#include "reporting/write_file.h"
#include "text/failure.h"

namespace onus {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in) throw Failure(path + " can't be read again for the copy", ExitCode::unreadable);
  return bytes;
}

void check(const Options& options, const Report& report) {
  const std::string& input = options.inputs.front();
  std::error_code none;
  if (fs::equivalent(input, options.annotate, none))
    throw Failure("--annotate " + options.annotate +
                  ": that is the report itself; give the copy another name");
  if (report.documents.size() == 1 && !can_annotate(report.documents.front().document.format))
    throw Failure("--annotate: " + input +
                  " is neither a .docx nor an .odt file; comments can be written into those only");
}

}  // namespace

void write_annotated_copy(const Options& options, const Report& report) {
  check(options, report);
  if (report.documents.empty()) return;
  const AnnotateOptions wanted{options.most_comments, options.track_changes, now_in_utc()};
  const AnnotatedCopy copy = annotate(bytes_of(options.inputs.front()), report.documents.front(), wanted);
  write_file(options.annotate, [&](std::ostream& out) { out << copy.bytes; });
  if (options.quiet) return;
  std::cerr << "onus: " << options.annotate << ": " << counted(copy.comments, "comment");
  if (options.track_changes) std::cerr << ", " << counted(copy.changes, "tracked change");
  if (copy.left_out > 0)
    std::cerr << ", " << counted(copy.left_out, "finding") << " told in the opening comment only";
  std::cerr << '\n';
}

}  // namespace onus
