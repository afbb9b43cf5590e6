#pragma once

#include <cstdint>
#include <string_view>

#include "text/span.h"

namespace onus {

// Addresses within one chunk (a stretch without white space): web pages, e-mail, file names.

// The web or e-mail address in the chunk without the marks around it; empty where there is none.
ProseSpan link_in(std::string_view text, ProseSpan chunk);
// Where an address that begins with the chunk ends: before the closing marks of the sentence around it.
std::uint32_t link_end(std::string_view text, ProseSpan chunk);
// The end of the words joined by single full stops that the chunk begins with: "bbc.co.uk" in
// "bbc.co.uk/news,".
std::uint32_t dotted_end(std::string_view text, ProseSpan chunk);
// Does a dotted word end like a domain or a file name, or look like a newsgroup (alt.animals.dog)?
bool is_host_or_file(std::string_view dotted);

}  // namespace onus
