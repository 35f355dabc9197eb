// SPDX-License-Identifier: MIT
#include "render/post_timeline.hpp"

#include "base/text.hpp"
#include "render/replay.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

Graph shop() {
  Graph graph;
  graph.nodes = {{"cache", {{"label", "Session cache"}}, ""}, {"checkout", {{"label", "Checkout"}}, ""}};
  return graph;
}

/// The entries of a post whose timeline holds these bullets.
Value entries(const std::string& bullets, std::string_view facts = "architecture: shop") {
  SampleSite sample;
  sample.architecture("shop", shop());
  sample.post("2026-03-06-x", facts, "## Timeline\n" + bullets);
  const BodyOptions options{.resolve = [](std::string_view url) { return std::string(url); }, .figure = {}};
  const Postmortem& post = sample.content.posts[0];
  const auto replay = replay_facts(sample.content, post);
  return at(post_timeline(post, replay ? &*replay : nullptr, post.sections.at(0).blocks.at(0), options),
            "entries");
}

const Value& entry(const Value& list, std::size_t index) { return list.get_if<Value::List>()->at(index); }

}  // namespace

TEST_CASE("an entry has its time, its kind and its text") {
  const Value list = entries("- 10:15 CET - **Detected** by *Nagios* <3: [graph](/assets/a.png).\n");
  const Value& first = entry(list, 0);
  CHECK(text_at(first, "anchor") == "at-10:15");
  CHECK(text_at(first, "start_iso") == "2026-03-04T10:15:00+01:00");
  CHECK(text_at(first, "start_text") == "10:15");
  CHECK(text_at(first, "end_iso") == "");
  CHECK(text_at(first, "end_text") == "");
  CHECK(text_at(first, "zone") == "CET");
  CHECK(text_at(first, "kind") == "detected");
  CHECK(text_at(first, "kind_label") == "Detected");
  CHECK(text_at(first, "text_html") == " by <em>Nagios</em> &lt;3: <a href=\"/assets/a.png\">graph</a>.");
  CHECK(text_at(first, "details_html") == "");
}

TEST_CASE("an entry without a kind is a note without a label") {
  const Value list = entries("- 10:15 CET - The coffee ran out.\n");
  CHECK(text_at(entry(list, 0), "kind") == "note");
  CHECK(text_at(entry(list, 0), "kind_label") == "");
  CHECK(text_at(entry(list, 0), "text_html") == "The coffee ran out.");
}

TEST_CASE("a range has its end") {
  const Value list = entries("- 23:50-00:10 CET - **Misled**: suspected the balancer.\n");
  CHECK(text_at(entry(list, 0), "end_text") == "00:10");
  CHECK(text_at(entry(list, 0), "end_iso") == "2026-03-05T00:10:00+01:00");
}

TEST_CASE("what stands below an entry is part of it") {
  const Value list = entries("- 10:15 CET - **Detected**.\n  - first\n  - second\n");
  CHECK(text_at(entry(list, 0), "details_html") == "<ul>\n<li>first</li>\n<li>second</li>\n</ul>\n");
}

TEST_CASE("entries of the same minute have different anchors, also on different days") {
  const std::string bullets =
      "- 10:12 CET - a\n- 10:12 CET - b\n- 10:13 CET - c\n- 10:12 CET - d\n- 2026-03-05 10:12 CET - e\n";
  CHECK(column(entries(bullets), "anchor") == "at-10:12|at-10:12-2|at-10:13|at-10:12-3|at-10:12-4");
  CHECK(join(entry_anchors(read_sample("", "## Timeline\n" + bullets).timeline), "|") ==
        column(entries(bullets), "anchor"));
}

TEST_CASE("anchors are of the clock that the author read, seconds included") {
  const auto post = read_sample("", "## Timeline\n- 10:12:30 CET - a\n- 09:12 UTC - b\n- 10:12 CET - c\n");
  CHECK(join(entry_anchors(post.timeline), "|") == "at-10:12:30|at-09:12|at-10:12");
  CHECK(entry_anchors({}).empty());
}

TEST_CASE("an entry that the replay shows has the number of its moment") {
  const std::string bullets =
      "- 10:12 CET - a `cache: down`\n- 10:13 CET - b\n- 10:20-10:30 CET - **Misled**: blamed `checkout`\n"
      "- 10:31 CET - c `queue: down`\n- 10:32 CET - d `cache: ok`\n";
  CHECK(column(entries(bullets), "moment") == "0||1||2");
  CHECK(column(entries(bullets, ""), "moment") == "||||");
}

TEST_CASE("an entry beyond the last moment that is replayed has no number") {
  std::string bullets;
  for (std::size_t i = 0; i < kMostMoments + 2; ++i)
    bullets += "- 10:" + std::to_string(i + 12) + " CET - a `cache: down`\n";
  CHECK(column(entries(bullets), "moment").ends_with("|" + std::to_string(kMostMoments - 1) + "||"));
}

TEST_CASE("the gap to the entry before is said from one minute on") {
  CHECK(column(entries("- 10:12 CET - a\n- 10:12 CET - b\n- 10:13 CET - c\n- 12:18 CET - d\n"
                       "- 2026-03-06 12:18 CET - e\n"),
               "gap_text") == "||+1 min|+2 h 5 min|+2 d");
}

TEST_CASE("a long gap has a rank by its share of the whole timeline") {
  CHECK(column(entries("- 10:00 CET - a\n- 10:20 CET - b\n- 10:41 CET - c\n- 11:40 CET - d\n"), "gap_rank") ==
        "||1|2");
  CHECK(column(entries("- 10:00 CET - a\n- 10:01 CET - b\n- 10:03 CET - c\n"), "gap_rank") == "|1|3");
}

TEST_CASE("entries of one moment have no gaps to rank") {
  CHECK(column(entries("- 10:00 CET - a\n- 10:00 CET - b\n"), "gap_rank") == "|");
}

TEST_CASE("a gap is that between moments, whatever the zones") {
  CHECK(column(entries("- 10:12 CET - a\n- 09:20 UTC - b\n"), "gap_text") == "|+8 min");
}

TEST_CASE("the day is said where it changes") {
  CHECK(column(entries("- 10:12 CET - a\n- 23:59 CET - b\n- 00:01 CET - c\n- 00:02 CET - d\n"),
               "date_text") == "4 March 2026||5 March 2026|");
}

TEST_CASE("the first entry says its day only if it is not that of the start") {
  CHECK(column(entries("- 2026-03-03 18:00 CET - **Changed**: released.\n- 2026-03-04 10:12 CET - b\n"),
               "date_text") == "3 March 2026|4 March 2026");
}

TEST_CASE("states are shown with the labels of the architecture") {
  const Value list = entries("- 10:12 CET - a `cache: down`, `checkout: degraded`\n");
  const Value& states = at(entry(list, 0), "states");
  CHECK(column(states, "label") == "Session cache|Checkout");
  CHECK(column(states, "state") == "down|degraded");
  CHECK(text_at(entry(list, 0), "text_html") == "a");
}

TEST_CASE("a component that no architecture knows is shown by its name") {
  const std::string bullet = "- 10:12 CET - a `queue: maintenance`\n";
  CHECK(column(at(entry(entries(bullet), 0), "states"), "label") == "queue");
  CHECK(column(at(entry(entries(bullet, ""), 0), "states"), "label") == "queue");
}

TEST_CASE("each list shows its own entries; anchors, moments, days and gaps go on from one to the next") {
  SampleSite sample;
  sample.architecture("shop", shop());
  sample.post("2026-03-06-x", "architecture: shop",
              "## Timeline\n- 10:12 CET - a `cache: down`\n- 23:12 CET - b\n\nLater:\n\n- 10:12 CET - c "
              "`cache: ok`\n");
  const Postmortem& post = sample.content.posts[0];
  const auto replay = replay_facts(sample.content, post);
  const Value second = post_timeline(post, &*replay, post.sections.at(0).blocks.at(2), {});
  CHECK(column(at(second, "entries"), "anchor") == "at-10:12-2");
  CHECK(column(at(second, "entries"), "moment") == "1");
  CHECK(column(at(second, "entries"), "date_text") == "5 March 2026");
  CHECK(column(at(second, "entries"), "gap_text") == "+11 h");
}

TEST_CASE("a post without a timeline has no entries") {
  CHECK(at(post_timeline({}, nullptr, {}, {}), "entries").get_if<Value::List>()->empty());
}

}  // namespace pmsite
