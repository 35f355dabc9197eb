// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace pmsite {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
};

/// A picture of at most 16 colours: `pixels` are places in `palette`, rows from top to bottom.
struct PaletteImage {
  int width = 0, height = 0;
  std::vector<Colour> palette;
  std::vector<std::uint8_t> pixels;
};

/// The picture as a PNG file (ISO/IEC 15948) that holds nothing but the picture: no time, no text. Width and
/// height must be 1 at least, and every pixel be in the palette.
std::string encode_png(const PaletteImage& image);

}  // namespace pmsite
