// SPDX-License-Identifier: MIT
#include "site/routes.hpp"

#include "base/text.hpp"
#include "model/content_path.hpp"

#include <algorithm>

namespace pmsite {
namespace {

std::string folder(std::string_view parent, std::string_view name) {
  return std::string(parent) + std::string(name) + "/";
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

std::optional<std::string> route_of_link(const Content& content, std::string_view file,
                                         std::string_view url) {
  const auto target = content_path(file, url);
  if (!target) return std::nullopt;
  const auto& path = target->path;
  for (const auto& post : content.posts)
    if (post.file == path) return post_route(post.slug) + target->fragment;
  for (const auto& page : content.pages)
    if (page.file == path) return page_route(page.slug) + target->fragment;
  if (path.starts_with("content/")) return std::nullopt;
  return path + target->fragment;
}

}  // namespace pmsite
