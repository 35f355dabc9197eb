// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pmsite {

/// A character of Unicode and the bytes it takes; a byte that is not UTF-8 stands for itself.
struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 1;
};

/// The character at the front of `bytes`, which must not be empty.
CodePoint code_point(std::string_view bytes);

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
