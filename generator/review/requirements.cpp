// SPDX-License-Identifier: MIT
#include "review/requirements.hpp"

#include "review/raw_judge.hpp"

#include <array>

namespace pmsite {
namespace {

using Judge = Finding (*)(const RawReading&);

struct Row {
  Requirement requirement;
  Judge judge;
};

constexpr std::array<Row, 15> kRows = {{
    {{"duration_start_end_tz", "Start, end and time zone",
      "Say from when to when it lasted, with the time zone: `Duration: March 4, 10:12 to 11:05 CET`."},
     judge_interval},
    {{"impact_service", "The service that was down or slow",
      "Name the service, and say what it did: `The checkout answered half of its requests with an error`."},
     judge_service},
    {{"impact_users_percent", "The share of the users who were affected",
      "Give a number, even an estimate: `About 40% of the users could not log in`."},
     judge_users},
    {{"root_cause_in_summary", "The root cause in the summary",
      "Close the summary with the cause in one sentence: `The root cause was a typo in the routes of the "
      "load balancer`."},
     judge_early_cause},
    {{"detected_when", "When it was detected",
      "Give the time in the timeline: `10:15 CET - Detected by an alert on the error rate`."},
     judge_detected_when},
    {{"detected_how", "How it was detected",
      "Say who or what noticed: an alert, an engineer, a customer; `10:15 CET - A customer reported failed "
      "payments`."},
     judge_detected_how},
    {{"actions_taken", "What was investigated, and what was assumed",
      "Tell each step with its time: `10:20 CET - Checked the error log of the web server`."},
     judge_actions},
    {{"misleading_paths", "A misleading path",
      "Tell what you suspected in vain, it helps the next one: `10:25 CET - Suspected the database, but it "
      "was healthy`. Where nothing misled anybody, `misleading_paths: {none: why}` says so.",
      Needs{.learning = Need::advised, .sre = Need::advised}},
     judge_misleading},
    {{"escalated_to", "Whom it was escalated to",
      "Name the team or the role that was called in: `10:40 CET - Escalated to the network team`.",
      Needs{.learning = Need::advised, .sre = Need::advised}},
     judge_escalation},
    {{"resolved_how", "How it was resolved",
      "Say what ended it: `11:05 CET - Rolled back to the release of yesterday`."},
     judge_resolved_how},
    {{"cause_detail", "The cause in detail",
      "Explain in two sentences what went wrong, and why that broke the service."},
     judge_cause_detail},
    {{"fix_detail", "The fix in detail",
      "Explain in two sentences what you changed, and how you made sure that it works; a command is "
      "welcome."},
     judge_fix_detail},
    {{"improvements", "What can be improved",
      "Say what would prevent it, or make it shorter next time: `Roll out in steps, so that a bad release "
      "meets few users`."},
     judge_improvements},
    {{"tasks_list", "A list of tasks",
      "List at least two tasks that somebody can tick off: `- Add an alert for less than 10% of free "
      "memory`."},
     judge_tasks},
    {{"words_400_600", "400 to 600 words", "Write 400 to 600 words; code, links and markup do not count.",
      Needs{.learning = Need::optional, .sre = Need::optional}},
     judge_words},
}};

constexpr auto kRequirements = [] {
  std::array<Requirement, kRows.size()> all;
  for (std::size_t i = 0; i < kRows.size(); ++i) all[i] = kRows[i].requirement;
  return all;
}();

}  // namespace

std::span<const Requirement> requirements() { return kRequirements; }

std::vector<Finding> judge_raw(const RawPost& raw) {
  const auto reading = read_statements(raw);
  std::vector<Finding> findings;
  findings.reserve(kRows.size());
  for (const auto& row : kRows) findings.push_back(row.judge(reading));
  return findings;
}

}  // namespace pmsite
