// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

namespace pmsite {

/// The newest posts as RSS 2.0 with their full text and absolute addresses. A post's id comes from the date
/// and slug of its file, so it survives edits. Source: RSS 2.0 specification; RSS Best Practices Profile.
OutputFile render_feed(const Site& site, const Theme& theme, Diagnostics& diagnostics);

}  // namespace pmsite
