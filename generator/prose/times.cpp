// SPDX-License-Identifier: MIT
#include "prose/times.hpp"

#include "base/text.hpp"
#include "prose/clocks.hpp"
#include "prose/ranges.hpp"
#include "prose/scan.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr auto kNone = std::string_view::npos;

/// From one clock to the next time the other is shown; a whole day if both are the same.
int forward(const Clock& from, const Clock& to) {
  constexpr int kDay = 24 * 3600;
  return (seconds_of(to) - seconds_of(from) + kDay - 1) % kDay + 1;
}

/// Finds the times of a text from front to back.
class TimeFinder {
 public:
  explicit TimeFinder(std::string_view text) : text_(text), dates_(find_dates(text)) {}

  std::vector<TimeMention> run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (next_date_ < dates_.size() && at >= dates_[next_date_].at.begin) {
        at = joined_from_ = dates_[next_date_++].at.end;
        if (byte_at(text_, at) == 'T' || byte_at(text_, at) == 't') ++at;
        continue;
      }
      at = step(at);
    }
    share_halves();
    std::vector<TimeMention> times;
    times.reserve(found_.size());
    for (auto& found : found_) times.push_back(std::move(found.time));
    return times;
  }

 private:
  struct Found {
    TimeMention time;
    ClockScan scan;
    std::size_t clock_begin = 0;
  };

  /// Looks at `at`; returns where to look next.
  std::size_t step(std::size_t at) {
    const bool is_number = is_digit(text_[at]);
    if (!is_number && !is_letter(text_[at])) return at + 1;
    const auto scan = clock_at(text_, at, joined_from_);
    if (scan && (!scan->is_bare_hour || has_half_behind(at, scan->end))) return take(at, *scan);
    // What is no clock is none in its parts: "1:22:333", "v10.30".
    while (is_word_byte(text_, at) || ((byte_at(text_, at) == ':' || byte_at(text_, at) == '.') &&
                                       is_number && is_digit(byte_at(text_, at + 1))))
      ++at;
    return at;
  }

  /// Whether the bare hour that stands from `begin` to `end` is the first of "9 - 11 AM".
  bool has_half_behind(std::size_t begin, std::size_t end) const {
    const auto second = second_of_range(text_, begin, end);
    if (second == kNone || !is_digit(byte_at(text_, second))) return false;
    const auto scan = clock_at(text_, second, end);
    return scan && scan->half != HalfOfDay::unknown;
  }

  std::size_t take(std::size_t at, const ClockScan& scan) {
    Found found{{{at, scan.end}, scan.clock, scan.has_meridiem, {}, {}}, scan, at};
    const bool joined_by_t = at > 0 && (text_[at - 1] == 'T' || text_[at - 1] == 't');
    take_zone(found.time, joined_by_t, scan.has_seconds);
    take_date_before(found.time, at);
    if (!found.time.date) take_date_behind(found.time);
    if (found.time.zone.empty() && found.time.date) take_zone(found.time, false, false);
    if (found.time.date && !found.time.date->year && scan.has_seconds) take_year_behind(found.time);
    while (next_date_ < dates_.size() && dates_[next_date_].at.begin < found.time.at.end) ++next_date_;
    joined_from_ = found.time.at.end;
    found_.push_back(std::move(found));
    return joined_from_;
  }

  void take_zone(TimeMention& time, bool joined_by_t, bool has_seconds) const {
    auto at = skip_gap(text_, time.at.end);
    if (byte_at(text_, at) == ',') at = skip_gap(text_, at + 1);
    if (at >= text_.size() || begins_date(at)) return;
    if (dash_length(text_, at) > 0) {
      // "10:00-05:00" is a range; only a machine's stamp has an offset west of UTC.
      const bool is_apart = at > time.at.end;
      const bool is_offset = is_apart ? has_seconds && is_digit(byte_at(text_, at + 4)) : joined_by_t;
      if (!is_offset) return;
    }
    auto zone = zone_at(text_.substr(at));
    if (zone.length == 0) return;
    time.zone = std::move(zone.label);
    time.at.end = at + zone.length;
  }

  bool begins_date(std::size_t at) const {
    return next_date_ < dates_.size() && dates_[next_date_].at.begin == at;
  }

  /// Takes the date that ends in front of the clock at `at`, unless an earlier time has it.
  void take_date_before(TimeMention& time, std::size_t at) const {
    if (next_date_ == 0) return;
    const auto& date = dates_[next_date_ - 1];
    const auto free_from = found_.empty() ? 0 : found_.back().time.at.end;
    if (date.at.begin < free_from || !leads_to(date.at.end, at)) return;
    time.date = date;
    time.at.begin = date.at.begin;
  }

  /// Whether only words like "at" stand between a date that ends at `at` and a clock at `clock`.
  bool leads_to(std::size_t at, std::size_t clock) const {
    constexpr int kMostSteps = 5;
    constexpr std::string_view kSigns = ",-([|:~@;";
    for (int i = 0; i < kMostSteps; ++i) {
      at = skip_gap(text_, at);
      if (at >= clock) return at == clock;
      const auto word = word_at(text_, at);
      const auto dash = dash_length(text_, at);
      if (dash > 0) {
        at += dash;
      } else if (kSigns.find(text_[at]) != kNone) {
        ++at;
      } else if (word == "T" ||
                 is_any_of(word, "at", "around", "about", "approximately", "approx", "from", "between", "the",
                           "starting", "beginning", "by", "circa", "since", "time")) {
        at += word.size();
      } else {
        return false;
      }
    }
    return skip_gap(text_, at) == clock;
  }

  /// Takes the date in "10:00 on June 5", "10:00 UTC, June 5", "10:00 (June 5)".
  void take_date_behind(TimeMention& time) {
    auto at = skip_gap(text_, time.at.end);
    const bool has_comma = byte_at(text_, at) == ',';
    if (has_comma) at = skip_gap(text_, at + 1);
    const char bracket = byte_at(text_, at);
    const bool in_brackets = bracket == '(' || bracket == '[';
    if (in_brackets) at = skip_gap(text_, at + 1);
    const auto word = word_at(text_, at);
    const bool is_told = is_any_of(word, "on", "of");
    if (is_told) at = skip_gap(text_, at + word.size());
    if (is_told && is_word(word_at(text_, at), "the")) at = skip_gap(text_, at + 3);
    if (!begins_date(at)) return;
    const auto& date = dates_[next_date_];
    if (!is_told && !in_brackets && leads_to_clock(date.at.end)) return;
    time.date = date;
    time.at.end = date.at.end;
    const auto closing = skip_gap(text_, date.at.end);
    if (in_brackets && byte_at(text_, closing) == (bracket == '(' ? ')' : ']')) time.at.end = closing + 1;
    ++next_date_;
  }

  /// Whether a clock follows directly, to which a date that ends at `at` belongs.
  bool leads_to_clock(std::size_t at) const {
    auto clock = skip_gap(text_, at);
    if (byte_at(text_, clock) == ',') clock = skip_gap(text_, clock + 1);
    if (is_word(word_at(text_, clock), "at")) clock = skip_gap(text_, clock + 2);
    if (byte_at(text_, clock) == 'T') ++clock;
    if (!is_digit(byte_at(text_, clock))) return false;
    const auto scan = clock_at(text_, clock, at);
    return scan && !scan->is_bare_hour;
  }

  /// "Wed Jun 5 14:05:30 UTC 2024", as Unix tells it.
  void take_year_behind(TimeMention& time) const {
    const auto at = skip_blanks(text_, time.at.end);
    const auto digits = text_.substr(std::min(at, text_.size()), 4);
    const int year = parse_digits(digits);
    if (at == time.at.end || digits.size() != 4 || year < kFirstYear || year > kLastYear) return;
    if (is_word_byte(text_, at + 4)) return;
    time.date->year = year;
    time.at.end = at + 4;
  }

  /// Gives the first time of "9:00 - 11:00 AM" and the second of "9:00 AM - 11:00" the half of the day that
  /// makes the range the shorter one: 9 AM, and of "11 - 1 PM" 11 AM.
  void share_halves() {
    for (std::size_t i = 0; i + 1 < found_.size(); ++i) {
      auto &first = found_[i], &second = found_[i + 1];
      const bool first_has = first.scan.half != HalfOfDay::unknown,
                 second_has = second.scan.half != HalfOfDay::unknown;
      if (first_has == second_has || !is_range(first, second)) continue;
      auto& open = first_has ? second : first;
      if (open.scan.has_meridiem || !takes_half(open)) continue;
      const auto morning = in_half(open.time.clock, HalfOfDay::morning);
      const auto afternoon = in_half(open.time.clock, HalfOfDay::afternoon);
      const auto length = [&](const Clock& clock) {
        return first_has ? forward(first.time.clock, clock) : forward(clock, second.time.clock);
      };
      const bool is_morning = length(morning) < length(afternoon);
      open.time.clock = is_morning ? morning : afternoon;
      open.scan.half = is_morning ? HalfOfDay::morning : HalfOfDay::afternoon;
      open.time.has_meridiem = true;
    }
  }

  bool takes_half(const Found& found) const {
    return is_digit(text_[found.clock_begin]) && found.time.clock.hour >= 1 && found.time.clock.hour <= 12;
  }

  bool is_range(const Found& first, const Found& second) const {
    const auto begin = second_of_range(text_, first.time.at.begin, first.time.at.end);
    return begin == second.time.at.begin || begin == second.clock_begin;
  }

  std::string_view text_;
  std::vector<DateMention> dates_;
  std::size_t next_date_ = 0;
  std::size_t joined_from_ = 0;
  std::vector<Found> found_;
};

}  // namespace

std::vector<TimeMention> find_times(std::string_view text) { return TimeFinder(text).run(); }

}  // namespace pmsite
