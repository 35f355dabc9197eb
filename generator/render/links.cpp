// SPDX-License-Identifier: MIT
#include "render/links.hpp"

#include "base/url.hpp"
#include "site/routes.hpp"

namespace pmsite {

std::string resolve_link(const Site& site, const Page& page, std::string_view file, std::string_view url) {
  if (!is_allowed_url(url)) return {};
  if (url.empty()) return link_to(site, page, page.route);
  if (leaves_site(url)) return percent_encode(url);
  if (url.starts_with('#')) return percent_encode(own_fragment(url));
  const auto route = route_of_link(site, file, url);
  return route ? link_to(site, page, *route) : std::string();
}

std::string resolve_absolute(const Site& site, std::string_view page_route, std::string_view file,
                             std::string_view url) {
  if (!is_allowed_url(url)) return {};
  if (url.empty()) return absolute_url(site, page_route);
  if (leaves_site(url)) return percent_encode(url);
  if (url.starts_with('#')) return absolute_url(site, page_route) + percent_encode(own_fragment(url));
  const auto route = route_of_link(site, file, url);
  return route ? absolute_url(site, *route) : std::string();
}

}  // namespace pmsite
