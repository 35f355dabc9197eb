// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace pmsite {

/// One thing a zone label can mean.
struct ZoneMeaning {
  std::chrono::minutes offset;
  std::string_view region;  ///< the place whose clocks are meant ("Central Europe"); empty for a plain offset
  bool in_season = true;    ///< false for winter time in summer and the reverse
};

/// All that `label` can mean at any time of the year: "Z", "UTC", an offset ("+01:00", "UTC+1", "GMT-5") or a
/// usual abbreviation ("CET", "PST", "EAT"). Empty for a label that is not known; several for one like CST or
/// IST that different countries use, and for one like PT that names whichever of two clocks a region keeps.
/// Labels are upper case. Source of the abbreviations: the tz database's current rules.
std::vector<ZoneMeaning> zone_meanings(std::string_view label);

/// The same on one date, with `in_season` known. A label like PT then means one clock, but for the day on
/// which clocks change, where both hold.
std::vector<ZoneMeaning> zone_meanings(std::string_view label, Date date);

/// Whether clocks that `label` names in this meaning show its offset at that moment. A plain offset holds
/// always.
bool holds_at(std::string_view label, const ZoneMeaning& meaning, UtcTime moment);

/// The clocks of a region are put forward or back.
struct ClockChange {
  UtcTime at;
  std::chrono::minutes before, after;  ///< offsets east of UTC
};

/// How the clocks of `region` change on a date of its own, or none.
std::optional<ClockChange> clock_change(std::string_view region, Date date);

/// The label of one clock of a region: "EDT" for US Eastern and four hours west. Empty where it has none.
std::string_view clock_label(std::string_view region, std::chrono::minutes offset);

/// Whether two zones can be winter and summer time of one region, whose clocks changed between the moments.
bool differ_by_clock_change(const ZoneMeaning& one, UtcTime at_one, const ZoneMeaning& other,
                            UtcTime at_other);

}  // namespace pmsite
