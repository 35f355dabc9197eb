// SPDX-License-Identifier: MIT
#include "engine/font_file.hpp"
#include "engine/text_width.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string_view>

// A site's own font, from any bytes to the width of a text. Found faults are crashes, sanitizer reports, and
// these promises broken: a width is what 16 bits and 16 units per em can make, and an error says what to do.

using namespace pmsite;

namespace {

void expect_sane(const FontWidths& font, char32_t code_point) {
  constexpr double kWidest = 65535.0 / 16;
  const auto advance = font.advance(code_point);
  assert((!advance || (*advance >= 0 && *advance <= kWidest)) && "a width that no font can have");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLargestInput = 8192;
  if (size > kLargestInput) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto font = read_font(bytes);
  if (!font) {
    assert(font.error().message.find("; ") != std::string::npos && "an error that does not say what to do");
    return 0;
  }
  for (char32_t each = 0; each < 0x200; ++each) expect_sane(*font, each);
  for (char32_t each = 0x200; each <= 0x110000; each += 0xFF) expect_sane(*font, each);
  expect_sane(*font, 0xFFFFFFFF);
  assert(text_width("Aé日🚀", 1, &*font) >= 0);
  return 0;
}
