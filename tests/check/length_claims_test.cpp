// SPDX-License-Identifier: MIT
#include "check/length_claims.hpp"

#include "check/site_index.hpp"
#include "support/claim_cases.hpp"

#include <array>

namespace pmsite {
namespace {

using namespace std::chrono_literals;

std::string_view name_of(LengthMeaning meaning) {
  constexpr std::array<std::string_view, 9> kNames = {
      "whole", "impaired", "detect", "alert", "acknowledge", "identify", "mitigate", "resolve", "misled"};
  const auto index = static_cast<std::size_t>(meaning);
  return index < kNames.size() ? kNames[index] : "any";
}

/// What the lengths that are said in a place are claimed of; "-" where nothing ties one to the incident.
std::string meanings(std::string_view place, std::string_view text) {
  const Content content = sample_site(post_saying(place, text));
  const SiteIndex index(content);
  const auto& post = content.posts[0];
  const Subject subject{post, content, *find_profile("learning"), sample_now(), index};
  std::string names;
  for (const auto& each : claim_texts(subject, next_length_sign)) {
    for (const auto& length : find_durations(each.text)) {
      const auto claim = read_length_claim(each, length.at, post);
      names += names.empty() ? "" : " ";
      names += claim ? name_of(claim->meaning) : "-";
      if (claim && claim->is_from_start) names += "!";
    }
  }
  return names;
}

bool is_true(std::string_view text, std::chrono::seconds length) {
  const auto claims = find_durations(text);
  REQUIRE(claims.size() == 1);
  return is_true_of(claims[0], bound_before(text, claims[0].at.begin), length);
}

}  // namespace

TEST_CASE("the words around a length tell of what it is the length") {
  const std::array cases = {
      ClaimCase{"summary", "The outage lasted 5 minutes.", "whole"},
      ClaimCase{"summary", "Checkout was down for 5 minutes.", "impaired"},
      ClaimCase{"summary", "Nagios detected it after 5 minutes.", "detect"},
      ClaimCase{"summary", "The team was paged after 5 minutes.", "alert"},
      ClaimCase{"summary", "An engineer acknowledged it within 5 minutes.", "acknowledge"},
      ClaimCase{"summary", "It took 5 minutes to find the cause.", "identify"},
      ClaimCase{"summary", "The outage was mitigated after 5 minutes.", "mitigate"},
      ClaimCase{"summary", "The outage was resolved after 5 minutes.", "resolve"},
      ClaimCase{"summary", "We lost 5 minutes chasing ghosts.", "misled"},
      ClaimCase{"summary", "For 5 minutes nothing went.", "any"},
      ClaimCase{"cause", "For 5 minutes nothing went.", "-"},
      ClaimCase{"summary", "Nothing went for 5 minutes.", "-"},
      ClaimCase{"detected", " after 5 minutes", "detect"},
      ClaimCase{"detected", ": errors for 5 minutes", "-"},
      ClaimCase{"acknowledged", " after 5 minutes", "acknowledge"},
      ClaimCase{"identified", " after 5 minutes", "identify"},
      ClaimCase{"resolved", " after 5 minutes", "resolve"},
      ClaimCase{"changed", " after 5 minutes", "-"},
  };
  for (const auto& each : cases) {
    CAPTURE(std::string(each.text));
    CHECK(meanings(each.place, each.text) == each.message);
  }
}

TEST_CASE("lengths that are counted from the start are told apart") {
  CHECK(meanings("summary", "Time to detect: 5 minutes.") == "detect!");
  CHECK(meanings("summary", "It was detected 5 minutes after the start.") == "detect!");
  CHECK(meanings("summary", "The outage was resolved 5 minutes after the alert.") == "resolve");
}

TEST_CASE("each of several lengths in one sentence has its own meaning") {
  CHECK(meanings("summary",
                 "The outage lasted 5 minutes, of which 3 minutes were lost on a stale health check.") ==
        "whole misled");
  CHECK(meanings("summary", "Detected after 3 minutes, acknowledged after 6, resolved after 53 minutes.") ==
        "detect -");
  CHECK(meanings("summary", "Nagios detected it after 3 minutes, and it was acknowledged 4 minutes later.") ==
        "detect acknowledge");
  CHECK(meanings("summary", "The failover took 2 minutes, but the outage lasted 53 minutes.") == "- whole");
}

TEST_CASE("a length is told as exactly as its unit") {
  CHECK(is_true("53 minutes", 53min));
  CHECK(is_true("53 minutes", 54min));
  CHECK_FALSE(is_true("53 minutes", 55min));
  CHECK(is_true("90 seconds", 60s));
  CHECK_FALSE(is_true("90 seconds", 180s));
  CHECK(is_true("2 hours", 150min));
  CHECK_FALSE(is_true("2 hours", 151min));
  CHECK(is_true("2 h 30 min", 151min));
  CHECK_FALSE(is_true("2 h 30 min", 160min));
  CHECK(is_true("2.5 hours", 165min));
  CHECK_FALSE(is_true("2.5 hours", 170min));
  CHECK(is_true("an hour", 31min));
  CHECK_FALSE(is_true("an hour", 29min));
  CHECK(is_true("a day", 20h));
  CHECK_FALSE(is_true("half an hour", 1min));
}

TEST_CASE("what is told as about may be further off, and a bound holds on one side") {
  CHECK(is_true("about 53 minutes", 60min));
  CHECK_FALSE(is_true("about 53 minutes", 63min));
  CHECK(is_true("more than 45 minutes", 10h));
  CHECK_FALSE(is_true("more than 45 minutes", 30min));
  CHECK(is_true("within 45 minutes", 1min));
  CHECK_FALSE(is_true("within 45 minutes", 48min));
  CHECK(is_true("5-10 minutes", 7min));
  CHECK_FALSE(is_true("5-10 minutes", 2min));
}

}  // namespace pmsite
