// SPDX-License-Identifier: MIT
#include "engine/png.hpp"

#include "support/png_reader.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

/// Stripes of all 16 colours, so that a pixel in a wrong place is seen.
PaletteImage stripes(int width, int height) {
  PaletteImage image{width, height, {}, {}};
  for (int i = 0; i < 16; ++i)
    image.palette.push_back({static_cast<std::uint8_t>(i * 16), static_cast<std::uint8_t>(255 - i),
                             static_cast<std::uint8_t>(i * i)});
  for (int i = 0; i < width * height; ++i) image.pixels.push_back(static_cast<std::uint8_t>(i * 7 % 16));
  return image;
}

}  // namespace

TEST_CASE("a picture comes out of its PNG file as it went in, of even and of odd width") {
  for (const int width : {1, 2, 7, 64}) {
    CAPTURE(width);
    const auto image = stripes(width, 5);
    const auto read = read_png(encode_png(image));
    REQUIRE(read.width == width);
    REQUIRE(read.height == 5);
    for (int y = 0; y < 5; ++y)
      for (int x = 0; x < width; ++x) {
        const auto& colour = image.palette[image.pixels[static_cast<std::size_t>(y * width + x)]];
        CHECK(read.at(x, y) == std::array<int, 3>{colour.red, colour.green, colour.blue});
      }
  }
}

TEST_CASE("a PNG file holds the picture and nothing else: no time, no text, no name of a program") {
  CHECK(png_chunks(encode_png(stripes(300, 300))) ==
        std::vector<std::string>{"IHDR", "PLTE", "IDAT", "IEND"});
}

TEST_CASE("the same picture makes the same bytes, another one others") {
  CHECK(encode_png(stripes(30, 20)) == encode_png(stripes(30, 20)));
  CHECK(encode_png(stripes(30, 20)) != encode_png(stripes(20, 30)));
}

TEST_CASE("empty paper takes next to no room") {
  const PaletteImage paper{1200, 630, {Colour{251, 249, 244}}, std::vector<std::uint8_t>(1200 * 630)};
  CHECK(encode_png(paper).size() < 1000);
}

}  // namespace pmsite
