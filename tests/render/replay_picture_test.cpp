// SPDX-License-Identifier: MIT
#include "render/replay_picture.hpp"

#include "base/text.hpp"
#include "engine/layout_worker.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pmsite {
namespace {

using enum ComponentState;
using States = std::map<std::string, ComponentState>;

/// A template of nodes and edges ("web>db") that tests can take apart again.
std::string picture_of(std::string_view nodes, std::string_view edges = "") {
  std::string svg = "<svg>";
  for (const auto node : split(nodes, ' '))
    svg += fmt::format("<node id=\"{0}\" class=\"\x02{0}\x02\">\x04{1}\x04</node>", node, "100 50 60 36");
  for (const auto edge : split(edges, ' ')) {
    if (edge.empty()) continue;
    const auto arrow = edge.find('>');
    svg += fmt::format("<edge id=\"{}\" class=\"\x02{}\x03{}\x02\"/>", edge, edge.substr(0, arrow),
                       edge.substr(arrow + 1));
  }
  return svg + "</svg>";
}

/// The facts of a replay, whose architecture only gives it its order and its labels.
ReplayFacts facts_of(std::vector<Moment> moments, std::size_t worst = 0, BlastRadius radius = {}) {
  static const Architecture architecture;
  return {architecture, std::move(moments), worst, std::move(radius)};
}

std::string filled(const std::string& svg_template, const ReplayFacts& facts) {
  return replay_picture(svg_template, {"a-", "T"}, facts);
}

std::string classes_of(const std::string& svg, const std::string& id) {
  return between(svg, "id=\"" + id + "\" class=\"", "\"");
}

/// What stands over a node: "word-down: down, word-origin: began here, ring", or nothing.
std::string words_over(const std::string& svg, const std::string& node) {
  std::vector<std::string> words;
  const std::string inside = between(svg, "<node id=\"" + node + "\"", "</node>");
  for (auto at = inside.find("<g "); at != std::string::npos; at = inside.find("<g ", at + 1)) {
    const std::string group = between(inside.substr(at), "<g class=\"", "</g>");
    const std::string name = group.substr(0, group.find('"'));
    const auto text = group.find("</text>");
    const auto begin = group.rfind('>', text == std::string::npos ? 0 : text - 1) + 1;
    words.push_back(text == std::string::npos ? name : name + ": " + group.substr(begin, text - begin));
  }
  return join(words, ", ");
}

BlastRadius radius_of_shop() {
  return {.origins = {"db"},
          .explained = {{"web", down, "db"}, {"api", degraded, "web"}},
          .spared = {{"mail", degraded, "db"}},
          .unpredicted = {"queue"}};
}

}  // namespace

TEST_CASE("a node has a class for its state at each moment, and for the worst moment") {
  const std::string svg =
      filled(picture_of("db web lb"), facts_of({{0, {{"db", degraded}}, {}},
                                                {1, {{"db", down}, {"web", degraded}}, {}},
                                                {3, {{"db", ok}, {"web", unknown}}, {}},
                                                {4, {{"db", maintenance}}, {}}},
                                               1));
  CHECK(classes_of(svg, "db") == "told t0-degraded t1-down worst-down t2-ok t3-maintenance");
  CHECK(classes_of(svg, "web") == "told t1-degraded worst-degraded t2-unknown");
  CHECK(classes_of(svg, "lb") == "");
}

TEST_CASE("moments are numbered among themselves, not by the entries that tell them") {
  const std::string svg =
      filled(picture_of("db"), facts_of({{7, {{"db", down}}, {}}, {9, {{"db", ok}}, {}}}));
  CHECK(classes_of(svg, "db") == "told t0-down worst-down t1-ok");
}

TEST_CASE("a node that was suspected has a class at that moment, a word and a ring") {
  const std::string svg =
      filled(picture_of("db lb"),
             facts_of({{0, {{"db", down}}, {}}, {1, {{"db", down}}, {"lb"}}, {2, {{"lb", ok}}, {}}}));
  CHECK(classes_of(svg, "lb") == "told t1-suspect t2-ok");
  CHECK(words_over(svg, "lb") == "ring, word word-ok: ok, word word-suspect: suspected");
  CHECK(count_of(svg, "class=\"ring\"") == 1);
}

TEST_CASE("words stand over a node for the states it had, each once") {
  const std::string svg =
      filled(picture_of("db web"),
             facts_of({{0, {{"db", down}}, {}}, {1, {{"db", degraded}}, {}}, {2, {{"db", down}}, {}}}));
  CHECK(words_over(svg, "db") == "word word-degraded: degraded, word word-down: down");
  CHECK(words_over(svg, "web") == "");
}

TEST_CASE("each state has its word") {
  for (const auto state : {ok, degraded, down, maintenance, unknown}) {
    const std::string name(word(state));
    const std::string svg = filled(picture_of("db"), facts_of({{0, {{"db", state}}, {}}}));
    CHECK(classes_of(svg, "db") == "told t0-" + name + " worst-" + name);
    CHECK(words_over(svg, "db") == "word word-" + name + ": " + name);
  }
}

TEST_CASE("a word stands on a plate at the upper right of its node, and a ring around it") {
  const std::string svg = filled(picture_of("db"), facts_of({{0, {{"db", ok}}, {"db"}}}));
  CHECK(svg.find("<g class=\"word word-ok\"><rect x=\"144.4\" y=\"38\" width=\"19.6\" height=\"14\"/>"
                 "<text x=\"154.2\" y=\"48.8\">ok</text></g>") != std::string::npos);
  CHECK(svg.find("<g class=\"ring\"><rect x=\"95\" y=\"45\" width=\"70\" height=\"46\"/></g>") !=
        std::string::npos);
}

TEST_CASE("a word that is wider than its node begins where the node does") {
  const std::string svg = replay_picture(
      "<svg><g class=\"\x02x\x02\"/>\x04"
      "10 20 30 36\x04</svg>",
      {"a-", "T"}, facts_of({{0, {{"x", maintenance}}, {}}}));
  CHECK(svg.find("<rect x=\"10\" ") != std::string::npos);
}

TEST_CASE("an edge is hit at the moments at which its dependant failed and what it needs was not well") {
  const std::string svg =
      filled(picture_of("db web", "web>db lb>db"), facts_of({{0, {{"db", down}}, {}},
                                                             {1, {{"db", down}, {"web", degraded}}, {}},
                                                             {2, {{"db", degraded}, {"web", down}}, {}},
                                                             {3, {{"db", unknown}, {"web", down}}, {}},
                                                             {4, {{"db", maintenance}, {"web", down}}, {}},
                                                             {5, {{"db", ok}, {"web", down}}, {}}},
                                                            2));
  CHECK(classes_of(svg, "web>db") == "told t1-hit t2-hit worst-hit t3-hit t4-hit");
  CHECK(classes_of(svg, "lb>db") == "");
}

TEST_CASE("nodes have their place in the blast radius as a class and as a word") {
  const std::string svg = filled(picture_of("db web api mail queue lb"), facts_of({}, 0, radius_of_shop()));
  CHECK(classes_of(svg, "db") == "told b-origin");
  CHECK(classes_of(svg, "web") == "told b-explained");
  CHECK(classes_of(svg, "mail") == "told b-spared");
  CHECK(classes_of(svg, "queue") == "told b-unpredicted");
  CHECK(classes_of(svg, "lb") == "");
  CHECK(words_over(svg, "db") == "word word-origin: began here");
  CHECK(words_over(svg, "web") == "word word-explained: predicted");
  CHECK(words_over(svg, "mail") == "word word-spared: not seen");
  CHECK(words_over(svg, "queue") == "word word-unpredicted: not predicted");
}

TEST_CASE("the blast radius hits the edges through which the failure was explained") {
  const std::string svg =
      filled(picture_of("db", "web>db db>web api>web api>db mail>db"), facts_of({}, 0, radius_of_shop()));
  CHECK(classes_of(svg, "web>db") == "told b-hit");
  CHECK(classes_of(svg, "api>web") == "told b-hit");
  for (const auto* edge : {"db>web", "api>db", "mail>db"}) CHECK(classes_of(svg, edge) == "");
}

TEST_CASE("moments and the blast radius are in one picture") {
  const std::string svg = filled(picture_of("db web", "web>db"),
                                 facts_of({{0, {{"db", down}, {"web", down}}, {}}}, 0, radius_of_shop()));
  CHECK(classes_of(svg, "db") == "told t0-down worst-down b-origin");
  CHECK(classes_of(svg, "web>db") == "told t0-hit worst-hit b-hit");
  CHECK(words_over(svg, "db") == "word word-down: down, word word-origin: began here");
}

TEST_CASE("a post that tells nothing shows the architecture alone, with title and description") {
  CHECK(replay_picture(picture_of("db", "web>db"), {"a-", "The <shop>", "Calm"}, facts_of({})) ==
        "<svg role=\"img\" aria-labelledby=\"a-title\" aria-describedby=\"a-description\">"
        "<title id=\"a-title\">The &lt;shop&gt;</title><desc id=\"a-description\">Calm</desc>"
        "<node id=\"db\" class=\"\"></node><edge id=\"web>db\" class=\"\"/></svg>");
}

TEST_CASE("what Graphviz draws takes the marks at the names that authors use") {
  const auto results = draw_all({{R"(digraph { "a b" [label="A"] "a b" -> "c&d" })", "dot"}}, 1);
  REQUIRE(results[0]);
  const std::string svg =
      filled(results[0]->svg, facts_of({{0, {{"a b", down}, {"c&d", degraded}}, {"a b"}}}));
  CHECK(svg.find("class=\"node told t0-down worst-down t0-suspect\"") != std::string::npos);
  CHECK(svg.find("class=\"node told t0-degraded worst-degraded\"") != std::string::npos);
  CHECK(svg.find("class=\"edge told t0-hit worst-hit\"") != std::string::npos);
  CHECK(count_of(svg, "class=\"ring\"") == 1);
}

TEST_CASE("the style sheet knows every moment that is replayed, and each word and place") {
  const std::string& css = file_at(default_theme().files, "theme/css/diagram.css").bytes;
  for (std::size_t i = 0; i < kMostMoments; ++i)
    for (const auto* rule : {".t{0}:checked~figure .t{0}-down", ".t{0}:checked~figure .t{0}-ok",
                             ".t{0}-suspect", ".t{0}-hit", "article:has(.t{0}:checked) .m{0}"})
      CHECK_MESSAGE(css.find(fmt::format(fmt::runtime(rule), i)) != std::string::npos, rule, " ", i);
  CHECK(css.find(fmt::format(".t{}-", kMostMoments)) == std::string::npos);
  for (const std::string name : {"down", "degraded", "maintenance", "unknown", "ok"}) {
    CHECK_MESSAGE(css.find(".word-" + name) != std::string::npos, name);
    CHECK_MESSAGE(css.find(".worst-" + name) != std::string::npos, name);
  }
  for (const std::string name : {"origin", "explained", "unpredicted", "spared"}) {
    CHECK_MESSAGE(css.find(".word-" + name) != std::string::npos, name);
    CHECK_MESSAGE(css.find(".b-" + name) != std::string::npos, name);
  }
}

}  // namespace pmsite
