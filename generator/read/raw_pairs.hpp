// SPDX-License-Identifier: MIT
#pragma once

#include "prose/times.hpp"
#include "read/raw_text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pmsite {

/// A stretch of a text as one string, to find what goes over the ends of lines.
struct RawPassage {
  std::string text;
  std::vector<std::pair<std::size_t, int>>
      lines;  ///< where each begins in `text`, and its number in the file

  /// Code is left out, and so is what comes after a few pages.
  void add(const RawLine& line);
  int line_at(std::size_t offset) const;
};

/// Two times of a passage that are told as begin and end.
struct RawPair {
  TimeMention from, to;
  bool is_range = false;  ///< what one end leaves open is already taken from the other
};

/// The first pair: "Start:" and "End:" lines, a range, or words such as "began at ... was restored by ...".
/// What is said of maintenance, a rollback or office hours is none.
std::optional<RawPair> find_raw_pair(const RawPassage& passage);

/// The first time of a passage without a pair, if its sentence says that the outage began then.
std::optional<TimeMention> find_lone_start(const RawPassage& passage);

}  // namespace pmsite
