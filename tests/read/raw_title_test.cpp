// SPDX-License-Identifier: MIT
#include "read/raw_title.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

std::string title(std::string text) {
  return find_title(read_raw_text(SourceText("a.md", std::move(text)))).text;
}

}  // namespace

TEST_CASE("the title is the first line that is no section and no sentence") {
  CHECK(title("# The day the cache died\n\n## Summary\n") == "The day the cache died");
  CHECK(title("![x](y)\n\n**Checkout outage**\n\nSummary\n") == "Checkout outage");
  CHECK(title("Checkout outage\nIssue Summary\n") == "Checkout outage");
  CHECK(title("## Issue Summary\nx\n") == "");
  CHECK(title("Issue summary: we were down\n") == "");
  CHECK(title("We were down for an hour.\n") == "");
  CHECK(title("- a\n") == "");
  CHECK(title("") == "");
}

TEST_CASE("of a title that says nothing the next heading is taken") {
  CHECK(title("# 0x19. Postmortem\n# The day the cache died\n") == "The day the cache died");
  CHECK(title("# Postmortem\n\n## Summary\n") == "Postmortem");
}

TEST_CASE("front matter may hold the title") {
  CHECK(title("---\ntitle: \"A: b\"\n---\n# Postmortem\n") == "A: b");
  CHECK(title("+++\ntitle = 'A'\n+++\nSummary\n") == "A");
  CHECK(title("---\ntitles: b\n---\n# C\n") == "C");
}

TEST_CASE("what a chat says first is no title") {
  CHECK(title("Sure! Here is your postmortem:\n\n# Outage\n") == "");
}

TEST_CASE("the lines of the title are told") {
  const auto found = find_title(read_raw_text(SourceText("a.md", "\n# A\n# B\n\ntext. And more.\n")));
  CHECK(found.heading == "A");
  CHECK(found.first == 1);
  CHECK(found.last == 3);
}

}  // namespace pmsite
