// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

namespace pmsite {

/// Every published post by the year in which its incident began, with ways into each facet.
OutputFile render_archive_page(const Site& site, const Theme& theme, Diagnostics& diagnostics);

}  // namespace pmsite
