// SPDX-License-Identifier: MIT
#include "pipeline/drawing.hpp"

#include "engine/build_identity.hpp"
#include "engine/layout_protocol.hpp"
#include "pipeline/cache.hpp"
#include "site/cause_pictures.hpp"
#include "support/faults.hpp"
#include "support/font_builder.hpp"
#include "support/golden.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace pmsite {
namespace {

/// Graphviz 2.42 loses an edge of it, with any settings.
constexpr std::string_view kLost = R"(digraph {
  a [shape=record label="<p> x | <q> y"]
  b [shape=record label="<p> x | <q> y"]
  { rank=same; a; b }
  a:p -> b:q [label="one"]
  a:q -> b:p
  b:p -> a:q [label="two"]
}
)";

/// It draws this one with straight lines only.
constexpr std::string_view kCrooked = R"(digraph {
  subgraph cluster_1 { n1 n4 } { rank=same; n2; n3 }
  n2 -> n5; n1 -> n0; n3 -> n4; n5 -> n0 [label=x]; n0 -> n3; n3 -> n2
}
)";

/// Posts without causes have no pictures but their diagrams.
constexpr std::string_view kNoCauses = "-trigger\n-contributing_factors";

std::string fence(std::string_view dot, const std::string& options = "caption=\"C\"") {
  return "```dot " + options + "\n" + std::string(dot) + "```\n\n";
}

SampleSite posts_with(const std::vector<std::string>& bodies) {
  SampleSite sample;
  for (std::size_t i = 0; i < bodies.size(); ++i)
    sample.post("2026-03-06-p" + std::to_string(i), kNoCauses, "## Summary\n" + bodies[i]);
  return sample;
}

DrawnContent drawn(SampleSite& sample, int workers = 1) {
  return draw_content(sample.content, {"/nowhere", workers, CacheUse::none}, sample.diagnostics);
}

Architecture architecture_of(const std::string& name, const std::string& dot) {
  Architecture architecture;
  architecture.name = name;
  architecture.file = "content/architectures/" + name + ".dot";
  architecture.dot = dot;
  return architecture;
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
  const std::string text = sample_post(kNoCauses, "## Summary\n" + body);
  return 1 + static_cast<int>(count_of(std::string_view(text).substr(0, text.find(part)), "\n"));
}

/// What a build of the posts says and takes from the cache of the folder.
struct CachedBuild {
  SampleSite sample;
  DrawnContent drawn;

  CachedBuild(const TemporaryFolder& site, const std::vector<std::string>& bodies,
              const std::string& font = {})
      : sample(posts_with(bodies)) {
    if (!font.empty()) sample.content.config.diagram_font = Located<std::string>{font, span_on_line(1, 1, 1)};
    drawn = draw_content(sample.content, {site.path(), 2, CacheUse::read_and_write}, sample.diagnostics);
    CHECK(drawn.cache_failure == "");
  }

  /// "2 laid out, 0 from cache, 0 retried".
  std::string counts() const {
    return std::to_string(drawn.laid_out) + " laid out, " + std::to_string(drawn.from_cache) +
           " from cache, " + std::to_string(drawn.retried) + " retried";
  }
};

}  // namespace

TEST_CASE("each text is drawn once, however many posts show it") {
  SampleSite sample =
      posts_with({fence("digraph { a }\n") + fence("digraph { a }\n"), fence("digraph { a }\n")});
  const DrawnContent result = drawn(sample);
  CHECK(faults(sample.diagnostics) == "");
  CHECK(result.laid_out == 1);
  REQUIRE(result.pictures.size() == 1);
  CHECK(result.pictures.begin()->first == std::pair<std::string, std::string>("digraph { a }\n", "dot"));
  CHECK(result.pictures.begin()->second.starts_with("<svg "));
}

TEST_CASE("the graphs of all diagrams are filled in, whichever was drawn") {
  SampleSite sample =
      posts_with({fence("digraph { a }\n") + fence("digraph { a }\n"), fence("digraph { b -> c }\n")});
  drawn(sample);
  for (const auto& diagram : sample.content.posts[0].diagrams) CHECK(diagram.graph.nodes.size() == 1);
  CHECK(sample.content.posts[1].diagrams[0].graph.edges.size() == 1);
}

TEST_CASE("the same text laid out by another engine is another picture") {
  SampleSite sample = posts_with({fence("digraph { a -> b -> c -> a }\n") +
                                  fence("digraph { a -> b -> c -> a }\n", "caption=C layout=neato")});
  const Pictures pictures = drawn(sample, 2).pictures;
  REQUIRE(pictures.size() == 2);
  CHECK(pictures.begin()->second != pictures.rbegin()->second);
}

TEST_CASE("architectures are drawn with the same engine as diagrams, and known by their components") {
  SampleSite sample = posts_with({fence("digraph { a }\n")});
  sample.content.architectures.push_back(architecture_of("shop", "digraph { a }\n"));
  sample.content.architectures.push_back(architecture_of("bare", "digraph { b -> c [kind=soft] }\n"));
  const Pictures pictures = drawn(sample).pictures;
  CHECK(pictures.size() == 2);
  CHECK(pictures.contains({"digraph { b -> c [kind=soft] }\n", "dot"}));
  CHECK(sample.content.architectures[0].find("a") != nullptr);
  CHECK(sample.content.architectures[1].components.size() == 2);
  CHECK(sample.content.architectures[1].dependencies.at(0).soft);
}

TEST_CASE("the chains of causes are drawn, too") {
  SampleSite sample;
  sample.post("2026-03-06-x", "",
              "## Five whys\n1. Why did it fail? The disk was full.\n2. Nobody looked.\n");
  const auto chain = cause_chain(sample.content.posts[0]), whys = five_whys_chain(sample.content.posts[0]);
  REQUIRE(chain);
  REQUIRE(whys);
  const Pictures pictures = drawn(sample).pictures;
  CHECK(faults(sample.diagnostics) == "");
  CHECK(pictures.size() == 2);
  CHECK(pictures.at({chain->dot, "dot"}).find(">Root cause</text>") != std::string::npos);
  CHECK(pictures.at({whys->dot, "dot"}).starts_with("<svg "));
}

TEST_CASE("what has faults or no nodes is reported, and not drawn") {
  const std::string body = fence("digraph { a -> \n") + fence("digraph { }\n");
  SampleSite sample = posts_with({body});
  CHECK(drawn(sample).pictures.empty());
  CHECK(places(sample.diagnostics) ==
        "content/posts/2026-03-06-p0.md:" + std::to_string(line_of(body, "digraph { a")) +
            " diagram-syntax: a closing } is missing at the end\n"
            "content/posts/2026-03-06-p0.md:" +
            std::to_string(line_of(body, "digraph { }")) + " diagram-syntax: the diagram has no nodes\n");
}

TEST_CASE("a layout that fails is reported on the author's own line") {
  const std::string body = "Text.\n\n" + fence(kLost);
  SampleSite sample = posts_with({body});
  drawn(sample);
  CHECK(places(sample.diagnostics) ==
        "content/posts/2026-03-06-p0.md:" + std::to_string(line_of(body, "digraph {")) +
            " diagram-layout: Graphviz cannot lay this out: lost a b edge; tried with 3 settings\n");
}

TEST_CASE("a fault of a text that two posts show is reported in both") {
  SampleSite sample = posts_with({fence(kLost), fence(kLost)});
  drawn(sample, 2);
  REQUIRE(sample.diagnostics.sorted().size() == 2);
  CHECK(sample.diagnostics.sorted()[0].file == "content/posts/2026-03-06-p0.md");
  CHECK(sample.diagnostics.sorted()[1].file == "content/posts/2026-03-06-p1.md");
}

TEST_CASE("one failure does not keep the other pictures from being drawn") {
  SampleSite sample = posts_with({fence("digraph { a }\n") + fence(kLost) + fence("digraph { b }\n")});
  const Pictures pictures = drawn(sample).pictures;
  CHECK(pictures.size() == 2);
  CHECK_FALSE(pictures.at({"digraph { a }\n", "dot"}).empty());
  CHECK_FALSE(pictures.at({"digraph { b }\n", "dot"}).empty());
}

TEST_CASE("the number of workers makes no difference") {
  std::string body;
  for (int i = 0; i < 5; ++i) body += fence("digraph { a" + std::to_string(i) + " -> b }\n");
  SampleSite alone = posts_with({body + fence(kLost)}), together = posts_with({body + fence(kLost)});
  CHECK(drawn(alone, 1).pictures == drawn(together, 3).pictures);
  CHECK(places(alone.diagnostics) == places(together.diagnostics));
  for (std::size_t i = 0; i < 5; ++i)
    for (const auto* sample : {&alone, &together})
      CHECK(sample->content.posts[0].diagrams[i].graph.nodes.at(0).name == "a" + std::to_string(i));
}

TEST_CASE("a site without diagrams has no pictures") {
  SampleSite sample;
  const DrawnContent result = drawn(sample, 2);
  CHECK(result.pictures.empty());
  CHECK(result.laid_out == 0);
}

TEST_CASE("what is laid out, and what only with simpler settings, is counted") {
  SampleSite sample =
      posts_with({fence("digraph { a }\n") + fence(kCrooked) + fence(kLost) + fence("digraph {\n")});
  const DrawnContent result = drawn(sample);
  CHECK(result.laid_out == 4);
  CHECK(result.from_cache == 0);
  CHECK(result.retried == 2);
  CHECK(result.cache_failure == "");
}

TEST_CASE("a build without cache writes nothing, and takes nothing from it") {
  const TemporaryFolder site;
  const auto uncached = [&site] {
    SampleSite sample = posts_with({fence("digraph { a }\n")});
    return draw_content(sample.content, {site.path(), 1, CacheUse::none}, sample.diagnostics);
  };
  uncached();
  CHECK(read_tree(site.path()).empty());
  const CachedBuild cached(site, {fence("digraph { a }\n")});
  const FileTree before = read_tree(site.path());
  CHECK(before.size() == 1);
  CHECK(uncached().laid_out == 1);
  CHECK(uncached().from_cache == 0);
  CHECK(read_tree(site.path()) == before);
}

TEST_CASE("a second build takes every picture from the cache, byte for byte") {
  const TemporaryFolder site;
  const std::vector<std::string> bodies = {fence("digraph { a -> b }\n") + fence(kCrooked),
                                           fence("digraph { a -> b }\n", "caption=C layout=neato")};
  const CachedBuild first(site, bodies), second(site, bodies);
  CHECK(first.counts() == "3 laid out, 0 from cache, 1 retried");
  CHECK(second.counts() == "0 laid out, 3 from cache, 0 retried");
  CHECK(second.drawn.pictures == first.drawn.pictures);
  CHECK(second.drawn.pictures.size() == 3);
  const auto& graph = second.sample.content.posts[0].diagrams[0].graph;
  CHECK(graph.nodes.size() == 2);
  CHECK(graph.edges.size() == 1);
}

TEST_CASE("faults come from the cache at the lines where the text stands now") {
  const TemporaryFolder site;
  const std::string wrong = fence("digraph {\n  a\n  b [image=x]\n}\n"), lost = fence(kLost);
  const std::string before = wrong + lost, after = "Two.\n\nParagraphs.\n\n" + lost + "More.\n\n" + wrong;
  const CachedBuild first(site, {before}), second(site, {after});
  CHECK(first.counts() == "2 laid out, 0 from cache, 1 retried");
  CHECK(second.counts() == "0 laid out, 0 from cache, 0 retried");  // faults are no pictures
  const auto expected = [](const std::string& body, std::string_view dot, int line,
                           const std::string& fault) {
    return "content/posts/2026-03-06-p0.md:" + std::to_string(line_of(body, dot) + line) + " " + fault + "\n";
  };
  const std::string attribute = "diagram-attribute: attribute `image` is not allowed";
  const std::string layout =
      "diagram-layout: Graphviz cannot lay this out: lost a b edge; tried with 3 settings";
  CHECK(places(first.sample.diagnostics) ==
        expected(before, "digraph {\n  a\n", 2, attribute) + expected(before, kLost, 0, layout));
  CHECK(places(second.sample.diagnostics) ==
        expected(after, kLost, 0, layout) + expected(after, "digraph {\n  a\n", 2, attribute));
  CHECK(second.drawn.pictures.empty());
}

TEST_CASE("a changed text is laid out anew, and the others are not") {
  const TemporaryFolder site;
  const CachedBuild first(site, {fence("digraph { a }\n") + fence("digraph { b }\n")});
  const CachedBuild second(site, {fence("digraph { a }\n") + fence("digraph { b; }\n")});
  CHECK(second.counts() == "1 laid out, 1 from cache, 0 retried");
  const CachedBuild third(site,
                          {fence("digraph { a }\n") + fence("digraph { b }\n") + fence("digraph { b; }\n")});
  CHECK(third.counts() == "0 laid out, 3 from cache, 0 retried");
}

TEST_CASE("with another font all is laid out anew, and the first font's pictures are still there") {
  const TemporaryFolder site;
  const auto characters = [](std::uint32_t width) {
    using namespace font_builder;
    return font(tables(1000, {300, width}, 2, {{3, 1, format4({{'A', 'A', 0xFFC0}, {0xFFFF, 0xFFFF, 1}})}}));
  };
  site.write("assets/narrow.ttf", characters(600));
  site.write("assets/wide.ttf", characters(3000));
  const std::vector<std::string> bodies = {fence("digraph { AAAAAAAAAA }\n")};
  const CachedBuild without(site, bodies), narrow(site, bodies, "narrow.ttf"), wide(site, bodies, "wide.ttf");
  for (const auto* build : {&without, &narrow, &wide}) {
    CHECK(faults(build->sample.diagnostics) == "");
    CHECK(build->counts() == "1 laid out, 0 from cache, 0 retried");
  }
  CHECK(narrow.drawn.pictures != wide.drawn.pictures);
  CHECK(without.drawn.pictures != wide.drawn.pictures);
  CHECK(CachedBuild(site, bodies, "narrow.ttf").drawn.pictures == narrow.drawn.pictures);
  CHECK(CachedBuild(site, bodies, "wide.ttf").counts() == "0 laid out, 1 from cache, 0 retried");
  // The name is not what counts.
  site.write("assets/wide.ttf", characters(2000));
  CHECK(CachedBuild(site, bodies, "wide.ttf").counts() == "1 laid out, 0 from cache, 0 retried");
}

TEST_CASE("a font that cannot be read is reported, and Arial's widths are taken") {
  const TemporaryFolder site;
  const std::vector<std::string> bodies = {fence("digraph { a }\n")};
  const CachedBuild without(site, bodies), missing(site, bodies, "none.ttf");
  CHECK(places(missing.sample.diagnostics) ==
        "pmsite.yaml:1 field-value: cannot read `assets/none.ttf`: No such file or directory\n");
  CHECK(missing.drawn.pictures == without.drawn.pictures);
}

TEST_CASE("a poisoned entry of the cache is not used, and replaced") {
  const TemporaryFolder site;
  const std::vector<std::string> bodies = {fence("digraph { a }\n")};
  const std::string key = "dot\n\ndigraph { a }\n";
  const CachedBuild clean(site, bodies);
  {
    Cache cache(site.path(), "diagrams", build_identity());
    REQUIRE(cache.find(key));
    auto drawing = decode_drawing(*cache.find(key));
    REQUIRE(drawing);
    drawing->svg.insert(drawing->svg.find("<g "), "<script>alert(1)</script>");
    cache.put(key, encode_drawing(*drawing));
    REQUIRE(cache.save());
  }
  const CachedBuild poisoned(site, bodies), after(site, bodies);
  CHECK(poisoned.counts() == "1 laid out, 0 from cache, 0 retried");
  CHECK(poisoned.drawn.pictures == clean.drawn.pictures);
  CHECK(after.counts() == "0 laid out, 1 from cache, 0 retried");
}

TEST_CASE("a cache that cannot be written is said, and the pictures are drawn all the same") {
  const TemporaryFolder site;
  site.write(".pmsite-cache", "a file in its place");
  SampleSite sample = posts_with({fence("digraph { a }\n")});
  const DrawnContent result =
      draw_content(sample.content, {site.path(), 1, CacheUse::read_and_write}, sample.diagnostics);
  CHECK(result.cache_failure == "cannot write `.pmsite-cache/diagrams`: Not a directory");
  CHECK(result.pictures.size() == 1);
  CHECK(faults(sample.diagnostics) == "");
}

}  // namespace pmsite
