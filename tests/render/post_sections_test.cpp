// SPDX-License-Identifier: MIT
#include "render/post_sections.hpp"

#include "site/cause_pictures.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

const Page kPage{"posts/x/", "T", "D"};
const std::string kWhysHeading =
    "<h3 id=\"s-five-whys\">Five whys <a class=\"anchor\" href=\"#s-five-whys\" aria-label=\"Link to this "
    "heading\">#</a></h3>";

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

/// The chains that post 0 has as pictures: <svg>causes</svg> and <svg>whys</svg>.
void draw_chains(SampleSite& sample) {
  const Postmortem& post = sample.content.posts.at(0);
  if (const auto causes = cause_chain(post)) sample.pictures[{causes->dot, "dot"}] = "<svg>causes</svg>";
  if (const auto whys = five_whys_chain(post)) sample.pictures[{whys->dot, "dot"}] = "<svg>whys</svg>";
}

/// The parts of a section in short, on one line, with "[causes]" and "[whys]" for the figures of chains.
std::string outline(const Value& section_data) {
  std::string text = parts_of(section_data);
  for (auto at = text.find("<figure"); at != std::string::npos; at = text.find("<figure")) {
    const auto end = text.find("</figure>\n") + std::string_view("</figure>\n").size();
    text.replace(at, end - at, "[" + between(text.substr(at), "</title>", "</svg>") + "]");
  }
  std::erase(text, '\n');
  return text;
}

bool is_false(const Value& value) { return value.get_if<bool>() != nullptr && !*value.get_if<bool>(); }

/// "no|replay|bar|bar replay": what of the unfolding stands before each section.
std::string unfoldings(const Value& sections) {
  std::string text;
  for (const auto& each : *sections.get_if<Value::List>()) {
    const Value& unfolding = at(each, "unfolding");
    if (!text.empty()) text += '|';
    if (is_false(unfolding)) {
      text += "no";
      continue;
    }
    const bool has_bar = !is_false(at(unfolding, "bar")), has_replay = !is_false(at(unfolding, "replay"));
    text += has_bar && has_replay ? "bar replay" : has_bar ? "bar" : has_replay ? "replay" : "nothing";
  }
  return text;
}

SampleSite site_with(std::string_view facts, std::string_view body) {
  SampleSite sample;
  Graph graph;
  graph.nodes = {{"cache", {}, ""}};
  sample.architecture("shop", graph).post("2026-03-06-x", facts, body);
  sample.pictures[{"digraph shop", "dot"}] = "<svg></svg>";
  return sample;
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

TEST_CASE("pictures have the size of their file, on the page and in a feed") {
  SampleSite sample = sample_with("## Summary\n![b](/assets/b.png \"Errors\")\n");
  sample.content.image_sizes = {{"b.png", {640, 480}}};
  CHECK(parts_of(section(sections_of(sample), 0)) ==
        "<figure><img src=\"../../assets/b.png\" alt=\"b\" width=\"640\" height=\"480\" "
        "loading=\"lazy\"><figcaption>Errors</figcaption></figure>\n");
  CHECK(post_feed_html(sample.assemble(), sample.content.posts[0]).find(" width=\"640\" height=\"480\" ") !=
        std::string::npos);
}

TEST_CASE("a diagram that was drawn is a figure with its caption, each with ids of its own") {
  SampleSite sample = sample_with(
      "## Summary\n```dot caption=\"A < B\"\ndigraph { a }\n```\n\n```dot caption=\"C\" "
      "layout=neato\ndigraph { a "
      "}\n```\n");
  sample.pictures[{"digraph { a }\n", "dot"}] = "<svg><g id=\"\x01x\"/></svg>";
  sample.pictures[{"digraph { a }\n", "neato"}] = "<svg><g id=\"\x01y\"/></svg>";
  CHECK(parts_of(section(sections_of(sample), 0)) ==
        "<figure class=\"diagram-figure\">\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
        "aria-label=\"Diagram: A &lt; B\">\n<svg role=\"img\" aria-labelledby=\"d1-title\"><title "
        "id=\"d1-title\">A &lt; B</title><g id=\"d1-x\"/></svg>\n</div>\n"
        "<figcaption>A &lt; B</figcaption>\n</figure>\n"
        "<figure class=\"diagram-figure\">\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
        "aria-label=\"Diagram: C\">\n<svg role=\"img\" aria-labelledby=\"d2-title\"><title "
        "id=\"d2-title\">C</title><g id=\"d2-y\"/></svg>\n</div>\n"
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

TEST_CASE("how it unfolded stands with the section of the timeline") {
  constexpr std::string_view kBody =
      "Hello.\n\n## Summary\nText.\n\n## Timeline\n- 10:12 CET - a `cache: down`\n\n## Lessons\nText.\n";
  CHECK(unfoldings(sections_of(site_with("architecture: shop", kBody))) == "no|no|bar replay|no");
  CHECK(unfoldings(sections_of(site_with("", kBody))) == "no|no|bar|no");
  CHECK(unfoldings(sections_of(site_with("architecture: shop\n-resolved_at\nstatus: draft", kBody))) ==
        "no|no|replay|no");
  CHECK(unfoldings(sections_of(site_with("-resolved_at\nstatus: draft", kBody))) == "no|no|no|no");
}

TEST_CASE("without a timeline it stands with the first section") {
  CHECK(unfoldings(sections_of(
            site_with("architecture: shop", "Hello.\n\n## Summary\nText.\n\n## Lessons\nText.\n"))) ==
        "no|bar replay|no");
  CHECK(unfoldings(sections_of(site_with("architecture: shop", "Hello.\n"))) == "no");
}

TEST_CASE("the bar is marked with the moments of the replay, and the timeline numbers them") {
  const Value sections = sections_of(site_with(
      "architecture: shop",
      "## Timeline\n- 10:12 CET - a\n- 10:13 CET - b `cache: down`\n- 11:05 CET - c `cache: ok`\n"));
  const Value& unfolding = at(section(sections, 0), "unfolding");
  CHECK(column(at(unfolding, "bar.marks"), "x") == "2.8%|99.0%");
  CHECK(column(at(unfolding, "replay.moments"), "anchor") == "at-10:13|at-11:05");
  const Value& timeline = at(at(section(sections, 0), "parts").get_if<Value::List>()->at(0), "timeline");
  CHECK(column(at(timeline, "entries"), "moment") == "|0|1");
}

TEST_CASE("the chain of causes stands at the start of the section on the cause") {
  SampleSite sample =
      sample_with("## Summary\nText.\n\n## Root cause\nIt broke.\n\n## Root causes again\nMore.\n");
  draw_chains(sample);
  const Value sections = sections_of(sample);
  CHECK(outline(section(sections, 0)) == "<p>Text.</p>");
  CHECK(outline(section(sections, 1)) == "[causes]<p>It broke.</p>");
  CHECK(outline(section(sections, 2)) == "<p>More.</p>");
}

TEST_CASE("a chain is a figure with its caption and ids of its own") {
  SampleSite sample = sample_with("## Root cause\nIt broke.\n\n### Five whys\n1. a\n2. b\n");
  draw_chains(sample);
  const std::string html = parts_of(section(sections_of(sample), 0));
  CHECK(html.starts_with(
      "<figure class=\"diagram-figure causes\">\n<div class=\"scroll\" role=\"region\" tabindex=\"0\" "
      "aria-label=\"Diagram: From cause to impact: the trigger and 1 contributing factor, the root cause, "
      "and what "
      "users saw.\">\n<svg role=\"img\" aria-labelledby=\"c-title\"><title id=\"c-title\">From cause to "
      "impact: "));
  CHECK(
      html.find(
          "<svg role=\"img\" aria-labelledby=\"w-title\"><title id=\"w-title\">2 whys, from what happened") !=
      std::string::npos);
}

TEST_CASE("the chain of whys stands after their list, wherever that is") {
  SampleSite sample = sample_with(
      "## Root cause\nIt broke.\n\n### Five whys\nFirst:\n\n1. a\n2. b\n\nSo it was.\n\n## Lessons\n1. c\n2. "
      "d\n");
  draw_chains(sample);
  const Value sections = sections_of(sample);
  CHECK(outline(section(sections, 0)) == "[causes]<p>It broke.</p>" + kWhysHeading +
                                             "<p>First:</p><ol><li>a</li><li>b</li></ol>"
                                             "[whys]<p>So it was.</p>");
  CHECK(outline(section(sections, 1)) == "<ol><li>c</li><li>d</li></ol>");
  SampleSite own = sample_with("## Lessons\nMore.\n\n## Five whys\n1. a\n2. b\n");
  draw_chains(own);
  CHECK(outline(section(sections_of(own), 1)) == "<ol><li>a</li><li>b</li></ol>[whys]");
}

TEST_CASE("chains that were not drawn leave nothing behind") {
  CHECK(only_section("## Root cause\nIt broke.\n\n### Five whys\n1. a\n2. b\n\nSo it was.\n") ==
        "<p>It broke.</p>\n" + kWhysHeading +
            "\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"
            "<p>So it was.</p>\n");
}

TEST_CASE("feeds hold no pictures") {
  SampleSite sample = site_with("architecture: shop",
                                "## Timeline\n- 10:12 CET - a `cache: down`\n\n## Root cause\nIt broke.\n\n"
                                "### Five whys\n1. a\n2. b\n");
  draw_chains(sample);
  const std::string html = post_feed_html(sample.assemble(), sample.content.posts[0]);
  for (const std::string part : {"<svg", "<figure", "From cause to impact", "whys, from"})
    CHECK_MESSAGE(html.find(part) == std::string::npos, part);
  CHECK(
      html.ends_with("<h2>Root cause</h2>\n<p>It broke.</p>\n<h3>Five whys</h3>\n"
                     "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"));
}

}  // namespace pmsite
