// SPDX-License-Identifier: MIT
#include "read/raw_labels.hpp"

#include <doctest/doctest.h>

#include <string>

namespace pmsite {
namespace {

std::string say(const RawLabel& label) {
  constexpr std::string_view kFields[] = {"",           "duration",      "impact",     "root_cause",
                                          "detection",  "actions_taken", "misleading", "escalation",
                                          "resolution", "improvements",  "tasks"};
  std::string said = label.role == Role::other ? "" : std::string(word(label.role));
  if (label.second != Role::other) said += "+" + std::string(word(label.second));
  if (label.field != RawField::none)
    said += "/" + std::string(kFields[static_cast<std::size_t>(label.field)]);
  return said;
}

std::string label(std::string_view text) { return say(read_label(text)); }
std::string heading(std::string_view text) { return say(read_heading(text)); }

}  // namespace

TEST_CASE("sections are told by their usual names") {
  CHECK(label("Issue Summary:") == "summary");
  CHECK(label("Incident Timeline") == "timeline");
  CHECK(label("Root cause & resolution") == "cause+resolution");
  CHECK(label("Corrective/preventative measures") == "measures");
  CHECK(label("Corrective and preventative measures that we took") == "measures");
  CHECK(label("Root cause and resolution must contain") == "cause+resolution");
  CHECK(label("Lessons learned") == "lessons");
}

TEST_CASE("a label may be a section and a field of one") {
  CHECK(label("Impact") == "impact/impact");
  CHECK(label("Root cause") == "cause/root_cause");
  CHECK(label("Resolution") == "resolution/resolution");
  CHECK(label("Action items") == "measures/tasks");
  CHECK(label("Improvements/Fixes") == "measures/improvements");
  CHECK(label("Specific tasks") == "measures/tasks");
  CHECK(label("Detection") == "detection/detection");
}

TEST_CASE("the questions of the course are labels") {
  CHECK(label("duration of the outage") == "/duration");
  CHECK(label("What service was down/slow?") == "impact/impact");
  CHECK(label("How many % of the users were affected?") == "impact/impact");
  CHECK(label("what was the root cause") == "cause/root_cause");
  CHECK(label("when was the issue detected") == "/detection");
  CHECK(label("how was the issue detected") == "/detection");
  CHECK(label("actions taken") == "/actions_taken");
  CHECK(label("misleading investigation/debugging paths that were taken") == "/misleading");
  CHECK(label("which team/individuals was the incident escalated to") == "/escalation");
  CHECK(label("how the incident was resolved") == "resolution/resolution");
  CHECK(label("what are the things that can be improved/fixed") == "measures/improvements");
  CHECK(label("a list of tasks to address the issue") == "measures/tasks");
}

TEST_CASE("sentences and other words are no labels") {
  for (const std::string text :
       {"", "Monitoring", "The cache",
        "Resolution of the first of many issues that we saw on that day in June in the north",
        "We updated the timeline", "Users", "Impacted users were told that the shop would be back soon"})
    CHECK(label(text) == "");
}

TEST_CASE("what surely is a heading may be decorated") {
  CHECK(heading("The Cha-Cha Timeline") == "timeline");
  CHECK(heading("Encore! Corrective and Preventative Measures") == "measures");
  CHECK(heading("How are we preventing it from happening again?") == "measures");
  CHECK(heading("The Root Cause and the Fix") == "cause+resolution");
  CHECK(heading("The Dramatic Reveal: Root Cause and Resolution") == "cause+resolution");
  CHECK(heading("Timeline - a long night") == "timeline");
  CHECK(heading("The Plot Thickens") == "");
  CHECK(label("The Cha-Cha Timeline") == "");
}

TEST_CASE("a slip of the pen in a main heading is forgiven") {
  CHECK(say(read_misspelt("Timline")) == "timeline");
  CHECK(say(read_misspelt("Root cause and resoultion:")) == "cause+resolution");
  CHECK(say(read_misspelt("Corective and preventitive measures")) == "measures");
  CHECK(say(read_misspelt("Time limit")) == "");
  CHECK(say(read_misspelt("Revolution")) == "resolution/resolution");
  CHECK(say(read_misspelt("")) == "");
}

}  // namespace pmsite
