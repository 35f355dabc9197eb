// SPDX-License-Identifier: MIT
#pragma once

#include "render/code_words.hpp"

namespace pmsite {

/// Something with two ends: a string, a comment, a quoted name.
struct CodeSpan {
  enum class Escape { none, backslash, doubled, backslash_or_doubled, backslash_in_word };

  TokenKind kind = TokenKind::string;
  std::string_view open = {};
  std::string_view close = {};   ///< empty: the end of the line
  Escape escape = Escape::none;  ///< what keeps `close` from closing
  bool may_span_lines = false;
  bool has_variables = false;  ///< as strings of a shell have
  bool stands_apart = false;   ///< begins only after white space or punctuation
};

/// What a language has that is written freely, that is, not line by line. A row of a table, not a grammar.
struct CodeSyntax {
  enum class Habits { none, shell, sql };

  std::span<const CodeSpan> spans = {};  ///< the longer of two that begin alike stands first
  CodeWords keywords = {};
  CodeWords name_marks = {};         ///< what makes a name of the word or string before it
  std::string_view word_bytes = {};  ///< punctuation inside words
  Habits habits = Habits::none;      ///< what no table can say
  bool ignores_case = false;
  bool has_units = false;
  bool has_signed_numbers = false;
};

/// Takes the next `length` bytes of the pieces as code of this syntax. Time grows with the length alone: what
/// is not closed is looked for once. What is not closed begins nothing.
void scan_code(const CodeSyntax& syntax, CodePieces& pieces, std::size_t length);

}  // namespace pmsite
