// SPDX-License-Identifier: MIT
#include "engine/layout_worker.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>

namespace pmsite {
namespace {

/// An architecture as people draw them: clusters, labels, ten nodes or so.
std::string architecture(unsigned seed) {
  std::mt19937 random(seed);
  const int nodes = 8 + static_cast<int>(random() % 6);
  std::string dot =
      "digraph shop {\n  rankdir=LR\n  label=\"The shop, number " + std::to_string(seed) + "\"\n";
  for (int i = 0; i < nodes; ++i)
    dot += fmt::format(
        "  subgraph cluster_{} {{ label=\"Zone {}\" n{} [label=\"Service {}\\nof the shop\" shape={}] }}\n",
        i % 3, i % 3, i, i, i % 4 == 0 ? "cylinder" : "box");
  for (int i = 0; i < nodes * 3 / 2; ++i)
    dot += fmt::format("  n{} -> n{} [label=\"calls {}\"]\n", random() % static_cast<unsigned>(nodes),
                       random() % static_cast<unsigned>(nodes), i);
  return dot + "}\n";
}

std::string random_graph(unsigned nodes, unsigned edges) {
  std::mt19937 random(7);
  std::string dot = "digraph {";
  for (unsigned i = 0; i < nodes; ++i) dot += fmt::format(" n{}", i);
  for (unsigned i = 0; i < edges; ++i) dot += fmt::format(" n{} -> n{};", random() % nodes, random() % nodes);
  return dot + "}";
}

Drawing drawn(std::string dot, std::string engine = "dot") {
  auto results = draw_all({{std::move(dot), std::move(engine)}}, 1);
  return results[0] ? *results[0] : Drawing{{}, {{DotFaultKind::layout, 0, results[0].error().message}}};
}

std::string first_fault(std::string dot, std::string engine = "dot") {
  const auto drawing = drawn(std::move(dot), std::move(engine));
  return drawing.faults.empty() ? "" : drawing.faults[0].message;
}

std::string all_svg(const std::vector<LayoutJob>& jobs, int workers) {
  std::string svg;
  for (const auto& drawing : draw_all(jobs, workers)) svg += drawing ? drawing->svg : drawing.error().message;
  return svg;
}

}  // namespace

TEST_CASE("no jobs have no results") {
  CHECK(parse_all({}, 2).empty());
  CHECK(draw_all({}, 2).empty());
}

TEST_CASE("an ordinary architecture is drawn well under 25 kB") {
  const auto drawing = drawn(architecture(1));
  REQUIRE(drawing.faults.empty());
  CHECK(drawing.svg.size() > 2'000);
  CHECK(drawing.svg.size() < 15'000);
}

TEST_CASE("pictures are the same for any number of workers and any order") {
  std::vector<LayoutJob> jobs;
  for (unsigned seed = 0; seed < 120; ++seed)
    jobs.push_back({architecture(seed), seed % 10 == 0 ? "neato" : "dot"});
  const auto svg = all_svg(jobs, 1);
  CHECK(all_svg(jobs, 2) == svg);
  CHECK(all_svg(jobs, 3) == svg);
  std::reverse(jobs.begin(), jobs.end());
  auto reversed = draw_all(jobs, 2);
  std::reverse(reversed.begin(), reversed.end());
  std::string again;
  for (const auto& drawing : reversed) again += drawing ? drawing->svg : drawing.error().message;
  CHECK(again == svg);
}

TEST_CASE("hundreds of ordinary architectures are all drawn") {
  std::vector<LayoutJob> jobs;
  for (unsigned seed = 1000; seed < 1300; ++seed) jobs.push_back({architecture(seed)});
  for (const auto& drawing : draw_all(jobs, 2)) {
    REQUIRE(drawing);
    CHECK(drawing->faults.empty());
  }
}

TEST_CASE("neato draws the same graph without a hierarchy, other layouts are refused") {
  CHECK(drawn("graph { a -- b -- c -- a }", "neato").svg.find("<ellipse") != std::string::npos);
  CHECK(first_fault("digraph { a }", "fdp") == "layout `fdp` is not known; use `dot` or `neato`");
}

TEST_CASE("a text with faults is not drawn and says why") {
  CHECK(first_fault("digraph { a [image=\"x.png\"] }") == "attribute `image` is not allowed");
  CHECK(first_fault("digraph { a -> }") == "syntax error near `}`");
  CHECK(first_fault("digraph { a -> b [minlen=2000000000] }") ==
        "`minlen` must be a whole number from 0 to 20, not `2000000000`");
  CHECK(first_fault("digraph { a } digraph { b }") ==
        "a second graph begins here; give each graph a block of its own");
}

TEST_CASE("hostile texts are refused, whatever they try") {
  for (const auto* dot : {
           "digraph { a [image=\"/dev/zero\"] }",
           "digraph { a [shape=epsf shapefile=\"/etc/passwd\"] }",
           "digraph { _background=\"c 7 -#ff0000 p 4 4 4 36 4 36 36 4 36\" a }",
           "digraph { a [peripheries=1000000000] }",
           "digraph { a [shape=polygon sides=1000000000] }",
           "digraph { a [label=<<table><tr><td colspan=\"30000\">x</td></tr></table>>] }",
           "digraph { stylesheet=\"x?><script>\" a }",
           "digraph { a [fontname=\"x\\\"><script>alert(1)</script>\"] }",
           "digraph { a [URL=\"javascript:alert(1)\"] }",
           "digraph { a -> b [headURL=\"javascript:alert(1)\"] }",
           "digraph { \"javascript:alert(1)\" [URL=\"\\N\"] }",
           "digraph { layout=neato a }",
           "digraph { layers=\"a:b:c\" a }",
           "digraph { concentrate=true a -> b }",
           "digraph { dpi=100000 a }",
           "digraph { a [width=1e300] }",
           "digraph { node [color=\"var(--x)\"] a }",
           "digraph { charset=latin1 a }",
       })
    CHECK_MESSAGE(drawn(dot).svg.empty(), std::string(dot));
}

TEST_CASE("wide values within the limits still give a picture or a fault, never a dead build") {
  for (const auto* dot : {
           "digraph { a -> b [minlen=20 weight=1000 penwidth=20 arrowsize=10] }",
           "digraph { nodesep=10 ranksep=10 margin=5 a [width=20 height=20 fontsize=72] a -> b }",
           "digraph { a -> a [label=self] a -> a; a -> b -> a }",
           "digraph { subgraph cluster_a { a } subgraph cluster_b { b } {rank=same; a; b} a -> b [label=x] }",
           "digraph { compound=true subgraph cluster_a { a } b -> a [lhead=cluster_a] c -> a [lhead=nothing] "
           "}",
           "digraph { splines=curved a -> b -> c -> a [label=x] }",
           "digraph { a [shape=record label=\"{<x>1|2}|3\"] b [shape=Mrecord label=\"{{{\"] a:x -> b:nothing "
           "}",
           "digraph { a [label=\"\\\\N \\G \\E \\T \\H \\L\"] }",
           "digraph { \"\" -> \" \" }",
           "strict digraph { a -> b; a -> b; ordering=out }",
           "digraph { subgraph cluster_x { } subgraph cluster_y { label=y } }",
           "digraph { }",
       }) {
    const auto drawing = drawn(dot);
    CHECK_MESSAGE(drawing.svg.empty() != drawing.faults.empty(), std::string(dot));
  }
}

TEST_CASE("an edge that Graphviz loses is a fault, not a gap") {
  // Records on one rank with a flat edge between their fields.
  std::vector<LayoutJob> jobs;
  for (unsigned seed = 0; seed < 40; ++seed) {
    std::mt19937 random(seed);
    std::string dot = "digraph { node [shape=record label=\"<a>1|<b>2|<c>3\"] {rank=same; n0 n1 n2 n3 n4}";
    for (int i = 0; i < 9; ++i)
      dot += fmt::format(" n{}:a -> n{}:c [label=\"e{}\"];", random() % 7, random() % 7, i);
    jobs.push_back({dot + "}"});
  }
  for (const auto& drawing : draw_all(jobs, 2)) {
    if (!drawing || !drawing->faults.empty()) continue;
    std::size_t edges = 0;
    for (auto at = drawing->svg.find("<g class=\"edge"); at != std::string::npos;
         at = drawing->svg.find("<g class=\"edge", at + 1))
      ++edges;
    CHECK(edges == 9);
  }
}

TEST_CASE("large graphs end within the limits") {
  CHECK(first_fault(random_graph(300, 900)) != "");
  const auto drawing = drawn(random_graph(200, 400));
  CHECK((drawing.svg.empty() != drawing.faults.empty()));
}

TEST_CASE("a diagram that cannot be drawn does not spoil the others") {
  const auto results =
      draw_all({{"digraph { a }"}, {"digraph { a -> "}, {"digraph { b }"}, {random_graph(60, 1770)}}, 2);
  CHECK(results[0]->faults.empty());
  CHECK(results[1]->faults.size() == 1);
  CHECK(results[2]->faults.empty());
  CHECK(results[3]->faults.size() == 1);
}

}  // namespace pmsite
