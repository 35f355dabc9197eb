// SPDX-License-Identifier: MIT
#include "read/allowances.hpp"

#include "engine/markdown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace pmsite;

namespace {

/// "3 word-count: told together", one line an allowance.
std::string allowances_in(std::string_view body) {
  Diagnostics ignored;
  std::string lines;
  for (const auto& each : read_allowances(parse_markdown(body, 1, FileReporter("a.md", ignored))))
    lines +=
        fmt::format("{}{} {}: {}", lines.empty() ? "" : "\n", each.at.begin.line, each.rule, each.reason);
  return lines;
}

}  // namespace

TEST_CASE("a comment names a rule and a reason") {
  CHECK(allowances_in("Text.\n\n<!-- pmsite-allow word-count: told together -->\n") ==
        "3 word-count: told together");
  CHECK(allowances_in("<!--pmsite-allow word-count:told together-->\n") == "1 word-count: told together");
  CHECK(allowances_in("Text <!-- pmsite-allow a-b: c --> goes on.\n") == "1 a-b: c");
}

TEST_CASE("a comment inside of a list or a quotation counts as well") {
  CHECK(allowances_in("- one\n\n  <!-- pmsite-allow a-b: c -->\n") == "3 a-b: c");
  CHECK(allowances_in("> <!-- pmsite-allow a-b: c -->\n") == "1 a-b: c");
}

TEST_CASE("one piece of HTML may hold several comments, each with its own line") {
  CHECK(allowances_in("<!-- pmsite-allow a: b -->\n<!-- something else -->\n<!-- pmsite-allow c: d -->\n") ==
        "1 a: b\n3 c: d");
}

TEST_CASE("a reason may hold colons and run over several lines") {
  CHECK(allowances_in("<!-- pmsite-allow a: at 10:12\nas told -->\n") == "1 a: at 10:12 as told");
}

TEST_CASE("what is left out is returned as empty, for the checks to ask for it") {
  CHECK(allowances_in("<!-- pmsite-allow word-count -->\n") == "1 word-count: ");
  CHECK(allowances_in("<!-- pmsite-allow word-count:  -->\n") == "1 word-count: ");
  CHECK(allowances_in("<!-- pmsite-allow -->\n") == "1 : ");
}

TEST_CASE("other comments, and texts about the comment, are none") {
  CHECK(allowances_in("<!-- pmsite-allowed word-count: a -->\n") == "");
  CHECK(allowances_in("<!-- see pmsite-allow word-count: a -->\n") == "");
  CHECK(allowances_in("Write `<!-- pmsite-allow word-count: a -->`.\n") == "");
  CHECK(allowances_in("```\n<!-- pmsite-allow word-count: a -->\n```\n") == "");
}

TEST_CASE("a comment that is never closed ends with its text") {
  CHECK(allowances_in("<!-- pmsite-allow a: b") == "1 a: b");
}
