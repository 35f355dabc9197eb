// SPDX-License-Identifier: MIT
#include "check/vague_actions.hpp"

#include "engine/markdown.hpp"

#include <doctest/doctest.h>

namespace pmsite {
namespace {

/// "improve" for a task that is vague by these words, "2 words" for one that is too short, else nothing.
std::string vague(std::string_view text) {
  Diagnostics ignored;
  ActionItem action;
  Nodes blocks = parse_markdown(text, 1, FileReporter("a.md", ignored));
  if (!blocks.empty()) action.text = std::move(blocks[0].children);
  blocks.erase(blocks.begin(), blocks.begin() + (blocks.empty() ? 0 : 1));
  action.details = std::move(blocks);
  Vagueness vagueness;
  if (!is_vague(action, vagueness)) return {};
  return vagueness.opening.empty() ? std::to_string(vagueness.words) + " words" : vagueness.opening;
}

}  // namespace

TEST_CASE("verbs that never end are vague") {
  for (const auto* verb : {"Improve",      "Improving",  "Investigate", "Investigating", "Look into",
                           "Looking into", "Consider",   "Considering", "Ensure",        "Ensuring",
                           "Explore",      "Discuss",    "Enhance",     "Try",           "Make sure",
                           "Making sure",  "Be careful", "Be more",     "Be aware",      "Pay attention",
                           "Take care",    "Better",     "More",        "Think",         "improvement"}) {
    CAPTURE(verb);
    CHECK(vague(std::string(verb) + " the monitoring of the pool") == verb);
  }
}

TEST_CASE("what stands before the verb does not hide it") {
  CHECK(vague("We should improve the monitoring") == "improve");
  CHECK(vague("Please make sure that it works") == "make sure");
  CHECK(vague("To always ensure a good night") == "ensure");
  CHECK(vague("**Improve** the monitoring") == "Improve");
}

TEST_CASE("verbs that leave something to look at are not vague") {
  for (const auto* task :
       {"Add an alert on pool errors", "Rehearse the failover", "Have a second key made",
        "Put paper into the printer", "Complete the review of access rights", "Find out who owns it",
        "Be there at nine", "Make the tool slower", "Take hourly snapshots of databases", "Look up the owner",
        "Monitor the pool size", "Reviewers get a checklist", "Tryout pages are removed",
        "Moreover it is removed", "Document the improvement of the pool"}) {
    CAPTURE(task);
    CHECK(vague(task) == "");
  }
}

TEST_CASE("a number, code, a way or a rhythm makes a vague verb one that can be checked") {
  for (const auto* task :
       {"Improve the coverage to 80 %", "Ensure 3 replicas", "Investigate `pool.size`",
        "Improve *the `keepalive`*", "Improve monitoring by adding a Nagios check",
        "Improve monitoring using the pool's own errors", "Ensure backups via restic",
        "Review access rights every quarter", "Discuss open actions weekly",
        "Improve the alerts to include pool errors", "Ensure a drill after each release"}) {
    CAPTURE(task);
    CHECK(vague(task) == "");
  }
  CHECK(vague("Improve monitoring by Friday") == "Improve");
  CHECK(vague("Ensure every engineer cares") == "Ensure");
  CHECK(vague("Improve S3 handling everywhere") == "Improve");
}

TEST_CASE("an action with more to it below is not judged by its first line") {
  CHECK(vague("Improve the monitoring\n\nAn alert is added on pool errors.") == "");
}

TEST_CASE("a review alone is vague, one that looks for something is not") {
  CHECK(vague("Review the alerts") == "Review");
  CHECK(vague("Review the deployment process") == "Review");
  CHECK(vague("Review the alerts and remove what nobody reads") == "");
  CHECK(vague("Review rules for runaway backtracking") == "");
  CHECK(vague("Review all rules that were ever written") == "");
}

TEST_CASE("monitoring that is merely to be better is vague") {
  CHECK(vague("Monitor the database more closely") == "Monitor");
  CHECK(vague("Monitor better") == "Monitor");
  CHECK(vague("Monitor the free space of the database") == "");
}

TEST_CASE("fewer than three words are too few, unless they name a thing or a number") {
  CHECK(vague("Caching") == "1 words");
  CHECK(vague("Fix bug") == "2 words");
  CHECK(vague("") == "0 words");
  CHECK(vague("Add `keepalive`") == "");
  CHECK(vague("Keep 3 replicas") == "");
  CHECK(vague("Rehearse failovers quarterly") == "");
  CHECK(vague("Fix the bug") == "");
}

TEST_CASE("of a task with a label the words behind it are judged") {
  CHECK(vague("Better monitoring: add an alert on pool errors") == "");
  CHECK(vague("Monitoring: improve the alerts") == "improve");
  CHECK(vague("Improve monitoring: alerts") == "Improve");
  CHECK(vague("Improve the pool:monitor") == "Improve");
}

}  // namespace pmsite
