// SPDX-License-Identifier: MIT
#pragma once

#include "read/raw_text.hpp"

#include <cstddef>
#include <string>

namespace pmsite {

/// The lines above the first section that are no prose.
struct RawTitle {
  std::string text;     ///< what the postmortem is called; "Postmortem" only if nothing else is said
  std::string heading;  ///< the first of the lines
  std::size_t first = 0, last = 0;  ///< lines of the raw text, [first, last)
};

RawTitle find_title(const RawText& text);

}  // namespace pmsite
