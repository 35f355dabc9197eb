// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

#include <vector>

namespace pmsite {

/// The list of all services and a page for each, and the same for tags.
std::vector<OutputFile> render_term_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics);

}  // namespace pmsite
