// SPDX-License-Identifier: MIT
#include "engine/text_width.hpp"

#include "engine/font_file.hpp"
#include "support/font_builder.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace pmsite {
namespace {

struct Label {
  std::string_view text;
  double drawn;     ///< in pixels at 14 px
  double unkerned;  ///< the same without kerning
};

// getComputedTextLength() of an SVG <text> with font-family Arial and font-size 14, as it is and with
// font-kerning: none. Recorded with Chromium 156.0.8078.114 of Debian 12 (headless, --dump-dom), where Arial
// is Liberation Sans of the package fonts-liberation 1:1.07.4-11.
constexpr Label kLabels[] = {
    {"Orders DB (primary)", 126.016, 126.016},
    {"checkout-api", 79.391, 79.391},
    {"payments_worker_02", 133.859, 133.859},
    {"kafka.broker[3]@{rack}", 142.625, 142.625},
    {"eu-west-1b", 69.266, 69.266},
    {"illicit filling", 62.234, 62.234},
    {"fi ffi fl ff", 43.844, 44.344},
    {"WAVE To. AV", 82.750, 87.922},
    {"Type: Yes, Pay. LT 11", 133.875, 138.516},
    {"HTTP 503: 1,234 errors/s", 157.703, 157.953},
    {"p99 < 250 ms & 5 % loss", 155.266, 155.266},
    {"user@example.org #42 $7 ^~`|\\", 196.031, 196.031},
    {"Zahlungsdienst für Köln", 147.094, 147.094},
    {"Café señor naïve Ångström", 170.422, 170.422},
    {"Œuvre, Łódź, Čeština, Şişli", 168.078, 168.078},
    {"€ 1 000 ± £5", 77.750, 77.750},
    {"x² + ½ − 3 × 7 ÷ 1", 110.031, 110.031},
    {"10:12 – 11:48 — down", 140.891, 140.891},
    {"“quoted” ‘text’…", 98.828, 98.828},
    {"• Redis™ ‰ †‡", 95.938, 95.938},
    {"A → B ← C", 71.578, 72.359},
    {"retry ↔ back-off", 99.328, 99.594},
};

/// Our "A" to "D" are 0.5, 0.6, 0.7 and 0.7 em wide, and the marks as wide as "A".
FontWidths own_font() {
  using namespace font_builder;
  const auto characters = format12(
      {{'\t', '\t', 1}, {'A', 'D', 1}, {0x301, 0x301, 1}, {0x200B, 0x200B, 1}, {0x1F680, 0x1F680, 2}});
  return *read_font(font(tables(1000, {300, 500, 600, 700}, 5, {{3, 10, characters}})));
}

}  // namespace

TEST_CASE("text is as wide as Chromium draws it in Arial, or wider where Chromium kerns") {
  constexpr double kTolerance = 0.1;
  for (const auto& label : kLabels) {
    CAPTURE(label.text);
    const double width = text_width(label.text, 14);
    CHECK(width > label.drawn - kTolerance);
    CHECK(width > label.unkerned - kTolerance);
    CHECK(width < label.unkerned + kTolerance);
  }
}

TEST_CASE("width grows with the font size") {
  CHECK(text_width("", 14) == 0);
  CHECK(text_width("abc", 28) == doctest::Approx(2 * text_width("abc", 14)));
}

TEST_CASE("East Asian characters and emoji are one em wide") {
  CHECK(text_width("日本語", 10) == 30);
  CHECK(text_width("한국", 10) == 20);
  CHECK(text_width("🚀", 10) == 10);
}

TEST_CASE("punctuation is measured, combining marks and controls take no room") {
  CHECK(text_width("—", 10) == 10);
  CHECK(text_width("’", 10) == doctest::Approx(2.22).epsilon(0.01));
  CHECK(text_width("e\u0301", 10) == text_width("e", 10));
  CHECK(text_width("a\u200Bb", 10) == text_width("ab", 10));
}

TEST_CASE("other scripts are estimated and bad bytes do no harm") {
  CHECK(text_width("ДЯ", 10) == doctest::Approx(14).epsilon(0.01));
  CHECK(text_width("a\xFF", 10) > text_width("a", 10));
}

TEST_CASE("a site's own font measures what it has, and our table the rest") {
  const FontWidths font = own_font();
  CHECK(text_width("ABCD", 10, &font) == doctest::Approx(25));
  CHECK(text_width("A-é", 10, &font) == doctest::Approx(5 + text_width("-é", 10)));
  CHECK(text_width("🚀日", 10, &font) == doctest::Approx(6 + 10));
  CHECK(text_width("A\xFF", 10, &font) == doctest::Approx(5 + 10));
  CHECK(text_width("", 10, &font) == 0);
  CHECK(text_width("ABCD", 10, nullptr) == text_width("ABCD", 10));
}

TEST_CASE("marks and controls take no room, however wide a font has them") {
  const FontWidths font = own_font();
  CHECK(text_width("A\u0301", 10, &font) == text_width("A", 10, &font));
  CHECK(text_width("\tA\u200BA", 10, &font) == text_width("AA", 10, &font));
}

}  // namespace pmsite
