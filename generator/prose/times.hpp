// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"
#include "prose/sentences.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// A calendar date told in prose. The year may be missing ("June 5th"), the day never is.
struct DateMention {
  TextRange at;
  std::optional<int> year;
  int month = 1, day = 1;
  /// "04/05/2024": which part is the month cannot be told. `month` then holds the first.
  bool is_ambiguous = false;
  std::optional<Date> date() const;  ///< where the year is known and nothing is ambiguous
};

/// A time of day told in prose, with what stands directly beside it.
struct TimeMention {
  TextRange at;  ///< of clock, zone and date together
  Clock clock;
  /// "AM" or "PM" stands behind it, or is implied by the other end of a range.
  bool has_meridiem = false;
  /// As zone_meanings() knows it: "UTC" (also for "Z"), "PST", "UTC+1"; empty where none is written.
  std::string zone;
  std::optional<DateMention> date;  ///< directly before or behind the clock
};

/// Two times joined to an interval: "from 10:12 to 11:05 UTC", "9:00 AM - 11:00 AM", "between 8 and 9:30 pm".
/// What one end does not say (zone, date, am/pm) it takes from the other where that is what a reader does: an
/// end that passes midnight gets the next day, a begin none where only the end has a date, since some name
/// the first day and some the last.
struct IntervalMention {
  TextRange at;
  TimeMention from, to;
};

/// All dates in `text`, in order: "March 4, 2026", "4th of March 2026", "2026-03-04", "04/03/2026", "4 Mar".
std::vector<DateMention> find_dates(std::string_view text);

/// All times of day in `text`, in order: "14:05", "2:05 PM", "2 p.m.", "8.40 AM", "13:20PM", "1405hrs",
/// "noon". Not "3:1", ratios, versions, ports ("host:8080") and durations.
std::vector<TimeMention> find_times(std::string_view text);

/// All intervals in `text`, in order: two neighbouring times with a dash or a word like "to" between, or told
/// in one sentence as in "started at A and was restored at B".
std::vector<IntervalMention> find_intervals(std::string_view text);

/// A zone at the front of `text`, in any of the ways prose names one: "UTC", "(GMT+1)", "West African Time",
/// "Pacific time", "EAT", "Nigeria time", "+01:00". Its label as zone_meanings() knows it and how many bytes
/// it takes, with the blanks and emphasis in front; empty if none.
struct ZoneMention {
  std::string label;
  std::size_t length = 0;
};
ZoneMention zone_at(std::string_view text);

}  // namespace pmsite
