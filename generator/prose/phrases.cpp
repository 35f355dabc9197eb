// SPDX-License-Identifier: MIT
#include "prose/phrases.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>
#include <utility>

namespace pmsite {
namespace {

constexpr int kGap = 3;               // words that "..." may stand for
constexpr std::size_t kLetters = 27;  // a to z, and everything else

constexpr std::string_view kCurlyApostrophe = "\u2019";

enum class Kind : std::uint8_t { other, word, inner, high };

/// What each byte can be: part of a word anywhere, part of one only between two others, or not ASCII.
constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    const auto lower = byte | 0x20U;
    if ((lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9')) kinds[byte] = Kind::word;
    if (byte >= 0x80) kinds[byte] = Kind::high;
  }
  kinds['\''] = kinds['_'] = Kind::inner;
  return kinds;
}();

constexpr std::array<char, 256> kLower = [] {
  std::array<char, 256> lower{};
  for (unsigned byte = 0; byte < 256; ++byte)
    lower[byte] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
  return lower;
}();

unsigned char byte_of(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }
Kind kind_of(std::string_view text, std::size_t at) { return kKinds[byte_of(text, at)]; }
char lower_of(std::string_view text, std::size_t at) { return kLower[byte_of(text, at)]; }

/// Dashes, quotes, dots and spaces of Unicode: U+00A0, and General Punctuation. 0 if there is none at `at`.
std::size_t high_separator_length(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  if (rest.starts_with("\u00A0")) return 2;
  if (!rest.starts_with("\xE2\x80") && !rest.starts_with("\xE2\x81")) return 0;
  return rest.size() > 2 && kKinds[static_cast<unsigned char>(rest[2])] == Kind::high ? 3 : 2;
}

bool is_letter_like(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const Kind kind = kind_of(text, at);
  return kind == Kind::word || (kind == Kind::high && high_separator_length(text, at) == 0);
}

/// Bytes of the apostrophe or low line at `at`, if a word goes on behind it; 0 otherwise.
std::size_t inner_length(std::string_view text, std::size_t at) {
  std::size_t length = 0;
  if (kind_of(text, at) == Kind::inner) length = 1;
  if (text.substr(at).starts_with(kCurlyApostrophe)) length = kCurlyApostrophe.size();
  return length > 0 && is_letter_like(text, at + length) ? length : 0;
}

std::size_t end_of_word(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    if (kind_of(text, at) == Kind::word || is_letter_like(text, at)) {
      ++at;
    } else {
      const std::size_t inner = inner_length(text, at);
      if (inner == 0) break;
      at += inner;
    }
  }
  return at;
}

/// Whether nothing between two words keeps them from being neighbours.
bool are_neighbours(std::string_view between) {
  bool had_line_break = false;
  for (std::size_t i = 0; i < between.size(); ++i) {
    const char c = between[i];
    if (c == '\n' && had_line_break) return false;
    had_line_break = had_line_break || c == '\n';
    if (is_space(c) || c == '-' || c == '*' || c == '_') continue;
    if (!between.substr(i).starts_with("\u00A0") && !between.substr(i).starts_with("\u2011")) return false;
    i += c == '\xC2' ? 1 : 2;
  }
  return true;
}

/// Whether a sentence or a table cell ends between two words. A full stop ends one where a blank follows it.
bool ends_sentence(std::string_view between) {
  bool had_stop = false;
  bool had_line_break = false;
  for (const char c : between) {
    if (c == '!' || c == '?' || c == ';' || c == '|') return true;
    if (is_space(c) && (had_stop || (had_line_break && c == '\n'))) return true;
    had_stop = had_stop || c == '.';
    had_line_break = had_line_break || c == '\n';
  }
  return false;
}

/// 0 to 25 for a letter in either case, 26 for everything else.
constexpr std::array<std::uint8_t, 256> kLetterNumbers = [] {
  std::array<std::uint8_t, 256> numbers{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    const unsigned lower = byte | 0x20U;
    const bool is_ascii_letter = byte < 0x80 && lower >= 'a' && lower <= 'z';
    numbers[byte] = static_cast<std::uint8_t>(is_ascii_letter ? lower - 'a' : kLetters - 1);
  }
  return numbers;
}();

/// Which bucket a word belongs to, by its first two letters.
std::size_t bucket_of(std::string_view word) {
  const std::size_t second = word.size() > 1 ? kLetterNumbers[byte_of(word, 1)] : kLetters - 1;
  return kLetterNumbers[byte_of(word, 0)] * kLetters + second;
}

/// Which letters a word that is like `pattern` may have at `index`, and right behind its end: a bit for each.
std::uint32_t letters_at(std::string_view pattern, std::size_t index) {
  // An apostrophe is one byte or three.
  if (index > pattern.size() || pattern.find_first_of("*'") <= index) return ~0U;
  return 1U << (index < pattern.size() ? kLetterNumbers[byte_of(pattern, index)] : kLetters - 1);
}

}  // namespace

TextRange next_word(std::string_view text, std::size_t from) {
  std::size_t at = from;
  while (at < text.size() && kind_of(text, at) != Kind::word) {
    if (kind_of(text, at) == Kind::high) {
      const std::size_t separator = high_separator_length(text, at);
      if (separator == 0) break;
      at += separator;
    } else {
      ++at;
    }
  }
  return {std::min(at, text.size()), end_of_word(text, std::min(at, text.size()))};
}

bool is_like(std::string_view word, std::string_view pattern) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '*' && i + 1 == pattern.size()) return true;
    if (at >= word.size()) return false;
    if (pattern[i] == '\'' && word.substr(at).starts_with(kCurlyApostrophe)) {
      at += kCurlyApostrophe.size();
    } else if (lower_of(word, at) == pattern[i]) {
      ++at;
    } else {
      return false;
    }
  }
  return at == word.size();
}

bool is_like_any(std::string_view word, std::string_view alternatives) {
  while (true) {
    const auto bar = alternatives.find('|');
    if (is_like(word, alternatives.substr(0, bar))) return true;
    if (bar == std::string_view::npos) return false;
    alternatives.remove_prefix(bar + 1);
  }
}

PhraseTable::PhraseTable(std::span<const std::string_view> rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) add(rows[i], i);
  finish();
}

void PhraseTable::add(std::string_view phrase, std::size_t row) {
  const std::size_t begin = words_.size();
  std::string_view first;
  int gap = 0;
  for (const auto word : split(phrase, ' ')) {
    if (word == "...") {
      gap = kGap;
    } else if (first.empty()) {
      first = word;
    } else {
      words_.push_back({word, std::exchange(gap, 0)});
    }
  }
  assert(!first.empty() && first.front() != '*' && gap == 0);
  for (const auto alternative : split(first, '|'))
    entries_.push_back({alternative, row, begin, words_.size()});
}

void PhraseTable::finish() {
  // A first word such as "a*" may be followed by any second letter: it stands in each of those buckets.
  std::vector<std::pair<std::size_t, Entry>> placed;
  for (const auto& entry : entries_) {
    const bool is_short_stem = entry.first.size() == 2 && entry.first[1] == '*';
    const std::size_t bucket = bucket_of(entry.first);
    const std::size_t from = is_short_stem ? bucket - bucket % kLetters : bucket;
    for (std::size_t i = from; i < (is_short_stem ? from + kLetters : from + 1); ++i)
      placed.emplace_back(i, entry);
  }
  std::stable_sort(placed.begin(), placed.end(), [](const auto& a, const auto& b) {
    return std::pair(a.first, a.second.first) < std::pair(b.first, b.second.first);
  });
  bucket_begins_.assign(kLetters * kLetters + 1, 0);
  entries_.clear();
  for (const auto& [bucket, entry] : placed) {
    ++bucket_begins_[bucket + 1];
    entries_.push_back(entry);
    letters_[bucket].third |= letters_at(entry.first, 2);
    letters_[bucket].fourth |= letters_at(entry.first, 3);
  }
  for (std::size_t i = entries_.size(); i-- > 0;) {
    const bool goes_on = i + 1 < entries_.size() && entries_[i + 1].first == entries_[i].first &&
                         placed[i + 1].first == placed[i].first;
    entries_[i].alike = goes_on ? entries_[i + 1].alike + 1 : 1;
  }
  for (std::size_t i = 0; i < is_used_.size(); ++i) is_used_[i] = bucket_begins_[i + 1] > 0;
  std::partial_sum(bucket_begins_.begin(), bucket_begins_.end(), bucket_begins_.begin());
}

/// Where the words `word` to `last` of a phrase end, if they follow behind `at`.
std::optional<std::size_t> PhraseTable::end_of(std::string_view text, std::size_t at, std::size_t word,
                                               std::size_t last) const {
  if (word == last) return at;
  std::size_t from = at;
  for (int skipped = 0; skipped <= words_[word].gap; ++skipped) {
    const TextRange found = next_word(text, from);
    if (found.begin == found.end) return std::nullopt;
    const auto between = text.substr(from, found.begin - from);
    if (words_[word].gap == 0 ? !are_neighbours(between) : ends_sentence(between)) return std::nullopt;
    if (is_like_any(found.of(text), words_[word].alternatives))
      if (const auto end = end_of(text, found.end, word + 1, last)) return end;
    from = found.end;
  }
  return std::nullopt;
}

/// Whether the third and the fourth letter are those of an entry too. Words of English share their first two.
bool PhraseTable::may_go_on(std::string_view text, std::size_t at) const {
  const auto number = [text](std::size_t i) {
    return i < text.size() ? kLetterNumbers[byte_of(text, i)] : kLetters - 1;
  };
  const Letters& letters = letters_[number(at) * kLetters + number(at + 1)];
  return ((letters.third >> number(at + 2)) & (letters.fourth >> number(at + 3)) & 1U) != 0;
}

PhraseMatch PhraseTable::longest_at(std::string_view text, TextRange word) const {
  const auto written = word.of(text);
  const std::size_t bucket = bucket_of(written);
  PhraseMatch best{{word.begin, word.begin}, 0};
  for (std::size_t i = bucket_begins_[bucket]; i < bucket_begins_[bucket + 1];) {
    const std::size_t group_end = i + entries_[i].alike;
    if (!is_like(written, entries_[i].first)) i = group_end;
    for (; i < group_end; ++i) {
      const auto end = end_of(text, word.end, entries_[i].begin, entries_[i].end);
      if (end && (*end > best.at.end || (*end == best.at.end && entries_[i].row < best.row)))
        best = {{word.begin, *end}, entries_[i].row};
    }
  }
  return best;
}

std::optional<PhraseMatch> PhraseTable::next(std::string_view text, std::size_t from) const {
  // The branches in this loop are rarely taken; going from word to word would cost a wrong guess for each of
  // them.
  bool inside = false;
  std::size_t known = from;  // no word lies across it
  for (std::size_t at = from; at < text.size(); ++at) {
    const unsigned char byte = byte_of(text, at);
    const Kind kind = kKinds[byte];
    const std::size_t second = at + 1 < text.size() ? kLetterNumbers[byte_of(text, at + 1)] : kLetters - 1;
    const bool may_begin = (kind == Kind::word || kind == Kind::high) & !inside &
                           is_used_[kLetterNumbers[byte] * kLetters + second];
    inside = kind == Kind::word;
    known = kind == Kind::other ? at + 1 : known;
    if (!may_begin || !may_go_on(text, at)) continue;
    // Behind an apostrophe or a byte above ASCII only the words since the last blank can tell what begins
    // here.
    TextRange word{known, known};
    while (word.end <= at && word.end < text.size()) word = next_word(text, word.end);
    if (word.begin > at) continue;
    if (word.begin == at) {
      const PhraseMatch match = longest_at(text, word);
      if (match.at.end > at) return match;
    }
    known = word.end;
    at = word.end - 1;
  }
  return std::nullopt;
}

std::vector<PhraseMatch> PhraseTable::find(std::string_view text) const {
  std::vector<PhraseMatch> matches;
  for (auto match = next(text); match; match = next(text, match->at.end)) matches.push_back(*match);
  return matches;
}

}  // namespace pmsite
