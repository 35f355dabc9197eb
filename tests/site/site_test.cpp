// SPDX-License-Identifier: MIT
#include "site/site.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string slugs(const std::vector<const Postmortem*>& posts) {
  std::string text;
  for (const auto* post : posts) text += (text.empty() ? "" : " ") + post->slug;
  return text;
}

/// "draft: a draft" a line.
std::string skipped(const Site& site) {
  std::string text;
  for (const auto& [post, reason] : site.skipped)
    text += (text.empty() ? "" : "\n") + post->slug + ": " + reason;
  return text;
}

/// "checkout=Checkout: a b" a line.
std::string terms_text(const std::vector<Term>& terms) {
  std::string text;
  for (const auto& term : terms)
    text += (text.empty() ? "" : "\n") + term.slug + "=" + term.name + ": " + slugs(term.posts);
  return text;
}

SampleSite with_unpublished() {
  SampleSite sample;
  sample.post("2026-03-06-good")
      .post("2026-03-07-draft", "status: draft")
      .post("2026-03-08-reviewed", "status: in_review")
      .post("2026-03-09-later", "published_at: 2031-05-06T00:30:00+01:00");
  return sample;
}

}  // namespace

TEST_CASE("posts are ordered by publication, newest first") {
  SampleSite sample;
  sample.post("2026-03-06-old").post("2026-03-09-new").post("2026-03-10-moved", "published_at: 2026-03-07");
  CHECK(slugs(sample.assemble().posts) == "new moved old");
}

TEST_CASE("posts of one day are ordered by their start, then by slug") {
  SampleSite sample;
  sample.post("2026-03-06-b")
      .post("2026-03-06-a")
      .post("2026-03-06-z", "started_at: 2026-03-04T10:13:00+01:00")
      .post("2026-03-06-early", "started_at: 2026-03-04T09:12:30Z\nresolved_at: 2026-03-04T10:05:00Z");
  CHECK(slugs(sample.assemble().posts) == "z early a b");
}

TEST_CASE("publication is compared as a moment, not as a date") {
  SampleSite sample;
  sample.post("2026-03-06-west", "published_at: 2026-03-06T23:30:00-05:00")
      .post("2026-03-06-east", "published_at: 2026-03-07T01:00:00+01:00");
  CHECK(slugs(sample.assemble().posts) == "west east");
}

TEST_CASE("a build leaves out drafts, posts in review and posts of the future, and says why") {
  SampleSite sample = with_unpublished();
  const Site site = sample.assemble();
  CHECK(slugs(site.posts) == "good");
  CHECK(skipped(site) == "draft: a draft\nreviewed: in review\nlater: published later, on 2031-05-06");
}

TEST_CASE("drafts and posts in review are taken along where they are asked for") {
  SampleSite sample = with_unpublished();
  sample.options.with_drafts = true;
  const Site site = sample.assemble();
  CHECK(slugs(site.posts) == "reviewed draft good");
  CHECK(skipped(site) == "later: published later, on 2031-05-06");
}

TEST_CASE("posts of the future are taken along where they are asked for") {
  SampleSite sample = with_unpublished();
  sample.options.with_future = true;
  CHECK(slugs(sample.assemble().posts) == "later good");
  sample.options.with_drafts = true;
  CHECK(slugs(sample.assemble().posts) == "later reviewed draft good");
  CHECK(sample.assemble().skipped.empty());
}

TEST_CASE("a post is published in the second of its publication, not before") {
  SampleSite sample;
  sample.post("2026-03-06-x", "published_at: 2026-03-06T10:00:00Z");
  sample.options.now = parse_instant("2026-03-06T09:59:59Z")->utc;
  CHECK(sample.assemble().posts.empty());
  sample.options.now = parse_instant("2026-03-06T10:00:00Z")->utc;
  CHECK(sample.assemble().posts.size() == 1);
}

TEST_CASE("posts are found under their services and tags, which are sorted by address") {
  SampleSite sample;
  sample.post("2026-03-06-a", "services: [search, checkout]\ntags: [dns]")
      .post("2026-03-07-b", "services: [checkout]")
      .post("2026-03-08-c", "status: draft\nservices: [billing]");
  const Site site = sample.assemble();
  CHECK(terms_text(site.terms_in(Facet::service)) == "checkout=checkout: b a\nsearch=search: a");
  CHECK(terms_text(site.terms_in(Facet::tag)) == "dns=dns: a");
  CHECK(terms_text(site.terms_in(Facet::cause)) == "config-change=Configuration change: b a");
  CHECK(terms_text(site.terms_in(Facet::organization)) == "");
}

TEST_CASE("the base URL of the command line wins over that of the configuration") {
  SampleSite sample;
  sample.content.config.base_url = "https://config.example/";
  CHECK(sample.assemble().base_url == "https://shop.example/blog/");
  sample.options.base_url.clear();
  CHECK(sample.assemble().base_url == "https://config.example/");
}

TEST_CASE("a site without posts has no terms and nothing to skip") {
  const SampleSite sample;
  const Site site = sample.assemble();
  CHECK(site.posts.empty());
  for (const Facet facet : kFacets) CHECK(site.terms_in(facet).empty());
  CHECK(site.skipped.empty());
}

}  // namespace pmsite
