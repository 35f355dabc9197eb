// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"

namespace pmsite {

// Checks of the times that milestones have. Rows of milestone_checks().

/// The entries for beginning and end against `started_at` and `resolved_at`.
void check_milestone_mismatch(const Subject& subject, const CheckReporter& report);

/// The milestones against each other.
void check_milestone_order(const Subject& subject, const CheckReporter& report);

/// Whether the timeline tells of anything before the incident.
void check_starts_late(const Subject& subject, const CheckReporter& report);

/// Whether it is silent for long during the incident.
void check_gaps(const Subject& subject, const CheckReporter& report);

}  // namespace pmsite
