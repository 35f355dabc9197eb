// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace pmsite {

/// How wide one line of valid UTF-8 text is in Arial (Helvetica, Liberation Sans) of `font_size`, in the unit
/// of `font_size`. Exact for Latin text without kerning; an estimate on the wide side for other scripts. Asks
/// no font of the system, so it is the same on every machine.
double text_width(std::string_view text, double font_size);

}  // namespace pmsite
