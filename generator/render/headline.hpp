// SPDX-License-Identifier: MIT
#pragma once

#include "render/printed_text.hpp"

#include <string>
#include <vector>

namespace pmsite {

inline constexpr std::size_t kMostHeadlineLines = 4;

/// A title as it is to be set: lines of about the same length, `line_height` pixels from one baseline to the
/// next.
struct Headline {
  TextStyle style;
  int line_height = 0;
  std::vector<std::u32string> lines;
};

/// Sets `text` (see printable()) as large as it fits into `width` times `height` pixels. A word is cut only
/// where it is longer than a line, and the text only where the smallest letters are too large: it ends in an
/// ellipsis then.
Headline set_headline(const std::u32string& text, int width, int height);

}  // namespace pmsite
