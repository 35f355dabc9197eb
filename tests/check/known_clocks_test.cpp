// SPDX-License-Identifier: MIT
#include "check/known_clocks.hpp"

#include "support/claim_cases.hpp"

namespace pmsite {
namespace {

using namespace std::chrono_literals;

/// The clocks of the silent post, and what they need to live.
struct Fixture {
  explicit Fixture(std::string_view text = post_saying("summary", ""))
      : content(sample_site(text)), facts(content.posts[0]), clocks(facts, content.posts[0]) {}

  bool knows(std::string_view text, std::chrono::minutes slack = 0min) const {
    return clocks.knows(time(text), slack);
  }
  std::string moments(std::string_view text) const {
    std::string all;
    for (const auto moment : clocks.moments(time(text))) all += facts.clock(moment) + " ";
    return all;
  }
  std::string guess(std::string_view text) const {
    const auto found = clocks.guess(time(text));
    return found ? facts.clock(found->meant) + " near " + facts.clock(found->nearest->time) : "-";
  }
  static TimeMention time(std::string_view text) {
    const auto times = find_times(text);
    REQUIRE(times.size() == 1);
    return times[0];
  }

  Content content;
  ClaimFacts facts;
  KnownClocks clocks;
};

}  // namespace

TEST_CASE("times of the timeline are known in the zone in which they are told") {
  const Fixture post;
  for (const std::string_view text :
       {"10:12", "10:12 CET", "09:12 UTC", "09:12", "14:42 IST", "10:12 AM", "10:12 +01:00", "10:34"}) {
    CAPTURE(std::string(text));
    CHECK(post.knows(text));
  }
  for (const std::string_view text : {"10:13", "10:12 UTC", "09:12 CET", "10:12 PM", "10:12 EST", "22:13"}) {
    CAPTURE(std::string(text));
    CHECK_FALSE(post.knows(text));
  }
}

TEST_CASE("a time may be off by the slack that is given") {
  const Fixture post;
  CHECK(post.knows("11:10", 5min));
  CHECK(post.knows("11:00", 5min));
  CHECK_FALSE(post.knows("11:11", 5min));
  CHECK(post.knows("2026-03-04 11:10 CET", 5min));
  CHECK_FALSE(post.knows("2026-03-04 11:11 CET", 5min));
}

TEST_CASE("a time with a date is known on that day only") {
  const Fixture post;
  CHECK(post.knows("10:12 CET on 4 March 2026"));
  CHECK(post.knows("10:12 CET on 4 March"));
  CHECK_FALSE(post.knows("10:12 CET on 5 March"));
  CHECK_FALSE(post.knows("10:12 CET on 4 March 2025"));
  CHECK_FALSE(post.knows("10:12 CET on 1 January"));
}

TEST_CASE("zones that prose names serve for bare times") {
  Fixture post;
  CHECK_FALSE(post.knows("04:12"));
  post.clocks.add_zone("EST");
  CHECK(post.knows("04:12"));
  CHECK(post.clocks.can_read(Fixture::time("10:12")));
  TimeMention unknown = Fixture::time("10:12 CET");
  unknown.zone = "QQQ";
  CHECK_FALSE(post.clocks.can_read(unknown));
}

TEST_CASE("what entries tell is kept apart") {
  Fixture post;
  CHECK_FALSE(post.clocks.is_told(Fixture::time("10:40")));
  post.clocks.add_told(Fixture::time("10:40 CET"));
  CHECK(post.clocks.is_told(Fixture::time("09:40 UTC")));
  CHECK_FALSE(post.knows("10:40"));
}

TEST_CASE("the moments that a time names") {
  const Fixture post;
  CHECK(post.moments("10:15 CET") == "10:15 ");
  CHECK(post.moments("10:12") == "10:12 10:12 ");
  CHECK(post.moments("10:13") == "");
  CHECK(post.moments("10:15 CET on 5 March") == "");
}

TEST_CASE("a time that is not known is taken for the nearest, on the day that makes it so") {
  const Fixture post;
  CHECK(post.guess("10:13") == "10:13 near 10:12");
  CHECK(post.guess("10:14") == "10:14 near 10:15");
  CHECK(post.guess("09:00 UTC") == "10:00 near 10:08");
  CHECK(post.guess("11:00 CET") == "11:00 near 11:05");
  CHECK(post.guess("23:00") == "23:00 near 10:08");
  CHECK(post.guess("13:00") == "13:00 near 11:05");
  CHECK(post.guess("12:10 AM") == "00:10 near 10:08");
}

TEST_CASE("of an incident that goes round the clock a bare time cannot be guessed") {
  const Fixture post(changed(post_saying("summary", ""), "- 11:05 CET", "- 2026-03-05 11:05 CET"));
  CHECK(post.guess("10:13") == "-");
  CHECK(post.guess("10:13 CET on 4 March") == "10:13 near 10:12");
}

TEST_CASE("a time near a moment is on the same day or the next to it") {
  const Fixture post;
  const auto late = parse_instant("2026-03-04T23:50:00+01:00")->utc;
  CHECK(post.clocks.meant_near(Fixture::time("00:10 AM CET"), late) == late + 20min);
  CHECK(post.clocks.meant_near(Fixture::time("23:40 CET"), late) == late - 10min);
}

}  // namespace pmsite
