// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"
#include "render/pictures.hpp"

#include <vector>

namespace pmsite {

/// Every file of the site but the authors' assets, sorted by path. Names that templates use and pages do not
/// have are reported; the files are then of no use.
std::vector<OutputFile> render_site(const Site& site, const Theme& theme, const Pictures& pictures, int jobs,
                                    Diagnostics& diagnostics);

}  // namespace pmsite
