// SPDX-License-Identifier: MIT
#include "render/words.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string users_of(std::string_view impact) {
  return users_text(read_sample("impact: {" + std::string(impact) + ", symptoms: Some}").impact);
}

std::string names(const std::vector<std::string>& list) {
  std::vector<Located<std::string>> located;
  for (const auto& name : list) located.push_back({name, {}});
  return enumeration(located);
}

std::string zone_of(const std::string& started_at, const std::string& entry) {
  return zone_text(read_sample("started_at: " + started_at + "\n-resolved_at\nstatus: draft",
                               "## Timeline\n- " + entry + " - **Started**: it broke.\n"));
}

}  // namespace

TEST_CASE("numbers have no superfluous digits, and commas between thousands") {
  CHECK(number_text(0) == "0");
  CHECK(number_text(37) == "37");
  CHECK(number_text(37.5) == "37.5");
  CHECK(number_text(0.125) == "0.13");
  CHECK(number_text(99.999) == "100");
  CHECK(number_text(999) == "999");
  CHECK(number_text(1000) == "1,000");
  CHECK(number_text(12000) == "12,000");
  CHECK(number_text(1234567.25) == "1,234,567.25");
  CHECK(number_text(1e11) == "100,000,000,000");
}

TEST_CASE("the share of users is a number, a range or unknown") {
  CHECK(users_of("users_percent: 37") == "37 % of users");
  CHECK(users_of("users_percent: 0.5") == "0.5 % of users");
  CHECK(users_of("users_percent: [37, 45.5]") == "37 to 45.5 % of users");
  CHECK(users_of("users_percent: [40, 40]") == "40 % of users");
  CHECK(users_of("users_percent: unknown, reason: The counters were down too.") == "");
  CHECK(users_of("users_percent: 37, users: 12000") == "12,000 users (37 %)");
  CHECK(users_of("users_percent: unknown, reason: None counted, users: 5") == "5 users");
  CHECK(users_text(Impact{}) == "");
}

TEST_CASE("a share alone is said without its noun") {
  CHECK(share_text(read_sample("impact: {users_percent: [37, 45.5], symptoms: Some}").impact) ==
        "37 to 45.5 %");
  CHECK(share_text(Impact{}) == "");
}

TEST_CASE("a text that is too long is cut between words, and counted in characters") {
  CHECK(shortened("four words are here", 19) == "four words are here");
  CHECK(shortened("four words are here", 18) == "four words are…");
  CHECK(shortened("four words are here", 15) == "four words are…");
  CHECK(shortened("four words are here", 14) == "four words…");
  CHECK(shortened("überübergrößen", 14) == "überübergrößen");
  CHECK(shortened("überübergrößen", 5) == "über…");
  CHECK(shortened("", 5) == "");
}

TEST_CASE("the duration is that of the incident, and absent while it goes on") {
  CHECK(duration_text(read_sample()) == "53 min");
  CHECK(duration_text(read_sample("resolved_at: 2026-03-05T12:12:00+01:00")) == "1 d 2 h");
  CHECK(duration_text(read_sample("-resolved_at\nstatus: draft")) == "");
}

TEST_CASE("actions that are done or dropped are not open") {
  CHECK(open_actions(read_sample("", "## Action items\n- [ ] A\n- [x] B\n- [ ] C (dropped)\n- [ ] D\n")) ==
        2);
}

TEST_CASE("names are enumerated as in a sentence") {
  CHECK(names({}) == "");
  CHECK(names({"Ada"}) == "Ada");
  CHECK(names({"Ada", "Ben"}) == "Ada and Ben");
  CHECK(names({"Ada", "Ben", "Cyd"}) == "Ada, Ben and Cyd");
}

TEST_CASE("the zone is named as the timeline names it, with its offset") {
  CHECK(zone_of("2026-03-04T10:12:00+01:00", "10:12 CET") == "CET, UTC+01:00");
  CHECK(zone_of("2026-03-04T10:12:00Z", "10:12 UTC") == "UTC");
  CHECK(zone_of("2026-03-04T10:12:00Z", "10:12 GMT") == "GMT, UTC");
}

TEST_CASE("a zone that is only an offset is not said twice") {
  CHECK(zone_of("2026-03-04T10:12:00+01:00", "10:12 +01:00") == "UTC+01:00");
  CHECK(zone_of("2026-03-04T10:12:00+01:00", "10:12 UTC+1") == "UTC+01:00");
  CHECK(zone_of("2026-03-04T10:12:00Z", "10:12 Z") == "UTC");
}

TEST_CASE("a timeline in another zone does not name that of the start") {
  CHECK(zone_of("2026-03-04T10:12:00+01:00", "09:12 UTC") == "UTC+01:00");
  CHECK(zone_text(Postmortem{}) == "");
}

}  // namespace pmsite
