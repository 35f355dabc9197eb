// SPDX-License-Identifier: MIT
#include "render/text_pages.hpp"

#include "render/body.hpp"
#include "render/links.hpp"
#include "site/routes.hpp"

#include <string>

namespace pmsite {

std::vector<OutputFile> render_text_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::vector<OutputFile> files;
  for (const auto& text : site.content->pages) {
    const Page page{page_route(text.slug), text.title,
                    text.description.empty() ? text.title : text.description};
    const BodyOptions options{
        .resolve = [&](std::string_view url) { return resolve_link(site, page, text.file, url); },
        .figure = {},
        .highest_heading = 2};
    files.push_back(render_page(site, theme, "text", page,
                                {{"heading", text.title}, {"body_html", render_blocks(text.blocks, options)}},
                                diagnostics));
  }
  const Page error{std::string(kErrorRoute), "Page not found", "There is no page at this address."};
  files.push_back(render_page(site, theme, "error", error, {}, diagnostics));
  return files;
}

}  // namespace pmsite
