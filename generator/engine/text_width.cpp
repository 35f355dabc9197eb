// SPDX-License-Identifier: MIT
#include "engine/text_width.hpp"

#include "base/code_point.hpp"
#include "base/source.hpp"
#include "engine/font_file.hpp"

#include <cstddef>
#include <cstdint>

namespace pmsite {
namespace {

// Advance widths in units of 1/2048 em, read from LiberationSans-Regular.ttf (Debian fonts-liberation2 2.1.5;
// the same as in fonts-liberation 1.07.4, except that U+00B7 has 569 there) by a script that looks each code
// point up in the table `cmap` (format 4) and takes `advanceWidth` of its glyph from `hmtx`. Liberation Sans
// was made to have the widths of Arial. 0 means that the font has no glyph there.
constexpr double kUnitsPerEm = 2048;

// clang-format off
// U+0020 to U+017F: Latin, Latin-1 and Latin Extended-A.
constexpr std::uint16_t kLatin[] = {
    569, 569, 727, 1139, 1139, 1821, 1366, 391, 682, 682, 797, 1196, 569, 682, 569, 569, 1139, 1139, 1139,
    1139, 1139, 1139, 1139, 1139, 1139, 1139, 569, 569, 1196, 1196, 1196, 1139, 2079, 1366, 1366, 1479,
    1479, 1366, 1251, 1593, 1479, 569, 1024, 1366, 1139, 1706, 1479, 1593, 1366, 1593, 1479, 1366, 1251,
    1479, 1366, 1933, 1366, 1366, 1251, 569, 569, 569, 961, 1139, 682, 1139, 1139, 1024, 1139, 1139, 569,
    1139, 1139, 455, 455, 1024, 455, 1706, 1139, 1139, 1139, 1139, 682, 1024, 569, 1139, 1024, 1479, 1024,
    1024, 1024, 684, 532, 684, 1196, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 569, 682, 1139, 1139, 1139, 1139, 532, 1139, 682, 1509, 758, 1139, 1196, 682,
    1509, 1131, 819, 1124, 682, 682, 682, 1180, 1100, 682, 682, 682, 748, 1139, 1708, 1708, 1708, 1251,
    1366, 1366, 1366, 1366, 1366, 1366, 2048, 1479, 1366, 1366, 1366, 1366, 569, 569, 569, 569, 1479, 1479,
    1593, 1593, 1593, 1593, 1593, 1196, 1593, 1479, 1479, 1479, 1479, 1366, 1366, 1251, 1139, 1139, 1139,
    1139, 1139, 1139, 1821, 1024, 1139, 1139, 1139, 1139, 569, 569, 569, 569, 1139, 1139, 1139, 1139, 1139,
    1139, 1139, 1124, 1251, 1139, 1139, 1139, 1139, 1024, 1139, 1024, 1366, 1139, 1366, 1139, 1366, 1139,
    1479, 1024, 1479, 1024, 1479, 1024, 1479, 1024, 1479, 1259, 1479, 1139, 1366, 1139, 1366, 1139, 1366,
    1139, 1366, 1139, 1366, 1139, 1593, 1139, 1593, 1139, 1593, 1139, 1593, 1139, 1479, 1139, 1479, 1139,
    569, 569, 569, 569, 569, 569, 569, 455, 569, 569, 1505, 909, 1024, 455, 1366, 1024, 1024, 1139, 455,
    1139, 455, 1139, 597, 1139, 684, 1139, 455, 1479, 1139, 1479, 1139, 1479, 1139, 1237, 1481, 1139, 1593,
    1139, 1593, 1139, 1593, 1139, 2048, 1933, 1479, 682, 1479, 682, 1479, 682, 1366, 1024, 1366, 1024, 1366,
    1024, 1366, 1024, 1251, 569, 1251, 768, 1251, 569, 1479, 1139, 1479, 1139, 1479, 1139, 1479, 1139, 1479,
    1139, 1479, 1139, 1933, 1479, 1366, 1024, 1366, 1251, 1024, 1251, 1024, 1251, 1024, 455};
// U+2010 to U+2044: dashes, quotation marks, bullets, ellipsis.
constexpr std::uint16_t kPunctuation[] = {
    682, 682, 1139, 1139, 2048, 2048, 846, 1131, 455, 455, 455, 455, 682, 682, 682, 682, 1139, 1139, 717, 0,
    0, 0, 2048, 0, 0, 0, 0, 0, 0, 0, 0, 410, 2048, 0, 384, 725, 725, 0, 0, 0, 0, 682, 682, 0, 1024, 0, 682,
    0, 0, 0, 0, 0, 342};
// U+2190 to U+2195: arrows.
constexpr std::uint16_t kArrows[] = {2048, 1024, 2048, 1024, 2048, 1024};
// clang-format on

constexpr std::uint16_t kEuro = 1139;
constexpr std::uint16_t kMinus = 1196;
constexpr std::uint16_t kFullWidth = 2048;
constexpr std::uint16_t kOtherScript = 1434;  // 0.7 em: Cyrillic and Greek capitals are about this wide

struct WidthRange {
  char32_t first, last;
  std::uint16_t width;
};

// What has no table, the first that fits: controls and marks that stand over a letter take no room; symbols,
// East Asian text and emoji take an em.
constexpr WidthRange kRanges[] = {
    {0x0000, 0x001F, 0},
    {0x007F, 0x009F, 0},
    {0x0300, 0x036F, 0},
    {0x1100, 0x115F, kFullWidth},
    {0x200B, 0x200F, 0},
    {0x202A, 0x202E, 0},
    {0x2060, 0x206F, 0},
    {0x20AC, 0x20AC, kEuro},
    {0x2122, 0x2122, kFullWidth},
    {0x2212, 0x2212, kMinus},
    {0x2200, 0x23FF, kFullWidth},
    {0x2460, 0x27FF, kFullWidth},
    {0x2900, 0x2BFF, kFullWidth},
    {0x2E80, 0xA4CF, kFullWidth},
    {0xA960, 0xA97F, kFullWidth},
    {0xAC00, 0xD7A3, kFullWidth},
    {0xF900, 0xFAFF, kFullWidth},
    {0xFE00, 0xFE0F, 0},
    {0xFE10, 0xFE6F, kFullWidth},
    {0xFEFF, 0xFEFF, 0},
    {0xFF01, 0xFF60, kFullWidth},
    {0xFFE0, 0xFFE6, kFullWidth},
    {0x1F000, 0x3FFFF, kFullWidth},
};

/// The width that a table starting at `first` has for a code point; 0 if none.
template <std::size_t size>
std::uint16_t table_width(const std::uint16_t (&table)[size], char32_t first, char32_t code_point) {
  return code_point >= first && code_point - first < size ? table[code_point - first] : std::uint16_t{0};
}

std::uint16_t advance(char32_t code_point) {
  for (const auto& range : kRanges)
    if (code_point >= range.first && code_point <= range.last) return range.width;
  for (const auto width :
       {table_width(kLatin, 0x20, code_point), table_width(kPunctuation, 0x2010, code_point),
        table_width(kArrows, 0x2190, code_point)})
    if (width != 0) return width;
  return kOtherScript;
}

/// In units of the em. Browsers give marks and controls no room, though many fonts have wide glyphs for them.
double advance_in(const FontWidths* font, char32_t code_point) {
  const auto units = advance(code_point);
  const auto own = font != nullptr && units != 0 ? font->advance(code_point) : std::nullopt;
  return own.value_or(units / kUnitsPerEm);
}

}  // namespace

double text_width(std::string_view text, double font_size, const FontWidths* font) {
  double ems = 0;
  while (!text.empty()) {
    const auto length = static_cast<std::size_t>(utf8_length(text));
    ems += length == 0 ? kFullWidth / kUnitsPerEm : advance_in(font, code_point(text).value);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return ems * font_size;
}

}  // namespace pmsite
