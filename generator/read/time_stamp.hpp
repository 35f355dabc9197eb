// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pmsite {

/// The time at the front of a timeline entry, as written: nothing is resolved yet.
struct TimeStamp {
  std::optional<Date> date;
  Clock clock;
  std::optional<Date> end_date;
  std::optional<Clock> end_clock;  ///< for a range
  std::string zone;                ///< "CET", "+01:00", "Z"; empty where none is written
  std::size_t zone_offset = 0;     ///< bytes before the zone
  std::size_t length = 0;          ///< bytes of date, clock, range and zone
  bool has_separator = false;      ///< a dash or colon divides it from the text
  std::size_t text_offset = 0;     ///< bytes up to the text
};

/// Reads the time that `text` begins with: "14:05 UTC - ", "2:05 PM UTC - ", "2026-03-04T14:05Z - ",
/// "14:05-14:20 UTC: ". None where it does not begin with a time that exists ("13:20 PM" does not).
/// Source of the grammar: the format's chapter on timeline entries.
std::optional<TimeStamp> read_time_stamp(std::string_view text);

}  // namespace pmsite
