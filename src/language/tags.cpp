#include "language/tags.h"

#include "text/closed_list.h"

namespace onus {
namespace {

constexpr std::string_view kUpos[] = {
#define ONUS_ENTRY(name) #name,
    ONUS_UPOS(ONUS_ENTRY)
#undef ONUS_ENTRY
};
constexpr std::string_view kXpos[] = {
#define ONUS_ENTRY(name, text) text,
    ONUS_XPOS(ONUS_ENTRY)
#undef ONUS_ENTRY
};
constexpr std::string_view kDeprel[] = {
#define ONUS_ENTRY(name, text) text,
    ONUS_DEPREL(ONUS_ENTRY)
#undef ONUS_ENTRY
};

}  // namespace

std::string_view text_of(Upos tag) { return kUpos[static_cast<std::size_t>(tag)]; }
std::string_view text_of(Xpos tag) { return kXpos[static_cast<std::size_t>(tag)]; }
std::string_view text_of(Deprel tag) { return kDeprel[static_cast<std::size_t>(tag)]; }

std::optional<Upos> upos_from(std::string_view text) { return value_named<Upos>(kUpos, text); }
std::optional<Xpos> xpos_from(std::string_view text) { return value_named<Xpos>(kXpos, text); }

std::optional<Deprel> deprel_from(std::string_view text) {
  if (const auto exact = value_named<Deprel>(kDeprel, text)) return exact;
  return value_named<Deprel>(kDeprel, text.substr(0, text.find(':')));
}

}  // namespace onus
