// SPDX-License-Identifier: MIT
#pragma once

#include "engine/typeface.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pmsite {

/// Printed with black in three strengths, and one more colour.
enum class Ink { black, grey, rule, spot };
enum class Spot { red, amber };

/// In pixels; `x` and `y` are the upper left corner.
struct Box {
  int x = 0, y = 0, width = 0, height = 0;
};

/// A sheet of paper to print on. What lies beyond its edges is not printed.
class Canvas {
 public:
  Canvas(int width, int height, Spot spot);

  void fill(const Box& box, Ink ink);

  /// A character whose pen stands at `x` on the baseline `y`. Where two meet, the stronger one is seen.
  void print(const GlyphBitmap& glyph, int x, int y, Ink ink);

  int width() const { return width_; }
  int height() const { return height_; }

  /// Whether there is any ink at a place on the paper.
  bool has_ink(int x, int y) const { return pixels_[place(x, y)] != 0; }

  /// The sheet as a PNG file.
  std::string png() const;

 private:
  std::size_t place(int x, int y) const {
    return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_) + static_cast<std::size_t>(x);
  }

  int width_, height_;
  Spot spot_;
  std::vector<std::uint8_t> pixels_;  // places in the palette; 0 is paper
};

}  // namespace pmsite
