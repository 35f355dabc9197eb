// SPDX-License-Identifier: MIT
#include "render/home_pages.hpp"

#include "base/text.hpp"
#include "base/time.hpp"
#include "render/calendar_strip.hpp"
#include "render/cards.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace pmsite {

namespace {

constexpr std::size_t kMostOpenActions = 5;

struct OpenAction {
  const Postmortem* post;
  const ActionItem* item;
};

/// What was promised and is not done: by the date it is due, and what has none last.
std::vector<OpenAction> open_actions(const Site& site) {
  std::vector<OpenAction> actions;
  for (const auto* post : site.posts)
    for (const auto& item : post->actions)
      if (item.state == ActionState::open) actions.push_back({post, &item});
  std::stable_sort(actions.begin(), actions.end(), [](const OpenAction& a, const OpenAction& b) {
    constexpr Date kNever{std::chrono::year::max(), std::chrono::December, std::chrono::day{31}};
    return a.item->due.value_or(kNever) < b.item->due.value_or(kNever);
  });
  return actions;
}

/// The most urgent open actions and their number; false where all is done.
Value open_actions_data(const Site& site, const Page& page) {
  const auto actions = open_actions(site);
  if (actions.empty()) return false;
  Value::List items;
  for (const auto& [post, item] : actions) {
    if (items.size() == kMostOpenActions) break;
    items.push_back(Value::Object{{"text", plain_text(item->text)},
                                  {"owner", item->owner},
                                  {"due_iso", item->due ? format_date(*item->due) : ""},
                                  {"due_text", item->due ? format_long_date(*item->due) : ""},
                                  {"post_title", post->title.value},
                                  {"post_url", link_to(site, page, post_route(post->slug))}});
  }
  const std::string count =
      items.size() < actions.size()
          ? fmt::format("The most urgent {} of {} open actions", items.size(), actions.size())
          : counted(actions.size(), "open action");
  return Value::Object{{"count_text", count}, {"items", std::move(items)}};
}

}  // namespace

std::vector<OutputFile> render_home_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  const auto& posts = site.posts;
  const auto& config = site.content->config;
  const int pages = std::max(1, static_cast<int>((posts.size() + kPostsPerPage - 1) / kPostsPerPage));
  std::vector<OutputFile> files;
  for (int number = 1; number <= pages; ++number) {
    const auto first = static_cast<std::size_t>(number - 1) * kPostsPerPage;
    const auto last = std::min(first + kPostsPerPage, posts.size());
    const std::vector<const Postmortem*> shown(posts.begin() + static_cast<std::ptrdiff_t>(first),
                                               posts.begin() + static_cast<std::ptrdiff_t>(last));
    const bool is_first = number == 1;
    const Page page{.route = home_route(number),
                    .title = is_first ? config.title : "Page " + std::to_string(number),
                    .description = config.description};
    const auto url_of = [&](int other) {
      return other < 1 || other > pages ? std::string() : link_to(site, page, home_route(other));
    };
    files.push_back(render_page(site, theme, "home", page,
                                {{"cards", cards_data(site, page, shown)},
                                 {"intro", config.description},
                                 {"newer_url", url_of(number - 1)},
                                 {"older_url", url_of(number + 1)},
                                 {"page_number", std::to_string(number)},
                                 {"page_count", std::to_string(pages)},
                                 {"post_count_text", counted(posts.size(), "postmortem")},
                                 {"calendar", is_first ? calendar_strip(site, page, posts) : Value(false)},
                                 {"open_actions", is_first ? open_actions_data(site, page) : Value(false)},
                                 {"is_paged", pages > 1},
                                 {"is_first_page", is_first}},
                                diagnostics));
  }
  return files;
}

}  // namespace pmsite
