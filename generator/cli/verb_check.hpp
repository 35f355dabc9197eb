// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"

#include <iosfwd>

namespace pmsite {

/// `pmsite check`: reads and validates the site, or reports on some files of it. Returns the exit status.
int run_check(const Options& options, const Environment& environment, std::ostream& out, std::ostream& error);

}  // namespace pmsite
