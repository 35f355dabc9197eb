// SPDX-License-Identifier: MIT
#include "model/timeline.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

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

Node inline_node(NodeKind kind, std::string literal, Nodes children = {}) {
  Node node;
  node.kind = kind;
  node.literal = std::move(literal);
  node.children = std::move(children);
  return node;
}

std::string prose(Nodes text) {
  TimelineEntry made = entry(EventKind::detected, minutes{0});
  made.text = std::move(text);
  return prose_of(made);
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

TEST_CASE("time spent misled is the sum of the ranges of misled entries") {
  CHECK(misled_time({entry(EventKind::misled, 20min, 34min), entry(EventKind::misled, 40min),
                     entry(EventKind::note, 50min, 90min), entry(EventKind::misled, 91min, 92min)}) == 15min);
  CHECK(misled_time({}) == 0s);
}

TEST_CASE("an entry is told as prose without markup, breaks and the mark after its kind") {
  const Node code = inline_node(NodeKind::code, "cache");
  const Node bold = inline_node(NodeKind::strong, "", {inline_node(NodeKind::text, "at once")});
  CHECK(prose({inline_node(NodeKind::text, ": the "), code, inline_node(NodeKind::soft_break, ""), bold}) ==
        "the cache at once");
  CHECK(prose({inline_node(NodeKind::text, ", by Nagios: at 5 %.")}) == "by Nagios: at 5 %.");
  CHECK(prose({inline_node(NodeKind::text, ": ")}).empty());
  CHECK(prose({}).empty());
}

}  // namespace pmsite
