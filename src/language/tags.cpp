#include "language/tags.h"

#include <span>

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

template <class Tag>
std::optional<Tag> find(std::span<const std::string_view> names, std::string_view text) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == text) return static_cast<Tag>(i);
  return std::nullopt;
}

}  // namespace

std::string_view text_of(Upos tag) { return kUpos[static_cast<std::size_t>(tag)]; }
std::string_view text_of(Xpos tag) { return kXpos[static_cast<std::size_t>(tag)]; }
std::string_view text_of(Deprel tag) { return kDeprel[static_cast<std::size_t>(tag)]; }

std::optional<Upos> upos_from(std::string_view text) { return find<Upos>(kUpos, text); }
std::optional<Xpos> xpos_from(std::string_view text) { return find<Xpos>(kXpos, text); }

std::optional<Deprel> deprel_from(std::string_view text) {
  if (const auto exact = find<Deprel>(kDeprel, text)) return exact;
  return find<Deprel>(kDeprel, text.substr(0, text.find(':')));
}

}  // namespace onus
