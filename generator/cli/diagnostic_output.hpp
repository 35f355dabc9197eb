// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.hpp"
#include "cli/options.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>

namespace pmsite {

/// What a run found.
struct Found {
  Diagnostics diagnostics;
  std::size_t posts = 0;  ///< that were looked at
  std::string failure;    ///< of the world, which ended the run early; or empty
};

/// The diagnostics that a user wants to see: notes only where they ask for all there is.
Diagnostics shown_diagnostics(const Diagnostics& diagnostics, const Options& options);

/// Tells what was found in the format that was asked for: people read it on standard error, programs on
/// standard output. For GitHub also writes the summary of the step; where that fails, a warning says so.
void tell(const Found& found, const Options& options, const Environment& environment, std::ostream& out,
          std::ostream& error);

}  // namespace pmsite
