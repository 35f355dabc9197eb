// SPDX-License-Identifier: MIT
#pragma once

#include "prose/sentences.hpp"

#include <chrono>
#include <string_view>
#include <vector>

namespace pmsite {

/// A length of time told in prose: "53 minutes", "2 h 30 min", "two and a half hours", "a 90-minute outage".
struct DurationMention {
  TextRange at;
  std::chrono::seconds length{0};
  /// The smallest unit named: an hour for "2 hours", a minute for "2 h 30 min".
  std::chrono::seconds unit{0};
  /// "about", "nearly", "over", "~" stand before it, "or so" behind; true of every range.
  bool approximate = false;
  /// 5 minutes of "5-10 minutes", whose `length` is 10; otherwise the same as `length`.
  std::chrono::seconds least{0};
};

/// All lengths of time in `text`, in order. Words for numbers up to ninety-nine, "half an hour", "a day",
/// "1h30m", "2.5 hours", "1:30 hours". "10:12" alone is a clock time; "30 s ago" and "24/7" are none.
std::vector<DurationMention> find_durations(std::string_view text);

}  // namespace pmsite
