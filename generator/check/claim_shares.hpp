// SPDX-License-Identifier: MIT
#pragma once

#include "check/check.hpp"

namespace pmsite {

/// Reports shares of users, told as those affected, that `impact.users_percent` does not hold.
void check_claimed_shares(const Subject& subject, const CheckReporter& report);

}  // namespace pmsite
