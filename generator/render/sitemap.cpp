// SPDX-License-Identifier: MIT
#include "render/sitemap.hpp"

#include "base/time.hpp"
#include "site/routes.hpp"

#include <algorithm>
#include <map>
#include <string>

namespace pmsite {
namespace {

std::string last_change(const std::vector<const Postmortem*>& posts) {
  Date latest{};
  for (const auto* post : posts) latest = std::max(latest, local_date(update_time(*post)));
  return posts.empty() ? std::string() : format_date(latest);
}

/// Route → date of the pages that change when a post does.
std::map<std::string, std::string> change_dates(const Site& site) {
  std::map<std::string, std::string> dates;
  const std::string of_all = last_change(site.posts);
  dates[std::string(kHomeRoute)] = of_all;
  dates[std::string(kArchiveRoute)] = of_all;
  for (const auto* post : site.posts) dates[post_route(post->slug)] = last_change({post});
  for (const Facet facet : kFacets) {
    dates[facet_route(facet)] = of_all;
    for (const auto& term : site.terms_in(facet))
      dates[term_route(facet, term.slug)] = last_change(term.posts);
  }
  return dates;
}

}  // namespace

OutputFile render_sitemap(const Site& site, const Theme& theme, const std::vector<OutputFile>& pages,
                          Diagnostics& diagnostics) {
  auto dates = change_dates(site);
  constexpr std::string_view kIndex = "index.html";
  std::vector<std::string> routes;
  for (const auto& page : pages)
    if (page.path.ends_with(kIndex)) routes.push_back(page.path.substr(0, page.path.size() - kIndex.size()));
  std::sort(routes.begin(), routes.end());
  Value::List rows;
  for (const auto& route : routes)
    rows.push_back(Value::Object{{"url", absolute_url(site, route)}, {"updated", dates[route]}});
  return {std::string(kSitemapRoute),
          theme.templates.render("sitemap", Value::Object{{"pages", std::move(rows)}}, diagnostics)};
}

OutputFile render_robots(const Site& site) {
  std::string text = "User-agent: *\nAllow: /\n";
  if (!site.base_url.empty()) text += "Sitemap: " + absolute_url(site, kSitemapRoute) + "\n";
  return {std::string(kRobotsRoute), std::move(text)};
}

}  // namespace pmsite
