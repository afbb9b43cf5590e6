#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

struct zip;

namespace onus {

// The member of that name, or of that name in other case, or with backslashes, as some programs write
// "word\\document.xml"; -1 where there is none.
std::int64_t find_member(zip* archive, const std::string& name);

// The bytes of a member of an open zip, inflated step by step, as no size that the file declares is believed.
// After each step `check(size so far, bytes of this step)` is asked and throws where that is too much.
// `expected` bytes are made room for. nullopt where the member is damaged.
std::optional<std::string> inflate_member(zip* archive, std::uint64_t index, std::size_t expected,
                                          const std::function<void(std::size_t, std::size_t)>& check);

// Whether what came out is too much for what went in; a little text may be as dense as it likes.
bool is_too_dense(std::uint64_t inflated, std::uint64_t packed, std::uint64_t most_per_byte);

}  // namespace onus
