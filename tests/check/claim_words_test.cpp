// SPDX-License-Identifier: MIT
#include "check/claim_words.hpp"

#include "support/claim_cases.hpp"

#include <array>

namespace pmsite {
namespace {

/// A sentence reduced; its length of time stands in braces. With "S:" in front it is of a summary, with "T:"
/// a title.
std::string reduced(std::string_view text) {
  const Content content = sample_site(post_saying("summary", ""));
  Passage passage;
  const bool is_title = text.starts_with("T:"), is_summary = text.starts_with("S:");
  std::string sentence(text.substr(is_title || is_summary ? 2 : 0));
  const auto begin = sentence.find('{');
  sentence.erase(begin, 1);
  const auto end = sentence.find('}');
  sentence.erase(end, 1);
  const ClaimText claim{sentence, 0, is_title ? nullptr : &passage, {}, is_title || is_summary};
  return reduced_clause(claim, {begin, end}, content.posts[0]);
}

struct Case {
  std::string_view text, reduced;
};

}  // namespace

TEST_CASE("words of one meaning become one word") {
  const std::array cases = {
      Case{"The outage lasted {45 minutes}.", "The zincident lasted zlength"},
      Case{"Our downtime: {45 minutes}", "Our zincident zlength"},
      Case{"All users, for {45 minutes}", "All zcustomers for zlength"},
      Case{"Checkout was down for {45 minutes}", "zservice was down for zlength"},
      Case{"The site, and Teapots, were down for {45 minutes}",
           "The zservice and zservice were down for zlength"},
      Case{"S:The service was down for {45 minutes}", "The zservice was down for zlengthhere"},
      Case{"The service was down for {45 minutes}", "The service was down for zlength"},
      Case{"S:The issue lasted {45 minutes}", "The zincident lasted zlengthhere"},
      Case{"The issue lasted {45 minutes}", "The issue lasted zlength"},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(reduced(each.text) == each.reduced);
  }
}

TEST_CASE("behind a moment, the incident is not what lasted") {
  CHECK(reduced("During the outage a test lasted {45 minutes}") ==
        "During the zaround a test lasted zlength");
  CHECK(reduced("Alerted {45 minutes} after the outage began") == "Alerted zlength after the zaround began");
}

TEST_CASE("incidents of others and other incidents stay what they are") {
  for (const std::string_view text :
       {"The last outage lasted {45 minutes}", "The provider's outage lasted {45 minutes}",
        "Their outage lasted {45 minutes}", "A previous short outage lasted {45 minutes}",
        "The March outage lasted {45 minutes}", "The 2024 outage lasted {45 minutes}",
        "The database outage lasted {45 minutes}", "The outage call lasted {45 minutes}",
        "Some users failed for {45 minutes}", "The bank's site failed for {45 minutes}",
        "A test site failed for {45 minutes}"}) {
    CAPTURE(std::string(text));
    CHECK(reduced(text).find("zincident") == std::string::npos);
    CHECK(reduced(text).find("zservice") == std::string::npos);
    CHECK(reduced(text).find("zcustomers") == std::string::npos);
  }
  CHECK(reduced("Today's outage lasted {45 minutes}") == "Today's zincident lasted zlength");
  CHECK(reduced("Teapots\u2019s outage lasted {45 minutes}") == "Teapots\u2019s zincident lasted zlength");
  CHECK(reduced("S:The database outage lasted {45 minutes}") == "The database zincident lasted zlengthhere");
  CHECK(reduced("The checkout outage lasted {45 minutes}") == "The zservice zincident lasted zlength");
}

TEST_CASE("what only tones a length down is left out, and what stands in front tells which one it is") {
  const std::array cases = {
      Case{"lasted about {45 minutes}", "lasted zlength"},
      Case{"lasted for a bit more than {45 minutes}", "lasted for a bit zlength"},
      Case{"lasted at least {45 minutes}", "lasted zlength"},
      Case{"for up to {45 minutes}", "for zlength"},
      Case{"at {45 minutes}", "at zlength"},
      Case{"the {45-minute} outage", "zlengththe zincident"},
      Case{"the full {45 minutes}", "zlengththe"},
      Case{"a {45-minute} outage", "zlength zincident"},
      Case{"S:a {45-minute} outage", "zlengththe zincident"},
      Case{"S:with {45 minutes} of downtime", "with zlengthhere of zincident"},
      Case{"T:{45-minute} outage", "zlengththe zincident"},
      Case{"T:In {45 minutes}", "In zlengthhere"},
      Case{"the first {45 minutes}", "the first zlength"},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(reduced(each.text) == each.reduced);
  }
}

TEST_CASE("where an effort is told, the words of the timeline's wrong paths are known") {
  CHECK(reduced("We spent {45 minutes} on a stale health check") ==
        "We spent zlength on a zmisled zmisled zmisled");
  CHECK(reduced("We lost {45 minutes} on a wrong theory") == "We lost zlength on a zmisled zmisled");
  CHECK(reduced("A stale health check ran for {45 minutes}") == "A stale health check ran for zlength");
  CHECK(reduced("We spent {45 minutes} on the phone") == "We spent zlength on the phone");
}

TEST_CASE("only the clause of the length is reduced") {
  CHECK(reduced("The outage was short, but a test lasted {45 minutes}; that was it") ==
        "a test lasted zlength");
}

}  // namespace pmsite
