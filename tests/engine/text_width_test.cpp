// SPDX-License-Identifier: MIT
#include "engine/text_width.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("text is as wide as Chromium draws it in Arial") {
  // Chromium's getComputedTextLength() at 14 px; it kerns the third one to 82.8.
  CHECK(text_width("Orders DB (primary)", 14) == doctest::Approx(126.0).epsilon(0.0005));
  CHECK(text_width("illicit filling", 14) == doctest::Approx(62.2).epsilon(0.001));
  CHECK(text_width("WAVE To. AV", 14) == doctest::Approx(87.9).epsilon(0.0005));
  CHECK(text_width("Zahlungsdienst für Köln", 14) == doctest::Approx(147.1).epsilon(0.0005));
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

}  // namespace pmsite
