// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "render/page.hpp"
#include "site/site.hpp"

#include <vector>

namespace pmsite {

/// How often something broke, and how gravely, as columns of marks that link to the posts; false where there
/// are fewer than two posts, since one mark shows no rhythm.
Value calendar_strip(const Site& site, const Page& page, const std::vector<const Postmortem*>& posts);

}  // namespace pmsite
