// SPDX-License-Identifier: MIT
#include "base/image_size.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// The size of a picture, from any bytes. Found faults are crashes, sanitizer reports, and these promises
// broken: a side is one that a page can show, and what follows the first bytes of a file changes nothing.

using namespace pmsite;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t kLargestInput = 8192;
  if (size > kLargestInput) return 0;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const auto found = image_size(bytes);
  if (!found) return 0;
  const auto is_side = [](int side) { return side >= 1 && side <= kLongestImageSide; };
  assert(is_side(found->width) && is_side(found->height) && "a side that no page can show");
  assert(image_size(bytes + "\xFF>\"1") == found && "the size changes with what follows");
  return 0;
}
