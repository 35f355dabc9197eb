// SPDX-License-Identifier: MIT
#include "engine/graphviz.hpp"
#include "engine/text_width.hpp"
#include "engine/worker_pool.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <string>

namespace pmsite {
namespace {

std::string drawn(const std::string& dot, const std::string& engine, LayoutSettings settings) {
  const auto answers = run_in_workers(1, 1, [&](std::size_t) -> WorkerAnswer {
    const auto drawing = draw_dot(dot, engine, settings);
    return {drawing.faults.empty() ? drawing.svg : drawing.faults[0].message};
  });
  return answers[0] ? *answers[0] : answers[0].error().message;
}

/// The number of the attribute `name` at its first place after `from`.
double number_after(const std::string& svg, std::string_view from, std::string_view name) {
  const auto attribute = " " + std::string(name) + "=\"";
  const auto start = svg.find(attribute, svg.find(from)) + attribute.size();
  return std::strtod(svg.c_str() + start, nullptr);
}

}  // namespace

TEST_CASE("every rung of the ladder draws an ordinary graph") {
  const std::string dot = "digraph { subgraph cluster_a { a b } a -> b [label=x] b -> c a -> c }";
  for (const auto settings : {LayoutSettings::newrank, LayoutSettings::straight_lines, LayoutSettings::plain})
    CHECK(drawn(dot, "dot", settings).starts_with("<svg "));
}

TEST_CASE("a label fits into its node, as our table measures it") {
  const auto svg = drawn("digraph { a [label=\"Zahlungsdienst für Köln\"] }", "dot", LayoutSettings::newrank);
  CHECK(2 * number_after(svg, "<ellipse", "rx") > text_width("Zahlungsdienst für Köln", 14));
  CHECK(number_after(svg, "<ellipse", "cx") == number_after(svg, "<text", "x"));
}

TEST_CASE("nothing lies outside the view box") {
  const auto svg = drawn("digraph { a [shape=circle penwidth=4] }", "dot", LayoutSettings::newrank);
  CHECK(number_after(svg, "<ellipse", "cx") - number_after(svg, "<ellipse", "rx") >= 4);
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
  CHECK(drawn(dot + "}", "dot", LayoutSettings::newrank).starts_with("<svg "));
}

}  // namespace pmsite
