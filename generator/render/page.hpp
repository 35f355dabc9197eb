// SPDX-License-Identifier: MIT
#pragma once

#include "base/value.hpp"
#include "render/theme.hpp"
#include "site/site.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace pmsite {

/// What a post's page says to programs: search engines, and those that show a card for a link.
struct ArticleHead {
  std::string published, updated;  ///< RFC 3339
  std::string image_route;         ///< its social card
  std::string image_words;
  std::string json_ld_html;  ///< schema.org's description, fit to stand in a <script>
};

/// What every page says about itself.
struct Page {
  std::string route;
  std::string title;  ///< without the site's
  std::string description;
  bool has_feeds = false;  ///< of its own, besides those of the site
  bool has_form = false;   ///< which the Content-Security-Policy must allow to be sent
  std::optional<ArticleHead> article = {};
};

/// A page's own data, to which render_page() adds what all pages share.
using PageData = Value::Object;

/// How `page` links to another route of the site. Relative everywhere but on the error page, which is shown
/// at any depth.
std::string link_to(const Site& site, const Page& page, std::string_view route);

/// The absolute address of a route, for feeds and the like. Without a base URL it lies at kLocalBaseUrl.
std::string absolute_url(const Site& site, std::string_view route);
inline constexpr std::string_view kLocalBaseUrl = "http://localhost:8000/";

/// A whole HTML page: template `name` over the data and the data all pages share.
OutputFile render_page(const Site& site, const Theme& theme, std::string_view name, const Page& page,
                       PageData data, Diagnostics& diagnostics);

}  // namespace pmsite
