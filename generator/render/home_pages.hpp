// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

#include <vector>

namespace pmsite {

inline constexpr std::size_t kPostsPerPage = 20;

/// The newest posts, kPostsPerPage a page; one page at least.
std::vector<OutputFile> render_home_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics);

}  // namespace pmsite
