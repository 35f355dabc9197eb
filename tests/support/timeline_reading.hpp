// SPDX-License-Identifier: MIT
#pragma once

#include "engine/markdown.hpp"
#include "read/sections.hpp"
#include "read/timeline.hpp"
#include "support/faults.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

// What the tests of the timeline read, and how they tell it.
namespace pmsite::timeline_reading {

inline constexpr std::string_view kStartedAt = "2026-03-04T10:12:00+01:00";

struct Reading {
  Timeline entries;
  Diagnostics diagnostics;
};

/// Reads a section: its heading is on line 1, `body` begins on line 2.
inline Reading read(std::string_view body, std::string_view started_at = kStartedAt,
                    std::string_view heading = "## Timeline") {
  Reading reading;
  const SourceText source{"x.md", std::string(heading) + "\n" + std::string(body)};
  const FileReporter reporter("x.md", reading.diagnostics);
  const SplitBody split = split_sections(parse_markdown(source.text, 1, reporter));
  std::optional<Located<Instant>> start;
  if (!started_at.empty()) start = Located<Instant>{parse_instant(started_at).value(), {}};
  reading.entries = read_timeline(split.sections.at(0), start, source, reporter);
  return reading;
}

/// "2026-03-04T10:12:00+01:00" a line, with "..END" for a range.
inline std::string times(const Timeline& timeline) {
  std::string lines;
  for (const auto& entry : timeline)
    lines += (lines.empty() ? "" : "\n") + format_rfc3339(entry.start) +
             (entry.end ? ".." + format_rfc3339(*entry.end) : "");
  return lines;
}

/// "misled|: the text {cache=down}" a line: the kind, and the text with the punctuation behind it.
inline std::string stories(const Timeline& timeline) {
  std::string lines;
  for (const auto& entry : timeline) {
    lines += (lines.empty() ? "" : "\n") + std::string(word(entry.kind)) + "|" + plain_text(entry.text);
    for (const auto& change : entry.states)
      lines += " {" + change.component + "=" + std::string(word(change.state)) + "}";
  }
  return lines;
}

inline void check_times(std::string_view body, const std::string& expected,
                        const std::string& expected_faults = {}, std::string_view started_at = kStartedAt) {
  CAPTURE(body);
  const Reading reading = read(body, started_at);
  CHECK(times(reading.entries) == expected);
  CHECK(faults(reading.diagnostics) == expected_faults);
}

inline void check_stories(std::string_view body, const std::string& expected,
                          const std::string& expected_faults = {}) {
  CAPTURE(body);
  const Reading reading = read(body);
  CHECK(stories(reading.entries) == expected);
  CHECK(faults(reading.diagnostics) == expected_faults);
}

inline void check_fault(std::string_view body, const std::string& expected,
                        std::string_view started_at = kStartedAt) {
  CAPTURE(body);
  CHECK(faults(read(body, started_at).diagnostics) == expected);
}

}  // namespace pmsite::timeline_reading
