// SPDX-License-Identifier: MIT
#include "engine/layout_protocol.hpp"

#include "base/byte_stream.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// As our renderer draws it, with all of its marks.
const std::string kPicture =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" viewBox=\"0 0 62 36\">"
    "<g class=\"node \x02n\x02\" id=\"\x01node-1\"><ellipse cx=\"1\" cy=\"2\" rx=\"3\" ry=\"4\" "
    "class=\"shape\"/>"
    "\x04"
    "1 2 3 4\x04</g><g class=\"edge \x02n\x03m\x02\"/></svg>";

Drawing with_picture(std::string svg = kPicture) {
  Drawing drawing;
  drawing.graph.directed = false;
  drawing.graph.attributes = {{"label", "A \"b\" \n ü"}};
  drawing.graph.nodes = {{"a", {{"label", "A"}, {"shape", "box"}}, "cluster_x"}, {"b", {}, ""}};
  drawing.graph.edges = {{"a", "b", {{"kind", "soft"}}}};
  drawing.graph.clusters = {{"cluster_y", "", {}}, {"cluster_x", "cluster_y", {{"label", "X"}}}};
  drawing.svg = std::move(svg);
  drawing.attempts = 2;
  return drawing;
}

Drawing with_faults() {
  Drawing drawing;
  drawing.graph.nodes = {{"a", {}, ""}};
  drawing.faults = {{DotFaultKind::limit, 7, "too much"}, {DotFaultKind::syntax, 1, ""}};
  return drawing;
}

}  // namespace

TEST_CASE("a graph is the same after the way through a pipe") {
  const Drawing drawing = with_picture();
  const auto again = decode_drawing(encode_drawing(drawing));
  REQUIRE(again);
  CHECK_FALSE(again->graph.directed);
  CHECK(again->graph.attributes == drawing.graph.attributes);
  REQUIRE(again->graph.nodes.size() == 2);
  CHECK(again->graph.nodes[0].name == "a");
  CHECK(again->graph.nodes[0].cluster == "cluster_x");
  CHECK(again->graph.nodes[0].attributes == drawing.graph.nodes[0].attributes);
  REQUIRE(again->graph.edges.size() == 1);
  CHECK(again->graph.edges[0].tail == "a");
  CHECK(again->graph.edges[0].head == "b");
  CHECK(again->graph.edges[0].attributes == drawing.graph.edges[0].attributes);
  REQUIRE(again->graph.clusters.size() == 2);
  CHECK(again->graph.clusters[1].name == "cluster_x");
  CHECK(again->graph.clusters[1].parent == "cluster_y");
}

TEST_CASE("faults keep their kinds, lines and messages on the way") {
  const auto again = decode_drawing(encode_drawing(with_faults()));
  REQUIRE(again);
  CHECK(again->svg.empty());
  CHECK(again->graph.nodes.size() == 1);
  REQUIRE(again->faults.size() == 2);
  CHECK(again->faults[0].kind == DotFaultKind::limit);
  CHECK(again->faults[0].line == 7);
  CHECK(again->faults[0].message == "too much");
  CHECK(again->faults[1].kind == DotFaultKind::syntax);
}

TEST_CASE("a drawing keeps its marks and its attempts on the way") {
  const auto again = decode_drawing(encode_drawing(with_picture()));
  REQUIRE(again);
  CHECK(again->svg == kPicture);
  CHECK(again->faults.empty());
  CHECK(again->attempts == 2);
}

TEST_CASE("a picture that our renderer did not draw is refused") {
  CHECK_FALSE(decode_drawing(encode_drawing(with_picture("<svg><script>alert(1)</script></svg>"))));
  CHECK_FALSE(decode_drawing(encode_drawing(with_picture(kPicture + "<script>"))));
}

TEST_CASE("a picture and faults exclude each other, and one of both there must be") {
  Drawing both = with_faults(), neither = with_faults();
  both.svg = kPicture;
  neither.faults.clear();
  CHECK_FALSE(decode_drawing(encode_drawing(both)));
  CHECK_FALSE(decode_drawing(encode_drawing(neither)));
}

TEST_CASE("nonsense from a damaged worker is no drawing, never a crash") {
  CHECK_FALSE(decode_drawing(""));
  CHECK_FALSE(decode_drawing("\x01garbage"));
  CHECK_FALSE(decode_drawing(std::string(1000, '\xFF')));
  CHECK_FALSE(decode_drawing(std::string(1000, '\0')));
}

TEST_CASE("a drawing that is cut off anywhere, or followed by anything, is none") {
  for (const auto& whole : {encode_drawing(with_picture()), encode_drawing(with_faults())}) {
    for (std::size_t size = 0; size < whole.size(); ++size)
      CHECK_FALSE(decode_drawing(whole.substr(0, size)));
    CHECK_FALSE(decode_drawing(whole + '\0'));
  }
}

TEST_CASE("no byte of a drawing can do harm") {
  for (const auto& whole : {encode_drawing(with_picture()), encode_drawing(with_faults())})
    for (std::size_t i = 0; i < whole.size(); ++i)
      for (const int value : {0x00, 0x01, 0x02, 0x7F, 0x80, 0xFF}) {
        std::string changed = whole;
        changed[i] = static_cast<char>(value);
        const auto drawing = decode_drawing(changed);
        if (!drawing) continue;
        CHECK(drawing->svg.empty() != drawing->faults.empty());
        for (const auto& fault : drawing->faults) CHECK(fault.line >= 1);
      }
}

TEST_CASE("a graph that no text can have is refused: what follows looks nodes up by their names") {
  const auto refuses = [](auto change) {
    Drawing drawing = with_picture();
    change(drawing.graph);
    return !decode_drawing(encode_drawing(drawing));
  };
  CHECK_FALSE(refuses([](Graph&) {}));
  CHECK(refuses([](Graph& graph) { graph.edges[0].head = "stranger"; }));
  CHECK(refuses([](Graph& graph) { graph.edges[0].tail = ""; }));
  CHECK(refuses([](Graph& graph) { graph.nodes.push_back(graph.nodes[0]); }));
  CHECK(refuses([](Graph& graph) { graph.nodes[0].cluster = "cluster_z"; }));
  CHECK(refuses([](Graph& graph) { graph.clusters[0].parent = "cluster_x"; }));
  CHECK(refuses([](Graph& graph) { graph.nodes[0].attributes[0].second = "\xFF"; }));
  CHECK(refuses([](Graph& graph) { graph.attributes[0].second = "\x1B[31m"; }));
}

}  // namespace pmsite
