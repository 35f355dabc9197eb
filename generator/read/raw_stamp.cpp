// SPDX-License-Identifier: MIT
#include "read/raw_stamp.hpp"

#include "base/text.hpp"
#include "read/sections.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace pmsite {
namespace {

// A stamp stands within the first words; what comes later is not looked at.
constexpr std::size_t kLongestFront = 160;
constexpr std::size_t kLongestLabel = 60;

/// Cuts after `most` bytes, but not inside a character.
std::string_view front_of(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80U) --most;
  return text.substr(0, most);
}

constexpr std::array<std::string_view, 8> kDividers = {"–", "—", "→", "⇒", "-->", "->", "=>", "--"};

std::size_t divider_at(std::string_view text) {
  for (const auto divider : kDividers)
    if (text.starts_with(divider)) return divider.size();
  return !text.empty() && std::string_view(":;-|,.~").find(text[0]) != std::string_view::npos ? 1 : 0;
}

std::size_t closer_at(std::string_view text) {
  for (const std::string_view quote : {"”", "’"})
    if (text.starts_with(quote)) return quote.size();
  return !text.empty() && std::string_view(")]\"'* ").find(text[0]) != std::string_view::npos ? 1 : 0;
}

/// Goes behind what closes and divides a stamp from its words.
std::size_t skip_divider(std::string_view text, std::size_t at, bool& divided) {
  for (;;) {
    const auto rest = text.substr(at);
    if (const auto length = divider_at(rest); length > 0) {
      divided = true;
      at += length;
    } else if (const auto closer = closer_at(rest); closer > 0) {
      // A quote that opens the words belongs to them.
      if (divided && rest[0] != ' ') return at;
      divided = divided || rest[0] == ')' || rest[0] == ']';
      at += closer;
    } else {
      divided = divided || at == text.size();
      return at;
    }
  }
}

bool is_filler(std::string_view word, std::string_view word_before) {
  constexpr std::string_view kFillers =
      " at on by around about approximately approx circa ca from between the time date day monday tuesday "
      "wednesday "
      "thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun exactly roughly then "
      "later finally ";
  if (word_before == "day" && word.size() < 3 && std::all_of(word.begin(), word.end(), is_digit)) return true;
  return kFillers.find(" " + std::string(word) + " ") != std::string_view::npos;
}

/// Nothing but "at", a weekday and the like.
bool is_filling(std::string_view before) {
  std::string word;
  std::string word_before;
  for (const char c : to_lower(before) + " ") {
    const bool part = is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0xC0;
    if (part) word += c;
    if (part || word.empty()) continue;
    if (!is_filler(word, word_before)) return false;
    word_before = std::exchange(word, {});
  }
  return true;
}

constexpr std::array<std::string_view, 4> kLeads = {" at", " on", " around", " by"};

/// The label that `before` is, without what leads to the time; empty if it is none.
std::string label_of(std::string_view before) {
  if (before.size() > kLongestLabel) return {};
  std::string_view label = trim(before);
  const std::string lower = to_lower(label);
  std::size_t cut = 0;
  for (const auto word : kLeads)
    if (lower.ends_with(word)) cut = word.size();
  label.remove_suffix(cut);
  label = trim(label);
  bool leads = cut > 0;
  while (!label.empty()) {
    if (std::string_view(":-([~|@,;").find(label.back()) != std::string_view::npos) {
      label.remove_suffix(1);
    } else if (label.ends_with("–") || label.ends_with("—")) {
      label.remove_suffix(3);
    } else {
      break;
    }
    leads = true;
    label = trim(label);
  }
  const bool is_name = !label.empty() && ((label[0] >= 'A' && label[0] <= 'Z') || is_digit(label[0]));
  const auto blanks = std::count(label.begin(), label.end(), ' ');
  return leads && is_name && blanks < 6 && std::any_of(label.begin(), label.end(), is_letter)
             ? std::string(label)
             : std::string();
}

/// Whether what stands behind a stamp with a label lets it be one: "Rolled back at 10:05, then" is a
/// sentence.
bool closes_label(std::string_view before, std::string_view behind) {
  const std::string lower = to_lower(trim(before));
  const bool is_sentence =
      std::any_of(kLeads.begin(), kLeads.end(), [&](auto word) { return lower.ends_with(word); });
  if (behind.empty()) return !is_sentence;
  return std::string_view(":-)]|").find(behind[0]) != std::string_view::npos || behind.starts_with("–") ||
         behind.starts_with("—");
}

bool joins_range(std::string_view between) {
  const std::string words = to_lower(trim(between));
  constexpr std::array<std::string_view, 9> kJoints = {"-",    "–", "—",   "to",     "until",
                                                       "till", "~", "- ~", "through"};
  return std::find(kJoints.begin(), kJoints.end(), words) != kJoints.end();
}

/// "14:??", "9:xx": the hour is known.
std::optional<RawStamp> unknown_minute(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (text[at] == '[' || text[at] == '(')) ++at;
  std::size_t digits = at;
  while (digits < text.size() && is_digit(text[digits])) ++digits;
  const int hour = parse_digits(text.substr(at, digits - at));
  const auto rest = text.substr(digits);
  if (hour < 0 || hour > 23 || digits - at > 2) return std::nullopt;
  if (!rest.starts_with(":?") && !rest.starts_with(":xx") && !rest.starts_with(":XX") &&
      !rest.starts_with(":--"))
    return std::nullopt;
  RawStamp stamp;
  stamp.time.clock.hour = hour;
  auto end = digits + 2;
  while (end < text.size() && (text[end] == '?' || text[end] == text[digits + 1])) ++end;
  stamp.time.at = {at, end};
  const auto zone = zone_at(front_of(text.substr(end), 40));
  if (zone.length > 0) stamp.time.zone = zone.label;
  stamp.text_begin = skip_divider(text, end + zone.length, stamp.is_divided);
  return stamp;
}

/// Hour and minute of "2000", "10h32" and "10.32" in [0, length); length 0 if the text begins with none.
TimeMention digits_at_front(std::string_view text) {
  std::size_t digits = 0;
  while (digits < text.size() && digits < 5 && is_digit(text[digits])) ++digits;
  TimeMention time;
  std::size_t minute = digits;
  if (digits == 4) {
    minute = 2;
  } else if ((digits == 1 || digits == 2) && digits < text.size() &&
             std::string_view("hH.").find(text[digits]) != std::string_view::npos) {
    minute = digits + 1;
  } else {
    return time;
  }
  time.clock = {parse_digits(text.substr(0, digits == 4 ? 2 : digits)), parse_digits(text.substr(minute, 2)),
                0};
  const bool exists =
      minute + 2 <= text.size() && time.clock.hour < 24 && time.clock.minute >= 0 && time.clock.minute < 60;
  if (exists) time.at.end = minute + 2;
  return time;
}

/// "2000 - ...", "10.32: ...": a year or a number where prose has it, but what begins a line and stands
/// before a dash or a colon is a time.
std::optional<TimeMention> bare_clock(std::string_view text) {
  const auto time = digits_at_front(text);
  const auto behind = trim(text.substr(time.at.end));
  if (time.at.end == 0 || behind.empty() || (behind.size() > 1 && behind[0] == '-' && is_digit(behind[1])))
    return std::nullopt;
  const bool divided = std::string_view("-:|").find(behind[0]) != std::string_view::npos ||
                       behind.starts_with("–") || behind.starts_with("—");
  return divided ? std::optional(time) : std::nullopt;
}

/// The times at the front of a line. The colon in "9:27 AM:100% of traffic" belongs to the sentence.
std::vector<TimeMention> times_at_front(std::string_view front) {
  if (const auto time = bare_clock(front)) return {*time};
  std::string copy(front);
  for (std::size_t i = 1; i + 1 < copy.size(); ++i)
    if (copy[i] == ':' && is_letter(copy[i - 1]) && copy[i + 1] != ' ') copy[i] = ' ';
  return find_times(copy);
}

}  // namespace

std::optional<RawStamp> stamp_at_front(std::string_view text) {
  if (auto stamp = unknown_minute(text)) return stamp;
  const auto front = front_of(text, kLongestFront);
  if (std::none_of(front.begin(), front.end(), is_digit) && front.find("oon") == std::string_view::npos &&
      front.find("idnight") == std::string_view::npos)
    return std::nullopt;
  const auto times = times_at_front(front);
  if (times.empty()) return std::nullopt;
  RawStamp stamp;
  stamp.time = times[0];
  const auto before = text.substr(0, stamp.time.at.begin);
  const bool leads = is_filling(before);
  if (!leads) stamp.label = label_of(before);
  if (!leads && stamp.label.empty()) return std::nullopt;
  auto end = stamp.time.at.end;
  if (times.size() > 1 && joins_range(text.substr(end, times[1].at.begin - end))) {
    stamp.end = times[1];
    if (stamp.time.zone.empty()) stamp.time.zone = stamp.end->zone;
    end = stamp.end->at.end;
  }
  stamp.text_begin = skip_divider(text, end, stamp.is_divided);
  if (!leads && !closes_label(before, trim(text.substr(end)))) return std::nullopt;
  return stamp;
}

std::optional<DateMention> date_line(std::string_view text) {
  if (text.size() > kLongestFront) return std::nullopt;
  const auto dates = find_dates(text);
  if (dates.empty() || !is_filling(text.substr(0, dates[0].at.begin))) return std::nullopt;
  const auto behind = text.substr(dates[0].at.end);
  if (std::any_of(behind.begin(), behind.end(), [](char c) { return is_letter(c) || is_digit(c); }))
    return std::nullopt;
  return dates[0];
}

}  // namespace pmsite
