// SPDX-License-Identifier: MIT
#include "prose/numbers.hpp"

#include "base/text.hpp"
#include "prose/scan.hpp"

#include <array>

namespace pmsite {
namespace {

constexpr std::array<std::string_view, 20> kSmall = {
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                   "sixty",  "seventy", "eighty", "ninety"};

int small_number(std::string_view word) {
  for (std::size_t i = 0; i < kSmall.size(); ++i)
    if (is_word(word, kSmall[i])) return static_cast<int>(i);
  return -1;
}

int tens(std::string_view word) {
  for (std::size_t i = 0; i < kTens.size(); ++i)
    if (is_word(word, kTens[i])) return static_cast<int>(20 + 10 * i);
  return -1;
}

std::size_t digits_end(std::string_view text, std::size_t at) {
  while (is_digit(byte_at(text, at))) ++at;
  return at;
}

bool is_thousands_group(std::string_view text, std::size_t comma) {
  return byte_at(text, comma) == ',' && digits_end(text, comma + 1) == comma + 4;
}

NumberScan digits_at(std::string_view text) {
  // A number longer than that is no amount that anyone tells.
  constexpr std::size_t kMostDigits = 9;
  double value = 0, scale = 1;
  std::size_t at = 0, count = 0;
  for (;; ++at) {
    const char c = byte_at(text, at);
    if (c == ',' && count > 0 && count <= kMostDigits && is_thousands_group(text, at)) continue;
    if (!is_digit(c)) break;
    if (++count <= kMostDigits) value = value * 10 + (c - '0');
  }
  if (count > kMostDigits) return {};
  if (byte_at(text, at) == '.' && is_digit(byte_at(text, at + 1))) {
    for (++at; is_digit(byte_at(text, at)); ++at) {
      if (scale > 1e5) continue;
      scale *= 10;
      value = value * 10 + (text[at] - '0');
    }
  } else if (text.substr(at).starts_with("\xC2\xBD")) {
    return {value + 0.5, at + 2, false, false};
  }
  // One division rounds correctly; a sum of tenths and hundredths would not.
  return {value / scale, at, false, false};
}

NumberScan words_at(std::string_view text) {
  // The letters that words for numbers begin with.
  if (std::string_view("aefhnostzAEFHNOSTZ").find(text[0]) == std::string_view::npos) return {};
  const auto word = word_at(text, 0);
  if (is_any_of(word, "a", "an")) {
    const auto hundred = skip_word(text, skip_gap(text, word.size()), "hundred");
    if (hundred != std::string_view::npos) return {100, hundred, true, false};
    return {1, word.size(), true, true};
  }
  if (is_word(word, "hundred")) return {100, word.size(), true, false};
  if (const int number = small_number(word); number >= 0) {
    const auto hundred = skip_word(text, skip_gap(text, word.size()), "hundred");
    if (number == 1 && hundred != std::string_view::npos) return {100, hundred, true, false};
    return {static_cast<double>(number), word.size(), true, false};
  }
  const int ten = tens(word);
  if (ten < 0) return {};
  auto next = word.size();
  next = byte_at(text, next) == '-' ? next + 1 : skip_gap(text, next);
  const auto unit = word_at(text, next);
  const int number = small_number(unit);
  if (number >= 1 && number <= 9) return {static_cast<double>(ten + number), next + unit.size(), true, false};
  return {static_cast<double>(ten), word.size(), true, false};
}

}  // namespace

NumberScan number_at(std::string_view text) {
  const char c = byte_at(text, 0);
  if (is_digit(c)) return digits_at(text);
  if (text.starts_with("\xC2\xBD")) return {0.5, 2, false, false};
  return is_letter(c) ? words_at(text) : NumberScan{};
}

bool may_begin_number(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_letter(before) || is_digit(before)) return false;
  constexpr std::string_view kNoFront = "$#@/\\&=";
  if (kNoFront.find(before) != std::string_view::npos) return false;
  const bool is_joining = before == '.' || before == ',' || before == ':' || before == '-' || before == '_';
  return !is_joining || at < 2 || !is_word_byte(text, at - 2);
}

bool is_approximate_before(std::string_view text, std::size_t at) {
  const auto end = skip_gap_back(text, at);
  if (end == 0) return false;
  const char sign = text[end - 1];
  if (sign == '~' || sign == '<' || sign == '>') return true;
  if (text.substr(0, end).ends_with("\xE2\x89\x88")) return true;
  const auto front = sign == '.' ? end - 1 : end;
  const auto word = word_ending_at(text, front);
  if (sign == '.') return is_any_of(word, "approx", "ca");
  if (is_any_of(word, "about", "around", "approximately", "approx", "nearly", "almost", "roughly", "over",
                "under", "circa", "some", "estimated", "nigh", "above", "below", "exceeding"))
    return true;
  const auto front_word = word_before(text, front - word.size());
  if (is_word(word, "than"))
    return is_any_of(front_word, "more", "less", "fewer", "longer", "greater", "higher");
  if (is_word(word, "to")) return is_any_of(front_word, "up", "close");
  if (is_any_of(word, "least", "most")) return is_word(front_word, "at");
  // "about a 90-minute outage", "around an hour": the article is no part of the number.
  return is_any_of(word, "a", "an", "the") && word.size() < front &&
         is_any_of(front_word, "about", "around", "approximately", "nearly", "almost", "roughly", "over",
                   "under");
}

}  // namespace pmsite
