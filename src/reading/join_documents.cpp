#include "reading/join_documents.h"

#include <algorithm>
#include <string>
#include <utility>

namespace onus {

namespace {

void move_by(ProseSpan& span, std::uint32_t by) {
  if (span.empty()) return;
  span.begin += by;
  span.end += by;
}

std::uint32_t tables_in(const Document& document) {
  std::uint32_t tables = 0;
  for (const Block& block : document.blocks) {
    if (block.cell) tables = std::max(tables, block.cell->table + 1);
  }
  return tables;
}

}  // namespace

void append_document(Document& whole, Document next, std::string_view prefix) {
  if (!whole.prose.empty() && !next.prose.empty()) whole.prose += "\n\n";
  const auto by = static_cast<std::uint32_t>(whole.prose.size());
  const auto blocks = static_cast<std::uint32_t>(whole.blocks.size());
  const auto parts = static_cast<std::uint32_t>(whole.parts.size());
  const std::uint32_t tables = tables_in(whole);
  whole.prose += next.prose;
  for (Block& block : next.blocks) {
    move_by(block.span, by);
    if (block.heading != kNoHeading) block.heading += blocks;
    if (block.cell) {
      block.cell->table += tables;
      move_by(block.cell->header, by);
      move_by(block.cell->row_header, by);
    }
    whole.blocks.push_back(block);
  }
  for (Origin& origin : next.origins) {
    move_by(origin.prose, by);
    origin.part += parts;
    whole.origins.push_back(origin);
  }
  for (Remark& remark : next.remarks) {
    remark.about = {remark.about.begin + by, remark.about.end + by};
    remark.part += parts;
    whole.remarks.push_back(std::move(remark));
  }
  for (const std::string& part : next.parts)
    whole.parts.push_back(std::string(prefix) + (part.empty() ? "" : "/" + part));
  std::move(next.skipped.begin(), next.skipped.end(), std::back_inserter(whole.skipped));
  for (std::size_t i = 0; i < kTreatments; ++i) {
    const auto treatment = static_cast<Treatment>(i);
    whole.account.add(next.account.total(treatment), treatment);
  }
}

}  // namespace onus
