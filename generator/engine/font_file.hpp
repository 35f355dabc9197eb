// SPDX-License-Identifier: MIT
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace pmsite {

/// Code points `first` to `last`, whose glyphs are numbered one after the other from `glyph`.
struct GlyphRun {
  char32_t first = 0, last = 0;
  std::uint32_t glyph = 0;
};

/// The advance widths of one font, by code point: how far a character moves the next one, without kerning.
/// Keeps nothing of the bytes it was read from.
class FontWidths {
 public:
  /// In units of the em; none where the font has no glyph.
  std::optional<double> advance(char32_t code_point) const;

 private:
  friend Result<FontWidths> read_font(std::string_view bytes);
  FontWidths() = default;

  std::vector<GlyphRun> runs_;           // in order, none overlaps another
  std::vector<std::uint16_t> advances_;  // by glyph, never empty; glyphs past the end have the last one
  std::uint32_t glyph_count_ = 0;
  std::uint16_t units_per_em_ = 0;  // never 0 once read
};

/// Reads a TrueType or OpenType font (TTF, OTF) by the OpenType specification 1.9. The bytes may come from
/// anybody: time and memory are bounded by their number and by 65,536 characters. The error is a phrase that
/// says what kind of file it is instead, or which table is wrong, and what to do: "a WOFF font; use the TTF
/// or OTF file it was made from".
Result<FontWidths> read_font(std::string_view bytes);

}  // namespace pmsite
