// SPDX-License-Identifier: MIT
#include "read/raw_missing.hpp"

#include "read/raw_parts.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

/// "line role[+second]" a section.
std::string list(const std::vector<RawPart>& parts) {
  std::string sections;
  for (const auto& part : parts) {
    if (!part.opens_section) continue;
    sections += fmt::format("{}{} {}", sections.empty() ? "" : ", ", part.line, word(part.role));
    if (part.second != Role::other) sections += "+" + std::string(word(part.second));
  }
  return sections;
}

std::string sections(std::string text) {
  return list(find_parts(read_raw_text(SourceText("a.md", std::move(text)))).parts);
}

}  // namespace

TEST_CASE("the text before the first section is the summary") {
  CHECK(sections("# Outage\n\nOur shop was down for two hours.\n\n## Timeline\na\n") ==
        "1 other, 3 summary, 5 timeline");
  CHECK(
      sections(
          "# Outage\n\n![x](y)\n\n## The long night\nOur shop was down for two hours.\n\n## Timeline\na\n") ==
      "1 other, 5 summary, 8 timeline");
  CHECK(sections("# Outage\n\nBy Ann\n\n## Timeline\na\n") == "1 other, 5 timeline");
  CHECK(sections("Our shop was down for two hours.\n") == "1 summary");
}

TEST_CASE("of an overview and a summary the second is the section") {
  CHECK(sections("## Overview\na\n## Issue summary\nb\n## Timeline\nc\n") == "3 summary, 5 timeline");
  CHECK(sections("## Overview\na\n## What happened\nb\n") == "1 summary, 3 summary");
}

TEST_CASE("stamped lines make a timeline that no heading announces") {
  CHECK(sections("## Summary\na\n## The chase\n- 10:00 a\n- 10:05 b\n- 10:10 c\n") ==
        "1 summary, 3 timeline");
  CHECK(sections("Our shop was down for two hours.\n\n10:00 - a\n10:05 - b\n10:10 - c\n") ==
        "1 summary, 3 timeline");
  CHECK(sections("10:00 - a\n10:05 - b\n10:10 - c\n") == "1 timeline");
  CHECK(sections("## Summary\na\n## The chase\n- 10:00 a\n- 10:05 b\n") == "1 summary, 3 other");
}

TEST_CASE("a section that holds the fix, the tasks or the lessons stands for the one that is missing") {
  CHECK(sections("## Summary\na\n## Timeline\nb\n## Root cause\nc\n## Remediation\n### Short-term "
                 "improvements\n- d\n") == "1 summary, 3 timeline, 5 cause, 7 resolution+measures");
  CHECK(sections("## Summary\na\n## Timeline\nb\n## Lessons learned\n- c\n") ==
        "1 summary, 3 timeline, 5 lessons+measures");
  CHECK(sections("## Summary\na\n## Timeline\n10:00: b\n\n**Root cause:** c\n\n**Resolution:** d\n") ==
        "1 summary, 3 timeline, 6 cause, 8 resolution");
}

TEST_CASE("the task that stands above the answer loses its roles") {
  const std::string task =
      "Issue Summary\n- how long\nTimeline\n- when\nCorrective and preventative measures\n- what\n";
  const std::string answer =
      "Issue Summary\na\nTimeline\n10:00: b\nCorrective and preventative measures\nc\n";
  auto parts = find_parts(read_raw_text(SourceText("a.md", task + answer))).parts;
  RawEntry entry;
  entry.line = 10;
  entry.time = TimeMention{};
  disown_preamble({entry}, parts);
  CHECK(list(parts) == "1 other, 3 other, 5 other, 7 summary, 9 timeline, 11 measures");
  auto first = find_parts(read_raw_text(SourceText("a.md", answer + task))).parts;
  entry.line = 4;
  disown_preamble({entry}, first);
  CHECK(list(first) == "1 summary, 3 timeline, 5 measures, 7 summary, 9 timeline, 11 measures");
}

}  // namespace pmsite
