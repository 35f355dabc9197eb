// SPDX-License-Identifier: MIT
#include "render/structured_data.hpp"

#include "engine/json.hpp"
#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string text_of(std::string_view facts, std::string base_url = "https://shop.example/blog/") {
  SampleSite sample;
  sample.options.base_url = std::move(base_url);
  sample.content.config.title = "Shop";
  sample.post("2026-03-06-x", facts);
  const Site site = sample.assemble();
  return structured_data(site, *site.posts[0]);
}

Value data_of(std::string_view facts) {
  const auto value = parse_json(text_of(facts));
  REQUIRE(value);
  return *value;
}

}  // namespace

TEST_CASE("a post is an article about its services and its cause") {
  const Value data = data_of("services: [checkout, search]\ntags: [dns, cache]\nauthors: [Ada, Ben]");
  CHECK(text_at(data, "@context") == "https://schema.org");
  CHECK(text_at(data, "@type") == "TechArticle");
  CHECK(text_at(data, "headline") == "Checkout was down");
  CHECK(column(at(data, "about"), "name") == "checkout|search|Configuration change");
  CHECK(column(at(data, "author"), "@type") == "Person|Person");
  CHECK(text_at(data, "publisher.name") == "Shop");
  CHECK(at(data, "keywords").get_if<Value::List>()->size() == 2);
  CHECK(text_at(data, "url") == "https://shop.example/blog/posts/x/");
  CHECK(text_at(data, "image") == "https://shop.example/blog/posts/x/card.png");
}

TEST_CASE("a correction moves the date of change and not that of publication") {
  const Value data = data_of("corrections: [{at: 2026-04-01, text: It was DNS}]");
  CHECK(text_at(data, "datePublished") == "2026-03-06T00:00:00Z");
  CHECK(text_at(data, "dateModified") == "2026-04-01T00:00:00Z");
}

TEST_CASE("a headline has at most 110 characters") {
  const Value data = data_of("title: " + std::string(60, 'a') + " " + std::string(58, 'b'));
  CHECK(text_at(data, "headline") == std::string(60, 'a') + "…");
}

TEST_CASE("no text of an author ends the script that it stands in") {
  const std::string text = text_of("title: '</script><script>alert(1)</script><!--'");
  CHECK(text.find('<') == std::string::npos);
  CHECK(text_at(data_of("title: '</script><!--'"), "headline") == "</script><!--");
}

TEST_CASE("without a base URL nothing pretends to have an address") {
  CHECK(text_of("", "").find("\"url\"") == std::string::npos);
  CHECK(text_of("", "").find("card.png") == std::string::npos);
}

}  // namespace pmsite
