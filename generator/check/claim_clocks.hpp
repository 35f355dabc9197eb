// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"

namespace pmsite {

/// Reports times of day, told as times of the incident, that are in neither the timeline nor the front
/// matter.
void check_claimed_clocks(const Subject& subject, const CheckReporter& report);

}  // namespace pmsite
