// SPDX-License-Identifier: MIT
#pragma once

#include "model/vocabulary.hpp"
#include "prose/times.hpp"
#include "read/raw_text.hpp"

#include <optional>
#include <string>
#include <vector>

namespace pmsite {

/// What a labelled part inside a section is about, as the course's own questions have it.
enum class RawField {
  none,
  duration,
  impact,
  root_cause,  ///< inside the summary
  detection,
  actions_taken,
  misleading_path,
  escalation,
  resolution,  ///< inside the timeline
  improvements,
  tasks,
};

/// A part of the text under one heading or label, whatever form that has: `## X`, `**X:**`, a plain line
/// `X:`, a bullet.
struct RawPart {
  Role role = Role::other;    ///< of the section it belongs to
  Role second = Role::other;  ///< "Root cause and resolution" is both
  RawField field = RawField::none;
  bool opens_section = false;       ///< false for a label inside a section
  int line = 0;                     ///< of its heading; of its first line where it has none
  std::string heading;              ///< as written, without markup; empty where there is none
  std::size_t first = 0, last = 0;  ///< lines of the raw text, [first, last); a text behind the label on the
                                    ///< same line ("Impact: 40% of users") is included by that line
};

/// One entry of the timeline. The `at` of its times count in its line.
struct RawEntry {
  int line = 0, last_line = 0;
  std::optional<TimeMention> time;  ///< none for a label without a time
  std::optional<TimeMention> end;   ///< of a range
  std::string label;                ///< "Issue Detection" of `**Issue Detection (8:00 PM)**: Users ...`
  std::string text;
};

/// Where the text says that the incident began and ended.
struct RawInterval {
  TimeMention from, to;  ///< dates and zones completed from the rest of the text where it states them
  std::vector<int> lines;
  bool is_inferred = false;  ///< taken from the first and last entry of the timeline
};

/// A postmortem without facts: what can be recognised in it, with the lines that say so.
struct RawPost {
  RawText text;
  std::string title;
  std::vector<RawPart> parts;  ///< in order; every line that is not blank belongs to exactly one
  std::vector<RawEntry> entries;
  std::optional<RawInterval> interval;
  std::optional<TimeMention>
      lone_start;  ///< the stated begin where no end is stated; `interval` is then inferred or empty
  int lone_start_line = 0;
  std::string zone;  ///< stated once for all times: "(all times in UTC)"; empty where it is not

  /// The first part that opens a section of `role`, or null.
  const RawPart* section(Role role) const;
};

/// Recognises the parts, the timeline and the interval of a raw postmortem. Nothing is guessed: what the text
/// does not say stays empty. Source of the forms: measured on real postmortems, see the manual's chapter on
/// raw Markdown.
RawPost read_raw_post(const SourceText& source);

}  // namespace pmsite
