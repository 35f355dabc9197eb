// SPDX-License-Identifier: MIT
#include "read/raw_candidates.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <string>

namespace pmsite {
namespace {

/// "line rank heading", in brackets where its meaning is not known, with a `+` where text follows.
std::string candidates(std::string text) {
  const auto raw = read_raw_text(SourceText("a.md", std::move(text)));
  std::string list;
  for (const auto& candidate : find_candidates(raw)) {
    const auto name = candidate.label.is_known() ? candidate.heading : "(" + candidate.heading + ")";
    list += fmt::format("{}{} {} {}{}", list.empty() ? "" : "\n", raw.lines[candidate.line].number,
                        candidate.rank, name, candidate.has_text ? " +" : "");
  }
  return list;
}

}  // namespace

TEST_CASE("headings and labels are found in every form") {
  CHECK(candidates("# Outage\n## Timeline\n##Impact\n<h3>Summary</h3>\n") ==
        "1 1 (Outage)\n2 2 Timeline\n3 2 Impact\n4 3 Summary");
  CHECK(candidates("x\n\n**Timeline:**\n\n*Impact*\n") == "3 7 Timeline\n5 7 Impact");
  CHECK(candidates("x\nTimeline\nroot cause:\nwhat was the root cause\n") ==
        "2 8 Timeline\n3 8 root cause\n4 8 what was the root cause");
  CHECK(candidates("x\n- Timeline:\n- **Impact**\n") == "2 9 Timeline\n3 9 Impact");
  CHECK(candidates(
            "x\nImpact: all users\n- **Root cause:** a leak\n**Resolution** - a fix\n| Impact | all |\n") ==
        "2 10 Impact +\n3 10 Root cause +\n4 10 Resolution +\n5 10 Impact +");
}

TEST_CASE("entries, sentences, code and tables of contents hold none") {
  CHECK(
      candidates(
          "x\n10:05: Impact\n## 10:05 Resolution\nThe impact was small.\nResolution came late, at 10:05\n") ==
      "");
  CHECK(candidates("x\n```\nTimeline\n```\n- [Timeline](#timeline)\n") == "");
  CHECK(candidates("x\n| Time | Impact |\n|---|---|\n") == "");
  CHECK(candidates("x\nHost:8080 is: Impact\n") == "");
}

TEST_CASE("decorations count where the line surely is a heading") {
  CHECK(candidates("x\n\nTimeline: The Plot Thickens\n") == "3 8 Timeline +");
  CHECK(candidates("x\n\nThe Cha-Cha Timeline\n") == "3 8 The Cha-Cha Timeline");
  CHECK(candidates("x\nwe wrote a timeline\n") == "");
  CHECK(candidates("x\n\nTimeline: (all times in UTC)\n") == "3 8 Timeline");
  CHECK(candidates("x\n\nTimline\n") == "3 8 Timline");
}

TEST_CASE("a second summary behind the end of a first postmortem begins a second") {
  const std::string one = "Summary\na\nTimeline\nb\nRoot cause and resolution\nc\n";
  const auto all = find_candidates(read_raw_text(SourceText("a.md", one + one)));
  REQUIRE(all.size() == 6);
  CHECK(all[2].version == 0);
  CHECK(all[3].version == 1);
}

}  // namespace pmsite
