// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

#include <vector>

namespace pmsite {

/// The pages of `content/pages/`, and the error page.
std::vector<OutputFile> render_text_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics);

}  // namespace pmsite
