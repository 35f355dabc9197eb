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

std::string prose_of(const TimelineEntry& entry) {
  const std::string text = plain_text(entry.text);
  const auto begin = text.find_first_not_of(":, \n");
  return begin == std::string::npos ? std::string() : text.substr(begin);
}

std::chrono::seconds misled_time(const Timeline& timeline) {
  std::chrono::seconds total{0};
  for (const auto& entry : timeline)
    if (entry.kind == EventKind::misled && entry.end) total += entry.end->utc - entry.start.utc;
  return total;
}

}  // namespace pmsite
