// SPDX-License-Identifier: MIT
#include "engine/typeface.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <thread>

namespace pmsite {
namespace {

constexpr Font kFonts[] = {Font::serif_bold, Font::sans};

/// ASCII as the `name` table has it: two bytes a character.
std::string wide(std::string_view text) {
  std::string result;
  for (const char c : text) result += {'\0', c};
  return result;
}

long ink_of(const GlyphBitmap& glyph) {
  long sum = 0;
  for (const auto coverage : glyph.coverage) sum += coverage;
  return sum;
}

}  // namespace

TEST_CASE("the fonts are whole, and under the licence that lets them be part of the program") {
  using namespace std::string_view_literals;
  for (const Font font : kFonts) {
    CHECK(embedded_font(font).starts_with("\0\1\0\0"sv));
    CHECK(embedded_font(font).find(wide("SIL Open Font License, Version 1.1")) != std::string_view::npos);
  }
  CHECK(embedded_font(Font::serif_bold).find(wide("Liberation Serif Bold")) != std::string_view::npos);
  CHECK(embedded_font(Font::sans).find(wide("Liberation Sans")) != std::string_view::npos);
}

TEST_CASE("both fonts have Latin, Greek and Cyrillic letters and typographic marks, and no Chinese") {
  for (const Font font : kFonts) {
    const Typeface face(font);
    for (const char32_t character : U"AzéŁžΩЯё“”‘’–—…€") CHECK((character == 0 || face.has(character)));
    CHECK_FALSE(face.has(U'東'));
    CHECK_FALSE(face.has(0x1F525));
  }
}

// Expected: Arial's widths (Liberation has the same), as in the table of engine/text_width.cpp.
TEST_CASE("lengths are in units of the em, as the font has them") {
  Typeface sans(Font::sans);
  CHECK(sans.lengths(U'A').advance == 1366);
  CHECK(sans.lengths(U' ').advance == 569);
  CHECK(sans.lengths(U'i').advance == 455);
  CHECK(sans.lengths(U' ').right == 0);
  CHECK(sans.lengths(U'H').left > 0);
  CHECK(sans.lengths(U'H').right < sans.lengths(U'H').advance);
}

TEST_CASE("pairs of letters are kerned") {
  const Typeface serif(Font::serif_bold);
  CHECK(serif.kerning(U'A', U'V') < 0);
  CHECK(serif.kerning(U'H', U'H') == 0);
  CHECK(serif.kerning(U'東', U'V') == 0);
}

TEST_CASE("a character is drawn where its lengths say, within a pixel, at any size") {
  Typeface serif(Font::serif_bold);
  for (const int size : {20, 44, 128})
    for (const char32_t character : {U'H', U'g', U'j', U'Ё'}) {
      CAPTURE(size);
      const auto lengths = serif.lengths(character);
      const auto& glyph = serif.bitmap(character, size);
      CHECK(std::abs(glyph.left - lengths.left * size / double{kUnitsPerEm}) <= 1);
      CHECK(std::abs(glyph.left + glyph.width - lengths.right * size / double{kUnitsPerEm}) <= 1);
      CHECK(glyph.coverage.size() == static_cast<std::size_t>(glyph.width * glyph.height));
      CHECK(*std::max_element(glyph.coverage.begin(), glyph.coverage.end()) == 255);
    }
}

TEST_CASE("an H stands on the baseline, a g hangs below it, a space has no ink") {
  Typeface sans(Font::sans);
  const GlyphBitmap capital = sans.bitmap(U'H', 100), hanging = sans.bitmap(U'g', 100);
  CHECK(capital.top == capital.height);
  CHECK(hanging.top < hanging.height);
  CHECK(sans.bitmap(U' ', 100).coverage.empty());
}

TEST_CASE("bold letters have more ink, and larger ones too") {
  Typeface serif(Font::serif_bold), sans(Font::sans);
  CHECK(ink_of(serif.bitmap(U'l', 60)) > ink_of(sans.bitmap(U'l', 60)));
  const long small = ink_of(sans.bitmap(U'l', 60));
  CHECK(ink_of(sans.bitmap(U'l', 120)) > 3 * small);
}

TEST_CASE("a glyph is the same before and after the cache was full, and on another thread") {
  const auto draw = [](Typeface& face) { return face.bitmap(U'R', 90).coverage; };
  const auto first = draw(typeface(Font::serif_bold));
  for (char32_t character = 0x21; character < 0x17F; ++character)
    for (int size = 100; size < 120; ++size) typeface(Font::serif_bold).bitmap(character, size);
  CHECK(draw(typeface(Font::serif_bold)) == first);
  auto elsewhere = first;
  elsewhere.clear();
  std::thread([&] { elsewhere = draw(typeface(Font::serif_bold)); }).join();
  CHECK(elsewhere == first);
}

TEST_CASE("each thread has its own typeface, and each font one") {
  Typeface* other = nullptr;
  std::thread([&] { other = &typeface(Font::sans); }).join();
  CHECK(other != &typeface(Font::sans));
  CHECK(&typeface(Font::sans) == &typeface(Font::sans));
  CHECK(&typeface(Font::sans) != &typeface(Font::serif_bold));
}

}  // namespace pmsite
