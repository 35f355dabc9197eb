// SPDX-License-Identifier: MIT
#include "render/sitemap.hpp"

#include "base/time.hpp"
#include "site/routes.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace pmsite {

OutputFile render_sitemap(const Site& site, const Theme& theme, const std::vector<OutputFile>& pages,
                          Diagnostics& diagnostics) {
  std::map<std::string, std::string> updated;  // file → date; only posts have a real one
  for (const auto* post : site.posts)
    updated[file_of_route(post_route(post->slug))] = format_date(local_date(update_time(*post)));
  std::vector<std::string> paths;
  for (const auto& page : pages)
    if (page.path.ends_with("index.html")) paths.push_back(page.path);
  std::sort(paths.begin(), paths.end());
  Value::List rows;
  for (const auto& path : paths) {
    const std::string route = path.substr(0, path.size() - std::string_view("index.html").size());
    rows.push_back(Value::Object{{"url", absolute_url(site, route)}, {"updated", updated[path]}});
  }
  return {std::string(kSitemapRoute),
          theme.templates.render("sitemap", Value::Object{{"pages", std::move(rows)}}, diagnostics)};
}

}  // namespace pmsite
