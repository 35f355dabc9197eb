// SPDX-License-Identifier: MIT
#include "render/text_pages.hpp"

#include "render/body.hpp"
#include "render/links.hpp"
#include "site/routes.hpp"

#include <string>

namespace pmsite {
namespace {

/// The sections of a page by name; none where there are too few to need a list.
Value::List contents(const TextPage& text) {
  constexpr std::size_t kFewSections = 3;
  Value::List rows;
  for (const auto& block : text.blocks)
    if (block.kind == NodeKind::heading && block.level == 2 && !block.title.empty())
      rows.push_back(Value::Object{{"title", plain_text(block.children)}, {"anchor", block.title}});
  if (rows.size() <= kFewSections) rows.clear();
  return rows;
}

}  // namespace

std::vector<OutputFile> render_text_pages(const Site& site, const Theme& theme, Diagnostics& diagnostics) {
  std::vector<OutputFile> files;
  for (const auto& text : site.content->pages) {
    const Page page{.route = page_route(text.slug),
                    .title = text.title,
                    .description = text.description.empty() ? text.title : text.description};
    const BodyOptions options{
        .resolve = [&](std::string_view url) { return resolve_link(site, page, text.file, url); },
        .figure = {},
        .image_size = [&](std::string_view url) { return size_of_picture(*site.content, text.file, url); },
        .highest_heading = 2};
    Value::List sections = contents(text);
    files.push_back(render_page(site, theme, "text", page,
                                {{"heading", text.title},
                                 {"has_contents", !sections.empty()},
                                 {"contents", std::move(sections)},
                                 {"body_html", render_blocks(text.blocks, options)}},
                                diagnostics));
  }
  const Page error{.route = std::string(kErrorRoute),
                   .title = "Page not found",
                   .description = "There is no page at this address."};
  files.push_back(render_page(site, theme, "error", error, {}, diagnostics));
  return files;
}

}  // namespace pmsite
