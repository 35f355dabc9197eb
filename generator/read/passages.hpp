// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

#include <vector>

namespace pmsite {

/// Everything a post says in its body, in reading order: code blocks, pictures, raw HTML and addresses are
/// left out, and so is what an entry's time, kind and states or an action's details say already. They point
/// into the post's sections, timeline and actions, which must be complete.
std::vector<Passage> passages_of(const Postmortem& post);

}  // namespace pmsite
