// SPDX-License-Identifier: MIT
#pragma once

#include "cli/options.hpp"

#include <iosfwd>

namespace pmsite {

/// `pmsite review FILE...`: says of each file which requirements it meets. Returns the exit status.
int run_review(const Options& options, const Environment& environment, std::ostream& out,
               std::ostream& error);

}  // namespace pmsite
