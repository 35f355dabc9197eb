// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

#include <vector>

namespace pmsite {

/// The comments `<!-- pmsite-allow rule-id: reason -->` of a body, in order. One without a reason is returned
/// without one. Whether the rule exists, and may be broken at all, is for the checks to say.
std::vector<Allowance> read_allowances(const Nodes& blocks);

}  // namespace pmsite
