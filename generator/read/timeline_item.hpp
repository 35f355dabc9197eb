// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "model/timeline.hpp"
#include "read/time_stamp.hpp"

#include <optional>
#include <string>

namespace pmsite {

/// A bullet of the timeline whose time is not yet placed on the calendar.
struct TimelineItem {
  TimeStamp stamp;
  Span zone_at;                 ///< of the zone as written; of the whole time where there is none
  TimelineEntry entry;          ///< without its instants and its zone
  std::string lower_case_zone;  ///< what stands in the place of a zone, where the stamp has no separator
};

/// Reads one bullet: the time, the kind, the text and the states. What does not begin with a time is
/// reported, and none is returned. An item whose stamp has no separator is returned with `entry.at` alone,
/// for the caller to report.
std::optional<TimelineItem> read_timeline_item(Node item, const SourceText& source,
                                               const FileReporter& reporter);

}  // namespace pmsite
