// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "render/pictures.hpp"

namespace pmsite {

/// The architecture of a post with the worst state that each component had, and the same in words; false
/// where the post has none.
Value post_architecture(const Content& content, const Pictures& pictures, const Postmortem& post);

/// The worst state of each component during the incident: down, degraded, unknown, maintenance, ok.
std::map<std::string, ComponentState> worst_states(const Timeline& timeline);

}  // namespace pmsite
