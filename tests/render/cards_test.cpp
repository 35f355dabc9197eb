// SPDX-License-Identifier: MIT
#include "render/cards.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

const Page kHome{"", "T", "D"};

/// The card of a post with these facts, as the front page shows it.
Value card(std::string_view facts, std::string_view body = kSampleBody) {
  SampleSite sample;
  sample.post("2026-03-06-x", facts, body).post("2026-03-06-y", "status: draft");
  const Site site = sample.assemble();
  return card_data(site, kHome, sample.content.posts[0]);
}

std::string rank(std::string_view severity, const std::vector<std::string>& scale) {
  SampleSite sample;
  sample.content.config.severities = scale;
  sample.post("2026-03-06-x", "severity: " + std::string(severity));
  return severity_rank(sample.assemble(), sample.content.posts[0]);
}

}  // namespace

TEST_CASE("a card tells what broke, when, how long and for whom") {
  const Value data = card("");
  CHECK(text_at(data, "title") == "Checkout was down");
  CHECK(text_at(data, "url") == "posts/x/");
  CHECK(text_at(data, "date_iso") == "2026-03-04");
  CHECK(text_at(data, "date_text") == "4 March 2026");
  CHECK(text_at(data, "severity") == "SEV2");
  CHECK(text_at(data, "severity_rank") == "2");
  CHECK(text_at(data, "kind_label") == "Outage");
  CHECK(*at(data, "is_fictional").get_if<bool>() == false);
  CHECK(column(at(data, "organizations"), "name") == "");
  CHECK(text_at(data, "duration") == "53 min");
  CHECK(text_at(data, "users") == "37 % of users");
  CHECK(text_at(data, "summary") == "From 10:12 to 11:05 CET nobody could pay.");
}

TEST_CASE("the date is that of the incident in its own zone, not that of the post") {
  CHECK(text_at(card("started_at: 2026-03-04T00:30:00+05:00\nresolved_at: 2026-03-04T01:00:00+05:00"),
                "date_iso") == "2026-03-04");
}

TEST_CASE("services and tags are links from the page that shows the card") {
  SampleSite sample;
  sample.post("2026-03-06-x", "services: [Cart & Checkout, search]\ntags: [DNS]");
  const Site site = sample.assemble();
  const Page deep{"tags/dns/", "T", "D"};
  const auto& post = sample.content.posts[0];
  CHECK(column(term_links(site, deep, post, Facet::service), "name") == "Cart & Checkout|search");
  CHECK(column(term_links(site, deep, post, Facet::service), "url") ==
        "../../services/cart-checkout/|../../services/search/");
  CHECK(column(term_links(site, deep, post, Facet::tag), "url") == "./");
  CHECK(column(term_links(site, deep, post, Facet::cause), "name") == "Configuration change");
  CHECK(text_at(card_data(site, deep, post), "url") == "../../posts/x/");
}

TEST_CASE("open actions are counted among all; without any nothing is said") {
  const auto actions = [](const std::string& measures) {
    const Value data = card("", "## Action items\n" + measures);
    return text_at(data, "actions_open") + " of " + text_at(data, "actions_total");
  };
  CHECK(actions("- [ ] A\n- [x] B\n- [ ] C (dropped)\n") == "1 of 3");
  CHECK(actions("- [x] B\n") == "0 of 1");
  CHECK(actions("Sleep more.\n") == "0 of ");
}

TEST_CASE("a severity's rank is its place in the site's own scale, five at most") {
  CHECK(rank("SEV1", {"SEV1", "SEV2"}) == "1");
  CHECK(rank("minor", {"major", "minor"}) == "2");
  CHECK(rank("P7", {"P1", "P2", "P3", "P4", "P5", "P6", "P7"}) == "5");
  CHECK(rank("other", {"SEV1", "SEV2"}) == "3");
}

TEST_CASE("a drill or a made-up incident says so") {
  CHECK(text_at(card("kind: near_miss"), "kind_label") == "Near miss");
  CHECK(*at(card("kind: fictional"), "is_fictional").get_if<bool>() == true);
  CHECK(column(at(card("organization: The Shop"), "organizations"), "url") == "organizations/the-shop/");
}

TEST_CASE("cards come in the order of the posts") {
  SampleSite sample;
  sample.post("2026-03-06-x", "title: One").post("2026-03-07-y", "title: Two");
  const Site site = sample.assemble();
  CHECK(column(cards_data(site, kHome, site.posts), "title") == "Two|One");
  CHECK(cards_data(site, kHome, {}).empty());
}

}  // namespace pmsite
