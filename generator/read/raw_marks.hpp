// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace pmsite {

/// What stands in front of the words of a line.
struct BlockMarks {
  int indent = 0;  ///< columns before the words or the first bullet
  int level = 0;   ///< of an ATX heading, else 0
  bool quoted = false;
  bool bullet = false;
  bool ordered = false;
  int words = 0;  ///< what a counter of words sees in the marks: the "1." of a list, the `x` of a ticked box
};

/// Takes the marks off the front of `line`: blanks, `>`, bullets of every kind, numbers, boxes to tick, `#`.
BlockMarks take_block_marks(std::string_view& line);

/// A line of nothing but `-`, `*`, `_` or `=`, three or more: the character, else '\0'.
char rule_character(std::string_view line);

/// The ruler of a table: `|---|:--:|`, `--- | ---`, `+---+---+`.
bool is_table_ruler(std::string_view line);

}  // namespace pmsite
