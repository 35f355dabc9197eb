// SPDX-License-Identifier: MIT
#include "model/moments.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

using enum ComponentState;

Architecture shop() {
  Architecture architecture;
  for (const auto* name : {"cache", "checkout", "lb", "mail"})
    architecture.components.push_back({name, name, {}, {}, {}, {}});
  return architecture;
}

TimelineEntry changing(std::vector<std::pair<std::string, ComponentState>> states) {
  TimelineEntry made;
  for (auto& [component, state] : states) made.states.push_back({std::move(component), state, {}});
  return made;
}

Node inline_node(NodeKind kind, std::string literal, Nodes children = {}) {
  Node node;
  node.kind = kind;
  node.literal = std::move(literal);
  node.children = std::move(children);
  return node;
}

Node code(std::string literal) { return inline_node(NodeKind::code, std::move(literal)); }

TimelineEntry misled(Nodes text, Nodes details = {}) {
  TimelineEntry made;
  made.kind = EventKind::misled;
  made.text = std::move(text);
  made.details = std::move(details);
  return made;
}

/// "cache=down checkout=degraded ?lb": the states, and what was suspected.
std::string described(const Moment& moment) {
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
  for (const auto& [component, state] : moment.states) add(component + "=" + std::string(word(state)));
  for (const auto& suspect : moment.suspects) add("?" + suspect);
  return text;
}

/// "0: cache=down", a line for each moment of the shop with the entry it is told by.
std::string told(const Timeline& timeline) {
  std::string text;
  for (const auto& moment : moments(shop(), timeline))
    text += (text.empty() ? "" : "\n") + std::to_string(moment.entry) + ": " + described(moment);
  return text;
}

std::size_t worst_of(const Timeline& timeline) { return worst_moment(moments(shop(), timeline)); }

}  // namespace

TEST_CASE("a component keeps its state until an entry changes it") {
  CHECK(told({changing({{"cache", down}, {"checkout", degraded}}), changing({}),
              changing({{"cache", ok}, {"lb", maintenance}})}) ==
        "0: cache=down checkout=degraded\n2: cache=ok checkout=degraded lb=maintenance");
}

TEST_CASE("of two states of a component in one entry the last holds") {
  CHECK(told({changing({{"cache", down}, {"cache", ok}})}) == "0: cache=ok");
}

TEST_CASE("every entry that tells a state is a moment, also of a state that the component had") {
  CHECK(told({changing({{"cache", down}}), changing({{"cache", down}}), changing({{"cache", unknown}})}) ==
        "0: cache=down\n1: cache=down\n2: cache=unknown");
}

TEST_CASE("entries that tell no state are no moments") {
  CHECK(moments(shop(), {}).empty());
  CHECK(moments(shop(), {changing({}), changing({})}).empty());
}

TEST_CASE("moments follow the order of the entries, not of their times") {
  Timeline timeline = {changing({{"cache", down}}), changing({{"cache", ok}})};
  timeline[0].start.utc = UtcTime{std::chrono::minutes{9}};
  CHECK(told(timeline) == "0: cache=down\n1: cache=ok");
}

TEST_CASE("components that the architecture does not have are ignored") {
  CHECK(told({changing({{"queue", down}}), changing({{"queue", ok}, {"cache", down}}),
              changing({{"Cache", ok}})}) == "1: cache=down");
  CHECK(moments(Architecture{}, {changing({{"cache", down}})}).empty());
}

TEST_CASE("a path that misled is a moment where it names a component as code") {
  CHECK(told({changing({{"cache", down}}), misled({inline_node(NodeKind::text, "suspected "), code("lb")}),
              changing({{"cache", ok}})}) == "0: cache=down\n1: cache=down ?lb\n2: cache=ok");
  CHECK(told({misled({code("lb")})}) == "0: ?lb");
}

TEST_CASE("a suspicion lasts for its own moment only") {
  CHECK(told({misled({code("lb")}), misled({code("mail")})}) == "0: ?lb\n1: ?mail");
}

TEST_CASE("each suspect is named once, in the order of the text and then of the details") {
  const Node in_bold = inline_node(NodeKind::strong, "", {code("mail")});
  const Node below = inline_node(NodeKind::paragraph, "", {code("lb"), code("checkout")});
  CHECK(told({misled({in_bold, code("lb"), code("mail")}, {below})}) == "0: ?mail ?lb ?checkout");
}

TEST_CASE("a path that misled without naming a component as code is no moment") {
  const Node code_block = inline_node(NodeKind::code_block, "lb");
  CHECK(told({misled({inline_node(NodeKind::text, "the lb"), code("queue"), code("lb: down")}, {code_block})})
            .empty());
}

TEST_CASE("a path that misled may change states too") {
  TimelineEntry entry = misled({code("lb")});
  entry.states = {{"lb", maintenance, {}}, {"cache", down, {}}};
  CHECK(told({entry}) == "0: cache=down lb=maintenance ?lb");
  entry.text.clear();
  CHECK(told({entry}) == "0: cache=down lb=maintenance");
}

TEST_CASE("only paths that misled suspect what they name") {
  TimelineEntry entry = misled({code("lb")});
  for (const auto kind : {EventKind::note, EventKind::investigated, EventKind::identified}) {
    entry.kind = kind;
    CHECK(told({entry}).empty());
  }
}

TEST_CASE("the worst moment is the one at which most was down") {
  CHECK(worst_of({changing({{"cache", down}}), changing({{"mail", down}}), changing({{"cache", ok}})}) == 1);
  CHECK(worst_of({changing({{"cache", degraded}, {"checkout", degraded}, {"lb", degraded}}),
                  changing({{"cache", down}, {"checkout", ok}, {"lb", ok}})}) == 1);
}

TEST_CASE("where as much was down, the worst moment is the one at which most was degraded") {
  CHECK(worst_of({changing({{"cache", down}}), changing({{"checkout", degraded}}),
                  changing({{"checkout", ok}})}) == 1);
  CHECK(worst_of({changing({{"cache", degraded}}), changing({{"checkout", degraded}})}) == 1);
}

TEST_CASE("of moments that are as bad, the worst is the earliest") {
  CHECK(worst_of({changing({{"lb", ok}}), changing({{"cache", down}}), changing({{"lb", ok}}),
                  changing({{"cache", ok}, {"mail", down}}), changing({{"mail", ok}})}) == 1);
}

TEST_CASE("what is in maintenance, unknown or only suspected makes no moment worse") {
  CHECK(worst_of({changing({{"cache", ok}}), changing({{"lb", maintenance}, {"mail", unknown}}),
                  misled({code("lb")})}) == 0);
}

TEST_CASE("the worst moment is counted among moments, not among entries") {
  CHECK(worst_of({changing({}), changing({{"cache", ok}}), changing({}), changing({{"cache", down}})}) == 1);
}

}  // namespace pmsite
