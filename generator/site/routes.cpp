// SPDX-License-Identifier: MIT
#include "site/routes.hpp"

#include "base/text.hpp"
#include "base/url.hpp"
#include "model/content_path.hpp"

#include <algorithm>
#include <iterator>

namespace pmsite {
namespace {

std::string folder(std::string_view parent, std::string_view name) {
  return std::string(parent) + std::string(name) + "/";
}

bool is_feed(const Site& site, std::string_view path) {
  const auto feeds_at = [path](const std::string& page) {
    return std::any_of(std::begin(kFeedFormats), std::end(kFeedFormats),
                       [&](FeedFormat format) { return path == feed_route(page, format); });
  };
  if (feeds_at(std::string(kHomeRoute))) return true;
  for (const Facet facet : kFacets)
    for (const auto& term : site.terms_in(facet))
      if (has_feeds(facet) && feeds_at(term_route(facet, term.slug))) return true;
  return false;
}

/// The page that a path names, by its address or by its source; none if this build has none there.
std::optional<std::string> page_at(const Site& site, std::string_view path) {
  const std::string address =
      path.empty() || path.ends_with('/') ? std::string(path) : std::string(path) + "/";
  for (const auto fixed : {kHomeRoute, kArchiveRoute, kSearchRoute})
    if (address == fixed) return address;
  for (const auto fixed : {kSitemapRoute, kIncidentsRoute, kSchemaRoute})
    if (path == fixed) return std::string(path);
  if (is_feed(site, path)) return std::string(path);
  for (const auto* post : site.posts)
    if (post->file == path || post_route(post->slug) == address) return post_route(post->slug);
  for (const auto& page : site.content->pages)
    if (page.file == path || page_route(page.slug) == address) return page_route(page.slug);
  for (const Facet facet : kFacets) {
    if (address == facet_route(facet) && !site.terms_in(facet).empty()) return address;
    for (const auto& term : site.terms_in(facet))
      if (term_route(facet, term.slug) == address) return address;
  }
  return std::nullopt;
}

}  // namespace

std::string home_route(int page_number) {
  return page_number == 1 ? std::string(kHomeRoute) : folder("page/", std::to_string(page_number));
}
std::string post_route(std::string_view slug) { return folder("posts/", slug); }
std::string incident_route(std::string_view slug) { return post_route(slug) + "incident.json"; }
std::string card_route(std::string_view slug) { return post_route(slug) + "card.png"; }
std::string page_route(std::string_view slug) { return folder("", slug); }

std::string facet_route(Facet facet) { return folder("", folder_of(facet)); }

std::string term_route(Facet facet, std::string_view key) {
  return folder(facet_route(facet), term_slug(key));
}

std::string year_anchor(int year) { return "y" + std::to_string(year); }

std::string feed_route(std::string_view page_route, FeedFormat format) {
  constexpr std::string_view kNames[] = {"feed.xml", "atom.xml", "feed.json"};
  static_assert(std::size(kNames) == std::size(kFeedFormats));
  return std::string(page_route) + std::string(kNames[static_cast<std::size_t>(format)]);
}

std::string asset_route(std::string_view path) {
  if (path.starts_with(kAssetsRoute)) path.remove_prefix(kAssetsRoute.size());
  return std::string(kAssetsRoute) + std::string(path);
}

std::string file_of_route(std::string_view route) {
  return std::string(route) + (route.empty() || route.ends_with('/') ? "index.html" : "");
}

const std::vector<std::string_view>& reserved_names() {
  static const std::vector<std::string_view> kNames = {
      "404",           "actions",     "architectures", "archive", "assets",     "atom",
      "causes",        "feed",        "incidents",     "index",   "metrics",    "page",
      "organizations", "recurrences", "robots",        "schema",  "search",     "posts",
      "services",      "sitemap",     "tags",          "theme",   "severities",
  };
  return kNames;
}

std::string own_fragment(std::string_view fragment) {
  const bool no_heading = fragment.size() < 2 || fragment[0] != '#' || fragment.starts_with("#at-") ||
                          fragment.starts_with("#fn");
  return no_heading ? std::string(fragment) : "#s-" + std::string(fragment.substr(1));
}

std::optional<std::string> route_of_link(const Site& site, std::string_view file, std::string_view url) {
  const auto target = content_path(file, url);
  if (!target) return std::nullopt;
  const auto& assets = site.content->assets;
  if (target->path.starts_with(kAssetsRoute)) {
    const std::string asset = target->path.substr(kAssetsRoute.size());
    const bool exists = std::binary_search(assets.begin(), assets.end(), asset);
    return exists ? std::optional(encode_path(target->path) + target->fragment) : std::nullopt;
  }
  const auto route = page_at(site, target->path);
  if (!route) return std::nullopt;
  return *route + percent_encode(own_fragment(target->fragment));
}

}  // namespace pmsite
