// SPDX-License-Identifier: MIT
#include "check/summary_zone.hpp"

#include "support/sample_site.hpp"

namespace pmsite {
namespace {

/// What is told of a summary.
std::string told(std::string_view summary) {
  const auto begin = kSamplePost.find("## Incident summary"), end = kSamplePost.find("## Incident timeline");
  return found("summary-zone-missing", std::string(kSamplePost.substr(0, begin)) + "## Incident summary\n" +
                                           std::string(summary) + "\n\n" +
                                           std::string(kSamplePost.substr(end)));
}

}  // namespace

TEST_CASE("times of the summary want a zone, and the first of them is shown") {
  CHECK(told("From 10:12 to 11:05 nobody could pay.")
            .find("`10:12` has no zone, nor has any other time of the summary -> write the zone behind it") !=
        std::string::npos);
  CHECK(told("Nobody could pay from 10 AM on.").find("`10 AM` has no zone") != std::string::npos);
}

TEST_CASE("one zone serves all times of the summary") {
  for (const auto* summary : {"From 10:12 to 11:05 CET nobody could pay.",
                              "From 10:12 CET on nobody could pay. At 11:05 all could.",
                              "From 10:12 to 11:05 nobody could pay.\n\nAll times are UTC.",
                              "From 10:12 to 11:05 (GMT+1) nobody could pay.",
                              "From 2026-03-04T10:12:00+01:00 on nobody could pay."})
    CHECK_MESSAGE(told(summary) == "", summary);
}

TEST_CASE("a summary without times, and quotations, want none") {
  CHECK(told("For 53 minutes nobody could pay.") == "");
  CHECK(told("Nobody could pay.\n\n> It broke at 10:12, said the status page.") == "");
}

TEST_CASE("other sections take their zone from the timeline") {
  CHECK(found("summary-zone-missing", kSamplePost) == "");
  CHECK(found("summary-zone-missing", changed(kSamplePost, "## Resolution and recovery\n",
                                              "## Resolution and recovery\nAt 10:51 it ended. ")) == "");
}

}  // namespace pmsite
