// SPDX-License-Identifier: MIT
#include "pipeline/drawing.hpp"

#include "read/diagrams.hpp"
#include "support/faults.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

constexpr std::string_view kLost = R"(digraph {
  a [shape=record label="<p> x | <q> y"]
  b [shape=record label="<p> x | <q> y"]
  { rank=same; a; b }
  a:p -> b:q [label="one"]
  a:q -> b:p
  b:p -> a:q [label="two"]
}
)";

std::string fence(std::string_view dot, const std::string& options = "caption=\"C\"") {
  return "```dot " + options + "\n" + std::string(dot) + "```\n\n";
}

/// Content whose posts have these bodies, with the graphs of their diagrams.
SampleSite drawn_posts(const std::vector<std::string>& bodies) {
  SampleSite sample;
  for (std::size_t i = 0; i < bodies.size(); ++i)
    sample.post("2026-03-06-p" + std::to_string(i), "", "## Summary\n" + bodies[i]);
  read_graphs(sample.content, 1, sample.diagnostics);
  return sample;
}

/// "FILE:LINE RULE: MESSAGE" a line.
std::string places(const Diagnostics& diagnostics) {
  std::string text;
  for (const auto& each : diagnostics.sorted())
    text += each.file + ":" + std::to_string(each.at.begin.line) + " " + std::string(each.rule->id) + ": " +
            each.message + "\n";
  return text;
}

/// The line of the sample post on which its body has `part`.
int line_of(const std::string& body, std::string_view part) {
  const std::string text = sample_post("", "## Summary\n" + body);
  return 1 + static_cast<int>(count_of(std::string_view(text).substr(0, text.find(part)), "\n"));
}

}  // namespace

TEST_CASE("each text is drawn once, however many posts show it") {
  SampleSite sample =
      drawn_posts({fence("digraph { a }\n") + fence("digraph { a }\n"), fence("digraph { a }\n")});
  const Pictures pictures = draw_pictures(sample.content, 1, sample.diagnostics);
  CHECK(faults(sample.diagnostics) == "");
  REQUIRE(pictures.size() == 1);
  CHECK(pictures.begin()->first == std::pair<std::string, std::string>("digraph { a }\n", "dot"));
  CHECK(pictures.begin()->second.starts_with("<svg "));
}

TEST_CASE("the same text laid out by another engine is another picture") {
  SampleSite sample = drawn_posts({fence("digraph { a -> b -> c -> a }\n") +
                                   fence("digraph { a -> b -> c -> a }\n", "caption=C layout=neato")});
  const Pictures pictures = draw_pictures(sample.content, 2, sample.diagnostics);
  REQUIRE(pictures.size() == 2);
  CHECK(pictures.begin()->second != pictures.rbegin()->second);
}

TEST_CASE("architectures are drawn with the same engine as diagrams") {
  SampleSite sample = drawn_posts({fence("digraph { a }\n")});
  sample.content.architectures.push_back({.name = "shop",
                                          .file = "content/architectures/shop.dot",
                                          .title = "shop",
                                          .dot = "digraph { a }\n",
                                          .components = {{"a", "a", "", "", "", ""}},
                                          .dependencies = {}});
  sample.content.architectures.push_back({.name = "bare",
                                          .file = "content/architectures/bare.dot",
                                          .title = "bare",
                                          .dot = "digraph { b }\n",
                                          .components = {{"b", "b", "", "", "", ""}},
                                          .dependencies = {}});
  const Pictures pictures = draw_pictures(sample.content, 1, sample.diagnostics);
  CHECK(pictures.size() == 2);
  CHECK(pictures.contains({"digraph { b }\n", "dot"}));
}

TEST_CASE("what has faults or no nodes is not drawn") {
  SampleSite sample = drawn_posts({fence("digraph { a -> \n") + fence("digraph { }\n")});
  Diagnostics diagnostics;
  CHECK(draw_pictures(sample.content, 1, diagnostics).empty());
  CHECK(faults(diagnostics) == "");
}

TEST_CASE("a layout that fails is reported on the author's own line") {
  const std::string body = "Text.\n\n" + fence(kLost);
  SampleSite sample = drawn_posts({body});
  draw_pictures(sample.content, 1, sample.diagnostics);
  CHECK(places(sample.diagnostics) ==
        "content/posts/2026-03-06-p0.md:" + std::to_string(line_of(body, "digraph {")) +
            " diagram-layout: Graphviz cannot lay this out: lost a b edge; tried with 3 settings\n");
}

TEST_CASE("a fault of a text that two posts show is reported in both") {
  SampleSite sample = drawn_posts({fence(kLost), fence(kLost)});
  draw_pictures(sample.content, 2, sample.diagnostics);
  REQUIRE(sample.diagnostics.sorted().size() == 2);
  CHECK(sample.diagnostics.sorted()[0].file == "content/posts/2026-03-06-p0.md");
  CHECK(sample.diagnostics.sorted()[1].file == "content/posts/2026-03-06-p1.md");
}

TEST_CASE("one failure does not keep the other pictures from being drawn") {
  SampleSite sample = drawn_posts({fence("digraph { a }\n") + fence(kLost) + fence("digraph { b }\n")});
  const Pictures pictures = draw_pictures(sample.content, 1, sample.diagnostics);
  CHECK_FALSE(pictures.at({"digraph { a }\n", "dot"}).empty());
  CHECK_FALSE(pictures.at({"digraph { b }\n", "dot"}).empty());
}

TEST_CASE("the number of workers makes no difference") {
  std::string body;
  for (int i = 0; i < 5; ++i) body += fence("digraph { a" + std::to_string(i) + " -> b }\n");
  SampleSite sample = drawn_posts({body});
  Diagnostics diagnostics;
  CHECK(draw_pictures(sample.content, 1, diagnostics) == draw_pictures(sample.content, 3, diagnostics));
}

TEST_CASE("a site without diagrams has no pictures") {
  Diagnostics diagnostics;
  CHECK(draw_pictures({}, 2, diagnostics).empty());
}

}  // namespace pmsite
