// SPDX-License-Identifier: MIT
#include "check/word_stems.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr std::size_t kShortestWord = 4;
constexpr std::size_t kShortestStem = 3;
constexpr std::size_t kShortestPrefix = 4;  // "fail" is in "failover", but "dat", of dates, not in "data"
constexpr std::size_t kLongestStem = 5;     // "depen": dependency, dependent, depends

/// Words that any two sentences may share.
constexpr std::array<std::string_view, 138> kStopWords = {
    "able",      "about",     "above",    "across",  "after",  "again",   "against",    "almost",   "along",
    "already",   "also",      "although", "always",  "among",  "another", "anyone",     "anything", "aren",
    "around",    "away",      "because",  "been",    "before", "being",   "below",      "between",  "both",
    "cannot",    "could",     "didn",     "doesn",   "doing",  "done",    "down",       "during",   "each",
    "either",    "else",      "enough",   "even",    "ever",   "every",   "everything", "first",    "five",
    "four",      "from",      "further",  "gave",    "gets",   "give",    "given",      "have",     "having",
    "hence",     "here",      "however",  "instead", "into",   "itself",  "just",       "keep",     "kept",
    "know",      "known",     "last",     "later",   "less",   "like",    "made",       "make",     "makes",
    "many",      "maybe",     "more",     "most",    "much",   "must",    "nearly",     "neither",  "never",
    "nobody",    "none",      "nothing",  "often",   "once",   "only",    "other",      "ours",     "over",
    "perhaps",   "quite",     "same",     "second",  "seems",  "several", "should",     "since",    "some",
    "something", "sometimes", "soon",     "still",   "such",   "take",    "taken",      "than",     "that",
    "their",     "theirs",    "them",     "then",    "there",  "these",   "they",       "this",     "those",
    "through",   "unable",    "under",    "until",   "upon",   "used",    "very",       "were",     "what",
    "when",      "where",     "which",    "while",   "whom",   "whose",   "will",       "with",     "within",
    "without",   "would",     "your",
};

constexpr std::size_t kLongestKey = sizeof(Stem);

/// The first letters of a word as one number, which sorts as they do.
constexpr Stem pack(std::string_view letters, std::size_t most) {
  Stem packed = 0;
  for (std::size_t i = 0; i < kLongestKey; ++i)
    packed =
        packed << 8U | (i < std::min(letters.size(), most) ? static_cast<unsigned char>(letters[i]) : 0U);
  return packed;
}

/// What eight letters cannot tell apart is "sometimes" from a word that nobody uses.
constexpr auto kStopKeys = [] {
  std::array<Stem, kStopWords.size()> keys{};
  std::transform(kStopWords.begin(), kStopWords.end(), keys.begin(),
                 [](std::string_view word) { return pack(word, kLongestKey); });
  std::sort(keys.begin(), keys.end());
  return keys;
}();

constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_number(char c) { return c >= '0' && c <= '9'; }

constexpr bool is_word_byte(char c) { return is_small(c) || is_capital(c) || is_number(c); }

/// Capitals and digits that begin with a capital: "DNS", "S3", "TLS".
bool is_acronym(std::string_view word) {
  return word.size() >= 2 && is_capital(word[0]) &&
         std::none_of(word.begin(), word.end(), [](char c) { return is_small(c); });
}

/// A lower-case word without its grammatical ending, which leaves at least kShortestStem letters. Of longer
/// words than these eight letters the ending lies behind what a stem keeps.
std::string_view without_ending(std::array<char, kLongestKey>& letters, std::size_t size) {
  std::string_view word(letters.data(), size);
  for (const std::string_view ending : {"ies", "ied", "ing", "ed", "es", "s"}) {
    if (!word.ends_with(ending) || size < ending.size() + kShortestStem || word.ends_with("ss")) continue;
    size -= ending.size();
    if (ending == "ies" || ending == "ied") letters[size++] = 'i';
    break;
  }
  if (size > kShortestStem && letters[size - 1] == 'y') {
    letters[size - 1] = 'i';  // "copy" beside "copies"
  } else if (size > kShortestStem && (letters[size - 1] == 'e' || letters[size - 1] == letters[size - 2])) {
    --size;  // "cache" beside "caching", "stop" beside "stopped"
  }
  return {letters.data(), size};
}

/// The stem of a word, or 0 for one that says nothing.
Stem stem_of(std::string_view word) {
  const bool is_name = is_acronym(word);
  if (!is_name && (word.size() < kShortestWord || is_number(word[0]))) return 0;
  std::array<char, kLongestKey> letters{};
  const auto size = std::min(word.size(), kLongestKey);
  for (std::size_t i = 0; i < size; ++i)
    letters[i] = is_capital(word[i]) ? static_cast<char>(word[i] - 'A' + 'a') : word[i];
  const std::string_view lower(letters.data(), size);
  if (is_name) return pack(lower, kLongestStem);
  if (std::binary_search(kStopKeys.begin(), kStopKeys.end(), pack(lower, kLongestKey))) return 0;
  return pack(word.size() > kLongestKey ? lower : without_ending(letters, size), kLongestStem);
}

/// The bits of a stem's first letters.
constexpr Stem mask_of(std::size_t letters) { return ~Stem{0} << (8U * (sizeof(Stem) - letters)); }

std::size_t length_of(Stem stem) {
  std::size_t length = kLongestStem;
  while (length > 0 && (stem & ~mask_of(length - 1)) == 0) --length;
  return length;
}

bool holds_relative(const std::vector<Stem>& sorted, Stem stem) {
  const auto length = length_of(stem);
  if (length < kShortestPrefix) return std::binary_search(sorted.begin(), sorted.end(), stem);
  const auto at = std::lower_bound(sorted.begin(), sorted.end(), stem);
  if (at != sorted.end() && (*at & mask_of(length)) == stem) return true;
  for (auto shorter = kShortestPrefix; shorter < length; ++shorter)
    if (std::binary_search(sorted.begin(), sorted.end(), stem & mask_of(shorter))) return true;
  return false;
}

}  // namespace

void append_stems(std::vector<Stem>& stems, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto begin = at;
    while (at < text.size() && is_word_byte(text[at])) ++at;
    const Stem stem = at > begin ? stem_of(text.substr(begin, at - begin)) : 0;
    if (stem != 0) stems.push_back(stem);
  }
}

void sort_stems(std::vector<Stem>& stems) {
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
}

bool share_a_stem(const std::vector<Stem>& some, const std::vector<Stem>& others) {
  return std::any_of(some.begin(), some.end(), [&others](Stem stem) { return holds_relative(others, stem); });
}

}  // namespace pmsite
