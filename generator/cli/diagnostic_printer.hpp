// SPDX-License-Identifier: MIT
#pragma once

#include "cli/coloring.hpp"
#include "cli/diagnostic_place.hpp"

#include <string>

namespace pmsite {

/// One diagnostic for people: what, where, the author's line with the place underlined, and help.
std::string format_diagnostic(const PlacedDiagnostic& placed, Coloring coloring);

}  // namespace pmsite
