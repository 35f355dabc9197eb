// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "model/moments.hpp"
#include "model/postmortem.hpp"

#include <vector>

namespace pmsite {

/// The incident as a bar drawn to scale from its start to its end, for the theme; false where it has no
/// length yet.
///
/// {milestones: [{kind, label, clock, iso, gap}], segments: [{kind, x, width}], has_misled, misled: [{x,
/// width}], marks: [{index, x}]}. A segment has the kind of the milestone it begins with: started, detected,
/// acknowledged, mitigated; marks are the moments of the replay. Positions are percentages of the bar, as
/// texts: "12.5%".
Value incident_bar(const Postmortem& post, const std::vector<Moment>& moments);

}  // namespace pmsite
