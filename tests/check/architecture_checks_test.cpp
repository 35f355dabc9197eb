// SPDX-License-Identifier: MIT
#include "check/architecture_checks.hpp"

#include "read/architecture.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

using Edges = std::vector<Graph::Edge>;

constexpr const char* kSoft = "soft";

Graph::Edge edge(std::string tail, std::string head, std::string kind = {}) {
  Attributes attributes;
  if (!kind.empty()) attributes.emplace_back("kind", std::move(kind));
  return {std::move(tail), std::move(head), std::move(attributes)};
}

/// What is wrong with an architecture of these components and dependencies, each on a line of its own from
/// line 2 on.
std::string faults_of(const std::vector<std::string>& components, const Edges& edges) {
  Graph graph;
  Architecture architecture;
  architecture.name = "shop";
  architecture.file = "content/architectures/shop.dot";
  architecture.dot = "digraph {\n";
  for (const auto& name : components) {
    graph.nodes.push_back({name, {}, ""});
    architecture.dot += name + "\n";
  }
  for (const auto& each : edges) architecture.dot += each.tail + " -> " + each.head + "\n";
  architecture.dot += "}\n";
  graph.edges = edges;
  fill_architecture(architecture, graph);
  Content content;
  content.architectures.push_back(std::move(architecture));
  Diagnostics diagnostics;
  check_architectures(content, diagnostics);
  return faults(diagnostics);
}

}  // namespace

TEST_CASE("dependencies without a circle are fine, also where ways meet again") {
  CHECK(faults_of({"a", "b", "c", "d"}, {edge("a", "b"), edge("a", "c"), edge("b", "d"), edge("c", "d")}) ==
        "");
}

TEST_CASE("a circle of hard dependencies is told on the line that closes it, with the whole way") {
  CHECK(faults_of({"a", "b", "c"}, {edge("a", "b"), edge("b", "c"), edge("c", "a")}) ==
        "7:1 dependency-circle: a circle of hard dependencies: `a` → `b` → `c` → `a`");
  CHECK(faults_of({"a", "b"}, {edge("a", "b"), edge("b", "b")}) ==
        "5:1 dependency-circle: `b` depends on itself");
}

TEST_CASE("a soft dependency breaks a circle") {
  CHECK(faults_of({"a", "b", "c"}, {edge("a", "b"), edge("b", "c"), edge("c", "a", kSoft)}) == "");
}

TEST_CASE("each circle is told once, wherever the walk begins") {
  const std::string found = faults_of(
      {"x", "a", "b", "c", "d"},
      {edge("x", "a"), edge("a", "b"), edge("b", "a"), edge("c", "d"), edge("d", "c"), edge("x", "c")});
  CHECK(found.find("`a` → `b` → `a`") != std::string::npos);
  CHECK(found.find("`c` → `d` → `c`") != std::string::npos);
  CHECK(found.find("`b` → `a` → `b`") == std::string::npos);
}

TEST_CASE("a component that no edge touches is told, unless it is the only one") {
  CHECK(faults_of({"a", "b", "c"}, {edge("a", "b")}) ==
        "4:1 component-isolated: `c` depends on nothing, and nothing on it");
  CHECK(faults_of({"a"}, {}) == "");
  CHECK(faults_of({"a", "b"}, {edge("a", "b", kSoft)}) == "");
}

}  // namespace pmsite
