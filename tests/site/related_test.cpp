// SPDX-License-Identifier: MIT
#include "site/related.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

/// "POST (WHY)[: NOTE]" a line.
std::string related(const SampleSite& sample, std::string_view slug) {
  const Site site = sample.assemble();
  const RelatedIncidents incidents(site);
  std::string text;
  for (const auto* post : site.posts) {
    if (post->slug != slug) continue;
    for (const auto& [other, why, note] : incidents.of(*post))
      text += (text.empty() ? "" : "\n") + other->slug + " (" + why + ")" + (note.empty() ? "" : ": " + note);
  }
  return text;
}

constexpr std::string_view kUnlike =
    "services: [mail]\nroot_cause: {category: capacity, text: The disk was full.}";

}  // namespace

TEST_CASE("what an author relates is related in both directions") {
  SampleSite sample;
  sample.post("2026-03-06-again", "related: [{post: first, as: recurrence_of, note: The same pool.}]")
      .post("2026-03-01-first", kUnlike);
  CHECK(related(sample, "again") == "first (Recurrence of): The same pool.");
  CHECK(related(sample, "first") == "again (Came back as)");
}

TEST_CASE("a relation that both posts name is told once, in the words of the post that is read") {
  SampleSite sample;
  sample.post("2026-03-06-a", "related: [{post: b, as: caused_by}]")
      .post("2026-03-01-b", "related: [{post: a, as: same_component}]");
  CHECK(related(sample, "a") == "b (Caused by)");
  CHECK(related(sample, "b") == "a (Same component as)");
}

TEST_CASE("posts that are left out are related to nothing") {
  SampleSite sample;
  sample.post("2026-03-06-a", "related: [{post: b, as: caused_by}]").post("2026-03-01-b", "status: draft");
  CHECK(related(sample, "a") == "");
}

TEST_CASE("a shared cause is kinship, and so are a service and a tag; a service alone is none") {
  SampleSite sample;
  sample.post("2026-03-06-a", "tags: [dns]")
      .post("2026-03-01-cause", "services: [mail]")
      .post("2026-03-02-service", "root_cause: {category: data, text: x}")
      .post("2026-03-03-both", "root_cause: {category: data, text: x}\ntags: [dns]");
  CHECK(related(sample, "a") == "both (checkout, dns)\ncause (Same cause)");
}

TEST_CASE("three at most are alike, those with most in common first, and the newer of two") {
  SampleSite sample;
  sample.post("2026-03-06-a", "tags: [dns]")
      .post("2026-03-01-p", "")
      .post("2026-03-02-q", "tags: [dns]")
      .post("2026-03-03-r", "")
      .post("2026-03-04-s", "services: [mail]");
  CHECK(related(sample, "a") ==
        "q (Same cause, checkout, dns)\nr (Same cause, checkout)\np (Same cause, checkout)");
}

TEST_CASE("what is related by its author is not repeated as alike") {
  SampleSite sample;
  sample.post("2026-03-06-a", "related: [{post: b, as: same_cause}]").post("2026-03-01-b");
  CHECK(related(sample, "a") == "b (Same cause as)");
}

TEST_CASE("a post is not related to itself, whatever its author says, and shared names are told up to four") {
  SampleSite sample;
  sample.post("2026-03-06-a", "related: [{post: a, as: same_cause}]\ntags: [a, b, c, d, e]")
      .post("2026-03-01-b", "tags: [a, b, c, d, e]");
  CHECK(related(sample, "a") == "b (Same cause, checkout, a, b)");
}

TEST_CASE("incidents that share nothing are not related") {
  SampleSite sample;
  sample.post("2026-03-06-a").post("2026-03-01-b", kUnlike);
  CHECK(related(sample, "a") == "");
}

}  // namespace pmsite
