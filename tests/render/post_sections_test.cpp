// SPDX-License-Identifier: MIT
#include "render/post_sections.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

const Page kPage{"posts/x/", "T", "D"};

SampleSite sample_with(std::string_view body) {
  SampleSite sample;
  sample.content.assets = {"a.pdf", "b.png"};
  sample.post("2026-03-06-x", "", body);
  return sample;
}

Value sections_of(const SampleSite& sample) {
  return post_sections(sample.assemble(), kPage, sample.pictures, sample.content.posts.at(0));
}

const Value& section(const Value& sections, std::size_t index) {
  return sections.get_if<Value::List>()->at(index);
}

/// What each part of a section is: "HTML", "<timeline>" with the anchors or "<actions>" with the texts, a
/// line each.
std::string parts_of(const Value& section_data) {
  std::string text;
  for (const auto& part : *at(section_data, "parts").get_if<Value::List>()) {
    text += text_at(part, "body_html");
    if (const Value& timeline = at(part, "timeline"); timeline.get_if<Value::Object>())
      text += "<timeline> " + column(at(timeline, "entries"), "anchor") + "\n";
    if (const Value& actions = at(part, "actions"); actions.get_if<Value::Object>())
      text += "<actions> " + column(at(actions, "items"), "text_html") + "\n";
  }
  return text;
}

std::string only_section(std::string_view body) {
  return parts_of(section(sections_of(sample_with(body)), 0));
}

}  // namespace

TEST_CASE("each section has its heading with an anchor, at level 2 whatever its author wrote") {
  const Value sections = sections_of(sample_with("# Summary & *more*\nText.\n\n# What else\nMore.\n"));
  CHECK(column(sections, "anchor") == "s-summary-more|s-what-else");
  CHECK(column(sections, "heading_html") == "Summary &amp; <em>more</em>|What else");
  CHECK(column(sections, "level") == "2|2");
  CHECK(parts_of(section(sections, 0)) == "<p>Text.</p>\n");
}

TEST_CASE("text before the first heading is a section without one") {
  const Value sections = sections_of(sample_with("Hello.\n\n## Summary\nText.\n"));
  CHECK(column(sections, "heading_html") == "|Summary");
  CHECK(column(sections, "anchor") == "|s-summary");
  CHECK(parts_of(section(sections, 0)) == "<p>Hello.</p>\n");
}

TEST_CASE("sub-headings stand one level below their section") {
  CHECK(only_section("# Root cause\n\n## Details\nx\n").starts_with("<h3 id=\"s-details\">"));
  CHECK(only_section("## Root cause\n\n#### Details\nx\n").starts_with("<h4 id=\"s-details\">"));
}

TEST_CASE("each list of the timeline is data where it stands, with the prose around it") {
  CHECK(only_section(
            "## Timeline\nAll times are CET.\n\n- 10:12 - a\n- 10:13 - b\n\nLater:\n\n1. 11:00 - c\n") ==
        "<p>All times are CET.</p>\n<timeline> at-10:12|at-10:13\n<p>Later:</p>\n<timeline> at-11:00\n");
}

TEST_CASE("lists in other sections are lists") {
  CHECK(only_section("## Root cause\n- 10:12 CET - a\n- [ ] b\n") ==
        "<ul>\n<li>10:12 CET - a</li>\n<li class=\"task\"><input type=\"checkbox\" disabled "
        "aria-label=\"open\"> "
        "b</li>\n</ul>\n");
}

TEST_CASE("action items are data, with the prose around them") {
  CHECK(only_section("## Action items\nWe will:\n\n- [ ] a\n- [x] b (prevent)\n\nAnd:\n\n- [ ] c\n") ==
        "<p>We will:</p>\n<actions> a|b\n<p>And:</p>\n<actions> c\n");
}

TEST_CASE("of a mixed list the items without a box come first, as a list") {
  CHECK(only_section("## Action items\n- broad\n- [ ] a\n- broader\n") ==
        "<ul>\n<li>broad</li>\n<li>broader</li>\n</ul>\n<actions> a\n");
}

TEST_CASE("footnotes stand at the end of the last section") {
  const Value sections =
      sections_of(sample_with("## Summary\nText[^1].\n\n## Lessons\nMore.\n\n[^1]: Note.\n"));
  CHECK(parts_of(section(sections, 0)).find("footnotes") == std::string::npos);
  CHECK(parts_of(section(sections, 1)).find("<li id=\"fn-1\"><p>Note.") != std::string::npos);
}

TEST_CASE("links and pictures are those of the post's file, relative to its page") {
  CHECK(only_section("## Summary\n[a](../../assets/a.pdf) ![b](/assets/b.png) [c](#summary)\n") ==
        "<p><a href=\"../../assets/a.pdf\">a</a> <img src=\"../../assets/b.png\" alt=\"b\" loading=\"lazy\"> "
        "<a href=\"#s-summary\">c</a></p>\n");
}

TEST_CASE("a diagram that was drawn is a figure with its caption, each with ids of its own") {
  SampleSite sample = sample_with(
      "## Summary\n```dot caption=\"A < B\"\ndigraph { a }\n```\n\n```dot caption=\"C\" "
      "layout=neato\ndigraph { a "
      "}\n```\n");
  sample.pictures[{"digraph { a }\n", "dot"}] = "<svg id=\"\x01x\"></svg>";
  sample.pictures[{"digraph { a }\n", "neato"}] = "<svg id=\"\x01y\"></svg>";
  CHECK(parts_of(section(sections_of(sample), 0)) ==
        "<figure class=\"diagram-figure\">\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
        "aria-label=\"Diagram: A &lt; B\">\n<svg id=\"d1-x\"><title id=\"d1-title\">A &lt; "
        "B</title></svg>\n</div>\n"
        "<figcaption>A &lt; B</figcaption>\n</figure>\n"
        "<figure class=\"diagram-figure\">\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
        "aria-label=\"Diagram: C\">\n<svg id=\"d2-y\"><title id=\"d2-title\">C</title></svg>\n</div>\n"
        "<figcaption>C</figcaption>\n</figure>\n");
}

TEST_CASE("a diagram that was not drawn stays a code block") {
  CHECK(only_section("## Summary\n```dot\ndigraph { a }\n```\n") ==
        "<pre><code class=\"language-dot\">digraph { a }\n</code></pre>\n");
}

TEST_CASE("in a feed a diagram is its caption, and sections are plain HTML") {
  const SampleSite sample = sample_with(
      "Hello.\n\n# Summary\n```dot caption=\"A < B\"\ndigraph { a }\n```\n\n# Timeline\n- 10:12 CET - "
      "**Started**: x "
      "`cache: down`\n");
  CHECK(post_feed_html(sample.assemble(), sample.content.posts[0]) ==
        "<p>Hello.</p>\n<h2>Summary</h2>\n<p>[Diagram: A &lt; B]</p>\n<h2>Timeline</h2>\n"
        "<ul>\n<li>10:12 CET - <strong>Started</strong>: x <code>cache: down</code></li>\n</ul>\n");
}

}  // namespace pmsite
