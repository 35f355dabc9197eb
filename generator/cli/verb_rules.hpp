// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"

#include <iosfwd>

namespace pmsite {

/// `pmsite rules`: the table of all rules. Returns the exit status.
int run_rules(const Options& options, const Environment& environment, std::ostream& out);

}  // namespace pmsite
