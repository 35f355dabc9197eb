// SPDX-License-Identifier: MIT
#include "engine/font_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

namespace pmsite {
namespace {

/// Big-endian numbers of a file or of a table in it. A font may lie about every offset and count: what lies
/// past the end reads as 0, so a check that was forgotten gives a wrong width and touches no foreign memory.
/// Offsets have 64 bits, and no sum or product of numbers in a font overflows them.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}

  bool holds(std::uint64_t offset, std::uint64_t size) const {
    return offset <= bytes_.size() && size <= bytes_.size() - offset;
  }
  std::uint16_t number16(std::uint64_t offset) const {
    return holds(offset, 2) ? static_cast<std::uint16_t>(byte(offset) << 8 | byte(offset + 1)) : 0;
  }
  std::uint32_t number32(std::uint64_t offset) const {
    return holds(offset, 4) ? std::uint32_t{number16(offset)} << 16 | number16(offset + 2) : 0;
  }
  std::string_view text(std::uint64_t offset, std::uint64_t size) const {
    return holds(offset, size) ? bytes_.substr(offset, size) : std::string_view();
  }
  Bytes from(std::uint64_t offset) const {
    return Bytes(bytes_.substr(std::min<std::uint64_t>(offset, bytes_.size())));
  }

 private:
  unsigned byte(std::uint64_t offset) const { return static_cast<unsigned char>(bytes_[offset]); }

  std::string_view bytes_;
};

Error damaged(std::string_view tag, std::string_view fault) {
  return Error{
      fmt::format("a damaged font: its table `{}` {}; get the file again, or use another font", tag, fault)};
}

/// What is wrong with the kind of the file, told by its first four bytes.
std::optional<Error> refuse_kind(const Bytes& file) {
  using namespace std::string_view_literals;
  const auto kind = file.text(0, 4);
  if (kind == "\0\1\0\0"sv || kind == "true" || kind == "OTTO") return std::nullopt;
  if (kind == "wOFF") return Error{"a WOFF font; use the TTF or OTF file it was made from"};
  if (kind == "wOF2") return Error{"a WOFF2 font; use the TTF or OTF file it was made from"};
  if (kind == "ttcf") return Error{"a collection of fonts (TTC); use the TTF or OTF file of one of them"};
  if (!file.holds(0, 1)) return Error{"an empty file; use a TTF or OTF file"};
  return Error{"not a TrueType or OpenType font; use a TTF or OTF file"};
}

/// The table of that name, which must have `least` bytes.
Result<Bytes> find_table(const Bytes& file, std::string_view tag, std::uint64_t least) {
  constexpr std::uint64_t kHeaderSize = 12, kRecordSize = 16;
  const std::uint64_t count = file.number16(4);
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto record = kHeaderSize + i * kRecordSize;
    if (!file.holds(record, kRecordSize))
      return Error{"a font file that ends in its list of tables; get the file again"};
    if (file.text(record, 4) != tag) continue;
    const auto offset = file.number32(record + 8), size = file.number32(record + 12);
    if (!file.holds(offset, size)) return damaged(tag, "lies past the end of the file");
    if (size < least) return damaged(tag, "is too short");
    return Bytes(file.text(offset, size));
  }
  return damaged(tag, "is missing");
}

Result<std::uint16_t> read_units_per_em(const Bytes& file) {
  constexpr std::uint16_t kFewest = 16, kMost = 16384;  // OpenType, `head`
  const auto head = find_table(file, "head", 54);
  if (!head) return head.error();
  const auto units = head->number16(18);
  if (units < kFewest || units > kMost)
    return damaged("head",
                   fmt::format("has {} units per em where {} to {} are allowed", units, kFewest, kMost));
  return units;
}

Result<std::uint32_t> read_glyph_count(const Bytes& file) {
  const auto maximums = find_table(file, "maxp", 6);
  if (!maximums) return maximums.error();
  return std::uint32_t{maximums->number16(4)};
}

Result<std::vector<std::uint16_t>> read_advances(const Bytes& file) {
  const auto header = find_table(file, "hhea", 36);
  if (!header) return header.error();
  const std::uint64_t count = header->number16(34);
  if (count == 0) return damaged("hhea", "counts no widths");
  const auto metrics = find_table(file, "hmtx", count * 4);
  if (!metrics) return metrics.error();
  std::vector<std::uint16_t> advances;
  advances.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) advances.push_back(metrics->number16(i * 4));
  return advances;
}

/// Adds a code point above all others. Only neighbours with neighbouring glyphs share a run.
void add_glyph(std::vector<GlyphRun>& runs, char32_t code_point, std::uint32_t glyph) {
  if (!runs.empty()) {
    GlyphRun& last = runs.back();
    if (code_point == last.last + 1 && glyph == last.glyph + (code_point - last.first)) {
      last.last = code_point;
      return;
    }
  }
  runs.push_back({code_point, code_point, glyph});
}

/// Format 4: segments of 16-bit code points. The length that the table claims is not looked at, since it has
/// 16 bits and tables in use are longer.
Result<std::vector<GlyphRun>> read_segments(const Bytes& table) {
  const std::uint64_t count = table.number16(6) / 2u;
  const std::uint64_t ends = 14, starts = ends + count * 2 + 2, deltas = starts + count * 2;
  const std::uint64_t range_offsets = deltas + count * 2;
  if (!table.holds(range_offsets, count * 2)) return damaged("cmap", "counts segments past its end");
  std::vector<GlyphRun> runs;
  std::uint32_t next = 0;  // each code point is visited once at most, however the segments overlap
  for (std::uint64_t i = 0; i < count; ++i) {
    const std::uint32_t start = table.number16(starts + i * 2), end = table.number16(ends + i * 2);
    if (end + 1 < next) return damaged("cmap", "is out of order");
    const auto delta = table.number16(deltas + i * 2);
    const auto place = range_offsets + i * 2;  // a range's offset is counted from its own place
    const std::uint64_t range_offset = table.number16(place);
    for (std::uint32_t code_point = std::max(start, next); code_point <= end; ++code_point) {
      auto glyph = code_point;
      if (range_offset != 0) glyph = table.number16(place + range_offset + (code_point - start) * 2);
      if (range_offset == 0 || glyph != 0) glyph = (glyph + delta) & 0xFFFFu;
      if (glyph != 0) add_glyph(runs, code_point, glyph);
    }
    next = end + 1;
  }
  return runs;
}

/// Format 12: groups of 32-bit code points. A group may claim four billion, so none is walked.
Result<std::vector<GlyphRun>> read_groups(const Bytes& table) {
  constexpr std::uint64_t kHeaderSize = 16, kGroupSize = 12;
  const std::uint64_t count = table.number32(12);
  if (!table.holds(kHeaderSize, count * kGroupSize)) return damaged("cmap", "counts groups past its end");
  std::vector<GlyphRun> runs;
  runs.reserve(count);
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto group = kHeaderSize + i * kGroupSize;
    const GlyphRun run{table.number32(group), table.number32(group + 4), table.number32(group + 8)};
    if (run.last < run.first || (!runs.empty() && run.first <= runs.back().last))
      return damaged("cmap", "is out of order");
    runs.push_back(run);
  }
  return runs;
}

/// Whether platform and encoding of a table of characters mean Unicode.
bool is_unicode(unsigned platform, unsigned encoding) {
  constexpr unsigned kUnicode = 0, kWindows = 3;
  return platform == kUnicode || (platform == kWindows && (encoding == 1 || encoding == 10));
}

/// Which glyph each character has. Format 12 is preferred: format 4 ends at U+FFFF.
Result<std::vector<GlyphRun>> read_runs(const Bytes& file) {
  constexpr std::uint64_t kHeaderSize = 4, kRecordSize = 8;
  const auto characters = find_table(file, "cmap", kHeaderSize);
  if (!characters) return characters.error();
  const std::uint64_t count = characters->number16(2);
  if (!characters->holds(kHeaderSize, count * kRecordSize)) return damaged("cmap", "ends in its list");
  std::optional<Bytes> segments;
  for (std::uint64_t i = 0; i < count; ++i) {
    const auto record = kHeaderSize + i * kRecordSize;
    if (!is_unicode(characters->number16(record), characters->number16(record + 2))) continue;
    const Bytes table = characters->from(characters->number32(record + 4));
    const auto format = table.number16(0);
    if (format == 12) return read_groups(table);
    if (format == 4 && !segments) segments = table;
  }
  if (segments) return read_segments(*segments);
  return Error{"a font without a Unicode table of characters (`cmap` format 4 or 12); use another font"};
}

}  // namespace

std::optional<double> FontWidths::advance(char32_t code_point) const {
  const auto behind =
      std::upper_bound(runs_.begin(), runs_.end(), code_point,
                       [](char32_t wanted, const GlyphRun& run) { return wanted < run.first; });
  if (behind == runs_.begin()) return std::nullopt;
  const GlyphRun& run = *std::prev(behind);
  if (code_point > run.last) return std::nullopt;
  const auto glyph = std::uint64_t{run.glyph} + (code_point - run.first);
  if (glyph == 0 || glyph >= glyph_count_) return std::nullopt;  // glyph 0 is drawn for what is missing
  const auto index = std::min<std::uint64_t>(glyph, advances_.size() - 1);
  return static_cast<double>(advances_[index]) / units_per_em_;
}

Result<FontWidths> read_font(std::string_view bytes) {
  const Bytes file(bytes);
  if (auto refusal = refuse_kind(file)) return *std::move(refusal);
  const auto units_per_em = read_units_per_em(file);
  if (!units_per_em) return units_per_em.error();
  const auto glyph_count = read_glyph_count(file);
  if (!glyph_count) return glyph_count.error();
  auto advances = read_advances(file);
  if (!advances) return advances.error();
  auto runs = read_runs(file);
  if (!runs) return runs.error();
  FontWidths widths;
  widths.runs_ = *std::move(runs);
  widths.advances_ = *std::move(advances);
  widths.glyph_count_ = *glyph_count;
  widths.units_per_em_ = *units_per_em;
  return widths;
}

}  // namespace pmsite
