// SPDX-License-Identifier: MIT
#include "render/feed.hpp"

#include "base/parallel.hpp"
#include "base/time.hpp"
#include "engine/json.hpp"
#include "render/post_sections.hpp"
#include "render/words.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace pmsite {
namespace {

constexpr std::size_t kMostItems = 20;

/// A post in each format; it stands in many feeds and is written once.
using Item = std::array<std::string, std::size(kFeedFormats)>;
using Items = std::map<const Postmortem*, Item>;

/// What one feed is about.
struct Scope {
  std::string title;
  std::string page_route;  ///< of the page that lists the same posts
  const std::vector<const Postmortem*>* posts;
};

std::size_t items_in(const Scope& scope) { return std::min(scope.posts->size(), kMostItems); }

/// A tag URI (RFC 4151): the host that named it, the date, and the address at that time.
std::string permanent_id(const Site& site, const Postmortem& post) {
  const std::string home = absolute_url(site, "");
  const auto host_begin = home.find("://") + 3;
  const std::string host = home.substr(host_begin, home.find_first_of(":/", host_begin) - host_begin);
  return fmt::format("tag:{},{}:/{}", host, format_date(post.file_date), post_route(post.slug));
}

/// Services and tags; a service may be a tag as well.
std::set<std::string> categories(const Postmortem& post) {
  std::set<std::string> names;
  for (const auto* list : {&post.services, &post.tags})
    for (const auto& name : *list) names.insert(name.value);
  return names;
}

Value named(const auto& names) {
  Value::List list;
  for (const auto& name : names) list.push_back(Value::Object{{"name", name}});
  return list;
}

std::vector<std::string> authors_of(const Postmortem& post) {
  std::vector<std::string> names;
  for (const auto& author : post.authors) names.push_back(author.value);
  return names;
}

Value json_item(const Site& site, const Postmortem& post, const std::string& content) {
  const auto tags = categories(post);
  return Value::Object{{"id", permanent_id(site, post)},
                       {"url", absolute_url(site, post_route(post.slug))},
                       {"title", post.title.value},
                       {"summary", summary_text(post)},
                       {"content_html", content},
                       {"image", absolute_url(site, card_route(post.slug))},
                       {"date_published", format_rfc3339(publication_time(post))},
                       {"date_modified", format_rfc3339(update_time(post))},
                       {"authors", named(authors_of(post))},
                       {"tags", Value::List(tags.begin(), tags.end())}};
}

Item item_of(const Site& site, const Theme& theme, const Postmortem& post, Diagnostics& diagnostics) {
  const std::string content = post_feed_html(site, post);
  const Value data = Value::Object{{"title", post.title.value},
                                   {"url", absolute_url(site, post_route(post.slug))},
                                   {"id", permanent_id(site, post)},
                                   {"published", format_rfc3339(publication_time(post))},
                                   {"updated", format_rfc3339(update_time(post))},
                                   {"published_rfc822", format_rfc822(publication_time(post).utc)},
                                   {"authors", named(authors_of(post))},
                                   {"authors_text", enumeration(post.authors)},
                                   {"categories", named(categories(post))},
                                   {"summary", summary_text(post)},
                                   {"content", content}};
  return {theme.templates.render("rss_item", data, diagnostics),
          theme.templates.render("atom_entry", data, diagnostics), to_json(json_item(site, post, content))};
}

Items items_of(const Site& site, const Theme& theme, const std::vector<Scope>& scopes, int jobs,
               Diagnostics& diagnostics) {
  std::set<const Postmortem*> wanted;
  for (const auto& scope : scopes)
    wanted.insert(scope.posts->begin(), scope.posts->begin() + static_cast<std::ptrdiff_t>(items_in(scope)));
  std::vector<const Postmortem*> posts;
  std::copy_if(site.posts.begin(), site.posts.end(), std::back_inserter(posts),
               [&wanted](const Postmortem* post) { return wanted.contains(post); });
  std::vector<Item> items(posts.size());
  std::vector<Diagnostics> found(posts.size());
  parallel_for(posts.size(), jobs,
               [&](std::size_t i) { items[i] = item_of(site, theme, *posts[i], found[i]); });
  Items by_post;
  for (std::size_t i = 0; i < items.size(); ++i) {
    by_post.emplace(posts[i], std::move(items[i]));
    diagnostics.append(std::move(found[i]));
  }
  return by_post;
}

/// The newest posts of a feed, one after the other.
std::string joined_items(const Scope& scope, const Items& items, FeedFormat format,
                         std::string_view separator) {
  std::string text;
  for (std::size_t i = 0; i < items_in(scope); ++i) {
    if (i > 0) text += separator;
    text += items.at((*scope.posts)[i])[static_cast<std::size_t>(format)];
  }
  return text;
}

std::string json_feed(const Site& site, const Scope& scope, const Items& items) {
  std::string text =
      to_json(Value::Object{{"version", "https://jsonfeed.org/version/1.1"},
                            {"title", scope.title},
                            {"description", site.content->config.description},
                            {"home_page_url", absolute_url(site, scope.page_route)},
                            {"feed_url", absolute_url(site, feed_route(scope.page_route, FeedFormat::json))},
                            {"language", "en"}});
  text.pop_back();  // the brace, behind the items
  return text + ",\"items\":[" + joined_items(scope, items, FeedFormat::json, ",\n") + "]}\n";
}

std::string xml_feed(const Site& site, const Theme& theme, const Scope& scope, const Items& items,
                     FeedFormat format, Diagnostics& diagnostics) {
  // When any of the posts last changed; the time of the build would make every build differ.
  UtcTime updated{};
  for (const auto* post : *scope.posts) updated = std::max(updated, update_time(*post).utc);
  const auto& config = site.content->config;
  const Value data = Value::Object{
      {"feed", Value::Object{{"title", scope.title},
                             {"description", config.description},
                             {"author", config.title},
                             {"page_url", absolute_url(site, scope.page_route)},
                             {"self_url", absolute_url(site, feed_route(scope.page_route, format))},
                             {"updated", format_rfc3339({updated, {}})},
                             {"updated_rfc822", scope.posts->empty() ? "" : format_rfc822(updated)}}},
      {"items_html", joined_items(scope, items, format, "")}};
  return theme.templates.render(format == FeedFormat::rss ? "rss" : "atom", data, diagnostics);
}

std::vector<Scope> scopes_of(const Site& site) {
  const std::string& title = site.content->config.title;
  std::vector<Scope> scopes = {{title, std::string(kHomeRoute), &site.posts}};
  for (const Facet facet : kFacets) {
    if (!has_feeds(facet)) continue;
    for (const auto& term : site.terms_in(facet))
      scopes.push_back({fmt::format("{}: {}", title, term.name), term_route(facet, term.slug), &term.posts});
  }
  return scopes;
}

}  // namespace

std::vector<OutputFile> render_feeds(const Site& site, const Theme& theme, int jobs,
                                     Diagnostics& diagnostics) {
  const auto scopes = scopes_of(site);
  const Items items = items_of(site, theme, scopes, jobs, diagnostics);
  std::vector<OutputFile> files;
  for (const Scope& scope : scopes) {
    for (const auto format : kFeedFormats)
      files.push_back({feed_route(scope.page_route, format),
                       format == FeedFormat::json
                           ? json_feed(site, scope, items)
                           : xml_feed(site, theme, scope, items, format, diagnostics)});
  }
  return files;
}

}  // namespace pmsite
