// SPDX-License-Identifier: MIT
#include "model/timeline.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

using namespace std::chrono;

TimelineEntry entry(EventKind kind, minutes start, std::optional<minutes> end = {}) {
  TimelineEntry made;
  made.kind = kind;
  made.start.utc = UtcTime{start};
  if (end) made.end = Instant{UtcTime{*end}, 0min};
  return made;
}

TimelineEntry changing(std::vector<StateChange> states) {
  TimelineEntry made;
  made.states = std::move(states);
  return made;
}

std::string states(const Timeline& timeline, std::size_t last) {
  std::string list;
  for (const auto& each : states_after(timeline, last))
    list += (list.empty() ? "" : " ") + each.component + "=" + std::string(word(each.state));
  return list;
}

}  // namespace

TEST_CASE("the first and the last entry of a kind are found") {
  const Timeline timeline = {entry(EventKind::note, 0min), entry(EventKind::detected, 1min),
                             entry(EventKind::detected, 2min), entry(EventKind::note, 3min)};
  CHECK(first_of(timeline, EventKind::detected) == &timeline[1]);
  CHECK(last_of(timeline, EventKind::detected) == &timeline[2]);
  CHECK(first_of(timeline, EventKind::resolved) == nullptr);
  CHECK(last_of(timeline, EventKind::resolved) == nullptr);
}

TEST_CASE("a component keeps its state until an entry changes it") {
  using enum ComponentState;
  const Timeline timeline = {changing({{"cache", down, {}}, {"checkout", degraded, {}}}), changing({}),
                             changing({{"cache", ok, {}}, {"lb", maintenance, {}}})};
  CHECK(states(timeline, 0) == "cache=down checkout=degraded");
  CHECK(states(timeline, 1) == "cache=down checkout=degraded");
  CHECK(states(timeline, 2) == "cache=ok checkout=degraded lb=maintenance");
  CHECK(states(timeline, 99) == "cache=ok checkout=degraded lb=maintenance");
  CHECK(states({}, 0).empty());
}

TEST_CASE("of two states of a component in one entry the last holds") {
  using enum ComponentState;
  CHECK(states({changing({{"cache", down, {}}, {"cache", ok, {}}})}, 0) == "cache=ok");
}

TEST_CASE("time spent misled is the sum of the ranges of misled entries") {
  CHECK(misled_time({entry(EventKind::misled, 20min, 34min), entry(EventKind::misled, 40min),
                     entry(EventKind::note, 50min, 90min), entry(EventKind::misled, 91min, 92min)}) == 15min);
  CHECK(misled_time({}) == 0s);
}

}  // namespace pmsite
