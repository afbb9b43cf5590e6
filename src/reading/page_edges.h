#pragma once

#include <vector>

#include "reading/pdf_words.h"

namespace onus {

// For each page, which of its lines are running heads, running feet or page numbers.
std::vector<std::vector<bool>> find_page_edges(const std::vector<PdfPage>& pages);

}  // namespace onus
