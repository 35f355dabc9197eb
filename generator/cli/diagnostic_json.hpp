// SPDX-License-Identifier: MIT
#pragma once

#include "cli/findings.hpp"

#include <string>

namespace pmsite {

/// One JSON object: the program's version, a summary, and each diagnostic with its place in characters.
std::string findings_as_json(const Findings& findings);

}  // namespace pmsite
