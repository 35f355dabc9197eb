// SPDX-License-Identifier: MIT
#include "read/diagrams.hpp"

#include "engine/layout_worker.hpp"
#include "engine/markdown.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

struct Reading {
  std::vector<Diagram> diagrams;
  Diagnostics diagnostics;
};

Reading read(std::string_view text) {
  Reading reading;
  const FileReporter reporter("x.md", reading.diagnostics);
  reading.diagrams = read_diagrams(parse_markdown(text, 1, reporter), reporter);
  return reading;
}

/// "engine caption" of the only diagram of a fence with this info string; its faults behind a bar.
std::string fenced(std::string_view info) {
  const Reading reading = read("```" + std::string(info) + "\ndigraph {}\n```\n");
  if (reading.diagrams.empty()) return "none";
  REQUIRE(reading.diagrams.size() == 1);
  return reading.diagrams[0].engine + " " + reading.diagrams[0].caption +
         (reading.diagnostics.sorted().empty() ? "" : "|" + faults_with_help(reading.diagnostics));
}

/// A site with one post that holds one diagram, whose fence is on line 9.
Content with_diagram(std::string dot, std::string caption = {}) {
  Content content;
  content.posts.resize(1);
  content.posts[0].file = "content/posts/2026-03-04-x.md";
  content.posts[0].diagrams.push_back(
      {span_on_line(10, 1, 1), std::move(dot), std::move(caption), "dot", {}});
  return content;
}

Content with_architecture(std::string dot) {
  Content content;
  content.architectures.resize(1);
  content.architectures[0].name = "shop";
  content.architectures[0].file = "content/architectures/shop.dot";
  content.architectures[0].dot = std::move(dot);
  return content;
}

/// What Graphviz makes of a text, as a worker says it.
Drawing drawing_of(const std::string& dot) {
  auto results = draw_all({{dot}}, 1);
  REQUIRE_MESSAGE(results[0], results[0].error().message);
  return *std::move(results[0]);
}

Diagnostics accept_all(Content& content) {
  Diagnostics diagnostics;
  for (auto& post : content.posts)
    for (auto& diagram : post.diagrams)
      accept_graph(diagram, drawing_of(diagram.dot), FileReporter(post.file, diagnostics));
  for (auto& architecture : content.architectures)
    accept_graph(architecture, drawing_of(architecture.dot), FileReporter(architecture.file, diagnostics));
  return diagnostics;
}

std::string graph_faults(Content& content) { return faults(accept_all(content)); }

}  // namespace

TEST_CASE("a fence marked dot or graphviz is a diagram, others are code") {
  for (const std::string info : {"dot", "graphviz", "dot\tcaption=x", "  dot  "}) {
    CAPTURE(info);
    CHECK(fenced(info) != "none");
  }
  for (const std::string info : {"", "DOT", "dots", "cpp", "digraph", "dot,x", "{dot}"}) {
    CAPTURE(info);
    CHECK(fenced(info) == "none");
  }
  CHECK(read("    digraph {}\n").diagrams.empty());
}

TEST_CASE("a fence carries a caption and a layout, in any order") {
  CHECK(fenced("dot caption=\"How requests flow\" layout=neato") == "neato How requests flow");
  CHECK(fenced("dot layout=dot caption=\"a = b &amp; c\"") == "dot a = b & c");
  CHECK(fenced("graphviz caption=Flow") == "dot Flow");
  CHECK(fenced("dot") == "dot ");
  CHECK(fenced("dot caption=\"\"") == "dot ");
  CHECK(fenced("dot caption=\"open end") == "dot open end");
}

TEST_CASE("a layout that does not exist is an error") {
  CHECK(fenced("dot layout=fdp") == "dot |1:1 diagram-attribute: `fdp` is not a layout -> use dot or neato");
  CHECK(fenced("dot layout") == "dot |1:1 diagram-attribute: `` is not a layout -> use dot or neato");
}

TEST_CASE("an option that does not exist is an error with the one that is meant") {
  CHECK(fenced("dot captoin=\"x\"") ==
        "dot |1:1 diagram-attribute: `captoin` is not an option of a diagram -> did you mean `caption`?");
  CHECK(fenced("dot size=3") ==
        "dot |1:1 diagram-attribute: `size` is not an option of a diagram -> use caption=\"...\" and "
        "layout=dot or neato");
}

TEST_CASE("diagrams are found everywhere, in reading order, with the line of their text") {
  const Reading reading = read("```dot\na\n```\n\n> - x\n>\n>   ```dot\n>   b\n>   ```\n");
  REQUIRE(reading.diagrams.size() == 2);
  CHECK(reading.diagrams[0].dot == "a\n");
  CHECK(reading.diagrams[0].at.begin == Position{2, 1});
  CHECK(reading.diagrams[1].dot == "b\n");
  CHECK(reading.diagrams[1].at.begin.line == 8);
}

TEST_CASE("faults of a DOT text are reported by their rule, at the author's line") {
  Diagnostics diagnostics;
  report_dot_faults({{DotFaultKind::syntax, 1, "a"},
                     {DotFaultKind::attribute, 3, "b"},
                     {DotFaultKind::limit, 4, "c"},
                     {DotFaultKind::layout, 5, "d"}},
                    10, FileReporter("x.md", diagnostics));
  CHECK(faults(diagnostics) ==
        "10:1 diagram-syntax: a\n12:1 diagram-attribute: b\n13:1 diagram-limit: c\n14:1 diagram-layout: d");
}

TEST_CASE("the graphs of diagrams and architectures are taken over") {
  Content content = with_architecture(
      "digraph {\n  label=\"The shop\"\n  cache [label=\"Cache\"]\n  checkout -> cache [kind=soft]\n}\n");
  content.posts = with_diagram("digraph {\n  a -> b\n}\n", "Flow").posts;
  CHECK(graph_faults(content) == "");
  CHECK(content.posts[0].diagrams[0].graph.nodes.size() == 2);
  CHECK(content.posts[0].diagrams[0].graph.edges.size() == 1);
  const Architecture& shop = content.architectures[0];
  CHECK(shop.title == "The shop");
  REQUIRE(shop.find("cache") != nullptr);
  CHECK(shop.find("cache")->label == "Cache");
  REQUIRE(shop.dependencies.size() == 1);
  CHECK(shop.dependencies[0].dependant == "checkout");
  CHECK(shop.dependencies[0].soft);
}

TEST_CASE("the label of a graph is the caption of a diagram that has none") {
  Content content = with_diagram("digraph { label=\"How it flows\"; a }\n");
  CHECK(graph_faults(content) == "");
  CHECK(content.posts[0].diagrams[0].caption == "How it flows");
  Content both = with_diagram("digraph { label=\"How it flows\"; a }\n", "Mine");
  CHECK(graph_faults(both) == "");
  CHECK(both.posts[0].diagrams[0].caption == "Mine");
}

TEST_CASE("a diagram without caption and label is reported at its fence") {
  Content content = with_diagram("digraph { a }\n");
  CHECK(graph_faults(content) == "9:1 diagram-caption: the diagram has no caption");
}

TEST_CASE("a diagram that cannot be read is reported at its own line and has no graph") {
  Content content = with_diagram("digraph {\n  a -> -> b\n}\n", "x");
  const std::string found = graph_faults(content);
  CHECK(found.starts_with("11:1 diagram-syntax: "));
  CHECK(content.posts[0].diagrams[0].graph.nodes.empty());
}

TEST_CASE("an architecture that cannot be read is reported in its own file and has no components") {
  Content content = with_architecture("digraph {\n");
  const Diagnostics diagnostics = accept_all(content);
  REQUIRE(diagnostics.sorted().size() == 1);
  CHECK(diagnostics.sorted()[0].file == "content/architectures/shop.dot");
  CHECK(std::string(diagnostics.sorted()[0].rule->id) == "diagram-syntax");
  CHECK(content.architectures[0].components.empty());
}

TEST_CASE("a kind of dependency that does not exist is reported where it stands") {
  Content content = with_architecture("digraph {\n  a -> b [kind=hard]\n  a -> c [kind=sofft]\n}\n");
  CHECK(faults_with_help(accept_all(content)) ==
        "3:16 diagram-attribute: `sofft` is not a kind of dependency -> use hard, which is the default, or "
        "soft");
}

TEST_CASE("a text without nodes is reported on its first line") {
  Content content = with_diagram("digraph { }\n", "x");
  content.architectures = with_architecture("\ndigraph { label=x }\n").architectures;
  CHECK(faults_with_help(accept_all(content)) ==
        "1:1 diagram-syntax: the diagram has no nodes -> name at least one, or remove the diagram\n"
        "10:1 diagram-syntax: the diagram has no nodes -> name at least one, or remove the diagram");
  CHECK(content.architectures[0].components.empty());
}

TEST_CASE("a text that Graphviz refuses or cannot lay out has no graph, whatever could be read of it") {
  Drawing drawing;
  drawing.graph.attributes = {{"label", "The shop"}};
  drawing.graph.nodes = {{"a", {}, {}}};
  drawing.faults = {{DotFaultKind::layout, 2, "lost an edge"}};
  Content content = with_diagram("digraph {\n a\n}\n");
  content.architectures = with_architecture("digraph {\n a\n}\n").architectures;
  Diagnostics diagnostics;
  const FileReporter reporter("x", diagnostics);
  accept_graph(content.posts[0].diagrams[0], drawing, reporter);
  accept_graph(content.architectures[0], drawing, reporter);
  CHECK(faults(diagnostics) == "2:1 diagram-layout: lost an edge\n11:1 diagram-layout: lost an edge");
  CHECK(content.posts[0].diagrams[0].graph.nodes.empty());
  CHECK(content.posts[0].diagrams[0].caption.empty());
  CHECK(content.architectures[0].components.empty());
  CHECK(content.architectures[0].title == "shop");
}

TEST_CASE("a picture that is too much for a reader is reported, and its graph taken over") {
  Drawing drawing;
  drawing.graph.nodes = {{"a", {}, {}}, {"b", {}, {}}};
  drawing.svg = std::string(25 * 1024, 'x');
  Content content = with_diagram("digraph { a b }\n", "x");
  Diagnostics none, large;
  accept_graph(content.posts[0].diagrams[0], drawing, FileReporter("x", none));
  CHECK(faults(none) == "");
  drawing.svg += 'x';
  accept_graph(content.posts[0].diagrams[0], drawing, FileReporter("x", large));
  CHECK(faults(large) ==
        "10:1 diagram-large: the picture has 25 KB, of 2 nodes; more than 25 KB are too much for a reader");
  CHECK(content.posts[0].diagrams[0].graph.nodes.size() == 2);
}

}  // namespace pmsite
