// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "render/page.hpp"

namespace pmsite {

/// The list of all services and a page for each, and the same for tags.
std::vector<OutputFile> render_term_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics);

}  // namespace pmsite
