// SPDX-License-Identifier: MIT
#include "render/canvas.hpp"

#include "engine/png.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pmsite {
namespace {

constexpr Colour kPaper{0xfb, 0xf9, 0xf4}, kBlack{0x1d, 0x1c, 0x19};
constexpr std::array kSpots = {Colour{0xa6, 0x2b, 0x18}, Colour{0x85, 0x50, 0x00}};  // in the order of Spot

// At most 16 colours with the paper, since those need half a byte a pixel. Finer strengths make larger files,
// and cannot be told apart.
constexpr int kBlacks = 7, kSpotColours = 4;

std::uint8_t mixed(std::uint8_t paper, std::uint8_t ink, int strength, int strengths) {
  return static_cast<std::uint8_t>((paper * (strengths - strength) + ink * strength + strengths / 2) /
                                   strengths);
}

void add_strengths(std::vector<Colour>& palette, const Colour& ink, int strengths) {
  for (int strength = 1; strength <= strengths; ++strength)
    palette.push_back({mixed(kPaper.red, ink.red, strength, strengths),
                       mixed(kPaper.green, ink.green, strength, strengths),
                       mixed(kPaper.blue, ink.blue, strength, strengths)});
}

/// An ink's colours in the palette: how many there are, the strongest last, and how many colours stand before
/// them. Grey and rule are weak blacks, and nearly the colours that the theme has for them.
struct Strengths {
  int before, count;
};

Strengths strengths_of(Ink ink) {
  switch (ink) {
    case Ink::black:
      return {0, kBlacks};
    case Ink::grey:
      return {0, 5};
    case Ink::rule:
      return {0, 1};
    case Ink::spot:
      return {kBlacks, kSpotColours};
  }
  return {0, 0};
}

}  // namespace

Canvas::Canvas(int width, int height, Spot spot)
    : width_(width),
      height_(height),
      spot_(spot),
      pixels_(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), 0) {}

void Canvas::fill(const Box& box, Ink ink) {
  const int left = std::clamp(box.x, 0, width_), right = std::clamp(box.x + box.width, left, width_);
  const int top = std::clamp(box.y, 0, height_), bottom = std::clamp(box.y + box.height, top, height_);
  const auto strengths = strengths_of(ink);
  const auto colour = static_cast<std::uint8_t>(strengths.before + strengths.count);
  for (int y = top; y < bottom; ++y)
    std::fill_n(pixels_.begin() + static_cast<std::ptrdiff_t>(place(left, y)), right - left, colour);
}

void Canvas::print(const GlyphBitmap& glyph, int x, int y, Ink ink) {
  const auto strengths = strengths_of(ink);
  const int left = x + glyph.left, top = y - glyph.top;
  const int begin = std::max(0, -left), end = std::min(glyph.width, width_ - left);
  for (int row = std::max(0, -top); row < std::min(glyph.height, height_ - top); ++row) {
    const auto* coverage = glyph.coverage.data() + static_cast<std::ptrdiff_t>(row) * glyph.width;
    for (int column = begin; column < end; ++column) {
      const int strength = (coverage[column] * strengths.count + 127) / 255;
      auto& pixel = pixels_[place(left + column, top + row)];
      if (strength > 0) pixel = std::max(pixel, static_cast<std::uint8_t>(strengths.before + strength));
    }
  }
}

std::string Canvas::png() const {
  std::vector<Colour> palette = {kPaper};
  add_strengths(palette, kBlack, kBlacks);
  add_strengths(palette, kSpots[static_cast<std::size_t>(spot_)], kSpotColours);
  return encode_png({width_, height_, std::move(palette), pixels_});
}

}  // namespace pmsite
