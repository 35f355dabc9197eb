// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/time.hpp"
#include "base/time_zone.hpp"
#include "read/timeline_item.hpp"

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// What to do about times without a zone.
inline constexpr std::string_view kHowToGiveZone =
    "write it behind the time: `14:05 UTC - `, or once: `All times are UTC.`";

/// Gives the entries of a timeline their instants, one after the other.
class Calendar {
 public:
  /// `started_at` dates the first entry and decides between the meanings of an ambiguous zone; `common_zone`
  /// serves the entries that have none. Both must outlive the calendar, and so must the reporter.
  Calendar(const std::optional<Located<Instant>>& started_at, const std::string& common_zone,
           const FileReporter& reporter)
      : started_at_(started_at), common_zone_(common_zone), reporter_(reporter) {}

  /// Places one entry. False where its zone does not tell the moment, which is reported.
  bool place(TimelineItem& item);

 private:
  /// One thing that a time and its zone can mean.
  struct Reading {
    ZoneMeaning zone;
    Instant moment;
  };
  using Place = std::function<Instant(std::chrono::minutes offset)>;

  std::optional<Reading> read_clock(std::string_view label, Span at, const Place& place,
                                    const ZoneMeaning* start = nullptr);
  const Reading* choose_clock(const std::vector<Reading>& readings, std::string_view label, Span at) const;
  const Reading* choose_region(const std::vector<Reading>& readings, std::string_view label, Span at) const;
  void check_season(const Reading& reading, std::string_view label, Span at);
  void check_mixed(const Reading& reading, const std::string& label, Span at);
  Instant next(Clock clock, std::chrono::minutes offset) const;

  const std::optional<Located<Instant>>& started_at_;
  const std::string& common_zone_;
  const FileReporter& reporter_;
  std::optional<Reading> previous_;
  std::string previous_label_;
  std::set<std::string, std::less<>> seasons_reported_;
  bool mixed_reported_ = false;
};

}  // namespace pmsite
