// SPDX-License-Identifier: MIT
#include "site/calendar.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>
#include <vector>

namespace pmsite {
namespace {

/// A site whose incidents began at these instants; the first is called a, the second b.
SampleSite began(const std::vector<std::string>& instants) {
  SampleSite sample;
  char name = 'a';
  for (const auto& instant : instants)
    sample.post(fmt::format("2026-11-06-{}", name++),
                fmt::format("started_at: {}\n-resolved_at\nstatus: draft", instant));
  sample.options.with_drafts = true;
  return sample;
}

/// "2026-03 a b" for each period that holds a post; the number of periods first.
std::string calendar(const std::vector<std::string>& instants) {
  const SampleSite sample = began(instants);
  const Site site = sample.assemble();
  const Calendar made = calendar_of(site.posts);
  std::string text = fmt::format("{} {}", made.periods.size(), made.is_by_year ? "years" : "months");
  for (const auto& period : made.periods) {
    if (period.posts.empty()) continue;
    text += fmt::format(", {}-{:02}", static_cast<int>(period.month.year()), unsigned{period.month.month()});
    for (const auto* post : period.posts) text += " " + post->slug;
  }
  return text;
}

}  // namespace

TEST_CASE("the calendar shows the twelve months up to the latest incident, whatever the date is today") {
  CHECK(calendar({"2025-04-30T10:00:00Z", "2026-03-04T10:00:00Z"}) == "12 months, 2025-04 a, 2026-03 b");
}

TEST_CASE("incidents of a month stand in the order in which they began, not in which they were published") {
  CHECK(calendar({"2026-03-09T10:00:00Z", "2026-03-04T10:00:00Z"}) == "12 months, 2026-03 b a");
}

TEST_CASE("what began before is left out while at least half is shown") {
  CHECK(calendar({"2019-03-09T10:00:00Z", "2026-03-04T10:00:00Z"}) == "12 months, 2026-03 b");
}

TEST_CASE("a sparse archive is shown by year, without gaps") {
  CHECK(calendar({"2017-01-31T10:00:00Z", "2017-02-28T10:00:00Z", "2019-07-02T10:00:00Z",
                  "2021-10-04T10:00:00Z"}) == "5 years, 2017-01 a b, 2019-01 c, 2021-01 d");
}

TEST_CASE("there are at most twelve years, the latest of them") {
  CHECK(calendar({"1990-01-31T10:00:00Z", "2000-02-28T10:00:00Z", "2021-10-04T10:00:00Z"}) ==
        "12 years, 2021-01 c");
}

TEST_CASE("the month is that of the place where it happened") {
  CHECK(calendar({"2026-04-01T00:30:00+02:00", "2026-03-31T23:45:00Z"}) == "12 months, 2026-03 b, 2026-04 a");
}

TEST_CASE("a blog without posts has no calendar") { CHECK(calendar_of({}).periods.empty()); }

}  // namespace pmsite
