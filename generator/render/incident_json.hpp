// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

#include <vector>

namespace pmsite {

/// The facts of a post for programs: `/posts/SLUG/incident.json`. Instants are RFC 3339, durations whole
/// seconds; what the post does not state is null. The format is described in the manual; members may be
/// added, and none changes its meaning while `version` is 1.
OutputFile render_incident_json(const Site& site, const Postmortem& post);

/// `/incidents.json`: the facts of all posts, newest first, made of what render_incident_json() made of each.
OutputFile render_incidents_json(const Site& site, const std::vector<OutputFile>& incidents);

}  // namespace pmsite
