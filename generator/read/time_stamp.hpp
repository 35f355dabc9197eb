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
/// "14:05-14:20 UTC: ", "2:05-2:20 PM (UTC) - ". "10:05 UTC-10:20" is a range, "10:05 UTC-05:00" a time and
/// an offset. None where it does not begin with a time that exists ("13:20 PM" does not).
/// Source of the grammar: the format's chapter on timeline entries.
std::optional<TimeStamp> read_time_stamp(std::string_view text);

/// What looks like a time of day but is none.
struct WrongTime {
  std::size_t offset = 0;  ///< bytes before it
  std::string written;     ///< "24:00", "10.13", "14h58", "13:20 PM"
  std::string help;        ///< how to write it
};

/// The wrong time that `text` begins with, if read_time_stamp() finds no time there.
std::optional<WrongTime> read_wrong_time(std::string_view text);

/// The word behind a time that stands where a zone stands, with letters that are not upper case: "utc" of
/// " utc - the text". Empty where there is none; whether it is a zone is not asked.
std::string_view lower_case_zone(std::string_view text);

}  // namespace pmsite
