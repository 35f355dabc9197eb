// SPDX-License-Identifier: MIT
#include "render/pictures.hpp"

#include "engine/layout_worker.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace pmsite {
namespace {

// Marks are texts of their own here, since a letter after one would be read as a part of it.
constexpr std::string_view kTemplate =
    "<svg class=\"diagram\" viewBox=\"0 0 12.5 30\">"
    "<g class=\"node \x02"
    "cache\x02 big\" id=\"\x01node-1\"><rect/>\x04"
    "1.5 -2 30 40.25\x04</g>"
    "<g class=\"edge \x02"
    "web\x03"
    "cache\x02 soft\" id=\"\x01id-e\"/>"
    "<g class=\"node \x02"
    "web\x02\" id=\"\x01node-2\">\x04"
    "5 6 7 8\x04</g></svg>";

/// Everything behind the picture's own title and description.
std::string content_of(const std::string& svg) { return svg.substr(svg.find("<g ")); }

/// Marks that show what they were asked for.
PictureMarks telling_marks() {
  return {.node_classes = [](std::string_view node) { return fmt::format("is-{}", node); },
          .edge_classes = [](std::string_view tail,
                             std::string_view head) { return fmt::format("{}-to-{}", tail, head); },
          .overlay =
              [](std::string_view node, const PictureBox& box) {
                return fmt::format("<b>{} {} {} {} {}</b>", node, box.left, box.top, box.width, box.height);
              }};
}

/// The opening tag of a filled picture with this content.
std::string opening_tag(const std::string& content) {
  const std::string svg = fill_picture("<svg>" + content + "</svg>", {"d1-", "T"});
  return svg.substr(0, svg.find('>') + 1);
}

}  // namespace

TEST_CASE("a picture has its own ids, a title and its natural size") {
  CHECK(fill_picture(kTemplate, {"d1-", "How it flows"}) ==
        "<svg class=\"diagram\" viewBox=\"0 0 12.5 30\" width=\"12.5\" height=\"30\" role=\"img\" "
        "aria-labelledby=\"d1-title\"><title id=\"d1-title\">How it flows</title>"
        "<g class=\"node  big\" id=\"d1-node-1\"><rect/></g>"
        "<g class=\"edge  soft\" id=\"d1-id-e\"/>"
        "<g class=\"node \" id=\"d1-node-2\"></g></svg>");
}

TEST_CASE("a description stands beside the title") {
  const std::string svg = fill_picture(kTemplate, {"a-", "The shop", "At its worst: <all> down."});
  CHECK(svg.find(" role=\"img\" aria-labelledby=\"a-title\" aria-describedby=\"a-description\">"
                 "<title id=\"a-title\">The shop</title>"
                 "<desc id=\"a-description\">At its worst: &lt;all&gt; down.</desc><g ") !=
        std::string::npos);
}

TEST_CASE("title and description are escaped") {
  const std::string attack = "</title><script>\"&";
  CHECK(fill_picture("<svg viewBox=\"0 0 1 1\"></svg>", {"a-", attack, attack}) ==
        "<svg viewBox=\"0 0 1 1\" width=\"1\" height=\"1\" role=\"img\" aria-labelledby=\"a-title\" "
        "aria-describedby=\"a-description\">"
        "<title id=\"a-title\">&lt;/title&gt;&lt;script&gt;&quot;&amp;</title>"
        "<desc id=\"a-description\">&lt;/title&gt;&lt;script&gt;&quot;&amp;</desc></svg>");
}

TEST_CASE("nodes and edges have the classes that the page gives them, and overlays know their box") {
  CHECK(content_of(fill_picture(kTemplate, {"a-", "T"}, telling_marks())) ==
        "<g class=\"node is-cache big\" id=\"a-node-1\"><rect/><b>cache 1.5 -2 30 40.25</b></g>"
        "<g class=\"edge web-to-cache soft\" id=\"a-id-e\"/>"
        "<g class=\"node is-web\" id=\"a-node-2\"><b>web 5 6 7 8</b></g></svg>");
}

TEST_CASE("each function of the marks may be left out") {
  const PictureMarks all = telling_marks();
  const PictureText text{"a-", "T"};
  CHECK(content_of(fill_picture(kTemplate, text, {.node_classes = all.node_classes})) ==
        "<g class=\"node is-cache big\" id=\"a-node-1\"><rect/></g><g class=\"edge  soft\" id=\"a-id-e\"/>"
        "<g class=\"node is-web\" id=\"a-node-2\"></g></svg>");
  CHECK(content_of(fill_picture(kTemplate, text, {.edge_classes = all.edge_classes})) ==
        "<g class=\"node  big\" id=\"a-node-1\"><rect/></g>"
        "<g class=\"edge web-to-cache soft\" id=\"a-id-e\"/><g class=\"node \" id=\"a-node-2\"></g></svg>");
  CHECK(content_of(fill_picture(kTemplate, text, {.overlay = all.overlay})) ==
        "<g class=\"node  big\" id=\"a-node-1\"><rect/><b>cache 1.5 -2 30 40.25</b></g>"
        "<g class=\"edge  soft\" id=\"a-id-e\"/>"
        "<g class=\"node \" id=\"a-node-2\"><b>web 5 6 7 8</b></g></svg>");
}

TEST_CASE("a picture without links is one image, one with links a group in which they can be reached") {
  CHECK(opening_tag("<g/>") == "<svg role=\"img\" aria-labelledby=\"d1-title\">");
  CHECK(opening_tag("<g><a href=\"/x/\">x</a></g>") == "<svg role=\"group\" aria-labelledby=\"d1-title\">");
  CHECK(opening_tag("<text>&lt;a href=</text>") == "<svg role=\"img\" aria-labelledby=\"d1-title\">");
}

TEST_CASE("a picture without a size gets none") {
  CHECK(fill_picture("<svg></svg>", {"a-", "T"}) ==
        "<svg role=\"img\" aria-labelledby=\"a-title\"><title id=\"a-title\">T</title></svg>");
}

TEST_CASE("what Graphviz draws is filled in, whatever its nodes are called") {
  const auto results =
      draw_all({{R"(digraph { "a b" -> "<&>" [kind=soft] "<&>" -> "ü" [id=x] })", "dot"}}, 1);
  REQUIRE(results[0]);
  REQUIRE(results[0]->faults.empty());
  std::string nodes, edges;
  int boxes = 0;
  const std::string svg = fill_picture(
      results[0]->svg, {"a-", "T"},
      {.node_classes = [&](std::string_view node) { return nodes.append(node).append("|"), "n"; },
       .edge_classes =
           [&](std::string_view tail, std::string_view head) {
             return edges.append(tail).append(">").append(head).append("|"), "e";
           },
       .overlay =
           [&](std::string_view, const PictureBox& box) {
             boxes += box.left >= 0 && box.top >= 0 && box.width >= 54 && box.height >= 36;
             return std::string();
           }});
  CHECK(nodes == "a b|<&>|ü|");
  CHECK(edges == "a b><&>|<&>>ü|");
  CHECK(boxes == 3);
  CHECK(svg.find_first_of("\x01\x02\x03\x04") == std::string::npos);
  CHECK(count_of(svg, "class=\"node n\"") == 3);
  CHECK(svg.find("class=\"edge e soft\"") != std::string::npos);
  CHECK(svg.find("id=\"a-id-x\"") != std::string::npos);
}

}  // namespace pmsite
