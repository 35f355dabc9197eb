// SPDX-License-Identifier: MIT
#include "render/incident_json.hpp"

#include "engine/json.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

constexpr std::string_view kBody =
    "## Incident timeline\n"
    "- 10:12 CET - **Started**: the *cache* failed over. `cache: down`, `checkout: degraded`\n"
    "- 10:15-10:20 CET - **Detected** by Nagios.\n"
    "- 11:05 CET - **Resolved**: well again. `cache: ok`, `checkout: ok`\n\n"
    "## Preventative measures\n"
    "- [ ] Add a check (detect, @sre, due 2031-03-18, OPS-7)\n";

Graph shop() {
  Graph graph;
  graph.nodes = {{"cache", {}, ""}, {"checkout", {}, ""}, {"mail", {}, ""}};
  graph.edges = {{"checkout", "cache", {}}, {"mail", "cache", {{"kind", "soft"}}}};
  return graph;
}

OutputFile file_of(std::string_view facts, std::string_view body = kBody) {
  SampleSite sample;
  sample.architecture("shop", shop());
  sample.post("2026-03-06-x", facts, body);
  return render_incident_json(sample.assemble(), sample.content.posts[0]);
}

Value facts_of(std::string_view facts, std::string_view body = kBody) {
  const auto value = parse_json(file_of(facts, body).bytes);
  REQUIRE(value);
  return *value;
}

std::int64_t number_at(const Value& value, std::string_view path) {
  const auto* number = at(value, path).get_if<std::int64_t>();
  REQUIRE(number != nullptr);
  return *number;
}

const Value& item(const Value& list, std::size_t index) { return list.get_if<Value::List>()->at(index); }

bool is_null(const Value& value) { return value.get_if<std::monostate>() != nullptr; }

}  // namespace

TEST_CASE("the facts of a post are a file beside its page") {
  const OutputFile file = file_of("architecture: shop");
  CHECK(file.path == "posts/x/incident.json");
  CHECK(file.bytes.ends_with("}\n"));
  const Value facts = facts_of("architecture: shop");
  CHECK(number_at(facts, "version") == 1);
  CHECK(text_at(facts, "slug") == "x");
  CHECK(text_at(facts, "url") == "https://shop.example/blog/posts/x/");
  CHECK(text_at(facts, "started_at") == "2026-03-04T10:12:00+01:00");
  CHECK(number_at(facts, "seconds.total") == 53 * 60);
  CHECK(number_at(facts, "seconds.to_detect") == 3 * 60);
  CHECK(is_null(at(facts, "seconds.to_acknowledge")));
}

TEST_CASE("entries have their times, kinds, words and states") {
  const Value facts = facts_of("architecture: shop");
  const Value& timeline = at(facts, "timeline");
  CHECK(column(timeline, "kind") == "started|detected|resolved");
  CHECK(column(timeline, "text") == "the cache failed over.|by Nagios.|well again.");
  CHECK(text_at(item(timeline, 0), "states.cache") == "down");
  CHECK(text_at(item(timeline, 1), "until") == "2026-03-04T10:20:00+01:00");
  CHECK(is_null(at(item(timeline, 0), "until")));
}

TEST_CASE("actions have what their author wrote, and null for what is missing") {
  const Value facts = facts_of("architecture: shop");
  const Value& action = item(at(facts, "actions"), 0);
  CHECK(text_at(action, "text") == "Add a check");
  CHECK(text_at(action, "owner") == "sre");
  CHECK(text_at(action, "due") == "2031-03-18");
  CHECK(text_at(action, "ticket") == "OPS-7");
  CHECK(is_null(at(action, "done")));
}

TEST_CASE("the blast radius tells what the drawing predicts and what was seen") {
  const Value facts = facts_of("architecture: shop");
  CHECK(*item(at(facts, "blast_radius.origins"), 0).get_if<std::string>() == "cache");
  CHECK(column(at(facts, "blast_radius.explained"), "component") == "checkout");
  CHECK(column(at(facts, "blast_radius.explained"), "through") == "cache");
  CHECK(column(at(facts, "blast_radius.spared"), "component") == "mail");
  CHECK(column(at(facts, "blast_radius.spared"), "predicted") == "degraded");
  CHECK(at(facts, "blast_radius.unpredicted").get_if<Value::List>()->empty());
}

TEST_CASE("without an architecture, or without a failure on it, there is no blast radius") {
  CHECK(is_null(at(facts_of("", kSampleBody), "blast_radius")));
  CHECK(is_null(at(facts_of("architecture: shop", kSampleBody), "blast_radius")));
}

TEST_CASE("the facts of all posts stand in one file, in the order in which they are given") {
  SampleSite sample;
  sample.content.config.title = "Shop";
  sample.post("2026-03-06-x").post("2026-03-07-y");
  const Site site = sample.assemble();
  std::vector<OutputFile> incidents;
  for (const auto* post : site.posts) incidents.push_back(render_incident_json(site, *post));
  const OutputFile file = render_incidents_json(site, incidents);
  CHECK(file.path == "incidents.json");
  const auto value = parse_json(file.bytes);
  REQUIRE(value);
  CHECK(text_at(*value, "title") == "Shop");
  CHECK(column(at(*value, "incidents"), "slug") == "y|x");
  const auto none = parse_json(render_incidents_json(site, {}).bytes);
  REQUIRE(none);
  CHECK(at(*none, "incidents").get_if<Value::List>()->empty());
}

TEST_CASE("what a stranger wrote stays a JSON text") {
  const Value facts = facts_of("title: \"</script> \\\"x\\\" & \\u2028\"");
  CHECK(text_at(facts, "title").find("</script> \"x\" &") == 0);
}

}  // namespace pmsite
