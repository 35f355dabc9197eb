// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace pmsite {

class FontWidths;

/// How wide one line of valid UTF-8 text is in `font_size`, in the unit of `font_size`, without kerning.
/// Measured by `font`, and by a table of Arial's widths (Helvetica's, Liberation Sans's) where that has no
/// glyph or there is none. The table is exact for Latin text; for other scripts it estimates on the wide
/// side. Marks over a letter and controls take no room, whatever a font says. Asks no font of the system, so
/// it is the same on every machine.
double text_width(std::string_view text, double font_size, const FontWidths* font = nullptr);

}  // namespace pmsite
