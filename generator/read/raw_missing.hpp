// SPDX-License-Identifier: MIT
#pragma once

#include "read/raw_post.hpp"

#include <vector>

namespace pmsite {

/// Gives roles to sections whose headings do not tell: the text that comes first is the summary, a section of
/// stamped lines the timeline, one that holds the fix the resolution, one that holds tasks the measures.
void name_missing_sections(const RawText& text, std::vector<RawPart>& parts);

/// Takes the roles from what stands before the postmortem whose timeline has the entries, where that has all
/// sections of its own: the task as the course gives it, copied above the answer.
void disown_preamble(const std::vector<RawEntry>& entries, std::vector<RawPart>& parts);

}  // namespace pmsite
