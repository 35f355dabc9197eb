// SPDX-License-Identifier: MIT
#include "engine/font_file.hpp"
#include "engine/graphviz.hpp"
#include "engine/layout_worker.hpp"
#include "engine/text_width.hpp"
#include "engine/worker_pool.hpp"
#include "support/font_builder.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <string>

namespace pmsite {
namespace {

std::string drawn(const std::string& dot, const std::string& engine = "dot",
                  LayoutSettings settings = LayoutSettings::newrank, const FontWidths* font = nullptr) {
  const auto outcomes = run_in_workers(1, 1, [&](std::size_t) -> WorkerAnswer {
    const auto drawing = draw_dot(dot, engine, settings, font);
    return {drawing.faults.empty() ? drawing.svg : drawing.faults[0].message};
  });
  return outcomes[0].answer ? *outcomes[0].answer : outcomes[0].answer.error().message;
}

/// What comes with the picture, or in its place.
Drawing drawing_of(std::string dot) {
  auto results = draw_all({{std::move(dot)}}, 1);
  REQUIRE_MESSAGE(results[0], results[0].error().message);
  return *std::move(results[0]);
}

/// The number of the attribute `name` at its first place after `from`.
double number_after(const std::string& svg, std::string_view from, std::string_view name) {
  const auto attribute = " " + std::string(name) + "=\"";
  const auto start = svg.find(attribute, svg.find(from)) + attribute.size();
  return std::strtod(svg.c_str() + start, nullptr);
}

double width_of_ellipse(const std::string& svg) { return 2 * number_after(svg, "<ellipse", "rx"); }

}  // namespace

TEST_CASE("every rung of the ladder draws an ordinary graph") {
  const std::string dot = "digraph { subgraph cluster_a { a b } a -> b [label=x] b -> c a -> c }";
  for (const auto settings : {LayoutSettings::newrank, LayoutSettings::straight_lines, LayoutSettings::plain})
    CHECK(drawn(dot, "dot", settings).starts_with("<svg "));
}

TEST_CASE("a label fits into its node, as our table measures it") {
  const auto svg = drawn("digraph { a [label=\"Zahlungsdienst für Köln\"] }");
  CHECK(width_of_ellipse(svg) > text_width("Zahlungsdienst für Köln", 14));
  CHECK(number_after(svg, "<ellipse", "cx") == number_after(svg, "<text", "x"));
}

TEST_CASE("a label is measured by the font that is given") {
  using namespace font_builder;
  const auto characters = CharacterTable{3, 1, format4({{'A', 'A', 0xFFC0}, {0xFFFF, 0xFFFF, 1}})};
  const auto wide = read_font(font(tables(1000, {300, 2000}, 2, {characters})));
  REQUIRE(wide);
  const std::string dot = "digraph { node [shape=box margin=0] AAAAAAAAAA }";
  const auto with_font = drawn(dot, "dot", LayoutSettings::newrank, &*wide);
  const auto without = drawn(dot);
  CHECK(with_font.starts_with("<svg "));
  // Ten letters of two em at 14 points, where Arial's A has two thirds of an em.
  const auto width_of_view = [](const std::string& svg) {
    return std::strtod(svg.c_str() + svg.find("viewBox=\"0 0 ") + 13, nullptr);
  };
  CHECK(std::abs(width_of_view(with_font) - width_of_view(without) - 10 * 14 * (2 - 0.667)) < 1);
}

TEST_CASE("nothing lies outside the view box") {
  const auto svg = drawn("digraph { a [shape=circle penwidth=4] }");
  const double left = number_after(svg, "<ellipse", "cx") - number_after(svg, "<ellipse", "rx");
  CHECK(left >= 12);
  CHECK(left < 13);
}

TEST_CASE("layouts that are not linked in are refused") {
  CHECK(drawn("digraph { a }", "twopi", LayoutSettings::plain) ==
        "layout `twopi` is not known; use `dot` or `neato`");
}

TEST_CASE("hundreds of nodes are laid out in a hurry") {
  std::string dot = "digraph {";
  for (int i = 0; i < 200; ++i)
    for (const int step : {7, 60})
      dot += " n" + std::to_string(i) + " -> n" + std::to_string((i * step + 3) % 200) + ";";
  CHECK(drawn(dot + "}").starts_with("<svg "));
}

TEST_CASE("the label of the graph is in the graph, and not in the picture") {
  const Drawing drawing = drawing_of("digraph { label=\"The shop\" a }");
  CHECK(attribute(drawing.graph.attributes, "label") == "The shop");
  CHECK(drawing.svg.find("The shop") == std::string::npos);
}

TEST_CASE("a text with faults has no picture, and its graph as far as it could be read") {
  const Drawing attributes = drawing_of("digraph { a b [image=x] a -> b }");
  CHECK(attributes.svg.empty());
  CHECK(attributes.faults.size() == 1);
  CHECK(attributes.graph.nodes.size() == 2);
  CHECK(attributes.graph.edges.size() == 1);
  const Drawing syntax = drawing_of("digraph { a -> ");
  CHECK(syntax.svg.empty());
  CHECK(syntax.faults.size() == 1);
  CHECK(syntax.graph.nodes.empty());
}

TEST_CASE("a picture whose parts are too far out is a fault") {
  std::string dot = "digraph { node [label=\"" + std::string(1000, 'W') + "\"]";
  for (int i = 0; i < 110; ++i) dot += " n" + std::to_string(i);
  CHECK(drawn(dot + "}") == "Graphviz cannot lay this out: the picture is broken");
}

TEST_CASE("a picture beyond the limit is a fault") {
  // Each quote of a label is two bytes of DOT and six of SVG. One node below the other: none is too far out.
  std::string dot = "digraph { node [label=\"";
  for (int i = 0; i < 2000; ++i) dot += "\\\"";
  dot += "\"] n0";
  for (int i = 1; i < 200; ++i) dot += " -> n" + std::to_string(i);
  CHECK(drawn(dot + "}") == "the picture has more than 2000000 bytes");
}

}  // namespace pmsite
