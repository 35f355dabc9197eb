// SPDX-License-Identifier: MIT
#include "read/time_stamp.hpp"

#include "base/text.hpp"

#include <array>

namespace pmsite {
namespace {

constexpr std::string_view kEnDash = "\xE2\x80\x93";
constexpr std::string_view kEmDash = "\xE2\x80\x94";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

/// Reads along a text; what a take_ function cannot read it leaves.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  std::string_view rest() const { return text_.substr(position_); }
  std::size_t position() const { return position_; }
  void return_to(std::size_t position) { position_ = position; }
  bool at_end() const { return position_ == text_.size(); }
  void skip_spaces() {
    while (!at_end() && (text_[position_] == ' ' || text_[position_] == '\t')) ++position_;
  }
  bool take(std::string_view token) {
    if (!rest().starts_with(token)) return false;
    position_ += token.size();
    return true;
  }
  /// The longest run, up to `most` bytes, of which each byte is `wanted`.
  template <class Predicate> std::string_view take_while(const Predicate& wanted, std::size_t most) {
    const auto begin = position_;
    while (!at_end() && position_ - begin < most && wanted(text_[position_])) ++position_;
    return text_.substr(begin, position_ - begin);
  }

 private:
  std::string_view text_;
  std::size_t position_ = 0;
};

/// "AM" or "p.m.": -1 for none, 0 for morning, 1 for afternoon.
int take_half_of_day(Scanner& scanner) {
  const auto begin = scanner.position();
  scanner.skip_spaces();
  constexpr std::array<std::string_view, 4> kHalves = {"am", "a.m.", "pm", "p.m."};
  for (std::size_t i = 0; i < kHalves.size(); ++i) {
    const auto word = scanner.rest().substr(0, kHalves[i].size());
    const auto after = scanner.rest().substr(word.size());
    if (!equal_ignoring_case(word, kHalves[i]) || (!after.empty() && is_letter(after[0]))) continue;
    scanner.take(word);
    return i < 2 ? 0 : 1;
  }
  scanner.return_to(begin);
  return -1;
}

/// A clock as written; `half` is what take_half_of_day() found behind it.
struct WrittenClock {
  Clock clock;
  int half = -1;
};

std::optional<WrittenClock> take_clock(Scanner& scanner) {
  const auto hour = scanner.take_while(is_digit, 2);
  if (hour.empty() || !scanner.take(":")) return std::nullopt;
  const auto minute = scanner.take_while(is_digit, 2);
  Clock clock{parse_digits(hour), parse_digits(minute), 0};
  if (minute.size() != 2) return std::nullopt;
  const auto before_seconds = scanner.position();
  if (scanner.take(":")) {
    // "14:05: text" has a separator here, not seconds.
    const auto second = scanner.take_while(is_digit, 2);
    if (second.size() == 2) {
      clock.second = parse_digits(second);
    } else {
      scanner.return_to(before_seconds);
    }
  }
  const int half = take_half_of_day(scanner);
  if (half >= 0 && (clock.hour < 1 || clock.hour > 12)) return std::nullopt;
  if (half >= 0) clock.hour = clock.hour % 12 + 12 * half;
  const bool exists = clock.hour < 24 && clock.minute < 60 && clock.second < 60;
  return exists ? std::optional(WrittenClock{clock, half}) : std::nullopt;
}

/// The start of "2:05-2:20 PM", to which the half of its end applies; of "11:50-12:10 PM" the other half is
/// meant, since the range passes noon.
Clock in_half_of_end(Clock start, int half, const Clock& end) {
  if (start.hour < 1 || start.hour > 12) return start;
  Clock same = start, other = start;
  same.hour = start.hour % 12 + 12 * half;
  other.hour = start.hour % 12 + 12 * (1 - half);
  constexpr int kDay = 24 * 3600, kShort = 6 * 3600;
  const bool passes_noon =
      seconds_of(same) > seconds_of(end) && (seconds_of(end) - seconds_of(other) + kDay) % kDay < kShort;
  return passes_noon ? other : same;
}

std::optional<Date> take_date(Scanner& scanner) {
  const auto date = parse_date(scanner.rest().substr(0, 10));
  if (!date) return std::nullopt;
  scanner.take(scanner.rest().substr(0, 10));
  return date;
}

/// Whether "-10:20", joined to the zone `letters` of a time, is the end of a range. It is one unless the
/// zone is UTC and clocks west of UTC are set like this somewhere; "10:05 UTC-11:00" could then be both, and
/// is a range where it lasts an hour at most. `rest` is what follows: AM, PM or the zone once more settle it.
bool ends_range(std::string_view letters, std::string_view offset, Scanner rest, const Clock& start) {
  const auto colon = offset.find(':');
  if (!offset.starts_with('-') || colon == std::string_view::npos) return false;
  if (!letters.empty() && letters != "UTC" && letters != "GMT") return true;
  if (take_half_of_day(rest) >= 0) return true;
  rest.skip_spaces();
  if (!letters.empty() && rest.rest().starts_with(letters)) return true;
  const int hour = parse_digits(offset.substr(1, colon - 1)), minute = parse_digits(offset.substr(colon + 1));
  const bool is_kept_somewhere =
      (minute == 0 && hour <= 12) || (minute == 30 && (hour == 2 || hour == 3 || hour == 9));
  const int later_by = hour * 60 + minute - (start.hour * 60 + start.minute);
  return !is_kept_somewhere || (later_by > 0 && later_by <= 60);
}

/// "Z", "UTC", "CEST", "UTC+1", "+01:00". An offset needs a blank or a letter before it (`apart`), since
/// "14:05-05:00" is a range.
std::string take_zone(Scanner& scanner, bool apart, const TimeStamp& stamp) {
  const auto letters = scanner.take_while(is_upper, 5);
  const bool word_goes_on = !scanner.at_end() && is_letter(scanner.rest()[0]);
  if (word_goes_on || (letters.empty() && !apart)) return {};
  const auto before_sign = scanner.position();
  std::string offset(scanner.take_while([](char c) { return c == '+' || c == '-'; }, 1));
  if (!offset.empty()) {
    offset += scanner.take_while([](char c) { return is_digit(c) || c == ':'; }, 5);
    // "14:05 UTC+1: text" has its separator here.
    if (offset.ends_with(':')) offset.pop_back();
    scanner.return_to(before_sign + offset.size());
    if (parse_offset(offset) && (stamp.end_clock || !ends_range(letters, offset, scanner, stamp.clock)))
      return std::string(letters) + offset;
    scanner.return_to(before_sign);
  }
  return std::string(letters);
}

bool take_dash(Scanner& scanner) {
  return scanner.take(kEnDash) || scanner.take(kEmDash) || scanner.take("-");
}

/// The second time of a range, after a dash. `half` is the half of the day that the first one names.
void take_range_end(Scanner& scanner, int half, TimeStamp& stamp) {
  const auto begin = scanner.position();
  scanner.skip_spaces();
  if (take_dash(scanner)) {
    scanner.skip_spaces();
    const auto date = take_date(scanner);
    if (date) scanner.skip_spaces();
    if (const auto end = take_clock(scanner)) {
      stamp.end_date = date;
      stamp.end_clock = end->clock;
      if (half < 0 && end->half >= 0) stamp.clock = in_half_of_end(stamp.clock, end->half, end->clock);
      return;
    }
  }
  scanner.return_to(begin);
}

/// The zone behind a time, which may stand in brackets: "14:05 (UTC)".
void take_zone_into(Scanner& scanner, TimeStamp& stamp) {
  const auto begin = scanner.position();
  scanner.skip_spaces();
  const bool in_brackets = scanner.take("(");
  const auto zone_offset = scanner.position();
  const std::string zone = take_zone(scanner, zone_offset > begin, stamp);
  if (zone.empty() || (in_brackets && !scanner.take(")"))) {
    scanner.return_to(begin);
    return;
  }
  stamp.zone = zone;
  stamp.zone_offset = zone_offset;
}

void take_date_into(Scanner& scanner, TimeStamp& stamp) {
  stamp.date = take_date(scanner);
  if (!stamp.date || scanner.rest().starts_with("T")) return;
  scanner.take(",");
  scanner.skip_spaces();
}

}  // namespace

std::optional<TimeStamp> read_time_stamp(std::string_view text) {
  Scanner scanner(text);
  TimeStamp stamp;
  scanner.skip_spaces();
  take_date_into(scanner, stamp);
  const bool joined = stamp.date && scanner.take("T");
  const auto start = take_clock(scanner);
  if (!start) return std::nullopt;
  stamp.clock = start->clock;
  if (joined && !scanner.at_end() && (scanner.rest()[0] == '+' || scanner.rest()[0] == '-') &&
      parse_offset(scanner.rest().substr(0, 6))) {
    stamp.zone = scanner.rest().substr(0, 6);
    stamp.zone_offset = scanner.position();
    scanner.take(stamp.zone);
  } else {
    take_zone_into(scanner, stamp);
  }
  take_range_end(scanner, start->half, stamp);
  if (stamp.end_clock) take_zone_into(scanner, stamp);
  stamp.length = scanner.position();
  scanner.skip_spaces();
  stamp.has_separator = take_dash(scanner) || scanner.take(":");
  while (take_dash(scanner) || scanner.take(">")) continue;  // "--" and "-->"
  scanner.skip_spaces();
  stamp.text_offset = scanner.position();
  return stamp;
}

std::optional<WrongTime> read_wrong_time(std::string_view text) {
  Scanner scanner(text);
  TimeStamp stamp;
  scanner.skip_spaces();
  take_date_into(scanner, stamp);
  scanner.take("T");
  const auto begin = scanner.position();
  const auto hour = scanner.take_while(is_digit, 2);
  const auto sign = scanner.take_while([](char c) { return c == ':' || c == '.' || c == 'h'; }, 1);
  const auto minute = scanner.take_while(is_digit, 2);
  const auto after = scanner.rest().substr(0, 2);
  // "10.13.2" is a version, "1.5x" a factor.
  const bool goes_on = !after.empty() && (is_digit(after[0]) || is_letter(after[0]) ||
                                          (after.size() > 1 && after[0] == '.' && is_digit(after[1])));
  if (hour.empty() || sign.empty() || minute.empty()) return std::nullopt;
  const bool has_half = take_half_of_day(scanner) >= 0;
  if (goes_on && !has_half) return std::nullopt;
  WrongTime wrong{begin, std::string(text.substr(begin, scanner.position() - begin)), {}};
  if (sign != ":" && minute.size() == 2 && parse_digits(hour) < 24 && parse_digits(minute) < 60) {
    wrong.help = "write it with a colon: `" + std::string(hour) + ":" + std::string(minute) + "`";
  } else if (parse_digits(hour) == 24) {
    wrong.help = "midnight is `00:00` of the next day";
  } else {
    wrong.help = "write it from `00:00` to `23:59`, or from `12:00 AM` to `11:59 PM`";
  }
  return wrong;
}

std::string_view lower_case_zone(std::string_view text) {
  Scanner scanner(text);
  scanner.skip_spaces();
  const bool in_brackets = scanner.take("(");
  const auto word = scanner.take_while(is_letter, 5);
  if (word.empty() || (in_brackets && !scanner.take(")"))) return {};
  scanner.skip_spaces();
  // Without a separator behind it, "10:10 art" is more likely a text.
  const bool ends = scanner.at_end() || take_dash(scanner) || scanner.take(":");
  return ends ? word : std::string_view();
}

}  // namespace pmsite
