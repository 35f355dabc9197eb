// SPDX-License-Identifier: MIT
#include "prose/english.hpp"

#include "base/text.hpp"
#include "prose/phrases.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace pmsite {
namespace {

constexpr int kFewWords = 50;
constexpr int kLeastPercent = 6;
constexpr std::size_t kLongestWord =
    30;  // bytes; longer ones are sentences without blanks, or no words at all
constexpr std::size_t kBytesOfWord = 6;  // two characters of Chinese or Thai

// Left out is what other languages write alike: "a", "in", "on", "an", "is", "was", "die", "will".
constexpr auto kCommon = std::to_array<std::string_view>(
    {"and",   "after", "all",  "are",   "about",  "be",    "been",   "because", "but",   "by",      "before",
     "both",  "could", "did",  "down",  "during", "due",   "each",   "every",   "for",   "from",    "first",
     "has",   "have",  "how",  "it",    "its",    "into",  "if",     "just",    "more",  "most",    "not",
     "new",   "of",    "only", "our",   "out",    "other", "should", "some",    "since", "the",     "to",
     "that",  "this",  "then", "there", "their",  "they",  "these",  "them",    "than",  "through", "until",
     "using", "up",    "used", "users", "were",   "which", "when",   "with",    "what",  "where",   "while",
     "who",   "would", "we",   "you",   "your"});

constexpr std::size_t kLongestCommon = 8;
constexpr std::size_t kSlots = 512;

/// The bytes of a short word as one number, with small letters for capital ones.
constexpr std::uint64_t packed(std::string_view word) {
  std::uint64_t number = 0;
  for (const char c : word) number = number << 8U | (static_cast<unsigned char>(c) | 0x20U);
  return number;
}

constexpr std::size_t slot_of(std::uint64_t number) {
  return static_cast<std::size_t>((number * 0x9E3779B97F4A7C15ULL) >> 55U);
}

/// An open hash table of the common words; a word that is not in it is met with an empty slot soon.
constexpr std::array<std::uint64_t, kSlots> kTable = [] {
  std::array<std::uint64_t, kSlots> table{};
  for (const auto word : kCommon) {
    std::size_t slot = slot_of(packed(word));
    while (table[slot] != 0) slot = (slot + 1) % kSlots;
    table[slot] = packed(word);
  }
  return table;
}();

bool is_common(std::string_view word) {
  if (word.size() > kLongestCommon || word.size() < 2) return false;
  const std::uint64_t number = packed(word);
  for (std::size_t slot = slot_of(number); kTable[slot] != 0; slot = (slot + 1) % kSlots)
    if (kTable[slot] == number) return true;
  return false;
}

}  // namespace

EnglishWords count_english(std::string_view text) {
  EnglishWords words;
  for (auto word = next_word(text, 0); word.begin < word.end; word = next_word(text, word.end)) {
    const auto written = word.of(text);
    if (is_digit(written.front())) continue;
    const bool is_run = written.size() > kLongestWord && !is_letter(written.front());
    words.all += is_run ? static_cast<int>(written.size() / kBytesOfWord) : 1;
    if (is_common(written)) ++words.english;
  }
  return words;
}

bool is_english(EnglishWords words) {
  return words.all < kFewWords || words.english * 100LL >= words.all * static_cast<long long>(kLeastPercent);
}

}  // namespace pmsite
