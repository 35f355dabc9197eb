// SPDX-License-Identifier: MIT
#include "engine/typeface.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_MODULE_H
#include FT_SYSTEM_H

#include <cassert>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <unordered_map>
#include <utility>

namespace pmsite {
namespace {

constexpr std::size_t kLargestCache = 4'000'000;  // bytes of one typeface: authors may use every character

void* allocate(FT_Memory /*memory*/, long size) { return std::malloc(static_cast<std::size_t>(size)); }
void release(FT_Memory /*memory*/, void* block) { std::free(block); }
void* reallocate(FT_Memory /*memory*/, long /*old_size*/, long new_size, void* block) {
  return std::realloc(block, static_cast<std::size_t>(new_size));
}

/// The fonts are good and the calls are right, so that only memory can be missing.
void expect_success(FT_Error error) {
  if (error != FT_Err_Ok) throw std::bad_alloc();
}

GlyphBitmap copy_of(const FT_GlyphSlotRec_& slot) {
  const FT_Bitmap& source = slot.bitmap;
  GlyphBitmap copy{
      slot.bitmap_left, slot.bitmap_top, static_cast<int>(source.width), static_cast<int>(source.rows), {}};
  copy.coverage.reserve(std::size_t{source.width} * source.rows);
  for (unsigned row = 0; row < source.rows; ++row) {
    const auto* begin = source.buffer + static_cast<std::ptrdiff_t>(row) * source.pitch;
    copy.coverage.insert(copy.coverage.end(), begin, begin + source.width);
  }
  return copy;
}

}  // namespace

struct Typeface::Face {
  FT_MemoryRec_ memory{nullptr, allocate, release, reallocate};
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  int size = 0;
  std::unordered_map<char32_t, GlyphLengths> lengths;
  std::unordered_map<std::uint64_t, GlyphBitmap> bitmaps;
  std::size_t bitmap_bytes = 0;

  ~Face() {
    if (face != nullptr) FT_Done_Face(face);
    if (library != nullptr) FT_Done_Library(library);
  }

  void load(char32_t character, FT_Int32 flags) const {
    expect_success(FT_Load_Glyph(face, FT_Get_Char_Index(face, character), flags));
  }
};

Typeface::Typeface(Font font) : face_(std::make_unique<Face>()) {
  // FT_Init_FreeType() would do the same, and obey FREETYPE_PROPERTIES.
  expect_success(FT_New_Library(&face_->memory, &face_->library));
  FT_Add_Default_Modules(face_->library);
  const auto bytes = embedded_font(font);
  expect_success(FT_New_Memory_Face(face_->library, reinterpret_cast<const FT_Byte*>(bytes.data()),
                                    static_cast<FT_Long>(bytes.size()), 0, &face_->face));
  assert(face_->face->units_per_EM == kUnitsPerEm);
}

Typeface::~Typeface() = default;

bool Typeface::has(char32_t character) const { return FT_Get_Char_Index(face_->face, character) != 0; }

GlyphLengths Typeface::lengths(char32_t character) {
  const auto found = face_->lengths.find(character);
  if (found != face_->lengths.end()) return found->second;
  face_->load(character, FT_LOAD_NO_SCALE);
  const FT_Glyph_Metrics& metrics = face_->face->glyph->metrics;
  const GlyphLengths lengths{static_cast<int>(metrics.horiAdvance), static_cast<int>(metrics.horiBearingX),
                             static_cast<int>(metrics.horiBearingX + metrics.width)};
  return face_->lengths.emplace(character, lengths).first->second;
}

int Typeface::kerning(char32_t first, char32_t second) const {
  FT_Vector distance{0, 0};
  FT_Face face = face_->face;
  expect_success(FT_Get_Kerning(face, FT_Get_Char_Index(face, first), FT_Get_Char_Index(face, second),
                                FT_KERNING_UNSCALED, &distance));
  return static_cast<int>(distance.x);
}

const GlyphBitmap& Typeface::bitmap(char32_t character, int size) {
  const auto key = std::uint64_t{character} << 32U | static_cast<std::uint32_t>(size);
  const auto found = face_->bitmaps.find(key);
  if (found != face_->bitmaps.end()) return found->second;
  if (face_->size != size) {
    expect_success(FT_Set_Pixel_Sizes(face_->face, 0, static_cast<FT_UInt>(size)));
    face_->size = size;
  }
  face_->load(character, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
  expect_success(FT_Render_Glyph(face_->face->glyph, FT_RENDER_MODE_NORMAL));
  GlyphBitmap drawn = copy_of(*face_->face->glyph);
  if (face_->bitmap_bytes + drawn.coverage.size() > kLargestCache) {
    face_->bitmaps.clear();
    face_->bitmap_bytes = 0;
  }
  face_->bitmap_bytes += drawn.coverage.size();
  return face_->bitmaps.emplace(key, std::move(drawn)).first->second;
}

Typeface& typeface(Font font) {
  thread_local Typeface serif_bold(Font::serif_bold), sans(Font::sans);
  return font == Font::serif_bold ? serif_bold : sans;
}

}  // namespace pmsite
