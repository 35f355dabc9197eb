// SPDX-License-Identifier: MIT
#include "base/time.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <array>

namespace pmsite {
namespace {

using namespace std::chrono;

constexpr std::array kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
constexpr std::array kWeekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

int month_number(Date date) { return static_cast<int>(unsigned{date.month()}); }
int day_number(Date date) { return static_cast<int>(unsigned{date.day()}); }

/// "HH:MM" or "HH:MM:SS" with an optional fraction, at the front of `text`, which loses what was read.
std::optional<Clock> take_clock(std::string_view& text) {
  if (text.size() < 5 || text[2] != ':') return std::nullopt;
  Clock clock{parse_digits(text.substr(0, 2)), parse_digits(text.substr(3, 2)), 0};
  text.remove_prefix(5);
  if (text.starts_with(':')) {
    if (text.size() < 3) return std::nullopt;
    clock.second = parse_digits(text.substr(1, 2));
    text.remove_prefix(3);
    if (text.size() > 1 && text[0] == '.' && is_digit(text[1])) {
      text.remove_prefix(1);
      while (!text.empty() && is_digit(text[0])) text.remove_prefix(1);
    }
  }
  const bool valid = clock.hour >= 0 && clock.hour < 24 && clock.minute >= 0 && clock.minute < 60 &&
                     clock.second >= 0 && clock.second < 60;
  return valid ? std::optional(clock) : std::nullopt;
}

seconds local_time_of_day(const Instant& instant) {
  const auto local = instant.utc + instant.offset;
  return local - floor<days>(local);
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const int year_number = parse_digits(text.substr(0, 4));
  const int month_number = parse_digits(text.substr(5, 2));
  const int day_number = parse_digits(text.substr(8, 2));
  if (year_number < kFirstYear || year_number > kLastYear || month_number < 0 || day_number < 0)
    return std::nullopt;
  const Date date{year{year_number}, month{static_cast<unsigned>(month_number)},
                  day{static_cast<unsigned>(day_number)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<minutes> parse_offset(std::string_view text) {
  if (text.size() < 2 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const int sign = text[0] == '+' ? 1 : -1;
  text.remove_prefix(1);
  const auto colon = text.find(':');
  std::string_view hour_digits = text.substr(0, colon), minute_digits = "00";
  if (colon != std::string_view::npos) {
    minute_digits = text.substr(colon + 1);
  } else if (text.size() == 4) {
    hour_digits = text.substr(0, 2);
    minute_digits = text.substr(2);
  }
  const int hour_number = parse_digits(hour_digits), minute_number = parse_digits(minute_digits);
  const bool valid = hour_digits.size() <= 2 && minute_digits.size() == 2 && hour_number >= 0 &&
                     minute_number >= 0 && minute_number < 60 && hour_number * 60 + minute_number <= 14 * 60;
  return valid ? std::optional(minutes{sign * (hour_number * 60 + minute_number)}) : std::nullopt;
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 17) return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const char separator = text[10];
  if (!date || (separator != 'T' && separator != 't' && separator != ' ')) return std::nullopt;
  text.remove_prefix(11);
  const auto clock = take_clock(text);
  if (!clock) return std::nullopt;
  if (text == "Z" || text == "z") return instant_at(*date, *clock, minutes{0});
  // RFC 3339 wants hours and minutes in an offset.
  const auto offset = text.size() == 6 && text[3] == ':' ? parse_offset(text) : std::nullopt;
  return offset ? std::optional(instant_at(*date, *clock, *offset)) : std::nullopt;
}

Instant instant_at(Date date, Clock clock, minutes offset) {
  const auto local = sys_days{date} + hours{clock.hour} + minutes{clock.minute} + seconds{clock.second};
  return {local - offset, offset};
}

Date local_date(const Instant& instant) { return Date{floor<days>(instant.utc + instant.offset)}; }

std::string format_date(Date date) {
  return fmt::format("{:04}-{:02}-{:02}", int{date.year()}, month_number(date), day_number(date));
}

std::string_view month_name(std::chrono::month month) { return kMonths[unsigned{month} - 1]; }

std::string format_long_date(Date date) {
  return fmt::format("{} {} {}", day_number(date), month_name(date.month()),
                     int{date.year()});
}

std::string format_clock(const Instant& instant) {
  const hh_mm_ss clock{local_time_of_day(instant)};
  if (clock.seconds().count() == 0)
    return fmt::format("{:02}:{:02}", clock.hours().count(), clock.minutes().count());
  return fmt::format("{:02}:{:02}:{:02}", clock.hours().count(), clock.minutes().count(),
                     clock.seconds().count());
}

std::string format_offset(minutes offset) {
  if (offset == minutes{0}) return "UTC";
  const auto size = abs(offset);
  return fmt::format("UTC{}{:02}:{:02}", offset < minutes{0} ? '-' : '+', size.count() / 60,
                     size.count() % 60);
}

std::string format_rfc3339(const Instant& instant) {
  const hh_mm_ss clock{local_time_of_day(instant)};
  const std::string zone = instant.offset == minutes{0} ? "Z" : format_offset(instant.offset).substr(3);
  return fmt::format("{}T{:02}:{:02}:{:02}{}", format_date(local_date(instant)), clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count(), zone);
}

std::string format_rfc822(UtcTime time) {
  const Date date{floor<days>(time)};
  const hh_mm_ss clock{time - floor<days>(time)};
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000",
                     kWeekdays[weekday{sys_days{date}}.c_encoding()], day_number(date),
                     month_name(date.month()).substr(0, 3), int{date.year()}, clock.hours().count(),
                     clock.minutes().count(), clock.seconds().count());
}

std::string format_duration(seconds length) {
  const auto total = round<minutes>(length).count();
  const auto day_count = total / (24 * 60), hour_count = total / 60 % 24, minute_count = total % 60;
  // Beyond a day nobody reads minutes.
  if (day_count > 0)
    return hour_count == 0 ? fmt::format("{} d", day_count) : fmt::format("{} d {} h", day_count, hour_count);
  if (hour_count == 0) return fmt::format("{} min", minute_count);
  return minute_count == 0 ? fmt::format("{} h", hour_count)
                           : fmt::format("{} h {} min", hour_count, minute_count);
}

std::string format_iso_duration(seconds length) {
  const auto total = round<minutes>(length).count();
  const auto hour_count = total / 60, minute_count = total % 60;
  if (hour_count == 0) return fmt::format("PT{}M", minute_count);
  return minute_count == 0 ? fmt::format("PT{}H", hour_count)
                           : fmt::format("PT{}H{}M", hour_count, minute_count);
}

}  // namespace pmsite
