// SPDX-License-Identifier: MIT
#include "read/raw_fences.hpp"

#include "base/text.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// A letter for each line: (t)ext, (c)ode, (m)ark.
std::string kinds(std::string_view text) {
  std::string letters;
  for (const auto kind : find_fences(split(text, '\n')))
    letters += kind == FencedAs::text ? 't' : kind == FencedAs::code ? 'c' : 'm';
  return letters;
}

}  // namespace

TEST_CASE("what stands between fences is code") {
  CHECK(kinds("a\n```\nb\n```\nc") == "tmcmt");
  CHECK(kinds("~~~bash\nb\n```\n~~~~\nc") == "mccmt");
  CHECK(kinds("  ```\n  b\n  ```") == "mcm");
  CHECK(kinds("> ```\n> b\n> ```") == "mcm");
  CHECK(kinds("````\n```\nb\n````") == "mccm");
}

TEST_CASE("code inside of a line and a fence that nobody closes make no code") {
  CHECK(kinds("```a```\nb") == "tt");
  CHECK(kinds("``\nb\n``") == "ttt");
  CHECK(kinds("a\n```\nb\nc") == "tmtt");
}

TEST_CASE("a fence around Markdown is taken off, and those inside stay") {
  CHECK(kinds("```markdown\n# A\n```bash\nls\n```\nb\n```") == "mtmcmtm");
  CHECK(kinds("```md\n# A\n```\nb") == "mtmt");
}

TEST_CASE("a fence around the sections of a postmortem is taken off") {
  CHECK(kinds("```\nIssue Summary:\nx\n**Timeline**\ny\n```") == "mttttm");
  CHECK(kinds("```bash\nsummary\ntimeline\n```") == "mccm");
  CHECK(kinds("```\nsummary\n```") == "mcm");
}

TEST_CASE("thousands of openings come to an end") {
  for (const std::string line : {"```a\n", "~~~\n", "```md\n", "```\n"}) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += line;
    CHECK(kinds(text).size() == 20'001);
  }
}

}  // namespace pmsite
