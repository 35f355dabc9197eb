// SPDX-License-Identifier: MIT
#include "read/architecture.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

Architecture read(const Graph& graph) {
  Architecture architecture;
  architecture.name = "shop";
  fill_architecture(architecture, graph);
  return architecture;
}

/// What the label of a node called "lb" tells a reader.
std::string label_of(std::string label) {
  Graph graph;
  graph.nodes = {{"lb", {{"label", std::move(label)}}, {}}};
  return read(graph).components.at(0).label;
}

}  // namespace

TEST_CASE("nodes are components with their facts") {
  Graph graph;
  graph.nodes = {
      {"cache",
       {{"label", "The cache"}, {"monitored_by", "Nagios"}, {"owner", "sre"}, {"runbook", "https://r"}},
       {}},
      {"checkout", {}, {}}};
  const Architecture shop = read(graph);
  REQUIRE(shop.components.size() == 2);
  CHECK(shop.components[0].name == "cache");
  CHECK(shop.components[0].label == "The cache");
  CHECK(shop.components[0].owner == "sre");
  CHECK(shop.components[0].runbook == "https://r");
  CHECK(shop.components[0].monitored_by == "Nagios");
  CHECK(shop.components[0].group.empty());
  CHECK(shop.components[1].label == "checkout");
  CHECK(shop.components[1].owner.empty());
}

TEST_CASE("an edge says that its tail depends on its head, softly where it says so") {
  Graph graph;
  graph.edges = {
      {"checkout", "cache", {}}, {"checkout", "mail", {{"kind", "soft"}}}, {"a", "b", {{"kind", "hard"}}}};
  const Architecture shop = read(graph);
  REQUIRE(shop.dependencies.size() == 3);
  CHECK(shop.dependencies[0].dependant == "checkout");
  CHECK(shop.dependencies[0].dependency == "cache");
  CHECK_FALSE(shop.dependencies[0].soft);
  CHECK(shop.dependencies[1].soft);
  CHECK_FALSE(shop.dependencies[2].soft);
}

TEST_CASE("a component's group is the label of its cluster") {
  Graph graph;
  graph.clusters = {{"cluster_data", {}, {{"label", "Data\\ncentre"}}}, {"cluster_bare", {}, {}}};
  graph.nodes = {{"a", {}, "cluster_data"}, {"b", {}, "cluster_bare"}, {"c", {}, {}}};
  const Architecture shop = read(graph);
  CHECK(shop.components[0].group == "Data centre");
  CHECK(shop.components[1].group.empty());
  CHECK(shop.components[2].group.empty());
}

TEST_CASE("the title is the graph's label, or the name of the file") {
  Graph graph;
  CHECK(read(graph).title == "shop");
  graph.attributes = {{"label", "The shop"}};
  CHECK(read(graph).title == "The shop");
}

TEST_CASE("components and dependencies know their lines in the text") {
  Architecture shop;
  shop.dot =
      "// cache\ndigraph {\n  label=\"a\ntitle\"\n  checkout -> cache\n  cache [label=\"checkout\"]\n"
      "  \"the lb\" -> checkout -> mail\n  mail:n -> cache\n}\n";
  Graph graph;
  for (const std::string name : {"checkout", "cache", "the lb", "mail"})
    graph.nodes.push_back({name, {}, {}});
  graph.edges = {
      {"checkout", "cache", {}}, {"the lb", "checkout", {}}, {"checkout", "mail", {}}, {"mail", "cache", {}}};
  fill_architecture(shop, graph);
  CHECK(shop.components[0].at == span_on_line(5, 1, 0));
  CHECK(shop.components[1].at == span_on_line(5, 1, 0));
  CHECK(shop.components[2].at == span_on_line(7, 1, 0));
  CHECK(shop.components[3].at == span_on_line(7, 1, 0));
  CHECK(shop.dependencies[0].at == span_on_line(5, 1, 0));
  CHECK(shop.dependencies[1].at == span_on_line(7, 1, 0));
  CHECK(shop.dependencies[2].at == span_on_line(7, 1, 0));
  // The two do not stand side by side: the first mention of the tail.
  CHECK(shop.dependencies[3].at == span_on_line(7, 1, 0));
}

TEST_CASE("what the text does not name is on its first line") {
  Graph graph;
  graph.nodes = {{"a", {}, {}}};
  graph.edges = {{"a", "b", {}}};
  const Architecture shop = read(graph);
  CHECK(shop.components[0].at == span_on_line(1, 1, 0));
  CHECK(shop.dependencies[0].at == span_on_line(1, 1, 0));
}

TEST_CASE("a label is text on one line, or the name where it is empty") {
  CHECK(label_text("Load\\nbalancer", "lb") == "Load balancer");
  CHECK(label_text("\\N 2", "lb") == "lb 2");
  CHECK(label_text("", "lb") == "lb");
  CHECK(label_text("", "").empty());
}

TEST_CASE("escapes of Graphviz in a label become text") {
  CHECK(label_of("Load\\nbalancer") == "Load balancer");
  CHECK(label_of("left\\l") == "left");
  CHECK(label_of("\\N (spare)") == "lb (spare)");
  CHECK(label_of("a\\\\b \\\"q\\\"") == "a\\b \"q\"");
  CHECK(label_of("two\nlines") == "two lines");
  CHECK(label_of("end\\") == "end\\");
  CHECK(label_of("") == "lb");
  CHECK(label_of("\\n") == "lb");
}

}  // namespace pmsite
