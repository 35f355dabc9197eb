// SPDX-License-Identifier: MIT
#pragma once

#include "review/requirements.hpp"

#include <vector>

namespace pmsite {

/// What the facts of a post say to each of requirements(), in the same order: its front matter, its timeline's kinds, its
/// tasks. What they do not say is not met here, though the text may still say it.
std::vector<Finding> judge_facts(const Postmortem& post);

}  // namespace pmsite
