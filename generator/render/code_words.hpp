// SPDX-License-Identifier: MIT
#pragma once

#include "render/code_token.hpp"

#include <optional>
#include <span>
#include <string_view>

namespace pmsite {

// What several languages of code blocks have in common. All lengths are bytes.

inline constexpr auto kNowhere = std::string_view::npos;

inline bool holds(std::string_view bytes, char c) { return bytes.find(c) != kNowhere; }

/// Words in the order of their bytes, in lower case where case does not matter.
using CodeWords = std::span<const std::string_view>;

/// Whether `words` hold the word.
bool is_listed(CodeWords words, std::string_view word);

/// The same, whatever the case of the word's ASCII letters.
bool is_listed_ignoring_case(CodeWords words, std::string_view word);

/// Whether the byte is of a word in any language: an ASCII letter or digit, `_`, or part of a foreign
/// character.
bool is_code_word_byte(char c);

/// Bytes before the line feed, or before the end.
std::size_t line_length(std::string_view text);

/// The first byte that is no space or tab; a line feed at the end of the text.
char next_byte(std::string_view text);

/// Whether the word is a number and nothing else: "12", "-0.5", "1_000", "0xff", "2.5e-3".
bool is_code_number(std::string_view word);

/// Whether the word is a number, a number with a unit, or several of these: "30s", "512MB", "80%", "1h30m".
bool is_measure(std::string_view word);

/// Length of the time stamp that the text begins with, 0 where it begins with none: ISO 8601 and its
/// relatives, that of syslog, that of Apache, and a bare clock with seconds; each with fractions and an
/// offset.
std::size_t time_stamp_length(std::string_view text);

/// Length of the variable that the text begins with, 0 where it begins with none: "$name",
/// "${name:-default}", "$1".
std::size_t variable_length(std::string_view text);

/// Takes `length` bytes as a string whose variables are names; `\$` begins none.
void take_string_with_variables(CodePieces& pieces, std::size_t length);

/// The announcement of a heredoc: `<<END`, `<<-END`, `<<'END'`.
struct Heredoc {
  std::size_t length = 0;        ///< of the announcement
  std::string_view end;          ///< the line that ends it
  bool may_be_indented = false;  ///< whether white space may stand before that line

  /// Length up to the end of the closing line. `text` begins on the line after the announcement.
  std::optional<std::size_t> body_length(std::string_view text) const;
};

/// The announcement that the text begins with. Shifts of numbers and `<<<` are none.
std::optional<Heredoc> read_heredoc(std::string_view text);

}  // namespace pmsite
