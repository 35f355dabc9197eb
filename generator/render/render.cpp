// SPDX-License-Identifier: MIT
#include "render/render.hpp"

#include "base/parallel.hpp"
#include "render/feed.hpp"
#include "render/home_pages.hpp"
#include "render/post_page.hpp"
#include "render/sitemap.hpp"
#include "render/term_pages.hpp"
#include "render/text_pages.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace pmsite {
namespace {

void move_into(std::vector<OutputFile>& files, std::vector<OutputFile> more) {
  std::move(more.begin(), more.end(), std::back_inserter(files));
}

std::vector<OutputFile> render_post_pages(const Site& site, const Theme& theme, const Pictures& pictures,
                                          int jobs, Diagnostics& diagnostics) {
  std::vector<OutputFile> files(site.posts.size());
  std::vector<Diagnostics> found(site.posts.size());
  parallel_for(site.posts.size(), jobs,
               [&](std::size_t i) { files[i] = render_post_page(site, theme, pictures, i, found[i]); });
  for (auto& each : found) diagnostics.append(std::move(each));
  return files;
}

}  // namespace

std::vector<OutputFile> render_site(const Site& site, const Theme& theme, const Pictures& pictures, int jobs,
                                    Diagnostics& diagnostics) {
  std::vector<OutputFile> files = render_post_pages(site, theme, pictures, jobs, diagnostics);
  move_into(files, render_home_pages(site, theme, diagnostics));
  move_into(files, render_term_pages(site, theme, diagnostics));
  move_into(files, render_text_pages(site, theme, diagnostics));
  files.push_back(render_sitemap(site, theme, files, diagnostics));
  files.push_back(render_feed(site, theme, diagnostics));
  move_into(files, theme.files);
  std::sort(files.begin(), files.end(),
            [](const OutputFile& a, const OutputFile& b) { return a.path < b.path; });
  return files;
}

}  // namespace pmsite
