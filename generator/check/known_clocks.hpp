// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"
#include "check/claim_facts.hpp"
#include "prose/times.hpp"

#include <bitset>
#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace pmsite {

/// Compares times of day in prose with the moments of the timeline, each in its own zone. A bare time may be
/// in any zone that the post uses, and one of twelve hours in either half of the day.
class KnownClocks {
 public:
  KnownClocks(const ClaimFacts& facts, const Postmortem& post);

  /// A zone that prose names is one in which bare times may be told.
  void add_zone(std::string_view label);
  /// A time that an entry tells of in its text is a fact too.
  void add_told(const TimeMention& time);

  /// Whether it is known what moment `time` means: false for a zone that nobody knows.
  bool can_read(const TimeMention& time) const;
  /// Whether a moment of the timeline is within `slack` of `time`.
  bool knows(const TimeMention& time, std::chrono::minutes slack) const;
  bool is_told(const TimeMention& time) const;
  /// The moments of the timeline that `time` names, in order.
  std::vector<UtcTime> moments(const TimeMention& time) const;

  /// The moment that `time` most probably means: of the days of the incident the one that is nearest to a
  /// moment of the timeline. And that moment.
  struct Guess {
    UtcTime meant;
    std::chrono::minutes offset;  ///< of the zone in which it is told
    const KnownInstant* nearest = nullptr;
  };
  std::optional<Guess> guess(const TimeMention& time) const;
  /// The same near `moment`, where the timeline is not asked.
  std::optional<UtcTime> meant_near(const TimeMention& time, UtcTime moment) const;

 private:
  static constexpr int kMinutesOfDay = 24 * 60;

  /// One way to read a time of day.
  struct Reading {
    std::chrono::minutes clock;   ///< since midnight
    std::chrono::minutes offset;  ///< of its zone
  };
  std::vector<Reading> readings_of(const TimeMention& time) const;
  std::optional<Date> date_of(const TimeMention& time) const;
  bool has_moment(UtcTime moment, std::chrono::minutes slack) const;
  const KnownInstant* nearest_to(UtcTime moment) const;
  void add_offset(std::chrono::minutes offset);

  const ClaimFacts& facts_;
  Date first_day_{};
  std::vector<std::chrono::minutes> bare_offsets_;  ///< the timeline's first
  std::bitset<kMinutesOfDay> minutes_;              ///< of the day in UTC at which something happened
  std::bitset<kMinutesOfDay> told_;                 ///< the same for what entries tell of
};

}  // namespace pmsite
