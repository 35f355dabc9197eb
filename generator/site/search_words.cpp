// SPDX-License-Identifier: MIT
#include "site/search_words.hpp"

#include "base/code_point.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace pmsite {
namespace {

constexpr std::size_t kLongestWord = 40;  // bytes

/// Sorted, and spelled as SearchWords does: "doe" is "does", "thi" is "this". No word that incidents are
/// about: "down", "out" and "up" stay.
constexpr std::array<std::string_view, 73> kCommonWords = {
    "about", "after", "all",  "also", "an",   "and",   "any",  "are",  "as",    "at",   "be",
    "been",  "both",  "but",  "by",   "can",  "did",   "do",   "doe",  "each",  "for",  "from",
    "had",   "has",   "have", "he",   "her",  "his",   "how",  "if",   "in",    "into", "is",
    "it",    "its",   "more", "no",   "not",  "of",    "on",   "one",  "only",  "or",   "other",
    "our",   "she",   "so",   "some", "such", "than",  "that", "the",  "their", "them", "then",
    "there", "these", "they", "thi",  "to",   "was",   "we",   "were", "what",  "when", "where",
    "which", "while", "who",  "will", "with", "would", "you",
};
static_assert(std::is_sorted(kCommonWords.begin(), kCommonWords.end()));

/// Whether a character above ASCII belongs to a word. Blocks of punctuation, symbols and pictures do not.
bool is_wide_letter(std::uint32_t code) {
  constexpr std::uint32_t kMultiply = 0xD7, kDivide = 0xF7;
  const auto within = [code](std::uint32_t first, std::uint32_t last) {
    return code >= first && code <= last;
  };
  return code >= 0xC0 && code != kMultiply && code != kDivide && !within(0x2000, 0x2BFF) &&
         !within(0x3000, 0x303F) && !within(0xE000, 0xF8FF) && !within(0xFE00, 0xFE0F) &&
         !within(0xFF00, 0xFF0F) && !within(0x1F000, 0x1FAFF);
}

/// How many bytes the letter or digit at `at` has; 0 where there is none, and inside of a character. Texts
/// are valid UTF-8 when they get here.
std::size_t letter_bytes(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0x80) return is_letter(text[at]) || is_digit(text[at]) ? 1 : 0;
  if (lead < 0xC0) return 0;
  const auto [code, bytes] = code_point(text.substr(at));
  return is_wide_letter(code) ? bytes : 0;
}

void take_plural_off(std::string& word) {
  if (word.size() < 4 || word.back() != 's' || word[word.size() - 2] == 's') return;
  word.pop_back();
  if (word.size() < 4 || !word.ends_with("ie")) return;
  word.resize(word.size() - 2);
  word += 'y';
}

}  // namespace

bool SearchWords::next() {
  while (at_ < text_.size()) {
    const std::size_t begin = at_;
    bool is_ascii = true;
    std::size_t step = 0;
    while (at_ < text_.size() && (step = letter_bytes(text_, at_)) > 0) {
      is_ascii = is_ascii && step == 1;
      at_ += step;
    }
    word_.assign(text_, begin, at_ - begin);
    while (at_ < text_.size() && letter_bytes(text_, at_) == 0) ++at_;
    if (word_.size() > kLongestWord || (word_.size() < 2 && !is_digit(word_[0]))) continue;
    for (char& c : word_)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    if (is_ascii) take_plural_off(word_);
    return true;
  }
  return false;
}

bool is_common_search_word(std::string_view word) {
  return std::binary_search(kCommonWords.begin(), kCommonWords.end(), word);
}

}  // namespace pmsite
