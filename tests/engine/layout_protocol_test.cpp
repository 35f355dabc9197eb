// SPDX-License-Identifier: MIT
#include "engine/layout_protocol.hpp"

#include <doctest/doctest.h>

namespace pmsite {

TEST_CASE("a parsed graph is the same after the way through a pipe") {
  ParsedDot parsed;
  parsed.graph.directed = false;
  parsed.graph.attributes = {{"label", "A \"b\" \n ü"}};
  parsed.graph.nodes = {{"a", {{"label", "A"}, {"shape", "box"}}, "cluster_x"}, {"b", {}, ""}};
  parsed.graph.edges = {{"a", "b", {{"kind", "soft"}}}};
  parsed.graph.clusters = {{"cluster_x", "cluster_y", {{"label", "X"}}}};
  parsed.faults = {{DotFaultKind::limit, 7, "too much"}};
  const auto again = decode_parsed(encode_parsed(parsed));
  REQUIRE(again);
  CHECK_FALSE(again->graph.directed);
  CHECK(again->graph.attributes == parsed.graph.attributes);
  REQUIRE(again->graph.nodes.size() == 2);
  CHECK(again->graph.nodes[0].name == "a");
  CHECK(again->graph.nodes[0].cluster == "cluster_x");
  CHECK(again->graph.nodes[0].attributes == parsed.graph.nodes[0].attributes);
  CHECK(again->graph.edges[0].head == "b");
  CHECK(again->graph.edges[0].attributes == parsed.graph.edges[0].attributes);
  CHECK(again->graph.clusters[0].parent == "cluster_y");
  REQUIRE(again->faults.size() == 1);
  CHECK(again->faults[0].kind == DotFaultKind::limit);
  CHECK(again->faults[0].line == 7);
  CHECK(again->faults[0].message == "too much");
}

TEST_CASE("a drawing keeps its marks on the way") {
  const auto again = decode_drawing(encode_drawing({"<svg id=\"\x01t\" class=\"\x02n\x02\"/>", {}}));
  REQUIRE(again);
  CHECK(again->svg == "<svg id=\"\x01t\" class=\"\x02n\x02\"/>");
  CHECK(again->faults.empty());
}

TEST_CASE("nonsense from a damaged worker is an error or empty, never a crash") {
  CHECK_FALSE(decode_parsed("\x00garbage"));
  CHECK_FALSE(decode_drawing(""));
  REQUIRE(decode_parsed(R"({"nodes":[1,[2]],"edges":{"a":1},"faults":[[]],"attributes":[]})"));
  CHECK(decode_drawing("[]")->svg.empty());
}

}  // namespace pmsite
