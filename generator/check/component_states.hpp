// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"

namespace pmsite {

// Checks of what the timeline tells of the components. Rows of component_checks(). Components that the
// architecture does not have are left out: they are reported as such.

/// Whether everything that failed is well again in the end.
void check_recovery(const Subject& subject, const CheckReporter& report);

/// Whether a state changes anything.
void check_repeated_states(const Subject& subject, const CheckReporter& report);

/// Whether a service that was affected is seen to fail.
void check_services_without_state(const Subject& subject, const CheckReporter& report);

/// Whether what fails first is what the others depend on.
void check_effect_before_cause(const Subject& subject, const CheckReporter& report);

/// Whether everything that failed depends on something that did.
void check_unexplained_failures(const Subject& subject, const CheckReporter& report);

/// Whether code in an entry nearly names a component, or a state of one, and so is lost.
void check_near_components(const Subject& subject, const CheckReporter& report);

}  // namespace pmsite
