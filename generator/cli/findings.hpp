// SPDX-License-Identifier: MIT
#pragma once

#include "cli/diagnostic_place.hpp"

#include <cstddef>
#include <string>

namespace pmsite {

/// What a run has to tell, whatever the format.
struct Findings {
  const std::vector<PlacedDiagnostic>& diagnostics;  ///< sorted by file and place
  std::size_t posts = 0;                             ///< that were looked at
  std::string failure;                               ///< of the world, which ended the run early; or empty
};

}  // namespace pmsite
