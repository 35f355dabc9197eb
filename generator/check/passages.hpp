// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"
#include "prose/sentences.hpp"

#include <string>
#include <vector>

namespace pmsite {

/// A run of text as a reader takes it in: a paragraph, a heading, an entry, an item, a table cell.
struct Passage {
  Role role = Role::other;               ///< of the nearest heading above that has one
  const Section* section = nullptr;      ///< null before the first section
  const TimelineEntry* entry = nullptr;  ///< of an entry of the timeline
  const ActionItem* action = nullptr;    ///< of a task among the measures
  bool is_heading = false;
  bool is_quoted = false;  ///< in a block quote: somebody else's words
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

/// Everything a post says in its body, in reading order: code blocks, pictures, raw HTML and addresses are
/// left out, and so is what an entry's time, kind and states or an action's details say already.
std::vector<Passage> passages_of(const Postmortem& post);

}  // namespace pmsite
