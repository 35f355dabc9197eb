// SPDX-License-Identifier: MIT
#pragma once

#include "model/facet.hpp"
#include "site/site.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pmsite {

// The addresses of the site, and nothing else knows them. A route is relative to the site's top and has no
// leading slash; one that ends in '/' is a page, and its file is index.html inside.

inline constexpr std::string_view kHomeRoute;
inline constexpr std::string_view kArchiveRoute = "archive/";
inline constexpr std::string_view kSearchRoute = "search/";
inline constexpr std::string_view kSearchIndexRoute = "search/index.js";
inline constexpr std::string_view kErrorRoute = "404.html";
inline constexpr std::string_view kSitemapRoute = "sitemap.xml";
inline constexpr std::string_view kRobotsRoute = "robots.txt";
inline constexpr std::string_view kIncidentsRoute = "incidents.json";
inline constexpr std::string_view kSchemaRoute = "schema/postmortem.json";
inline constexpr std::string_view kThemeRoute = "theme/";
inline constexpr std::string_view kAssetsRoute = "assets/";
inline constexpr std::string_view kDiagramFontRoute = "theme/css/diagram-font.css";

std::string home_route(int page_number);  ///< "" for 1, "page/2/" for 2
std::string post_route(std::string_view slug);
std::string incident_route(std::string_view slug);  ///< the post's facts, for programs
std::string card_route(std::string_view slug);      ///< the post's social card
std::string page_route(std::string_view slug);
std::string facet_route(Facet facet);                       ///< "services/"
std::string term_route(Facet facet, std::string_view key);  ///< `key` as in TermName, or a slug
std::string asset_route(std::string_view path);             ///< `path` as in `assets/` or below it

std::string year_anchor(int year);  ///< of a year in the archive: "y2026"

/// The formats in which the newest posts are offered to feed readers.
enum class FeedFormat { rss, atom, json };
inline constexpr FeedFormat kFeedFormats[] = {FeedFormat::rss, FeedFormat::atom, FeedFormat::json};

/// "services/checkout/feed.xml": the feed of what the page at `page_route` lists; "" is the whole site.
std::string feed_route(std::string_view page_route, FeedFormat format);

/// The file that a route is written to.
std::string file_of_route(std::string_view route);

/// The first part of every address that the program gives out itself; a text page may not have one of these
/// names.
const std::vector<std::string_view>& reserved_names();

/// What a link in a content file leads to, as a route with its fragment, fit for a URL; none where it names
/// another host or something that this build does not publish. Links to `.md` files lead to their pages, and
/// `#timeline`, as GitHub has it, to the heading of that name.
std::optional<std::string> route_of_link(const Site& site, std::string_view file, std::string_view url);

/// The fragment of a heading, "#timeline", as our pages have it (see assign_anchors()).
std::string own_fragment(std::string_view fragment);

}  // namespace pmsite
