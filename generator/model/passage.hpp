// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/text.hpp"
#include "model/vocabulary.hpp"

#include <string>
#include <vector>

namespace pmsite {

struct ActionItem;
struct Section;
struct TimelineEntry;

/// A run of text as a reader takes it in: a paragraph, a heading, an entry, an item, a table cell.
struct Passage {
  Role role = Role::other;               ///< of the nearest heading above that has one
  const Section* section = nullptr;      ///< null before the first section
  const TimelineEntry* entry = nullptr;  ///< of an entry of the timeline
  const ActionItem* action = nullptr;    ///< of a task among the measures
  bool is_heading = false;
  bool is_quoted = false;     ///< in a block quote: somebody else's words
  bool has_telltale = false;  ///< may hold words that checks of language look for
  int words = 0;              ///< as a reader counts them; a piece of code is one
  std::string text;  ///< link texts are in; inline code is "``", since it is no prose; breaks are blanks

  /// Where bytes of `text` stand in the file; a whole line where the markup between hides the exact place.
  Span span(TextRange range) const;

  /// A stretch of `text` that stands in one piece on one line of the file.
  struct Piece {
    std::size_t offset = 0;  ///< in `text`
    Position at;             ///< column 0 where only the line is known
  };
  std::vector<Piece> pieces;  ///< by offset
};

}  // namespace pmsite
