// SPDX-License-Identifier: MIT
#include "render/replay.hpp"

#include "render/post_timeline.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace pmsite {
namespace {

Graph shop() {
  Graph graph;
  graph.attributes = {{"label", "The <shop>"}};
  graph.nodes = {{"checkout", {{"label", "Checkout, new"}, {"owner", "@pay"}}, "cluster_web"},
                 {"cache", {{"monitored_by", "Nagios"}}, ""},
                 {"mail", {{"label", "Mail"}}, ""}};
  graph.clusters = {{"cluster_web", "", {{"label", "Web"}}}};
  graph.edges = {{"checkout", "cache", {}}, {"checkout", "mail", {{"kind", "soft"}}}};
  return graph;
}

/// A site with a drawn architecture and a post whose timeline holds these bullets.
SampleSite shop_with(const std::string& bullets, std::string_view facts = "architecture: shop") {
  SampleSite sample;
  sample.architecture("shop", shop()).post("2026-03-06-x", facts, "## Timeline\n" + bullets);
  sample.pictures[{"digraph shop", "dot"}] =
      "<svg viewBox=\"0 0 4 2\"><g class=\"node \x02"
      "cache\x02\"/>\x04"
      "0 0 54 36\x04<g class=\"edge \x02"
      "checkout\x03"
      "cache\x02\"/></svg>";
  return sample;
}

Value data_of(const SampleSite& sample) {
  const Postmortem& post = sample.content.posts.at(0);
  const auto facts = replay_facts(sample.content, post);
  REQUIRE(facts);
  return post_replay(*facts, post, sample.pictures, entry_anchors(post.timeline));
}

Value moments_of(const std::string& bullets) { return at(data_of(shop_with(bullets)), "moments"); }
Value radius_of(const std::string& bullets) { return at(data_of(shop_with(bullets)), "radius"); }

bool flag_at(const Value& value, std::string_view path) {
  const bool* flag = at(value, path).get_if<bool>();
  REQUIRE(flag != nullptr);
  return *flag;
}

/// The bullets of an incident with this many moments, of which the one with the number `worst` is the worst.
std::string long_incident(std::size_t moments, std::size_t worst) {
  std::string bullets;
  for (std::size_t i = 0; i < moments; ++i)
    bullets += fmt::format("- 10:{} CET - m{} `cache: {}`\n", i + 12, i, i == worst ? "down" : "degraded");
  return bullets;
}

constexpr const char* kStates =
    "- 10:12 CET - **Started**: a `cache: down`\n- 10:13 CET - nothing\n"
    "- 10:15 CET - **Detected** *by* us: b `checkout: degraded`, `mail: ok`\n"
    "- 10:30 CET - c `cache: ok`, `checkout: ok`\n";

/// What a row of the blast radius lists; empty where there is no such row.
std::string row(const Value& radius, std::string_view label) {
  for (const auto& each : *at(radius, "rows").get_if<Value::List>())
    if (text_at(each, "label") == label) return column(at(each, "items"), "text");
  return {};
}

}  // namespace

TEST_CASE("facts are there where the post names an architecture of the site, drawn or not") {
  SampleSite sample = shop_with(kStates);
  const auto facts = replay_facts(sample.content, sample.content.posts[0]);
  REQUIRE(facts);
  CHECK(&facts->architecture == sample.content.find_architecture("shop"));
  CHECK(facts->moments.size() == 3);
  CHECK(facts->worst == 1);
  CHECK(facts->radius.origins == std::vector<std::string>{"cache"});
  sample.pictures.clear();
  CHECK(replay_facts(sample.content, sample.content.posts[0]));
  for (const auto* other : {"", "architecture: other"}) {
    const SampleSite without = shop_with(kStates, other);
    CHECK_FALSE(replay_facts(without.content, without.content.posts[0]));
  }
}

TEST_CASE("without a picture there is nothing to show") {
  SampleSite sample = shop_with(kStates);
  sample.pictures.clear();
  CHECK(data_of(sample).get_if<bool>() != nullptr);
  CHECK(*data_of(sample).get_if<bool>() == false);
}

TEST_CASE("the picture has a name, a description of the worst moment, and the marks of the replay") {
  const Value data = data_of(shop_with(kStates));
  CHECK(text_at(data, "title") == "The <shop>");
  const std::string svg = text_at(data, "svg_html");
  CHECK(svg.starts_with(
      "<svg viewBox=\"0 0 4 2\" width=\"4\" height=\"2\" role=\"img\" aria-labelledby=\"a-title\" "
      "aria-describedby=\"a-description\"><title id=\"a-title\">The &lt;shop&gt;</title>"
      "<desc id=\"a-description\">At its worst, at 10:15: cache down; Checkout, new degraded. The text below "
      "the "
      "picture tells every moment.</desc>"));
  CHECK(svg.find("class=\"node told t0-down t1-down worst-down t2-ok b-origin\"") != std::string::npos);
  CHECK(svg.find("class=\"edge told t1-hit worst-hit b-hit\"") != std::string::npos);
}

TEST_CASE("each moment has its time, its anchor and what its entry tells") {
  const Value moments = moments_of(kStates);
  CHECK(column(moments, "index") == "0|1|2");
  CHECK(column(moments, "anchor") == "at-10:12|at-10:15|at-10:30");
  CHECK(column(moments, "clock") == "10:12|10:15|10:30");
  CHECK(column(moments, "iso") ==
        "2026-03-04T10:12:00+01:00|2026-03-04T10:15:00+01:00|2026-03-04T10:30:00+01:00");
  CHECK(column(moments, "kind_label") == "Started|Detected|");
  CHECK(column(moments, "text") == ": a| by us: b| c");
}

TEST_CASE("a moment says what changed and what is not well, gravest first, whatever commas the labels hold") {
  const Value moments = moments_of(kStates);
  CHECK(column(moments, "changes") ==
        "cache down|Checkout, new degraded; Mail ok|Checkout, new ok; cache ok");
  CHECK(column(moments, "trouble") == "cache down|cache down; Checkout, new degraded|everything works");
  CHECK(column(moments, "is_worst") == "no|yes|no");
  const Value mixed = moments_of(
      "- 10:12 CET - a `checkout: maintenance`, `cache: unknown`\n- 10:13 CET - b `mail: degraded`\n");
  CHECK(column(mixed, "trouble") ==
        "cache unknown; Checkout, new maintenance|Mail degraded; cache unknown; Checkout, new maintenance");
}

TEST_CASE("what was suspected wrongly is named by its label") {
  const Value moments = moments_of(
      "- 10:12 CET - a `cache: down`\n- 10:20-10:34 CET - **Misled**: we took `mail` and `checkout` for "
      "it\n");
  CHECK(column(moments, "suspects") == "|Mail; Checkout, new");
  CHECK(column(moments, "changes") == "cache down|");
  CHECK(column(moments, "trouble") == "cache down|cache down");
  CHECK(column(moments, "text") == " a|: we took mail and checkout for it");
}

TEST_CASE("the anchors of moments count the entries between them") {
  CHECK(column(moments_of("- 10:12 CET - a\n- 10:12 CET - b `cache: down`\n- 10:12 CET - c `cache: ok`\n"),
               "anchor") == "at-10:12-2|at-10:12-3");
}

TEST_CASE("no more moments are replayed than can be, up to the worst of all") {
  const Value all = data_of(shop_with(long_incident(kMostMoments, kMostMoments - 1)));
  CHECK(text_at(all, "rest") == "");
  CHECK(at(all, "moments").get_if<Value::List>()->size() == kMostMoments);
  CHECK(column(at(all, "moments"), "is_worst").ends_with("|no|yes"));
  const Value most = data_of(shop_with(long_incident(kMostMoments + 6, kMostMoments + 3)));
  CHECK(text_at(most, "rest") == fmt::format("Moments 5 to {} of {}; the timeline tells the others.",
                                             kMostMoments + 4, kMostMoments + 6));
  CHECK(at(most, "moments").get_if<Value::List>()->size() == kMostMoments);
  CHECK(column(at(most, "moments"), "is_worst").ends_with("|no|yes"));
  const std::string svg = text_at(most, "svg_html");
  CHECK(svg.find(fmt::format("t{}-down", kMostMoments - 1)) != std::string::npos);
  CHECK(svg.find(fmt::format("t{}-", kMostMoments)) == std::string::npos);
  const Value early = data_of(shop_with(long_incident(kMostMoments + 6, 2)));
  CHECK(text_at(early, "rest").starts_with("Moments 1 to 20 of 26"));
}

TEST_CASE("where nothing fails no moment is called the worst") {
  const Value data = data_of(shop_with("- 10:20 CET - **Misled**: the `cache` is suspected.\n"));
  CHECK(column(at(data, "moments"), "is_worst") == "no");
  CHECK(column(at(data, "moments"), "is_chosen") == "yes");
  CHECK(text_at(data, "svg_html").find("At its worst") == std::string::npos);
}

TEST_CASE("the legend has the states that are shown at one moment or another, gravest first") {
  CHECK(column(at(data_of(shop_with(kStates)), "legend"), "state") == "down|degraded|ok");
  CHECK(
      column(at(data_of(shop_with("- 10:12 CET - a `mail: ok`, `cache: unknown`, `checkout: maintenance`\n")),
                "legend"),
             "state") == "unknown|maintenance|ok");
}

TEST_CASE("the blast radius is told by labels, with what each was reached through") {
  const Value radius = radius_of(kStates);
  CHECK(text_at(radius, "summary") == "Of 1 component that the drawing puts at risk, 1 failed.");
  CHECK(row(radius, "Began with") == "cache");
  CHECK(row(radius, "Predicted, and failed") ==
        "Checkout, new (down predicted, degraded seen, through cache)");
  CHECK(row(radius, "Predicted, not seen to fail") == "");
  CHECK(row(radius, "Failed, not predicted") == "");
}

TEST_CASE("what was spared and what was not predicted have rows of their own") {
  const Value spared = radius_of("- 10:12 CET - a `mail: down`, `cache: down`\n");
  CHECK(text_at(spared, "summary") ==
        "Of 1 component that the drawing puts at risk, 0 failed and 1 was not seen to fail.");
  CHECK(row(spared, "Began with") == "cache|Mail");
  CHECK(row(spared, "Predicted, and failed") == "");
  CHECK(row(spared, "Predicted, not seen to fail") == "Checkout, new (down, through cache)");
  const Value unpredicted =
      radius_of("- 10:12 CET - a `mail: down`\n- 10:13 CET - a `cache: down`, `checkout: down`\n");
  CHECK(text_at(unpredicted, "summary") ==
        "Of 1 component that the drawing puts at risk, 1 failed; 1 more failed that it does not explain.");
  CHECK(row(unpredicted, "Failed, not predicted") == "cache");
  CHECK(row(unpredicted, "Predicted, and failed") == "Checkout, new (down, through cache)");
}

TEST_CASE("without a failure there is no blast radius") {
  for (const auto* bullets :
       {"- 10:12 CET - a\n", "- 10:12 CET - a `cache: ok`\n", "- 10:12 CET - a `mail: unknown`\n"}) {
    const Value radius = radius_of(bullets);
    REQUIRE(radius.get_if<bool>() != nullptr);
    CHECK_FALSE(*radius.get_if<bool>());
  }
}

TEST_CASE("the architecture is told in words") {
  const Value data = data_of(shop_with(kStates));
  const Value& components = at(data, "components");
  CHECK(column(components, "label") == "Checkout, new|cache|Mail");
  CHECK(column(components, "group") == "Web||");
  CHECK(column(components, "owner") == "@pay||");
  CHECK(column(components, "monitored_by") == "|Nagios|");
  CHECK(flag_at(data, "has_dependencies"));
  CHECK(column(at(data, "dependencies"), "text") ==
        "Checkout, new depends on cache|Checkout, new is degraded without Mail");
}

TEST_CASE("a post that tells no states shows the architecture alone") {
  const Value data = data_of(shop_with("- 10:12 CET - a\n"));
  CHECK_FALSE(flag_at(data, "has_moments"));
  CHECK(at(data, "moments").get_if<Value::List>()->empty());
  CHECK(at(data, "legend").get_if<Value::List>()->empty());
  CHECK(text_at(data, "rest") == "");
  CHECK(text_at(data, "svg_html").find("class=\"node \"") != std::string::npos);
  CHECK(text_at(data, "svg_html").find("<desc") == std::string::npos);
  CHECK(flag_at(data_of(shop_with(kStates)), "has_moments"));
}

TEST_CASE("an architecture without dependencies says so") {
  SampleSite sample;
  Graph graph;
  graph.nodes = {{"cache", {}, ""}};
  sample.architecture("shop", graph).post("2026-03-06-x", "architecture: shop");
  sample.pictures[{"digraph shop", "dot"}] = "<svg></svg>";
  CHECK_FALSE(flag_at(data_of(sample), "has_dependencies"));
}

}  // namespace pmsite
