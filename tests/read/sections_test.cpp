// SPDX-License-Identifier: MIT
#include "read/sections.hpp"

#include "engine/markdown.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

namespace pmsite {
namespace {

std::string list(const std::vector<Role>& roles) {
  std::string words;
  for (const auto role : roles) words += (words.empty() ? "" : "+") + std::string(word(role));
  return words;
}

std::string roles(std::string_view heading) { return list(roles_of_heading(heading)); }

Nodes parse(std::string_view text) {
  Diagnostics diagnostics;
  auto blocks = parse_markdown(text, 1, FileReporter("x.md", diagnostics));
  assign_anchors(blocks);
  return blocks;
}

/// "line#anchor level roles (roles inside) blocks" a section.
std::string sections(std::string_view text) {
  const auto split = split_sections(parse(text));
  std::string lines = split.preamble.empty() ? "" : fmt::format("preamble {}", split.preamble.size());
  for (const auto& section : split.sections)
    lines +=
        fmt::format("{}{}#{} {} {} ({}) {}", lines.empty() ? "" : "\n", section.at.begin.line, section.anchor,
                    section.level, list(section.roles), list(section.roles_inside), section.blocks.size());
  return lines;
}

}  // namespace

TEST_CASE("the headings of the format have their roles") {
  CHECK(roles("Issue summary") == "summary");
  CHECK(roles("Incident summary") == "summary");
  CHECK(roles("Summary") == "summary");
  CHECK(roles("Impact") == "impact");
  CHECK(roles("Timeline") == "timeline");
  CHECK(roles("Incident timeline") == "timeline");
  CHECK(roles("Root cause and resolution") == "cause+resolution");
  CHECK(roles("Root cause analysis") == "cause");
  CHECK(roles("Root causes") == "cause");
  CHECK(roles("Resolution and recovery") == "resolution");
  CHECK(roles("Resolution") == "resolution");
  CHECK(roles("Detection") == "detection");
  CHECK(roles("Corrective and preventative measures") == "measures");
  CHECK(roles("Preventative measures") == "measures");
  CHECK(roles("Action items") == "measures");
  CHECK(roles("Lessons learned") == "lessons");
}

TEST_CASE("synonyms that people use have roles") {
  for (const std::string heading :
       {"Issue Summary", "TL;DR", "TLDR", "Executive Summary", "What happened?", "Overview"})
    CHECK(roles(heading) == "summary");
  for (const std::string heading : {"Timeline of events", "Chronology", "TIMELINE"})
    CHECK(roles(heading) == "timeline");
  for (const std::string heading : {"Corrective and Preventive Actions", "Prevention", "Follow-up actions"})
    CHECK(roles(heading) == "measures");
}

TEST_CASE("case, numbers, emoji, punctuation and brackets do not matter") {
  CHECK(roles("1. Timeline") == "timeline");
  CHECK(roles("2) Issue summary:") == "summary");
  CHECK(roles("\xF0\x9F\x95\x92 Timeline") == "timeline");
  CHECK(roles("Timeline (all times in UTC)") == "timeline");
  CHECK(roles("[WIP] timeline") == "timeline");
  CHECK(roles("Root cause & resolution") == "cause+resolution");
  CHECK(roles("Root cause&resolution") == "cause+resolution");
  CHECK(roles("Root cause / resolution") == "cause+resolution");
  CHECK(roles("  TIMELINE  ") == "timeline");
}

TEST_CASE("of a heading with a colon the part that names a role counts") {
  CHECK(roles("The plot thickens: Timeline") == "timeline");
  CHECK(roles("Timeline: a long night") == "timeline");
  CHECK(roles("Summary: Timeline") == "timeline");
  CHECK(roles("A: B") == "");
}

TEST_CASE("what a heading says about the incident does not matter") {
  for (const std::string heading :
       {"Summary of the outage", "The incident summary", "Event synopsis", "Problem description"})
    CHECK(roles(heading) == "summary");
  CHECK(roles("Timeline of the incident") == "timeline");
  CHECK(roles("Root cause of the failure") == "cause");
  CHECK(roles("Outage") == "");
}

TEST_CASE("a heading may announce two things") {
  CHECK(roles("Root cause analysis and resolution") == "cause+resolution");
  CHECK(roles("Cause and fix") == "cause+resolution");
  CHECK(roles("Lessons learned and action items") == "lessons+measures");
  CHECK(roles("Causes and contributing factors") == "");
}

TEST_CASE("a dash divides like a colon, and numbers may be Roman or letters") {
  CHECK(roles("The plot thickens - Timeline") == "timeline");
  CHECK(roles("Timeline | all of it") == "timeline");
  CHECK(roles("III. Root cause") == "cause");
  CHECK(roles("b) Timeline") == "timeline");
  CHECK(heading_words("IV. What we've learned, & why (UTC)") == "what weve learned and why");
}

TEST_CASE("other headings have no role") {
  for (const std::string heading :
       {"", "Background", "Timelines", "Summary of the timeline", "5", "\xE6\x99\x82"}) {
    CAPTURE(heading);
    CHECK(roles(heading) == "");
  }
}

TEST_CASE("the body is cut at its headings, and what comes before them is the preamble") {
  CHECK(sections("intro\n\nmore\n\n## Summary\na\n\nb\n\n## Timeline\n- c\n") ==
        "preamble 2\n5#s-summary 2 summary () 2\n10#s-timeline 2 timeline () 1");
}

TEST_CASE("a body without headings is all preamble") {
  CHECK(sections("a\n\nb\n") == "preamble 2");
  CHECK(sections("") == "");
}

TEST_CASE("a heading that is a title does not swallow the sections below it") {
  CHECK(sections("# Postmortem: the cache\n\n## Summary\na\n\n### Impact\nb\n") ==
        "1#s-postmortem-the-cache 1 other () 0\n3#s-summary 2 summary (impact) 3");
  CHECK(sections("# Report\n\n## Background\nx\n\n## Timeline\ny\n") ==
        "1#s-report 1 other () 2\n6#s-timeline 2 timeline () 1");
}

TEST_CASE("a deeper heading stays inside, and its role with it") {
  CHECK(sections("## Summary\na\n\n### Impact\nb\n\n#### Who\nc\n\n## Timeline\nd\n") ==
        "1#s-summary 2 summary (impact) 5\n10#s-timeline 2 timeline () 1");
}

TEST_CASE(
    "a timeline and measures are sections of their own at every level, since entries are read from them") {
  CHECK(sections("## Summary\na\n\n### Timeline\n- b\n\n### Action items\n- c\n") ==
        "1#s-summary 2 summary () 1\n4#s-timeline 3 timeline () 1\n7#s-action-items 3 measures () 1");
}

TEST_CASE("a heading of the same or a higher level opens a section, known or not") {
  CHECK(sections("### Summary\na\n\n### Background\nb\n\n## Timeline\nc\n") ==
        "1#s-summary 3 summary () 1\n4#s-background 3 other () 1\n7#s-timeline 2 timeline () 1");
}

TEST_CASE("anchors are unique in a post") {
  CHECK(sections("## Impact\n## Impact\n## Impact 2\n## \xE6\x99\x82\n## !\n") ==
        "1#s-impact 2 impact () 0\n2#s-impact-2 2 impact () 0\n3#s-impact-2-2 2 other () 0\n"
        "4#s-section 2 other () 0\n5#s-section-2 2 other () 0");
}

TEST_CASE("a heading inside a section has an anchor of its own") {
  const auto split = split_sections(parse("## Summary\n### Impact\na\n### Impact\nb\n"));
  REQUIRE(split.sections.size() == 1);
  REQUIRE(split.sections[0].blocks.size() == 4);
  CHECK(split.sections[0].blocks[0].title == "s-impact");
  CHECK(split.sections[0].blocks[2].title == "s-impact-2");
  CHECK(plain_text(split.sections[0].heading) == "Summary");
}

TEST_CASE("headings inside quotes have anchors, too") {
  const Nodes blocks = parse("## Impact\n\n> ## Impact\n");
  CHECK(blocks.at(0).title == "s-impact");
  CHECK(blocks.at(1).children.at(0).title == "s-impact-2");
}

TEST_CASE("thousands of equal headings have different anchors") {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "# a\n";
  const Nodes blocks = parse(text);
  CHECK(blocks.back().title == "s-a-5000");
}

TEST_CASE("headings inside quotes and lists do not cut the body") {
  CHECK(sections("## Summary\n> ## Timeline\n\n- # x\n") == "1#s-summary 2 summary () 2");
}

TEST_CASE("a timeline or measures below one of their own role stay inside it") {
  CHECK(sections("## Corrective measures\na\n\n### Action items\n- b\n\n### Timeline\n- c\n") ==
        "1#s-corrective-measures 2 measures (measures) 3\n7#s-timeline 3 timeline () 1");
  CHECK(sections("## Timeline\n### Chronology\n- a\n") == "1#s-timeline 2 timeline (timeline) 2");
}

TEST_CASE("a timeline at a deeper level is found below every kind of section") {
  CHECK(sections("# Summary\na\n\n## Timeline\n- b\n\n## Impact\nc\n\n# Cause\nd\n") ==
        "1#s-summary 1 summary () 1\n4#s-timeline 2 timeline () 1\n7#s-impact 2 impact () 1\n"
        "10#s-cause 1 cause () 1");
  CHECK(sections("## Background\na\n\n### Timeline\n- b\n\n#### Notes\nc\n") ==
        "1#s-background 2 other () 1\n4#s-timeline 3 timeline () 3");
}

}  // namespace pmsite
