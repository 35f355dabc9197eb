// SPDX-License-Identifier: MIT
#include "review/requirements.hpp"

#include "review/judging.hpp"

#include <algorithm>
#include <set>

namespace pmsite {
namespace {

/// Meets everything but the number of words.
constexpr std::string_view kComplete = R"(# Postmortem: the shop's checkout

## Issue Summary

Duration: March 4, 2026, 10:12 to 11:05 UTC.
Impact: The checkout was down, and 40% of the customers could not pay.
Root cause: The certificate of the payment gateway had expired.

## Timeline

- 10:15 UTC - Detected by a monitoring alert on failed payments.
- 10:20 UTC - Checked the logs of the checkout; suspected the database, but it was healthy.
- 10:40 UTC - Escalated to the payments team.
- 11:05 UTC - The payments team renewed the certificate and restarted the gateway.

## Root cause and resolution

The certificate expired because the job that renews it had lost its permission, so every handshake failed
and no payment went through. The team renewed the certificate by hand, restarted the gateway, and gave the
job its permission back; then a test payment went through.

## Corrective and preventative measures

Renewals should be watched. Tasks:

- Add an alert for certificates that expire within two weeks
- Write a test for the renewal job
)";

}  // namespace

TEST_CASE("a complete postmortem meets each requirement but the number of words") {
  const auto findings = judge_raw(read_raw_post(SourceText("README.md", std::string(kComplete))));
  const auto all = requirements();
  REQUIRE(findings.size() == all.size());
  for (std::size_t i = 0; i < all.size(); ++i) {
    CAPTURE(all[i].id);
    CHECK(findings[i].met == (all[i].id != "words_400_600"));
    CHECK(findings[i].evidence.empty() == findings[i].lines.empty());
    CHECK(findings[i].lines.size() <= 3);
    CHECK(std::is_sorted(findings[i].lines.begin(), findings[i].lines.end()));
  }
}

TEST_CASE("a file without words meets nothing") {
  for (const std::string_view text :
       {"", "\n\n", "# Postmortem\n", "# Postmortem\n\nSee [my article](https://example.com/p).\n"})
    for (const auto& finding : judge_raw(read_raw_post(SourceText("README.md", std::string(text))))) {
      CHECK_FALSE(finding.met);
      CHECK(finding.lines.empty());
      CHECK(finding.evidence == "");
    }
}

TEST_CASE("each requirement has an id, a title and a help of its own") {
  const auto all = requirements();
  CHECK(all.size() == 15);
  CHECK(all.front().id == "duration_start_end_tz");
  CHECK(all.back().id == "words_400_600");
  std::set<std::string_view> seen;
  for (const auto& requirement : all) {
    CHECK(seen.insert(requirement.id).second);
    CHECK(seen.insert(requirement.title).second);
    CHECK(seen.insert(requirement.help).second);
    CHECK(requirement.help.ends_with('.'));
  }
}

TEST_CASE("a text of half a megabyte is judged in one go") {
  std::string text = "## Timeline\n\n";
  while (text.size() < 500'000)
    text += "10:15 UTC - suspected the database but it was not the cause and then we ";
  CHECK(judge_raw(read_raw_post(SourceText("README.md", text))).size() == requirements().size());
}

}  // namespace pmsite
