// SPDX-License-Identifier: MIT
#include "engine/font_file.hpp"

#include "base/file.hpp"
#include "engine/text_width.hpp"
#include "support/font_builder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>
#include <type_traits>

namespace pmsite {
namespace {

using namespace font_builder;

/// "500 600 -": the widths of these code points in thousandths of the em, or what is wrong with the font.
std::string widths(const std::string& bytes, const std::u32string& code_points) {
  const auto font = read_font(bytes);
  if (!font) return font.error().message;
  std::string text;
  for (const char32_t each : code_points) {
    const auto advance = font->advance(each);
    text += (text.empty() ? "" : " ") + (advance ? fmt::format("{:.0f}", *advance * 1000) : "-");
  }
  return text;
}

/// The widths of a font with such tables of characters, whose glyphs 0 to 4 are 300, 500, 600, 700 and 700
/// wide.
std::string widths_by(const std::vector<CharacterTable>& characters, const std::u32string& code_points) {
  return widths(font(tables(1000, {300, 500, 600, 700}, 5, characters)), code_points);
}

std::string with_table(const std::string& name, const std::string& bytes) {
  Tables changed = letters();
  changed[name] = bytes;
  return font(changed);
}

std::string damage(const std::string& table, const std::string& fault) {
  return "a damaged font: its table `" + table + "` " + fault + "; get the file again, or use another font";
}

/// Asks for code points at every edge.
void probe(const FontWidths& font) {
  for (const char32_t each : {0x0u, 0x40u, 0x41u, 0x44u, 0x45u, 0xFFFFu, 0x10000u, 0x10FFFFu, 0xFFFFFFFFu}) {
    const auto advance = font.advance(each);
    CHECK((!advance || (*advance >= 0 && *advance <= 4096)));
  }
}

/// A font of the machine: the project holds none of other people's.
FontWidths liberation(const std::string& name) {
  constexpr std::size_t kLimit = 1 << 20;
  const auto bytes = read_file("/usr/share/fonts/truetype/liberation", name, kLimit);
  REQUIRE_MESSAGE(bytes, "install Debian's package fonts-liberation: ", bytes.error().message);
  auto font = read_font(*bytes);
  REQUIRE_MESSAGE(font, font.error().message);
  return *std::move(font);
}

}  // namespace

TEST_CASE("characters are measured in ems") {
  CHECK(widths(font(letters()), U"ABC") == "500 600 700");
  CHECK(widths(font(letters(), "OTTO"), U"ABC") == "500 600 700");
  CHECK(widths(font(letters(), "true"), U"ABC") == "500 600 700");
  CHECK(widths(font(tables(2048, {0, 1024}, 2, {{3, 1, format4({{'A', 'A', 0xFFC0}})}})), U"A") == "500");
}

TEST_CASE("glyphs past the measured ones have the last width") {
  CHECK(widths(font(letters()), U"CD") == "700 700");
  CHECK(widths(font(tables(1000, {600}, 300, {{3, 1, format4({{' ', '~', 0xFFE1}})}})), U" A~") ==
        "600 600 600");
}

TEST_CASE("what has no glyph has no width") {
  CHECK(widths(font(letters()), U"@E\uFFFF\U00010041") == "- - - -");
  CHECK(widths_by({{3, 1, format4({{'A', 'A', 0xFFC0}, {'C', 'C', 0xFFC0}})}}, U"ABC") == "500 - 700");
  // Glyph 0 is the one for what is missing, and glyph 5 is one more than there are.
  CHECK(widths_by({{3, 1, format4({{'A', 'B', 0xFFBF}, {'X', 'Y', 0xFFAC}})}}, U"ABXY") == "- 500 700 -");
  CHECK(widths_by({{3, 10, format12({{'A', 'B', 0}, {'X', 'Y', 4}})}}, U"ABXY") == "- 500 700 -");
}

TEST_CASE("format 4 finds glyphs through a list of its own") {
  // The list stands behind the last offset: 4 bytes on from the first of two, 2 from the last.
  const auto listed = format4({{'A', 'C', 0, 4}, {'X', 'X', 0xFFFF, 8}}, {2, 0, 1, 4});
  CHECK(widths_by({{3, 1, listed}}, U"ABCXY") == "600 - 500 700 -");
  // A delta counts for what has a glyph only, and an offset that leads out of the file finds nothing.
  CHECK(widths_by({{3, 1, format4({{'A', 'B', 1, 2}}, {1, 0})}}, U"AB") == "600 -");
  CHECK(widths_by({{3, 1, format4({{'A', 'A', 0xFFC0}, {0xFFFF, 0xFFFF, 1, 0xFFFF}})}}, U"A\uFFFF") ==
        "500 -");
}

TEST_CASE("segments that overlap count as a browser reads them: the first that ends behind a character") {
  CHECK(widths_by({{3, 1, format4({{'A', 'B', 0xFFC0}, {'A', 'C', 0xFFC1}, {'A', 'C', 0}})}}, U"ABC") ==
        "500 600 700");
  CHECK(widths_by({{3, 1, format4({{'B', 'A', 0xFFC0}, {'A', 'B', 0xFFC0}})}}, U"AB") == "- 600");
}

TEST_CASE("format 12 reaches beyond the first plane and is preferred") {
  const auto narrow = format4({{'A', 'A', 0xFFC0}});
  const auto wide = format12({{'A', 'B', 2}, {0x1F680, 0x1F681, 1}});
  CHECK(widths_by({{3, 10, wide}}, U"AB\U0001F680\U0001F681\U0001F682") == "600 700 500 600 -");
  CHECK(widths_by({{3, 1, narrow}, {3, 10, wide}}, U"AB") == "600 700");
  CHECK(widths_by({{0, 3, narrow}, {0, 4, wide}}, U"AB") == "600 700");
}

TEST_CASE("only tables over Unicode are asked") {
  const auto narrow = format4({{'A', 'A', 0xFFC0}});
  const std::string none =
      "a font without a Unicode table of characters (`cmap` format 4 or 12); use another font";
  CHECK(widths_by({{1, 0, narrow}, {3, 0, narrow}}, U"A") == none);
  CHECK(widths_by({{0, 5, number16(14)}, {3, 1, number16(6)}}, U"A") == none);
  CHECK(widths_by({}, U"A") == none);
  CHECK(widths_by({{0, 3, narrow}, {3, 1, format4({{'A', 'A', 0xFFC1}})}}, U"A") == "500");
  CHECK(widths_by({{1, 0, format4({{'A', 'A', 0}})}, {0, 5, number16(14)}, {3, 1, narrow}}, U"A") == "500");
}

TEST_CASE("a group may claim every code point, as often as it likes") {
  CHECK(widths_by({{3, 10, format12({{0, 0xFFFFFFFF, 0}})}}, U"\u0001\u0004\u0005") == "500 700 -");
  CHECK(widths_by({{3, 10, format12({{0, 0xFFFFFFFF, 0xFFFFFFFF}})}}, U"\u0001\u0002") == "- -");
  std::vector<Segment> segments(30000, {0, 0xFFFF, 1});
  CHECK(widths_by({{3, 1, format4(segments)}}, U"\u0001\u0003\u0004") == "600 700 -");
}

TEST_CASE("other files are refused by name") {
  const auto refusal = [](const std::string& bytes) { return widths(bytes, U""); };
  CHECK(refusal("") == "an empty file; use a TTF or OTF file");
  CHECK(refusal("wOFF....") == "a WOFF font; use the TTF or OTF file it was made from");
  CHECK(refusal("wOF2....") == "a WOFF2 font; use the TTF or OTF file it was made from");
  CHECK(refusal("ttcf....") == "a collection of fonts (TTC); use the TTF or OTF file of one of them");
  CHECK(refusal("<!DOCTYPE html>") == "not a TrueType or OpenType font; use a TTF or OTF file");
  CHECK(refusal(std::string("\0\1", 2)) == "not a TrueType or OpenType font; use a TTF or OTF file");
}

TEST_CASE("units per em are those that OpenType allows") {
  const auto measured = [](std::uint32_t units) {
    return widths(font(tables(units, {units}, 5, {{3, 1, format4({{'A', 'A', 0xFFC0}})}})), U"A");
  };
  CHECK(measured(16) == "1000");
  CHECK(measured(16384) == "1000");
  CHECK(measured(0) == damage("head", "has 0 units per em where 16 to 16384 are allowed"));
  CHECK(measured(15) == damage("head", "has 15 units per em where 16 to 16384 are allowed"));
  CHECK(measured(16385) == damage("head", "has 16385 units per em where 16 to 16384 are allowed"));
}

TEST_CASE("a table that is missing, short or outside of the file is named") {
  for (const auto& entry : letters()) {
    const std::string& name = entry.first;
    CAPTURE(name);
    Tables fewer = letters();
    fewer.erase(name);
    CHECK(widths(font(fewer), U"A") == damage(name, "is missing"));
    CHECK(widths(with_table(name, ""), U"A") == damage(name, "is too short"));
    std::string moved = font(letters());
    moved.replace(moved.find(name) + 8, 4, number32(0xFFFFFFFF));
    CHECK(widths(moved, U"A") == damage(name, "lies past the end of the file"));
    std::string longer = font(letters());
    longer.replace(longer.find(name) + 12, 4, number32(0xFFFFFFFF));
    CHECK(widths(longer, U"A") == damage(name, "lies past the end of the file"));
  }
}

TEST_CASE("counts that lie are found") {
  const std::string header(34, '\0');
  CHECK(widths(with_table("hhea", header + number16(0)), U"A") == damage("hhea", "counts no widths"));
  CHECK(widths(with_table("hhea", header + number16(0xFFFF)), U"A") == damage("hmtx", "is too short"));
  CHECK(widths(with_table("cmap", numbers16({0, 0xFFFF})), U"A") == damage("cmap", "ends in its list"));
  CHECK(widths_by({{3, 1, numbers16({4, 0, 0, 0xFFFF})}}, U"A") ==
        damage("cmap", "counts segments past its end"));
  CHECK(widths_by({{3, 10, numbers16({12, 0, 0, 0, 0, 0, 0xFFFF, 0xFFFF})}}, U"A") ==
        damage("cmap", "counts groups past its end"));
  std::string many_tables = font(letters());
  many_tables.replace(4, 2, number16(0xFFFF)).replace(12, 4, "none");
  CHECK(widths(many_tables, U"A") == "a font file that ends in its list of tables; get the file again");
}

TEST_CASE("a table of characters that is out of order is refused, as browsers do") {
  const auto out_of_order = damage("cmap", "is out of order");
  CHECK(widths_by({{3, 1, format4({{'B', 'B', 0}, {'A', 'A', 0}})}}, U"A") == out_of_order);
  CHECK(widths_by({{3, 10, format12({{'B', 'B', 0}, {'A', 'A', 0}})}}, U"A") == out_of_order);
  CHECK(widths_by({{3, 10, format12({{'A', 'B', 0}, {'B', 'C', 0}})}}, U"A") == out_of_order);
  CHECK(widths_by({{3, 10, format12({{'B', 'A', 0}})}}, U"A") == out_of_order);
}

TEST_CASE("a font that is cut off anywhere is refused") {
  Tables both = letters();
  both["cmap"] =
      character_tables({{3, 1, format4({{'A', 'D', 0xFFC0}})}, {3, 10, format12({{'A', 'D', 1}})}});
  for (const auto& whole : {font(letters()), font(both)}) {
    CHECK(read_font(whole));
    for (std::size_t size = 0; size < whole.size(); ++size) {
      // A copy of just that size, so that a sanitizer sees each byte read past its end.
      const std::string cut = whole.substr(0, size);
      CAPTURE(size);
      CHECK_FALSE(read_font(cut));
    }
  }
}

TEST_CASE("no byte of a font can do harm") {
  const std::string whole = font(letters());
  for (std::size_t i = 0; i < whole.size(); ++i)
    for (const int value : {0x00, 0x01, 0x7F, 0x80, 0xFF}) {
      std::string changed = whole;
      changed[i] = static_cast<char>(value);
      if (const auto font = read_font(changed)) probe(*font);
    }
}

TEST_CASE("a font owns its widths: it can be copied and moved, and outlives the file") {
  std::string bytes = font(letters());
  auto read = read_font(bytes);
  bytes.assign(bytes.size(), '\xFF');
  const FontWidths copy = *read;
  const FontWidths moved = *std::move(read);
  CHECK(copy.advance(U'B') == 0.6);
  CHECK(moved.advance(U'B') == 0.6);
  static_assert(std::is_copy_assignable_v<FontWidths> && std::is_nothrow_move_assignable_v<FontWidths>);
}

TEST_CASE("our table of Arial's widths is what Liberation Sans says") {
  const FontWidths font = liberation("LiberationSans-Regular.ttf");
  const auto check = [&font](char32_t code_point, const std::string& character) {
    CAPTURE(character);
    CHECK(font.advance(code_point) == text_width(character, 1));
  };
  for (char each = ' '; each <= '~'; ++each) check(static_cast<char32_t>(each), std::string(1, each));
  for (char32_t each = 0xA0; each <= 0xFF; ++each)
    if (each != U'·')  // wider in our table, as in Liberation Sans 2
      check(each, {static_cast<char>(0xC0 | each >> 6), static_cast<char>(0x80 | (each & 0x3F))});
}

TEST_CASE("a font is as wide as Chromium draws it") {
  // getComputedTextLength() of an SVG <text> at 14 px in a font of @font-face. Recorded with Chromium
  // 156.0.8078.114 of Debian 12 (headless, --dump-dom) and the package fonts-liberation 1:1.07.4-11.
  const FontWidths font = liberation("LiberationSerif-Regular.ttf");
  const auto check = [&font](std::string_view label, double drawn) {
    CAPTURE(label);
    CHECK(std::abs(text_width(label, 14, &font) - drawn) < 0.1);
  };
  check("Orders DB (primary)", 118.188);
  check("checkout-api", 72.297);
  check("Zahlungsdienst für Köln", 136.875);
  check("“p99” < 250 ms – ½ €", 124.172);
  check("WAVE To. AV", 88.266);  // without kerning: 81.109 with it
}

}  // namespace pmsite
