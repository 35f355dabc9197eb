// SPDX-License-Identifier: MIT
#include "base/code_point.hpp"

#include "base/source.hpp"

#include <algorithm>

namespace pmsite {

CodePoint code_point(std::string_view bytes) {
  const auto length = static_cast<std::size_t>(std::max(utf8_length(bytes), 1));
  if (length == 1) return {static_cast<unsigned char>(bytes[0]), 1};
  auto value = static_cast<unsigned char>(bytes[0]) & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i)
    value = value << 6U | (static_cast<unsigned char>(bytes[i]) & 0x3FU);
  return {value, length};
}

}  // namespace pmsite
