// SPDX-License-Identifier: MIT
#include "prose/clocks.hpp"

#include "base/text.hpp"
#include "prose/scan.hpp"
#include "prose/times.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;

std::size_t count_digits(std::string_view text, std::size_t at) {
  constexpr std::size_t kMost = 6;
  std::size_t count = 0;
  while (count < kMost && is_digit(byte_at(text, at + count))) ++count;
  return count;
}

int number(std::string_view text, std::size_t at, std::size_t count) {
  return parse_digits(text.substr(at, count));
}

/// Whether the colon at `colon` stands behind a label ("Start:10:00") and not in an address ("fe80:10:00").
bool is_label_colon(std::string_view text, std::size_t colon) {
  if (colon == 0) return false;
  constexpr std::string_view kClosing = "*)]_`";
  if (kClosing.find(text[colon - 1]) != kNone) return true;
  const auto word = word_ending_at(text, colon);
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return (c >= 'g' && c <= 'z') || (c >= 'G' && c <= 'Z'); });
}

bool may_begin_clock(std::string_view text, std::size_t at, std::size_t end_before) {
  if (at == 0) return true;
  const char before = text[at - 1];
  const bool is_joined = at - 1 == end_before && end_before > 0;
  if (is_letter(before)) return is_joined && (before == 'T' || before == 't');
  if (is_digit(before)) return false;
  if (before == ':') return is_joined || is_label_colon(text, at - 1);
  if (before == '/') return is_joined;
  constexpr std::string_view kNoFront = "+$#\\&%";
  if (kNoFront.find(before) != kNone) return false;
  if (before == '-' || before == '_') return is_joined || at < 2 || !is_word_byte(text, at - 2);
  if (before == ',' || before == '.') return at < 2 || !is_digit(text[at - 2]);
  return true;
}

/// Takes "AM", "p.m." behind the clock.
void take_half(std::string_view text, ClockScan& scan) {
  const auto at = skip_gap(text, scan.end);
  const char letter = byte_at(text, at);
  const bool is_morning = letter == 'a' || letter == 'A';
  if (!is_morning && letter != 'p' && letter != 'P') return;
  auto end = at + 1;
  const bool is_dotted = byte_at(text, end) == '.';
  if (is_dotted) ++end;
  if (byte_at(text, end) != 'm' && byte_at(text, end) != 'M') return;
  ++end;
  if (is_word_byte(text, end)) return;
  if (is_dotted && byte_at(text, end) == '.') ++end;
  scan.end = end;
  scan.has_meridiem = true;
  if (scan.clock.hour <= 12) scan.half = is_morning ? HalfOfDay::morning : HalfOfDay::afternoon;
  if (scan.clock.hour <= 12) scan.clock = in_half(scan.clock, scan.half);
}

/// "12 noon", "12:00 midnight".
void take_noon(std::string_view text, ClockScan& scan) {
  if (scan.clock.hour != 12 || scan.has_meridiem) return;
  const auto at = skip_gap(text, scan.end);
  const auto word = word_at(text, at);
  if (!is_any_of(word, "noon", "midnight")) return;
  scan.clock.hour = is_word(word, "noon") ? 12 : 0;
  scan.has_meridiem = true;
  scan.end = at + word.size();
}

/// Takes ":30" and ":30.125" behind hours and minutes; false where more colons make it something else.
bool take_seconds(std::string_view text, ClockScan& scan) {
  if (byte_at(text, scan.end) != ':') return true;
  const auto count = count_digits(text, scan.end + 1);
  if (count == 0) return true;
  if (count != 2) return false;
  scan.clock.second = number(text, scan.end + 1, 2);
  scan.has_seconds = true;
  scan.end += 3;
  const char sign = byte_at(text, scan.end);
  const auto fraction = count_digits(text, scan.end + 1);
  const bool has_fraction = (sign == '.' && fraction > 0) || (sign == ',' && fraction == 3);
  if (has_fraction) ++scan.end;
  while (has_fraction && is_digit(byte_at(text, scan.end))) ++scan.end;
  return true;
}

/// Whether an address goes on at `at` behind a clock: ":3a:", "::".
bool goes_on_as_address(std::string_view text, std::size_t at) {
  if (byte_at(text, at) != ':') return false;
  if (byte_at(text, at + 1) == ':' || is_digit(byte_at(text, at + 1))) return true;
  const auto group = word_at(text, at + 1);
  return !group.empty() && group.size() <= 4 && byte_at(text, at + 1 + group.size()) == ':' &&
         std::all_of(group.begin(), group.end(),
                     [](char c) { return (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); });
}

/// Whether what stands at `end` leaves the clock in front of it one.
bool may_end_clock(std::string_view text, std::size_t end) {
  const char c = byte_at(text, end);
  if (c == 'Z' || c == 'z') return !is_word_byte(text, end + 1);
  if (is_word_byte(text, end)) return zone_at(text.substr(end)).length > 0;
  if (c == '%') return false;
  if ((c == '.' || c == ',' || c == '_') && is_digit(byte_at(text, end + 1))) return false;
  return !goes_on_as_address(text, end);
}

/// The word in front of `at`, past a colon: "duration" of "Duration: 2:30".
std::string_view label_before(std::string_view text, std::size_t at) {
  auto end = skip_gap_back(text, at);
  if (end > 0 && text[end - 1] == ':') end = skip_gap_back(text, end - 1);
  return word_ending_at(text, end);
}

/// Takes "h", "hrs", "hours" behind the clock; false where they make it a length of time or a ratio.
bool take_unit(std::string_view text, std::size_t begin, ClockScan& scan) {
  const auto at = skip_gap(text, scan.end);
  const auto unit = word_at(text, at);
  // "15:44 Second transaction" is none.
  const bool is_lower = !unit.empty() && unit[0] >= 'a';
  if (is_lower &&
      is_any_of(unit, "min", "mins", "minutes", "sec", "secs", "seconds", "ratio", "odds", "aspect"))
    return false;
  auto label = label_before(text, begin);
  if (is_word(label, "of")) label = word_before(text, static_cast<std::size_t>(label.data() - text.data()));
  if (is_any_of(label, "ratio", "scale", "odds")) return false;
  if (!is_any_of(unit, "h", "hr", "hrs", "hour", "hours")) return true;
  if (!is_clock_of_hours(text, begin)) return false;
  scan.end = at + unit.size();
  return true;
}

bool exists(const Clock& clock) { return clock.hour < 24 && clock.minute < 60 && clock.second < 60; }

/// "14:05", "2:05:30 PM", "8.40 AM", "3:AM".
std::optional<ClockScan> divided_clock(std::string_view text, std::size_t at, std::size_t hour_digits) {
  const auto sign = at + hour_digits;
  const bool has_point = byte_at(text, sign) == '.';
  ClockScan scan{{number(text, at, hour_digits), 0, 0}, {}, false, false, false, sign + 1};
  const auto count = count_digits(text, sign + 1);
  if (count == 2) {
    scan.clock.minute = number(text, sign + 1, 2);
    scan.end += 2;
    if (!has_point && !take_seconds(text, scan)) return std::nullopt;
  } else if (count != 0 || has_point || !is_letter(byte_at(text, sign + 1))) {
    return std::nullopt;
  }
  if (!exists(scan.clock)) return std::nullopt;
  take_half(text, scan);
  take_noon(text, scan);
  if (!scan.has_meridiem && (has_point || count == 0)) return std::nullopt;
  if (!scan.has_meridiem && !take_unit(text, at, scan)) return std::nullopt;
  return may_end_clock(text, scan.end) ? std::optional(scan) : std::nullopt;
}

/// "2 PM"; "9" as a bare hour.
std::optional<ClockScan> hour_clock(std::string_view text, std::size_t at, std::size_t hour_digits) {
  ClockScan scan{{number(text, at, hour_digits), 0, 0}, {}, false, false, false, at + hour_digits};
  if (!exists(scan.clock)) return std::nullopt;
  take_half(text, scan);
  take_noon(text, scan);
  scan.is_bare_hour = !scan.has_meridiem;
  if (scan.is_bare_hour && (scan.clock.hour == 0 || scan.clock.hour > 12 || is_word_byte(text, scan.end)))
    return std::nullopt;
  return may_end_clock(text, scan.end) ? std::optional(scan) : std::nullopt;
}

bool is_clock_preposition(std::string_view word) {
  return is_any_of(word, "at", "by", "from", "to", "until", "till", "since", "before", "between", "and",
                   "around", "on", "through");
}

/// Whether "0900" begins the text and a dash or a bar follows: an entry of a timeline. A number that may be a
/// year does not.
bool is_entry_front(std::string_view text, std::size_t at) {
  const auto behind = skip_gap(text, at + 4);
  const int value = number(text, at, 4);
  return skip_gap(text, 0) == at && behind > at + 4 &&
         (dash_length(text, behind) > 0 || byte_at(text, behind) == '|') && (value < 1990 || value > 2039);
}

/// "0900hrs", "2100 hours", "0900 UTC", "0900 - " where the text begins.
std::optional<ClockScan> military_clock(std::string_view text, std::size_t at) {
  ClockScan scan{{number(text, at, 2), number(text, at + 2, 2), 0}, {}, false, false, false, at + 4};
  if (!exists(scan.clock)) return std::nullopt;
  const auto behind = skip_gap(text, scan.end);
  const auto unit = word_at(text, behind);
  if (is_any_of(unit, "h", "hr", "hrs", "hours")) {
    if (!is_clock_of_hours(text, at)) return std::nullopt;
    scan.end = behind + unit.size();
    return is_word_byte(text, scan.end) ? std::nullopt : std::optional(scan);
  }
  take_half(text, scan);
  const bool is_stamp = scan.has_meridiem || is_entry_front(text, at);
  if (is_stamp) return scan;
  if (unit.empty() || !(unit[0] >= 'A' && unit[0] <= 'Z')) return std::nullopt;
  const bool is_led = skip_gap(text, 0) == at || is_clock_preposition(word_before(text, at));
  return is_led && zone_at(text.substr(behind)).length > 0 ? std::optional(scan) : std::nullopt;
}

std::optional<ClockScan> word_clock(std::string_view text, std::size_t at) {
  const auto word = word_at(text, at);
  if (!is_any_of(word, "noon", "midnight") || (at > 0 && is_word_byte(text, at - 1))) return std::nullopt;
  const auto end = at + word.size();
  if (is_digit(byte_at(text, end)) || (byte_at(text, end) == '-' && is_letter(byte_at(text, end + 1))))
    return std::nullopt;
  return ClockScan{{is_word(word, "noon") ? 12 : 0, 0, 0}, {}, false, false, false, end};
}

}  // namespace

Clock in_half(Clock written, HalfOfDay half) {
  if (half == HalfOfDay::unknown || written.hour > 12) return written;
  written.hour = written.hour % 12 + (half == HalfOfDay::afternoon ? 12 : 0);
  return written;
}

bool is_clock_of_hours(std::string_view text, std::size_t at) {
  const auto word = label_before(text, at);
  if (is_clock_preposition(word)) return true;
  if (is_any_of(word, "for", "took", "lasted", "of", "after", "within", "over", "than", "total", "duration",
                "last", "past", "in", "about", "approximately", "nearly", "almost", "roughly", "downtime",
                "time", "a", "another"))
    return false;
  const bool is_military = count_digits(text, at) == 4;
  const char first = byte_at(text, at);
  if (first == '0') return true;
  // "2100 hours" is said of a clock, "1:30 hours" of a length; "14:30 hours" could be both.
  return is_military || (first != '0' && count_digits(text, at) == 2 && word.empty());
}

std::optional<ClockScan> clock_at(std::string_view text, std::size_t at, std::size_t end_before) {
  if (is_letter(byte_at(text, at))) return word_clock(text, at);
  if (!may_begin_clock(text, at, end_before)) return std::nullopt;
  const auto digits = count_digits(text, at);
  if (digits == 4) return military_clock(text, at);
  if (digits == 0 || digits > 2) return std::nullopt;
  const char sign = byte_at(text, at + digits);
  if (sign == ':') return divided_clock(text, at, digits);
  if (sign == '.' && is_digit(byte_at(text, at + digits + 1))) return divided_clock(text, at, digits);
  return hour_clock(text, at, digits);
}

}  // namespace pmsite
