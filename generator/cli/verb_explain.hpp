// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"

#include <iosfwd>

namespace pmsite {

/// `pmsite explain RULE`: why a rule exists, and how to keep it. Returns the exit status; a rule that does
/// not exist is wrong usage.
int run_explain(const Options& options, const Environment& environment, std::ostream& out,
                std::ostream& error);

}  // namespace pmsite
