// SPDX-License-Identifier: MIT
#include "site/taxonomy.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// "SLUG=NAME: POST POST" a line.
std::string groups(const SampleSite& sample, Facet facet) {
  std::string text;
  for (const auto& term : group_by(facet, sample.assemble().posts, sample.content.config.severities)) {
    text += (text.empty() ? "" : "\n") + term.slug + "=" + term.name + ":";
    for (const auto* post : term.posts) text += " " + post->slug;
  }
  return text;
}

}  // namespace

TEST_CASE("posts are grouped by address, newest first in each group") {
  SampleSite sample;
  sample.post("2026-03-06-a", "services: [search, checkout]").post("2026-03-07-b", "services: [checkout]");
  CHECK(groups(sample, Facet::service) == "checkout=checkout: b a\nsearch=search: a");
}

TEST_CASE("names that make the same address are one term, and a post is in it once") {
  SampleSite sample;
  sample.post("2026-03-06-a", "tags: [dns cache]").post("2026-03-07-b", "tags: [DNS-Cache, dns cache]");
  CHECK(groups(sample, Facet::tag) == "dns-cache=DNS-Cache: b a");
}

TEST_CASE("severities stand in the order of the site's scale, and others behind them") {
  SampleSite sample;
  sample.content.config.severities = {"major", "minor"};
  sample.post("2026-03-06-a", "severity: minor")
      .post("2026-03-07-b", "severity: major")
      .post("2026-03-08-c", "severity: absurd");
  CHECK(groups(sample, Facet::severity) == "major=major: b\nminor=minor: a\nabsurd=absurd: c");
}

TEST_CASE("a cause is called by its label and addressed by its word") {
  SampleSite sample;
  sample.post("2026-03-06-a", "root_cause: {category: process_gap, text: Nobody looked.}");
  CHECK(groups(sample, Facet::cause) == "process-gap=Process gap: a");
}

}  // namespace pmsite
