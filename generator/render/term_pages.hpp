// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

#include <vector>

namespace pmsite {

/// For each facet that any post states, the list of its terms and a page for each of them.
std::vector<OutputFile> render_term_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics);

}  // namespace pmsite
