// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"

#include <iosfwd>

namespace pmsite {

/// `pmsite build`: makes the site and says what it did. Returns the exit status.
int run_build(const Options& options, const Environment& environment, std::ostream& out, std::ostream& error);

}  // namespace pmsite
