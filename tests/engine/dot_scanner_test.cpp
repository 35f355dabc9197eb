// SPDX-License-Identifier: MIT
#include "engine/dot_scanner.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string fault_of(std::string_view dot) {
  const auto scan = scan_dot(dot);
  return scan.fault ? std::to_string(scan.fault->line) + ": " + scan.fault->message : "";
}

}  // namespace

TEST_CASE("tokens know the line they begin on, also after strings and comments of several lines") {
  const auto scan = scan_dot("digraph {\n/* a\nb */ # c\n// d\n\"e\nf\" -> g\n}");
  REQUIRE_FALSE(scan.fault);
  REQUIRE(scan.tokens.size() == 6);
  CHECK(scan.tokens[2].value == "e\nf");
  CHECK(scan.tokens[2].line == 5);
  CHECK(scan.tokens[3].value == "->");
  CHECK(scan.tokens[4].line == 6);
}

TEST_CASE("escapes in strings are resolved as Graphviz does") {
  const auto scan = scan_dot("digraph { a [label=\"q\\\"q \\n \\\\ con\\\ntinued\"] }");
  const auto assignments = dot_assignments(scan.tokens);
  REQUIRE(assignments.size() == 1);
  CHECK(assignments[0].value == "q\"q \\n \\\\ continued");
}

TEST_CASE("assignments are found with their lines, and joined strings are one value") {
  const auto scan = scan_dot("digraph {\nrankdir=LR\na [\"label\"=\"b\" + \"c\",\nweight=-2.5]\n}");
  const auto assignments = dot_assignments(scan.tokens);
  REQUIRE(assignments.size() == 3);
  CHECK(assignments[0].name == "rankdir");
  CHECK(assignments[0].line == 2);
  CHECK(assignments[1].value == "bc");
  CHECK(assignments[2].value == "-2.5");
  CHECK(assignments[2].line == 4);
}

TEST_CASE("names inside strings and comments are no assignments") {
  CHECK(dot_assignments(scan_dot("digraph { /* image=x */ a -> \"image=y\" // image=z\n}").tokens).empty());
}

TEST_CASE("an empty text is reported as such") {
  CHECK(fault_of("") == "1: the diagram is empty; write `digraph { a -> b }`");
  CHECK(fault_of(" \n// only a comment") == "1: the diagram is empty; write `digraph { a -> b }`");
}

TEST_CASE("what is never closed is reported where it begins") {
  CHECK(fault_of("digraph {\n a [label=\"x\n}\n") == "2: the string that begins here is not closed with \"");
  CHECK(fault_of("digraph {\n/* x }") == "2: the comment that begins here is not closed with */");
  CHECK(fault_of("digraph {\n\na [label=<b<c>] }") == "3: the < that stands here is not closed with >");
  CHECK(fault_of("digraph {\n a\n") == "2: a closing } is missing at the end");
}

TEST_CASE("a second graph and text after the graph are refused") {
  CHECK(fault_of("digraph { a }\ndigraph { b }") ==
        "2: a second graph begins here; give each graph a block of its own");
  CHECK(fault_of("digraph { a }\n\nhello") == "3: `hello` stands after the closing } of the graph");
  CHECK(fault_of("digraph { a } // fine\n# too\n") == "");
}

TEST_CASE("bytes that are no text are refused") {
  CHECK(fault_of("\xEF\xBB\xBF"
                 "digraph {}") == "1: the text begins with a byte order mark; remove it");
  CHECK(fault_of("digraph {\n\"\xFF\" }") == "2: the text is not valid UTF-8");
  CHECK(fault_of("digraph {\n\n\"\x01\" }") == "3: control character U+0001 in the text");
  CHECK(fault_of(std::string("digraph {\0}", 11)) == "1: control character U+0000 in the text");
  CHECK(fault_of("digraph { a @ b }") == "1: `@` must stand in quotes");
}

TEST_CASE("braces may not be nested without end") {
  const auto scan = scan_dot("digraph " + std::string(40, '{') + std::string(40, '}'));
  REQUIRE(scan.fault);
  CHECK(scan.fault->kind == DotFaultKind::limit);
}

TEST_CASE("quotations stay on one line and are short") {
  CHECK(quotation("a\nb") == "a b");
  CHECK(quotation(std::string(100, 'x')) == std::string(60, 'x') + "...");
  CHECK(quotation("\xFF") == "\xFF");
}

TEST_CASE("names that touch are two for Graphviz, and refused where it would draw both in silence") {
  CHECK(fault_of("digraph {\n pg-1 }") == "2: `pg-1` is read as two names; write \"pg-1\", in quotes");
  CHECK(fault_of("digraph { v1.2 }") == "1: `v1.2` is read as two names; write \"v1.2\", in quotes");
  CHECK(fault_of("digraph { 3scale }") == "1: `3scale` is read as two names; write \"3scale\", in quotes");
  CHECK(fault_of("digraph { a\"b\" }") == "1: `ab` is read as two names; write \"ab\", in quotes");
  CHECK(fault_of("digraph { \"a\"b }") == "1: `ab` is read as two names; write \"ab\", in quotes");
  for (const auto* dot :
       {"digraph { a -1 -> -.5 }", "graph { a--b--1 }", "digraph { a->b [weight=2 label=\"x\"] }",
        "digraph { a:\"n\" -> b:s; \"x\"/* */y }", "digraph { a [label=\"x\"+\"y\"] }"})
    CHECK_MESSAGE(fault_of(dot) == "", std::string(dot));
}

}  // namespace pmsite
