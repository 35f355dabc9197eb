// SPDX-License-Identifier: MIT
#include "model/blast_radius.hpp"

#include "base/text.hpp"
#include "model/plain_spread.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

using enum ComponentState;

/// "web>db web~mail": web needs db, and is degraded without mail. Components are in the order of `names`.
Architecture drawing(std::string_view names, std::string_view edges) {
  Architecture architecture;
  for (const auto name : split(names, ' '))
    architecture.components.push_back({std::string(name), {}, {}, {}, {}, {}});
  for (const auto edge : split(edges, ' ')) {
    const auto arrow = std::min(edge.find_first_of(">~"), edge.size());
    if (arrow == edge.size()) continue;
    architecture.dependencies.push_back(
        {std::string(edge.substr(0, arrow)), std::string(edge.substr(arrow + 1)), edge[arrow] == '~'});
  }
  return architecture;
}

struct Told {
  int minute = 0;
  std::vector<std::pair<std::string, ComponentState>> states;
};

Timeline timeline_of(const std::vector<Told>& entries) {
  Timeline timeline;
  for (const auto& [minute, states] : entries) {
    TimelineEntry entry;
    entry.start.utc = UtcTime{std::chrono::minutes{minute}};
    for (const auto& [component, state] : states) entry.states.push_back({component, state, {}});
    timeline.push_back(std::move(entry));
  }
  return timeline;
}

std::string listed(const std::vector<BlastRadius::Reached>& reached) {
  std::string text;
  for (const auto& [component, predicted, through, observed] : reached)
    text += fmt::format(" {}={}<{}", component, word(predicted), through);
  return text;
}

/// "began db; explained web=down<db; spared mail=degraded<db; unpredicted queue", without what is empty.
std::string described(const BlastRadius& radius) {
  std::vector<std::string> parts;
  const auto add = [&parts](std::string_view name, const std::string& list) {
    if (!list.empty()) parts.push_back(std::string(name) + list);
  };
  add("began ", join(radius.origins, " "));
  add("explained", listed(radius.explained));
  add("spared", listed(radius.spared));
  add("unpredicted ", join(radius.unpredicted, " "));
  return join(parts, "; ");
}

std::string spread(std::string_view names, std::string_view edges, const std::vector<Told>& entries) {
  return described(blast_radius(drawing(names, edges), timeline_of(entries)));
}

/// What PlainSpread makes of it, as described() has it but without what each was reached through.
std::string plainly(const Architecture& architecture, const PlainSpread& plain) {
  BlastRadius radius;
  for (const auto& component : architecture.components) {
    const auto& name = component.name;
    if (plain.is_root(name)) {
      if (plain.is_origin(name)) {
        radius.origins.push_back(name);
      } else if (plain.has_failed(name)) {
        radius.unpredicted.push_back(name);
      }
    } else if (const auto state = plain.predicted(name)) {
      (plain.has_failed(name) ? radius.explained : radius.spared).push_back({name, *state, {}});
    }
  }
  return described(radius);
}

/// Whether what each was reached through leads back to a root; what was only maintained is not told further.
bool leads_back(const BlastRadius& radius) {
  std::map<std::string, std::string> through;
  for (const auto* list : {&radius.explained, &radius.spared})
    for (const auto& reached : *list) through.emplace(reached.component, reached.through);
  return std::all_of(through.begin(), through.end(), [&](const auto& each) {
    std::string at = each.first;
    for (std::size_t steps = 0; through.contains(at); ++steps) {
      if (steps > through.size()) return false;
      at = through.at(at);
    }
    return true;
  });
}

Architecture random_drawing(std::mt19937& random) {
  constexpr std::string_view kNames = "a b c d e f g";
  const auto count = 1 + random() % 7;
  std::string edges;
  for (auto i = random() % 12; i > 0; --i)
    edges += fmt::format("{}{}{} ", static_cast<char>('a' + random() % count), random() % 3 == 0 ? '~' : '>',
                         static_cast<char>('a' + random() % count));
  return drawing(kNames.substr(0, 2 * count - 1), edges);
}

/// Times are few, so that many are equal, and in no order. Nothing is drawn for "h".
Timeline random_timeline(std::mt19937& random) {
  constexpr std::array kStates = {ok, degraded, down, maintenance, unknown, down};
  std::vector<Told> entries(random() % 6);
  for (auto& entry : entries) {
    entry.minute = static_cast<int>(random() % 4);
    for (auto i = random() % 3; i > 0; --i)
      entry.states.emplace_back(std::string(1, static_cast<char>('a' + random() % 8)),
                                kStates[random() % kStates.size()]);
  }
  return timeline_of(entries);
}

}  // namespace

TEST_CASE("a dependency that is needed passes its state on, one that is not degrades") {
  CHECK(spread("db web mail", "web>db mail~db",
               {{0, {{"db", down}}}, {1, {{"web", down}, {"mail", degraded}}}}) ==
        "began db; explained web=down<db mail=degraded<db");
  CHECK(spread("db web mail", "web>db mail~db",
               {{0, {{"db", degraded}}}, {1, {{"web", degraded}, {"mail", degraded}}}}) ==
        "began db; explained web=degraded<db mail=degraded<db");
}

TEST_CASE("a failure travels along chains, and never the other way") {
  CHECK(spread("db api web", "api>db web>api", {{0, {{"db", down}}}}) ==
        "began db; spared api=down<db web=down<api");
  CHECK(spread("db api web", "api~db web>api", {{0, {{"db", down}}}}) ==
        "began db; spared api=degraded<db web=degraded<api");
  CHECK(spread("db api web", "api>db web>api", {{0, {{"web", down}}}}) == "began web");
}

TEST_CASE("what the drawing predicts and nobody saw was spared") {
  CHECK(spread("db web mail", "web>db mail>db", {{0, {{"db", down}}}, {1, {{"web", down}}}}) ==
        "began db; explained web=down<db; spared mail=down<db");
  CHECK(spread("db web", "web>db", {{0, {{"db", down}, {"web", ok}}}}) == "began db; spared web=down<db");
}

TEST_CASE("a failure is explained through what was not touched in between") {
  CHECK(spread("db api web", "api>db web>api", {{0, {{"db", down}}}, {5, {{"web", degraded}}}}) ==
        "began db; explained web=down<api; spared api=down<db");
}

TEST_CASE("what fails later though nothing it depends on had is not predicted") {
  CHECK(spread("db queue mail", "mail>db", {{0, {{"db", down}}}, {1, {{"queue", degraded}}}}) ==
        "began db; spared mail=down<db; unpredicted queue");
}

TEST_CASE("what follows from an unpredicted failure is predicted") {
  CHECK(spread("db queue mail web", "mail>queue web>db",
               {{0, {{"db", down}}}, {1, {{"queue", degraded}}}, {2, {{"mail", degraded}}}}) ==
        "began db; explained mail=degraded<queue; spared web=down<db; unpredicted queue");
}

TEST_CASE("several failures may have begun at one time") {
  CHECK(spread("web lb db", "web>db web>lb", {{0, {{"db", down}, {"lb", degraded}}}, {0, {{"web", down}}}}) ==
        "began lb db; explained web=down<db");
}

TEST_CASE("an effect that is told before its cause is explained all the same") {
  CHECK(spread("db web", "web>db", {{0, {{"web", down}}}, {7, {{"db", down}}}}) ==
        "began db; explained web=down<db");
  CHECK(spread("db web", "web>db", {{7, {{"db", down}}}, {0, {{"web", down}}}}) ==
        "began db; explained web=down<db");
}

TEST_CASE("times decide what came first, not the order of the entries") {
  CHECK(spread("db queue", "", {{3, {{"db", down}}}, {1, {{"queue", down}}}}) ==
        "began queue; unpredicted db");
}

TEST_CASE("the worst state that a component had is what it passes on") {
  CHECK(spread("db web", "web>db", {{0, {{"db", degraded}}}, {1, {{"db", down}}}, {2, {{"db", ok}}}}) ==
        "began db; spared web=down<db");
  CHECK(spread("db web", "web>db", {{0, {{"db", down}}}, {1, {{"db", degraded}}}}) ==
        "began db; spared web=down<db");
}

TEST_CASE("in a circle the first that failed explains the others") {
  CHECK(spread("a b", "a>b b>a", {{0, {{"b", down}}}, {1, {{"a", down}}}}) == "began b; explained a=down<b");
  CHECK(spread("a b", "a>b b>a", {{0, {{"b", down}, {"a", down}}}}) == "began a; explained b=down<a");
  CHECK(spread("a b c", "a>b b>c c~a", {{0, {{"c", down}}}}) == "began c; spared a=down<b b=down<c");
  CHECK(spread("a b db", "a>b b>a b>db", {{0, {{"a", down}}}, {1, {{"db", down}}}}) ==
        "began db; explained a=down<b; spared b=down<db");
}

TEST_CASE("a component that depends on itself is explained by nothing") {
  CHECK(spread("a b", "a>a a~a b>a", {{0, {{"a", down}}}}) == "began a; spared b=down<a");
}

TEST_CASE("what was unknown or in maintenance is an origin where it took others along") {
  for (const auto state : {unknown, maintenance}) {
    CHECK(spread("db api web", "api>db web>api", {{0, {{"db", state}}}, {1, {{"web", down}}}}) ==
          "began db; explained web=down<api; spared api=down<db");
    CHECK(
        spread("db queue web", "web~db", {{0, {{"db", state}}}, {1, {{"web", degraded}, {"queue", down}}}}) ==
        "began db; explained web=degraded<db; unpredicted queue");
  }
}

TEST_CASE("what was unknown or in maintenance and took nothing along is no origin") {
  for (const auto state : {unknown, maintenance}) {
    CHECK(spread("db web", "web>db", {{0, {{"db", state}}}}) == "");
    CHECK(spread("db web queue", "web>db", {{0, {{"db", state}}}, {1, {{"queue", down}}}}) == "began queue");
    CHECK(spread("db web", "web>db", {{0, {{"db", down}}}, {1, {{"web", state}}}}) ==
          "began db; spared web=down<db");
  }
}

TEST_CASE("what took others along later was not the origin, nor a failure that was not predicted") {
  CHECK(spread("db queue web", "web>db",
               {{0, {{"queue", down}}}, {1, {{"db", maintenance}}}, {2, {{"web", down}}}}) ==
        "began queue; explained web=down<db");
}

TEST_CASE("components that the architecture does not have are left out") {
  CHECK(spread("db web", "web>db", {{0, {{"ghost", down}}}, {1, {{"db", down}}}}) ==
        "began db; spared web=down<db");
  CHECK(spread("db", "", {{0, {{"ghost", down}}}}) == "");
}

TEST_CASE("without failures there is no blast radius") {
  CHECK(blast_radius(drawing("db web", "web>db"), {}).is_empty());
  CHECK(blast_radius(drawing("db web", "web>db"), timeline_of({{0, {{"db", ok}}}})).is_empty());
  CHECK(blast_radius({}, {}).is_empty());
  CHECK_FALSE(blast_radius(drawing("db", ""), timeline_of({{0, {{"db", down}}}})).is_empty());
}

TEST_CASE("a component that is reached both hard and softly is down, by whichever edge is drawn first") {
  CHECK(spread("db api web", "web~db api>db web>api", {{0, {{"db", down}}}}) ==
        "began db; spared api=down<db web=down<api");
  CHECK(spread("db web", "web~db web>db", {{0, {{"db", down}}}}) == "began db; spared web=down<db");
  CHECK(spread("db web", "web>db web~db", {{0, {{"db", down}}}}) == "began db; spared web=down<db");
  CHECK(spread("db api web end", "web~db api>db web>api end>web", {{0, {{"db", down}}}}) ==
        "began db; spared api=down<db web=down<api end=down<web");
}

TEST_CASE("parallel edges count once") {
  CHECK(spread("db web", "web>db web>db web>db", {{0, {{"db", degraded}}}}) ==
        "began db; spared web=degraded<db");
}

TEST_CASE("every list is in the order of the drawing's components") {
  CHECK(spread("f e d c b a", "f>a e>a d>b c>b",
               {{0, {{"a", down}, {"b", down}}}, {1, {{"e", down}, {"d", down}}}}) ==
        "began b a; explained e=down<a d=down<b; spared f=down<a c=down<b");
}

TEST_CASE("small drawings and timelines of any kind spread as a plain account has it") {
  std::mt19937 random(2026);
  std::map<std::string_view, int> seen;
  for (int i = 0; i < 600; ++i) {
    const Architecture architecture = random_drawing(random);
    const Timeline timeline = random_timeline(random);
    const PlainSpread plain(architecture, timeline);
    BlastRadius radius = blast_radius(architecture, timeline);
    CHECK_MESSAGE(leads_back(radius), "number ", i);
    for (auto* list : {&radius.explained, &radius.spared}) {
      for (auto& [component, predicted, through, observed] : *list) {
        CHECK_MESSAGE((observed != ComponentState::ok) == (list == &radius.explained), "number ", i);
        CHECK_MESSAGE(plain.is_reached_through(component, through), "number ", i, ": ", component);
        through.clear();
      }
    }
    CHECK_MESSAGE(described(radius) == plainly(architecture, plain), "number ", i);
    seen["origins"] += radius.origins.size() > 1;
    seen["explained"] += !radius.explained.empty();
    seen["spared"] += !radius.spared.empty();
    seen["unpredicted"] += !radius.unpredicted.empty();
  }
  for (const auto& [list, times] : seen) CHECK_MESSAGE(times > 10, list);
}

}  // namespace pmsite
