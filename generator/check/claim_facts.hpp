// SPDX-License-Identifier: MIT
#pragma once

#include "base/time.hpp"
#include "model/postmortem.hpp"

#include <chrono>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

/// A moment that the post states as a fact.
struct KnownInstant {
  UtcTime time;
  EventKind kind = EventKind::note;
  std::string_view name;  ///< "Changed", "started_at"; empty for a note
};

/// The time between two of them.
struct Stretch {
  UtcTime from, to;
  std::chrono::seconds length() const { return to - from; }
};

/// A set of kinds of events.
using EventSet = unsigned;
constexpr EventSet event_set(std::initializer_list<EventKind> kinds) {
  EventSet set = 0;
  for (const auto kind : kinds) set |= 1U << static_cast<unsigned>(kind);
  return set;
}
constexpr EventSet kAllEvents = ~0U;

/// What claims in prose are compared with: the front matter and the timeline.
class ClaimFacts {
 public:
  explicit ClaimFacts(const Postmortem& post);

  /// Whether every bullet of the timeline could be read, and there are no more than anyone reads.
  bool is_complete() const { return is_complete_; }
  /// By time; the timeline's before the front matter's.
  const std::vector<KnownInstant>& instants() const { return instants_; }
  /// From `started_at` to `resolved_at`.
  const std::optional<Stretch>& whole() const { return whole_; }
  /// Other times that the incident can be said to have lasted: until it was mitigated, while a component was
  /// degraded or down.
  const std::vector<Stretch>& impaired() const { return impaired_; }
  /// The ranges of the paths that led nowhere, by time.
  const std::vector<Stretch>& misled() const { return misled_; }

  /// From the first of them to the last.
  std::chrono::seconds span() const { return instants_.back().time - instants_.front().time; }

  /// The time from any event of `from` to a later one of `to` whose length is nearest.
  std::optional<Stretch> nearest(std::chrono::seconds length, EventSet from, EventSet to) const;

  /// Whether a date or a year stands in the sentence that is not one of the incident's days.
  bool tells_of_other_days(std::string_view sentence) const;

  /// In the zone of the timeline.
  std::chrono::minutes offset() const { return offset_; }
  std::string clock(UtcTime time) const { return format_clock({time, offset_}); }
  /// "10:12 to 11:05", with dates where it ends on another day.
  std::string ends_of(const Stretch& stretch) const;

 private:
  void add_entries(const Timeline& timeline);
  void add_states(const Timeline& timeline);

  std::vector<KnownInstant> instants_;
  std::optional<Stretch> whole_;
  std::vector<Stretch> impaired_, misled_;
  Date first_day_{}, last_day_{};  ///< in that zone
  std::chrono::minutes offset_{0};
  bool is_complete_ = false;
};

}  // namespace pmsite
