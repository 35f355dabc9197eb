// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"
#include "render/pictures.hpp"

namespace pmsite {

/// The page of one post. `index` is its place in `site.posts`.
OutputFile render_post_page(const Site& site, const Theme& theme, const Pictures& pictures, std::size_t index,
                            Diagnostics& diagnostics);

}  // namespace pmsite
