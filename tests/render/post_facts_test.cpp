// SPDX-License-Identifier: MIT
#include "render/post_facts.hpp"

#include "support/site_fixture.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

Value facts_of(std::string_view facts, std::string_view body = kSampleBody) {
  return post_facts(read_sample(facts, body));
}

std::string from_to(const std::string& start, const std::string& end) {
  return "started_at: " + start + "\nresolved_at: " + end;
}

/// "LABEL: VALUE ISO (FORMULA)" a line.
std::string phases_of(const Value& facts) {
  std::string text;
  for (const auto& phase : *at(facts, "phases").get_if<Value::List>())
    text += text_at(phase, "label") + ": " + text_at(phase, "value") + " " + text_at(phase, "iso") + " (" +
            text_at(phase, "note") + ")\n";
  return text;
}

/// "LABEL: VALUE (NOTE)" of each tile that answers what is asked first, with semicolons between.
std::string lead_of(const Value& facts) {
  std::string text;
  for (const auto& tile : *at(facts, "lead").get_if<Value::List>())
    text += (text.empty() ? "" : "; ") + text_at(tile, "label") + ": " + text_at(tile, "value") + " (" +
            text_at(tile, "note") + ")";
  return text;
}

}  // namespace

TEST_CASE("the facts box says when, in the post's own zone and in UTC") {
  const Value facts = facts_of("");
  CHECK(text_at(facts, "start_iso") == "2026-03-04T10:12:00+01:00");
  CHECK(text_at(facts, "start_text") == "4 March 2026, 10:12");
  CHECK(text_at(facts, "end_iso") == "2026-03-04T11:05:00+01:00");
  CHECK(text_at(facts, "end_text") == "11:05");
  CHECK(text_at(facts, "zone_text") == "CET, UTC+01:00");
  CHECK(text_at(facts, "utc_text") == "09:12 to 10:05 UTC");
  CHECK(*at(facts, "is_ongoing").get_if<bool>() == false);
}

TEST_CASE("UTC is not said twice") {
  CHECK(text_at(facts_of(from_to("2026-03-04T10:12:00Z", "2026-03-04T11:05:00Z")), "utc_text") == "");
}

TEST_CASE("an incident that ends on another day says which") {
  const Value facts = facts_of(from_to("2026-03-04T23:30:00+01:00", "2026-03-05T00:30:00+01:00"));
  CHECK(text_at(facts, "start_text") == "4 March 2026, 23:30");
  CHECK(text_at(facts, "end_text") == "5 March 2026, 00:30");
  CHECK(text_at(facts, "utc_text") == "22:30 to 23:30 UTC");
}

TEST_CASE("UTC names its day where it is another one than the local") {
  CHECK(text_at(facts_of(from_to("2026-03-04T00:30:00+01:00", "2026-03-04T00:50:00+01:00")), "utc_text") ==
        "3 March 2026, 23:30 to 23:50 UTC");
  CHECK(text_at(facts_of(from_to("2026-03-04T00:30:00+01:00", "2026-03-04T01:30:00+01:00")), "utc_text") ==
        "3 March 2026, 23:30 to 4 March 2026, 00:30 UTC");
  CHECK(text_at(facts_of(from_to("2026-03-04T18:30:00-05:00", "2026-03-04T19:30:00-05:00")), "utc_text") ==
        "23:30 to 5 March 2026, 00:30 UTC");
}

TEST_CASE("an end that is written in another offset is shown in that of the start") {
  const Value facts = facts_of(from_to("2026-03-04T10:12:00+01:00", "2026-03-04T10:05:00Z"));
  CHECK(text_at(facts, "end_text") == "11:05");
  CHECK(text_at(facts, "utc_text") == "09:12 to 10:05 UTC");
  CHECK(lead_of(facts).starts_with("Duration: 53 min "));
  CHECK(text_at(facts_of(from_to("2026-03-04T23:30:00+01:00", "2026-03-04T23:10:00Z")), "end_text") ==
        "5 March 2026, 00:10");
}

TEST_CASE("an incident that is not over has no end and no duration") {
  const Value facts = facts_of("-resolved_at\nstatus: draft");
  CHECK(*at(facts, "is_ongoing").get_if<bool>() == true);
  CHECK(text_at(facts, "end_iso") == "");
  CHECK(text_at(facts, "end_text") == "");
  CHECK(lead_of(facts).starts_with("Duration: not over ()"));
  CHECK(text_at(facts, "utc_text") == "4 March 2026, 09:12 UTC");
}

TEST_CASE("what is asked first is told first: how long, how many, who noticed, and what is still to do") {
  CHECK(
      lead_of(facts_of("")) ==
      "Duration: 53 min (resolved − started); Affected: 37 % (of users); Detected by: a monitoring alert (); "
      "Actions open: 1 of 1 ()");
  CHECK(text_at(at(facts_of(""), "lead").get_if<Value::List>()->front(), "iso") == "PT53M");
}

TEST_CASE("the users are a share, a number or both, and a reason where they are unknown") {
  const auto users = [](const std::string& impact) {
    return between(lead_of(facts_of("impact: {" + impact + ", symptoms: Some}")), "; ", "; Detected");
  };
  CHECK(users("users_percent: 37") == "Affected: 37 % (of users)");
  CHECK(users("users_percent: [20, 40]") == "Affected: 20 to 40 % (of users)");
  CHECK(users("users_percent: 37, users: 12000") == "Users affected: 12,000 (37 % of users)");
  CHECK(users("users_percent: unknown, reason: None counted, users: 5") == "Users affected: 5 ()");
  CHECK(users("users_percent: unknown, reason: The counters were down") ==
        "Users affected: unknown (The counters were down)");
}

TEST_CASE("the other facts are in the words of the author and of the vocabulary") {
  const Value facts = facts_of(
      "impact: {users_percent: 1, symptoms: Spinning, data_loss: Two carts, regions: [EU, US, Moon]}\n"
      "trigger: A failover\ncontributing_factors: [Friday, \"No <test>\"]");
  CHECK(text_at(facts, "symptoms") == "Spinning");
  CHECK(text_at(facts, "data_loss") == "Two carts");
  CHECK(text_at(facts, "regions_text") == "EU, US and Moon");
  CHECK(text_at(facts, "cause_text") == "The pool kept dead sockets.");
  CHECK(text_at(facts, "trigger") == "A failover");
  CHECK(column(at(facts, "factors"), "text") == "Friday|No <test>");
}

TEST_CASE("each phase is shown with its formula") {
  CHECK(phases_of(facts_of("", R"(## Timeline
- 10:12 CET - **Started**: it broke.
- 10:15 CET - **Detected** by Nagios.
- 10:18 CET - **Acknowledged**.
- 10:20-10:34 CET - **Misled**: suspected the balancer.
- 10:36-10:37 CET - **Misled**: suspected the moon.
- 10:44 CET - **Identified**: dead sockets.
- 10:51 CET - **Mitigated**: pools recycled.
- 11:05 CET - **Resolved**: all is well.
)")) == "Time to detect: 3 min PT3M (detected − started)\n"
        "Time to acknowledge: 3 min PT3M (acknowledged − detected)\n"
        "Time to identify: 29 min PT29M (identified − detected)\n"
        "Time to mitigate: 39 min PT39M (mitigated − started)\n"
        "Time to resolve: 50 min PT50M (resolved − detected)\n"
        "Misled for: 15 min PT15M (sum of the misled ranges)\n");
}

TEST_CASE("a phase that the timeline does not tell, or that would be negative, is left out") {
  CHECK(phases_of(facts_of("", "## Timeline\n- 10:12 CET - **Started**: it broke.\n")) == "");
  CHECK(phases_of(facts_of("", "## Timeline\n- 10:00 CET - **Detected**: before it broke.\n")) ==
        "Time to resolve: 1 h 5 min PT1H5M (resolved − detected)\n");
}

TEST_CASE("reading takes a minute for 200 words, and one at least") {
  const auto minutes = [](int words) {
    std::string body = "## Summary\n";
    for (int i = 0; i < words; ++i) body += "word ";
    const Value facts = facts_of("", body + "\n");
    return text_at(facts, "words") + ":" + text_at(facts, "reading_minutes");
  };
  CHECK(minutes(9) == "10:1");
  CHECK(minutes(298) == "299:1");
  CHECK(minutes(299) == "300:2");
  CHECK(minutes(599) == "600:3");
}

}  // namespace pmsite
