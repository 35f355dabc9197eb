// SPDX-License-Identifier: MIT
#include "render/post_architecture.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

Graph shop() {
  Graph graph;
  graph.attributes = {{"label", "The <shop>"}};
  graph.nodes = {
      {"checkout", {{"label", "Checkout"}}, ""}, {"cache", {}, ""}, {"mail", {{"label", "Mail"}}, ""}};
  graph.edges = {{"checkout", "cache", {}}, {"checkout", "mail", {{"kind", "soft"}}}};
  return graph;
}

/// A site with a drawn architecture and a post whose timeline holds these bullets.
SampleSite shop_with(const std::string& bullets, std::string_view facts = "architecture: shop") {
  SampleSite sample;
  sample.architecture("shop", shop()).post("2026-03-06-x", facts, "## Timeline\n" + bullets);
  sample.pictures[{"digraph shop", "dot"}] =
      "<svg viewBox=\"0 0 4 2\" aria-labelledby=\"\x01title\"><g class=\"node \x02"
      "cache\x02\"/></svg>";
  return sample;
}

Value data_of(const SampleSite& sample) {
  return post_architecture(sample.content, sample.pictures, sample.content.posts.at(0));
}

std::string worst(const std::string& bullets) {
  std::string text;
  for (const auto& [name, state] : worst_states(read_sample("", "## Timeline\n" + bullets).timeline))
    text += (text.empty() ? "" : " ") + name + "=" + std::string(word(state));
  return text;
}

constexpr const char* kStates =
    "- 10:12 CET - a `cache: down`, `checkout: degraded`\n- 10:30 CET - b `cache: ok`, `checkout: ok`\n";

}  // namespace

TEST_CASE("the worst state of a component is what counts, not the last") {
  CHECK(worst(kStates) == "cache=down checkout=degraded");
  CHECK(worst("- 10:12 CET - a `cache: ok`\n- 10:13 CET - b `cache: maintenance`\n") == "cache=maintenance");
  CHECK(worst("- 10:12 CET - a `cache: maintenance`\n- 10:13 CET - b `cache: unknown`\n") == "cache=unknown");
  CHECK(worst("- 10:12 CET - a `cache: unknown`\n- 10:13 CET - b `cache: degraded`\n") == "cache=degraded");
  CHECK(worst("- 10:12 CET - a `cache: down`\n- 10:13 CET - b `cache: unknown`\n") == "cache=down");
  CHECK(worst("- 10:12 CET - a\n") == "");
}

TEST_CASE("the picture carries the states, and says how many components were hit") {
  const Value data = data_of(shop_with(kStates));
  CHECK(text_at(data, "title") == "The <shop>");
  CHECK(text_at(data, "svg_html") ==
        "<svg viewBox=\"0 0 4 2\" aria-labelledby=\"a-title\" width=\"4\" height=\"2\"><title "
        "id=\"a-title\">The "
        "&lt;shop&gt;</title><g class=\"node state-down\"/></svg>");
  CHECK(text_at(data, "caption") ==
        "The worst state of each component during the incident; 2 of 3 were affected.");
}

TEST_CASE("the same is said in words") {
  const Value data = data_of(shop_with(kStates));
  const Value& components = at(data, "components");
  CHECK(column(components, "label") == "Checkout|cache|Mail");
  CHECK(column(components, "name") == "checkout|cache|mail");
  CHECK(column(components, "state") == "degraded|down|ok");
  CHECK(column(components, "state_label") == "degraded|down|not affected");
  CHECK(column(components, "is_hit") == "yes|yes|no");
  CHECK(column(at(data, "dependencies"), "text") ==
        "Checkout depends on cache|Checkout is degraded without Mail");
}

TEST_CASE("the legend has the states that are shown, gravest first") {
  CHECK(column(at(data_of(shop_with(kStates)), "legend"), "state") == "down|degraded");
  CHECK(column(at(data_of(shop_with("- 10:12 CET - a `mail: ok`, `cache: unknown`\n")), "legend"), "label") ==
        "unknown|ok");
}

TEST_CASE("a component that was ok all the time was not affected") {
  const Value data = data_of(shop_with("- 10:12 CET - a `cache: ok`\n"));
  CHECK(column(at(data, "components"), "is_hit") == "no|no|no");
  CHECK(column(at(data, "components"), "state_label") == "not affected|ok|not affected");
  CHECK(text_at(data, "caption") ==
        "The worst state of each component during the incident; 0 of 3 were affected.");
}

TEST_CASE("a post that tells no states shows the architecture without a caption or a legend") {
  const Value data = data_of(shop_with("- 10:12 CET - a\n"));
  CHECK(text_at(data, "caption") == "");
  CHECK(at(data, "legend").get_if<Value::List>()->empty());
  CHECK(text_at(data, "svg_html").find("class=\"node \"") != std::string::npos);
}

TEST_CASE("without an architecture, or without its picture, there is nothing to show") {
  CHECK(*data_of(shop_with("- 10:12 CET - a\n", "")).get_if<bool>() == false);
  CHECK(*data_of(shop_with("- 10:12 CET - a\n", "architecture: other")).get_if<bool>() == false);
  SampleSite without_picture = shop_with("- 10:12 CET - a\n");
  without_picture.pictures.clear();
  CHECK(*data_of(without_picture).get_if<bool>() == false);
}

}  // namespace pmsite
