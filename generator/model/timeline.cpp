// SPDX-License-Identifier: MIT
#include "model/timeline.hpp"

#include <algorithm>

namespace pmsite {

const TimelineEntry* first_of(const Timeline& timeline, EventKind kind) {
  const auto found = std::find_if(timeline.begin(), timeline.end(),
                                  [kind](const TimelineEntry& entry) { return entry.kind == kind; });
  return found == timeline.end() ? nullptr : &*found;
}

const TimelineEntry* last_of(const Timeline& timeline, EventKind kind) {
  const auto found = std::find_if(timeline.rbegin(), timeline.rend(),
                                  [kind](const TimelineEntry& entry) { return entry.kind == kind; });
  return found == timeline.rend() ? nullptr : &*found;
}

std::vector<StateChange> states_after(const Timeline& timeline, std::size_t last) {
  std::vector<StateChange> states;
  for (std::size_t i = 0; i < timeline.size() && i <= last; ++i) {
    for (const auto& change : timeline[i].states) {
      const auto known = std::find_if(states.begin(), states.end(), [&](const StateChange& each) {
        return each.component == change.component;
      });
      if (known == states.end()) {
        states.push_back(change);
      } else {
        *known = change;
      }
    }
  }
  return states;
}

std::chrono::seconds misled_time(const Timeline& timeline) {
  std::chrono::seconds total{0};
  for (const auto& entry : timeline)
    if (entry.kind == EventKind::misled && entry.end) total += entry.end->utc - entry.start.utc;
  return total;
}

}  // namespace pmsite
