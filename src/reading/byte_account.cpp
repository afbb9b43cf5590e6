#include "reading/byte_account.h"

namespace onus {

std::string_view name_of(Treatment treatment) {
  static constexpr std::array<std::string_view, kTreatments> kNames = {"prose",
                                                                       "layout",
                                                                       "markup",
                                                                       "front matter",
                                                                       "a remark",
                                                                       "code",
                                                                       "HTML",
                                                                       "an image's text",
                                                                       "deleted text",
                                                                       "hidden text",
                                                                       "a field's instruction",
                                                                       "a table of contents",
                                                                       "a comment",
                                                                       "a header or footer",
                                                                       "a drawing",
                                                                       "another version of the text",
                                                                       "unread"};
  return kNames[static_cast<std::size_t>(treatment)];
}

}  // namespace onus
