// SPDX-License-Identifier: MIT
#pragma once

#include "prose/times.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace pmsite {

/// "2024-06-05", "?-06-05" without a year, "2024-04-05?" where day and month may be swapped.
inline std::string told(const DateMention& date) {
  return fmt::format("{}-{:02}-{:02}{}", date.year ? fmt::format("{:04}", *date.year) : "?", date.month,
                     date.day, date.is_ambiguous ? "?" : "");
}

/// "2024-06-05 14:05:30* UTC": with a star for AM and PM, and without what is not told.
inline std::string told(const TimeMention& time) {
  std::string text = time.date ? told(*time.date) + " " : "";
  text += fmt::format("{:02}:{:02}", time.clock.hour, time.clock.minute);
  if (time.clock.second != 0) text += fmt::format(":{:02}", time.clock.second);
  if (time.has_meridiem) text += "*";
  return time.zone.empty() ? text : text + " " + time.zone;
}

inline std::string told(const IntervalMention& interval) {
  return told(interval.from) + " .. " + told(interval.to);
}

/// All of them, with "; " between.
template <class Mentions> std::string told_all(const Mentions& mentions) {
  std::string text;
  for (const auto& mention : mentions) text += (text.empty() ? "" : "; ") + told(mention);
  return text;
}

/// `piece` repeated up to about `size` bytes: a text that nobody writes, but that must not take long.
inline std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size) text += piece;
  return text;
}

}  // namespace pmsite
