// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pmsite {

/// A character of Unicode and the bytes it takes; a byte that is not UTF-8 stands for itself.
struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 1;
};

/// The character at the front of `bytes`, which must not be empty.
CodePoint code_point(std::string_view bytes);

}  // namespace pmsite
