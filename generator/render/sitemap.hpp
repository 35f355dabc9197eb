// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

#include <vector>

namespace pmsite {

/// The addresses of all pages of the site; posts with the date they last changed. Source: sitemaps.org
/// protocol 0.9.
OutputFile render_sitemap(const Site& site, const Theme& theme, const std::vector<OutputFile>& pages,
                          Diagnostics& diagnostics);

}  // namespace pmsite
