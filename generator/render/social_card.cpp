// SPDX-License-Identifier: MIT
#include "render/social_card.hpp"

#include "render/canvas.hpp"
#include "render/headline.hpp"
#include "render/printed_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace pmsite {
namespace {

// From top to bottom: the bar, as heavy as the incident was grave; severity, kind and date; the title; how
// long and what; a hairline; whose. All letters can still be read where a card is shown at a quarter of its
// size.

constexpr int kMargin = 48, kRight = kSocialCardWidth - kMargin, kMeasure = kRight - kMargin;
constexpr int kGap = 28;          // between things on a line
constexpr int kUnderTheBar = 60;  // from the bar to the baseline of the severity
constexpr int kTitleBottom = 454, kLedger = 510, kHairline = 535, kFolio = 582;

constexpr TextStyle kSeverity{Font::serif_bold, 50}, kDuration{Font::serif_bold, 46};
constexpr TextStyle kSite{Font::serif_bold, 38}, kPlain{Font::sans, 40};

/// How the bar of a severity looks: four times the thickness it has on a page.
struct Grade {
  int thickness;
  Ink bar, word;
  Spot spot = Spot::red;
};
constexpr std::array kGrades = {
    Grade{56, Ink::spot, Ink::spot},
    Grade{36, Ink::spot, Ink::spot},
    Grade{24, Ink::spot, Ink::spot, Spot::amber},
    Grade{12, Ink::black, Ink::black},
    Grade{4, Ink::black, Ink::black},
    Grade{2, Ink::grey, Ink::black},
};

const Grade& grade_of(int rank) {
  return kGrades[static_cast<std::size_t>(std::clamp(rank, 1, static_cast<int>(kGrades.size()))) - 1];
}

class Card {
 public:
  explicit Card(const CardFacts& facts)
      : facts_(facts),
        grade_(grade_of(facts.severity_rank)),
        canvas_(kSocialCardWidth, kSocialCardHeight, grade_.spot) {}

  std::string draw() {
    canvas_.fill({kMargin, kMargin, kMeasure, grade_.thickness}, grade_.bar);
    const int kicker = kMargin + grade_.thickness + kUnderTheBar;
    print_kicker(kicker);
    print_title(kicker + 22);
    print_ledger();
    canvas_.fill({kMargin, kHairline, kMeasure, 2}, Ink::rule);
    print_folio();
    return canvas_.png();
  }

 private:
  /// Prints what fits between `x` and `right`, and returns where it ends: at `x` where nothing was printed.
  int print(std::string_view text, const TextStyle& style, Ink ink, int x, int baseline, int right) {
    const auto line = shortened(printable(text, style.font), style, right - x);
    print_line(canvas_, line, style, ink, x, baseline);
    return x + printed_width(line, style);
  }

  /// Prints what fits in half a line at its right end, and returns where the left part has to end.
  int print_at_right(std::string_view text, int baseline) {
    const auto line = shortened(printable(text, kPlain.font), kPlain, kMeasure / 2);
    if (line.empty()) return kRight;
    const int x = kRight - printed_width(line, kPlain);
    print_line(canvas_, line, kPlain, Ink::grey, x, baseline);
    return x - kGap;
  }

  void print_kicker(int baseline) {
    constexpr int kWordGap = 18, kInside = 14, kAbove = 42, kBelow = 14;
    const int right = print_at_right(facts_.date, baseline);
    int x = print(facts_.severity, kSeverity, grade_.word, kMargin, baseline, kMargin + kMeasure / 3);
    if (x > kMargin) x += kWordGap;
    if (!facts_.is_fictional) {
      print(facts_.kind_label, kPlain, Ink::black, x, baseline, right);
      return;
    }
    // A reader must not take it for news, so it is told by a frame too.
    const int end = print("Fictional", kPlain, Ink::black, x + kInside, baseline, right - kInside) + kInside;
    frame({x, baseline - kAbove, end - x, kAbove + kBelow});
  }

  void frame(const Box& box) {
    constexpr int kLine = 3;
    canvas_.fill({box.x, box.y, box.width, kLine}, Ink::black);
    canvas_.fill({box.x, box.y + box.height - kLine, box.width, kLine}, Ink::black);
    canvas_.fill({box.x, box.y, kLine, box.height}, Ink::black);
    canvas_.fill({box.x + box.width - kLine, box.y, kLine, box.height}, Ink::black);
  }

  void print_title(int top) {
    const auto headline =
        set_headline(printable(facts_.title, Font::serif_bold), kMeasure, kTitleBottom - top);
    const int free = kTitleBottom - top - headline.line_height * static_cast<int>(headline.lines.size());
    int baseline = top + free / 3 + headline.style.size * 17 / 20;
    for (const auto& line : headline.lines) {
      print_line(canvas_, line, headline.style, Ink::black, kMargin, baseline);
      baseline += headline.line_height;
    }
  }

  void print_ledger() {
    const int end = print(facts_.duration, kDuration, Ink::black, kMargin, kLedger, kMargin + kMeasure / 2);
    print_services(end == kMargin ? kMargin : end + kGap);
  }

  /// As many names as fit, then how many more there are. The first may be shortened, so that there is one.
  void print_services(int x) {
    const auto count = facts_.services.size();
    for (std::size_t i = 0; i < count; ++i) {
      const int reserved = i + 1 == count ? 0 : kGap + more_width(count - i - 1);
      const int width = printed_width(printable(facts_.services[i], kPlain.font), kPlain);
      if (i > 0 && x + width > kRight - reserved) {
        print(more(count - i), kPlain, Ink::grey, x, kLedger, kRight);
        return;
      }
      const int end = print(facts_.services[i], kPlain, Ink::grey, x, kLedger, kRight - reserved);
      if (end > x) x = end + kGap;
    }
  }

  static std::string more(std::size_t count) { return fmt::format("+{}", count); }
  static int more_width(std::size_t count) {
    return printed_width(printable(more(count), kPlain.font), kPlain);
  }

  /// The site's mark is the bar in small, as on its pages.
  void print_folio() {
    constexpr int kMark = 36;
    const int right = print_at_right(facts_.organization, kFolio), x = kMargin + kMark + 16;
    if (print(facts_.site, kSite, Ink::black, x, kFolio, right) == x) return;
    canvas_.fill({kMargin, kFolio - 26, kMark, 15}, Ink::black);
    canvas_.fill({kMargin, kFolio - 5, kMark, 5}, Ink::black);
  }

  const CardFacts& facts_;
  const Grade& grade_;
  Canvas canvas_;
};

}  // namespace

std::string draw_social_card(const CardFacts& facts) { return Card(facts).draw(); }

}  // namespace pmsite
