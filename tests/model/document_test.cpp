// SPDX-License-Identifier: MIT
#include "model/document.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

Node node(NodeKind kind, Nodes children) {
  Node made;
  made.kind = kind;
  made.children = std::move(children);
  return made;
}

Node leaf(NodeKind kind, std::string literal = {}) {
  Node made;
  made.kind = kind;
  made.literal = std::move(literal);
  return made;
}

Node text(std::string literal) { return leaf(NodeKind::text, std::move(literal)); }

}  // namespace

TEST_CASE("plain text is what a reader sees without markup") {
  CHECK(plain_text(node(NodeKind::paragraph, {text("the "), node(NodeKind::strong, {text("cache")}),
                                              text(" on "), node(NodeKind::link, {text("lb-2")}),
                                              text(" said "), leaf(NodeKind::code, "502")})) ==
        "the cache on lb-2 said 502");
}

TEST_CASE("breaks become spaces") {
  CHECK(plain_text(node(NodeKind::paragraph, {text("a"), leaf(NodeKind::soft_break), text("b"),
                                              leaf(NodeKind::line_break), text("c")})) == "a b c");
}

TEST_CASE("raw HTML, images and code blocks have no plain text") {
  CHECK(plain_text(node(NodeKind::paragraph, {leaf(NodeKind::html_inline, "<b>"), text("x"),
                                              node(NodeKind::image, {text("a picture")})})) == "x");
  CHECK(plain_text(Nodes{leaf(NodeKind::code_block, "code"), leaf(NodeKind::html_block, "<p>")}).empty());
}

TEST_CASE("blocks are parted by one space") {
  CHECK(plain_text(
            Nodes{node(NodeKind::paragraph, {text("one")}),
                  node(NodeKind::list, {node(NodeKind::item, {node(NodeKind::paragraph, {text("two")})}),
                                        node(NodeKind::item, {node(NodeKind::paragraph, {text("three")})})}),
                  node(NodeKind::paragraph, {text("four")})}) == "one two three four");
}

TEST_CASE("HTML that is nothing but comments is a comment") {
  for (const std::string html : {"<!-- a -->", "<!-- a\nb -->\n", " <!--a--> <!-- b -->", "<!---->"}) {
    CAPTURE(html);
    CHECK(is_html_comment(leaf(NodeKind::html_block, html)));
  }
  for (const std::string html :
       {"<b>", "<!-- a --> <b>", "<b><!-- a -->", "<!-- a", "<!-->", "<!-- a --> <!-- b"}) {
    CAPTURE(html);
    CHECK_FALSE(is_html_comment(leaf(NodeKind::html_block, html)));
  }
}

TEST_CASE("a code block is a diagram by the first word of its info string") {
  const auto is_diagram = [](std::string info, NodeKind kind = NodeKind::code_block) {
    Node block = leaf(kind);
    block.title = std::move(info);
    return is_diagram_fence(block);
  };
  CHECK(is_diagram("dot"));
  CHECK(is_diagram("graphviz caption=\"x\""));
  CHECK(is_diagram("dot\tlayout=neato"));
  CHECK_FALSE(is_diagram(""));
  CHECK_FALSE(is_diagram("dots"));
  CHECK_FALSE(is_diagram("cpp dot"));
  CHECK_FALSE(is_diagram("dot", NodeKind::link));
}

TEST_CASE("elements are inline from text on") {
  CHECK(is_inline(NodeKind::text));
  CHECK(is_inline(NodeKind::footnote_reference));
  CHECK(is_inline(NodeKind::image));
  CHECK_FALSE(is_inline(NodeKind::paragraph));
  CHECK_FALSE(is_inline(NodeKind::table_cell));
  CHECK_FALSE(is_inline(NodeKind::footnote_definition));
}

TEST_CASE("a walk meets every node, parents first, in reading order") {
  std::string met;
  walk(Nodes{node(NodeKind::paragraph, {text("a"), node(NodeKind::emphasis, {text("b")}), text("c")}),
             node(NodeKind::paragraph, {text("d")})},
       [&met](const Node& each) { met += each.kind == NodeKind::text ? each.literal : "("; });
  CHECK(met == "(a(bc(d");
}

}  // namespace pmsite
