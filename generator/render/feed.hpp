// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

#include <vector>

namespace pmsite {

/// The newest posts of the site, and of each service, cause and tag, with their full text and absolute
/// addresses: as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1. A post has the same id in all of them, made from
/// the date and slug of its file, so it survives edits; a correction moves its time of update.
std::vector<OutputFile> render_feeds(const Site& site, const Theme& theme, int jobs,
                                     Diagnostics& diagnostics);

}  // namespace pmsite
