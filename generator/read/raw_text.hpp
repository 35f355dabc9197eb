// SPDX-License-Identifier: MIT
#pragma once

#include "base/source.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace pmsite {

enum class RawLineKind {
  blank,
  text,
  heading,  ///< ATX with or without its blank, setext, HTML <h1>..<h6>
  bullet,   ///< -, *, +, •, o, 1.
  table_row,
  quote,
  picture,  ///< nothing but an image
  code,     ///< inside a fence that is really code
  rule,     ///< ---, ***, table rulers, setext underlines
};

/// One line of a file as a reader sees it: markup, tags, entities, emoji shortcodes and list marks are gone.
struct RawLine {
  int number = 0;  ///< in the file, from 1
  RawLineKind kind = RawLineKind::text;
  int indent = 0;             ///< columns before the text or its bullet
  int level = 0;              ///< of a heading, 1 to 6
  bool bold = false;          ///< the whole line was bold or italic: often a heading
  bool ordered = false;       ///< a numbered bullet
  bool leads_inside = false;  ///< only a link to a place in the same file: a line of a table of contents
  std::size_t bold_label =
      0;  ///< bytes of `text` that were bold at its front ("**14:00 UTC:** Issue" is 10); else 0
  std::string text;
};

/// A Markdown file as thousands of people have written theirs, line by line. A fence around the whole file is
/// taken off, the front matter of other tools (YAML, TOML) and conflict marks are left out, an indent of the
/// whole file is ignored.
struct RawText {
  std::vector<RawLine> lines;
  std::string front_matter;  ///< as written, without its fences
  int words = 0;             ///< visible words: no code, addresses, tags or markup
};

/// Takes a file apart. Never fails: what is no text is left out.
RawText read_raw_text(const SourceText& source);

}  // namespace pmsite
