// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"

namespace pmsite {

/// Reports lengths of time, claimed for the incident or one of its phases, that the facts do not yield.
void check_claimed_durations(const Subject& subject, const CheckReporter& report);

}  // namespace pmsite
