// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>

namespace pmsite {

/// Whether what stands in `text` from `begin` to `end` joins the time that ends at `begin` and the one that
/// begins at `end` to a range: a dash, "to", "until", with "about" or "at" behind. "and" joins only where the
/// first time, which begins at `first`, stands behind "between" ("at 8 and 9 pm" are two times).
bool joins_range(std::string_view text, std::size_t first, std::size_t begin, std::size_t end);

/// Where the second time of a range would begin behind the first one, which stands from `first` to `begin`;
/// npos if nothing joins there. "and" behind "at" or "from" counts here: "at 8 and 9 pm" share their "pm".
std::size_t second_of_range(std::string_view text, std::size_t first, std::size_t begin);

}  // namespace pmsite
