// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "render/page.hpp"
#include "site/site.hpp"

#include <vector>

namespace pmsite {

/// What lists show of a post, with links as `page` needs them.
Value::Object card_data(const Site& site, const Page& page, const Postmortem& post);

Value::List cards_data(const Site& site, const Page& page, const std::vector<const Postmortem*>& posts);

/// {name, url} of each term of a facet under which a post is found.
Value::List term_links(const Site& site, const Page& page, const Postmortem& post, Facet facet);

/// Where the severity stands in the site's scale, "1" being the gravest; at most "5", since themes draw five.
std::string severity_rank(const Site& site, const Postmortem& post);

}  // namespace pmsite
