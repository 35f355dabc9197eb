// SPDX-License-Identifier: MIT
#include "engine/svg_check.hpp"

#include "base/text.hpp"
#include "engine/layout_worker.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace pmsite {
namespace {

constexpr std::string_view kStart =
    "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" viewBox=\"0 0 62 36\">";

/// A picture that holds this and nothing else.
bool may_hold(std::string_view content) {
  return is_own_picture(std::string(kStart) + std::string(content) + "</svg>");
}

/// A picture with one line that has this attribute.
bool may_have(std::string_view attribute) {
  return may_hold("<path d=\"M1,2C3,4 5,6 7,8\" " + std::string(attribute) + "/>");
}

/// Texts that between them make the renderer write everything it can.
std::vector<LayoutJob> varied_texts() {
  return {
      {"digraph { }"},
      {"digraph { a }"},
      {"digraph { a -> b -> c -> a; a -> a [label=self] }"},
      {"graph { a -- b -- c -- a }", "neato"},
      {R"(digraph { a [label="&lt;b&gt; \"q\" 'a' &amp; <script>alert(1)</script>" tooltip="</title><b> & 'x'"] })"},
      {R"(digraph { "<img src=x onerror=alert(2)>" -> "\"'&<>" [tooltip=t] "ü → 日本" -> "" })"},
      {R"(digraph { a [URL="https://e.org/?a=1&b=<2>'\"#x" id=mine class="one two_3"] a -> b [href="#x" id=mine] })"},
      {R"(digraph { a [href="mailto:a@e.org?subject=x%20y"] b [URL="/posts/x/"] c [URL="../x.html"] })"},
      {R"(digraph { a [style=filled fillcolor=navy color="#F00"] b [style="filled,dashed" fillcolor="#ffe"]
         c [style=filled fillcolor=transparent] a -> b [color=Green fontcolor=blue label=x style=dotted penwidth=0.3] })"},
      {R"(digraph { compound=true subgraph cluster_a { label=A class=x id=y style=filled color=lightgrey a
         subgraph cluster_b { label="B\nb" URL="#b" tooltip=t b } } subgraph cluster_c { style=invis c }
         a -> c [lhead=cluster_c] b -> c [ltail=cluster_b kind=soft style=bold headlabel=h taillabel=t xlabel=x] })"},
      {R"(digraph { rankdir=LR a [shape=record label="{<x>1|2}|3\lx\r"] b [shape=Mrecord label="a|{b|c}"] a:x -> b })"},
      {R"(digraph { a [shape=cylinder] b [shape=doublecircle] c [shape=point] d [shape=underline] e [shape=star]
         f [shape=component] g [shape=box3d] h [shape=Mdiamond] i [shape=plaintext xlabel=far] j [shape=egg]
         k [shape=plain label=""] l [style=invis] m [shape=note] n [shape=box style=rounded] })"},
      {R"(digraph { edge [dir=both] a -> b [arrowhead=crow arrowtail=odiamond] b -> c [arrowhead=empty arrowtail=tee]
         c -> d [arrowhead=none arrowtail=invdot] d -> e [arrowhead=halfopen arrowsize=10] })"},
      {"digraph { node [fontsize=72 label=\"left\\lmiddle\\nright\\r\"] a [labelloc=b height=3] b "
       "[fontcolor=red] }"},
      {"digraph { splines=curved a -> b -> c -> a [label=x] b -> a }"},
      {"digraph { a [label=\"tab\\tand &#1; &#127; &#xD800; &#65535; &nbsp;&eacute;\" "
       "tooltip=\"&#2;a&#2;&#4;\"] }"},
  };
}

}  // namespace

TEST_CASE("whatever our renderer draws is our own") {
  const auto jobs = varied_texts();
  const auto drawings = draw_all(jobs, 2);
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    CAPTURE(jobs[i].dot);
    REQUIRE_MESSAGE(drawings[i], drawings[i].error().message);
    REQUIRE_MESSAGE(drawings[i]->faults.empty(), drawings[i]->faults[0].message);
    CHECK(is_own_picture(drawings[i]->svg));
  }
}

TEST_CASE("clusters may be nested as deep as the limits allow") {
  std::string dot = "digraph {";
  for (int i = 0; i < kDeepestClusters; ++i)
    dot += " subgraph cluster_" + std::to_string(i) + " { URL=\"#x\" tooltip=x label=x";
  dot += " a [URL=\"#x\" tooltip=x]" + std::string(kDeepestClusters, '}') + "}";
  const auto drawings = draw_all({{dot}}, 1);
  REQUIRE(drawings[0]);
  CHECK(drawings[0]->faults.empty());
  CHECK(is_own_picture(drawings[0]->svg));
}

TEST_CASE("a picture begins as ours do") {
  CHECK(may_hold(""));
  CHECK(is_own_picture(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"diagram\" viewBox=\"0 0 1.5 2\"></svg>"));
  for (const std::string_view other :
       {"", " ", "<svg>", "<svg></svg>", "<svg class=\"diagram\"></svg>", "<script></script>", "<g></g>"})
    CHECK_MESSAGE(!is_own_picture(other), other);
  const std::string start(kStart);
  CHECK_FALSE(is_own_picture("<?xml version=\"1.0\"?>" + start + "</svg>"));
  for (const std::string end : {" onload=\"x\"></svg>", " ></svg>", "/>", "", "></svg"})
    CHECK_MESSAGE(!is_own_picture(start.substr(0, start.size() - 1) + end), end);
  CHECK_FALSE(is_own_picture(start.substr(0, start.find("62")) + "x\"></svg>"));
}

TEST_CASE("elements that the renderer does not write are refused") {
  for (const auto name :
       split("script style foreignObject foreignobject image use animate set iframe svg desc b p "
             "metadata switch symbol textPath tspan rect line circle math a-b gg ",
             ' ')) {
    CHECK_MESSAGE(!may_hold("<" + std::string(name) + "></" + std::string(name) + ">"), name);
    CHECK_MESSAGE(!may_hold("<" + std::string(name) + "/>"), name);
  }
  CHECK_FALSE(may_hold("<svg xmlns=\"http://www.w3.org/2000/svg\"></svg>"));
  CHECK_FALSE(may_hold("<script>alert(1)</script>"));
  CHECK_FALSE(may_hold("<g><foreignObject><p></p></foreignObject></g>"));
}

TEST_CASE("capital letters, comments and other markup are refused") {
  const auto glued =
      R"(<G></G> <G></g> <g></G> <!----> <!--x--> <![CDATA[x]]> <!DOCTYPE> <?xml?> < </ <> </> <g/>< <g//>)";
  for (const auto markup : split(glued, ' ')) CHECK_MESSAGE(!may_hold(markup), markup);
  for (const std::string_view markup :
       {"<A href=\"#x\"></A>", "<!-- x -->", "<?xml-stylesheet href=\"x\"?>", "< g></g>", "<g ></g>",
        "<g></g >", "<g/ >", "<g / >", "<g\n></g>", "<g\tclass=\"x\"></g>"})
    CHECK_MESSAGE(!may_hold(markup), markup);
}

TEST_CASE("elements are closed in the order in which they are opened") {
  CHECK(may_hold("<g><a href=\"#x\"><title>x</title><path/></a></g><g></g>"));
  for (const std::string_view markup :
       {"<g>", "</g>", "<g></g></g>", "<g><a href=\"#x\"></g></a>", "<g></a>", "<text>x", "<text>x</title>",
        "<title>", "<g></svg>", "<g></g></svg><g>"})
    CHECK_MESSAGE(!may_hold(markup), markup);
  std::string nested;
  for (int i = 0; i < 1000; ++i) nested += "<g>";
  CHECK_FALSE(may_hold(nested));
  for (int i = 0; i < 1000; ++i) nested += "</g>";
  CHECK_FALSE(may_hold(nested));
}

TEST_CASE("nothing follows the picture") {
  const std::string whole = std::string(kStart) + "</svg>";
  CHECK(is_own_picture(whole));
  for (const std::string more : {"\n", " ", "x", "<script>", "<g></g>", "</svg>", "\x04"})
    CHECK_MESSAGE(!is_own_picture(whole + more), more);
  CHECK_FALSE(is_own_picture(whole + '\0'));
  for (std::size_t size = 0; size < whole.size(); ++size) CHECK_FALSE(is_own_picture(whole.substr(0, size)));
}

TEST_CASE("attributes that the renderer does not write are refused") {
  CHECK(may_have("class=\"x\""));
  for (const auto name :
       split("style onclick onload onmouseover xlink:href src transform filter clip-path tabindex "
             "role aria-label data-x xmlns font-family Class CLASS hreflang target mask marker-end ",
             ' '))
    CHECK_MESSAGE(!may_have(std::string(name) + "=\"1\""), name);
  CHECK_FALSE(may_have("\"x\""));
}

TEST_CASE("attributes are written as the renderer writes them") {
  for (const std::string_view attribute :
       {"class", "class=x", "class='x'", "class=\"x", "class = \"x\"", "class=\"x\"  cx=\"1\"",
        "class=\"x\"cx=\"1\"", "class=\"x\" ", "class=\"\"x\"", "cx=\"1\"/", "\tcx=\"1\"", "\ncx=\"1\""})
    CHECK_MESSAGE(!may_have(attribute), attribute);
}

TEST_CASE("values hold nothing but what belongs there") {
  const auto right =
      R"(cx="-1.5" stroke="#f00" stroke="#ff0000" fill="navy" fill="transparent" stroke-dasharray="5,2"
text-anchor="end" text-anchor="middle" points="1,2,3,4")";
  for (const auto line : split(right, '\n'))
    for (const auto attribute : split(line, ' ')) CHECK_MESSAGE(may_have(attribute), attribute);
  const auto wrong =
      R"x(cx="1e9" cx="calc(1)" cx="1%" d="M1,2L3,4" d="M1,2Z" points="a" font-size="1em" stroke-width="1px"
fill="url(#x)" fill="url(https://e.org/x)" fill="var(--x)" fill="" fill="red;x" stroke="#12345" stroke="#gggggg"
stroke="currentColor" text-anchor="start" text-anchor="" class="a;b" class="ü" class="a&amp;")x";
  for (const auto line : split(wrong, '\n'))
    for (const auto attribute : split(line, ' ')) CHECK_MESSAGE(!may_have(attribute), attribute);
  CHECK_FALSE(may_have("class=\"a\nb\""));
}

TEST_CASE("ids are those that become unique on a page") {
  CHECK(may_hold("<g id=\"\x01node-1\"/>"));
  CHECK(may_hold("<g id=\"\x01id-mine_2\"/>"));
  CHECK_FALSE(may_hold("<g id=\"content\"/>"));
  CHECK_FALSE(may_hold("<g id=\"\"/>"));
  CHECK_FALSE(may_hold("<g id=\"x\x01y\"/>"));
  CHECK_FALSE(may_hold("<g id=\"\x01x\x01\"/>"));
  CHECK_FALSE(may_hold("<g class=\"\x01x\"/>"));
  CHECK_FALSE(may_hold("\x01"));
}

TEST_CASE("links lead where links may lead") {
  const auto may_link = [](std::string_view href) {
    return may_hold("<a href=\"" + std::string(href) + "\"><path/></a>");
  };
  for (const std::string_view href :
       {"", "#x", "/posts/x/", "../x.html", "https://e.org/?a=1&amp;b=%3C2%3E&#39;", "HTTP://e.org",
        "mailto:a@e.org", "?a:b", "x/javascript:y"})
    CHECK_MESSAGE(may_link(href), href);
  const auto wrong =
      R"(javascript:alert(1) JavaScript:alert(1) javascript&#58;alert(1) javascript&colon;alert(1)
&#106;avascript:alert(1) data:text/html,x data:image/svg+xml;base64,x vbscript:x file:///etc/passwd blob:x //e.org/x
\\e.org /\e.org x&y x&amp x&nbsp;)";
  for (const auto line : split(wrong, '\n'))
    for (const auto href : split(line, ' ')) CHECK_MESSAGE(!may_link(href), href);
  for (const std::string_view href :
       {" javascript:x", "java\tscript:x", "java\nscript:x", "\x01javascript:x"})
    CHECK_MESSAGE(!may_link(href), href);
}

TEST_CASE("links hold only what is left after they were encoded") {
  for (const std::string_view href :
       {"#\x02", "#\x01", "#\x04", "#x y", "#\n", "#<", "#>", "#</title><script>", "#`", "#{", "#|", "#^",
        "#\\", "#\x7F", "#\xC3\xBC", "#\xFF"})
    CHECK_MESSAGE(!may_hold("<a href=\"" + std::string(href) + "\"></a>"), href);
}

TEST_CASE("text stands in texts and titles only, and is escaped") {
  CHECK(may_hold(
      "<text x=\"1\" y=\"2\">a &lt; b &amp; \"c\" &#39;d&#39; &gt; &quot; \xC3\xBC\n\xE2\x86\x92</text>"));
  CHECK(may_hold("<title>x</title>"));
  for (const std::string_view content :
       {"x", " ", "\n", "<g>x</g>", "<a href=\"#x\">x</a>", "<path>x</path>", "<g/>x<g/>", "&lt;"})
    CHECK_MESSAGE(!may_hold(content), content);
  for (const std::string_view text :
       {"a & b", "&", "&amp", "&nbsp;", "&#0;", "&#60;", "&#x3C;", "&lt", "&AMP;", "&apos;", "&;", "&&amp;"})
    CHECK_MESSAGE(!may_hold("<text>" + std::string(text) + "</text>"), text);
}

TEST_CASE("text is UTF-8 without control characters") {
  for (const std::string_view text :
       {"\xFF", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "a\x80", "\t", "\r", "\x1B[0m",
        "\x7F", "\x01", "\x02", "\x03", "\x04", "\x02x\x02"}) {
    CHECK_FALSE(may_hold("<text>" + std::string(text) + "</text>"));
    CHECK_FALSE(may_hold("<title>" + std::string(text) + "</title>"));
  }
  CHECK_FALSE(may_hold(std::string("<text>\0</text>", 14)));
}

TEST_CASE("texts and titles hold no elements") {
  // A title is where HTML begins again: a title in it ends at the first </title>, which may stand in an
  // attribute.
  for (const std::string_view content :
       {"<title><title>x</title></title>", "<title><g/></title>", "<title><a href=\"#x\"></a></title>",
        "<title><title><a href=\"#</title><script>alert(1)</script>\"></a></title></title>",
        "<text><text>x</text></text>", "<text><a href=\"#x\">x</a></text>", "<text>x<title>y</title></text>"})
    CHECK_MESSAGE(!may_hold(content), content);
}

TEST_CASE("marks come in pairs, where the renderer writes them") {
  CHECK(
      may_hold("<g class=\"node \x02n\x02\" id=\"\x01node-1\">\x04"
               "1 2.5 -3 4\x04</g>"));
  CHECK(may_hold("<g class=\"edge \x02n\x03m\x02 soft\"/>"));
  // A name is replaced, so it may hold anything.
  CHECK(may_hold("<g class=\"node \x02\"><script>\x02\"/>"));
  for (const std::string_view content :
       {"<g class=\"node \x02n\"/>", "<g class=\"node \x02n\x02\x02\"/>",
        "<g class=\"node \x02n\x02 \x02m\x02\"/>", "<g class=\"node \x03\"/>", "<g class=\"\x04\"/>",
        "<g id=\"\x01\x02n\x02\"/>", "<g fill=\"\x02red\x02\"/>", "\x02n\x02", "\x03", "\x04", "<g>\x04</g>",
        "\x04x\x04", "\x04<g/>\x04", "\x04\x02\x04", "<g \x02x\x02/>", "<\x02g\x02/>"})
    CHECK_MESSAGE(!may_hold(content), content);
}

TEST_CASE("what is put in anywhere is refused, except in a name, which is replaced") {
  const std::string whole = draw_all({{"digraph { a [URL=\"#x\" tooltip=t] a -> b [label=x] }"}}, 1)[0]->svg;
  REQUIRE(is_own_picture(whole));
  bool is_in_name = false;
  for (std::size_t i = 0; i <= whole.size(); ++i) {
    for (const std::string more : {"<script>", "</g>", "<!--", "<g>", "&", "\xFF", "\x01", "\x04"}) {
      const std::string changed = whole.substr(0, i) + more + whole.substr(i);
      CHECK_MESSAGE(is_own_picture(changed) == is_in_name, changed);
    }
    CHECK_FALSE(is_own_picture(whole.substr(0, i) + '\x02' + whole.substr(i)));
    if (i < whole.size() && whole[i] == '\x02') is_in_name = !is_in_name;
  }
}

}  // namespace pmsite
