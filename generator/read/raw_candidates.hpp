// SPDX-License-Identifier: MIT
#pragma once

#include "read/raw_labels.hpp"
#include "read/raw_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace pmsite {

/// How much a line looks like a heading; those below count from 1, the level of an ATX or HTML heading.
inline constexpr int kBoldRank = 7;     ///< a whole line in bold
inline constexpr int kPlainRank = 8;    ///< a whole line of text
inline constexpr int kBulletRank = 9;   ///< a whole bullet
inline constexpr int kInlineRank = 10;  ///< a label with its text behind it

/// A line that is, or begins with, a heading or a label.
struct RawCandidate {
  std::size_t line = 0;  ///< index in the raw text
  int rank = kInlineRank;
  std::string heading;
  RawLabel label;         ///< known, or the candidate is a heading of the author's own
  bool has_text = false;  ///< text follows on the same line
  int version = 0;        ///< which postmortem of a file that holds several

  bool is_whole_line() const { return rank < kInlineRank; }
};

/// All candidates of a text, in order. A line that begins with a time of day is none.
std::vector<RawCandidate> find_candidates(const RawText& text);

}  // namespace pmsite
