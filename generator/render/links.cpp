// SPDX-License-Identifier: MIT
#include "render/links.hpp"

#include "base/url.hpp"
#include "site/routes.hpp"

namespace pmsite {
namespace {

/// Authors link to "#timeline" as on GitHub; our anchors carry a prefix (see assign_anchors()).
std::string own_fragment(std::string_view fragment) {
  const bool ours =
      fragment.starts_with("#s-") || fragment.starts_with("#at-") || fragment.starts_with("#fn");
  return ours || fragment.size() < 2 ? std::string(fragment) : "#s-" + std::string(fragment.substr(1));
}

}  // namespace

std::string resolve_link(const Site& site, const Page& page, std::string_view file, std::string_view url) {
  if (!is_allowed_url(url)) return {};
  if (url.starts_with('#')) return percent_encode(own_fragment(url));
  if (is_absolute_url(url) || url.find(':') != std::string_view::npos) return percent_encode(url);
  const auto route = route_of_link(*site.content, file, url);
  return route ? percent_encode(link_to(site, page, *route)) : std::string();
}

std::string resolve_absolute(const Site& site, std::string_view page_route, std::string_view file,
                             std::string_view url) {
  if (!is_allowed_url(url)) return {};
  if (url.starts_with('#')) return percent_encode(absolute_url(site, page_route) + own_fragment(url));
  if (is_absolute_url(url) || url.find(':') != std::string_view::npos) return percent_encode(url);
  const auto route = route_of_link(*site.content, file, url);
  return route ? percent_encode(absolute_url(site, *route)) : std::string();
}

}  // namespace pmsite
