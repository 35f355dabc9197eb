// SPDX-License-Identifier: MIT
#include "render/feed.hpp"

#include "base/time.hpp"
#include "render/post_sections.hpp"
#include "render/words.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

namespace pmsite {
namespace {

constexpr std::size_t kMostItems = 20;

/// A tag URI (RFC 4151): the host that named it, the date, and the address at that time.
std::string permanent_id(const Site& site, const Postmortem& post) {
  const std::string home = absolute_url(site, "");
  const auto host_begin = home.find("://") + 3;
  const std::string host = home.substr(host_begin, home.find_first_of(":/", host_begin) - host_begin);
  return fmt::format("tag:{},{}:/{}", host, format_date(post.file_date), post_route(post.slug));
}

Value item(const Site& site, const Postmortem& post) {
  std::set<std::string> names;  // a service may be a tag as well
  for (const auto* list : {&post.services, &post.tags})
    for (const auto& name : *list) names.insert(name.value);
  Value::List categories;
  for (const auto& name : names) categories.push_back(Value::Object{{"name", name}});
  return Value::Object{{"title", post.title.value},
                       {"url", absolute_url(site, post_route(post.slug))},
                       {"id", permanent_id(site, post)},
                       {"published", format_rfc822(publication_time(post).utc)},
                       {"authors", enumeration(post.authors)},
                       {"categories", std::move(categories)},
                       {"summary", summary_text(post)},
                       {"content", post_feed_html(site, post)}};
}

/// When any of the posts last changed; the time of the build would make every build differ.
std::string last_change(const Site& site) {
  UtcTime latest{};
  for (const auto* post : site.posts) latest = std::max(latest, update_time(*post).utc);
  return site.posts.empty() ? std::string() : format_rfc822(latest);
}

}  // namespace

OutputFile render_feed(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  const auto& config = site.content->config;
  Value::List items;
  for (const auto* post : site.posts) {
    if (items.size() == kMostItems) break;
    items.push_back(item(site, *post));
  }
  const Value data = Value::Object{{"feed", Value::Object{{"title", config.title},
                                                          {"description", config.description},
                                                          {"home_url", absolute_url(site, kHomeRoute)},
                                                          {"self_url", absolute_url(site, kFeedRoute)},
                                                          {"updated", last_change(site)}}},
                                   {"items", std::move(items)}};
  return {std::string(kFeedRoute), theme.templates.render("feed", data, diagnostics)};
}

}  // namespace pmsite
