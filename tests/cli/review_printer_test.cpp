// SPDX-License-Identifier: MIT
#include "cli/review_printer.hpp"

#include "engine/json.hpp"

#include <doctest/doctest.h>

using namespace pmsite;

namespace {

const Requirement kWhen{"detected_when", "When it was detected", "Give the time in the timeline.", {}};
const Requirement kPath{"misleading_paths", "Misleading paths", "Tell one.", {}};

ReviewSheet sample() {
  ReviewSheet sheet;
  sheet.file = "a.md";
  sheet.title = "The till slept";
  sheet.profile = "alx";
  sheet.words = 512;
  sheet.started = StatedMoment{*parse_date("2026-03-04"), {10, 12, 0}, std::chrono::minutes{60}};
  sheet.resolved = StatedMoment{*parse_date("2026-03-04"), {11, 5, 0}, std::chrono::minutes{60}};
  sheet.offset = std::chrono::minutes{60};
  sheet.timeline_entries = 9;
  sheet.roles = {{Role::summary, 3}, {Role::timeline, 0}};
  sheet.items = {{&kWhen, Need::required, {true, {8, 9}, "10:15 an alert"}}, {&kPath, Need::required, {}}};
  return sheet;
}

std::string json(const ReviewSheet& sheet) { return to_json(sheet_value(sheet)); }

}  // namespace

TEST_CASE("a sheet shows what is met with its line, and what is not with what would help") {
  CHECK(format_sheet(sample(), Coloring::plain) ==
        "a.md\n"
        "  Title: The till slept\n"
        "  from 2026-03-04 10:12 UTC+01:00 to 2026-03-04 11:05 UTC+01:00, 53 min, 512 words, 9 timeline "
        "entries, "
        "profile alx, raw Markdown\n"
        "\n"
        "  ✓ When it was detected  lines 8, 9: 10:15 an alert\n"
        "  ✗ Misleading paths\n"
        "      Tell one.\n"
        "\n"
        "  1 of 2 met; 1 to write\n");
}

TEST_CASE("what is only advised is said to be, and does not count") {
  ReviewSheet sheet = sample();
  sheet.items[1].need = Need::advised;
  const std::string text = format_sheet(sheet, Coloring::plain);
  CHECK(text.find("✗ Misleading paths (advised)\n") != std::string::npos);
  CHECK(text.find("1 of 1 met\n") != std::string::npos);
}

TEST_CASE("a moment without a zone is shown without one") {
  ReviewSheet sheet = sample();
  sheet.started->offset = sheet.resolved->offset = std::nullopt;
  CHECK(format_sheet(sheet, Coloring::plain).find("from 2026-03-04 10:12 to 2026-03-04 11:05, 53 min") !=
        std::string::npos);
  CHECK(json(sheet).find("\"started_at\":\"2026-03-04T10:12:00\"") != std::string::npos);
}

TEST_CASE("what a terminal would obey is not printed") {
  ReviewSheet sheet = sample();
  sheet.items[0].finding.evidence = "a\x1b[31m";
  CHECK(format_sheet(sheet, Coloring::plain).find('\x1b') == std::string::npos);
}

TEST_CASE("permissions are listed with their reasons") {
  ReviewSheet sheet = sample();
  sheet.allowances = {{span_on_line(30, 1, 0), "word-count", "two in one"}};
  CHECK(format_sheet(sheet, Coloring::plain).find("allowed on line 30: word-count, because two in one\n") !=
        std::string::npos);
  CHECK(json(sheet).find(R"("allowed":[{"rule":"word-count","reason":"two in one","line":30}])") !=
        std::string::npos);
}

TEST_CASE("the JSON of a sheet has the documented keys, and null for what is not stated") {
  CHECK(
      json(sample()) ==
      R"({"file":"a.md","profile":"alx","words":512,"started_at":"2026-03-04T10:12:00+01:00",)"
      R"("resolved_at":"2026-03-04T11:05:00+01:00","utc_offset_minutes":60,"timeline_entries":9,)"
      R"("roles":{"summary":3,"timeline":null},"requirements":[)"
      R"({"id":"detected_when","met":true,"need":"required","lines":[8,9],"evidence":"10:15 an alert","help":null},)"
      R"({"id":"misleading_paths","met":false,"need":"required","lines":[],"evidence":null,"help":"Tell one."}],)"
      R"("allowed":[]})");
  ReviewSheet empty;
  CHECK(json(empty).find(R"("started_at":null,"resolved_at":null,"utc_offset_minutes":null)") !=
        std::string::npos);
}
