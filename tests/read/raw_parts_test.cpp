// SPDX-License-Identifier: MIT
#include "read/raw_parts.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

constexpr std::string_view kFields[] = {"",           "duration",      "impact",     "root_cause",
                                        "detection",  "actions_taken", "misleading", "escalation",
                                        "resolution", "improvements",  "tasks"};

/// "line role[+second][/field]" a part, with a `*` where it opens a section.
std::string parts(std::string text) {
  std::string list;
  for (const auto& part : find_parts(read_raw_text(SourceText("a.md", std::move(text)))).parts) {
    list += fmt::format("{}{}{} {}", list.empty() ? "" : ", ", part.opens_section ? "*" : "", part.line,
                        word(part.role));
    if (part.second != Role::other) list += "+" + std::string(word(part.second));
    if (part.field != RawField::none)
      list += "/" + std::string(kFields[static_cast<std::size_t>(part.field)]);
  }
  return list;
}

}  // namespace

TEST_CASE("a postmortem is cut at its headings, whatever form they have") {
  const std::string expected = "*1 summary, *3 timeline, *5 cause+resolution, *7 measures";
  for (const std::string form :
       {"## {}", "##{}", "**{}:**", "{}", "{}:", "<h3>{}</h3>", "- **{}**", "## 1. {}", "# {}: a joke"}) {
    std::string text;
    for (const std::string name :
         {"Issue Summary", "Timeline", "Root cause and resolution", "Corrective and preventative measures"})
      text += fmt::format(fmt::runtime(form), name) + "\nwords\n";
    CAPTURE(form);
    CHECK(parts(text) == expected);
  }
}

TEST_CASE("labels inside of a section are fields of it") {
  CHECK(
      parts("Issue Summary:\nDuration: 2 hours\nImpact: all users\nRoot cause: a leak\nTimeline:\n10:00 - a\n"
            "Root cause and resolution:\nRoot cause: a leak\nResolution: a patch\n"
            "Corrective and preventative measures:\nImprovements:\n- b\nTasks:\n- c\n") ==
      "*1 summary, 2 summary/duration, 3 summary/impact, 4 summary/root_cause, *5 timeline, *7 "
      "cause+resolution, "
      "8 cause+resolution/root_cause, 9 cause+resolution/resolution, *10 measures, 11 measures/improvements, "
      "13 measures/tasks");
}

TEST_CASE("where a root cause stands decides what it is") {
  CHECK(parts("## Summary\na\n## Root cause\nb\n## Timeline\nc\n## Root cause and resolution\nd\n") ==
        "*1 summary, 3 summary/root_cause, *5 timeline, *7 cause+resolution");
  CHECK(parts("## Summary\na\n## Root cause\nb\n## Resolution\nc\n## Timeline\nd\n") ==
        "*1 summary, *3 cause, *5 resolution, *7 timeline");
  CHECK(parts("## Summary\na\n### Root cause\nb\n## Timeline\nc\n") ==
        "*1 summary, 3 summary/root_cause, *5 timeline");
  CHECK(parts("Summary\na\nTimeline\nb\nRoot cause\nc\nResolution\nd\n") ==
        "*1 summary, *3 timeline, *5 cause, *7 resolution");
}

TEST_CASE("a resolution under the timeline is a field of it") {
  CHECK(parts("**Summary**\na\n**Timeline**\n- **Escalation:** b\n**Resolution:**\nc\n**Root cause and "
              "resolution**\nd\n") ==
        "*1 summary, *3 timeline, 4 timeline/escalation, 5 timeline/resolution, *7 cause+resolution");
}

TEST_CASE("an entry of the timeline ends a label before it") {
  CHECK(parts("Summary\na\nTimeline\nActions taken: b\n10:00: c\nd\n") ==
        "*1 summary, *3 timeline, 4 timeline/actions_taken, 5 timeline");
}

TEST_CASE("headings of the author's own open sections, deeper ones do not") {
  CHECK(parts("# Outage\n## Summary\na\n### Details\nb\n## Background\nc\n") ==
        "*1 other, *2 summary, 4 summary, *6 other");
  CHECK(parts("# Outage\n## Summary\na\n## Timeline\nb\n## What went down?\n**Root cause:** "
              "c\n**Resolution:** d\n") ==
        "*1 other, *2 summary, *4 timeline, *6 cause+resolution, 7 cause+resolution/root_cause, "
        "8 cause+resolution/resolution");
}

TEST_CASE("every line that is not blank belongs to exactly one part") {
  for (const std::string text :
       {"a\nb\n\nc\n", "# T\n\n![x](y)\n## Timeline\n10:00 a\n", "Impact: x\n", "```\ncode\n```\n", ""}) {
    const auto raw = read_raw_text(SourceText("a.md", text));
    const auto found = find_parts(raw).parts;
    std::size_t next = 0;
    for (const auto& part : found) {
      for (auto i = next; i < part.first; ++i) CHECK(raw.lines[i].text.empty());
      CHECK(part.first >= next);
      CHECK(part.last > part.first);
      next = part.last;
    }
    if (!found.empty()) CHECK(next == raw.lines.size());
  }
}

}  // namespace pmsite
