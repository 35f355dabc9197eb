// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string_view>

namespace pmsite {

/// The spaces above ASCII: no-break, thin, ideographic.
bool is_wide_blank(std::uint32_t value);

/// Joiners, marks of direction, variation selectors: nothing that is seen by itself.
bool is_invisible(std::uint32_t value);

/// Pictures, ticks, arrows of the dingbats, private use: what decorates a text.
bool is_emoji(std::uint32_t value);

/// Words as a reader counts them: runs without white space that hold a letter or a digit of any script, web
/// addresses left out.
int count_visible_words(std::string_view text);

}  // namespace pmsite
