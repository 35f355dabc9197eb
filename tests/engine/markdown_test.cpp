// SPDX-License-Identifier: MIT
#include "engine/markdown.hpp"

#include "support/faults.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <thread>

namespace pmsite {
namespace {

constexpr std::array kKindNames = {
    "paragraph", "heading", "list",     "item",   "quote",    "alert", "code_block", "html_block",
    "rule",      "table",   "row",      "cell",   "footnote", "text",  "soft_break", "line_break",
    "code",      "html",    "emphasis", "strong", "strike",   "link",  "image",      "footnote_use"};

std::string alignment_name(Alignment alignment) {
  return std::array{"", "left", "center", "right"}[static_cast<std::size_t>(alignment)];
}

/// What a node carries apart from its place: `heading 2`, `text "x"`, `item [x]`.
std::string told(const Node& node) {
  std::string line = kKindNames[static_cast<std::size_t>(node.kind)];
  if (node.ordered) line += " ordered";
  if (node.level != 0) line += fmt::format(" {}", node.level);
  if (node.tight) line += " tight";
  if (node.task) line += node.checked ? " [x]" : " [ ]";
  if (node.header) line += " header";
  line += (node.alignment == Alignment::none ? "" : " ") + alignment_name(node.alignment);
  if (!node.literal.empty()) line += " \"" + node.literal + "\"";
  if (!node.url.empty()) line += " <" + node.url + ">";
  if (!node.title.empty()) line += " '" + node.title + "'";
  return line;
}

void tell(const Nodes& nodes, int depth, bool with_columns, std::string& out) {
  for (const auto& node : nodes) {
    const auto& begin = node.at.begin;
    out += std::string(static_cast<std::size_t>(2 * depth), ' ');
    out += with_columns ? fmt::format("{}:{} ", begin.line, begin.column) : std::string();
    out += told(node) + "\n";
    tell(node.children, depth + 1, with_columns, out);
  }
}

Nodes parse(std::string_view text, int first_line = 1) {
  Diagnostics diagnostics;
  auto nodes = parse_markdown(text, first_line, FileReporter("x.md", diagnostics));
  CHECK(faults(diagnostics).empty());
  return nodes;
}

/// The tree, a node a line, without places.
void check(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  std::string out;
  tell(parse(text), 0, false, out);
  CHECK("\n" + out == std::string(expected));
}

/// The tree with the place of each node; the text begins on line 10 of its file.
void check_places(std::string_view text, std::string_view expected) {
  CAPTURE(text);
  std::string out;
  tell(parse(text, 10), 0, true, out);
  CHECK("\n" + out == std::string(expected));
}

/// The line of the only node of that kind.
int line_of(NodeKind kind, std::string_view text) {
  int line = 0;
  walk(parse(text), [&](const Node& node) {
    if (node.kind == kind) line = node.at.begin.line;
  });
  return line;
}

}  // namespace

TEST_CASE("nothing is an empty document") { CHECK(parse("").empty()); }

TEST_CASE("blocks know where they stand in the file") {
  check_places("# One\n\npara\n\n- a\n  - b\n\n> q\n\n```dot x\ncode\n```\n\n---\n", R"(
10:1 heading 1
  10:3 text "One"
12:1 paragraph
  12:1 text "para"
14:1 list tight
  14:1 item
    14:3 paragraph
      14:3 text "a"
    15:3 list tight
      15:3 item
        15:5 paragraph
          15:5 text "b"
17:1 quote
  17:3 paragraph
    17:3 text "q"
19:1 code_block "code
" 'dot x'
23:1 rule
)");
}

TEST_CASE("a block's span reaches to its last byte") {
  const auto nodes = parse("# One\n\ntwo\nlines\n", 10);
  REQUIRE(nodes.size() == 2);
  CHECK(nodes[0].at == Span{{10, 1}, {10, 6}});
  CHECK(nodes[1].at == Span{{12, 1}, {13, 6}});
}

TEST_CASE("inlines on later lines know their line") {
  check_places("one `c`\ntwo **b** [l](u \"t\")\n*three*\n", R"(
10:1 paragraph
  10:1 text "one "
  10:6 code "c"
  10:1 soft_break
  11:1 text "two "
  11:5 strong
    11:7 text "b"
  11:10 text " "
  11:11 link <u> 't'
    11:12 text "l"
  11:1 soft_break
  12:1 emphasis
    12:2 text "three"
)");
  CHECK(line_of(NodeKind::code, "one\\\ntwo  \n`three`\n") == 3);
}

TEST_CASE("inlines after markup that spans lines know their line") {
  CHECK(line_of(NodeKind::code, "**a\nb** `c`\n") == 2);
  CHECK(line_of(NodeKind::code, "![a\nb](c) `d`\n") == 2);
  CHECK(line_of(NodeKind::code, "<i\nb> `c`\n") == 2);
  CHECK(line_of(NodeKind::html_inline, "`a\nb` <i>\n") == 2);
  CHECK(line_of(NodeKind::html_inline, "a\\\n``b\nc`` d  \n<i>\n") == 4);
}

TEST_CASE("inlines of wrapped list items know their line and column") {
  check_places("- a\n  `b: ok`\n- c `d`\n", R"(
10:1 list tight
  10:1 item
    10:3 paragraph
      10:3 text "a"
      10:1 soft_break
      11:4 code "b: ok"
  12:1 item
    12:3 paragraph
      12:3 text "c "
      12:6 code "d"
)");
}

TEST_CASE("tables have rows and cells with alignment") {
  check("| a | b | c | d |\n|:--|:-:|--:|---|\n| 1 | `2` | *3* | |\n", R"(
table
  row header
    cell left
      text "a"
    cell center
      text "b"
    cell right
      text "c"
    cell
      text "d"
  row
    cell left
      text "1"
    cell center
      code "2"
    cell right
      emphasis
        text "3"
    cell
)");
}

TEST_CASE("the rows of a table know their lines") {
  const auto nodes = parse("x\n\n| a |\n|---|\n| b |\n", 10);
  REQUIRE(nodes.size() == 2);
  REQUIRE(nodes[1].children.size() == 2);
  CHECK(nodes[1].children[0].at.begin == Position{12, 1});
  CHECK(nodes[1].children[1].at.begin == Position{14, 1});
}

TEST_CASE("task items have boxes that are ticked or not") {
  check("- [ ] open\n- [x] done\n- [X] done too\n- plain\n- [] no box\n", R"(
list tight
  item [ ]
    paragraph
      text "open"
  item [x]
    paragraph
      text "done"
  item [x]
    paragraph
      text "done too"
  item
    paragraph
      text "plain"
  item
    paragraph
      text "[] no box"
)");
}

TEST_CASE("ordered lists begin where they say, loose ones are not tight") {
  check("3. a\n\n4. b\n", R"(
list ordered 3
  item
    paragraph
      text "a"
  item
    paragraph
      text "b"
)");
}

TEST_CASE("footnotes are numbered by their first use") {
  check("x[^b] y[^a] z[^b]\n\n[^a]: note a\n[^b]: note b\n", R"(
paragraph
  text "x"
  footnote_use 1 "1"
  text " y"
  footnote_use 1 "2"
  text " z"
  footnote_use 2 "1"
footnote "1"
  paragraph
    text "note b"
footnote "2"
  paragraph
    text "note a"
)");
}

TEST_CASE("two tildes strike through") {
  check("a ~~b *c*~~ d\n", R"(
paragraph
  text "a "
  strike
    text "b "
    emphasis
      text "c"
  text " d"
)");
}

TEST_CASE("addresses become links of their own, without the punctuation around them") {
  check("(https://e.org/a_b), www.e.org. <https://f.org> a@e.org!\n", R"(
paragraph
  text "("
  link <https://e.org/a_b>
    text "https://e.org/a_b"
  text "), "
  link <http://www.e.org>
    text "www.e.org"
  text ". "
  link <https://f.org>
    text "https://f.org"
  text " "
  link <mailto:a@e.org>
    text "a@e.org"
  text "!"
)");
}

TEST_CASE("text that might have been markup is one text") {
  check("a_b_c [x] 5*3 & <3 w:h\n", R"(
paragraph
  text "a_b_c [x] 5*3 & <3 w:h"
)");
}

TEST_CASE("raw HTML is kept apart, as blocks and among text") {
  check("<div>\nx\n</div>\n\na<br>b <!-- c -->\n", R"(
html_block "<div>
x
</div>
"
paragraph
  text "a"
  html "<br>"
  text "b "
  html "<!-- c -->"
)");
}

TEST_CASE("a fence keeps its info string and its code as written") {
  check("```dot caption=\"a &amp; b\" layout=neato\n<a> **b** &lt;\n```\n", R"(
code_block "<a> **b** &lt;
" 'dot caption="a & b" layout=neato'
)");
}

TEST_CASE("control characters that an entity makes do not come through") {
  const auto nodes = parse("a&#1;b `c` <!-- --> [d](e&#2;f \"g&#x7f;h\")\n");
  CHECK(plain_text(nodes) ==
        "a\xEF\xBF\xBD"
        "b c  d");
  walk(nodes, [](const Node& node) {
    if (node.kind != NodeKind::link) return;
    CHECK(node.url.find('\x02') == std::string::npos);
    CHECK(node.title == "g\xEF\xBF\xBDh");
  });
}

TEST_CASE("headings of both styles have levels") {
  check("### a\n\nb\n===\n", R"(
heading 3
  text "a"
heading 1
  text "b"
)");
}

TEST_CASE("images carry address, title and text") {
  check("![alt *text*](a.png 'title')\n", R"(
paragraph
  image <a.png> 'title'
    text "alt "
    emphasis
      text "text"
)");
}

TEST_CASE("a marked block quote is an alert, without its mark and in its place") {
  check_places("> [!TIP]\n> One *two*.\n", R"(
10:1 alert 'tip'
  11:3 paragraph
    11:3 text "One "
    11:7 emphasis
      11:8 text "two"
    11:12 text "."
)");
}

TEST_CASE("what is nested too deep is reported once, at its line, and cut off") {
  Diagnostics diagnostics;
  const std::string deep = std::string(100, '>') + " a\n";
  const auto nodes = parse_markdown("x\n\n" + deep + "\nx\n\n" + deep, 5, FileReporter("x.md", diagnostics));
  REQUIRE(diagnostics.sorted().size() == 1);
  const Diagnostic only = diagnostics.sorted()[0];
  CHECK(only.rule == &kMarkdownDepth);
  CHECK(only.at.begin == Position{7, kDeepestMarkdown + 1});
  CHECK(only.message == "elements are nested more than 60 deep");
  CHECK(only.help == "write it with fewer levels");
  CHECK(nodes.size() == 4);
}

TEST_CASE("nesting at the limit is read") {
  // The quotes, and the paragraph and the text in them.
  CHECK(plain_text(parse(std::string(kDeepestMarkdown - 1, '>') + " a\n")) == "a");
}

TEST_CASE("ten thousand levels come to an end") {
  Diagnostics diagnostics;
  const FileReporter reporter("x.md", diagnostics);
  std::string lists, links, emphases;
  for (int i = 0; i < 10'000; ++i) {
    lists += "- ";
    links += "[";
    emphases += "*a **a ";
  }
  parse_markdown(std::string(10'000, '>') + " a\n", 1, reporter);
  parse_markdown(lists + "a\n", 1, reporter);
  parse_markdown(links + "a](b)\n", 1, reporter);
  parse_markdown(emphases + "\n", 1, reporter);
  CHECK(diagnostics.count(Level::error) >= 1);
}

TEST_CASE("texts are read the same in several threads at once") {
  std::array<std::string, 4> texts;
  for (std::size_t i = 0; i < texts.size(); ++i)
    for (int line = 0; line < 40; ++line)
      texts[i] +=
          fmt::format("- line {} of {} ~~struck {}~~ https://e.org/{} www.e{}.org a@e{}.org *b* `c~d`\n",
                      line, i, line, i, i, i) +
          (i % 2 == 0 ? "" : "  | a | b |\n  |---|--:|\n  | ~~c~~ | http://x.org |\n");
  texts[3].erase(std::remove(texts[3].begin(), texts[3].end(), '~'), texts[3].end());
  const auto tree = [](const std::string& text) {
    Diagnostics diagnostics;
    std::string out;
    tell(parse_markdown(text, 1, FileReporter("x.md", diagnostics)), 0, true, out);
    return out;
  };
  std::array<std::string, 4> alone;
  for (std::size_t i = 0; i < texts.size(); ++i) alone[i] = tree(texts[i]);
  CHECK(alone[0].find("strike") != std::string::npos);
  CHECK(alone[0].find("<http://www.e0.org>") != std::string::npos);

  std::array<int, 4> different{};
  {
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < texts.size(); ++i)
      threads.emplace_back([&, i] {
        for (int round = 0; round < 20; ++round) different[i] += tree(texts[i]) != alone[i] ? 1 : 0;
      });
  }
  CHECK(different == std::array<int, 4>{});
}

}  // namespace pmsite
