// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr std::string_view kLesson = "A failover is a change.";

std::string found_in_lesson(std::string_view rule, std::string_view text) {
  return found(rule, sample_with(kLesson, text));
}

}  // namespace

TEST_CASE("a secret is reported where it stands, and not repeated") {
  const std::string report =
      found_in_lesson("secret-in-text", "Run\n\n```\nmysql --password=9fj3kd02mxQ7\n```");
  CHECK(report.find(":18 secret-in-text: a password stands in the text (`9fj3...`) -> revoke it") !=
        std::string::npos);
  CHECK(report.find("9fj3k") == std::string::npos);
  CHECK(found("secret-in-text", kSamplePost) == "");
}

TEST_CASE("of a short secret nothing is shown") {
  const std::string report = found_in_lesson("secret-in-text", "password=9fj3kd");
  CHECK(report.find("a password stands in the text -> ") != std::string::npos);
  CHECK(report.find("9fj") == std::string::npos);
}

TEST_CASE("secrets are found in the front matter and in comments") {
  CHECK(found("secret-in-text", sample_with("A 502 page.", "'password=9fj3kd02mx'")) != "");
  CHECK(found_in_lesson("secret-in-text", "<!-- token=9fj3kd02mx -->") != "");
}

TEST_CASE("each secret of a text has its own line") {
  const std::string report =
      found_in_lesson("secret-in-text", "password=9fj3kd02mx\n\n\npassword=8fj3kd02mx");
  CHECK(std::count(report.begin(), report.end(), '\n') == 1);
}

TEST_CASE("names of one network are reported, in code too") {
  CHECK(found("private-address", kSamplePost) == "");
  CHECK(found_in_lesson("private-address", "Ask `10.3.7.12`, not 127.0.0.1 or 10.0.0.0/8.")
            .find("`10.3.7.12` means nothing outside your network -> say what it is instead") !=
        std::string::npos);
  CHECK(found_in_lesson("private-address", "See https://wiki.acme.corp/x") != "");
}

TEST_CASE("addresses of people are reported, but for the authors' own") {
  CHECK(found("email-in-text", kSamplePost) == "");
  CHECK(found_in_lesson("email-in-text", "Ask jane.doe@acme.com.")
            .find("`jane.doe@acme.com` is a personal address") != std::string::npos);
  CHECK(found_in_lesson("email-in-text", "Ask support@acme.com or git@github.com:acme/shop.") == "");
  CHECK(found("email-in-text", sample_with("[Ada Okoro]", "[Ada Okoro <ada@acme.com>]")) == "");
  CHECK(
      found("email-in-text",
            sample_with(
                "profile: learning",
                "profile: learning\nreviewers: [{name: bo@acme.com, decision: approved, at: 2026-03-06}]")) !=
      "");
}

TEST_CASE("a person of the post beside a deed is noted in what tells the past") {
  CHECK(found("person-named", kSamplePost) == "");
  for (const std::string_view text :
       {"Ada restarted the cache.", "the cache was restarted by Okoro.", "then Ada Okoro found it."})
    CHECK_MESSAGE(
        found("person-named", sample_with("the cache failed over.", text)).find('\n') == std::string::npos,
        text);
  for (const std::string_view text :
       {"Ada restarted the cache.", "the cache was restarted by Okoro.", "then Ada Okoro found it."})
    CHECK_MESSAGE(found("person-named", sample_with("the cache failed over.", text)) != "", text);
  CHECK(found("person-named", sample_with("the cache failed over.", "Ada Okoro found it."))
            .find("`Ada Okoro` is named beside what was done -> name the role") != std::string::npos);
}

TEST_CASE("names elsewhere, and words that only look like them, are left alone") {
  for (const std::string_view text : {"the Ada compiler failed.", "Adam restarted it.", "Canada restarted.",
                                      "the pool (see Ada).", "ada restarted it."})
    CHECK_MESSAGE(found("person-named", sample_with("the cache failed over.", text)) == "", text);
  CHECK(found_in_lesson("person-named", "Ada restarted the cache, which helped.") == "");
  CHECK(found("person-named", changed(sample_with("the cache failed over.", "GitLab restarted it."),
                                      "[Ada Okoro]", "[GitLab]")) == "");
}

}  // namespace pmsite
