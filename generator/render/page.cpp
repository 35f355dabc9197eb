// SPDX-License-Identifier: MIT
#include "render/page.hpp"

#include "base/url.hpp"
#include "site/routes.hpp"

#include <algorithm>
#include <utility>

namespace pmsite {
namespace {

/// "/blog/" of "https://example.org/blog/"; "/" where there is no base URL.
std::string base_path(const Site& site) {
  const auto scheme = site.base_url.find("://");
  const auto slash = scheme == std::string::npos ? std::string::npos : site.base_url.find('/', scheme + 3);
  return slash == std::string::npos ? "/" : site.base_url.substr(slash);
}

Value::List navigation(const Site& site, const Page& page) {
  Value::List items;
  const auto add = [&](std::string_view label, std::string_view route) {
    const bool current = route == kHomeRoute ? page.route == kHomeRoute : page.route.starts_with(route);
    items.push_back(
        Value::Object{{"label", label}, {"url", link_to(site, page, route)}, {"is_current", current}});
  };
  add("Postmortems", kHomeRoute);
  if (!site.services.empty()) add("Services", kServicesRoute);
  if (!site.tags.empty()) add("Tags", kTagsRoute);
  for (const auto& text : site.content->pages) add(text.title, page_route(text.slug));
  return items;
}

}  // namespace

std::string link_to(const Site& site, const Page& page, std::string_view route) {
  if (page.route == kErrorRoute && !site.portable) return base_path(site) + std::string(route);
  if (!site.portable) return relative_url(page.route, route);
  const auto path_end = std::min(route.find_first_of("#?"), route.size());
  return relative_url(page.route, file_of_route(route.substr(0, path_end))) +
         std::string(route.substr(path_end));
}

std::string absolute_url(const Site& site, std::string_view route) {
  return (site.base_url.empty() ? std::string(kLocalBaseUrl) : site.base_url) + std::string(route);
}

OutputFile render_page(const Site& site, const Theme& theme, std::string_view name, const Page& page,
                       PageData data, Diagnostics& diagnostics) {
  const auto& config = site.content->config;
  const bool has_address = !site.base_url.empty() && page.route != kErrorRoute;
  data.push_back({"site", Value::Object{{"title", config.title}, {"description", config.description}}});
  data.push_back({"page", Value::Object{{"title", page.title},
                                        {"description", page.description},
                                        {"canonical_url", has_address ? absolute_url(site, page.route) : ""},
                                        {"is_home", page.route == kHomeRoute},
                                        {"og_type", page.type}}});
  const auto theme_url = [&](std::string_view file) {
    return link_to(site, page, std::string(kThemeRoute) + std::string(file));
  };
  data.push_back(
      {"urls", Value::Object{{"home", link_to(site, page, kHomeRoute)},
                             {"feed", link_to(site, page, kFeedRoute)},
                             {"stylesheet", theme_url("css/site.css")},
                             {"replay_script", theme_url("js/replay.js")},
                             {"diagram_font", config.diagram_font ? link_to(site, page, kDiagramFontRoute)
                                                                  : std::string()}}});
  data.push_back({"navigation", navigation(site, page)});
  return {file_of_route(page.route), theme.templates.render(name, std::move(data), diagnostics)};
}

}  // namespace pmsite
