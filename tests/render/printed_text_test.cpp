// SPDX-License-Identifier: MIT
#include "render/printed_text.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace pmsite {
namespace {

constexpr TextStyle kStyle{Font::sans, 40};

bool shows(std::string_view text, std::u32string_view expected) {
  return printable(text, Font::sans) == expected && printable(text, Font::serif_bold) == expected;
}

/// The first and the last column with ink; {-1, -1} on empty paper.
std::pair<int, int> columns(const Canvas& canvas) {
  int first = -1, last = -1;
  for (int x = 0; x < canvas.width(); ++x)
    for (int y = 0; y < canvas.height(); ++y)
      if (canvas.has_ink(x, y)) {
        if (first < 0) first = x;
        last = x;
      }
  return {first, last};
}

}  // namespace

TEST_CASE("text that the fonts have stays as it is") {
  CHECK(shows("Größe, Łódź: 37 % of “users” – ‘all’", U"Größe, Łódź: 37 % of “users” – ‘all’"));
  CHECK(shows("Ёмкость базы «Север»", U"Ёмкость базы «Север»"));
  CHECK(shows("Η βάση δεδομένων", U"Η βάση δεδομένων"));
  CHECK(shows("", U""));
}

TEST_CASE("white space becomes one space, and none at the ends; a space that does not break stays") {
  CHECK(shows(" \t a \n\r b\u2003c\u2028d ", U"a b c d"));
  CHECK(shows("5\u202Fmin 5\u00A0h", U"5\u00A0min 5\u00A0h"));
}

TEST_CASE("controls, marks of direction and what is not seen are left out") {
  CHECK(shows(std::string("a\0b\x01"
                          "c\x7F",
                          6),
              U"abc"));
  CHECK(shows("a\u202Eb\u2066c\u200Fd\u200Be\uFEFFf\u00ADg\u061Ch", U"abcdefgh"));
  CHECK(shows("\u202E", U""));
}

TEST_CASE("emoji are left out, with what joins and colours them") {
  CHECK(shows("Deploy failed 🔥", U"Deploy failed"));
  CHECK(shows("👩\u200D💻 on call ⚠\uFE0F now", U"on call now"));
}

TEST_CASE("an ellipsis stands for letters that the fonts lack, or that are written from right to left") {
  CHECK(shows("東京 outage", U"… outage"));
  CHECK(shows("in 東京 データ センター, again", U"in …, again"));
  CHECK(shows("say שלום and مرحبا", U"say … and …"));
  CHECK(shows("private \uE000\uF001 use, broken \uFFFD", U"private … use, broken …"));
}

TEST_CASE("text with nothing to read is no text") {
  CHECK(shows("東京", U""));
  CHECK(shows("東京 🔥 データ", U""));
  CHECK(shows("…", U""));
}

TEST_CASE("marks over a letter need a letter") {
  CHECK(shows("e\u0301", U"e\u0301"));
  CHECK(shows("\u0301e", U"e"));
  CHECK(shows("a \u0301b", U"a b"));
}

TEST_CASE("a heap of marks over one letter is cut down") {
  CHECK(shows("a\u0301\u0301\u0301\u0301\u0301b\u0301", U"a\u0301\u0301\u0301b\u0301"));
}

TEST_CASE("bytes that are not UTF-8 are left out") {
  CHECK(shows("a\xFF\xC3", U"a"));
  CHECK(shows("\xE2\x80", U""));
  CHECK(shows("\xED\xA0\x80\xF8x", U"x"));
}

TEST_CASE("the pen moves by advances, kerning and tracking") {
  const auto places = pen_places(U"AV", kStyle);
  REQUIRE(places.size() == 3);
  CHECK(places[1] < 1366);
  CHECK(pen_places(U"AV", {Font::sans, 40, 100})[2] == places[2] + 100);
  CHECK(pen_places(U"", kStyle) == std::vector<int>{0});
}

TEST_CASE("a line is as wide as its ink, and begins and ends where it should") {
  for (const char32_t* text : {U"Outage", U"jaffa", U"AVATAR", U"…", U"fé’"}) {
    const std::u32string_view line = text;
    Canvas canvas(400, 100, Spot::red);
    print_line(canvas, line, kStyle, Ink::black, 100, 60);
    const auto [first, last] = columns(canvas);
    // The faintest edge of a letter may round to paper.
    CHECK(std::abs(first - 100) <= 1);
    CHECK(std::abs(last + 1 - (100 + printed_width(line, kStyle))) <= 1);
  }
  CHECK(printed_width(U"", kStyle) == 0);
}

TEST_CASE("larger letters are wider") {
  CHECK(printed_width(U"Outage", {Font::sans, 80}) > 19 * printed_width(U"Outage", kStyle) / 10);
}

TEST_CASE("text that fits is not shortened; other text ends in an ellipsis and fits") {
  const std::u32string text = U"recommendations, search";
  const int whole = printed_width(text, kStyle);
  CHECK(shortened(text, kStyle, whole) == text);
  for (int width = whole - 1; width > 60; width -= 7) {
    const auto shorter = shortened(text, kStyle, width);
    CHECK(shorter.size() < text.size() + 1);
    CHECK(shorter.back() == U'…');
    CHECK(text.starts_with(shorter.substr(0, shorter.size() - 1)));
    CHECK(printed_width(shorter, kStyle) <= width);
  }
}

TEST_CASE("a shortened text is as long as can be, but has no space or comma before the ellipsis") {
  CHECK(shortened(U"ab cd", kStyle, printed_width(U"ab …", kStyle)) == U"ab…");
  CHECK(shortened(U"ab, cdefghijk", kStyle, printed_width(U"ab, c", kStyle)) == U"ab…");
  CHECK(shortened(U"abcdefghijkl", kStyle, printed_width(U"abcde…", kStyle)) == U"abcde…");
}

TEST_CASE("where not even one character fits, nothing is left") {
  CHECK(shortened(U"abc", kStyle, 10).empty());
  CHECK(shortened(U"abc", kStyle, -5).empty());
}

}  // namespace pmsite
