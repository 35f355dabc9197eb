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

std::optional<Clock> take_clock(Scanner& scanner) {
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
  return exists ? std::optional(clock) : std::nullopt;
}

std::optional<Date> take_date(Scanner& scanner) {
  const auto date = parse_date(scanner.rest().substr(0, 10));
  if (!date) return std::nullopt;
  scanner.take(scanner.rest().substr(0, 10));
  return date;
}

/// "Z", "UTC", "CEST", "UTC+1", "+01:00". An offset needs a blank or a letter before it, or the `T` form,
/// since "14:05-05:00" is a range.
std::string take_zone(Scanner& scanner) {
  const auto begin = scanner.position();
  scanner.skip_spaces();
  const bool apart = scanner.position() > begin;
  const auto letters = scanner.take_while(is_upper, 5);
  const bool word_goes_on = !scanner.at_end() && is_letter(scanner.rest()[0]);
  if (word_goes_on || (letters.empty() && !apart)) {
    scanner.return_to(begin);
    return {};
  }
  const auto before_sign = scanner.position();
  std::string zone(letters);
  const auto sign = scanner.take_while([](char c) { return c == '+' || c == '-'; }, 1);
  if (!sign.empty()) {
    const auto offset = scanner.take_while([](char c) { return is_digit(c) || c == ':'; }, 5);
    if (parse_offset(std::string(sign) + std::string(offset)))
      return zone + std::string(sign) + std::string(offset);
    scanner.return_to(before_sign);
  }
  if (zone.empty()) scanner.return_to(begin);
  return zone;
}

bool take_dash(Scanner& scanner) {
  return scanner.take(kEnDash) || scanner.take(kEmDash) || scanner.take("-");
}

/// The second time of a range, after a dash.
void take_range_end(Scanner& scanner, TimeStamp& stamp) {
  const auto begin = scanner.position();
  scanner.skip_spaces();
  if (take_dash(scanner)) {
    scanner.skip_spaces();
    const auto date = take_date(scanner);
    if (date) scanner.skip_spaces();
    if (const auto clock = take_clock(scanner)) {
      stamp.end_date = date;
      stamp.end_clock = clock;
      return;
    }
  }
  scanner.return_to(begin);
}

void take_zone_into(Scanner& scanner, TimeStamp& stamp) {
  const std::string zone = take_zone(scanner);
  if (zone.empty()) return;
  stamp.zone = zone;
  stamp.zone_offset = scanner.position() - zone.size();
}

}  // namespace

std::optional<TimeStamp> read_time_stamp(std::string_view text) {
  Scanner scanner(text);
  TimeStamp stamp;
  scanner.skip_spaces();
  stamp.date = take_date(scanner);
  const bool joined = stamp.date && scanner.take("T");
  if (stamp.date && !joined) {
    scanner.take(",");
    scanner.skip_spaces();
  }
  const auto clock = take_clock(scanner);
  if (!clock) return std::nullopt;
  stamp.clock = *clock;
  if (joined && !scanner.at_end() && (scanner.rest()[0] == '+' || scanner.rest()[0] == '-') &&
      parse_offset(scanner.rest().substr(0, 6))) {
    stamp.zone = scanner.rest().substr(0, 6);
    stamp.zone_offset = scanner.position();
    scanner.take(stamp.zone);
  } else {
    take_zone_into(scanner, stamp);
  }
  take_range_end(scanner, stamp);
  if (stamp.end_clock) take_zone_into(scanner, stamp);
  stamp.length = scanner.position();
  scanner.skip_spaces();
  stamp.has_separator = take_dash(scanner) || scanner.take(":");
  while (take_dash(scanner) || scanner.take(">")) continue;  // "--" and "-->"
  scanner.skip_spaces();
  stamp.text_offset = scanner.position();
  return stamp;
}

}  // namespace pmsite
