// SPDX-License-Identifier: MIT
#pragma once

#include "render/code_words.hpp"

namespace pmsite {

/// What settings of one kind have that are written line by line, a name and its value each.
struct SettingsSyntax {
  std::string_view comments = {};        ///< bytes that begin a comment at the start of a line
  std::string_view later_comments = {};  ///< bytes that begin one after white space
  std::string_view key_ends = {};        ///< what follows a name, after spaces
  std::string_view quotes = {};          ///< of strings with escapes
  std::string_view raw_quotes = {};      ///< of strings without
  CodeWords instructions = {};           ///< the first words of lines that are no names, in lower case
  bool begins_with_key = false;          ///< whether the first word of a line is a name, whatever follows
  bool has_slash_comments = false;       ///< `//` and those between `/*` and `*/`
  bool has_heredocs = false;
  bool has_inner_keys = false;  ///< after `{`, and after `,` inside of braces
  bool has_sections = false;    ///< lines such as `[mysqld]`
  bool has_triple_quotes = false;
  bool has_variables = false;
};

/// Takes all that is left of the pieces as settings of this syntax. Time grows with the length alone.
void scan_settings(const SettingsSyntax& syntax, CodePieces& pieces);

}  // namespace pmsite
