// SPDX-License-Identifier: MIT
#include "review/facts_judge.hpp"

#include "support/sample_site.hpp"

#include <fmt/format.h>

using namespace pmsite;

namespace {

/// What the facts of a post say to one requirement: "3,4 started_at: ..."; empty where nothing.
std::string judged(std::string_view id, std::string_view post_text) {
  const Content content = sample_site(post_text);
  const auto findings = judge_facts(content.posts[0]);
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (requirements()[i].id != id) continue;
    std::string lines;
    for (const int line : findings[i].lines) lines += fmt::format("{}{}", lines.empty() ? "" : ",", line);
    return findings[i].met ? fmt::format("{} {}", lines, findings[i].evidence) : "";
  }
  return "no such requirement";
}

}  // namespace

TEST_CASE("facts of the front matter are shown by their lines") {
  CHECK(judged("duration_start_end_tz", kSamplePost) == "3,4 started_at: 2026-03-04T10:12:00+01:00");
  CHECK(judged("impact_service", kSamplePost) == "6 services: [checkout]");
  CHECK(judged("impact_users_percent", kSamplePost).find("users_percent: 37") != std::string::npos);
  CHECK(judged("root_cause_in_summary", kSamplePost).find("A check was off.") != std::string::npos);
  CHECK(judged("detected_how", kSamplePost).find("detection: monitoring_alert") != std::string::npos);
}

TEST_CASE("kinds of entries show what was done") {
  CHECK(judged("misleading_paths", kSamplePost).find("**Misled**") != std::string::npos);
  CHECK(judged("resolved_how", kSamplePost) != "");
  CHECK(judged("tasks_list", kSamplePost).find("- [ ] Rehearse") != std::string::npos);
}

TEST_CASE("what is not there is not met") {
  CHECK(judged("duration_start_end_tz", sample_with("resolved_at", "x-resolved_at")) == "");
  CHECK(judged("impact_service", sample_with("services: [checkout]\n", "")) == "");
  CHECK(judged("misleading_paths", sample_with("**Misled**", "**Communicated**")) == "");
  CHECK(judged("detected_how", sample_with("monitoring_alert", "unknown")) == "");
}

TEST_CASE("a reason for not knowing, or for no misleading path, is an answer") {
  CHECK(judged("impact_users_percent",
               sample_with("users_percent: 37", "users_percent: unknown, reason: no count")) != "");
  CHECK(judged("misleading_paths",
               changed(sample_with("**Misled**", "**Communicated**"), "profile: learning",
                       "profile: learning\nmisleading_paths: {none: the first guess was right}")) ==
        "13 misleading_paths: {none: the first guess was right}");
}

TEST_CASE("only whole sentences of the text can say what no field holds") {
  CHECK(judged("cause_detail", kSamplePost) == "");
  CHECK(judged("improvements", kSamplePost) == "");
}
