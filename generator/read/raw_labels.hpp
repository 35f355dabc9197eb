// SPDX-License-Identifier: MIT
#pragma once

#include "model/vocabulary.hpp"
#include "read/raw_post.hpp"

#include <string_view>

namespace pmsite {

/// What a heading or a label announces.
struct RawLabel {
  Role role = Role::other;
  Role second = Role::other;  ///< "Root cause and resolution" is both
  RawField field = RawField::none;

  bool is_known() const { return role != Role::other || field != RawField::none; }
  bool is_joint() const { return role == Role::cause && second == Role::resolution; }
};

/// What `heading` (or a label without its colon) announces by itself: a section, a field of one, both
/// ("Impact"), or nothing. The questions of the course ("when was the issue detected") are labels, too.
RawLabel read_label(std::string_view heading);

/// The same for a line that surely is a heading: "The Cha-Cha Timeline" and "How are we preventing it?"
/// count.
RawLabel read_heading(std::string_view heading);

/// One of the main headings with a slip of the pen: "Timline", "Root cause and resoultion".
RawLabel read_misspelt(std::string_view heading);

}  // namespace pmsite
