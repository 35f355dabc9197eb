// SPDX-License-Identifier: MIT
#include "base/text.hpp"
#include "prose/scan.hpp"
#include "prose/times.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};

/// The month a word names, in full or by its first three letters; 0 if none. "may" and "march" are words of
/// their own and want their capital.
int month_of(std::string_view word) {
  if (word.size() < 3 || word.size() > 9 || std::string_view("JFMASONDjfmasond").find(word[0]) == kNone)
    return 0;
  if (is_any_of(word, "may", "march", "mar") && word[0] != 'M') return 0;
  if (is_word(word, "sept")) return 9;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (is_word(word, kMonths[i]) || is_word(word, kMonths[i].substr(0, 3))) return static_cast<int>(i + 1);
  return 0;
}

bool is_weekday(std::string_view word) {
  return is_any_of(word, "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon",
                   "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun");
}

bool is_in_month(int day, int month) {
  constexpr std::array kDays = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 && day >= 1 && day <= kDays[static_cast<std::size_t>(month - 1)];
}

/// A run of digits at `at`; more than nine are no number.
struct Digits {
  int value = -1;
  std::size_t count = 0, end = 0;
};

Digits digits_at(std::string_view text, std::size_t at) {
  constexpr std::size_t kMost = 10;
  Digits digits{-1, 0, at};
  while (digits.count < kMost && is_digit(byte_at(text, digits.end))) ++digits.end, ++digits.count;
  digits.value = digits.count == 0 ? -1 : parse_digits(text.substr(at, digits.count));
  return digits;
}

bool is_year(const Digits& digits) {
  return digits.count == 4 && digits.value >= kFirstYear && digits.value <= kLastYear;
}

/// Whether "AM", "a.m.", "PM" stands at `at`.
bool is_half_of_day(std::string_view text, std::size_t at) {
  const auto word = word_at(text, at);
  return is_any_of(word, "am", "pm") || (is_any_of(word, "a", "p") && byte_at(text, at + 1) == '.');
}

/// Whether what ends at `end` is a number of its own: not a part of "10:05", "10.5", "10 AM" or "10%".
bool ends_number(std::string_view text, std::size_t end) {
  const char c = byte_at(text, end);
  if (is_word_byte(text, end) || c == '%' || c == '/') return false;
  if ((c == ':' || c == '.' || c == ',') && is_digit(byte_at(text, end + 1))) return false;
  return !is_half_of_day(text, skip_blanks(text, end));
}

/// Takes ", 2024" or " 2024" behind the day of `date`.
void take_year(std::string_view text, DateMention& date) {
  auto at = skip_gap(text, date.at.end);
  if (byte_at(text, at) == ',' || byte_at(text, at) == '-') at = skip_gap(text, at + 1);
  if (at == date.at.end) return;
  const auto year = digits_at(text, at);
  if (!is_year(year) || !ends_number(text, year.end)) return;
  if (is_any_of(word_at(text, skip_blanks(text, year.end)), "hrs", "hours", "hr")) return;
  date.year = year.value;
  date.at.end = year.end;
}

std::size_t skip_ordinal(std::string_view text, std::size_t at) {
  const auto suffix = word_at(text, at);
  return is_any_of(suffix, "st", "nd", "rd", "th") ? at + suffix.size() : at;
}

using Dates = std::vector<DateMention>;

/// Adds the date if it exists; false otherwise.
bool add(Dates& dates, const DateMention& date) {
  using namespace std::chrono;
  if (!is_in_month(date.day, date.month)) return false;
  const auto calendar_date = date.date();
  if (calendar_date && !calendar_date->ok()) return false;
  dates.push_back(date);
  return true;
}

/// "June 5th, 2024", "Jun. 5", "June 5-7, 2024" with the month's name `word` at `at`.
bool take_month_first(std::string_view text, std::size_t at, std::string_view word, Dates& dates) {
  const int month = month_of(word);
  if (month == 0) return false;
  auto next = at + word.size();
  if (byte_at(text, next) == '.') ++next;
  const auto behind_month = next;
  next = skip_gap(text, next);
  if (const auto article = skip_word(text, next, "the"); article != kNone) next = skip_gap(text, article);
  const auto day = digits_at(text, next);
  if (day.count == 0 || day.count > 2 || next == behind_month) return false;
  DateMention first{{at, skip_ordinal(text, day.end)}, {}, month, day.value, false};
  if (!ends_number(text, first.at.end)) return false;
  const auto dash = dash_length(text, first.at.end);
  const auto last_day = digits_at(text, first.at.end + dash);
  DateMention last{{first.at.end + dash, skip_ordinal(text, last_day.end)}, {}, month, last_day.value, false};
  const bool is_range = dash > 0 && last_day.count > 0 && last_day.count <= 2 && last.day > first.day &&
                        ends_number(text, last.at.end) && byte_at(text, last.at.end) != '-';
  if (!is_range) {
    take_year(text, first);
    return add(dates, first);
  }
  take_year(text, last);
  first.year = last.year;
  return add(dates, first) && add(dates, last);
}

/// "5th of March 2024", "5 Mar", "5-Mar-2024", "5-7 March".
bool take_day_first(std::string_view text, std::size_t at, const Digits& day, Dates& dates) {
  if (day.count > 2) return false;
  auto next = skip_ordinal(text, day.end);
  const auto dash = dash_length(text, next);
  const auto last_day = digits_at(text, next + dash);
  const bool is_range = dash > 0 && last_day.count > 0 && last_day.count <= 2 && last_day.value > day.value;
  const DateMention first{{at, next}, {}, 1, day.value, false};
  DateMention date{{at, 0}, {}, 1, day.value, false};
  if (is_range) {
    date.at.begin = next + dash;
    date.day = last_day.value;
    next = skip_ordinal(text, last_day.end);
  }
  const auto behind_day = next;
  const char sign = byte_at(text, next);
  next = sign == '-' || sign == '/' ? next + 1 : skip_gap(text, next);
  if (const auto of = skip_word(text, next, "of"); of != kNone) next = skip_gap(text, of);
  const auto word = word_at(text, next);
  date.month = month_of(word);
  if (date.month == 0 || next == behind_day) return false;
  date.at.end = next + word.size();
  const auto year = digits_at(text, date.at.end + 1);
  if (sign == '/') {
    // "05/Jun/2024:14:05:30", as web servers log.
    if (byte_at(text, date.at.end) != '/' || !is_year(year)) return false;
    date.year = year.value;
    date.at.end = year.end;
  } else {
    const bool has_point = byte_at(text, date.at.end) == '.' && byte_at(text, date.at.end + 1) == ' ';
    DateMention with_point = date;
    with_point.at.end += has_point ? 1 : 0;
    take_year(text, with_point);
    if (with_point.year) date = with_point;
    if (!with_point.year) take_year(text, date);
  }
  DateMention begin = first;
  begin.month = date.month;
  begin.year = date.year;
  return (!is_range || add(dates, begin)) && add(dates, date);
}

/// Whether a date of digits may end at `end`: no file name, version or address goes on there.
bool ends_digits(std::string_view text, std::size_t end) {
  const char c = byte_at(text, end);
  if (c == 'T' || c == 't') return is_digit(byte_at(text, end + 1));
  if (is_word_byte(text, end)) return false;
  constexpr std::string_view kJoining = "-./_";
  return kJoining.find(c) == kNone || c == '\0' || !is_word_byte(text, end + 1);
}

/// "2024-03-05", "2024/3/5", "2024-Mar-05".
bool take_year_first(std::string_view text, std::size_t at, const Digits& year, Dates& dates) {
  const char sign = byte_at(text, year.end);
  if (!is_year(year) || (sign != '-' && sign != '/')) return false;
  auto month = digits_at(text, year.end + 1);
  if (const auto word = word_at(text, year.end + 1); month_of(word) > 0)
    month = {month_of(word), 2, year.end + 1 + word.size()};
  if (month.count == 0 || month.count > 2 || byte_at(text, month.end) != sign) return false;
  const auto day = digits_at(text, month.end + 1);
  if (day.count == 0 || day.count > 2 || !ends_digits(text, day.end)) return false;
  return add(dates, {{at, day.end}, year.value, month.value, day.value, false});
}

/// "05/04/2024", "5.4.2024", "5-4-2024", "05/04/24". With full stops the day comes first everywhere;
/// otherwise both orders are in use, and only a number above 12 tells them apart.
bool take_year_last(std::string_view text, std::size_t at, const Digits& first, Dates& dates) {
  const char sign = byte_at(text, first.end);
  if (first.count > 2 || (sign != '/' && sign != '.' && sign != '-')) return false;
  const auto second = digits_at(text, first.end + 1);
  if (second.count == 0 || second.count > 2 || byte_at(text, second.end) != sign) return false;
  const auto year = digits_at(text, second.end + 1);
  const bool is_short = sign == '/' && year.count == 2;
  if ((!is_short && !is_year(year)) || !ends_digits(text, year.end)) return false;
  const int year_value = is_short ? year.value + (year.value < 70 ? 2000 : 1900) : year.value;
  const bool day_first = sign == '.' || first.value > 12;
  const bool is_ambiguous = !day_first && second.value <= 12 && first.value != second.value;
  return add(dates, {{at, year.end},
                     year_value,
                     day_first ? second.value : first.value,
                     day_first ? first.value : second.value,
                     is_ambiguous});
}

/// Whether a date may begin at `at`.
bool may_begin_date(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  const char before = text[at - 1];
  if (is_word_byte(text, at - 1)) return false;
  constexpr std::string_view kNoFront = "./\\$#+&=@%";
  if (kNoFront.find(before) != kNone) return false;
  const bool is_joining = before == '-' || before == '_' || before == ':' || before == ',';
  if (!is_joining || at < 2) return true;
  return before == ':' || before == ',' ? !is_digit(text[at - 2]) : !is_word_byte(text, at - 2);
}

/// Takes the day of the week in front of the date.
void take_weekday(std::string_view text, DateMention& date) {
  auto at = skip_gap_back(text, date.at.begin);
  if (at > 0 && (text[at - 1] == ',' || text[at - 1] == '.')) at = at - 1;
  const auto word = word_ending_at(text, at);
  if (at != date.at.begin && is_weekday(word)) date.at.begin = at - word.size();
}

}  // namespace

std::optional<Date> DateMention::date() const {
  using namespace std::chrono;
  if (!year || is_ambiguous) return std::nullopt;
  return Date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(month)},
              std::chrono::day{static_cast<unsigned>(day)}};
}

std::vector<DateMention> find_dates(std::string_view text) {
  Dates dates;
  for (std::size_t at = 0; at < text.size();) {
    const auto known = dates.size();
    auto end = at + 1;
    if (is_digit(text[at])) {
      const auto digits = digits_at(text, at);
      if (may_begin_date(text, at))
        static_cast<void>(take_year_first(text, at, digits, dates) ||
                          take_year_last(text, at, digits, dates) || take_day_first(text, at, digits, dates));
      end = digits.end;
      while (is_digit(byte_at(text, end))) ++end;
    } else if (is_letter(text[at])) {
      const auto word = word_at(text, at);
      const bool joins = at > 0 && is_word_byte(text, at - 1);
      if (!joins) static_cast<void>(take_month_first(text, at, word, dates));
      end = at + word.size();
    }
    if (dates.size() > known) {
      end = dates.back().at.end;
      take_weekday(text, dates[known]);
    }
    at = end;
  }
  return dates;
}

}  // namespace pmsite
