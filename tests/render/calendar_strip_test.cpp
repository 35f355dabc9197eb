// SPDX-License-Identifier: MIT
#include "render/calendar_strip.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

const Page kTag{"tags/dns/", "T", "D"};

Value strip(const SampleSite& sample) {
  const Site site = sample.assemble();
  return calendar_strip(site, kTag, site.posts);
}

SampleSite with_posts(int count) {
  SampleSite sample;
  for (int i = 1; i <= count; ++i) sample.post(fmt::format("2026-03-{:02}-p{}", i + 5, i));
  return sample;
}

}  // namespace

TEST_CASE("the strip has a column for each of twelve months, also for those in which all was well") {
  const Value data = strip(with_posts(2));
  CHECK(text_at(data, "label") == "Incidents from April 2025 to March 2026");
  CHECK(column(at(data, "periods"), "label") == "Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Jan|Feb|Mar");
  const auto& periods = *at(data, "periods").get_if<Value::List>();
  CHECK(text_at(periods.front(), "count_text") == "no incident");
  CHECK(text_at(periods.back(), "name") == "March 2026");
  CHECK(text_at(periods.back(), "count_text") == "2 incidents");
  CHECK(column(at(periods.back(), "marks"), "url") == "../../posts/p2/|../../posts/p1/");
  CHECK(column(at(periods.back(), "marks"), "severity_rank") == "2|2");
  CHECK(text_at(periods.back(), "more") == "");
}

TEST_CASE("a month in which much broke shows five marks and leads to the rest") {
  const auto last = [](int posts) {
    const Value data = strip(with_posts(posts));
    return at(data, "periods").get_if<Value::List>()->back();
  };
  CHECK(at(last(6), "marks").get_if<Value::List>()->size() == 6);
  CHECK(text_at(last(6), "more") == "");
  CHECK(at(last(7), "marks").get_if<Value::List>()->size() == 5);
  CHECK(text_at(last(7), "more") == "+2");
  CHECK(text_at(last(7), "more_url") == "../../archive/#y2026");
}

TEST_CASE("a sparse archive is labelled by year") {
  SampleSite sample;
  for (const int year : {2017, 2019, 2021})
    sample.post(fmt::format("2026-03-06-p{}", year),
                fmt::format("started_at: {}-03-04T10:12:00Z\n-resolved_at\nstatus: draft", year));
  sample.options.with_drafts = true;
  const Value data = strip(sample);
  CHECK(text_at(data, "label") == "Incidents from 2017 to 2021");
  CHECK(column(at(data, "periods"), "label") == "2017|2018|2019|2020|2021");
}

TEST_CASE("one post has no rhythm, and none has no strip") {
  CHECK(*strip(with_posts(1)).get_if<bool>() == false);
  CHECK(*strip({}).get_if<bool>() == false);
}

}  // namespace pmsite
