// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

#include <vector>

namespace pmsite {

/// The addresses of all pages of the site; those that show posts with the date on which one of them last
/// changed, the others without. Source: sitemaps.org protocol 0.9.
OutputFile render_sitemap(const Site& site, const Theme& theme, const std::vector<OutputFile>& pages,
                          Diagnostics& diagnostics);

/// Programs may read everything, and are told where the sitemap is, if it has an address.
OutputFile render_robots(const Site& site);

}  // namespace pmsite
