// SPDX-License-Identifier: MIT
#include "prose/scan.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr std::size_t kLongestGap = 64;
constexpr std::size_t kLongestWord = 24;

char lowered(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Bytes of the space at `at`, if one of those that do not break a line.
std::size_t blank_length(std::string_view text, std::size_t at) {
  const char c = byte_at(text, at);
  if (c == ' ' || c == '\t' || c == '\r') return 1;
  if (c == '\xC2') return byte_at(text, at + 1) == '\xA0' ? 2 : 0;
  if (c != '\xE2') return 0;
  const auto space = text.substr(at, 3);
  return space == "\xE2\x80\xAF" || space == "\xE2\x80\x89" ? 3 : 0;
}

bool is_emphasis(char c) { return c == '*' || c == '_' || c == '`'; }

/// Bytes of the blank that ends at `at`.
std::size_t blank_length_back(std::string_view text, std::size_t at) {
  for (std::size_t length = 1; length <= 3 && length <= at; ++length)
    if (blank_length(text.substr(0, at), at - length) == length) return length;
  return 0;
}

}  // namespace

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  const auto limit = at + kLongestGap;
  while (at < limit) {
    const auto length = blank_length(text, at);
    if (length == 0) break;
    at += length;
  }
  return at;
}

std::size_t skip_gap(std::string_view text, std::size_t at) {
  const auto limit = at + kLongestGap;
  bool line_broken = false;
  while (at < limit) {
    const auto length = blank_length(text, at);
    if (length == 0 && !is_emphasis(byte_at(text, at))) {
      if (byte_at(text, at) != '\n' || line_broken) break;
      line_broken = true;
    }
    at += std::max<std::size_t>(length, 1);
  }
  return at;
}

std::size_t skip_gap_back(std::string_view text, std::size_t at) {
  const auto limit = at > kLongestGap ? at - kLongestGap : 0;
  bool line_broken = false;
  while (at > limit) {
    const auto length = blank_length_back(text, at);
    if (length == 0 && !is_emphasis(text[at - 1])) {
      if (text[at - 1] != '\n' || line_broken) break;
      line_broken = true;
    }
    at -= std::max<std::size_t>(length, 1);
  }
  return at;
}

std::size_t dash_length(std::string_view text, std::size_t at) {
  if (byte_at(text, at) == '-') {
    std::size_t length = 1;
    while (length < 3 && byte_at(text, at + length) == '-') ++length;
    return length;
  }
  if (byte_at(text, at) != '\xE2') return 0;
  const auto sign = text.substr(at, 3);
  // Hyphen to horizontal bar, and the minus sign.
  const bool is_dash = sign.size() == 3 && sign[1] == '\x80' && sign[2] >= '\x90' && sign[2] <= '\x95';
  return is_dash || sign == "\xE2\x88\x92" ? 3 : 0;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  auto end = at;
  while (end - at < kLongestWord && is_letter(byte_at(text, end))) ++end;
  return at < text.size() ? text.substr(at, end - at) : std::string_view();
}

std::string_view word_ending_at(std::string_view text, std::size_t at) {
  auto begin = at;
  while (begin > 0 && at - begin < kLongestWord && is_letter(text[begin - 1])) --begin;
  return text.substr(begin, at - begin);
}

std::string_view word_before(std::string_view text, std::size_t at) {
  const auto end = skip_gap_back(text, at);
  return end == at ? std::string_view() : word_ending_at(text, end);
}

bool is_word(std::string_view word, std::string_view lower) {
  return std::equal(word.begin(), word.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return lowered(a) == b; });
}

bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [word](std::string_view lower) { return is_word(word, lower); });
}

std::size_t skip_word(std::string_view text, std::size_t at, std::string_view lower) {
  if (at >= text.size() || !is_word(text.substr(at, lower.size()), lower)) return std::string_view::npos;
  const auto end = at + lower.size();
  return is_word_byte(text, end) && is_letter(lower.back()) ? std::string_view::npos : end;
}

}  // namespace pmsite
