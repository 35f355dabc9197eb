// SPDX-License-Identifier: MIT
#include "render/render.hpp"

#include "base/parallel.hpp"
#include "base/url.hpp"
#include "render/feed.hpp"
#include "render/home_pages.hpp"
#include "render/incident_json.hpp"
#include "render/post_page.hpp"
#include "render/sitemap.hpp"
#include "render/term_pages.hpp"
#include "render/text_pages.hpp"
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

std::vector<OutputFile> render_posts(const Site& site, const Theme& theme, const Pictures& pictures, int jobs,
                                     Diagnostics& diagnostics) {
  std::vector<OutputFile> files(2 * site.posts.size());
  std::vector<Diagnostics> found(site.posts.size());
  parallel_for(site.posts.size(), jobs, [&](std::size_t i) {
    files[2 * i] = render_post_page(site, theme, pictures, i, found[i]);
    files[2 * i + 1] = render_incident_json(site, *site.posts[i]);
  });
  for (auto& each : found) diagnostics.append(std::move(each));
  return files;
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
  files.push_back(render_sitemap(site, theme, files, diagnostics));
  files.push_back(render_feed(site, theme, diagnostics));
  move_into(files, theme.files);
  if (const auto& font = site.content->config.diagram_font) files.push_back(render_diagram_font(font->value));
  std::sort(files.begin(), files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace pmsite
