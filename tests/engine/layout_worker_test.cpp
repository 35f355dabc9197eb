// SPDX-License-Identifier: MIT
#include "engine/layout_worker.hpp"

#include "engine/font_file.hpp"
#include "engine/layout_protocol.hpp"
#include "engine/worker_pool.hpp"
#include "support/font_builder.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <string>
#include <vector>

namespace pmsite {
namespace {

/// An architecture as people draw them: clusters, labels, ten nodes or so.
std::string architecture(unsigned seed) {
  std::mt19937 random(seed);
  const int nodes = 8 + static_cast<int>(random() % 6);
  std::string dot =
      "digraph shop {\n  rankdir=LR\n  label=\"The shop, number " + std::to_string(seed) + "\"\n";
  for (int i = 0; i < nodes; ++i)
    dot += fmt::format(
        "  subgraph cluster_{} {{ label=\"Zone {}\" n{} [label=\"Service {}\\nof the shop\" shape={}] }}\n",
        i % 3, i % 3, i, i, i % 4 == 0 ? "cylinder" : "box");
  for (int i = 0; i < nodes * 3 / 2; ++i)
    dot += fmt::format("  n{} -> n{} [label=\"calls {}\"]\n", random() % static_cast<unsigned>(nodes),
                       random() % static_cast<unsigned>(nodes), i);
  return dot + "}\n";
}

std::string random_graph(unsigned nodes, unsigned edges) {
  std::mt19937 random(7);
  std::string dot = "digraph {";
  for (unsigned i = 0; i < nodes; ++i) dot += fmt::format(" n{}", i);
  for (unsigned i = 0; i < edges; ++i) dot += fmt::format(" n{} -> n{};", random() % nodes, random() % nodes);
  return dot + "}";
}

/// Records on one rank with a flat edge between their fields, which Graphviz fails to draw now and then.
std::string records(unsigned seed) {
  std::mt19937 random(seed);
  std::string dot = "digraph { node [shape=record label=\"<a>1|<b>2|<c>3\"] {rank=same; n0 n1 n2 n3 n4}";
  for (int i = 0; i < 9; ++i)
    dot += fmt::format(" n{}:a -> n{}:c [label=\"e{}\"];", random() % 7, random() % 7, i);
  return dot + "}";
}

Drawing drawn(std::string dot, std::string engine = "dot") {
  auto results = draw_all({{std::move(dot), std::move(engine)}}, 1);
  if (results[0]) return *std::move(results[0]);
  Drawing failed;
  failed.faults.push_back({DotFaultKind::layout, 0, results[0].error().message});
  return failed;
}

std::string first_fault(std::string dot, std::string engine = "dot") {
  const auto drawing = drawn(std::move(dot), std::move(engine));
  return drawing.faults.empty() ? "" : drawing.faults[0].message;
}

/// Everything that comes back for each job, as bytes.
std::vector<std::string> bytes_of(const std::vector<LayoutJob>& jobs, int workers) {
  std::vector<std::string> bytes;
  for (const auto& drawing : draw_all(jobs, workers))
    bytes.push_back(drawing ? encode_drawing(*drawing) : drawing.error().message);
  return bytes;
}

/// More than one process does: architectures, records that need further attempts, and a text with a fault.
std::vector<LayoutJob> many_jobs() {
  std::vector<LayoutJob> jobs;
  for (unsigned seed = 0; seed < kJobsOfWorker + 20; ++seed)
    jobs.push_back({architecture(seed), seed % 10 == 0 ? "neato" : "dot"});
  for (unsigned seed = 0; seed < 5; ++seed) jobs.push_back({records(seed)});
  jobs.push_back({"digraph { a -> "});
  return jobs;
}

/// The jobs in an order of its own, which stays: all texts are of one length, so that none is drawn before
/// others.
std::vector<LayoutJob> in_order(const std::vector<LayoutJob>& jobs, const std::vector<std::size_t>& order) {
  std::size_t longest = 0;
  for (const auto& job : jobs) longest = std::max(longest, job.dot.size());
  std::vector<LayoutJob> ordered;
  for (const auto index : order) {
    ordered.push_back(jobs[index]);
    ordered.back().dot.resize(longest, ' ');
  }
  return ordered;
}

}  // namespace

TEST_CASE("no jobs have no results") { CHECK(draw_all({}, 2).empty()); }

TEST_CASE("an ordinary architecture is drawn well under 25 kB") {
  const auto drawing = drawn(architecture(1));
  REQUIRE(drawing.faults.empty());
  CHECK(drawing.svg.size() > 2'000);
  CHECK(drawing.svg.size() < 15'000);
}

TEST_CASE("a job has the same bytes with any number of workers") {
  const auto jobs = many_jobs();
  const auto alone = bytes_of(jobs, 1);
  CHECK(bytes_of(jobs, 1) == alone);
  CHECK(bytes_of(jobs, 2) == alone);
  CHECK(bytes_of(jobs, 3) == alone);
}

TEST_CASE("a job has the same bytes whatever was drawn before it") {
  const auto jobs = many_jobs();
  const auto usual = bytes_of(jobs, 1);
  for (const unsigned seed : {1U, 2U}) {
    std::vector<std::size_t> order(jobs.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937(seed));
    const auto bytes = bytes_of(in_order(jobs, order), 2);
    for (std::size_t i = 0; i < order.size(); ++i) CHECK(bytes[i] == usual[order[i]]);
  }
}

TEST_CASE("a job has the same bytes in a fresh process and in one that has drawn much") {
  const auto jobs = many_jobs();
  const auto together = bytes_of(jobs, 1);
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    CAPTURE(i);
    CHECK(bytes_of({jobs[i]}, 1)[0] == together[i]);
  }
}

TEST_CASE("hundreds of ordinary architectures are all drawn") {
  std::vector<LayoutJob> jobs;
  for (unsigned seed = 1000; seed < 1300; ++seed) jobs.push_back({architecture(seed)});
  for (const auto& drawing : draw_all(jobs, 2)) {
    REQUIRE(drawing);
    CHECK(drawing->faults.empty());
  }
}

TEST_CASE("neato draws the same graph without a hierarchy, other layouts are refused") {
  CHECK(drawn("graph { a -- b -- c -- a }", "neato").svg.find("<ellipse") != std::string::npos);
  CHECK(first_fault("digraph { a }", "fdp") == "layout `fdp` is not known; use `dot` or `neato`");
}

TEST_CASE("a text with faults is not drawn and says why") {
  CHECK(first_fault("digraph { a [image=\"x.png\"] }") == "attribute `image` is not allowed");
  CHECK(first_fault("digraph { a -> }") == "syntax error near `}`");
  CHECK(first_fault("digraph { a -> b [minlen=2000000000] }") ==
        "`minlen` must be a whole number from 0 to 20, not `2000000000`");
  CHECK(first_fault("digraph { a } digraph { b }") ==
        "a second graph begins here; give each graph a block of its own");
}

TEST_CASE("hostile texts are refused, whatever they try") {
  for (const auto* dot : {
           "digraph { a [image=\"/dev/zero\"] }",
           "digraph { a [shape=epsf shapefile=\"/etc/passwd\"] }",
           "digraph { _background=\"c 7 -#ff0000 p 4 4 4 36 4 36 36 4 36\" a }",
           "digraph { a [peripheries=1000000000] }",
           "digraph { a [shape=polygon sides=1000000000] }",
           "digraph { a [label=<<table><tr><td colspan=\"30000\">x</td></tr></table>>] }",
           "digraph { stylesheet=\"x?><script>\" a }",
           "digraph { a [fontname=\"x\\\"><script>alert(1)</script>\"] }",
           "digraph { a [URL=\"javascript:alert(1)\"] }",
           "digraph { a -> b [headURL=\"javascript:alert(1)\"] }",
           "digraph { \"javascript:alert(1)\" [URL=\"\\N\"] }",
           "digraph { layout=neato a }",
           "digraph { layers=\"a:b:c\" a }",
           "digraph { concentrate=true a -> b }",
           "digraph { dpi=100000 a }",
           "digraph { a [width=1e300] }",
           "digraph { node [color=\"var(--x)\"] a }",
           "digraph { charset=latin1 a }",
       })
    CHECK_MESSAGE(drawn(dot).svg.empty(), std::string(dot));
}

TEST_CASE("wide values within the limits still give a picture or a fault, never a dead build") {
  for (const auto* dot : {
           "digraph { a -> b [minlen=20 weight=1000 penwidth=20 arrowsize=10] }",
           "digraph { nodesep=10 ranksep=10 margin=5 a [width=20 height=20 fontsize=72] a -> b }",
           "digraph { a -> a [label=self] a -> a; a -> b -> a }",
           "digraph { subgraph cluster_a { a } subgraph cluster_b { b } {rank=same; a; b} a -> b [label=x] }",
           "digraph { compound=true subgraph cluster_a { a } b -> a [lhead=cluster_a] c -> a [lhead=nothing] "
           "}",
           "digraph { splines=curved a -> b -> c -> a [label=x] }",
           "digraph { a [shape=record label=\"{<x>1|2}|3\"] b [shape=Mrecord label=\"{{{\"] a:x -> b:nothing "
           "}",
           "digraph { a [label=\"\\\\N \\G \\E \\T \\H \\L\"] }",
           "digraph { \"\" -> \" \" }",
           "strict digraph { a -> b; a -> b; ordering=out }",
           "digraph { subgraph cluster_x { } subgraph cluster_y { label=y } }",
           "digraph { }",
       }) {
    const auto drawing = drawn(dot);
    CHECK_MESSAGE(drawing.svg.empty() != drawing.faults.empty(), std::string(dot));
  }
}

TEST_CASE("an edge that Graphviz loses is a fault, not a gap") {
  std::vector<LayoutJob> jobs;
  for (unsigned seed = 0; seed < 40; ++seed) jobs.push_back({records(seed)});
  for (const auto& drawing : draw_all(jobs, 2)) {
    if (!drawing || !drawing->faults.empty()) continue;
    std::size_t edges = 0;
    for (auto at = drawing->svg.find("<g class=\"edge"); at != std::string::npos;
         at = drawing->svg.find("<g class=\"edge", at + 1))
      ++edges;
    CHECK(edges == 9);
  }
}

TEST_CASE("a text that cannot be laid out is tried again with simpler settings") {
  // Graphviz 2.42 loses an edge of it unless lines are straight.
  const Drawing drawing = drawn(
      "digraph { subgraph cluster_1 { n1 n4 } { rank=same; n2; n3 } n2 -> n5; n1 -> n0; n3 -> n4; "
      "n5 -> n0 [label=x]; n0 -> n3; n3 -> n2 }");
  CHECK(drawing.faults.empty());
  CHECK(drawing.svg.starts_with("<svg "));
  CHECK(drawing.attempts == 2);
}

TEST_CASE("a text that is given up has a fault that says how often it was tried") {
  const Drawing drawing = drawn(records(0));
  REQUIRE(drawing.faults.size() == 1);
  CHECK(drawing.faults[0].kind == DotFaultKind::layout);
  CHECK(drawing.faults[0].message.ends_with("; tried with 3 settings"));
  CHECK(drawing.attempts == 3);
}

TEST_CASE("a text on which Graphviz crashes has a fault, and the others their pictures") {
  // An assertion of Graphviz 2.42 fails, with any settings.
  const std::string crashing =
      "digraph { subgraph cluster_1 { n1 } { n2 rank=same; n1; n3 } n1 -> n3; n1 -> n3 [label=x] }";
  const auto results = draw_all({{"digraph { a }"}, {crashing}, {"digraph { b }"}}, 1);
  CHECK(results[0]->faults.empty());
  CHECK(results[2]->faults.empty());
  REQUIRE(results[1]);
  REQUIRE(results[1]->faults.size() == 1);
  CHECK(results[1]->faults[0].kind == DotFaultKind::layout);
  CHECK(results[1]->faults[0].message == "Graphviz crashed on this diagram (SIGABRT); tried with 3 settings");
}

TEST_CASE("what is wrong with a text is said after one attempt") {
  const Drawing drawing = drawn("digraph { a -> ");
  CHECK(drawing.attempts == 1);
  CHECK(drawing.faults[0].message.find("tried") == std::string::npos);
}

TEST_CASE("workers measure texts by the font that is given") {
  const auto font = read_font(font_builder::font(font_builder::letters()));
  REQUIRE(font);
  const std::vector<LayoutJob> jobs = {{"digraph { node [shape=box margin=0] AAAAAAAAAAAAAAAA }"}};
  const auto narrow = draw_all(jobs, 1, &*font), usual = draw_all(jobs, 1);
  CHECK(narrow[0]->faults.empty());
  CHECK(narrow[0]->svg != usual[0]->svg);
}

TEST_CASE("large graphs end within the limits") {
  CHECK(first_fault(random_graph(300, 900)) != "");
  const auto drawing = drawn(random_graph(200, 400));
  CHECK((drawing.svg.empty() != drawing.faults.empty()));
}

TEST_CASE("a diagram that cannot be drawn does not spoil the others") {
  const auto results =
      draw_all({{"digraph { a }"}, {"digraph { a -> "}, {"digraph { b }"}, {random_graph(60, 1770)}}, 2);
  CHECK(results[0]->faults.empty());
  CHECK(results[1]->faults.size() == 1);
  CHECK(results[2]->faults.empty());
  CHECK(results[3]->faults.size() == 1);
}

}  // namespace pmsite
