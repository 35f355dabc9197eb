// SPDX-License-Identifier: MIT
#include "render/page.hpp"

#include "base/url.hpp"
#include "render/facet_words.hpp"
#include "site/routes.hpp"

#include <algorithm>
#include <iterator>
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
  for (const Facet facet : {Facet::service, Facet::cause})
    if (!site.terms_in(facet).empty()) add(words_of(facet).plural, facet_route(facet));
  add("Archive", kArchiveRoute);
  add("Search", kSearchRoute);
  for (const auto& text : site.content->pages) add(text.title, page_route(text.slug));
  return items;
}

/// The feeds beside the page at `of_page`, which is called `title`.
Value::List feeds(const Site& site, const Page& page, std::string_view of_page, std::string_view title) {
  constexpr std::string_view kTypes[] = {"application/rss+xml", "application/atom+xml",
                                         "application/feed+json"};
  constexpr std::string_view kNames[] = {"RSS", "Atom", "JSON Feed"};
  static_assert(std::size(kTypes) == std::size(kFeedFormats) && std::size(kNames) == std::size(kFeedFormats));
  Value::List rows;
  for (const auto format : kFeedFormats) {
    const auto index = static_cast<std::size_t>(format);
    rows.push_back(Value::Object{{"title", title},
                                 {"name", kNames[index]},
                                 {"type", kTypes[index]},
                                 {"url", link_to(site, page, feed_route(of_page, format))}});
  }
  return rows;
}

Value article(const Site& site, const Page& page) {
  if (!page.article) return false;
  const auto& [published, updated, image_route, image_words, json_ld_html] = *page.article;
  // A picture is fetched by the servers of others, for whom only an absolute address will do.
  return Value::Object{{"published", published},
                       {"updated", updated},
                       {"image_url", site.base_url.empty() ? "" : absolute_url(site, image_route)},
                       {"image_words", image_words},
                       {"json_ld_html", json_ld_html}};
}

Value urls(const Site& site, const Page& page) {
  const auto theme_url = [&](std::string_view file) {
    return link_to(site, page, std::string(kThemeRoute) + std::string(file));
  };
  const bool has_font = site.content->config.diagram_font.has_value();
  return Value::Object{{"home", link_to(site, page, kHomeRoute)},
                       {"archive", link_to(site, page, kArchiveRoute)},
                       {"search", link_to(site, page, kSearchRoute)},
                       {"incidents", link_to(site, page, kIncidentsRoute)},
                       {"stylesheet", theme_url("css/site.css")},
                       {"diagram_stylesheet", theme_url("css/diagram.css")},
                       {"diagram_font", has_font ? link_to(site, page, kDiagramFontRoute) : std::string()},
                       {"script", theme_url("js/site.js")},
                       {"replay_script", theme_url("js/replay.js")}};
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
                                        {"has_form", page.has_form},
                                        {"article", article(site, page)}}});
  data.push_back({"urls", urls(site, page)});
  data.push_back({"feeds", feeds(site, page, kHomeRoute, config.title)});
  data.push_back({"has_own_feeds", page.has_feeds});
  data.push_back({"own_feeds", page.has_feeds ? feeds(site, page, page.route, page.title) : Value::List()});
  data.push_back({"navigation", navigation(site, page)});
  return {file_of_route(page.route), theme.templates.render(name, std::move(data), diagnostics)};
}

}  // namespace pmsite
