// SPDX-License-Identifier: MIT
#include "support/sample_site.hpp"

namespace pmsite {

TEST_CASE("a severity must be one of the site's") {
  CHECK(found("severity-unknown", kSamplePost) == "");
  CHECK(found("severity-unknown", sample_with("SEV2", "sev2")) ==
        "5:11 severity-unknown: `sev2` is not a severity of this site -> did you mean `SEV2`?");
  CHECK(found("severity-unknown", sample_with("SEV2", "critical")) ==
        "5:11 severity-unknown: `critical` is not a severity of this site -> use one of: SEV1, SEV2, SEV3, "
        "SEV4, SEV5");
}

TEST_CASE("a site may name its own severities") {
  Content content = sample_site(sample_with("SEV2", "P1"));
  content.config.severities = {"P1", "P2"};
  CHECK(found("severity-unknown", content) == "");
  content.config.severities = {"high", "low"};
  CHECK(found("severity-unknown", content) ==
        "5:11 severity-unknown: `P1` is not a severity of this site -> use one of: high, low");
}

TEST_CASE("a profile must exist") {
  CHECK(found("profile-unknown", kSamplePost) == "");
  CHECK(found("profile-unknown", sample_with("profile: learning", "profile: learnings")) ==
        "12:10 profile-unknown: `learnings` is not a profile -> did you mean `learning`?");
  CHECK(found("profile-unknown", sample_with("profile: learning", "profile: blameless")) ==
        "12:10 profile-unknown: `blameless` is not a profile -> use one of: alx, learning, sre");
}

TEST_CASE("an incident may not end before it begins") {
  CHECK(found("interval-order", sample_with("resolved_at: 2026-03-04T11:05:00+01:00",
                                            "resolved_at: 2026-03-04T10:05:00Z")) == "");
  CHECK(found("interval-order", sample_with("resolved_at: 2026-03-04T11:05:00+01:00",
                                            "resolved_at: 2026-03-04T09:12:00Z")) == "");
  CHECK(found("interval-order",
              sample_with("resolved_at: 2026-03-04T11:05:00+01:00", "resolved_at: 2026-03-04T07:07:00Z")) ==
        "4:14 interval-order: `resolved_at` is 2 h 5 min before `started_at` -> correct one of the two");
}

TEST_CASE("a service and a tag need a letter or a digit for their address") {
  CHECK(found("name-without-address", sample_with("[checkout]", "[checkout, \"7\"]")) == "");
  CHECK(found("name-without-address", sample_with("[checkout]", "[\"!!\", \xE6\x99\x82]")) ==
        "6:12 name-without-address: `!!` cannot become an address -> use at least one letter or digit from a "
        "to z, 0 to 9\n"
        "6:18 name-without-address: `\xE6\x99\x82` cannot become an address -> use at least one letter or "
        "digit from a to z, "
        "0 to 9");
  CHECK(found("name-without-address",
              sample_with("profile: learning", "profile: learning\ntags: [a, \"-\"]")) ==
        "13:11 name-without-address: `-` cannot become an address -> use at least one letter or digit from a "
        "to z, 0 to 9");
}

}  // namespace pmsite
