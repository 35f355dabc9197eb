// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

// Fonts for tests, put together from the numbers that count: no outlines, no names, no checksums.
namespace pmsite::font_builder {

using Numbers = std::vector<std::uint32_t>;

inline std::string number16(std::uint32_t number) {
  return {static_cast<char>(number >> 8 & 0xFF), static_cast<char>(number & 0xFF)};
}
inline std::string number32(std::uint32_t number) { return number16(number >> 16) + number16(number); }

inline std::string numbers16(const Numbers& numbers) {
  std::string bytes;
  for (const auto number : numbers) bytes += number16(number);
  return bytes;
}

/// A segment of `cmap` format 4. `range_offset` is as in the file, counted in bytes from its own place.
struct Segment {
  std::uint32_t first = 0, last = 0, delta = 0, range_offset = 0;
};

inline std::string format4(const std::vector<Segment>& segments, const Numbers& glyphs = {}) {
  Numbers firsts, lasts, deltas, range_offsets;
  for (const auto& segment : segments) {
    firsts.push_back(segment.first);
    lasts.push_back(segment.last);
    deltas.push_back(segment.delta);
    range_offsets.push_back(segment.range_offset);
  }
  const auto count = static_cast<std::uint32_t>(segments.size());
  const std::string rest = numbers16({count * 2, 0, 0, 0}) + numbers16(lasts) + number16(0) +
                           numbers16(firsts) + numbers16(deltas) + numbers16(range_offsets) +
                           numbers16(glyphs);
  return numbers16({4, static_cast<std::uint32_t>(rest.size() + 6), 0}) + rest;
}

struct Group {
  std::uint32_t first = 0, last = 0, glyph = 0;
};

inline std::string format12(const std::vector<Group>& groups) {
  std::string bytes;
  for (const auto& group : groups)
    bytes += number32(group.first) + number32(group.last) + number32(group.glyph);
  return numbers16({12, 0}) + number32(static_cast<std::uint32_t>(bytes.size() + 16)) + number32(0) +
         number32(static_cast<std::uint32_t>(groups.size())) + bytes;
}

struct CharacterTable {
  std::uint32_t platform = 3, encoding = 1;
  std::string bytes;
};

inline std::string character_tables(const std::vector<CharacterTable>& tables) {
  const auto count = static_cast<std::uint32_t>(tables.size());
  std::string list = numbers16({0, count}), bytes;
  for (const auto& table : tables) {
    const auto offset = static_cast<std::uint32_t>(4 + count * 8 + bytes.size());
    list += numbers16({table.platform, table.encoding}) + number32(offset);
    bytes += table.bytes;
  }
  return list + bytes;
}

/// Advance widths; `unmeasured` glyphs more have none of their own.
inline std::string metrics(const Numbers& advances, std::uint32_t unmeasured = 0) {
  std::string bytes;
  for (const auto advance : advances) bytes += numbers16({advance, 7});
  for (std::uint32_t i = 0; i < unmeasured; ++i) bytes += number16(7);
  return bytes;
}

/// Name → bytes, so that a test can change one, or take it away.
using Tables = std::map<std::string, std::string>;

/// The tables that a font of that many glyphs needs to be measured.
inline Tables tables(std::uint32_t units_per_em, const Numbers& advances, std::uint32_t glyph_count,
                     const std::vector<CharacterTable>& characters) {
  const auto count = static_cast<std::uint32_t>(advances.size());
  return {{"cmap", character_tables(characters)},
          {"head", std::string(18, '\0') + number16(units_per_em) + std::string(34, '\0')},
          {"hhea", std::string(34, '\0') + number16(count)},
          {"hmtx", metrics(advances, glyph_count > count ? glyph_count - count : 0)},
          {"maxp", number32(0x5000) + number16(glyph_count)}};
}

/// The file, without padding, so that its last byte counts.
inline std::string font(const Tables& tables, const std::string& kind = std::string("\0\1\0\0", 4)) {
  std::string list = kind + numbers16({static_cast<std::uint32_t>(tables.size()), 0, 0, 0}), bytes;
  for (const auto& [name, table] : tables) {
    const auto offset = static_cast<std::uint32_t>(12 + tables.size() * 16 + bytes.size());
    list += name + number32(0) + number32(offset) + number32(static_cast<std::uint32_t>(table.size()));
    bytes += table;
  }
  return list + bytes;
}

/// 1000 units per em. "A" to "D" have the glyphs 1 to 4 and the widths 0.5, 0.6, 0.7 and 0.7 em.
inline Tables letters() {
  return tables(1000, {300, 500, 600, 700}, 5, {{3, 1, format4({{'A', 'D', 0xFFC0}, {0xFFFF, 0xFFFF, 1}})}});
}

}  // namespace pmsite::font_builder
