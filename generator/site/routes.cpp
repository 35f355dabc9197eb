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

/// Whether a path is a list of terms or one term's page.
bool is_term_page(const Site& site, std::string_view address) {
  for (const Facet facet : kFacets) {
    const auto& terms = site.terms_in(facet);
    const std::string list = facet_route(facet);
    if (terms.empty() || !address.starts_with(list)) continue;
    if (address == list) return true;
    return std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
      return address.size() == list.size() + term.slug.size() + 1 &&
             address.substr(list.size()).starts_with(term.slug);
    });
  }
  return false;
}

/// Whether a path is a feed of the site or of a term.
bool is_feed(const Site& site, std::string_view path) {
  const auto slash = path.rfind('/');
  const auto page = path.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
  if (std::none_of(std::begin(kFeedFormats), std::end(kFeedFormats),
                   [&](FeedFormat format) { return path == feed_route(page, format); }))
    return false;
  return page.empty() || std::any_of(std::begin(kFacets), std::end(kFacets), [&](Facet facet) {
           return has_feeds(facet) && page.starts_with(facet_route(facet)) && page != facet_route(facet) &&
                  is_term_page(site, page);
         });
}

/// The page that a path names, by its address or by its source; none if this build has none there.
std::optional<std::string> page_at(const Site& site, std::string_view path) {
  const std::string address =
      path.empty() || path.ends_with('/') ? std::string(path) : std::string(path) + "/";
  for (const auto fixed : {kHomeRoute, kArchiveRoute, kSearchRoute})
    if (address == fixed) return address;
  for (const auto fixed : {kSitemapRoute, kRobotsRoute, kErrorRoute, kIncidentsRoute, kSchemaRoute})
    if (path == fixed) return std::string(path);
  for (const auto* post : site.posts) {
    if (post->file == path || post_route(post->slug) == address) return post_route(post->slug);
    if (path == incident_route(post->slug) || path == card_route(post->slug)) return std::string(path);
  }
  for (const auto& page : site.content->pages)
    if (page.file == path || page_route(page.slug) == address) return page_route(page.slug);
  if (is_term_page(site, address)) return address;
  return is_feed(site, path) ? std::optional(std::string(path)) : std::nullopt;
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
