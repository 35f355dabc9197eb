// SPDX-License-Identifier: MIT
#include "render/printed_text.hpp"

#include "base/code_point.hpp"
#include "base/source.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace pmsite {
namespace {

constexpr char32_t kEllipsis = 0x2026, kNoBreakSpace = 0xA0;

struct Range {
  char32_t first, last;
};

template <std::size_t size> bool is_in(const std::array<Range, size>& ranges, char32_t character) {
  return std::any_of(ranges.begin(), ranges.end(), [character](const Range& range) {
    return character >= range.first && character <= range.last;
  });
}

constexpr std::array kSpaces = {Range{'\t', '\r'}, Range{' ', ' '}, Range{0x2000, 0x200A},
                                Range{0x2028, 0x2029}, Range{0x3000, 0x3000}};
constexpr std::array kNoBreakSpaces = {Range{0xA0, 0xA0}, Range{0x202F, 0x202F}};

/// Controls, soft hyphen, joiners, marks of direction, variation selectors, tags.
constexpr std::array kUnseen = {Range{0x00, 0x1F},     Range{0x7F, 0x9F},       Range{0xAD, 0xAD},
                                Range{0x061C, 0x061C}, Range{0x200B, 0x200F},   Range{0x202A, 0x202E},
                                Range{0x2060, 0x206F}, Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},
                                Range{0xFFF0, 0xFFFB}, Range{0xE0000, 0x10FFFF}};

/// Symbols and emoji: a sentence loses nothing without those that the font lacks.
constexpr std::array kSymbols = {Range{0x2190, 0x2BFF}, Range{0x3001, 0x303F}, Range{0x1F000, 0x1FAFF}};

/// Written from right to left, which this printer cannot, or meaning nothing in particular (private use, the
/// replacement character), whatever the font has there.
constexpr std::array kRefused = {Range{0x0590, 0x08FF}, Range{0xE000, 0xF8FF}, Range{0xFB1D, 0xFDFF},
                                 Range{0xFE70, 0xFEFC}, Range{0xFFFD, 0xFFFD}, Range{0x10800, 0x10FFF}};

constexpr std::array kCombining = {Range{0x0300, 0x036F}, Range{0x0483, 0x0489}, Range{0x1DC0, 0x1DFF},
                                   Range{0x20D0, 0x20FF}, Range{0xFE20, 0xFE2F}};

constexpr int kMostMarks = 3;  // over one letter; languages need two

/// Puts a line together, character by character.
class LineMaker {
 public:
  explicit LineMaker(Font font) : face_(typeface(font)) {}

  void add(char32_t character) {
    if (is_in(kSpaces, character)) {
      space_pending_ = true;
    } else if (is_in(kNoBreakSpaces, character)) {
      put(kNoBreakSpace);
    } else if (is_in(kUnseen, character)) {
      return;
    } else if (is_in(kRefused, character) || !face_.has(character)) {
      if (!is_in(kSymbols, character) && !is_in(kCombining, character)) put_ellipsis();
    } else if (!is_in(kCombining, character)) {
      put(character);
    } else if (!line_.empty() && !space_pending_ && marks_ < kMostMarks) {
      line_ += character;
      ++marks_;
    }
  }

  /// Nothing where there is nothing to read.
  std::u32string line() && {
    return line_.find_first_not_of(U" \u00A0\u2026") == std::u32string::npos ? std::u32string()
                                                                             : std::move(line_);
  }

 private:
  void put(char32_t character) {
    if (space_pending_ && !line_.empty()) line_ += U' ';
    space_pending_ = false;
    marks_ = 0;
    line_ += character;
  }

  void put_ellipsis() {
    if (line_.empty() || line_.back() != kEllipsis) {
      put(kEllipsis);
    } else {
      space_pending_ = false;
    }
  }

  const Typeface& face_;
  std::u32string line_;
  bool space_pending_ = false;
  int marks_ = 0;  // over the last letter
};

/// Rounded to the nearest, without floating point: the same on every processor.
int to_pixels(int units, int size) {
  const std::int64_t scaled = std::int64_t{units} * size + kUnitsPerEm / 2;
  return static_cast<int>(scaled >= 0 ? scaled / kUnitsPerEm : -((kUnitsPerEm - 1 - scaled) / kUnitsPerEm));
}

}  // namespace

std::u32string printable(std::string_view text, Font font) {
  LineMaker maker(font);
  while (!text.empty()) {
    const auto length = static_cast<std::size_t>(utf8_length(text));
    if (length > 0) maker.add(code_point(text).value);
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
  return std::move(maker).line();
}

std::vector<int> pen_places(std::u32string_view text, const TextStyle& style) {
  Typeface& face = typeface(style.font);
  std::vector<int> places;
  places.reserve(text.size() + 1);
  int pen = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0) pen += face.kerning(text[i - 1], text[i]) + style.tracking;
    places.push_back(pen);
    pen += face.lengths(text[i]).advance;
  }
  places.push_back(pen);
  return places;
}

int printed_width(std::u32string_view text, const TextStyle& style) {
  if (text.empty()) return 0;
  Typeface& face = typeface(style.font);
  const auto places = pen_places(text, style);
  const int first_ink = face.lengths(text[0]).left;
  int width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const GlyphBitmap& glyph = face.bitmap(text[i], style.size);
    width = std::max(width, to_pixels(places[i] - first_ink, style.size) + glyph.left + glyph.width);
  }
  return width;
}

std::u32string shortened(std::u32string text, const TextStyle& style, int width) {
  if (printed_width(text, style) <= width) return text;
  const auto places = pen_places(text, style);
  for (auto length = text.size(); length > 0; --length) {
    // Far from fitting, measuring the line again would tell nothing new.
    if (length > 1 && to_pixels(places[length - 1], style.size) > width) continue;
    std::u32string shorter = text.substr(0, length);
    while (!shorter.empty() && (shorter.back() == U' ' || shorter.back() == U',')) shorter.pop_back();
    if (shorter.empty()) break;
    shorter += kEllipsis;
    if (printed_width(shorter, style) <= width) return shorter;
  }
  return {};
}

void print_line(Canvas& canvas, std::u32string_view text, const TextStyle& style, Ink ink, int x,
                int baseline) {
  if (text.empty()) return;
  Typeface& face = typeface(style.font);
  const auto places = pen_places(text, style);
  const int first_ink = face.lengths(text[0]).left;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int pen = x + to_pixels(places[i] - first_ink, style.size);
    canvas.print(face.bitmap(text[i], style.size), pen, baseline, ink);
  }
}

}  // namespace pmsite
