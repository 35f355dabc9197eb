// SPDX-License-Identifier: MIT
#pragma once

#include "cli/findings.hpp"

#include <string>

namespace pmsite {

/// One workflow command a line for GitHub Actions, which shows ten errors and ten warnings of a step beside
/// the changed lines: errors come first. Source of the escapes: `command.ts` of actions/toolkit.
std::string findings_as_annotations(const Findings& findings);

/// The same as a table in Markdown for the summary of the job, under `heading`. Whatever authors wrote is
/// shown as text. Ends with a note where GitHub would refuse the whole of it for its size.
std::string findings_as_summary(const Findings& findings, const std::string& heading);

}  // namespace pmsite
