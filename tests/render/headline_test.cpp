// SPDX-License-Identifier: MIT
#include "render/headline.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace pmsite {
namespace {

constexpr int kWidth = 1104, kHeight = 270;

Headline set(const std::u32string& text) { return set_headline(text, kWidth, kHeight); }

int widest(const Headline& headline) {
  int width = 0;
  for (const auto& line : headline.lines) width = std::max(width, printed_width(line, headline.style));
  return width;
}

/// The lines in one, with spaces between.
std::u32string joined(const Headline& headline) {
  std::u32string text;
  for (const auto& line : headline.lines) text += (text.empty() ? U"" : U" ") + line;
  return text;
}

std::u32string words(std::size_t count) {
  std::u32string text = U"Word";
  for (std::size_t i = 1; i < count; ++i) text += U" wording";
  return text;
}

}  // namespace

TEST_CASE("a short title is one line of the largest letters") {
  const auto headline = set(U"Down");
  CHECK(headline.lines == std::vector<std::u32string>{U"Down"});
  CHECK(headline.style.size > 100);
}

TEST_CASE("no title has no lines") { CHECK(set(U"").lines.empty()); }

TEST_CASE("the longer the title, the smaller its letters, and it always fits") {
  int size = set(U"Word").style.size;
  for (std::size_t count = 2; count < 40; ++count) {
    CAPTURE(count);
    const auto headline = set(words(count));
    CHECK(headline.style.size <= size);
    size = headline.style.size;
    CHECK(headline.lines.size() <= kMostHeadlineLines);
    CHECK(static_cast<int>(headline.lines.size()) * headline.line_height <= kHeight);
    CHECK(widest(headline) <= kWidth);
  }
  CHECK(size < 60);
}

TEST_CASE("the longest title that a post may have loses nothing") {
  const std::u32string title =
      U"One firewall rule with a runaway regular expression used up the CPU of the whole edge, and every "
      U"site "
      U"answered 502 then.";
  CHECK(title.size() >= 120);
  CHECK(joined(set(title)) == title);
}

TEST_CASE("lines are of about the same length, not full but for the last") {
  const auto headline = set(U"Search returned stale prices for one long afternoon");
  REQUIRE(headline.lines.size() == 2);
  const int first = printed_width(headline.lines[0], headline.style);
  const int second = printed_width(headline.lines[1], headline.style);
  CHECK(std::abs(first - second) < kWidth / 5);
}

TEST_CASE("a word is not cut where smaller letters let it stay whole") {
  const std::u32string title = U"Recommendationsengine misconfigurationmanagement";
  CHECK(joined(set(title)) == title);
  CHECK(set(title).lines.size() == 2);
}

TEST_CASE("a word that is longer than a line of the smallest letters is cut, and nothing is lost") {
  const std::u32string word(100, U'n');
  const auto headline = set(word);
  CHECK(headline.lines.size() > 1);
  CHECK(widest(headline) <= kWidth);
  std::u32string whole;
  for (const auto& line : headline.lines) whole += line;
  CHECK(whole == word);
}

TEST_CASE("a text that is too long for the smallest letters ends in an ellipsis") {
  const auto headline = set(words(200));
  CHECK(headline.lines.size() == kMostHeadlineLines);
  CHECK(headline.lines.back().back() == U'…');
  CHECK(widest(headline) <= kWidth);
  CHECK(set(std::u32string(5'000, U'W')).lines.size() == kMostHeadlineLines);
}

TEST_CASE("a space that does not break holds its words together") {
  const auto headline = set_headline(U"It lasted for some 53\u00A0min", 330, kHeight);
  CHECK(std::any_of(headline.lines.begin(), headline.lines.end(),
                    [](const auto& line) { return line.find(U"53\u00A0min") != std::u32string::npos; }));
}

TEST_CASE("a space of any size can be set, even where nothing fits") {
  CHECK(set_headline(U"Title", 1, 1).lines.size() <= 1);
  CHECK(set_headline(U"A long title", 0, 0).lines.size() <= 1);
}

}  // namespace pmsite
