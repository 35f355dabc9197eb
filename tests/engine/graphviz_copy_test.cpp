// SPDX-License-Identifier: MIT
#include "engine/graphviz_copy.hpp"

#include "engine/layout_worker.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// The graph comes out of a worker, as in the program: a text under test may crash Graphviz.
Graph copied(std::string dot) {
  auto results = draw_all({{std::move(dot)}}, 1);
  REQUIRE_MESSAGE(results[0], results[0].error().message);
  REQUIRE_MESSAGE(results[0]->faults.empty(), results[0]->faults[0].message);
  return results[0]->graph;
}

}  // namespace

TEST_CASE("nodes, edges and clusters come in the order of the text") {
  const Graph graph = copied(R"(digraph shop {
    label="Shop" z -> a [kind=soft]
    subgraph cluster_data { label="Data" subgraph cluster_inner { db } cache }
    node [shape=box] m
    z -> db; a -> cache [label=""]
  })");
  CHECK(graph.directed);
  CHECK(attribute(graph.attributes, "label") == "Shop");
  REQUIRE(graph.nodes.size() == 5);
  CHECK(graph.nodes[0].name == "z");
  CHECK(graph.nodes[1].name == "a");
  CHECK(graph.nodes[2].cluster == "cluster_inner");
  CHECK(graph.nodes[3].cluster == "cluster_data");
  CHECK(graph.nodes[4].cluster.empty());
  CHECK(attribute(graph.nodes[4].attributes, "shape") == "box");
  CHECK(attribute(graph.nodes[0].attributes, "label").empty());
  REQUIRE(graph.edges.size() == 3);
  CHECK(attribute(graph.edges[0].attributes, "kind") == "soft");
  CHECK(graph.edges[1].head == "db");
  CHECK(graph.edges[2].tail == "a");
  REQUIRE(graph.clusters.size() == 2);
  CHECK(graph.clusters[1].parent == "cluster_data");
  CHECK(attribute(graph.clusters[0].attributes, "label") == "Data");
}

TEST_CASE("undirected graphs and ports are understood") {
  const Graph graph = copied("graph { a:n -- b:port:s }");
  CHECK_FALSE(graph.directed);
  CHECK(attribute(graph.edges[0].attributes, "headport") == "port:s");
}

TEST_CASE("a graph has what its text says, and nothing that a layout needs") {
  const Graph graph = copied("digraph { a -> b }");
  CHECK(graph.attributes.empty());
  REQUIRE(graph.nodes.size() == 2);
  CHECK(graph.nodes[0].attributes.empty());
  REQUIRE(graph.edges.size() == 1);
  CHECK(graph.edges[0].attributes.empty());
}

}  // namespace pmsite
