// SPDX-License-Identifier: MIT
#include "base/time_zone.hpp"

#include <algorithm>
#include <array>

namespace pmsite {
namespace {

using namespace std::chrono;

enum class ClockRule { none, united_states, european_union, australia, new_zealand };
enum class Season { all_year, winter, summer };

struct ZoneName {
  std::string_view label;
  int offset_minutes;
  std::string_view region;
  ClockRule rule = ClockRule::none;
  Season season = Season::all_year;
};

using enum ClockRule;
using enum Season;

// A label in two rows of one region ("PT") names whichever clock that region keeps on the date.
constexpr std::array kZones = {
    ZoneName{"UTC", 0, "UTC"},
    ZoneName{"GMT", 0, "UTC"},
    ZoneName{"Z", 0, "UTC"},
    ZoneName{"WET", 0, "Western Europe", european_union, winter},
    ZoneName{"WEST", 60, "Western Europe", european_union, summer},
    ZoneName{"BST", 60, "the United Kingdom", european_union, summer},
    ZoneName{"BST", 360, "Bangladesh"},
    ZoneName{"IST", 60, "Ireland", european_union, summer},
    ZoneName{"IST", 330, "India"},
    ZoneName{"IST", 120, "Israel"},
    ZoneName{"CET", 60, "Central Europe", european_union, winter},
    ZoneName{"CEST", 120, "Central Europe", european_union, summer},
    ZoneName{"EET", 120, "Eastern Europe", european_union, winter},
    ZoneName{"EEST", 180, "Eastern Europe", european_union, summer},
    ZoneName{"MSK", 180, "Moscow"},
    ZoneName{"TRT", 180, "Turkey"},
    ZoneName{"WAT", 60, "West Africa"},
    ZoneName{"CAT", 120, "Central Africa"},
    ZoneName{"SAST", 120, "South Africa"},
    ZoneName{"EAT", 180, "East Africa"},
    ZoneName{"GST", 240, "the Gulf"},
    ZoneName{"PKT", 300, "Pakistan"},
    ZoneName{"ICT", 420, "Indochina"},
    ZoneName{"WIB", 420, "Western Indonesia"},
    ZoneName{"SGT", 480, "Singapore"},
    ZoneName{"HKT", 480, "Hong Kong"},
    ZoneName{"PHT", 480, "the Philippines"},
    ZoneName{"AWST", 480, "Western Australia"},
    ZoneName{"JST", 540, "Japan"},
    ZoneName{"KST", 540, "Korea"},
    ZoneName{"ACST", 570, "Central Australia"},
    ZoneName{"AEST", 600, "Eastern Australia", australia, winter},
    ZoneName{"AEDT", 660, "Eastern Australia", australia, summer},
    ZoneName{"NZST", 720, "New Zealand", new_zealand, winter},
    ZoneName{"NZDT", 780, "New Zealand", new_zealand, summer},
    ZoneName{"BRT", -180, "Brazil"},
    ZoneName{"ART", -180, "Argentina"},
    ZoneName{"AST", -240, "Atlantic Canada", united_states, winter},
    ZoneName{"AST", 180, "Arabia"},
    ZoneName{"ADT", -180, "Atlantic Canada", united_states, summer},
    ZoneName{"EST", -300, "US Eastern", united_states, winter},
    ZoneName{"EDT", -240, "US Eastern", united_states, summer},
    ZoneName{"ET", -300, "US Eastern", united_states, winter},
    ZoneName{"ET", -240, "US Eastern", united_states, summer},
    ZoneName{"CST", -360, "US Central", united_states, winter},
    ZoneName{"CST", 480, "China"},
    ZoneName{"CDT", -300, "US Central", united_states, summer},
    ZoneName{"CT", -360, "US Central", united_states, winter},
    ZoneName{"CT", -300, "US Central", united_states, summer},
    // Arizona keeps MST all year, so it is never out of season.
    ZoneName{"MST", -420, "US Mountain"},
    ZoneName{"MDT", -360, "US Mountain", united_states, summer},
    ZoneName{"MT", -420, "US Mountain", united_states, winter},
    ZoneName{"MT", -360, "US Mountain", united_states, summer},
    ZoneName{"PST", -480, "US Pacific", united_states, winter},
    ZoneName{"PDT", -420, "US Pacific", united_states, summer},
    ZoneName{"PT", -480, "US Pacific", united_states, winter},
    ZoneName{"PT", -420, "US Pacific", united_states, summer},
    ZoneName{"AKST", -540, "Alaska", united_states, winter},
    ZoneName{"AKDT", -480, "Alaska", united_states, summer},
    ZoneName{"HST", -600, "Hawaii"},
};

/// First and last day of summer time in a year; on the southern half of the globe `last` comes before
/// `first`.
struct SummerTime {
  sys_days first, last;
};

sys_days nth_sunday(year in, month of, unsigned n) { return sys_days{Sunday[n] / of / in}; }
sys_days last_sunday(year in, month of) { return sys_days{Sunday[last] / of / in}; }

SummerTime summer_time(ClockRule rule, year in) {
  switch (rule) {
    case united_states:
      // Energy Policy Act of 2005, in force since 2007.
      if (in >= year{2007}) return {nth_sunday(in, March, 2), nth_sunday(in, November, 1)};
      return {nth_sunday(in, April, 1), last_sunday(in, October)};
    case european_union:
      return {last_sunday(in, March), last_sunday(in, October)};
    case australia:
      return {nth_sunday(in, October, 1), nth_sunday(in, April, 1)};
    case new_zealand:
      return {last_sunday(in, September), nth_sunday(in, April, 1)};
    case none:
      break;
  }
  return {};
}

/// On the day of a change either clock is right.
bool is_in_season(const ZoneName& zone, Date date) {
  if (zone.season == all_year) return true;
  const auto day = sys_days{date};
  const auto [first, last] = summer_time(zone.rule, date.year());
  const bool north = first < last;
  const bool may_be_summer = north ? day >= first && day <= last : day >= first || day <= last;
  const bool may_be_winter = north ? day <= first || day >= last : day <= first && day >= last;
  return zone.season == summer ? may_be_summer : may_be_winter;
}

}  // namespace

std::vector<ZoneMeaning> zone_meanings(std::string_view label, Date date) {
  if (label.empty()) return {};
  std::string_view offset = label;
  if (label.starts_with("UTC") || label.starts_with("GMT")) offset.remove_prefix(3);
  if (const auto minutes_east = parse_offset(offset)) return {{*minutes_east, {}, true}};

  std::vector<ZoneMeaning> meanings;
  for (const auto& zone : kZones)
    if (zone.label == label)
      meanings.push_back({minutes{zone.offset_minutes}, zone.region, is_in_season(zone, date)});
  // Two clocks of one region: the one that holds on the date is meant. On the day of a change both hold, and
  // both stay.
  for (std::size_t i = 0; i + 1 < meanings.size();) {
    const auto &one = meanings[i], &other = meanings[i + 1];
    if (one.region != other.region || one.in_season == other.in_season) {
      ++i;
    } else {
      meanings.erase(meanings.begin() + static_cast<std::ptrdiff_t>(one.in_season ? i + 1 : i));
    }
  }
  return meanings;
}

}  // namespace pmsite
