// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace pmsite {

// Steps along a text that the scanners of prose share. All take a position and look at no more than a few
// dozen bytes, so that a scanner which calls them at every position stays linear.

/// The byte at `at`; NUL behind the end.
inline char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? text[at] : '\0'; }

/// Whether an ASCII letter or digit stands at `at`.
inline bool is_word_byte(std::string_view text, std::size_t at) {
  const char c = byte_at(text, at);
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Behind the blanks at `at`: spaces, tabs and the spaces of Unicode that word processors set between a
/// number and its unit.
std::size_t skip_blanks(std::string_view text, std::size_t at);

/// Behind blanks, signs of Markdown emphasis and at most one line break: what may stand between two words
/// that belong together.
std::size_t skip_gap(std::string_view text, std::size_t at);

/// In front of what skip_gap() would skip, if that ended at `at`.
std::size_t skip_gap_back(std::string_view text, std::size_t at);

/// Bytes of the dash or minus sign at `at`, of any kind: "-", "--", U+2013; 0 if none.
std::size_t dash_length(std::string_view text, std::size_t at);

/// The run of ASCII letters at `at`; of a longer one than any word, the front.
std::string_view word_at(std::string_view text, std::size_t at);

/// The run of ASCII letters that ends at `at`.
std::string_view word_ending_at(std::string_view text, std::size_t at);

/// The word in front of `at` with only a gap between; empty if something else stands there.
std::string_view word_before(std::string_view text, std::size_t at);

/// Whether `word` is the lower-case `lower`, but for the case of its letters.
bool is_word(std::string_view word, std::string_view lower);

/// Whether `word` is one of `words`, which are in lower case.
template <std::size_t... Sizes> bool is_any_of(std::string_view word, const char (&... words)[Sizes]) {
  // The lengths are known here, so that most words cost one comparison each and no list is ever built.
  return ((word.size() == Sizes - 1 && is_word(word, std::string_view(words, Sizes - 1))) || ...);
}

/// The same for a list that is kept.
bool is_any_of(std::string_view word, std::initializer_list<std::string_view> words);

/// Behind `lower` where it stands at `at` in whatever case and its last letter ends a word; npos otherwise.
std::size_t skip_word(std::string_view text, std::size_t at, std::string_view lower);

}  // namespace pmsite
