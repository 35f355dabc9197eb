// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"
#include "prose/durations.hpp"
#include "prose/times.hpp"

#include <string_view>
#include <vector>

namespace pmsite {

/// Reports intervals that run backwards, and those beside a duration that is not theirs.
void check_claimed_intervals(const Subject& subject, const CheckReporter& report);

/// The intervals of `text` whose ends are joined to one: "10:12 to 11:05", but not "began at 10:12 ... fixed
/// at 11:05".
std::vector<IntervalMention> joined_intervals(std::string_view text);

/// A duration that stands beside an interval and is not its length: "10:12 to 11:05 (45 minutes)".
struct WrongLength {
  IntervalMention interval;
  DurationMention claim;
  std::chrono::seconds length{0};  ///< of the interval
};
std::vector<WrongLength> wrong_lengths(std::string_view text, const std::vector<IntervalMention>& intervals);

/// Whether `claim` is one of them.
bool contradicts_interval(std::string_view text, const DurationMention& claim);

}  // namespace pmsite
