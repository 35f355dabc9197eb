// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"

#include <chrono>
#include <string_view>
#include <vector>

namespace pmsite {

/// One thing a zone label can mean on a date.
struct ZoneMeaning {
  std::chrono::minutes offset;
  std::string_view region;  ///< the place whose clocks are meant ("Central Europe"); empty for a plain offset
  bool in_season = true;    ///< false for winter time in summer and the reverse
};

/// All meanings of `label` on `date`: "Z", "UTC", an offset ("+01:00", "UTC+1", "GMT-5") or a usual
/// abbreviation
/// ("CET", "PST", "EAT"). Empty for a label that is not known; several for one like CST or IST that different
/// countries use, and for one like PT on the day on which its clocks change. Labels are upper case. Source of
/// the abbreviations: the tz database's current rules.
std::vector<ZoneMeaning> zone_meanings(std::string_view label, Date date);

}  // namespace pmsite
