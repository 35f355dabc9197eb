// SPDX-License-Identifier: MIT
#include "engine/graphviz_read.hpp"

#include "engine/worker_pool.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <vector>

namespace pmsite {
namespace {

/// "LINE: MESSAGE" of every fault, one a line.
std::string told(const DotReading& reading) {
  std::string text;
  for (const auto& fault : reading.faults) text += fmt::format("{}: {}\n", fault.line, fault.message);
  return text;
}

/// The same with the name of the kind before it: "limit 1: ...".
std::string told_with_kinds(const DotReading& reading) {
  constexpr const char* kKinds[] = {"syntax", "attribute", "limit", "layout"};
  std::string text;
  for (const auto& fault : reading.faults)
    text += fmt::format("{} {}: {}\n", kKinds[static_cast<int>(fault.kind)], fault.line, fault.message);
  return text;
}

/// What `tell` says of the text. It is read in a worker, as in the program: a text under test may crash
/// Graphviz.
std::string read_in_worker(const std::string& dot, std::string (*tell)(const DotReading&)) {
  const auto outcomes =
      run_in_workers(1, 1, [&](std::size_t) -> WorkerAnswer { return {tell(read_dot(dot))}; });
  return outcomes[0].answer ? *outcomes[0].answer : outcomes[0].answer.error().message;
}

std::string faults_of(const std::string& dot) { return read_in_worker(dot, told); }

std::string first_kind(const std::string& dot) {
  const std::string text = read_in_worker(dot, told_with_kinds);
  return text.substr(0, text.find(' '));
}

std::string chain(int nodes) {
  std::string dot = "digraph { n0";
  for (int i = 1; i < nodes; ++i) dot += fmt::format(" -> n{}", i);
  return dot + " }";
}

std::string nested_clusters(int depth) {
  std::string dot = "digraph {";
  for (int i = 0; i < depth; ++i) dot += fmt::format("\nsubgraph cluster_{} {{", i);
  return dot + "a" + std::string(static_cast<std::size_t>(depth), '}') + "}";
}

}  // namespace

TEST_CASE("what is printed to standard error is collected, without limit, and only for a while") {
  std::FILE* const before = stderr;
  {
    GraphvizMessages messages;
    CHECK(messages.text().empty());
    std::fprintf(stderr, "Error: %s\n", std::string(5000, 'x').c_str());
    CHECK(messages.text() == "Error: " + std::string(5000, 'x') + "\n");
    std::fputs("more", stderr);
    CHECK(messages.text().ends_with("\nmore"));
  }
  CHECK(stderr == before);
}

TEST_CASE("a text is read into a graph of Graphviz's, or there are faults and no graph") {
  const std::vector<std::string> texts = {"digraph { subgraph cluster_a { b } }", "digraph {",
                                          "digraph { a [image=x] }", chain(201)};
  const auto outcomes = run_in_workers(texts.size(), 1, [&texts](std::size_t job) -> WorkerAnswer {
    const auto reading = read_dot(texts[job]);
    return {(reading.graph != nullptr ? "graph " : "none ") + std::to_string(reading.faults.size())};
  });
  CHECK(*outcomes[0].answer == "graph 0");
  CHECK(*outcomes[1].answer == "none 1");
  CHECK(*outcomes[2].answer == "graph 1");
  CHECK(*outcomes[3].answer == "none 1");
}

TEST_CASE("syntax errors name the line and what stands there") {
  CHECK(faults_of("digraph {\n a -> \n}") == "3: syntax error near `}`\n");
  CHECK(faults_of("digraph {\n\n a - b\n}") ==
        "3: syntax error near `-`; a name with a hyphen must stand in quotes\n");
  CHECK(faults_of("graph { a -> b }") ==
        "1: syntax error near `->`; `->` needs `digraph`, `graph` takes `--`\n");
  CHECK(faults_of("digraph { a -- b }") ==
        "1: syntax error near `--`; `--` needs `graph`, `digraph` takes `->`\n");
  CHECK(faults_of("hello") == "1: syntax error near `hello`\n");
  CHECK(first_kind("hello") == "syntax");
}

TEST_CASE("line ends inside strings and #line comments do not shift the line of an error") {
  CHECK(faults_of("digraph {\n a [label=\"1\n2\n3\"]\n b -> \n}") == "6: syntax error near `}`\n");
  CHECK(faults_of("digraph {\n#line 700\n a -> -> b }") == "3: syntax error near `->`\n");
}

TEST_CASE("attributes that are not allowed are reported at their line") {
  const std::string dot = "digraph {\n a\n b [label=x,\n image=\"/etc/passwd\"]\n a -> b [lable=y]\n}";
  CHECK(read_in_worker(dot, told_with_kinds) ==
        "attribute 4: attribute `image` is not allowed\n"
        "attribute 5: attribute `lable` is not allowed; did you mean `label`?\n");
}

TEST_CASE("HTML-like labels are refused wherever they stand") {
  CHECK(faults_of("digraph {\n a [label=<<b>x</b>>]\n}") ==
        "2: HTML-like text (<...>) is not allowed; write it in quotes\n");
  CHECK(first_kind("digraph { <x> -> b }") == "attribute");
}

TEST_CASE("defaults and values of subgraphs are checked too") {
  CHECK(faults_of("digraph {\nnode [URL=\"javascript:x\"]\na }").starts_with("2: `URL` must be"));
  CHECK(faults_of("digraph {\nsubgraph s {\n splines=ortho } }").starts_with("3: `splines` must be"));
  CHECK(faults_of("digraph { a }\n// image=1\n") == "");
}

TEST_CASE("the limits of a diagram are kept") {
  CHECK(faults_of("digraph { a }" + std::string(kLargestDot, ' ')) ==
        "1: 65549 bytes; a diagram has at most 65536\n");
  CHECK(faults_of(chain(200)) == "");
  CHECK(faults_of(chain(201)) == "1: more than 200 nodes; a reader cannot take in so many\n");
  std::string edges = "digraph {";
  for (int i = 0; i < 401; ++i) edges += " a -> b";
  CHECK(faults_of(edges + "}") == "1: more than 400 edges; a reader cannot take in so many\n");
  CHECK(faults_of(nested_clusters(8)) == "");
  CHECK(faults_of(nested_clusters(9)) == "10: clusters are nested more than 8 deep\n");
  CHECK(faults_of("digraph {\n\na [label=\"" + std::string(2001, 'x') + "\"]}") ==
        "3: `label` has 2001 bytes; at most 2000 are allowed\n");
  CHECK(first_kind("digraph { " + std::string(2001, 'x') + " }") == "limit");
}

TEST_CASE("texts made to exhaust the parser are refused or contained") {
  CHECK(first_kind("digraph " + std::string(4000, '{')) == "limit");
  CHECK(first_kind(chain(5000)) != "attribute");
  std::string sets = "digraph { {";
  for (int i = 0; i < 4000; ++i) sets += fmt::format(" a{}", i);
  sets += "} -> {";
  for (int i = 0; i < 4000; ++i) sets += fmt::format(" b{}", i);
  CHECK(first_kind(sets + "} }") == "limit");
}

TEST_CASE("faults of one text are not without end") {
  std::string dot = "digraph {";
  for (int i = 0; i < 500; ++i) dot += fmt::format("\nq{}=1", i);
  CHECK(read_in_worker(dot + "}", [](const DotReading& reading) {
          return std::to_string(reading.faults.size());
        }) == std::to_string(kMostDotFaults));
}

}  // namespace pmsite
