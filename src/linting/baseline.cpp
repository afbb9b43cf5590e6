#include "linting/baseline.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <ostream>

#include "linting/fingerprint.h"
#include "text/failure.h"

namespace onus {
namespace {

constexpr std::string_view kSchema = "onus.baseline/1";

}  // namespace

Baseline load_baseline(const std::filesystem::path& file) {
  std::ifstream in(file);
  if (!in) throw Failure(file.string() + " can't be opened; --write-baseline makes such a file");
  const auto json = nlohmann::json::parse(in, nullptr, false);
  Baseline baseline;
  if (!json.is_object() || json.value("schema", "") != kSchema || !json.contains("fingerprints") ||
      !json["fingerprints"].is_array())
    throw Failure(file.string() + " is not a baseline; --write-baseline makes one");
  for (const auto& fingerprint : json["fingerprints"])
    if (fingerprint.is_string()) baseline.push_back(fingerprint.get<std::string>());
  std::ranges::sort(baseline);
  return baseline;
}

void write_baseline(std::ostream& out, const Report& report) {
  Baseline all;
  for (const DocumentReport& document : report.documents) {
    const Baseline some = fingerprints(document);
    all.insert(all.end(), some.begin(), some.end());
  }
  std::ranges::sort(all);
  all.erase(std::unique(all.begin(), all.end()), all.end());
  out << nlohmann::ordered_json{{"schema", kSchema}, {"fingerprints", all}}.dump(2) << '\n';
}

std::size_t drop_known(DocumentReport& report, const Baseline& baseline) {
  const std::vector<std::string> names = fingerprints(report);
  std::vector<Finding> kept;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (!std::ranges::binary_search(baseline, names[i])) kept.push_back(std::move(report.findings[i]));
  const std::size_t dropped = names.size() - kept.size();
  report.findings = std::move(kept);
  return dropped;
}

}  // namespace onus
