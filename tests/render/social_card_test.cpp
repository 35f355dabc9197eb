// SPDX-License-Identifier: MIT
#include "render/social_card.hpp"

#include "base/parallel.hpp"
#include "support/child.hpp"
#include "support/png_reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>

namespace pmsite {
namespace {

using Rgb = std::array<int, 3>;

constexpr Rgb kPaper{0xfb, 0xf9, 0xf4}, kRed{0xa6, 0x2b, 0x18}, kAmber{0x85, 0x50, 0x00};
constexpr int kMargin = 48;

CardFacts facts() {
  return {.site = "Shop postmortems",
          .title = "Checkout failed over, and no one noticed",
          .severity = "SEV1",
          .kind_label = "Outage",
          .date = "6 March 2026",
          .duration = "53 min",
          .organization = "Shop",
          .severity_rank = 1,
          .services = {"checkout", "payments"},
          .is_fictional = false};
}

ReadPng card(const CardFacts& of) { return read_png(draw_social_card(of)); }

ReadPng with_title(const std::string& title) {
  CardFacts changed = facts();
  changed.title = title;
  return card(changed);
}

/// How many rows from the margin down are inked in the middle of the card.
int bar_thickness(const ReadPng& read) {
  int thickness = 0;
  while (read.at(kSocialCardWidth / 2, kMargin + thickness) != kPaper) ++thickness;
  return thickness;
}

/// Whether there is ink in rows `top` to `bottom` within the columns `left` to `right`.
bool inked(const ReadPng& read, int left, int top, int right, int bottom) {
  for (int y = top; y < bottom; ++y)
    for (int x = left; x < right; ++x)
      if (read.at(x, y) != kPaper) return true;
  return false;
}

void check_margins(const ReadPng& read) {
  constexpr int kEdge = kMargin - 2;  // a curve may reach a pixel beyond, to look as if it did not
  REQUIRE(read.width == kSocialCardWidth);
  REQUIRE(read.height == kSocialCardHeight);
  CHECK_FALSE(inked(read, 0, 0, kEdge, kSocialCardHeight));
  CHECK_FALSE(inked(read, kSocialCardWidth - kEdge, 0, kSocialCardWidth, kSocialCardHeight));
  CHECK_FALSE(inked(read, 0, 0, kSocialCardWidth, kMargin));
  CHECK_FALSE(inked(read, 0, kSocialCardHeight - 32, kSocialCardWidth, kSocialCardHeight));
}

/// The height of the first line of the title: rows with ink below the kicker, up to the first without.
int title_height(const ReadPng& read) {
  constexpr int kBelowKicker = 182;  // of a card with the heaviest bar
  int top = kBelowKicker;
  while (!inked(read, 0, top, kSocialCardWidth, top + 1)) ++top;
  int bottom = top;
  while (inked(read, 0, bottom, kSocialCardWidth, bottom + 1)) ++bottom;
  return bottom - top;
}

std::string repeated(std::string_view text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace

TEST_CASE("a card has the size that social networks ask for, and few bytes") {
  const auto file = draw_social_card(facts());
  CHECK(read_png(file).width == 1200);
  CHECK(read_png(file).height == 630);
  CHECK(file.size() < 25'000);
  CHECK(png_chunks(file) == std::vector<std::string>{"IHDR", "PLTE", "IDAT", "IEND"});
}

TEST_CASE("the bar is the heavier, the graver the incident was") {
  int last = 1'000;
  for (int rank = 1; rank <= 6; ++rank) {
    CAPTURE(rank);
    CardFacts changed = facts();
    changed.severity_rank = rank;
    const int thickness = bar_thickness(card(changed));
    CHECK(thickness < last);
    CHECK(thickness > 0);
    last = thickness;
  }
}

TEST_CASE("the bar is red for the two gravest severities, amber for the third") {
  const Rgb expected[] = {kRed, kRed, kAmber};
  for (int rank = 1; rank <= 3; ++rank) {
    CardFacts changed = facts();
    changed.severity_rank = rank;
    CHECK(card(changed).at(kSocialCardWidth / 2, kMargin) == expected[rank - 1]);
  }
}

TEST_CASE("a rank beyond the scale is taken for its end") {
  CardFacts changed = facts();
  changed.severity_rank = 99;
  CHECK(bar_thickness(card(changed)) == 2);
  changed.severity_rank = -3;
  CHECK(bar_thickness(card(changed)) == 56);
}

TEST_CASE("every fact is seen") {
  const auto whole = draw_social_card(facts());
  const auto differs = [&whole](auto change) {
    CardFacts changed = facts();
    change(changed);
    return draw_social_card(changed) != whole;
  };
  CHECK(differs([](CardFacts& each) { each.site += "!"; }));
  CHECK(differs([](CardFacts& each) { each.title += "!"; }));
  CHECK(differs([](CardFacts& each) { each.severity = "SEV2"; }));
  CHECK(differs([](CardFacts& each) { each.kind_label = "Data loss"; }));
  CHECK(differs([](CardFacts& each) { each.date = "7 March 2026"; }));
  CHECK(differs([](CardFacts& each) { each.duration = "54 min"; }));
  CHECK(differs([](CardFacts& each) { each.organization = "Bakery"; }));
  CHECK(differs([](CardFacts& each) { each.services[1] = "search"; }));
  CHECK(differs([](CardFacts& each) { each.is_fictional = true; }));
}

TEST_CASE("a made-up incident has a frame around the word that says so") {
  CardFacts changed = facts();
  changed.is_fictional = true;
  const auto plain = card(facts()), framed = card(changed);
  const auto longest_run = [](const ReadPng& read) {
    int longest = 0;
    for (int y = 108; y < 182; ++y)
      for (int x = 0, run = 0; x < kSocialCardWidth; ++x) {
        run = read.at(x, y) == kPaper ? 0 : run + 1;
        longest = std::max(longest, run);
      }
    return longest;
  };
  CHECK(longest_run(framed) > 150);
  CHECK(longest_run(plain) < 60);
}

TEST_CASE("a long title has smaller letters than a short one") {
  CHECK(title_height(with_title("H")) > title_height(with_title(repeated("HHHH ", 12))) * 3 / 2);
}

TEST_CASE("nothing is printed in the margins, however much there is to say") {
  CardFacts changed = facts();
  for (auto* text : {&changed.site, &changed.title, &changed.severity, &changed.kind_label, &changed.date,
                     &changed.duration, &changed.organization})
    *text = repeated("Wölfe jagen ", 40);
  changed.services = std::vector<std::string>(60, repeated("service", 30));
  check_margins(card(changed));
  changed.is_fictional = true;
  check_margins(card(changed));
  for (auto* text : {&changed.site, &changed.title, &changed.severity, &changed.duration})
    *text = repeated("ŤfWj", 2'000);
  check_margins(card(changed));
  check_margins(card(facts()));
  check_margins(with_title(repeated("W", 120)));
  check_margins(with_title("fjord"));
}

TEST_CASE("a card without facts is a bar and a hairline") {
  const auto read = card({});
  check_margins(read);
  CHECK(bar_thickness(read) == 2);
  CHECK_FALSE(inked(read, 0, 60, kSocialCardWidth, 530));
  CHECK_FALSE(inked(read, 0, 540, kSocialCardWidth, kSocialCardHeight));
}

TEST_CASE("services that do not fit are counted") {
  const auto draw = [](std::size_t count) {
    CardFacts changed = facts();
    changed.services = std::vector<std::string>(count, "recommendations");
    return draw_social_card(changed);
  };
  CHECK(draw(1) != draw(2));
  CHECK(draw(2) != draw(4));
  CHECK(draw(40) != draw(41));  // only the number tells them apart
  check_margins(read_png(draw(100'000)));
}

TEST_CASE("characters without a picture, of direction or of control change nothing on a card") {
  CHECK(with_title("Down 🔥\u202E\u0001").bytes == with_title("Down").bytes);
  CHECK(with_title("東京").bytes == with_title("").bytes);
  CHECK(with_title("\xFF\xC3").bytes == with_title("").bytes);
  check_margins(with_title("a" + repeated("\u0301\u0327", 500)));
}

TEST_CASE("the same facts make the same bytes, again, on any thread and after a fork") {
  const auto first = draw_social_card(facts());
  std::vector<std::string> files(16);
  parallel_for(files.size(), 4, [&files](std::size_t i) { files[i] = draw_social_card(facts()); });
  for (const auto& file : files) CHECK(file == first);
  CHECK(passes_in_child([&first] { return draw_social_card(facts()) == first; }));
}

}  // namespace pmsite
