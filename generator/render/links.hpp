// SPDX-License-Identifier: MIT
#pragma once

#include "render/page.hpp"

#include <string>
#include <string_view>

namespace pmsite {

/// What a link that an author wrote in `file` becomes on `page`: relative for targets inside the site,
/// encoded for those outside; empty for one that leads nowhere.
std::string resolve_link(const Site& site, const Page& page, std::string_view file, std::string_view url);

/// The same for a text that is read elsewhere, in a feed: every address is absolute.
std::string resolve_absolute(const Site& site, std::string_view page_route, std::string_view file,
                             std::string_view url);

}  // namespace pmsite
