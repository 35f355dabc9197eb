// SPDX-License-Identifier: MIT
#include "render/home_pages.hpp"

#include "base/text.hpp"
#include "render/cards.hpp"
#include "site/routes.hpp"

#include <algorithm>
#include <string>

namespace pmsite {

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
    const Page page{home_route(number), number == 1 ? config.title : "Page " + std::to_string(number),
                    config.description};
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
                                 {"is_first_page", number == 1}},
                                diagnostics));
  }
  return files;
}

}  // namespace pmsite
