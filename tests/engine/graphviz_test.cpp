// SPDX-License-Identifier: MIT
#include "engine/graphviz.hpp"

#include "engine/layout_worker.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

/// Parsing happens in a worker, as in the program: a text under test may crash Graphviz.
ParsedDot parsed(std::string dot) {
  auto results = parse_all({{std::move(dot)}}, 1);
  REQUIRE_MESSAGE(results[0], results[0].error().message);
  return *std::move(results[0]);
}

/// "LINE: MESSAGE" of every fault, one a line.
std::string faults_of(std::string dot) {
  std::string text;
  for (const auto& fault : parsed(std::move(dot)).faults)
    text += fmt::format("{}: {}\n", fault.line, fault.message);
  return text;
}

DotFaultKind first_kind(std::string dot) {
  const auto result = parsed(std::move(dot));
  REQUIRE_FALSE(result.faults.empty());
  return result.faults[0].kind;
}

std::string chain(int nodes) {
  std::string dot = "digraph { n0";
  for (int i = 1; i < nodes; ++i) dot += fmt::format(" -> n{}", i);
  return dot + " }";
}

std::string nested_clusters(int depth) {
  std::string dot = "digraph {";
  for (int i = 0; i < depth; ++i) dot += fmt::format("\nsubgraph cluster_{} {{", i);
  return dot + "a" + std::string(static_cast<std::size_t>(depth), '}') + "}";
}

}  // namespace

TEST_CASE("nodes, edges and clusters come in the order of the text") {
  const auto graph = parsed(R"(digraph shop {
    label="Shop" z -> a [kind=soft]
    subgraph cluster_data { label="Data" subgraph cluster_inner { db } cache }
    node [shape=box] m
    z -> db; a -> cache [label=""]
  })")
                         .graph;
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
  const auto result = parsed("graph { a:n -- b:port:s }");
  CHECK(result.faults.empty());
  CHECK_FALSE(result.graph.directed);
  CHECK(attribute(result.graph.edges[0].attributes, "headport") == "port:s");
}

TEST_CASE("syntax errors name the line and what stands there") {
  CHECK(faults_of("digraph {\n a -> \n}") == "3: syntax error near `}`\n");
  CHECK(faults_of("digraph {\n\n a - b\n}") ==
        "3: syntax error near `-`; a name with a hyphen must stand in quotes\n");
  CHECK(faults_of("graph { a -> b }") ==
        "1: syntax error near `->`; `->` needs `digraph`, `graph` takes `--`\n");
  CHECK(faults_of("digraph { a -- b }") ==
        "1: syntax error near `--`; `--` needs `graph`, `digraph` takes `->`\n");
  CHECK(faults_of("hello") == "1: syntax error near `hello`\n");
}

TEST_CASE("line ends inside strings and #line comments do not shift the line of an error") {
  CHECK(faults_of("digraph {\n a [label=\"1\n2\n3\"]\n b -> \n}") == "6: syntax error near `}`\n");
  CHECK(faults_of("digraph {\n#line 700\n a -> -> b }") ==
        "3: syntax error near `->`; `->` needs `digraph`, "
        "`graph` takes `--`\n");
}

TEST_CASE("with a syntax error there is no graph, and the next text is read well") {
  const auto results = parse_all({{"digraph { a -> "}, {"digraph { a -> b }"}}, 1);
  CHECK(results[0]->graph.nodes.empty());
  CHECK(results[0]->faults[0].kind == DotFaultKind::syntax);
  CHECK(results[1]->graph.nodes.size() == 2);
}

TEST_CASE("attributes that are not allowed are reported at their line, the graph is read all the same") {
  const auto result = parsed("digraph {\n a\n b [label=x,\n image=\"/etc/passwd\"]\n a -> b [lable=y]\n}");
  REQUIRE(result.faults.size() == 2);
  CHECK(result.faults[0].kind == DotFaultKind::attribute);
  CHECK(result.faults[0].line == 4);
  CHECK(result.faults[0].message == "attribute `image` is not allowed");
  CHECK(result.faults[1].line == 5);
  CHECK(result.faults[1].message == "attribute `lable` is not allowed; did you mean `label`?");
  CHECK(result.graph.nodes.size() == 2);
}

TEST_CASE("HTML-like labels are refused wherever they stand") {
  CHECK(faults_of("digraph {\n a [label=<<b>x</b>>]\n}") ==
        "2: HTML-like text (<...>) is not allowed; write it in quotes\n");
  CHECK(first_kind("digraph { <x> -> b }") == DotFaultKind::attribute);
}

TEST_CASE("defaults and values of subgraphs are checked too") {
  CHECK(faults_of("digraph {\nnode [URL=\"javascript:x\"]\na }").starts_with("2: `URL` must be"));
  CHECK(faults_of("digraph {\nsubgraph s {\n splines=ortho } }").starts_with("3: `splines` must be"));
  CHECK(faults_of("digraph { a }\n// image=1\n") == "");
}

TEST_CASE("the limits of a diagram are kept") {
  CHECK(faults_of("digraph { a }" + std::string(kLargestDot, ' ')) ==
        "1: 65549 bytes; a diagram has at most 65536\n");
  CHECK(faults_of(chain(200)) == "");
  CHECK(faults_of(chain(201)) == "1: more than 200 nodes; a reader cannot take in so many\n");
  std::string edges = "digraph {";
  for (int i = 0; i < 401; ++i) edges += " a -> b";
  CHECK(faults_of(edges + "}") == "1: more than 400 edges; a reader cannot take in so many\n");
  CHECK(faults_of(nested_clusters(8)) == "");
  CHECK(faults_of(nested_clusters(9)) == "10: clusters are nested more than 8 deep\n");
  CHECK(faults_of("digraph {\n\na [label=\"" + std::string(2001, 'x') + "\"]}") ==
        "3: `label` has 2001 bytes; at most 2000 are allowed\n");
  CHECK(first_kind("digraph { " + std::string(2001, 'x') + " }") == DotFaultKind::limit);
}

TEST_CASE("texts made to exhaust the parser are refused or contained") {
  CHECK(first_kind("digraph " + std::string(4000, '{')) == DotFaultKind::limit);
  CHECK(first_kind(chain(5000)) != DotFaultKind::attribute);
  std::string sets = "digraph { {";
  for (int i = 0; i < 4000; ++i) sets += fmt::format(" a{}", i);
  sets += "} -> {";
  for (int i = 0; i < 4000; ++i) sets += fmt::format(" b{}", i);
  CHECK(first_kind(sets + "} }") == DotFaultKind::limit);
}

TEST_CASE("faults of one text are not without end") {
  std::string dot = "digraph {";
  for (int i = 0; i < 500; ++i) dot += fmt::format("\nq{}=1", i);
  CHECK(parsed(dot + "}").faults.size() == kMostDotFaults);
}

}  // namespace pmsite
