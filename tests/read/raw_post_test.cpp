// SPDX-License-Identifier: MIT
#include "read/raw_post.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

RawPost read(std::string text) { return read_raw_post(SourceText("a.md", std::move(text))); }

int line_of(const RawPost& post, Role role) {
  const auto* part = post.section(role);
  return part == nullptr ? 0 : part->line;
}

}  // namespace

TEST_CASE("a raw postmortem is recognised as a whole") {
  const auto post = read(
      "# The day the cache died\n\nIssue Summary:\nDuration: June 5, 2024, 10:00 AM - 11:30 AM (UTC)\n"
      "Impact: 40% of users saw errors.\n\nTimeline (all times in UTC):\n- 10:00 AM: an alert fired\n"
      "- Escalation: the database team\n- 11:30 AM: fixed\n\nRoot cause and resolution:\nA full disk. We "
      "freed it.\n\n"
      "Corrective and preventative measures:\n- add an alert\n");
  CHECK(post.title == "The day the cache died");
  CHECK(line_of(post, Role::summary) == 3);
  CHECK(line_of(post, Role::timeline) == 7);
  CHECK(line_of(post, Role::cause) == 12);
  CHECK(line_of(post, Role::resolution) == 12);
  CHECK(line_of(post, Role::measures) == 15);
  CHECK(line_of(post, Role::lessons) == 0);
  REQUIRE(post.entries.size() == 3);
  CHECK(post.entries[1].label == "Escalation");
  CHECK_FALSE(post.entries[1].time);
  REQUIRE(post.interval);
  CHECK_FALSE(post.interval->is_inferred);
  CHECK(post.interval->lines == std::vector<int>{4});
  CHECK(post.interval->to.clock.minute == 30);
  CHECK(post.zone == "UTC");
  CHECK(post.text.words == 56);
}

TEST_CASE("a text that is no postmortem gives no facts") {
  for (const std::string text :
       {"", "\n\n", "# Postmortem\n\nhttps://example.com/post\n", "```\nls\n```\n", "---\n"}) {
    const auto post = read(text);
    CAPTURE(text);
    CHECK(post.entries.empty());
    CHECK_FALSE(post.interval);
    CHECK(line_of(post, Role::timeline) == 0);
  }
}

TEST_CASE("hostile texts come to an end") {
  for (const std::string piece :
       {"Start: 10:00\n", "10:00 ", "10:00: a\n", "Timeline\n10:00 x\n", "Root cause:\nResolution:\n",
        "a\n---\n", "- a. - B: c ", "began at 10:00 resolved. ", "<b>", "[[a](", "| 1 | 10:00 |\n",
        "## Summary\n## Timeline\n10:00 a\n## Measures\n", "\xFF\xFE"}) {
    std::string text = "## Summary\n";
    while (text.size() < 100'000) text += piece;
    CAPTURE(piece);
    CHECK_FALSE(read(text).parts.empty());
  }
}

}  // namespace pmsite
