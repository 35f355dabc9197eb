// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "base/time.hpp"
#include "model/document.hpp"
#include "model/vocabulary.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <vector>

namespace pmsite {

/// A component of the architecture is in a new state from the entry's time on.
struct StateChange {
  std::string component;
  ComponentState state = ComponentState::unknown;
  Span at;
};

/// One bullet of the timeline.
struct TimelineEntry {
  Span at;  ///< of the time, as written
  Instant start;
  std::optional<Instant> end;  ///< for a range
  std::string zone;            ///< as written or inherited: "CET"
  EventKind kind = EventKind::note;
  Nodes
      text;  ///< inlines after the time, without the kind word and the states; may begin with ":" or a blank
  Nodes details;  ///< further blocks of the bullet
  std::vector<StateChange> states;
};

/// The entries, in the order the author wrote them.
using Timeline = std::vector<TimelineEntry>;

/// The first entry of a kind, or null.
const TimelineEntry* first_of(const Timeline& timeline, EventKind kind);
/// The last entry of a kind, or null.
const TimelineEntry* last_of(const Timeline& timeline, EventKind kind);

/// What an entry tells, on one line, without markup, its kind and the mark between kind and text.
std::string prose_of(const TimelineEntry& entry);

/// Minutes spent on paths that led nowhere: the length of all `Misled` ranges.
std::chrono::seconds misled_time(const Timeline& timeline);

}  // namespace pmsite
