// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"

namespace pmsite {

/// Whether times of day in the summary come with a zone: once is enough for all of them. A row of
/// claim_checks().
void check_summary_zone(const Subject& subject, const CheckReporter& report);

}  // namespace pmsite
