// SPDX-License-Identifier: MIT
#include "render/body.hpp"

#include "engine/markdown.hpp"
#include "read/sections.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>

namespace pmsite {
namespace {

Nodes parse(std::string_view text) {
  Diagnostics diagnostics;
  Nodes blocks = parse_markdown(text, 1, FileReporter("x.md", diagnostics));
  assign_anchors(blocks);
  return blocks;
}

/// Every link leads to "/URL", but for "nowhere".
BodyOptions options() {
  return {.resolve = [](std::string_view url) { return url == "nowhere" ? "" : "/" + std::string(url); },
          .figure = {}};
}

std::string html(std::string_view text) { return render_blocks(parse(text), options()); }

}  // namespace

TEST_CASE("paragraphs, breaks and emphasis") {
  CHECK(html("one *two*\n**three** ~~four~~  \nfive `six`\n") ==
        "<p>one <em>two</em>\n<strong>three</strong> <del>four</del><br>\nfive <code>six</code></p>\n");
  CHECK(html("> quoted\n") == "<blockquote><p>quoted</p>\n</blockquote>\n");
  CHECK(html("one\n\n---\n\ntwo\n") == "<p>one</p>\n<hr>\n<p>two</p>\n");
}

TEST_CASE("an alert is a note that says in words of what kind it is") {
  CHECK(html("> [!WARNING]\n> One.\n>\n> - two\n") ==
        "<div class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">Warning</p>\n"
        "<p>One.</p>\n<ul>\n<li>two</li>\n</ul>\n</div>\n");
  CHECK(html("- a\n\n  > [!tip]\n  > b\n").find("<p>a</p>\n<div class=\"alert alert-tip\" role=\"note\">") !=
        std::string::npos);
}

TEST_CASE("in a feed, which has no style sheet, an alert is set off as a quotation") {
  BodyOptions feed = options();
  feed.page_url = "https://e.example/a/";
  CHECK(render_blocks(parse("> [!NOTE]\n> One.\n"), feed) ==
        "<blockquote><p><strong>Note</strong></p>\n<p>One.</p>\n</blockquote>\n");
}

TEST_CASE("text and code are escaped") {
  CHECK(html("a < b & \"c\" 'd' &lt;script&gt;\n") ==
        "<p>a &lt; b &amp; &quot;c&quot; &#39;d&#39; &lt;script&gt;</p>\n");
  CHECK(html("`<b>&amp;\"`\n") == "<p><code>&lt;b&gt;&amp;amp;&quot;</code></p>\n");
  CHECK(html("```\n</code><script>\n```\n") == "<pre><code>&lt;/code&gt;&lt;script&gt;\n</code></pre>\n");
}

TEST_CASE("a code block names its language and nothing else of its info string") {
  CHECK(html("```sh -x \"\n$ ls\n```\n") ==
        "<pre><code class=\"language-sh\"><span class=\"p\">$ </span>ls\n</code></pre>\n");
  CHECK(html("```a\"b\nx\n```\n") == "<pre><code class=\"language-a&quot;b\">x\n</code></pre>\n");
  CHECK(html("    indented\n") == "<pre><code>indented\n</code></pre>\n");
}

TEST_CASE("a figure stands in place of the code blocks that it answers for") {
  BodyOptions with_figures = options();
  with_figures.figure = [](const Node& block) {
    return block.title.starts_with("dot") ? "<figure>" + block.literal + "</figure>" : std::string();
  };
  CHECK(render_blocks(parse("```dot\ng\n```\n\n```sh\nls\n```\n"), with_figures) ==
        "<figure>g\n</figure><pre><code class=\"language-sh\">ls\n</code></pre>\n");
}

TEST_CASE("headings have an anchor and a link to it") {
  CHECK(
      html("### Why & how\n") ==
      "<h3 id=\"s-why-how\">Why &amp; how <a class=\"anchor\" href=\"#s-why-how\" aria-label=\"Link to this "
      "heading\">#</a></h3>\n");
}

TEST_CASE("headings are shifted, but stay between the highest level of the page and 6") {
  BodyOptions shifted = options();
  CHECK(render_blocks(parse("# A\n"), shifted).starts_with("<h3 "));
  CHECK(render_blocks(parse("##### A\n"), shifted).starts_with("<h5 "));
  shifted.heading_shift = 2;
  CHECK(render_blocks(parse("##### A\n"), shifted).starts_with("<h6 "));
  shifted = options();
  shifted.highest_heading = 2;
  CHECK(render_blocks(parse("# A\n"), shifted).starts_with("<h2 "));
}

TEST_CASE("tight lists have no paragraphs, loose ones have") {
  CHECK(html("- a\n- b\n") == "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n");
  CHECK(html("- a\n\n- b\n") == "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n");
  CHECK(html("- a\n  - b\n") == "<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n");
}

TEST_CASE("ordered lists begin with the author's number") {
  CHECK(html("1. a\n") == "<ol>\n<li>a</li>\n</ol>\n");
  CHECK(html("7. a\n") == "<ol start=\"7\">\n<li>a</li>\n</ol>\n");
  CHECK(html("0. a\n") == "<ol start=\"0\">\n<li>a</li>\n</ol>\n");
}

TEST_CASE("task items have a box that says in words whether it is ticked") {
  CHECK(html("- [ ] a\n- [x] b\n- c\n") ==
        "<ul>\n"
        "<li class=\"task\"><input type=\"checkbox\" disabled aria-label=\"open\"> a</li>\n"
        "<li class=\"task\"><input type=\"checkbox\" disabled checked aria-label=\"done\"> b</li>\n"
        "<li>c</li>\n</ul>\n");
}

TEST_CASE("tables scroll by keyboard, and their cells are aligned by class") {
  CHECK(html("| a | b | c | d |\n|---|:--|:-:|--:|\n| 1 | 2 | 3 | < |\n") ==
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>\n"
        "<thead>\n<tr>\n"
        "<th scope=\"col\">a</th>\n<th class=\"left\" scope=\"col\">b</th>\n"
        "<th class=\"center\" scope=\"col\">c</th>\n<th class=\"right\" scope=\"col\">d</th>\n"
        "</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td>1</td>\n<td class=\"left\">2</td>\n<td class=\"center\">3</td>\n<td class=\"right\">&lt;</td>\n"
        "</tr>\n</tbody>\n</table></div>\n");
}

TEST_CASE("a table without rows has no empty body") {
  CHECK(html("| a |\n|---|\n") ==
        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"Table\"><table>\n"
        "<thead>\n<tr>\n<th scope=\"col\">a</th>\n</tr>\n</thead>\n</table></div>\n");
}

TEST_CASE("links lead where the page says, with their title") {
  CHECK(html("[a *b*](x \"say \\\"hi\\\"\")\n") ==
        "<p><a href=\"/x\" title=\"say &quot;hi&quot;\">a <em>b</em></a></p>\n");
  CHECK(html("<https://e.example/?a=1&b=2>\n") ==
        "<p><a href=\"/https://e.example/?a=1&amp;b=2\">https://e.example/?a=1&amp;b=2</a></p>\n");
}

TEST_CASE("of a link that leads nowhere only the text is left") {
  CHECK(html("[a *b*](nowhere \"title\")\n") == "<p>a <em>b</em></p>\n");
}

TEST_CASE("pictures have their words, and are loaded when they are needed") {
  CHECK(html("![a \"b\" *c*](x.png)\n") ==
        "<p><img src=\"/x.png\" alt=\"a &quot;b&quot; c\" loading=\"lazy\"></p>\n");
  CHECK(html("![a < b](nowhere)\n") == "<p>a &lt; b</p>\n");
}

TEST_CASE("a paragraph that is one picture with a title is a figure with a caption") {
  CHECK(html("![a](x.png \"b < \\\"c\\\"\")\n") ==
        "<figure><img src=\"/x.png\" alt=\"a\" loading=\"lazy\"><figcaption>b &lt; "
        "&quot;c&quot;</figcaption></figure>\n");
  CHECK(html("- ![a](x.png \"b\")\n").starts_with("<ul>\n<li><figure><img "));
  CHECK(html("> ![a](x.png \"b\")\n").starts_with("<blockquote><figure><img "));
}

TEST_CASE("a picture among text, in a link or without a title is no figure, and keeps its title") {
  constexpr std::string_view kImage = "<img src=\"/x.png\" alt=\"a\" title=\"b\" loading=\"lazy\">";
  CHECK(html("See ![a](x.png \"b\")\n") == "<p>See " + std::string(kImage) + "</p>\n");
  CHECK(html("[![a](x.png \"b\")](y)\n") == "<p><a href=\"/y\">" + std::string(kImage) + "</a></p>\n");
  CHECK(html("![a](x.png \"b\")\n![a](x.png \"b\")\n") ==
        "<p>" + std::string(kImage) + "\n" + std::string(kImage) + "</p>\n");
  CHECK(html("![a](x.png)\n") == "<p><img src=\"/x.png\" alt=\"a\" loading=\"lazy\"></p>\n");
  CHECK(html("![a](x.png \"\")\n").find("title") == std::string::npos);
}

TEST_CASE("of a figure that leads nowhere its words are left") {
  CHECK(html("![a < b](nowhere \"c\")\n") == "<p>a &lt; b</p>\n");
  CHECK(html("- ![a](nowhere \"c\")\n") == "<ul>\n<li>a</li>\n</ul>\n");
}

TEST_CASE("a picture of known size has its place on the page before it is there") {
  BodyOptions sized = options();
  sized.image_size = [](std::string_view url) {
    return url == "x.png" ? std::optional(ImageSize{640, 480}) : std::nullopt;
  };
  CHECK(render_blocks(parse("![a](x.png) ![b](y.png)\n"), sized) ==
        "<p><img src=\"/x.png\" alt=\"a\" width=\"640\" height=\"480\" loading=\"lazy\"> "
        "<img src=\"/y.png\" alt=\"b\" loading=\"lazy\"></p>\n");
  CHECK(render_blocks(parse("![a](x.png \"b\")\n"), sized).find(" width=\"640\" height=\"480\" ") !=
        std::string::npos);
}

TEST_CASE("raw HTML is shown as text") {
  CHECK(html("a <b onclick=\"x\">c</b>\n") ==
        "<p>a <code class=\"raw-html\">&lt;b onclick=&quot;x&quot;&gt;</code>c<code "
        "class=\"raw-html\">&lt;/b&gt;</code></p>\n");
  CHECK(html("<script>\nalert(1)\n</script>\n") ==
        "<p><code class=\"raw-html\">&lt;script&gt;\nalert(1)\n&lt;/script&gt;</code></p>\n");
}

TEST_CASE("comments are left out") {
  CHECK(html("a <!-- b --> c\n") == "<p>a  c</p>\n");
  CHECK(html("<!-- b\n\nc -->\n\nd\n") == "<p>d</p>\n");
  CHECK(html("  <!-- indented -->\n") == "");
}

TEST_CASE("what an author writes behind a comment on its line is not lost") {
  CHECK(html("<!-- a --> The pools were recycled.\n").find("The pools were recycled.") != std::string::npos);
}

TEST_CASE("footnotes stand at the end, with links there and back") {
  CHECK(
      html("One[^b] two[^a] three[^b].\n\n[^a]: Alpha.\n[^b]: Beta.\n") ==
      "<p>One<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" aria-label=\"Footnote "
      "1\">1</a></sup> "
      "two<sup class=\"footnote-ref\"><a href=\"#fn-2\" id=\"fnref-2\" aria-label=\"Footnote 2\">2</a></sup> "
      "three<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" aria-label=\"Footnote "
      "1\">1</a></sup>.</p>\n"
      "<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n"
      "<li id=\"fn-1\"><p>Beta. <a class=\"footnote-back\" href=\"#fnref-1\" aria-label=\"Back to the text "
      "of "
      "footnote 1\">↩</a></p>\n</li>\n"
      "<li id=\"fn-2\"><p>Alpha. <a class=\"footnote-back\" href=\"#fnref-2\" aria-label=\"Back to the text "
      "of "
      "footnote 2\">↩</a></p>\n</li>\n"
      "</ol>\n</section>\n");
}

TEST_CASE("the way back from a footnote that ends in a list stands behind the list") {
  const std::string text = html("One[^a].\n\n[^a]: Alpha.\n\n    - b\n");
  CHECK(text.ends_with(
      "<li>b</li>\n</ul>\n <a class=\"footnote-back\" href=\"#fnref-1\" aria-label=\"Back to the text "
      "of footnote 1\">↩</a></li>\n</ol>\n</section>\n"));
}

TEST_CASE("the way back from a footnote that ends in a figure stands behind the figure") {
  CHECK(html("a[^1]\n\n[^1]: ![b](x.png \"c\")\n").find("</figure>\n <a class=\"footnote-back\"") !=
        std::string::npos);
}

TEST_CASE("inlines have no block around them") {
  const Nodes blocks = parse("a *b* < c\n");
  CHECK(render_inlines(blocks.at(0).children, options()) == "a <em>b</em> &lt; c");
  CHECK(render_inlines({}, options()) == "");
}

}  // namespace pmsite
