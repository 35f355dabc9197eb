// SPDX-License-Identifier: MIT
#include "render/canvas.hpp"

#include "support/png_reader.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

using Rgb = std::array<int, 3>;

constexpr Rgb kPaper{0xfb, 0xf9, 0xf4}, kBlack{0x1d, 0x1c, 0x19};

Rgb colour_of(Ink ink, Spot spot = Spot::red) {
  Canvas canvas(4, 4, spot);
  canvas.fill({0, 0, 4, 4}, ink);
  return read_png(canvas.png()).at(1, 1);
}

int inked(const Canvas& canvas) {
  int count = 0;
  for (int y = 0; y < canvas.height(); ++y)
    for (int x = 0; x < canvas.width(); ++x) count += canvas.has_ink(x, y) ? 1 : 0;
  return count;
}

}  // namespace

TEST_CASE("paper, black and the spot colours are those of the default theme") {
  CHECK(read_png(Canvas(2, 2, Spot::red).png()).at(0, 0) == kPaper);
  CHECK(colour_of(Ink::black) == kBlack);
  CHECK(colour_of(Ink::spot, Spot::red) == Rgb{0xa6, 0x2b, 0x18});
  CHECK(colour_of(Ink::spot, Spot::amber) == Rgb{0x85, 0x50, 0x00});
}

TEST_CASE("grey is lighter than black, and a rule lighter than grey") {
  CHECK(colour_of(Ink::grey)[0] > kBlack[0] + 40);
  CHECK(colour_of(Ink::rule)[0] > colour_of(Ink::grey)[0] + 40);
  CHECK(colour_of(Ink::rule)[0] < kPaper[0] - 20);
}

TEST_CASE("grey text can be read: its contrast with the paper is that of WCAG's level AA") {
  CHECK(colour_of(Ink::grey)[0] <= 0x70);
  CHECK(colour_of(Ink::grey)[1] <= 0x70);
  CHECK(colour_of(Ink::grey)[2] <= 0x70);
}

TEST_CASE("a box fills its place and no other") {
  Canvas canvas(20, 10, Spot::red);
  canvas.fill({3, 2, 5, 4}, Ink::spot);
  CHECK(inked(canvas) == 20);
  CHECK(canvas.has_ink(3, 2));
  CHECK(canvas.has_ink(7, 5));
  CHECK_FALSE(canvas.has_ink(8, 5));
  CHECK_FALSE(canvas.has_ink(7, 6));
}

TEST_CASE("what lies beyond the edges is not printed") {
  const GlyphBitmap glyph{-2, 3, 5, 5, std::vector<std::uint8_t>(25, 255)};
  Canvas canvas(10, 10, Spot::red);
  for (const int far : {-1'000, -50, 50, 1'000})
    for (const int near : {-1'000, 5, 1'000}) {
      canvas.fill({far, near, 4, 4}, Ink::black);
      canvas.fill({near, far, 4, 4}, Ink::black);
      canvas.print(glyph, far, near, Ink::black);
      canvas.print(glyph, near, far, Ink::black);
    }
  canvas.fill({5, 5, -4, -4}, Ink::black);
  CHECK(inked(canvas) == 0);
}

TEST_CASE("what lies across an edge is printed as far as there is paper") {
  const GlyphBitmap glyph{-2, 3, 5, 5, std::vector<std::uint8_t>(25, 255)};
  Canvas filled(10, 10, Spot::red), printed(10, 10, Spot::red);
  filled.fill({-2, 8, 5, 5}, Ink::black);
  CHECK(inked(filled) == 6);
  printed.print(glyph, 0, 11, Ink::black);
  CHECK(printed.png() == filled.png());
  printed.print(glyph, 10, 1, Ink::black);
  CHECK(inked(printed) == 6 + 2 * 3);
}

TEST_CASE("a glyph stands where its pen stands, as dark as its coverage says") {
  Canvas canvas(10, 10, Spot::red);
  canvas.print({1, 2, 3, 1, {255, 128, 4}}, 4, 7, Ink::black);
  const auto read = read_png(canvas.png());
  CHECK(read.at(5, 5) == kBlack);
  CHECK(read.at(6, 5)[0] > kBlack[0]);
  CHECK(read.at(6, 5)[0] < kPaper[0]);
  CHECK(read.at(7, 5) == kPaper);
  CHECK(inked(canvas) == 2);
}

TEST_CASE("where two glyphs meet, the darker is seen, whichever came first") {
  const GlyphBitmap dark{0, 1, 1, 1, {255}}, light{0, 1, 1, 1, {100}};
  Canvas one(1, 1, Spot::red), other(1, 1, Spot::red);
  one.print(dark, 0, 1, Ink::black);
  one.print(light, 0, 1, Ink::black);
  other.print(light, 0, 1, Ink::black);
  other.print(dark, 0, 1, Ink::black);
  CHECK(one.png() == other.png());
  CHECK(read_png(one.png()).at(0, 0) == kBlack);
}

}  // namespace pmsite
