// SPDX-License-Identifier: MIT
#pragma once

#include "cli/findings.hpp"

#include <string>

namespace pmsite {

/// A log of SARIF 2.1.0 with one run: every rule of the program, and a result for each diagnostic.
/// Source: OASIS, Static Analysis Results Interchange Format 2.1.0 with errata 01.
std::string findings_as_sarif(const Findings& findings);

}  // namespace pmsite
