// SPDX-License-Identifier: MIT
#include "read/raw_characters.hpp"

#include "base/code_point.hpp"
#include "base/source.hpp"
#include "base/text.hpp"

namespace pmsite {
namespace {

bool is_between(std::uint32_t value, std::uint32_t first, std::uint32_t last) {
  return value >= first && value <= last;
}

bool is_word_character(std::uint32_t value) {
  if (value < 0x80) return is_letter(static_cast<char>(value)) || is_digit(static_cast<char>(value));
  if (value < 0xC0) return value == 0xAA || value == 0xB5 || value == 0xBA;
  return !is_wide_blank(value) && !is_invisible(value) && !is_emoji(value) && value != 0xD7 &&
         value != 0xF7 && !is_between(value, 0x2010, 0x2BFF) && !is_between(value, 0x3001, 0x303F) &&
         !is_between(value, 0xFF00, 0xFF0F);
}

bool begins_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

}  // namespace

bool is_wide_blank(std::uint32_t value) {
  return value == 0xA0 || value == 0x3000 || value == 0x202F || value == 0x205F ||
         is_between(value, 0x2000, 0x200A);
}

bool is_invisible(std::uint32_t value) {
  return value == 0xAD || value == 0xFEFF || value == 0x20E3 || value == 0xFFFD ||
         is_between(value, 0x200B, 0x200F) || is_between(value, 0x202A, 0x202E) ||
         is_between(value, 0x2060, 0x2069) || is_between(value, 0xFE00, 0xFE0F) ||
         is_between(value, 0xE0000, 0xE007F);
}

bool is_emoji(std::uint32_t value) {
  return is_between(value, 0x1F000, 0x1FAFF) || is_between(value, 0x2600, 0x27BF) ||
         is_between(value, 0x2B00, 0x2BFF) || is_between(value, 0x2300, 0x23FF) ||
         is_between(value, 0x25A0, 0x25FF) || is_between(value, 0xE000, 0xF8FF);
}

int count_visible_words(std::string_view text) {
  int words = 0;
  bool counted_this_word = false;
  bool in_address = false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [value, length] = code_point(text.substr(i));
    const bool blank = is_wide_blank(value) || value == '\t' || value == ' ' || value == '\n';
    if (blank) counted_this_word = in_address = false;
    if (text[i] == 'h' && begins_address(text.substr(i, 8))) in_address = true;
    if (!blank && !in_address && !counted_this_word && is_word_character(value)) {
      counted_this_word = true;
      ++words;
    }
    i += length;
  }
  return words;
}

}  // namespace pmsite
