// SPDX-License-Identifier: MIT
#include "render/render.hpp"

#include "base/parallel.hpp"
#include "base/url.hpp"
#include "engine/json.hpp"
#include "read/front_matter_schema.hpp"
#include "render/archive_page.hpp"
#include "render/feed.hpp"
#include "render/home_pages.hpp"
#include "render/incident_json.hpp"
#include "render/post_card.hpp"
#include "render/post_page.hpp"
#include "render/search_page.hpp"
#include "render/sitemap.hpp"
#include "render/term_pages.hpp"
#include "render/text_pages.hpp"
#include "site/related.hpp"
#include "site/routes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace pmsite {
namespace {

void move_into(std::vector<OutputFile>& files, std::vector<OutputFile> more) {
  std::move(more.begin(), more.end(), std::back_inserter(files));
}

/// Of each post its page, its facts and its card; and the facts of all of them.
std::vector<OutputFile> render_posts(const Site& site, const Theme& theme, const Pictures& pictures, int jobs,
                                     Diagnostics& diagnostics) {
  const std::size_t count = site.posts.size();
  const RelatedIncidents related(site);
  std::vector<OutputFile> pages(count), incidents(count), cards(count);
  std::vector<Diagnostics> found(count);
  parallel_for(count, jobs, [&](std::size_t i) {
    pages[i] = render_post_page({site, theme, pictures, related}, i, found[i]);
    incidents[i] = render_incident_json(site, *site.posts[i]);
    cards[i] = render_post_card(site, *site.posts[i]);
  });
  for (auto& each : found) diagnostics.append(std::move(each));
  pages.push_back(render_incidents_json(site, incidents));
  move_into(pages, std::move(incidents));
  move_into(pages, std::move(cards));
  return pages;
}

/// The style sheet that shows diagrams in the font they were measured in. The name of the family is ours: the
/// one inside the file may be a font of the reader's machine, of another version.
OutputFile render_diagram_font(const std::string& file) {
  const std::string url = relative_url(kDiagramFontRoute, encode_path(asset_route(file)));
  return {std::string(kDiagramFontRoute),
          fmt::format("@font-face {{ font-family: \"diagram font\"; src: url(\"{}\"); }}\n"
                      ".diagram :not(.word) > text {{ font-family: \"diagram font\", Arial, sans-serif; }}\n",
                      url)};
}

}  // namespace

std::vector<OutputFile> render_site(const Site& site, const Theme& theme, const Pictures& pictures, int jobs,
                                    Diagnostics& diagnostics) {
  std::vector<OutputFile> files = render_posts(site, theme, pictures, jobs, diagnostics);
  move_into(files, render_home_pages(site, theme, diagnostics));
  move_into(files, render_term_pages(site, theme, diagnostics));
  move_into(files, render_text_pages(site, theme, diagnostics));
  files.push_back(render_archive_page(site, theme, diagnostics));
  move_into(files, render_search(site, theme, diagnostics));
  files.push_back(render_sitemap(site, theme, files, diagnostics));
  files.push_back(render_robots(site));
  files.push_back({std::string(kSchemaRoute), to_pretty_json(front_matter_schema())});
  move_into(files, render_feeds(site, theme, jobs, diagnostics));
  move_into(files, theme.files);
  if (const auto& font = site.content->config.diagram_font) files.push_back(render_diagram_font(font->value));
  std::sort(files.begin(), files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace pmsite
