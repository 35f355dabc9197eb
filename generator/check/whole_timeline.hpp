// SPDX-License-Identifier: MIT
#pragma once

#include "model/postmortem.hpp"

namespace pmsite {

/// The timeline section, if it has entries and all of its bullets could be read. Null otherwise: what is
/// wrong with it has been reported, and whatever seems to be missing may stand in the bullet that could not
/// be read.
const Section* whole_timeline(const Postmortem& post);

}  // namespace pmsite
