#include <filesystem>
#include <iostream>

#include "archive/audit_csv.h"
#include "archive/audit_html.h"
#include "archive/audit_json.h"
#include "archive/audit_text.h"
#include "commands.h"
#include "reporting/write_file.h"
#include "text/failure.h"

namespace onus {
namespace {

void print(std::ostream& out, const Audit& audit, Output output) {
  switch (output) {
    case Output::json:
      return print_audit_json(out, audit);
    case Output::csv:
      return print_audit_csv(out, audit);
    case Output::html:
      return print_audit_html(out, audit);
    default:
      return print_audit_text(out, audit);
  }
}

bool say_complaints(const Audit& audit, const std::filesystem::path& file) {
  if (!audit.ratings) return false;
  for (const std::string& complaint : audit.ratings->complaints)
    std::cerr << "onus: " << file.string() << ": " << complaint << '\n';
  return !audit.ratings->complaints.empty();
}

}  // namespace

ExitCode run_audit(const Options& options) {
  if (!std::filesystem::exists(options.audit.store))
    throw Failure("there is no store " + options.audit.store.string() + "; onus scan --store makes one");
  const Audit result = audit(options.audit);
  if (options.output_file.empty()) {
    print(std::cout, result, options.output);
    std::cout.flush();
    if (!std::cout) throw Failure("standard output can't be written");
  } else {
    write_file(options.output_file, [&](std::ostream& out) { print(out, result, options.output); });
  }
  return say_complaints(result, options.audit.ratings) ? ExitCode::unreadable : ExitCode::clean;
}

}  // namespace onus
