// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// A part of a text, in bytes.
struct TextRange {
  std::size_t begin = 0, end = 0;
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

/// Without spaces and tabs at both ends. The view points into `text`.
std::string_view trim(std::string_view text);

/// The pieces between `separator`s, empty ones kept: "a,,b" is three pieces.
std::vector<std::string_view> split(std::string_view text, char separator);

/// The pieces joined by `separator`.
std::string join(const std::vector<std::string>& pieces, std::string_view separator);

/// ASCII letters lowered; all other bytes as they were. Never asks the locale.
std::string to_lower(std::string_view text);

/// Whether both are the same but for the case of ASCII letters.
bool equal_ignoring_case(std::string_view a, std::string_view b);

bool is_digit(char c);
bool is_letter(char c);  ///< ASCII only
bool is_space(char c);   ///< space, tab, line feed

/// A whole decimal number of 1 to 9 digits and nothing else; -1 otherwise.
int parse_digits(std::string_view digits);

/// "1 post", "2 posts": the noun with its count. `noun` takes an `s`.
std::string counted(std::size_t count, std::string_view noun);

/// An address part of the form [a-z0-9]+(-[a-z0-9]+)*, at most 100 bytes: ASCII letters lowered, every run of
/// anything else a hyphen. Empty where `text` has no letter or digit of ASCII.
std::string slugify(std::string_view text);

/// Whether `text` already is what slugify() makes.
bool is_slug(std::string_view text);

/// Words as a reader counts them: runs without white space that hold a letter or a digit; above ASCII
/// everything but the dashes, quotes and dots of General Punctuation (U+2000 to U+206F) is a letter.
int count_words(std::string_view text);

}  // namespace pmsite
