// SPDX-License-Identifier: MIT
#include "engine/svg_renderer.hpp"

#include "engine/layout_worker.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string drawn(std::string dot) {
  auto results = draw_all({{std::move(dot)}}, 1);
  REQUIRE_MESSAGE(results[0], results[0].error().message);
  REQUIRE_MESSAGE(results[0]->faults.empty(), results[0]->faults[0].message);
  return results[0]->svg;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

int count(const std::string& text, std::string_view part) {
  int found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a picture has a view box, and no role, name, colours, fonts or size of its own") {
  const auto svg = drawn("digraph { a -> b }");
  CHECK(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" viewBox=\"0 0 78 "));
  CHECK(holds(svg, "\"><g "));
  CHECK(svg.ends_with("</g></svg>"));
  for (const auto* part : {"fill", "stroke", "font", "style", "black", "white", " width", "<title", "xlink",
                           "role", "aria", "x01title"})
    CHECK_MESSAGE(!holds(svg, part), std::string(part));
}

TEST_CASE("groups say what they are, with marks for ids and states") {
  const auto svg =
      drawn("digraph { subgraph cluster_x { class=mine a [class=\"one two\"] } a -> b [kind=soft] }");
  CHECK(holds(svg, "<g class=\"cluster mine\">"));
  CHECK(holds(svg,
              "<g class=\"node \x02"
              "a\x02 one two\" id=\"\x01node-1\">"));
  CHECK(holds(svg,
              "<g class=\"edge \x02"
              "a\x03"
              "b\x02 soft\"><path d=\"M"));
  CHECK(holds(svg, "\" class=\"head\"/>"));
}

TEST_CASE("an edge names its two ends, the tail first") {
  const auto svg = drawn("digraph { \"tail of it\" -> b [class=mine dir=back] c -> c }");
  CHECK(holds(svg,
              "<g class=\"edge \x02tail of it\x03"
              "b\x02 mine\">"));
  CHECK(holds(svg,
              "<g class=\"edge \x02"
              "c\x03"
              "c\x02\">"));
  CHECK(holds(drawn("graph { \"x\" -- \"y\" }"), "\x02x\x03y\x02"));
}

TEST_CASE("text is escaped wherever it comes from") {
  const auto svg = drawn(R"dot(digraph {
    label="<script>alert(1)</script>"
    "<img src=x onerror=alert(2)>" [tooltip="\"><script>", URL="http://e/\" onclick=\"alert(6)"]
    a [label="&lt;script&gt; &#60;b&#62; &amp; \"quoted\""]
    a -> b [label="</text><script>", headlabel="'x'"]
  })dot");
  CHECK_FALSE(holds(svg, "<script"));
  // The name as it is stands once, between the marks, to be replaced.
  CHECK(count(svg, "<img") == 1);
  CHECK(holds(svg, "\x02<img src=x onerror=alert(2)>\x02"));
  CHECK(holds(svg, ">&lt;img src=x onerror=alert(2)&gt;</text>"));
  CHECK(holds(svg, "href=\"http://e/%22%20onclick=%22alert(6)\""));
  CHECK_FALSE(holds(svg, "<b>"));
  CHECK_FALSE(holds(svg, "alert(1)"));  // the graph's own label is left to the caption
  CHECK(holds(svg, "<title>&quot;&gt;&lt;script&gt;</title>"));
}

TEST_CASE("entities cannot forge the marks") {
  const auto svg = drawn("digraph { a [label=\"&#1;title &#2;a&#2; &#xD800; &#0;\", tooltip=\"&#1;x\"] }");
  CHECK(count(svg, "\x01") == 1);
  CHECK(count(svg, "\x02") == 2);
  CHECK(count(svg, "\x04") == 2);
}

TEST_CASE("links and tooltips are taken over") {
  const auto svg =
      drawn("digraph { a [URL=\"https://e.org/?a=1&b=<2>\", tooltip=\"Tip & top\"] a -> b [href=\"#x\"] }");
  CHECK(holds(svg, "<a href=\"https://e.org/?a=1&amp;b=%3C2%3E\"><title>Tip &amp; top</title><ellipse"));
  CHECK(holds(svg, "<a href=\"#x\"><path"));
  CHECK(count(svg, "<a ") == count(svg, "</a>"));
  CHECK(count(svg, "<g ") == count(svg, "</g>"));
}

TEST_CASE("an author's id is prefixed and used once") {
  const auto svg = drawn("digraph { edge [id=mine] a -> b -> c }");
  CHECK(count(svg, "id=\"\x01id-mine\"") == 1);
}

TEST_CASE("colours appear only where the author set them, with text that can be read on them") {
  const auto svg = drawn(R"(digraph {
    a [style=filled fillcolor=navy color="#F00"] b [style=filled fillcolor="#ffe"]
    c [fillcolor=red] d [style=filled]
    a -> b [color=Green fontcolor=blue label=x] })");
  CHECK(holds(svg, "class=\"shape\" stroke=\"#f00\" fill=\"navy\"/>"));
  CHECK(holds(svg, "fill=\"white\">a</text>"));
  CHECK(holds(svg, "fill=\"black\">b</text>"));
  CHECK(holds(svg, "text-anchor=\"middle\">c</text>"));
  CHECK(holds(svg, "text-anchor=\"middle\">d</text>"));
  CHECK(count(svg, "stroke=\"green\"") == 2);
  CHECK(holds(svg, "fill=\"green\"/>"));
  CHECK(holds(svg, "fill=\"blue\">x</text>"));
  CHECK_FALSE(holds(svg, "red"));
}

TEST_CASE("styles become strokes, and what is invisible is not drawn") {
  const auto svg = drawn(R"(digraph { a [style=dashed] b [style=bold] c [style=invis] a -> b [style=dotted]
    b -> c [style=invis label=hidden] subgraph cluster_x { style=invis label=secret d } e [penwidth=3] })");
  CHECK(count(svg, "stroke-dasharray=\"5 2\"") == 1);
  CHECK(count(svg, "stroke-dasharray=\"1 5\"") == 1);
  CHECK(holds(svg, "stroke-width=\"2\""));
  CHECK(holds(svg, "stroke-width=\"3\""));
  CHECK_FALSE(holds(svg, "hidden"));
  CHECK_FALSE(holds(svg, "secret"));
  CHECK_FALSE(holds(svg, "cluster"));
  CHECK_FALSE(holds(svg, ">c<"));
  CHECK(holds(svg, ">d<"));
}

TEST_CASE("bodies, details and heads of shapes can be told apart") {
  const auto svg =
      drawn(R"(digraph { db [shape=cylinder] two [shape=doublecircle] p [shape=point] u [shape=underline]
    db -> two [arrowhead=empty] two -> p [arrowhead=none] })");
  CHECK(count(svg, "class=\"shape\"") == 2);
  CHECK(count(svg, "class=\"shape point\"") == 1);
  CHECK(count(svg, "class=\"detail\"") == 3);
  CHECK(count(svg, "class=\"head open\"") == 1);
  CHECK(count(svg, "class=\"head\"") == 0);
}

TEST_CASE("a node ends with the box around its body") {
  const auto box = [](const std::string& attributes) {
    const auto svg = drawn("digraph { a [" + attributes + "] }");
    CHECK(count(svg, "\x04") == 2);
    const auto begin = svg.find('\x04') + 1, end = svg.find('\x04', begin);
    CHECK(svg.substr(end + 1) == "</g></svg>");
    return svg.substr(begin, end - begin);
  };
  CHECK(box("shape=box") == "12 12 54 36");
  CHECK(box("shape=ellipse") == "12 12 54 36");
  CHECK(box("shape=box style=rounded") == "12 12 54 36");
  CHECK(box("shape=cylinder") == "12 12 54 36");
  CHECK(box("shape=record label=\"x|y\"") == "12 12.5 54 36");
  CHECK(box("shape=point") == "12 12 3.6 3.6");
  // Ears and tabs belong to the body, further outlines do not.
  CHECK(box("shape=component") == "8 12 58 36");
  CHECK(box("shape=doublecircle") == "16 16 36 36");
}

TEST_CASE("a node without a body has the box around its text") {
  const auto box = [](const std::string& label) {
    const auto svg = drawn("digraph { a [shape=plaintext width=2 label=\"" + label + "\"] }");
    const auto begin = svg.find('\x04') + 1;
    return svg.substr(begin, svg.find('\x04', begin) - begin);
  };
  CHECK(box("a") == "80.1 18.8 7.8 16.8");
  // Where the text stands on its left or its right edge, so does the box.
  CHECK(box("a\\l").starts_with("20 "));
  CHECK(box("a\\r").starts_with("140.2 "));
}

TEST_CASE("each node has its own box, whatever is drawn before it") {
  const auto svg = drawn("digraph { node [shape=box] a -> b [label=x] c [shape=plaintext] }");
  CHECK(count(svg, "<g class=\"node") == 3);
  CHECK(count(svg, "\x04</g>") == 3);
  CHECK(count(svg, "\x04") == 6);
}

TEST_CASE("font size and justification are kept") {
  const auto svg = drawn("digraph { a [shape=box fontsize=20 label=\"left\\lmiddle\\nright\\r\"] }");
  CHECK(count(svg, "font-size=\"20\"") == 3);
  CHECK(count(svg, "text-anchor=\"end\"") == 1);
  CHECK(count(svg, "text-anchor=\"middle\"") == 1);
}

}  // namespace pmsite
