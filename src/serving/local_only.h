#pragma once

#include <string_view>

namespace onus {

// A page from anywhere can make its reader's browser send requests to this machine, and by turning its own
// name round to 127.0.0.1 (DNS rebinding) even read the answers. Both show in what the browser says of
// itself: so every request has to be addressed to this machine by a name of its own, and none may come from a
// page from elsewhere.

// "127.0.0.1", "localhost" or "[::1]", with or without a port; 127.anything too. Not empty.
bool is_local_host(std::string_view host_header);
// A page of this machine, or an add-on of a browser, an editor or a note-taking program. Not "null".
bool is_trusted_origin(std::string_view origin_header);
// An address that only this machine can reach.
bool is_loopback(std::string_view address);

}  // namespace onus
