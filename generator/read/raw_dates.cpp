// SPDX-License-Identifier: MIT
#include "read/raw_dates.hpp"

#include "base/text.hpp"
#include "read/sections.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <string>

namespace pmsite {
namespace {

/// Words at the front of a line whose date is not the incident's.
bool is_about_the_text(std::string_view line) {
  constexpr std::array<std::string_view, 14> kWords = {
      "posted",  "published", "written",        "updated",     "last updated",
      "created", "author",    "date published", "report date", "date of report",
      "meeting", "reviewed",  "copyright",      "date posted"};
  const std::string words = heading_words(line.substr(0, 60));
  return std::any_of(kWords.begin(), kWords.end(), [&](auto word) { return words.starts_with(word); });
}

bool is_date_label(std::string_view line) {
  constexpr std::array<std::string_view, 8> kWords = {
      "date",        "incident date",  "date of incident", "date of the incident",
      "outage date", "date of outage", "date and time",    "date of the outage"};
  const auto colon = line.substr(0, 60).find(':');
  if (colon == std::string_view::npos) return false;
  const std::string words = heading_words(line.substr(0, colon));
  return std::find(kWords.begin(), kWords.end(), words) != kWords.end();
}

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// The other reading of "05/04/2024".
std::optional<Date> swapped(const DateMention& date) {
  if (!date.year) return std::nullopt;
  const Date other(std::chrono::year(*date.year), std::chrono::month(static_cast<unsigned>(date.day)),
                   std::chrono::day(static_cast<unsigned>(date.month)));
  return other.ok() ? std::optional(other) : std::nullopt;
}

std::optional<Date> as_read(const DateMention& date) {
  if (!date.year) return std::nullopt;
  const Date read(std::chrono::year(*date.year), std::chrono::month(static_cast<unsigned>(date.month)),
                  std::chrono::day(static_cast<unsigned>(date.day)));
  return read.ok() ? std::optional(read) : std::nullopt;
}

bool same_day(const DateMention& a, const DateMention& b) {
  return a.month == b.month && a.day == b.day && a.year == b.year;
}

}  // namespace

DateMention mention_of(Date date) {
  DateMention mention;
  mention.year = static_cast<int>(date.year());
  mention.month = static_cast<int>(static_cast<unsigned>(date.month()));
  mention.day = static_cast<int>(static_cast<unsigned>(date.day()));
  return mention;
}

RawDates::RawDates(const RawPost& post) {
  if (has_digit(post.title)) add(post.title, Source::title);
  for (const auto& line : post.text.lines) {
    if (line.kind == RawLineKind::code || !has_digit(line.text)) continue;
    const bool label = is_date_label(line.text);
    add(line.text, is_about_the_text(line.text) ? Source::publication : label ? Source::label : Source::text);
  }
  for (const auto& entry : post.entries) {
    if (!entry.time) continue;
    if (entry.time->date) first_entry_ = entry.time->date;
    break;
  }
}

void RawDates::add(std::string_view text, Source source) {
  for (const auto& mention : find_dates(text)) {
    if (const auto date = mention.date()) {
      known_.push_back({*date, source});
    } else if (source == Source::title || source == Source::label) {
      open_.push_back(mention);
    }
  }
}

std::optional<Date> RawDates::only(Source source) const {
  std::optional<Date> found;
  for (const auto& known : known_) {
    if (known.source != source) continue;
    if (found && *found != known.date) return std::nullopt;
    found = known.date;
  }
  return found;
}

DateMention RawDates::completed(const DateMention& date) const {
  const auto knows = [&](std::optional<Date> wanted) {
    return wanted && std::any_of(known_.begin(), known_.end(),
                                 [&](const Known& known) { return known.date == *wanted; });
  };
  if (date.is_ambiguous) {
    const auto read = as_read(date);
    const auto other = swapped(date);
    if (knows(read) == knows(other)) return date;
    return mention_of(knows(read) ? *read : *other);
  }
  if (date.year) return date;
  auto full = date;
  for (const auto& known : known_) {
    full.year = static_cast<int>(known.date.year());
    if (same_day(full, mention_of(known.date))) return full;
  }
  // "July 2nd" under "The outage of July 2023": the title is about the same days.
  const auto title = only(Source::title);
  if (!title) return date;
  full.year = static_cast<int>(title->year());
  return full.date() ? full : date;
}

DateMention RawDates::near(const DateMention& date, const DateMention& other) {
  const auto known = other.date();
  if (!date.is_ambiguous || !known) return date;
  const auto is_near = [&](std::optional<Date> read) {
    constexpr std::chrono::days kFarthest{14};
    if (!read) return false;
    const auto apart = std::chrono::sys_days(*read) - std::chrono::sys_days(*known);
    return apart <= kFarthest && apart >= -kFarthest;
  };
  const auto read = as_read(date);
  const auto other_way = swapped(date);
  if (is_near(read) == is_near(other_way)) return date;
  return mention_of(is_near(read) ? *read : *other_way);
}

std::optional<DateMention> RawDates::date_in(std::string_view passage, std::size_t offset) const {
  std::optional<DateMention> only_one;
  std::optional<DateMention> before;
  bool several = false;
  const auto sentence = sentence_around(passage, offset);
  for (const auto& found : find_dates(passage)) {
    const auto date = completed(found);
    several = several || (only_one && !same_day(*only_one, date));
    if (!only_one) only_one = date;
    if (found.at.begin >= sentence.begin && found.at.begin < offset) before = date;
  }
  return several ? before : only_one;
}

std::optional<DateMention> RawDates::incident_date() const {
  for (const auto source : {Source::title, Source::label})
    if (const auto date = only(source)) return mention_of(*date);
  for (const auto& mention : open_)
    if (const auto date = completed(mention); date.date()) return date;
  if (first_entry_) return completed(*first_entry_);
  if (const auto date = only(Source::text)) return mention_of(*date);
  return std::nullopt;
}

}  // namespace pmsite
