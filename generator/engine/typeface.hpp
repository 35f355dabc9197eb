// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace pmsite {

/// The fonts that are part of the program: Liberation Serif Bold and Liberation Sans.
enum class Font { serif_bold, sans };

/// The file of a font. Defined in a source that CMake makes.
std::string_view embedded_font(Font font);

inline constexpr int kUnitsPerEm = 2048;  ///< of both fonts; what lengths below are counted in

/// Horizontal lengths of a character, in units of the em: how far it moves the next one, and from where to
/// where its ink goes. `left` can be below 0, `right` beyond `advance`; both are 0 where there is no ink.
struct GlyphLengths {
  int advance = 0, left = 0, right = 0;
};

/// A character in grey, rows from top to bottom: 0 is no ink, 255 full. `left` and `top` lead from the pen's
/// place on the baseline to the first pixel; `top` counts upwards.
struct GlyphBitmap {
  int left = 0, top = 0, width = 0, height = 0;
  std::vector<std::uint8_t> coverage;
};

/// One of the fonts, ready to measure and to draw. Outlines are not fitted to pixels, and no setting of the
/// machine is asked: the same question has the same answer everywhere. One thread at a time.
class Typeface {
 public:
  explicit Typeface(Font font);
  ~Typeface();
  Typeface(const Typeface&) = delete;
  Typeface& operator=(const Typeface&) = delete;

  bool has(char32_t character) const;

  /// Of the mark for missing characters where the font has not this one.
  GlyphLengths lengths(char32_t character);

  /// How much nearer (below 0) or farther `second` stands behind `first`, in units of the em.
  int kerning(char32_t first, char32_t second) const;

  /// Drawn with an em of `size` pixels. Valid until the next call: a cache keeps the latest ones within a few
  /// megabytes.
  const GlyphBitmap& bitmap(char32_t character, int size);

 private:
  struct Face;
  std::unique_ptr<Face> face_;
};

/// The typeface of the calling thread, which keeps it to its end.
Typeface& typeface(Font font);

}  // namespace pmsite
