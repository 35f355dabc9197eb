// SPDX-License-Identifier: MIT
#include "review/sheet.hpp"

#include "support/sample_site.hpp"

using namespace pmsite;

namespace {

constexpr std::string_view kRaw = R"(# The night the tills slept

## Issue Summary
On March 4, 2026, from 10:12 AM to 11:05 AM WAT, the till service was down. 40% of the customers could not pay.
The root cause was a cache that kept dead sockets.

## Timeline
- 10:12 AM WAT - the cache fails over.
- 10:15 AM WAT - a Nagios alert tells the on-call engineer that checkouts fail.
- 11:05 AM WAT - the pools are recycled and the tills are back.
)";

ReviewSheet sheet_of(std::string_view text, std::string_view profile = "alx") {
  return review_file("a.md", text, *find_profile(profile));
}

bool met(const ReviewSheet& sheet, std::string_view id) {
  for (const auto& item : sheet.items)
    if (item.requirement->id == id) return item.finding.met;
  FAIL("not asked for: ", std::string(id));
  return false;
}

}  // namespace

TEST_CASE("a raw postmortem is judged by its words") {
  const ReviewSheet sheet = sheet_of(kRaw);
  CHECK(!sheet.has_facts);
  CHECK(sheet.profile == "alx");
  CHECK(sheet.items.size() == 15);
  REQUIRE(sheet.started);
  CHECK(sheet.started->clock.hour == 10);
  CHECK(sheet.started->clock.minute == 12);
  CHECK(sheet.started->date == *parse_date("2026-03-04"));
  CHECK(sheet.offset == std::chrono::minutes{60});
  CHECK(sheet.timeline_entries == 3);
  CHECK(met(sheet, "duration_start_end_tz"));
  CHECK(met(sheet, "impact_users_percent"));
  CHECK(!met(sheet, "tasks_list"));
  CHECK(!met(sheet, "words_400_600"));
}

TEST_CASE("parts are named with the line they begin on, and zero where there is none") {
  const ReviewSheet sheet = sheet_of(kRaw);
  for (const auto& [role, line] : sheet.roles) {
    CAPTURE(std::string(word(role)));
    CHECK(line == (role == Role::summary ? 3 : role == Role::timeline ? 7 : 0));
  }
}

TEST_CASE("a post with front matter is judged by its facts, then by its words") {
  const ReviewSheet sheet = sheet_of(kSamplePost);
  CHECK(sheet.has_facts);
  CHECK(sheet.title == "Checkout returned 502 after a cache failover");
  REQUIRE(sheet.resolved);
  CHECK(sheet.resolved->clock.hour == 11);
  CHECK(sheet.offset == std::chrono::minutes{60});
  CHECK(met(sheet, "detected_how"));
  CHECK(met(sheet, "cause_detail"));
}

TEST_CASE("the post's own profile counts before the one that is asked for") {
  CHECK(sheet_of(kSamplePost, "alx").profile == "learning");
  CHECK(sheet_of(kRaw, "sre").profile == "sre");
}

TEST_CASE("what a profile does not ask for is not on its sheet, what it advises does not count") {
  const ReviewSheet sheet = sheet_of(kRaw, "sre");
  for (const auto& item : sheet.items) CHECK(item.requirement->id != "words_400_600");
  CHECK(sheet.required() < static_cast<int>(sheet.items.size()));
  CHECK(sheet.required_met() <= sheet.required());
}

TEST_CASE("front matter of another tool makes no facts") {
  const ReviewSheet sheet = sheet_of("---\nlayout: post\ndate: 2026-03-05\n---\n" + std::string(kRaw));
  CHECK(!sheet.has_facts);
  CHECK(sheet.timeline_entries == 3);
}

TEST_CASE("a moment without a zone or a date is not made up") {
  const auto without_zone =
      sheet_of(changed(changed(kRaw, " WAT, the", ", the"), "AM to 11:05 AM", "AM to 11:05 AM"));
  REQUIRE(sheet_of(kRaw).started);
  CHECK(sheet_of(changed(kRaw, "On March 4, 2026, from", "From")).started == std::nullopt);
  CHECK(without_zone.started.has_value());
}

TEST_CASE("a permission that the author gave is on the sheet") {
  const ReviewSheet sheet =
      sheet_of(std::string(kSamplePost) + "\n<!-- pmsite-allow word-count: short on purpose -->\n");
  REQUIRE(sheet.allowances.size() == 1);
  CHECK(sheet.allowances[0].reason == "short on purpose");
}

TEST_CASE("the number of words is told where it is not met, with the way to go") {
  const ReviewSheet sheet = sheet_of(kRaw);
  CHECK(sheet.items.back().requirement->id == "words_400_600");
  CHECK(sheet.items.back().advice() ==
        "It has " + std::to_string(sheet.words) + " words; add " + std::to_string(400 - sheet.words));
  std::string longer(kRaw);
  for (int i = 0; i < 100; ++i) longer += "One two three four five six.\n";
  CHECK(sheet_of(longer).items.back().advice().find("; cut ") != std::string::npos);
}

TEST_CASE("a stub has nothing to review") {
  CHECK(nothing_to_review(sheet_of("# Postmortem\n\nSee https://example.org/post\n")) != "");
  CHECK(nothing_to_review(sheet_of(kSamplePost)) == "");
}

TEST_CASE("an empty file, and one that is no text, have sheets as well") {
  CHECK(sheet_of("").items.size() == 15);
  CHECK(sheet_of(std::string("\0\xFF\xFE", 3)).words == 0);
}
