// SPDX-License-Identifier: MIT
#include "site/routes.hpp"

#include "base/text.hpp"
#include "base/url.hpp"
#include "model/content_path.hpp"

#include <algorithm>

namespace pmsite {
namespace {

std::string folder(std::string_view parent, std::string_view name) {
  return std::string(parent) + std::string(name) + "/";
}

/// The page that a path names, by its address or by its source; none if this build has none there.
std::optional<std::string> page_at(const Site& site, std::string_view path) {
  const std::string address =
      path.empty() || path.ends_with('/') ? std::string(path) : std::string(path) + "/";
  for (const auto fixed : {kHomeRoute, kServicesRoute, kTagsRoute})
    if (address == fixed) return address;
  for (const auto fixed : {kFeedRoute, kSitemapRoute})
    if (path == fixed) return std::string(path);
  for (const auto* post : site.posts)
    if (post->file == path || post_route(post->slug) == address) return post_route(post->slug);
  for (const auto& page : site.content->pages)
    if (page.file == path || page_route(page.slug) == address) return page_route(page.slug);
  for (const auto& term : site.services)
    if (service_route(term.name) == address) return address;
  for (const auto& term : site.tags)
    if (tag_route(term.name) == address) return address;
  return std::nullopt;
}

}  // namespace

std::string home_route(int page_number) {
  return page_number == 1 ? std::string(kHomeRoute) : folder("page/", std::to_string(page_number));
}
std::string post_route(std::string_view slug) { return folder("posts/", slug); }
std::string service_route(std::string_view name) { return folder(kServicesRoute, slugify(name)); }
std::string tag_route(std::string_view name) { return folder(kTagsRoute, slugify(name)); }
std::string page_route(std::string_view slug) { return folder("", slug); }

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
