// SPDX-License-Identifier: MIT
#include "site/routes.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace pmsite {
namespace {

constexpr std::string_view kPost = "content/posts/2026-03-06-checkout.md";

/// What a link in the first post leads to; "nowhere" for nothing.
std::string route_from_post(std::string_view url, std::string_view file = kPost) {
  SampleSite sample;
  sample.post("2026-03-06-checkout", "tags: [DNS]")
      .post("2026-03-07-search")
      .page("about", "About", "Text.\n");
  sample.post("2026-03-08-draft", "status: draft");
  sample.content.assets = {"50% #1.png", "a.pdf", "a.png"};
  return route_of_link(sample.assemble(), file, url).value_or("nowhere");
}

}  // namespace

TEST_CASE("every kind of page has its address") {
  CHECK(home_route(1) == "");
  CHECK(home_route(2) == "page/2/");
  CHECK(home_route(11) == "page/11/");
  CHECK(post_route("checkout") == "posts/checkout/");
  CHECK(page_route("about") == "about/");
  CHECK(incident_route("checkout") == "posts/checkout/incident.json");
  CHECK(card_route("checkout") == "posts/checkout/card.png");
  CHECK(facet_route(Facet::severity) == "severities/");
  CHECK(term_route(Facet::service, "Checkout & Cart") == "services/checkout-cart/");
  CHECK(term_route(Facet::tag, "DNS") == "tags/dns/");
  CHECK(term_route(Facet::cause, "config_change") == "causes/config-change/");
  CHECK(year_anchor(2026) == "y2026");
}

TEST_CASE("a feed stands beside the page that lists the same posts") {
  CHECK(feed_route("", FeedFormat::rss) == "feed.xml");
  CHECK(feed_route("", FeedFormat::atom) == "atom.xml");
  CHECK(feed_route("tags/dns/", FeedFormat::json) == "tags/dns/feed.json");
}

TEST_CASE("an asset has the same address whether or not its folder is named") {
  CHECK(asset_route("a/b.png") == "assets/a/b.png");
  CHECK(asset_route("assets/a/b.png") == "assets/a/b.png");
  CHECK(asset_route("assetsb.png") == "assets/assetsb.png");
}

TEST_CASE("a page is a folder with an index, other routes are files") {
  CHECK(file_of_route("") == "index.html");
  CHECK(file_of_route("posts/a/") == "posts/a/index.html");
  CHECK(file_of_route("404.html") == "404.html");
  CHECK(file_of_route("feed.xml") == "feed.xml");
}

TEST_CASE("the first part of every address of the program is reserved") {
  const auto& names = reserved_names();
  std::vector<std::string_view> routes = {
      kErrorRoute,     kSitemapRoute, kRobotsRoute, kThemeRoute, kAssetsRoute, kArchiveRoute, kSearchRoute,
      kIncidentsRoute, kSchemaRoute,  "posts/",     "page/",     "feed.xml",   "atom.xml"};
  for (const Facet facet : kFacets) routes.push_back(folder_of(facet));
  for (const auto route : routes) {
    const auto first = route.substr(0, route.find_first_of("./"));
    CHECK_MESSAGE(std::count(names.begin(), names.end(), first) == 1, first);
  }
}

TEST_CASE("links to Markdown files lead to their pages, as they do on GitHub") {
  CHECK(route_from_post("2026-03-07-search.md") == "posts/search/");
  CHECK(route_from_post("./2026-03-07-search.md") == "posts/search/");
  CHECK(route_from_post("/content/posts/2026-03-07-search.md") == "posts/search/");
  CHECK(route_from_post("../pages/about.md") == "about/");
  CHECK(route_from_post("../posts/2026-03-06-checkout.md", "content/pages/about.md") == "posts/checkout/");
}

TEST_CASE("a fragment names a heading as GitHub does, and gets the prefix of our anchors") {
  CHECK(route_from_post("../pages/about.md#who") == "about/#s-who");
  CHECK(route_from_post("2026-03-07-search.md#at-10:44") == "posts/search/#at-10:44");
  CHECK(own_fragment("#timeline") == "#s-timeline");
  CHECK(own_fragment("#at-10:44") == "#at-10:44");
  CHECK(own_fragment("#fn-1") == "#fn-1");
  CHECK(own_fragment("#") == "#");
  CHECK(own_fragment("") == "");
}

TEST_CASE("a query is no fragment") { CHECK(own_fragment("?page=2") == "?page=2"); }

TEST_CASE("pages of the site may be linked by their addresses, with or without the last slash") {
  for (const std::string page :
       {"services/", "services/checkout/", "tags/dns/", "causes/", "causes/config-change/",
        "severities/sev2/", "archive/", "search/", "posts/search/", "about/"}) {
    CHECK_MESSAGE(route_from_post("/" + page) == page, page);
    CHECK_MESSAGE(route_from_post("/" + page.substr(0, page.size() - 1)) == page, page);
  }
  CHECK(route_from_post("/") == "");
  for (const std::string file :
       {"feed.xml", "atom.xml", "feed.json", "sitemap.xml", "incidents.json", "schema/postmortem.json",
        "services/checkout/feed.xml", "tags/dns/feed.json"})
    CHECK_MESSAGE(route_from_post("/" + file) == file, file);
}

TEST_CASE("assets are found by their paths, and their names are made fit for a URL") {
  CHECK(route_from_post("../../assets/a.png") == "assets/a.png");
  CHECK(route_from_post("/assets/a.png") == "assets/a.png");
  CHECK(route_from_post("assets/a.pdf#page=2") == "assets/a.pdf#page=2");
  CHECK(route_from_post("/assets/50%25%20%231.png") == "assets/50%25%20%231.png");
}

TEST_CASE("what this build does not publish, other hosts and paths that leave the site lead nowhere") {
  for (const std::string url :
       {"2026-03-09-missing.md", "2026-03-08-draft.md", "/posts/draft/", "/tags/other/", "/organizations/",
        "/severities/sev2/feed.xml", "/tags/other/feed.xml", "../architectures/shop.dot",
        "../../../secret.md", "/pmsite.yaml", "../../README.md", "/assets/missing.png",
        "https://other.example/", "mailto:ada@shop.example"})
    CHECK_MESSAGE(route_from_post(url) == "nowhere", url);
}

}  // namespace pmsite
