// SPDX-License-Identifier: MIT
#include "engine/hostile_dot.hpp"

#include <fmt/format.h>

#include <random>

namespace pmsite {
namespace {

constexpr auto drawn = Verdict::drawn;
constexpr auto refused = Verdict::refused;
constexpr auto contained = Verdict::contained;

std::string times(int count, std::string_view text) {
  std::string all;
  for (int i = 0; i < count; ++i) all += text;
  return all;
}

/// `count` numbered copies of `format`.
std::string numbered(int count, std::string_view format) {
  std::string all;
  for (int i = 0; i < count; ++i) all += fmt::format(fmt::runtime(format), i);
  return all;
}

std::string tangle(int nodes, int edges) {
  std::mt19937 random(11);
  const auto any = [&] { return random() % static_cast<unsigned>(nodes); };
  std::string dot = "digraph { " + numbered(nodes, "n{} ");
  for (int i = 0; i < edges; ++i) dot += fmt::format("n{} -> n{} [label={}]\n", any(), any(), i);
  return dot + "}";
}

/// Records on one rank with edges between their fields, of which Graphviz silently loses some.
std::string flat_records() {
  std::mt19937 random(3);
  std::string dot = "digraph { node [shape=record label=\"<a>1|<b>2|<c>3\"] {rank=same; n0 n1 n2 n3 n4}";
  for (int i = 0; i < 9; ++i)
    dot += fmt::format(" n{}:a -> n{}:c [label=e{}];", random() % 7, random() % 7, i);
  return dot + "}";
}

std::string every_shape() {
  std::string dot = "digraph { node [style=\"filled,rounded,dashed\" color=red]";
  for (const auto* shape :
       {"box",     "ellipse",       "circle",        "doublecircle", "point",     "egg",       "triangle",
        "diamond", "trapezium",     "parallelogram", "house",        "pentagon",  "hexagon",   "septagon",
        "octagon", "doubleoctagon", "tripleoctagon", "invtriangle",  "invhouse",  "Mdiamond",  "Msquare",
        "Mcircle", "polygon",       "plaintext",     "none",         "star",      "underline", "cylinder",
        "note",    "tab",           "folder",        "box3d",        "component", "record",    "Mrecord"})
    dot += fmt::format(" {} [shape={}]", shape, shape);
  for (const auto* arrow : {"normal", "none", "vee", "dot", "invodot", "tee", "crow", "icurve", "ediamond",
                            "open", "halfopen", "box"})
    dot += fmt::format(" box -> star [arrowhead={} arrowtail={} dir=both]", arrow, arrow);
  return dot + "}";
}

/// Bytes with a NUL among them.
template <std::size_t size> std::string bytes(const char (&text)[size]) { return {text, size - 1}; }

const std::vector<HostileDot> kBrokenTexts = {
    {"nothing", "", refused, "1: the diagram is empty; write `digraph { a -> b }`"},
    {"comments only", "// a\n/* digraph { b } */\n# c", refused,
     "1: the diagram is empty; write `digraph { a -> b }`"},
    {"a byte order mark",
     "\xEF\xBB\xBF"
     "digraph { a }",
     refused, "1: the text begins with a byte order mark; remove it"},
    {"a list without its value", "digraph {\n a [label]\n}", refused, "2: syntax error near `]`"},
    {"an unclosed string", "digraph {\n a\n b [label=\"x ]\n}", refused,
     "3: the string that begins here is not closed with \""},
    {"an unclosed comment", "digraph {\n a /* b\n}\n", refused,
     "2: the comment that begins here is not closed with */"},
    {"an unclosed HTML text", "digraph {\n a [label=<b]\n}", refused,
     "2: the < that stands here is not closed with >"},
    {"an unclosed brace", "digraph {\n subgraph x { a\n}\n", refused, "3: a closing } is missing at the end"},
    {"a brace too many", "digraph {\n a\n}\n}", refused, "4: `}` stands after the closing } of the graph"},
    {"an arrow in an undirected graph", "graph {\n\n a->b }", refused,
     "3: syntax error near `->`; `->` needs `digraph`, `graph` takes `--`"},
    {"two graphs", "digraph { a }\n\nstrict graph { b }", refused,
     "3: a second graph begins here; give each graph a block of its own"},
    {"markup behind the graph", "digraph { a }\n<script>", refused,
     "2: `script` stands after the closing } of the graph"},
    {"an error after texts of many lines", "digraph {\r\n a [label=\"1\n2\\\n3\"] /* 4\n5 */\n b -> ]\n}",
     refused, "6: syntax error near `]`"},
    {"a line that claims to be another", "digraph {\n#line 700 \"/etc/passwd\"\n a -> ]\n}", refused,
     "3: syntax error near `]`"},
    {"a hyphen in a name", "digraph {\n web-1 -> db\n}", refused,
     "2: `web-1` is read as two names; write \"web-1\", in quotes"},
    {"a digit before a name", "digraph {\n 3scale -> db\n}", refused,
     "2: `3scale` is read as two names; write \"3scale\", in quotes"},
    {"an address", "digraph {\n a -> 10.0.0.1\n}", refused,
     "2: `10.0.0` is read as two names; write \"10.0.0\", in quotes"},
    {"a macro", "digraph {\n a [@b]\n}", refused, "2: `@` must stand in quotes"},
    {"braces without end", "digraph {\n" + times(4000, "{\n"), refused,
     "33: braces are nested more than 32 deep"},
    {"a chain of 2,500 edges", "digraph { n" + numbered(2500, " -> n{}") + " }", refused,
     "1: the text is nested too deeply, or a chain of edges is too long"},
    {"a chain of 5,000 edges", "digraph { n" + numbered(5000, " -> n{}") + " }", refused,
     "1: the text is nested too deeply, or a chain of edges is too long"},
    {"no UTF-8 at all", "digraph {\n a [label=\"caf\xE9\"]\n}", refused, "2: the text is not valid UTF-8"},
    {"a slash of two bytes", "digraph {\n a [URL=\"\xC0\xAF\"]\n}", refused,
     "2: the text is not valid UTF-8"},
    {"half a surrogate", "digraph {\n\xED\xA0\x80\n}", refused, "2: the text is not valid UTF-8"},
    {"a NUL byte", bytes("digraph {\n a\0[image=x]\n}"), refused, "2: control character U+0000 in the text"},
    {"the mark of states", "digraph {\n a\n b [label=\"\x02\"]\n}", refused,
     "3: control character U+0002 in the text"},
};

const std::vector<HostileDot> kForbiddenValues = {
    {"a picture from a pipe", "digraph {\n a [image=\"/dev/stdin\"]\n}", refused,
     "2: attribute `image` is not allowed"},
    {"a PostScript shape", "digraph { a [shape=epsf\n shapefile=\"/etc/passwd\"] }", refused,
     "1: `shape` must be one of: box ..."},
    {"a background", "digraph { _background=\"c 7 -#ff0000 p 4 4 4 36 4 36 36 4 36\" a }", refused,
     "1: attribute `_background` is not allowed"},
    {"a folder of fonts", "digraph { fontpath=\"/root\" a [fontname=\"x\\\"><script>alert(1)\"] }", refused,
     "1: attribute `fontpath` is not allowed\n1: attribute `fontname` is not allowed"},
    {"a style sheet", "digraph { stylesheet=\"x?><script>\" a }", refused,
     "1: attribute `stylesheet` is not allowed"},
    {"a table of 30,000 columns", "digraph { a [label=<<table><tr><td colspan=\"30000\"/></tr></table>>] }",
     refused, "1: HTML-like text (<...>) is not allowed; write it in quotes"},
    {"HTML as a name", "digraph <x> {\n a:<p> -> b }", refused,
     "1: HTML-like text (<...>) is not allowed; write it in quotes\n"
     "2: HTML-like text (<...>) is not allowed; write it in quotes"},
    {"100,000 ranks", "digraph { a -> b [minlen=100000] }", refused,
     "1: `minlen` must be a whole number from 0 to 20, not `100000`"},
    {"a billion sides", "digraph { a [shape=polygon, sides=1000000000] }", refused,
     "1: attribute `sides` is not allowed"},
    {"a billion outlines", "digraph { node [peripheries=1000000000] a }", refused,
     "1: attribute `peripheries` is not allowed"},
    {"layers", "digraph { layers=\"" + times(1000, "a:") + "\" a }", refused,
     "1: attribute `layers` is not allowed"},
    {"another layout", "digraph { layout=\"fdp\" a }", refused, "1: attribute `layout` is not allowed"},
    {"a layout of another plugin", "digraph { a }", refused,
     "1: layout `dot:core` is not known; use `dot` or `neato`", "dot:core"},
    {"a label of 100,000 bytes", "digraph { a [label=\"" + times(100'000, "x") + "\"] }", refused,
     "1: 100024 bytes; a diagram has at most 65536"},
    {"a label of 60,000 bytes", "digraph {\n a [label=\"" + times(60'000, "x") + "\"] }", refused,
     "2: `label` has 60000 bytes; at most 2000 are allowed"},
    {"a name of 60,000 bytes", "digraph { " + times(60'000, "x") + " }", refused,
     "1: a node name has more than 2000 bytes"},
    {"a text put together",
     "digraph { a [label=\"" + times(1500, "x") + "\"\n + \"" + times(1500, "y") + "\"] }", refused,
     "1: `label` has 3000 bytes; at most 2000 are allowed"},
    {"a million edges in a line",
     "digraph { {" + numbered(1000, " a{}") + "} -> {" + numbered(1000, " b{}") + "} }", refused,
     "1: more than 200 nodes; a reader cannot take in so many\n"
     "1: more than 400 edges; a reader cannot take in so many"},
    {"a picture of ten megabytes",
     "digraph { node [label=\"" + times(600, "x\\n") + "\"]" + numbered(200, " n{}") + "}", refused,
     "1: the picture has more than 2000000 bytes"},
    {"a number of science", "digraph { a [width=\"1e300\"] }", refused,
     "1: `width` must be a number from 0.01 to 20, not `1e300`"},
    {"no number", "digraph { a [width=nan, height=inf] }", refused,
     "1: `width` must be a number from 0.01 to 20, not `nan`\n"
     "1: `height` must be a number from 0.01 to 20, not `inf`"},
    {"a hexadecimal number", "digraph { a [penwidth=\"0x1p3\"] }", refused,
     "1: `penwidth` must be a number from 0 to 20, not `0x1p3`"},
    {"a number of 30 digits", "digraph { a -> b [weight=" + times(30, "9") + "] }", refused,
     "1: `weight` must be a whole number from 0 to 1000, not `999999999999999999999999999999`"},
    {"a variable as a colour", "digraph { a [color=\"var(--x)\"] }", refused,
     "1: `color` must be #rrggbb or the name of a CSS colour, not `var(--x)`"},
    {"a paint from elsewhere", "digraph { a [style=filled fillcolor=\"url(//e.example/#x)\"] }", refused,
     "1: `fillcolor` must be #rrggbb or the name of a CSS colour, not `url(//e.example/#x)`"},
    {"a handler", "digraph { a [onclick=\"alert(1)\"] }", refused, "1: attribute `onclick` is not allowed"},
    {"the key of an edge", "digraph { a -> b [key=x] }", refused, "1: attribute `key` is not allowed"},
    {"quotes in an id", "digraph { a [id=\"x\\\" onload=\\\"y\"] }", refused,
     "1: `id` must be a letter, then letters, digits, - and _, not `x\" onload=\"y`"},
    {"quotes in a class", "digraph { a [class=\"x\\\" onload=\\\"y\"] }", refused,
     "1: `class` must be class names of letters, digits, - and _, not `x\" onload=\"y`"},
};

/// A node that links to `url`, which messages print as `quoted`.
HostileDot link(std::string_view name, std::string_view url, std::string_view quoted) {
  return {name, fmt::format("digraph {{\n \"javascript:x\" [URL=\"{}\"] }}", url), refused,
          fmt::format("2: `URL` must be an http, https or mailto address or a path, not `{}`", quoted)};
}

const std::vector<HostileDot> kForbiddenLinks = {
    link("a script", "javascript:alert(1)", "javascript:alert(1)"),
    link("a script in capitals", "JavaScript:alert(1)", "JavaScript:alert(1)"),
    link("a script with a tab", "java\tscript:alert(1)", "java script:alert(1)"),
    link("a script with a line end", " java\nscript:alert(1)", " java script:alert(1)"),
    link("a script of two texts", "java\"+\"script:alert(1)", "javascript:alert(1)"),
    link("a script by the name of the node", "\\N", "\\N"),
    link("another script", "vbscript:x", "vbscript:x"),
    link("data", "data:text/html,<script>alert(1)</script>", "data:text/html,<script>alert(1)</script>"),
    link("a scheme in percent", "%6Aavascript:alert(1)", "%6Aavascript:alert(1)"),
    link("a file", "file:///etc/passwd", "file:///etc/passwd"),
    link("another host", "//e.example/", "//e.example/"),
    link("another host with a tab", "/\t/e.example/", "/ /e.example/"),
    link("another host with backslashes", "/\\\\e.example/", "/\\\\e.example/"),
    {"a script for the head", "digraph { a -> b [headURL=\"javascript:x\"] }", refused,
     "1: attribute `headURL` is not allowed"},
    {"a script for all", "digraph {\n edge [href=\"javascript:x\"] a -> b }", refused,
     "2: `href` must be an http, https or mailto address or a path, not `javascript:x`"},
};

const std::vector<HostileDot> kTextsToEscape = {
    {"entities",
     R"dot(digraph { a [label="&#1;&#2;&#0;&#xD800;&lt;script&gt;&#60;b&#62;&amp;lt;" tooltip="&#2;a"] })dot",
     drawn, "edges: 0"},
    {"an entity in a link", R"dot(digraph { a [URL="&#106;avascript:alert(1)"] })dot", drawn, "edges: 0"},
    {"an entity for the colon", R"dot(digraph { a [URL="javascript&colon;alert(1)"] })dot", drawn,
     "edges: 0"},
    {"quotes in a link", R"dot(digraph { a [URL="https://e.example/\" onclick=\"alert(1)"] })dot", drawn,
     "edges: 0"},
    {"quotes in tooltips",
     R"dot(digraph { edge [tooltip="\"><script>"] a [tooltip="' onload='\N"] a -> a })dot", drawn,
     "edges: 1"},
    {"quotes in names",
     R"dot(digraph "<g>" { "\"><script>" -> "' onload='" subgraph "cluster<b>" { "-->" } })dot", drawn,
     "edges: 1"},
    {"ends of all kinds", R"dot(digraph { a [label="]]> --> ?> </text></svg> <!-- <![CDATA[ <?xml"] })dot",
     drawn, "edges: 0"},
    {"quotes in ports", R"dot(digraph { a:"\"><script>":n -> b [headport="' onload='" taillabel="<b>"] })dot",
     drawn, "edges: 1"},
    {"names put in for marks",
     R"dot(digraph { "<\">" [label="\N\G\L" xlabel="\N"] "<\">" -> b [label="\E\T\H"] })dot", drawn,
     "edges: 1"},
    {"the name of a state", R"dot(digraph { a [class="t0-failed node" id=title] b [class=" - "] })dot", drawn,
     "edges: 0"},
    {"characters that are none", "digraph { \"\uFFFE\uFFFF\u202E\u0085\" [label=\"\u200F\U0001F4A3\n\"] }",
     drawn, "edges: 0"},
    {"a colour put together", R"dot(digraph { a [style="filled" color="r"+"ed"] })dot", drawn, "edges: 0"},
    {"keywords as names",
     R"dot(strict digraph { "node" -> "graph"; "node" -> "graph"; "strict" -> "node" })dot", drawn,
     "edges: 2"},
    {"a brace in a text", "digraph { a [label=\"}\"] /* } */ }", drawn, "edges: 0"},
};

const std::vector<HostileDot> kCrookedGraphs = {
    {"one rank in two clusters",
     "digraph { {rank=same; a b} subgraph cluster_x { a } subgraph cluster_y { b } a -> b [label=x] }", drawn,
     "edges: 1"},
    {"clusters in each other",
     "digraph { subgraph cluster_a { subgraph cluster_b { a } } subgraph cluster_b { subgraph cluster_a { "
     "b } } }",
     drawn, "edges: 0"},
    {"hidden clusters around seen ones",
     "digraph { subgraph cluster_a { style=invis URL=\"/a\" subgraph cluster_b { URL=\"/b\" a } } }", drawn,
     "edges: 0"},
    {"clusters eight deep", "digraph { " + numbered(8, "subgraph cluster_{} {{ ") + "a" + times(9, "}"),
     drawn, "edges: 0"},
    {"200 clusters", "digraph { " + numbered(200, "subgraph cluster_{0} {{ n{0} }} ") + "}", drawn,
     "edges: 0"},
    {"names of clusters and graphs without end",
     "digraph " + times(20'000, "x") + " {\nsubgraph cluster" + times(20'000, "x") + " { a } }", refused,
     "1: the name of a graph has more than 2000 bytes\n2: the name of a graph has more than 2000 bytes"},
    {"splines for a part alone, which would switch off all edges",
     "digraph { subgraph { splines=curved a -> b } b -> c }", drawn, "edges: 2"},
    {"splines of nothing", "digraph { splines=\"\" a -> b }", drawn, "edges: 1"},
    {"edges that nobody shall see", "digraph { a -> b [style=\"dashed, invis\"] b -> c }", contained,
     "edges: 1"},
    {"a star", "digraph { " + numbered(199, "a -> n{}; ") + "}", drawn, "edges: 199"},
    {"200 nodes alone", "digraph { " + numbered(200, "n{} ") + "}", drawn, "edges: 0"},
    {"400 loops", "digraph { " + times(400, "a -> a [label=x]; ") + "}", drawn, "edges: 400"},
    {"400 edges between two nodes", "graph { " + times(400, "a -- b [label=x]; ") + "}", drawn, "edges: 400"},
    {"everything with everything",
     "digraph { {" + numbered(20, "a{} ") + "} -> {" + numbered(20, "b{} ") + "} }", drawn, "edges: 400"},
    {"every shape and arrow", every_shape(), drawn, "edges: 12"},
    {"nothing but nothing", "digraph { \"\" [label=\"\" tooltip=\"\" URL=\"\" shape=\"\"] \"\" -> \" \" }",
     drawn, "edges: 1"},
    {"the smallest of all",
     "digraph { nodesep=0.02 node [width=.01 height=.01 fontsize=6 penwidth=0] a -> b [arrowsize=0] }", drawn,
     "edges: 1"},
    {"the largest of all",
     "digraph { nodesep=10 ranksep=10 node [width=20 height=20 fontsize=72] {rank=same " +
         numbered(90, "n{} ") + "} }",
     drawn, "edges: 0"},
    {"a tangle", tangle(100, 200), contained, "edges: 200"},
    {"a tangle without ranks", tangle(60, 120), contained, "edges: 120", "neato"},
    {"edges that get lost", flat_records(), contained, "edges: 9"},
    {"fields that do not close",
     "digraph { a [shape=record label=\"{{{\"] b [shape=Mrecord label=\"}<\"] a:x -> b }", contained,
     "edges: 1"},
    {"ranks that contradict",
     "digraph { {rank=min a b} {rank=max b c} {rank=same c a} subgraph cluster_x { rank=sink a c } a -> b "
     "-> c -> a }",
     contained, "edges: 3"},
    {"a label of nothing beside another", "digraph { a -> b [label=\"\\l\" headlabel=\"1\"] }", contained,
     "edges: 1"},
    {"names that multiply",
     "digraph { node [label=\"" + times(500, "\\N") + "\"] " + times(1990, "a") + " -> " + times(1990, "b") +
         " }",
     contained, "edges: 1"},
    {"a picture of a kilometre", "digraph { ranksep=10 edge [minlen=20] n" + numbered(190, " -> n{}") + " }",
     contained, "edges: 190"},
};

}  // namespace

const std::vector<HostileDot>& hostile_dots() {
  static const std::vector<HostileDot> all = [] {
    std::vector<HostileDot> rows;
    for (const auto& part : {kBrokenTexts, kForbiddenValues, kForbiddenLinks, kTextsToEscape, kCrookedGraphs})
      rows.insert(rows.end(), part.begin(), part.end());
    return rows;
  }();
  return all;
}

}  // namespace pmsite
