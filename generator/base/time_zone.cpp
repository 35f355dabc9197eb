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

// A label in two rows of one region ("PT") names whichever clock that region keeps; the labels of the one and
// the other clock stand before it.
constexpr std::array kZones = {
    ZoneName{"UTC", 0, "UTC"},
    // Another name of UTC, and the winter time of more than one region.
    ZoneName{"GMT", 0, ""},
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

/// South of the equator `end` comes before `begin`.
struct SummerTime {
  UtcTime begin, end;
};

sys_days nth_sunday(year in, month of, unsigned n) { return sys_days{Sunday[n] / of / in}; }
sys_days last_sunday(year in, month of) { return sys_days{Sunday[last] / of / in}; }

/// Summer time in a year, for clocks that are `winter` east of UTC in winter.
SummerTime summer_time(ClockRule rule, minutes winter, year in) {
  // Two o'clock at night, winter time. The European Union changes everywhere at one moment instead.
  const auto two = hours{2} - winter;
  switch (rule) {
    case united_states:
      // Energy Policy Act of 2005, in force since 2007. Back at two o'clock of summer time.
      if (in >= year{2007})
        return {nth_sunday(in, March, 2) + two, nth_sunday(in, November, 1) + two - hours{1}};
      return {nth_sunday(in, April, 1) + two, last_sunday(in, October) + two - hours{1}};
    case european_union:
      return {last_sunday(in, March) + hours{1}, last_sunday(in, October) + hours{1}};
    case australia:
      return {nth_sunday(in, October, 1) + two, nth_sunday(in, April, 1) + two};
    case new_zealand:
      return {last_sunday(in, September) + two, nth_sunday(in, April, 1) + two};
    case none:
      break;
  }
  return {};
}

minutes winter_offset(const ZoneName& zone) {
  return minutes{zone.offset_minutes} - (zone.season == summer ? hours{1} : hours{0});
}

year year_of(UtcTime moment, minutes offset) { return local_date({moment, offset}).year(); }

bool is_summer(const ZoneName& zone, UtcTime moment) {
  const auto winter_clock = winter_offset(zone);
  const auto [begin, end] = summer_time(zone.rule, winter_clock, year_of(moment, winter_clock));
  return begin < end ? moment >= begin && moment < end : moment >= begin || moment < end;
}

bool holds_at(const ZoneName& zone, UtcTime moment) {
  return zone.season == all_year || is_summer(zone, moment) == (zone.season == summer);
}

/// Whether the zone holds at some time of the date.
bool holds_on(const ZoneName& zone, Date date) {
  const auto midnight = instant_at(date, {}, minutes{zone.offset_minutes}).utc;
  return holds_at(zone, midnight) || holds_at(zone, midnight + days{1} - seconds{1});
}

/// The row for a label in one of its meanings; null for a plain offset.
const ZoneName* find_zone(std::string_view label, const ZoneMeaning& meaning) {
  const auto found = std::find_if(kZones.begin(), kZones.end(), [&](const ZoneName& zone) {
    return zone.label == label && zone.region == meaning.region &&
           minutes{zone.offset_minutes} == meaning.offset;
  });
  return found == kZones.end() ? nullptr : &*found;
}

/// A row of the region that follows the clock rule; null where it has none.
const ZoneName* find_changing(std::string_view region) {
  const auto found = std::find_if(kZones.begin(), kZones.end(), [region](const ZoneName& zone) {
    return zone.region == region && zone.season != all_year;
  });
  return found == kZones.end() ? nullptr : &*found;
}

/// Of two clocks of one region, leaves the one that is in season.
void drop_other_clock(std::vector<ZoneMeaning>& meanings) {
  for (std::size_t i = 0; i + 1 < meanings.size();) {
    const auto &one = meanings[i], &other = meanings[i + 1];
    if (one.region != other.region || one.in_season == other.in_season) {
      ++i;
    } else {
      meanings.erase(meanings.begin() + static_cast<std::ptrdiff_t>(one.in_season ? i + 1 : i));
    }
  }
}

}  // namespace

std::vector<ZoneMeaning> zone_meanings(std::string_view label) {
  if (label.empty()) return {};
  std::string_view offset = label;
  if (label.starts_with("UTC") || label.starts_with("GMT")) offset.remove_prefix(3);
  if (const auto minutes_east = parse_offset(offset)) return {{*minutes_east, {}, true}};

  std::vector<ZoneMeaning> meanings;
  for (const auto& zone : kZones)
    if (zone.label == label) meanings.push_back({minutes{zone.offset_minutes}, zone.region, true});
  return meanings;
}

std::vector<ZoneMeaning> zone_meanings(std::string_view label, Date date) {
  auto meanings = zone_meanings(label);
  for (auto& meaning : meanings)
    if (const auto* zone = find_zone(label, meaning)) meaning.in_season = holds_on(*zone, date);
  drop_other_clock(meanings);
  return meanings;
}

bool holds_at(std::string_view label, const ZoneMeaning& meaning, UtcTime moment) {
  const auto* zone = find_zone(label, meaning);
  return zone == nullptr || holds_at(*zone, moment);
}

std::optional<ClockChange> clock_change(std::string_view region, Date date) {
  const auto* zone = find_changing(region);
  if (zone == nullptr) return std::nullopt;
  const auto winter_clock = winter_offset(*zone), summer_clock = winter_clock + hours{1};
  const auto [begin, end] = summer_time(zone->rule, winter_clock, date.year());
  if (local_date({begin, winter_clock}) == date) return ClockChange{begin, winter_clock, summer_clock};
  if (local_date({end, summer_clock}) == date) return ClockChange{end, summer_clock, winter_clock};
  return std::nullopt;
}

std::string_view clock_label(std::string_view region, minutes offset) {
  const auto found = std::find_if(kZones.begin(), kZones.end(), [&](const ZoneName& zone) {
    return zone.region == region && minutes{zone.offset_minutes} == offset;
  });
  return found == kZones.end() ? std::string_view() : found->label;
}

bool differ_by_clock_change(const ZoneMeaning& one, UtcTime at_one, const ZoneMeaning& other,
                            UtcTime at_other) {
  const auto shows = [](const ZoneName& zone, const ZoneMeaning& meaning, UtcTime moment) {
    if (!meaning.region.empty() && meaning.region != zone.region) return false;
    return meaning.offset == winter_offset(zone) + (is_summer(zone, moment) ? hours{1} : hours{0});
  };
  return one.offset != other.offset && std::any_of(kZones.begin(), kZones.end(), [&](const ZoneName& zone) {
           return zone.season != all_year && shows(zone, one, at_one) && shows(zone, other, at_other);
         });
}

}  // namespace pmsite
