// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace pmsite {

/// What "AM" and "PM" tell.
enum class HalfOfDay { unknown, morning, afternoon };

/// A time of day as it stands in a text, without zone and date.
struct ClockScan {
  Clock clock;
  HalfOfDay half = HalfOfDay::unknown;
  bool has_meridiem = false;  ///< also where it is ignored: "13:20PM"
  bool has_seconds = false;
  bool is_bare_hour = false;  ///< "9": an hour only where a range says so, "9-11 AM"
  std::size_t end = 0;        ///< the byte behind it
};

/// The time of day at `at`, where a number or a word begins. `end_before` is the end of the date or time in
/// front of it, to which it may be joined ("2024-06-05T14:05", "10:00-11:00").
std::optional<ClockScan> clock_at(std::string_view text, std::size_t at, std::size_t end_before);

/// The clock that shows `written`, one of twelve hours, in that half of the day.
Clock in_half(Clock written, HalfOfDay half);

/// Whether "2100 hours" and "14:30 hours" at `at` are a time of day rather than a length.
bool is_clock_of_hours(std::string_view text, std::size_t at);

}  // namespace pmsite
