// SPDX-License-Identifier: MIT
#pragma once

#include "prose/times.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace pmsite {

/// The time that an entry of a timeline begins with, or that its label ends with.
struct RawStamp {
  TimeMention time;
  std::optional<TimeMention> end;  ///< of a range
  std::string label;               ///< "Issue detection" of "Issue detection (8:00 PM): Users ..."
  std::size_t text_begin =
      0;                    ///< where the words behind the stamp begin; the end of the text if there are none
  bool is_divided = false;  ///< a colon, a dash or the like stands behind it, or nothing at all
};

/// Reads the stamp at the front of one line without its marks: "8:55 AM - ...", "[10:05] ...", "April 10,
/// 2024, 10:00 AM UTC: ...", "At 0900, ...", "14:?? ...", "Detection time: 01:15 AM". None where the time
/// stands inside of a sentence.
std::optional<RawStamp> stamp_at_front(std::string_view text);

/// The date of a line that says nothing else: "2019-1-17", "Monday, June 5th, 2023:".
std::optional<DateMention> date_line(std::string_view text);

}  // namespace pmsite
