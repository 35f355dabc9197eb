// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

namespace pmsite {
namespace {

constexpr std::string_view kMisled =
    "- 10:20-10:34 CET - **Misled**: suspected a stale health check and drained a healthy balancer; errors "
    "did not fall.\n";

/// The sample with another timeline, whose first entry is on line 22.
std::string with_timeline(std::string_view entries) {
  const auto begin = kSamplePost.find("- 10:08"), end = kSamplePost.find("\n## Root cause");
  return std::string(kSamplePost.substr(0, begin)) + std::string(entries) +
         std::string(kSamplePost.substr(end));
}

}  // namespace

TEST_CASE("a timeline has entries") {
  CHECK(found("timeline-empty", kSamplePost) == "");
  CHECK(found("timeline-empty", with_timeline("It was a long night.\n")) ==
        "21:1 timeline-empty: the timeline has no entries -> write one bullet an event: `- 14:05 UTC - what "
        "happened`");
  CHECK(found("timeline-empty", with_timeline("| time | event |\n|---|---|\n| 10:12 CET | x |\n")) ==
        "21:1 timeline-empty: the timeline has no entries -> write one bullet an event: `- 14:05 UTC - what "
        "happened`");
}

TEST_CASE("a timeline that says nothing at all is an empty section") {
  CHECK(found("timeline-empty", with_timeline("")) == "");
  CHECK(found("section-empty", with_timeline("")) ==
        "21:1 section-empty: the section `Incident timeline` is empty -> write it, or remove its heading");
}

TEST_CASE("a timeline whose entries cannot be read is not called empty") {
  CHECK(found("timeline-empty", with_timeline("- soon\n")) == "");
}

TEST_CASE("an entry before its predecessor is reported at its own line") {
  CHECK(found("timeline-order", kSamplePost) == "");
  CHECK(found("timeline-order",
              with_timeline("- 10:12 CET - a\n- 10:20 CET - b\n- 10:19 CET - c\n- 10:19 CET - d\n")) ==
        "24:3 timeline-order: entry is earlier than the one on line 23 -> sort the timeline, or correct the "
        "time");
}

TEST_CASE("the order of entries is that of moments, not of clocks") {
  CHECK(found("timeline-order", with_timeline("- 10:12 CET - a\n- 09:13 UTC - b\n")) == "");
  CHECK(found("timeline-order", with_timeline("- 10:12 UTC - a\n- 10:13 CET - b\n")) ==
        "23:3 timeline-order: entry is earlier than the one on line 22 -> sort the timeline, or correct the "
        "time");
  CHECK(found("timeline-order", with_timeline("- 2026-10-25 02:50 CEST - a\n- 02:10 CET - b\n")) == "");
}

TEST_CASE("a clock that goes back by less than six hours is the wrong order, by more it is the next day") {
  CHECK(found("timeline-order", with_timeline("- 10:12 CET - a\n- 04:12 CET - b\n")) == "");
  CHECK(found("timeline-order", with_timeline("- 10:12 CET - a\n- 04:13 CET - b\n")) ==
        "23:3 timeline-order: entry is earlier than the one on line 22 -> sort the timeline, or correct the "
        "time");
}

TEST_CASE("a range may not end before it begins") {
  CHECK(found("timeline-range", with_timeline("- 10:12-10:12 CET - a\n- 23:50-00:10 CET - b\n")) == "");
  CHECK(found("timeline-range", with_timeline("- 10:12 CET - a\n- 10:30-10:20 CET - b\n")) ==
        "23:3 timeline-range: the range ends before it begins -> correct one of the two times");
}

TEST_CASE("an entry has one or two sentences") {
  const auto entry = [](std::string_view text) {
    return found("timeline-entry-long", with_timeline("- 10:12 CET - " + std::string(text) + "\n"));
  };
  CHECK(found("timeline-entry-long", kSamplePost) == "");
  CHECK(entry("One. Two.") == "");
  CHECK(entry("One. Two. Three. Four.") ==
        "22:25 timeline-entry-long: the entry has 4 sentences -> one or two tell the event; the rest belongs "
        "into "
        "another entry, or into the sections below");
  CHECK(level_found("timeline-entry-long", with_timeline("- 10:12 CET - One. Two. Three.\n")) == "warning");
}

TEST_CASE("what is no sentence does not count") {
  const auto entry = [](std::string_view text) {
    return found("timeline-entry-long", with_timeline("- 10:12 CET - " + std::string(text) + "\n"));
  };
  CHECK(entry("**Started.** One, e.g. at 9.5 %, wrapped\n  on two lines. Two. `cache: down`, `checkout: "
              "down`.") == "");
  CHECK(entry("Ran `a. b. c.` twice. It failed.") == "");
  CHECK(entry("One. Two.\n\n  Evidence. More of it. And more. And still more.\n\n  > A quote. Of three. "
              "Sentences.") == "");
}

TEST_CASE("the default profile wants a path that was followed and was wrong") {
  const std::string alx = sample_with("profile: learning", "profile: alx");
  CHECK(found("misleading-path-missing", alx) == "");
  CHECK(found("misleading-path-missing", changed(alx, kMisled, "")) ==
        "21:1 misleading-path-missing: no entry tells of a path that was followed and was wrong -> add an "
        "entry "
        "`**Misled**: ...`, or `misleading_paths: {none: why}` to the front matter");
}

TEST_CASE("where the timeline, or an entry of it, cannot be read, no path is missed as well") {
  const std::string alx = changed(with_timeline("x\n"), "profile: learning", "profile: alx");
  CHECK(found("misleading-path-missing", changed(alx, "## Incident timeline", "## Story")) == "");
  const std::string unread =
      changed(with_timeline("- 10:12 CET - a\n- **Misled**: b\n"), "profile: learning", "profile: alx");
  CHECK(found("misleading-path-missing", unread) == "");
}

TEST_CASE("a reason will do where there was no misleading path") {
  const std::string alx =
      sample_with("profile: learning", "profile: alx\nmisleading_paths: {none: the alert named the cause}");
  CHECK(found("misleading-path-missing", changed(alx, kMisled, "")) == "");
}

TEST_CASE("other profiles only advise a misleading path") {
  CHECK(level_found("misleading-path-missing", sample_with(kMisled, "")) == "note");
}

}  // namespace pmsite
