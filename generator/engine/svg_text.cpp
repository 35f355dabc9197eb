// SPDX-License-Identifier: MIT
#include "engine/svg_text.hpp"

#include "base/html.hpp"
#include "base/source.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>

namespace pmsite {
namespace {

constexpr double kLargestNumber = 1e6;

}  // namespace

bool is_svg_number(double number) { return std::abs(number) < kLargestNumber; }

void append_svg_number(std::string& out, double number) {
  const long tenths = is_svg_number(number) ? std::lround(number * 10) : 0;
  if (tenths < 0) out += '-';
  std::array<char, 24> digits{};
  out.append(digits.begin(), std::to_chars(digits.begin(), digits.end(), std::abs(tenths) / 10).ptr);
  if (tenths % 10 == 0) return;
  out += '.';
  out += static_cast<char>('0' + std::abs(tenths) % 10);
}

void append_svg_text(std::string& out, std::string_view text) {
  while (!text.empty()) {
    const auto length = static_cast<std::size_t>(utf8_length(text));
    const auto first = static_cast<unsigned char>(text.front());
    const bool is_printable = length > 1 || (first >= 0x20 && first != 0x7F) || first == '\n';
    if (length > 0 && is_printable && !text.starts_with("\xEF\xBF\xBE") &&
        !text.starts_with("\xEF\xBF\xBF")) {
      append_escaped(out, text.substr(0, length));
    } else {
      out += "\xEF\xBF\xBD";
    }
    text.remove_prefix(std::max<std::size_t>(length, 1));
  }
}

}  // namespace pmsite
