// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

#include <algorithm>

namespace pmsite {
namespace {

constexpr std::string_view kCause = "The pool kept dead sockets.";
constexpr std::string_view kMeasure = "Failover is not rehearsed,";
constexpr std::string_view kLesson = "A failover is a change.";
constexpr std::string_view kSummary = "Customers could not pay.";

/// How many breaches of `rule` there are when `text` stands in place of `of`.
int count(std::string_view rule, std::string_view of, std::string_view text) {
  const std::string lines = found(rule, sample_with(of, text));
  return lines.empty() ? 0 : static_cast<int>(std::count(lines.begin(), lines.end(), '\n')) + 1;
}

}  // namespace

TEST_CASE("blame is reported wherever it stands, with its exact place") {
  CHECK(found("blame-language", kSamplePost) == "");
  const std::string report = found("blame-language", sample_with(kCause, "A careless change."));
  CHECK(
      report.find(
          ":3 blame-language: `careless` judges a person -> say what happened and what made it possible: the "
          "guard, the warning or the check that was missing") != std::string::npos);
  for (const auto place : {kCause, kMeasure, kLesson, kSummary, std::string_view("the cache failed over."),
                           std::string_view("A 502 page."), std::string_view("A check was off."),
                           std::string_view("Checkout returned 502 after a cache failover")})
    CHECK_MESSAGE(count("blame-language", place, "A careless change.") == 1, place);
}

TEST_CASE("who forgot is asked for what did not remind") {
  const std::string report = found("blame-language", sample_with(kLesson, "Ada forgot the pool."));
  CHECK(report.find("`Ada forgot` judges a person -> say what did not remind or check") != std::string::npos);
}

TEST_CASE("quoted passages and code are not judged") {
  CHECK(count("blame-language", kLesson, "> A careless change.") == 0);
  CHECK(count("blame-language", kLesson, "A `careless` change.") == 0);
  CHECK(count("blame-language", kLesson, "```\ncareless\n```") == 0);
  CHECK(count("hindsight-language", kCause, "> We should have tested it.\n\nThe pool kept dead sockets.") ==
        0);
}

TEST_CASE("hindsight is a fault in what tells the past, and none among measures and lessons") {
  constexpr std::string_view kWords = "We should have tested it.";
  for (const auto place :
       {kCause, kSummary, std::string_view("the cache failed over."),
        std::string_view("The pools were recycled."), std::string_view("A check was off.")})
    CHECK_MESSAGE(count("hindsight-language", place, kWords) == 1, place);
  for (const auto place : {kMeasure, kLesson})
    CHECK_MESSAGE(count("hindsight-language", place, kWords) == 0, place);
  CHECK(count("hindsight-language", "## Lessons learned\n",
              "## Thanks\nWe should have tested it.\n\n## Lessons learned\n") == 0);
}

TEST_CASE("a human cause is an error in the cause, the summary and the front matter") {
  constexpr std::string_view kWords = "The cause was human error.";
  for (const auto place : {kCause, kSummary, std::string_view("A check was off.")})
    CHECK_MESSAGE(count("root-cause-human", place, kWords) == 1, place);
  for (const auto place :
       {kMeasure, kLesson, std::string_view("the cache failed over."), std::string_view("A 502 page.")})
    CHECK_MESSAGE(count("root-cause-human", place, kWords) == 0, place);
  CHECK(count("root-cause-human", kCause, "Human error is not a cause.") == 0);
  CHECK(count("root-cause-human", "A check was off.", "Operator error during a deployment.") == 1);
}

TEST_CASE("the same words are reported once") {
  constexpr std::string_view kWords = "It failed because the engineer forgot the check.";
  CHECK(count("root-cause-human", kCause, kWords) == 1);
  CHECK(count("blame-language", kCause, kWords) == 0);
  CHECK(count("blame-language", kLesson, kWords) == 1);
}

TEST_CASE("a text in another language is reported once, at its first section") {
  const std::string_view swahili =
      "Wateja hawakuweza kulipa kuanzia saa nne hadi saa tano. Sababu ilikuwa mpangilio mbaya wa seva ya "
      "akiba, ambao "
      "ulihifadhi miunganisho iliyokufa. Timu ilianzisha upya seva moja baada ya nyingine na makosa "
      "yakaisha. Baadaye "
      "tuliongeza tahadhari ili tatizo hili lisitokee tena. ";
  std::string text = sample_with(kSummary, "");
  text.erase(text.find("From 10:12"));
  CHECK(found("not-english", text + std::string(swahili)) == "");  // too short to tell
  const std::string report =
      found("not-english", text + std::string(swahili) + std::string(swahili) + std::string(swahili));
  CHECK(report.find(":1 not-english: the text does not look like English: 0 of its ") < 4);
  CHECK(report.find('\n') == std::string::npos);
  CHECK(found("not-english", kSamplePost) == "");
}

}  // namespace pmsite
