// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace pmsite {

using UtcTime = std::chrono::sys_seconds;
using Date = std::chrono::year_month_day;

/// A moment, and the offset east of UTC in which its author told it.
struct Instant {
  UtcTime utc;
  std::chrono::minutes offset{0};
};

/// A time of day as a clock shows it.
struct Clock {
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// Seconds since the clock showed midnight.
constexpr int seconds_of(const Clock& clock) { return (clock.hour * 60 + clock.minute) * 60 + clock.second; }

/// Years that a postmortem may speak of. Outside of them a date is a typing error.
inline constexpr int kFirstYear = 1970;
inline constexpr int kLastYear = 2199;

/// A date of the form YYYY-MM-DD that exists in the calendar, within kFirstYear and kLastYear.
std::optional<Date> parse_date(std::string_view text);

/// An instant of RFC 3339: date, `T` or space, time to the second, then `Z` or an offset. Seconds may be left
/// out, as people do. Fractions of a second are dropped; a leap second (:60) is not accepted.
std::optional<Instant> parse_instant(std::string_view text);

/// An offset "+HH:MM", "+HHMM", "+HH" or "+H", of up to 14 hours either way.
std::optional<std::chrono::minutes> parse_offset(std::string_view text);

/// The instant at which a clock in a zone `offset` east of UTC shows `date` and `clock`.
Instant instant_at(Date date, Clock clock, std::chrono::minutes offset);

/// The calendar date of an instant in its own offset.
Date local_date(const Instant& instant);

std::string format_date(Date date);                ///< "2026-03-04"
std::string format_long_date(Date date);           ///< "4 March 2026"
std::string_view month_name(std::chrono::month month);  ///< "March"
std::string format_clock(const Instant& instant);  ///< "10:12" in its own offset; seconds where there are any
std::string format_offset(std::chrono::minutes offset);  ///< "UTC", "UTC+01:00"
std::string format_rfc3339(const Instant& instant);      ///< "2026-03-04T10:12:00+01:00", "Z" for UTC
std::string format_rfc822(UtcTime time);  ///< "Wed, 04 Mar 2026 09:12:00 +0000" (RSS 2.0, RFC 822)
std::string format_duration(
    std::chrono::seconds length);  ///< "53 min", "2 h 5 min", "3 d 4 h"; at least "0 min"
std::string format_iso_duration(std::chrono::seconds length);  ///< "PT53M" (ISO 8601), for <time datetime>

}  // namespace pmsite
